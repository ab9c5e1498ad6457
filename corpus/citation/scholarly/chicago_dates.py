"""The Chicago Manual of Style, 18th and 17th edition: author and date."""

from __future__ import annotations

from functools import partial
from typing import Final

from corpus.calendar import month_first
from corpus.citation.editions import edition
from corpus.citation.name_lists import listed
from corpus.citation.phrase import Phrase, phrase, strung
from corpus.citation.pinpoint import pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import chicago as shortened
from corpus.citation.ranges import ranged
from corpus.citation.remarks import Remarks
from corpus.citation.scholarly import chicago_parts as parts
from corpus.citation.scholarly.chicago_editions import EIGHTEENTH, IN_TEXT, SEVENTEENTH, Edition
from corpus.citation.scholarly.laws import jurisdiction
from corpus.citation.scholarly.publication import address
from corpus.citation.stops import capitalised, sentences
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.template import Template, template
from corpus.citation.tidying import tidied
from corpus.citation.titles import ask_for_latin
from corpus.citation.work import is_edited, joined
from corpus.metadata import Metadata, PartialDate

_NAMED: Final[dict[Template, str]] = {
    "article": "an article",
    "news": "a newspaper or news site",
    "page": "a page",
    "book": "a book",
    "report": "a report",
    "chapter": "a part of a book",
    "law": "a law",
}


def _text(manual: Edition, cited: Cited) -> Reference:
    """The parenthesis: family names and year without a comma, then the place; "n.d." has one before it."""
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    place, _ = pinpoint(cited, IN_TEXT, remarks)
    remarks.unknown(work)
    ask_for_latin(work, "Chicago", remarks)
    if kind == "law":
        remarks.memory("the form of a law")
        return remarks.reference("(" + parts.statute(work, place) + ")", place)
    people = listed(work.authors or (work.editors if is_edited(work) else ()), manual.family_names)
    if not people:
        remarks.memory("a title in the text")
        people = parts.short_title(work, kind, manual, remarks, opens=True)
    dated = people + f" {work.date.year}" if work.date else joined((people, "n.d."))
    return remarks.reference("(" + joined((dated, place)) + ")", place)


def _entry(manual: Edition, cited: Cited) -> Reference:
    """The entry in the list of references: the year stands behind the names."""
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    remarks.unknown(work)
    ask_for_latin(work, "Chicago", remarks)
    if kind == "law":
        remarks.memory("the form of a law")
        remarks.note("Chicago cites laws in the text only, not in the list of references")
        return remarks.reference(sentences((parts.statute(work, "") + jurisdiction(work), work.url)))
    people = parts.people(work, manual.entry, remarks)
    title = parts.title(work, kind, manual, remarks, opens=True)
    year = str(work.date.year) if work.date else "n.d."
    read = parts.read(work, "Accessed")
    # Those for books and their parts were seen, in guides on the 18th edition.
    if kind not in ("book", "chapter") or manual is not EIGHTEENTH:
        remarks.memory(f"the entry of {_NAMED[kind]}")
    entry = sentences(
        (
            *((people, year, title) if people else (title, year)),
            *_published(work, kind, manual, remarks),
            read,
            address(work),
        )
    )
    return remarks.reference(entry)


def _published(work: Metadata, kind: Template, manual: Edition, remarks: Remarks) -> tuple[Phrase | str, ...]:
    if kind == "article":
        periodical = parts.journal(work, remarks, with_year=False)
        pages = ranged(work.pages, "–", shortened)
        between = ": " if work.volume or work.issue else ", "
        return (strung((periodical, pages), between),)
    if kind in ("news", "page"):
        return (joined((parts.container(work, kind, remarks), _day(work.date))),)
    return (
        parts.within(work, kind, manual, remarks),
        capitalised(phrase(edition(work.edition, "ed."))),
        capitalised(phrase(parts.report(work, remarks) if kind == "report" else "")),
        parts.imprint(work, manual, ""),
    )


def _day(date: PartialDate | None) -> str:
    """The date without the year that stands behind the names: "February 5"."""
    if date is None or not date.month:
        return ""
    return month_first(date).removesuffix(f" {date.year}").rstrip(",")


def _style(name: str, ordinal: str, manual: Edition) -> Style:
    return Style(
        name,
        "Chicago, author-date" if manual is EIGHTEENTH else f"Chicago {ordinal[:2]}, author-date",
        f"Chicago, {ordinal} edition, author and date in the text",
        "text",
        Quotation("parenthesis", block_words=100),
        cite=partial(_text, manual),
        short=partial(_text, manual),
        entry=partial(_entry, manual),
    )


CHICAGO_DATE: Final = _style("chicago-date", "18th", EIGHTEENTH)
CHICAGO17_DATE: Final = _style("chicago17-date", "17th", SEVENTEENTH)
