"""Harvard as Cite Them Right has it: author and date."""

from __future__ import annotations

from typing import Final

from corpus.calendar import day_first
from corpus.citation import pinpoint as at
from corpus.citation.editions import edition
from corpus.citation.name_lists import NameList, family, initialled, listed
from corpus.citation.phrase import Phrase, italic, phrase, strung
from corpus.citation.pinpoint import Pinpoints, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import ranged
from corpus.citation.remarks import Remarks
from corpus.citation.scholarly import laws
from corpus.citation.scholarly.publication import doi
from corpus.citation.stops import sentences
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.template import Template, template
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

_AND_OTHERS: Final = italic("et al.")
_IN_TEXT: Final = NameList(family, family, at_most=3, serial=False, et_al=_AND_OTHERS)
_IN_LIST: Final = NameList(initialled, initialled, at_most=3, serial=False, et_al=_AND_OTHERS)

_LABEL: Final = "the label “para.”"
_DIVISION: Final = at.division("the name of an article or a rule", abbreviated=False)
_WAYS: Final = (
    at.pages("p. {}", "pp. {}"),
    at.numbers("para. {}", "paras. {}", memory=_LABEL),
    at.counted("para. {}", "paras. {}", memory=_LABEL),
    at.section("section {}", "words for a numbered section"),
    _DIVISION,
)
_WITHHELD: Final[dict[at.Basis, str]] = {"heading": "no heading (Harvard names pages and paragraphs)"}
_PINPOINTS: Final = Pinpoints(
    _WAYS, _WITHHELD, in_law=Pinpoints((at.section("s. {}"), _DIVISION, *_WAYS), _WITHHELD)
)


def _cite(cited: Cited) -> Reference:
    """The parenthesis: family names, year, place; without a date "no date", without a name the title."""
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    place, _ = pinpoint(cited, _PINPOINTS, remarks)
    remarks.unknown(work)
    ask_for_latin(work, "Harvard", remarks)
    if kind == "law":
        remarks.memory("where the section of a law stands")
        return remarks.reference(
            "(" + joined((italic(laws.called(work) or laws.code(work)), place)) + ")", place
        )
    people = listed(work.authors or (work.editors if is_edited(work) else ()), _IN_TEXT)
    called = people or _title(cited, kind, remarks) or phrase(work.url or described(work, opens=True))
    return remarks.reference("(" + joined((called, _year(work), place)) + ")", place)


def _entry(cited: Cited) -> Reference:
    """The entry in the list of references: people, year, title, where it appeared, the address."""
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    remarks.unknown(work)
    ask_for_latin(work, "Harvard", remarks)
    if kind == "law":
        return remarks.reference(sentences((_law(work, remarks), _available(work, remarks))))
    year, people, title = f"({_year(work)})", _people(work, remarks), _title(cited, kind, remarks)
    available = _available(work, remarks)
    if people:
        nameless = not (title or work.url or outlet(work))
        opening = strung((people, year, described(work, opens=True) if nameless else title), " ")
    elif title or not work.url:
        opening = strung((title or described(work, opens=True), year), " ")
    else:
        opening, available = strung((work.url, year), " "), ""
    published = [part for part in _published(cited, kind, opening, bool(people), remarks) if part]
    if not (people or title) and work.url:
        # The day it was read stands in the sentence of the address, or of what is told of it.
        published[-1] = strung((published[-1], _read(work)), " ")
    return remarks.reference(sentences((*published, available)))


def _people(work: Metadata, remarks: Remarks) -> Phrase:
    if not is_edited(work):
        return listed(work.authors, _IN_LIST)
    remarks.memory("a book with editors only")
    return listed(work.editors, _IN_LIST) + _as_editors(work)


def _as_editors(work: Metadata) -> str:
    return " (eds)" if len(work.editors) > 1 else " (ed.)"


def _year(work: Metadata) -> str:
    return str(work.date.year) if work.date else "no date"


def _title(cited: Cited, kind: Template, remarks: Remarks) -> Phrase:
    """‘Article’ in single marks, *book* and *page* in italics; empty where there is no title."""
    latin, _, translated = titles(cited.work)
    if not latin:
        remarks.memory("a work without a title")
        return Phrase()
    if translated:
        remarks.memory("a title beside its translation")
    cased = in_sentence_case(latin, cited, remarks)
    is_whole = kind in ("book", "report", "page")
    return beside(italic(cased) if is_whole else in_quotes(cased, "‘"), "", translated)


