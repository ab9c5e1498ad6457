"""The Publication Manual of the American Psychological Association, 7th edition."""

from __future__ import annotations

from typing import Final

from corpus.calendar import month_first
from corpus.citation import pinpoint as at
from corpus.citation.casing import headline_case
from corpus.citation.editions import edition
from corpus.citation.marks import without_stop
from corpus.citation.name_lists import NameList, family, initialled, initials_first, listed
from corpus.citation.phrase import Phrase, italic, phrase, strung
from corpus.citation.pinpoint import Pinpoints, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import ranged
from corpus.citation.remarks import Remarks
from corpus.citation.scholarly import laws
from corpus.citation.scholarly.publication import address, publisher
from corpus.citation.stops import stopped
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.template import Template, is_periodical, template
from corpus.citation.tidying import tidied
from corpus.citation.titles import (
    ask_for_latin,
    beside,
    described,
    in_another_script,
    in_sentence_case,
    titles,
)
from corpus.citation.work import in_quotes, is_edited, joined
from corpus.metadata import Metadata
from corpus.people import outlet

_IN_TEXT: Final = NameList(family, family, at_most=2, conjunction="&")
_IN_LIST: Final = NameList(initialled, initialled, at_most=20, kept=19, conjunction="&", ellipsis=". . .")
_EDITORS: Final = NameList(initials_first, initials_first, at_most=20, kept=19, conjunction="&")
_LONG_HEADING: Final = 4
"""Words; longer headings stand in quotation marks."""


def _under(heading: str) -> str:
    heading = without_stop(heading)
    named = in_quotes(heading) if len(heading.split()) > _LONG_HEADING else heading
    return f"{named} section"


_DASH: Final = "the dash in “paras. 5–6”"
_DIVISION: Final = at.division("the name of an article or a rule", abbreviated=False)
# APA lets one count paragraphs, so a counted one is exacter than a section that has a number.
_WAYS: Final = (
    at.pages("p. {}", "pp. {}"),
    at.numbers("para. {}", "paras. {}", memory_of_several=_DASH),
    at.counted("para. {}", "paras. {}", memory_of_several=_DASH),
    at.section("Section {}", "words for a numbered section"),
    _DIVISION,
    at.heading(_under, "words for a heading alone"),
)
# APA lets one count paragraphs, so a counted one is exacter than a section that has a number: but in a law
# a counted paragraph would name nothing.
_OF_LAW: Final = at.section(lambda work: "§ {}" if laws.is_american(work) else "s. {}")
_PINPOINTS: Final = Pinpoints(_WAYS, in_law=Pinpoints((_OF_LAW, _DIVISION, *_WAYS)))


def _cite(cited: Cited) -> Reference:
    """The parenthesis: family names, year, and the place.

    Without an author the title comes first; without a date stands "n.d.".
    """
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    if kind == "law":
        return _cite_law(cited, remarks)
    place, _ = pinpoint(cited, _PINPOINTS, remarks)
    remarks.unknown(work)
    people = listed(work.authors or (work.editors if is_edited(work) else ()), _IN_TEXT)
    title = Phrase() if people else _title_in_text(work, kind, remarks)
    year = str(work.date.year) if work.date else "n.d."
    ask_for_latin(work, "APA", remarks)
    return remarks.reference("(" + joined((people or title, year, place), title) + ")", place)


def _cite_law(cited: Cited, remarks: Remarks) -> Reference:
    work = cited.work
    place, _ = pinpoint(cited, _PINPOINTS, remarks)
    remarks.memory("the form of a law")
    remarks.unknown(work)
    ask_for_latin(work, "APA", remarks)
    year = str(work.date.year) if work.date else ""
    name: Phrase | str = laws.called(work).removesuffix(f" {year}") or laws.code(work)
    if laws.is_case(work):
        name = italic(laws.called(work))
    return remarks.reference("(" + joined((name, year, place)) + ")", place)


def _title_in_text(work: Metadata, kind: Template, remarks: Remarks) -> Phrase:
    """The title in the place of a name: in marks where the list has it in roman, else in italics."""
    latin = titles(work).latin
    if not latin:
        return _description(work, remarks)
    cased = headline_case(latin, work.lang)
    return italic(cased) if _stands_alone(work, kind) else phrase(in_quotes(cased))


