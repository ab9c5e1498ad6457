"""A sentence without markup that claims no style: who wrote what, where it appeared, and the place in it."""

from __future__ import annotations

from typing import Final

from corpus.citation.described.words import address, appeared, people, title
from corpus.citation.pinpoint import all_places, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.remarks import Remarks
from corpus.citation.stops import capitalised, stopped
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied
from corpus.citation.work import joined
from corpus.metadata import Metadata

_PLACES: Final = all_places(
    ("page {}", "pages {}"),
    ("paragraph {}", "paragraphs {}"),
    "section {}",
    heading_label="under the heading {}",
)


def _cite(cited: Cited) -> Reference:
    """All that is known, and the place before the address."""
    cited, remarks = tidied(cited), Remarks()
    work = cited.work
    place, _ = pinpoint(cited, _PLACES, remarks)
    parts = (people(work), _title(work), *appeared(work), place, address(work))
    return _sentence(work, parts, place, remarks)


def _short(cited: Cited) -> Reference:
    """The family names, the title, the place."""
    cited, remarks = tidied(cited), Remarks()
    work = cited.work
    place, _ = pinpoint(cited, _PLACES, remarks)
    return _sentence(work, (people(work, short=True), _title(work, short=True), place), place, remarks)


def _entry(cited: Cited) -> Reference:
    """All that is known, with the pages on which the work stands."""
    work = tidied(cited).work
    pages = f"pages {work.pages}" if work.pages else ""
    return _sentence(work, (people(work), _title(work), *appeared(work), pages, address(work)), "", Remarks())


def _title(work: Metadata, *, short: bool = False) -> str:
    return title(work, short=short).plain


def _sentence(work: Metadata, parts: tuple[str, ...], place: str, remarks: Remarks) -> Reference:
    """A sentence of the parts that are not empty; the second is the title."""
    remarks.unknown(work)
    return remarks.reference(stopped(capitalised(joined(parts, parts[1]))), place)


PLAIN_STYLE: Final = Style(
    "plain",
    "Plain",
    "Plain words, by no style",
    "note",
    Quotation("note", block_words=100),
    cite=_cite,
    short=_short,
    entry=_entry,
)
