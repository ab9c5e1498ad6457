"""The Chicago Manual of Style, 18th and 17th edition: notes and bibliography."""

from __future__ import annotations

from functools import partial
from typing import Final

from corpus.calendar import month_first
from corpus.citation.editions import edition
from corpus.citation.marks import asks_or_exclaims
from corpus.citation.name_lists import listed
from corpus.citation.phrase import Phrase, phrase, strung
from corpus.citation.pinpoint import Basis, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import chicago as shortened
from corpus.citation.ranges import ranged
from corpus.citation.remarks import Remarks
from corpus.citation.scholarly import chicago_parts as parts
from corpus.citation.scholarly.chicago_editions import EIGHTEENTH, IN_NOTES, SEVENTEENTH, Edition
from corpus.citation.scholarly.laws import jurisdiction
from corpus.citation.scholarly.publication import address
from corpus.citation.stops import capitalised, sentences, stopped
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.template import Template, template
from corpus.citation.tidying import tidied
from corpus.citation.titles import ask_for_latin
from corpus.citation.work import is_edited, joined
from corpus.metadata import Metadata, Name

_UNDECIDED: Final = "no comma behind a title that ends in a question mark"


def _note(manual: Edition, cited: Cited) -> Reference:
    """The full note: people, title, where and when it appeared, the place in it, the address last."""
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    place, basis = pinpoint(cited, IN_NOTES, remarks)
    if kind == "law":
        remarks.memory("the form of a law")
        note = joined((parts.statute(work, place) + jurisdiction(work), work.url))
    else:
        note = _note_on(work, kind, manual, (place, basis), remarks)
    remarks.unknown(work)
    ask_for_latin(work, "Chicago", remarks)
    return remarks.reference(stopped(note), place)


def _note_on(
    work: Metadata, kind: Template, manual: Edition, at: tuple[str, Basis | None], remarks: Remarks
) -> Phrase:
    people = parts.people(work, manual.people, remarks)
    title = parts.title(work, kind, manual, remarks, opens=not people)
    if asks_or_exclaims(title.plain):
        remarks.memory(_UNDECIDED)
    if is_edited(work):
        remarks.memory("a note on a book with editors only")
    place, basis = at
    published: tuple[Phrase | str, ...]
    if kind == "article":
        periodical = parts.journal(work, remarks, with_year=True)
        behind = basis == "pages" and bool(work.volume or work.issue)
        published = (periodical + f": {place}",) if behind else (periodical, place)
    elif kind in ("news", "page"):
        published = (parts.container(work, kind, remarks), _day(work, remarks), place)
    else:
        title = _book(work, kind, title, manual, remarks)
        published = (place,)
    return joined(
        (
            people,
            title,
            *published,
            parts.read(work, "accessed"),
            address(work),
        ),
        title,
    )


def _book(work: Metadata, kind: Template, title: Phrase, manual: Edition, remarks: Remarks) -> Phrase:
    """A book, a report or a chapter with its imprint: *Paper Trails*, 2nd ed. (Northgate Press, 2018)."""
    year = str(work.date.year) if work.date else ""
    if kind == "chapter":
        remarks.memory("a note on a part of a book")
        name = parts.container(work, kind, remarks)
        title = joined((title, "in " + name if name else ""), title)
    number = parts.report(work, remarks) if kind == "report" else ""
    by = parts.edited_by(work, "ed.")
    whole = joined((title, by, edition(work.edition, "ed."), number), title)
    known = parts.imprint(work, manual, year)
    return whole + (f" ({known})" if known else "")


def _short(manual: Edition, cited: Cited) -> Reference:
    """The shortened note: family names, the short title, the place."""
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    place, _ = pinpoint(cited, IN_NOTES, remarks)
    remarks.unknown(work)
    ask_for_latin(work, "Chicago", remarks)
    if kind == "law":
        remarks.memory("the form of a law")
        return remarks.reference(stopped(parts.statute(work, place)), place)
    people = listed(_credited(work), manual.family_names)
    title = parts.short_title(work, kind, manual, remarks, opens=not people)
    if asks_or_exclaims(title.plain) and place:
        remarks.memory(_UNDECIDED)
    return remarks.reference(stopped(joined((people, title, place), title)), place)


def _ibid(manual: Edition, cited: Cited) -> Reference:
    """What stands for the work in the note just before; the 18th edition (13.37) prefers the short note."""
    cited, remarks = tidied(cited), Remarks()
    place, _ = pinpoint(cited, IN_NOTES, remarks)
    if not manual.prefers_ibid:
        remarks.note("Chicago’s 18th edition prefers the short note to “ibid.”")
    remarks.memory("the form of “ibid.”")
    return remarks.reference(stopped(joined(("Ibid.", place))), place)


def _entry(manual: Edition, cited: Cited) -> Reference:
    """The entry in the bibliography; where in the work a passage stands is no part of it."""
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    remarks.unknown(work)
    ask_for_latin(work, "Chicago", remarks)
    if kind == "law":
        remarks.memory("the form of a law")
        remarks.note("Chicago cites laws in notes only, not in the bibliography")
        return remarks.reference(sentences((parts.statute(work, "") + jurisdiction(work), work.url)))
    entry = sentences(
        (
            parts.people(work, manual.entry, remarks),
            parts.title(work, kind, manual, remarks, opens=True),
            *_published(work, kind, manual, remarks),
            _read(work, remarks),
            address(work),
        )
    )
    return remarks.reference(entry)


def _published(work: Metadata, kind: Template, manual: Edition, remarks: Remarks) -> tuple[Phrase | str, ...]:
    if kind == "article":
        periodical = parts.journal(work, remarks, with_year=True)
        between = ": " if work.volume or work.issue else ", "
        return (strung((periodical, ranged(work.pages, "–", shortened)), between),)
    if kind in ("news", "page"):
        return (joined((parts.container(work, kind, remarks), _day(work, remarks))),)
    if kind == "chapter":
        remarks.memory("an entry for a part of a book")
    year = str(work.date.year) if work.date else ""
    return (
        parts.within(work, kind, manual, remarks),
        capitalised(phrase(edition(work.edition, "ed."))),
        capitalised(phrase(parts.report(work, remarks) if kind == "report" else "")),
        parts.imprint(work, manual, year),
    )


def _credited(work: Metadata) -> tuple[Name, ...]:
    return work.editors if is_edited(work) else work.authors


def _day(work: Metadata, remarks: Remarks) -> str:
    if not work.date:
        return ""
    if not work.date.day:
        remarks.memory("a date without its day")
    return month_first(work.date)


def _read(work: Metadata, remarks: Remarks) -> str:
    if read := parts.read(work, "Accessed"):
        remarks.memory("where the day of access stands")
    return read


def _style(name: str, ordinal: str, manual: Edition) -> Style:
    label = "Chicago" if manual is EIGHTEENTH else f"Chicago {ordinal[:2]}"
    return Style(
        name,
        label,
        f"Chicago, {ordinal} edition, notes",
        "note",
        # The manual gives a hundred words as a guide, not as a limit.
        Quotation("note", block_words=100),
        cite=partial(_note, manual),
        short=partial(_short, manual),
        entry=partial(_entry, manual),
        ibid=partial(_ibid, manual),
    )


CHICAGO: Final = _style("chicago", "18th", EIGHTEENTH)
CHICAGO17: Final = _style("chicago17", "17th", SEVENTEENTH)
