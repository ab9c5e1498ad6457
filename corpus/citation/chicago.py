"""The Chicago Manual of Style, 18th edition: the full note of notes and bibliography."""

from __future__ import annotations

from typing import Final

from corpus.calendar import month_first
from corpus.citation.locator import counted_in_words
from corpus.citation.phrase import phrase
from corpus.citation.place import Place
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.work import in_quotes, is_whole, joined, unknown, with_mark
from corpus.metadata import Metadata
from corpus.people import full_names, outlet

_UNTITLED: Final = "untitled article"
_ENDINGS: Final = (".", "?", "!")


def _cite(cited: Cited) -> Reference:
    """The note: people, title, where and when it appeared, the place in it, the address last.

    A paragraph that was only counted is named in words: the manual's editors hold "para. 3" to be
    misleading where no number is printed (Q&A on 13.117). Outside the paragraphs a heading that the
    author wrote names the place. Names stand as published; of three or more authors the 18th
    edition prints the first with "et al.", in full notes too. An article without a title is
    described, in roman without marks. Without a date there is the day it was read, if known.
    """
    metadata = cited.work
    title = _title(metadata)
    place = counted_in_words(cited.place) or _under_heading(cited.place)
    note = joined(
        (
            full_names(metadata.authors, at_most=2),
            title + _imprint(metadata),
            *(() if is_whole(metadata) else _appearance(metadata)),
            place,
            f"accessed {month_first(metadata.accessed)}" if metadata.accessed and not metadata.date else "",
            metadata.url,
        ),
        title,
    )
    if note.plain.startswith(_UNTITLED):
        note = phrase(note.plain[0].upper() + note.plain[1:])
    notes = (() if place and cited.place.counted is None else cited.place.notes) + unknown(metadata)
    if metadata.type == "article-journal":
        notes += ("volume unknown",)
    return Reference(note if note.plain.endswith(_ENDINGS) else with_mark(note, "."), place, notes)


def _title(metadata: Metadata) -> str:
    if not metadata.title:
        return _UNTITLED
    return metadata.title if is_whole(metadata) else in_quotes(metadata.title)


def _imprint(metadata: Metadata) -> str:
    """Publisher and year, behind the title of a whole work; the 18th edition leaves the place out."""
    if not is_whole(metadata):
        return ""
    known = joined((metadata.publisher, str(metadata.date.year) if metadata.date else "")).plain
    return f" ({known})" if known else ""


def _appearance(metadata: Metadata) -> tuple[str, str]:
    return outlet(metadata), month_first(metadata.date) if metadata.date else ""


def _under_heading(place: Place) -> str:
    return f"under {in_quotes(place.heading)}" if place.heading else ""


CHICAGO: Final = Style(
    "chicago",
    "Chicago",
    "Chicago, 18th edition, note",
    "note",
    # The manual gives a hundred words as a guide, not as a limit.
    Quotation("note", block_words=100),
    cite=_cite,
    short=_cite,
    entry=_cite,
)
