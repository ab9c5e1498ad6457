"""What Pincite writes for other programs, it reads back as the same work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.exchange import bibtex_writing, csl_writing
from corpus.exchange.bibliography import read_bibliography
from corpus.metadata import Metadata
from tests.works import ARTICLE, BOOK, CHAPTER, CHINESE, EIGHT, NEWS, PAGE, REPORT

WORKS = {
    "news": NEWS,
    "a page": PAGE,
    "an article": ARTICLE,
    "eight authors": EIGHT,
    "a report": REPORT,
    "a book": BOOK,
    "a chapter": CHAPTER,
    "a Chinese article": CHINESE,
    "signs": ARTICLE._replace(title="100% of {A} & B_c: $5 #1 ~ \\x ^2 “q”", container="R&D", volume="12"),
}


def read(path: Path) -> Metadata:
    ((work,), faults) = read_bibliography(path, "", 1_000_000)
    assert (faults, work.faults) == ((), ())
    return work.metadata._replace(sources={})


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS.keys())
def test_an_item_of_csl_json_is_read_back(work: Metadata, tmp_path: Path) -> None:
    path = tmp_path / "x.csl.json"
    path.write_text(json.dumps([csl_writing.item(work, "x")]), "utf-8")
    assert read(path) == work


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS.keys())
def test_an_entry_of_biblatex_is_read_back(work: Metadata, tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_text(bibtex_writing.entry(work, "x"), "utf-8")
    # BibLaTeX has one field for numbers, and for the body that made a page, and that it is printed as.
    assert read(path) == work._replace(container=work.container if work is not PAGE else "")
