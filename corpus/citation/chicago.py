"""The Chicago Manual of Style, 18th edition: the full note of notes and bibliography."""

from __future__ import annotations

from typing import Final

from corpus.calendar import month_first
from corpus.citation.locator import counted_in_words, heading, unnumbered
from corpus.citation.quoting import Quotation, then_note
from corpus.citation.style import Reference, Style
from corpus.citation.work import in_quotes, is_whole, joined, unknown, with_mark
from corpus.metadata import Metadata
from corpus.passage import Passage
from corpus.people import full_names, outlet

_UNTITLED: Final = "untitled article"
_ENDINGS: Final = (".", "?", "!")


def refer(metadata: Metadata, passage: Passage) -> Reference:
    """The note: people, title, where and when it appeared, the place in it, the address last.

    A paragraph that was only counted is named in words: the manual's editors hold "para. 3" to be
    misleading where no number is printed (Q&A on 13.117). Outside the paragraphs a heading that the
    author wrote names the place. Names stand as published; of three or more authors the 18th
    edition prints the first with "et al.", in full notes too. An article without a title is
    described, in roman without marks. Without a date there is the day it was read, if known.
    """
    title = _title(metadata)
    place = counted_in_words(passage) or _under_heading(metadata, passage)
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
    note = note[0].upper() + note[1:] if note.startswith(_UNTITLED) else note
    notes = (() if place and passage.paragraphs is None else unnumbered(passage)) + unknown(metadata)
    if metadata.type == "article-journal":
        notes += ("volume unknown",)
    return Reference(note if note.endswith(_ENDINGS) else with_mark(note, "."), place, notes)


CHICAGO: Final = Style(
    "chicago",
    "Chicago",
    "Chicago, 18th edition, note",
    # The manual gives a hundred words as a guide, not as a limit.
    Quotation(block_from=100, run_in=then_note),
    refer,
)


def _title(metadata: Metadata) -> str:
    if not metadata.title:
        return _UNTITLED
    return metadata.title if is_whole(metadata) else in_quotes(metadata.title)


def _imprint(metadata: Metadata) -> str:
    """Publisher and year, behind the title of a whole work; the 18th edition leaves the place out."""
    if not is_whole(metadata):
        return ""
    known = joined((metadata.publisher, str(metadata.date.year) if metadata.date else ""))
    return f" ({known})" if known else ""


def _appearance(metadata: Metadata) -> tuple[str, str]:
    return outlet(metadata), month_first(metadata.date) if metadata.date else ""


def _under_heading(metadata: Metadata, passage: Passage) -> str:
    title = heading(passage)
    # The heading that is the article's title says nothing about the place in it.
    return f"under {in_quotes(title)}" if title and title != metadata.title else ""
