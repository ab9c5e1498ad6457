"""A sentence without markup that claims no style: who wrote what, where it appeared, and the place in it."""

from __future__ import annotations

from typing import Final

from corpus.citation.described import address, appeared, people, title
from corpus.citation.labelled import Kind, Labels, best, named
from corpus.citation.place import Place
from corpus.citation.quoting import Quotation
from corpus.citation.stops import capitalised, stopped
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied
from corpus.citation.work import joined, unknown
from corpus.metadata import Metadata

_LABELS: Final = Labels(
    ("page ", "pages "), ("paragraph ", "paragraphs "), "section ", heading="under the heading {}"
)


def _cite(cited: Cited) -> Reference:
    """All that is known, and the place before the address."""
    cited = tidied(cited)
    work = cited.work
    kind, place = _place(cited)
    parts = (people(work), _title(work), *appeared(work), place, address(work))
    return _sentence(cited, parts, kind, place)


def _short(cited: Cited) -> Reference:
    """The family names, the title, the place."""
    cited = tidied(cited)
    kind, place = _place(cited)
    parts = (people(cited.work, short=True), _title(cited.work, short=True), place)
    return _sentence(cited, parts, kind, place)


def _entry(cited: Cited) -> Reference:
    """All that is known, with the pages on which the work stands."""
    cited = tidied(cited)
    work = cited.work
    pages = f"pages {work.pages}" if work.pages else ""
    parts = (people(work), _title(work), *appeared(work), pages, address(work))
    return _sentence(cited._replace(place=Place()), parts, None, "")


def _place(cited: Cited) -> tuple[Kind | None, str]:
    kind = best(cited.work, cited.place)
    return kind, named(cited.place, kind, _LABELS)


def _title(work: Metadata, *, short: bool = False) -> str:
    return title(work, short=short).plain


def _sentence(cited: Cited, parts: tuple[str, ...], kind: Kind | None, place: str) -> Reference:
    """A sentence of the parts that are not empty; the second is the title."""
    notes = (cited.place.notes if kind in (None, "counted") else ()) + unknown(cited.work)
    return Reference(stopped(capitalised(joined(parts, parts[1]))), place, notes)


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
