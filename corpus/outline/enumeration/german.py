"""How parts are counted in German."""

from __future__ import annotations

from typing import Final

from corpus.outline.enumeration.language import LAST, NEXT, Language, before, counted, each

_STEMS: Final = "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte"

GERMAN: Final = Language(
    name="German",
    opening=each(1, "zuerst", "zunächst", "als erstes", "zum ersten", "an erster stelle")
    | each(2, "zum zweiten", "als zweites", "an zweiter stelle")
    | each(3, "zum dritten", "als drittes", "an dritter stelle")
    | each(NEXT, "sodann", "ferner", "des weiteren")
    | each(LAST, "und schließlich", "und zuletzt"),
    certain=counted(
        """erstens zweitens drittens viertens fünftens sechstens siebtens/siebentens achtens neuntens
        zehntens"""
    )
    | each(2, "zum anderen")
    | each(1, "zum einen", "zunächst einmal", "zu allererst", "zuallererst")
    | each(LAST, "schließlich", "zuletzt", "letztens", "abschließend", "zu guter letzt", "und letztens"),
    articled=before(("der", "die", "das", "mein", "unser"), counted(_STEMS))
    | before(("mein", "unser", "ein"), {f"{word}r": value for word, value in counted(_STEMS).items()})
    | before(("mein", "unser", "ein"), {f"{word}s": value for word, value in counted(_STEMS).items()})
    | each(LAST, "der letzte", "die letzte", "das letzte"),
    kinds=frozenset(
        """grund punkt schritt teil weg vorteil nachteil aspekt frage problem einwand gedanke bedingung
        aufgabe ziel maßnahme phase regel these lehre möglichkeit ursache forderung faktor fehler
        vorschlag""".split()
    ),
    verbs=frozenset("ist war sind waren betrifft liegt besteht lautet davon".split()),
    numbers=counted("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 2),
    nouns=frozenset(
        """gründe gründen punkte punkten schritte schritten teile teilen wege wegen vorteile nachteile
        aspekte aspekten fragen probleme einwände gedanken bedingungen aufgaben ziele maßnahmen phasen
        regeln thesen lehren möglichkeiten ursachen forderungen faktoren fehler vorschläge vorschlägen
        arten dinge dingen""".split()
    ),
    joined=frozenset("teilig punkte stufen".split()),
    vague=frozenset("mehrere mehreren einige einigen folgende folgenden verschiedene viele".split()),
    partitive=frozenset("der dieser von davon".split()),
    ordered=frozenset(
        "kapitel abschnitt teil band artikel seite ersten letzten anderen nächsten diese".split()
    ),
)
