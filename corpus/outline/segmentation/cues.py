"""What the opening of a paragraph does: it goes on, looks back, names a time, counts, concludes.

Words of English, German, French, Spanish and Chinese, as grammars list them; only the first few words of a
paragraph are looked at.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Cue(StrEnum):
    """What an opening does. Each is a text, because the hash of one is kept."""

    CONNECTIVE = "connective"
    ANAPHOR = "anaphor"
    TIME = "time"
    ORDINAL = "ordinal"
    CONCLUSION = "conclusion"
    ARTICLE = "article"


class Opening(NamedTuple):
    """The first word of a paragraph in small letters, "" where there is none, and what its opening does."""

    word: str
    cues: frozenset[Cue]


OPENING: Final = 60
"""Characters of a paragraph that are looked at."""

_SIGNS: Final = " \t\n\r.,;:!?…“”\"‘’'«»„()[]¿¡*_—–-"

_FIRST: Final = {
    Cue.CONNECTIVE: (
        "and but or also moreover furthermore additionally however nevertheless nonetheless thus therefore"
        " hence so then yet similarly likewise instead indeed meanwhile consequently still rather besides"
        " again because"
        " und aber oder auch außerdem zudem jedoch dennoch deshalb daher darum dann doch ebenso stattdessen"
        " tatsächlich inzwischen trotzdem allerdings"
        " et mais ou aussi cependant pourtant toutefois donc ainsi alors néanmoins"
        " y pero o también además asimismo entonces así"
    ),
    Cue.ANAPHOR: (
        "he she it they this these that those such his her their its both neither another"
        " er sie es dies diese dieser dieses diesem diesen solche solcher ihr ihre sein seine beide"
        " il elle ils elles cela ceci ce cet cette ces tel telle leur leurs son sa ses"
        " él ella ellos ellas esto este esta estos estas eso ese esa tal su sus"
    ),
    Cue.ORDINAL: (
        "first firstly second secondly third thirdly fourth fifth sixth finally last lastly next"
        " erstens zweitens drittens viertens schließlich zuletzt"
        " premièrement deuxièmement troisièmement enfin"
        " primero segundo tercero finalmente"
    ),
    Cue.CONCLUSION: ("overall ultimately thank thanks interested zusammenfassend insgesamt finalement"),
    Cue.ARTICLE: "the a an der die das ein eine le la les un une el los las una",
}
_PHRASES: Final = {
    Cue.CONNECTIVE: (
        "for example|for instance|in addition|in fact|in other words|in particular|in contrast|in short"
        "|in this|in that|in these|as a result|as noted|as mentioned|as such|of course|on the other"
        "|on the contrary|not only|according to|zum beispiel|das heißt|par exemple|en effet|de plus"
        "|en outre|par contre|sin embargo|por ejemplo|por tanto|por eso|en cambio"
    ),
    Cue.ANAPHOR: "the latter|the former|the two|the same|the other",
    Cue.ORDINAL: (
        "to begin|to start|one way|one reason|one of|en premier|en segundo|en primer|por último|tout d’abord"
    ),
    Cue.CONCLUSION: (
        "in conclusion|in summary|in sum|in closing|in the end|to sum|to conclude|to summarize|to learn"
        "|if you|looking ahead|looking forward|going forward|moving forward|we’re|we are|we hope|we look"
        "|stay tuned|want to|for more|see also|zum schluss|en conclusion|en résumé|en conclusión|en resumen"
    ),
}
_HAN: Final = {
    Cue.CONNECTIVE: "但 而 因此 所以 同时 此外 另外 然而 不过 例如 比如 于是 并且 可是 换句话说",
    Cue.ANAPHOR: "这 那 他 她 它 该 其中 此",
    Cue.ORDINAL: "首先 其次 再次 最后 第一 第二 第三 第四",
    Cue.CONCLUSION: "总之 综上 总的来说 总而言之",
}
_TIME_BEFORE: Final = frozenset(
    "in on by during after since from until before throughout between around at when today recently last this"
    " early late am seit nach vor während en depuis après avant durante desde después antes".split()
)
_TIMES: Final = frozenset(
    "century january february march april may june july august september october november december year years"
    " month months week weeks day days today jahrhundert januar februar märz mai juni juli oktober dezember"
    " jahr jahren siècle janvier février mars avril juin juillet août septembre octobre novembre décembre"
    " siglo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
)

_BY_WORD: Final = {word: cue for cue, words in _FIRST.items() for word in words.split()}
_BY_PHRASE: Final[dict[str, list[tuple[str, Cue]]]] = {}
for _cue, _some in _PHRASES.items():
    for _one in _some.split("|"):
        _BY_PHRASE.setdefault(_one.partition(" ")[0], []).append((f"{_one} ", _cue))
_BY_HAN: Final = [(opening, cue) for cue, openings in _HAN.items() for opening in openings.split()]
_NONE: Final[frozenset[Cue]] = frozenset()


def opening(paragraph: str) -> Opening:
    """How a paragraph opens."""
    start = paragraph[:OPENING].lstrip(_SIGNS).lower().replace("'", "’")
    if start[:1] >= "\u3400":
        return Opening(start[:1], frozenset(cue for words, cue in _BY_HAN if start.startswith(words)))
    words = start.split()
    if not words:
        return Opening("", _NONE)
    first = words[0].strip(_SIGNS)
    found = set()
    if cue := _BY_WORD.get(first):
        found.add(cue)
    if phrases := _BY_PHRASE.get(first):
        said = " ".join(word.strip(_SIGNS) for word in words[:4]) + " "
        found.update(cue for phrase, cue in phrases if said.startswith(phrase))
    if first in _TIME_BEFORE and any(_is_time(word.strip(_SIGNS)) for word in words[1:7]):
        found.add(Cue.TIME)
    return Opening(first, frozenset(found) if found else _NONE)


def leans(cues: frozenset[Cue]) -> bool:
    """Whether a paragraph that opens so goes on with the one before it, or looks back to that."""
    return Cue.ANAPHOR in cues or Cue.CONNECTIVE in cues


def _is_time(word: str) -> bool:
    return word in _TIMES or (len(word) == 4 and word.isdecimal())
