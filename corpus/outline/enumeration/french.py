"""How parts are counted in French."""

from __future__ import annotations

from typing import Final

from corpus.outline.enumeration.language import LAST, NEXT, Language, before, counted, each

_ORDINALS: Final = """premier/première deuxième/second/seconde troisième quatrième cinquième sixième
    septième huitième neuvième dixième"""

FRENCH: Final = Language(
    name="French",
    opening=each(1, "primo", "d'une part", "en premier", "avant tout")
    | each(2, "secundo", "d'autre part")
    | each(3, "tertio")
    | each(NEXT, "puis")
    | each(LAST, "finalement", "et enfin", "pour finir", "dernier point"),
    certain=counted(
        """premièrement deuxièmement/secondement troisièmement quatrièmement cinquièmement sixièmement
        septièmement"""
    )
    | each(1, "d'abord", "tout d'abord", "en premier lieu", "pour commencer")
    | each(2, "en deuxième lieu", "en second lieu")
    | each(3, "en troisième lieu")
    | each(4, "en quatrième lieu")
    | each(NEXT, "ensuite")
    | each(LAST, "enfin", "en dernier lieu"),
    articled=before(("le", "la", "mon", "ma", "notre", "un", "une"), counted(_ORDINALS))
    | each(LAST, "le dernier", "la dernière", "un dernier", "une dernière"),
    kinds=frozenset(
        """raison point étape partie façon manière avantage inconvénient aspect question problème argument
        condition tâche objectif mesure phase règle leçon principe cause facteur erreur proposition idée
        élément""".split()
    ),
    verbs=frozenset("est était sont concerne tient réside consiste porte".split()),
    numbers=counted("deux trois quatre cinq six sept huit neuf dix onze douze", 2),
    nouns=frozenset(
        """raisons points étapes parties façons manières avantages inconvénients aspects questions
        problèmes arguments conditions tâches objectifs mesures phases règles leçons principes causes
        facteurs erreurs propositions idées éléments choses volets axes motifs ordres types""".split()
    ),
    joined=frozenset(),
    vague=frozenset("plusieurs quelques diverses divers différentes différents suivantes suivants".split()),
    partitive=frozenset("de des d'entre".split()),
    ordered=frozenset(
        "chapitre section partie article tome page premières premiers dernières derniers autres ces".split()
    ),
)
