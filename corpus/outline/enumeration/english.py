"""How parts are counted in English."""

from __future__ import annotations

from typing import Final

from corpus.outline.enumeration.language import LAST, NEXT, Language, before, counted, each

_ORDINALS: Final = counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_SINGULAR: Final = """reason way point step lesson question principle thing part challenge priority factor
    aspect measure task goal objective problem issue element pillar argument condition stage phase theme
    proposal recommendation observation area requirement rule trend ground consideration objection answer
    advantage disadvantage benefit mistake myth option risk idea claim category group type kind example
    tip case change criterion feature component cause consequence effect explanation implication
    possibility approach strategy"""

ENGLISH: Final = Language(
    name="English",
    opening=_ORDINALS
    | each(1, "first of all", "first and foremost", "first off", "one", "number one")
    | counted("number_two number_three number_four number_five number_six number_seven", 2)
    | each(NEXT, "next")
    | each(
        LAST, "finally", "lastly", "last", "and finally", "and lastly", "last but not least", "last of all"
    )
    | each(LAST, *(f"{word} and {last}" for word in _ORDINALS for last in ("last", "finally", "lastly")))
    | {f"{word} and most importantly": value for word, value in _ORDINALS.items()},
    certain=counted("firstly secondly thirdly fourthly fifthly sixthly seventhly eighthly ninthly tenthly")
    | each(1, "in the first place", "to begin with", "for one thing")
    | each(2, "in the second place", "for another thing", "for another"),
    articled=before(("the", "my", "our", "his", "her", "their", "its", "a"), _ORDINALS)
    | each(
        LAST, "the last", "the final", "my last", "my final", "our last", "our final", "a final", "a last"
    ),
    kinds=frozenset(_SINGULAR.split()),
    verbs=frozenset(
        """is was are were concerns concerned relates involves has lies comes came of would will should
        deals""".split()
    ),
    numbers=counted("two three four five six seven eight nine ten eleven twelve", 2),
    nouns=frozenset(
        """reasons ways points steps lessons questions principles things parts challenges priorities
        factors aspects measures tasks goals objectives problems issues elements pillars arguments
        conditions stages phases themes proposals recommendations observations areas requirements rules
        trends grounds considerations objections answers advantages disadvantages benefits mistakes myths
        options risks ideas claims categories groups types kinds examples tips cases changes criteria
        features components causes consequences effects explanations implications possibilities approaches
        strategies fronts respects takeaways""".split()
    ),
    joined=frozenset("part point step pronged fold stage tier pillar".split()),
    vague=frozenset("several various many some numerous multiple few following".split()),
    partitive=frozenset(["of"]),
    ordered=frozenset(
        """chapter section part article volume number no page first last next other another previous these
        those all both of only""".split()
    ),
)
