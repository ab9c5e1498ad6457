"""What the benchmark of checking makes of passages is what it says: faithful, altered, or nowhere."""

from __future__ import annotations

from random import Random

import pytest

from corpus.draft import Draft
from corpus.quotation.checked import Verdict
from corpus.quotation.checking import Checker
from tests.bench.checking.altering import Altering, made_up
from tests.bench.checking.passages import Drawing
from tests.bench.checking.quoting import faithful
from tests.bench.checking.truth import Truth

_NOUNS = "lock tide keeper gate canal stone barge rope lamp bridge winter letter number mirror".split()
_VERBS = "raised counted mended painted carried measured lowered forgot signed opened".split()


def _sentence(chance: Random) -> str:
    one, other, third = (chance.choice(_NOUNS) for _ in range(3))
    year, cost = chance.randrange(1700, 1990), chance.randrange(2, 99)
    verb = chance.choice(_VERBS)
    return f"In {year} the {one} of the “{other}” {verb} {cost} % of every {third}, for ${cost}."


def _texts(seed: int) -> list[str]:
    chance = Random(seed)
    return [" ".join(_sentence(chance) for _ in range(40)) for _ in range(4)]


_TEXTS = _texts(1)


def _checker() -> Checker:
    drafts = [Draft() for _ in _TEXTS]
    for draft, text in zip(drafts, _TEXTS, strict=True):
        draft.add(text)
    return Checker.of_documents(list(enumerate(draft.document() for draft in drafts)))


@pytest.mark.parametrize("kind", faithful(Drawing(_TEXTS, Random(1))))
def test_a_faithful_quotation_passes(kind: str) -> None:
    make, checker = faithful(Drawing(_TEXTS, Random(kind)))[kind], _checker()
    made = [make() for _ in range(4)]
    assert any(text != drawn.text for drawn, text in made)
    for _, text in made:
        assert checker.check(text).verdict is Verdict.VERBATIM, text


@pytest.mark.parametrize("kind", Altering(Drawing(_TEXTS, Random(1))).kinds())
def test_an_altered_quotation_stands_nowhere_and_does_not_pass(kind: str) -> None:
    altering, checker, truth = Altering(Drawing(_TEXTS, Random(kind))), _checker(), Truth(_TEXTS)
    for _ in range(3):
        drawn, parts = altering.kinds()[kind]()
        assert truth.stands([drawn.text])
        if not truth.stands(parts):
            assert checker.check(altering.finished(parts)).verdict is not Verdict.VERBATIM, parts


def test_made_up_ones_differ_by_kind_and_are_the_same_for_a_seed() -> None:
    once, again = (
        [make() for make in made_up(Drawing(_TEXTS, Random(5)), Drawing(_texts(2), Random(5))).values()]
        for _ in range(2)
    )
    assert once == again
    assert len(set(once)) == 3
