"""What Pincite copies, pasted into a manuscript, is read again: the words, and the citation behind them."""

from __future__ import annotations

import pytest

from corpus.citation import STYLES, cite
from corpus.manuscript import quotation_in, read_manuscript
from corpus.manuscript.checking import ManuscriptChecker
from corpus.manuscript.quoted import Quoted
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.passages.passage import passage_of_quote
from corpus.quotation.checking import Checker

ARTICLE = open_bytes(
    b"""---
title: On Rivers and Their Names
author: Ana Ruiz
date: 2021-02-05
url: https://example.org/rivers
---

# Sources

The first spring is small, and it never fails. Those who drink from it say that it tastes of iron.

# Mouths

A river ends where its name does, said the pilot, and nobody on the ship contradicted him.
""",
    "rivers.md",
)
OUTLINE = outline_of(ARTICLE)
CHECKER = ManuscriptChecker(
    Checker.of_documents([("rivers.md", ARTICLE)]), lambda _: ARTICLE, lambda _: (), ()
)

WORDS = (
    "Those who drink from it say that it tastes of iron",
    "The first spring is small, and it never fails.",
    "A river ends where its name does, said the pilot, and nobody on the ship contradicted him.",
)


def _is_right(words: str, one: Quoted, *, tells_work: bool) -> None:
    assert one.text.rstrip(".,") == words.rstrip(".")
    assert one.citation
    checked = CHECKER.check(one)
    assert checked.is_right, checked.agreed
    assert not tells_work or (checked.agreed and checked.agreed.work == "right")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("words", WORDS)
def test_what_a_style_writes_is_read_again(style: str, words: str) -> None:
    passage = passage_of_quote(ARTICLE, OUTLINE, words)
    copied = cite(ARTICLE.metadata, passage, style).text
    # A number alone means a work in a list, which is not here.
    tells_work = any(name in copied.lower() for name in ("ruiz", "rivers and"))
    assert tells_work or style in ("ieee", "vancouver", "gb7714", "gb7714-2015")
    text = f"Some words stand before.\n\nShe says that {copied}\n\nAnd some stand behind.\n"
    for format in ("markdown", "text", "latex") if style == "latex" else ("markdown", "text"):
        manuscript = read_manuscript(text.encode(), format=format)
        assert not manuscript.faults
        (one,) = manuscript.quotations
        _is_right(words, one, tells_work=tells_work)
    pasted = quotation_in(copied)
    assert pasted is not None
    _is_right(words, pasted, tells_work=tells_work)