def _published(
    cited: Cited, kind: Template, opening: Phrase, is_named: bool, remarks: Remarks
) -> tuple[Phrase | str, ...]:
    """What stands before the address: the first sentence, and those that follow it."""
    work = cited.work
    has_title = bool(titles(work).latin)
    # Without a title, or where it stands before the year, the container follows without a comma.
    between = ", " if has_title and is_named else " "
    if kind == "chapter":
        return _chapter(cited, strung((opening, _host(cited, remarks)), between), remarks)
    if kind in ("article", "news"):
        return (strung((opening, _periodical(work, kind)), between),)
    if kind == "page":
        if has_title:
            return (opening, "" if work.url or doi(work) else outlet(work))
        return (strung((opening, italic(outlet(work))), " "),)
    return (opening, *_imprint(work, kind, remarks))


def _periodical(work: Metadata, kind: Template) -> Phrase:
    name = work.container or work.publisher
    if work.container_romanised and in_another_script(name):
        name = work.container_romanised
    issue = f"({work.issue})" if work.issue else ""
    day = "" if kind == "article" or not work.date else _day(work)
    return strung((italic(name), f"{work.volume}{issue}", day, _pages(work)), ", ")


def _day(work: Metadata) -> str:
    """The date without the year that stands behind the names: "5 February"."""
    if not work.date or not work.date.month:
        return ""
    return day_first(work.date).removesuffix(f" {work.date.year}")


def _pages(work: Metadata) -> str:
    pages = ranged(work.pages, "–")
    if not pages:
        return ""
    return f"pp. {pages}" if "–" in pages or "," in pages else f"p. {pages}"


def _host(cited: Cited, remarks: Remarks) -> Phrase:
    """The book that a chapter stands in, behind its editors."""
    work = cited.work
    remarks.memory("the punctuation of a chapter")
    editors = listed(work.editors, _IN_LIST)
    named = editors + _as_editors(work) if editors else editors
    book = italic(in_sentence_case(work.container, cited, remarks)) if work.container else Phrase()
    host = strung((named, book), " ")
    return "in " + host if host else host


def _chapter(cited: Cited, opening: Phrase, remarks: Remarks) -> tuple[Phrase | str, ...]:
    *front, last = _imprint(cited.work, "chapter", remarks) or ("",)
    return (opening, *front, strung((last, _pages(cited.work)), ", "))


def _imprint(work: Metadata, kind: Template, remarks: Remarks) -> tuple[str, ...]:
    number = ""
    if kind == "report" and (work.genre or work.number):
        remarks.memory("the number of a report")
        number = " ".join(part for part in (work.genre, work.number and f"no. {work.number}") if part)
    number = number[:1].upper() + number[1:]
    house = ": ".join(part for part in (work.place, work.publisher) if part)
    version = edition(work.edition, "edn")
    return tuple(part for part in (version[:1].upper() + version[1:], number, house) if part)


def _law(work: Metadata, remarks: Remarks) -> Phrase:
    if not work.number or laws.code(work):
        remarks.memory("a law without a chapter number")
    parts = (laws.called(work), laws.code(work), laws.chapter(work))
    if laws.is_case(work):
        return strung((italic(parts[0]), parts[1]), " ")
    return italic(", ".join(part for part in parts if part))


def _available(work: Metadata, remarks: Remarks) -> str:
    """The DOI, or the address with the day on which it was read."""
    if bare := doi(work):
        return f"doi: {bare}"
    if not work.url:
        return ""
    if not work.accessed:
        remarks.note("the day it was read is unknown (Harvard asks for it)")
    return " ".join(part for part in (f"Available at: {work.url}", _read(work)) if part)


def _read(work: Metadata) -> str:
    return f"(Accessed: {day_first(work.accessed)})" if work.accessed else ""


HARVARD: Final = Style(
    "harvard",
    "Harvard",
    "Harvard (Cite Them Right), author and date in the text",
    "text",
    # Universities say two lines, three lines or fifty words.
    Quotation("parenthesis", "‘", block_words=50),
    cite=_cite,
    short=_cite,
    entry=_entry,
)