def _entry(cited: Cited) -> Reference:
    """The entry in the list of references: people, date, title, where it appeared, and the address bare."""
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    remarks.unknown(work)
    ask_for_latin(work, "APA", remarks)
    if kind == "law":
        remarks.memory("the form of a law")
        return remarks.reference(strung((stopped(_law(work)), address(work)), " "))
    people, title = _people(work), _title(cited, kind, remarks)
    date = f"({_date(work, kind)})"
    if kind in ("book", "report"):
        title = strung((title, _in_parentheses(work, kind, remarks)), " ")
    sentences = (people, date, title) if people else (title, date)
    published = _published(cited, kind, remarks)
    entry = strung((*map(stopped, (*sentences, published)), _address(work, kind, remarks)), " ")
    return remarks.reference(entry)


def _people(work: Metadata) -> Phrase:
    if not is_edited(work):
        return listed(work.authors, _IN_LIST)
    return listed(work.editors, _IN_LIST) + (" (Eds.)" if len(work.editors) > 1 else " (Ed.)")


def _date(work: Metadata, kind: Template) -> str:
    if work.date is None:
        return "n.d."
    if kind not in ("news", "page") or not work.date.month:
        return str(work.date.year)
    return f"{work.date.year}, {month_first(work.date).removesuffix(f' {work.date.year}').rstrip(',')}"


def _title(cited: Cited, kind: Template, remarks: Remarks) -> Phrase:
    work = cited.work
    latin, _, translated = titles(work)
    if not latin:
        return _description(work, remarks)
    cased = in_sentence_case(latin, cited, remarks)
    return beside(italic(cased) if _stands_alone(work, kind) else cased, "", translated)


def _description(work: Metadata, remarks: Remarks) -> Phrase:
    """What stands for a title nobody gave. APA asks for a description: that is the writer’s to make."""
    remarks.note("APA asks for a description in [ ]")
    return phrase(f"[{described(work, opens=True)}]")


def _stands_alone(work: Metadata, kind: Template) -> bool:
    """Whether the title is in italics: that of a work that is no part of a greater one, or of a page."""
    return kind in ("book", "report", "page") or (kind == "news" and not is_periodical(work))


def _in_parentheses(work: Metadata, kind: Template, remarks: Remarks) -> str:
    parts = [edition(work.edition, "ed.")]
    if kind == "report" and (work.genre or work.number):
        remarks.memory("the number of a report")
        parts.append(" ".join(part for part in (work.genre, work.number and f"No. {work.number}") if part))
    known = ", ".join(part for part in parts if part)
    return f"({known})" if known else ""


def _published(cited: Cited, kind: Template, remarks: Remarks) -> Phrase:
    work = cited.work
    if kind in ("book", "report"):
        return phrase(publisher(work))
    if kind == "chapter":
        return _within(cited, remarks)
    name = outlet(work)
    if kind == "article" or is_periodical(work):
        if kind == "news":
            remarks.memory("italics for a newspaper")
        return _periodical(work)
    return phrase(name)


def _periodical(work: Metadata) -> Phrase:
    name = outlet(work)
    if work.container_romanised and in_another_script(name):
        name = work.container_romanised
    issue = f"({work.issue})" if work.issue else ""
    volume = italic(work.volume) + issue if work.volume else phrase(issue)
    return strung((italic(name), volume, ranged(work.pages, "–")), ", ")


def _within(cited: Cited, remarks: Remarks) -> Phrase:
    """The book that a chapter stands in, with its editors, and its publisher."""
    work = cited.work
    editors = listed(work.editors, _EDITORS)
    if editors:
        editors += " (Eds.)" if len(work.editors) > 1 else " (Ed.)"
    pages = ranged(work.pages, "–")
    label = "pp." if "–" in pages or "," in pages else "p."
    details = (edition(work.edition, "ed."), f"{label} {pages}" if pages else "")
    inside = ", ".join(part for part in details if part)
    name = in_sentence_case(work.container, cited, remarks)
    book = strung((italic(name), f"({inside})" if inside else ""), " ")
    host = strung((editors, book), ", ")
    return strung((stopped("In " + host) if host else "", publisher(work)), " ")


def _law(work: Metadata) -> Phrase:
    parts = (laws.called(work), laws.code(work), laws.chapter(work))
    return strung(parts, ", ") + laws.jurisdiction(work)


def _address(work: Metadata, kind: Template, remarks: Remarks) -> str:
    """Without a stop behind it; of an undated page with the day it was read, for it may change."""
    if work.accessed and work.url and not work.date and kind == "page":
        remarks.memory("the day of access of an undated page: only where the page changes")
        return f"Retrieved {month_first(work.accessed)}, from {work.url}"
    return address(work)


APA: Final = Style(
    "apa",
    "APA",
    "APA, 7th edition, author and date in the text",
    "text",
    Quotation("parenthesis", block_words=40),
    cite=_cite,
    short=_cite,
    entry=_entry,
)
