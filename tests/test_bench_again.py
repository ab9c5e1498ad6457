"""The benchmark of finding again: its edits are recorded as they were made, and its figures add up."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.finding_again.wording import Wording
from tests.bench.again.editing import edited
from tests.bench.again.measuring import Measuring
from tests.clipping import marked, river

WORDS = "river lock keeper book level page mill wheel flood gate weir night dawn boat rope bell".split()


def article(seed: int) -> Document:
    random = Random(seed)
    return river(
        *(
            f"{' '.join(random.choices(WORDS, k=12))}. {' '.join(random.choices(WORDS, k=9))}."
            for _ in range(9)
        )
    )


def test_without_edits_an_article_stays_as_it_is() -> None:
    for document in (article(1), marked()):
        made = edited(Wording(document.text), document, 0, Random(1))
        assert made.document.text == document.text
        assert list(made.document.blocks) == list(document.blocks)


@given(st.integers(0, 1 << 16), st.sampled_from([0.05, 0.3]))
def test_each_word_is_recorded_with_where_it_came_from(seed: int, rate: float) -> None:
    document = article(seed)
    old = Wording(document.text)
    made = edited(old, document, rate, Random(seed), gone=(20, 30))
    text = made.document.text
    whole = [(text[start:end], origin) for start, end, origin in made.words if origin == int(origin)]
    assert all(word.isalpha() for word, _ in whole)
    assert not made.of(20, 30)
    kept = sum(old.text[old.starts[int(at)] : old.ends[int(at)]] == word for word, at in whole)
    assert kept > len(old) * (1 - rate) / 2
    first, last = made.of(0, 20)[0], made.of(0, 20)[-1]
    assert made.rightness(0, 20, first) == 1
    assert made.overlap(0, 20, (last[1], last[1])) == 0


def test_what_is_found_is_counted() -> None:
    measuring = Measuring([(f"article {seed}", article(seed)) for seed in range(3)], 1)
    ours = measuring.kept("old text kept", 0.05, 20)
    assert ours.count == len(ours.costs) == 20
    assert ours.outcomes["found"] > measuring.kept("the offsets", 0.05, 20).outcomes["found"]
    assert measuring.deleted("the very words", (0.05,), 5).outcomes["found"] == 0
