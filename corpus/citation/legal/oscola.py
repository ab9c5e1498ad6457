"""OSCOLA, the Oxford University Standard for the Citation of Legal Authorities, 4th edition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.calendar import day_first
from corpus.citation import pinpoint as at
from corpus.citation.editions import edition
from corpus.citation.legal.cases import located
from corpus.citation.legal.forms import Forms
from corpus.citation.legal.imprint import bracketed, report_number
from corpus.citation.legal.kinds import Kind, is_own_author
from corpus.citation.legal.matter import Matter
from corpus.citation.legal.people import Lister, Naming, credited
from corpus.citation.legal.places import Pin, bracketed_numbers, by_letter, places
from corpus.citation.legal.statutes import by_code, code, collected, is_by_code, jurisdiction_of, with_year
from corpus.citation.legal.titles import abbreviated, container_romanised, set_italic, set_title, site_of
from corpus.citation.phrase import Phrase, phrase, strung
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import two_digits
from corpus.citation.style import Cited, Style
from corpus.citation.work import in_quotes
from corpus.metadata import Name

_NAMES: Final = Naming("and", "and others")
_AT_HOME: Final = frozenset({"uk", "united kingdom", "gb", "great britain", "england", "england and wales"})
_UNATTRIBUTED: Final = "——"
"""Stands in a bibliography before the title of a work without an author."""
_SHORTEST_ISSUE: Final = 30
"""Pages; an article that begins earlier than so many for each issue before it stands in one counted anew."""


def _of_a_judgment(cited: Cited) -> str:
    """A paragraph of a judgment stands in brackets, of all other works with "para"."""
    return bracketed_numbers(cited) if cited.work.type == "legal_case" else ""


_PLACES: Final = places(
    "OSCOLA",
    (
        at.pages("{}", "{}", shortened=two_digits)._replace(memory_of_several="digits of a range of pages"),
        at.Way("numbers", _of_a_judgment),
        at.numbers("para {}", "paras {}"),
        at.section("s {}"),
        at.counted("para {}", "paras {}", memory="“para” for a paragraph that was only counted"),
        at.heading(lambda words: in_quotes(words, "‘"), "a heading that names the place"),
    ),
    by_letter,
)


def _full(matter: Matter, pin: Pin, names: Lister) -> Phrase:
    if matter.kind is Kind.STATUTE:
        return _statute(matter, pin)
    source = _WRITERS.get(matter.kind, _book)(matter, pin)
    people = credited(matter, names, " (ed)", " (eds)")
    if people == _UNATTRIBUTED:
        return people + source if source and matter.kind is not Kind.CASE else source
    return strung((people, source), ", ")


def _title(matter: Matter, *, short: bool = False) -> Phrase:
    return set_title(matter, "‘", short=short, romanised=True)


def _news(matter: Matter, pin: Pin) -> Phrase:
    """Title *Newspaper* (place, date) place of the passage, <address>."""
    work = matter.work
    name = set_italic(work.container_short or matter.site) if matter.site else ""
    return strung(
        (_title(matter), name, bracketed((work.place, _date(matter))), pin.words, _address(matter)), " "
    )


def _page_of_site(matter: Matter, pin: Pin) -> Phrase:
    """Title (*Site*, date) place of the passage, <address>; a site that is the author stands once.

    Without a title the site stands in its place, before the parentheses.
    """
    work = matter.work
    if not work.title and matter.site and not is_own_author(work):
        return _news(matter, pin)
    if work.date and not work.date.day:
        matter.recall("a date without its day")
    site = set_italic(matter.site) if matter.site and not is_own_author(work) else ""
    title = _title(matter)
    # Brackets belong to a title: without one the site stands where it would.
    source = bracketed((site, _date(matter))) if title else strung((site, bracketed([_date(matter)])), " ")
    return strung((title, source, pin.words, _address(matter)), " ")


def _journal(matter: Matter, pin: Pin) -> Phrase:
    """Title (year) volume journal, first page, place; [year] where that tells the volume."""
    work, first = matter.work, matter.first_page
    year = bracketed([matter.year])
    if matter.year and not work.volume:
        year = phrase(f"[{matter.year}]")
    source = strung((year, _volume(matter), container_romanised(matter) or abbreviated(matter), first), " ")
    source = strung((source, pin.words), ", " if first else " ")
    return strung((_title(matter), source, "" if first else _address(matter)), " ")


def _volume(matter: Matter) -> str:
    """The volume, with the issue where each issue begins with page 1 again."""
    volume, issue, first = matter.work.volume, matter.work.issue, matter.first_page
    if not (volume and issue.isdecimal() and first.isdecimal()):
        return volume
    if int(first) >= (int(issue) - 1) * _SHORTEST_ISSUE:
        return volume
    matter.recall("the issue, as its pages seem to be counted anew")
    return f"{volume}({issue})"


def _chapter(matter: Matter, pin: Pin) -> Phrase:
    """Title in editors (eds), *book* (edition, publisher year) place."""
    work = matter.work
    editors = _NAMES.editors(work.editors, " (ed)", " (eds)")
    book = strung((editors, set_italic(work.container) if work.container else ""), ", ")
    inside = strung(("in" if book else "", book, bracketed(_imprint(matter)), pin.words), " ")
    return strung((_title(matter), inside), " ")


def _book(matter: Matter, pin: Pin) -> Phrase:
    """*Title* (edition, publisher year) place; a report has its number, and its address."""
    is_report = matter.kind is Kind.REPORT
    if is_report and not (matter.work.number or matter.work.isbn):
        matter.recall("italics for a report that has no number")
    address = _address(matter) if is_report else ""
    return strung((_title(matter), bracketed(_imprint(matter)), pin.words, address), " ")


def _imprint(matter: Matter) -> tuple[str, str]:
    """Edition or number of the report, and publisher with the year: "2nd edn", "Northgate Press 2018"."""
    work = matter.work
    first = report_number(work) if matter.kind is Kind.REPORT else edition(work.edition, "edn")
    publisher = "" if is_own_author(work) else work.publisher
    return first, " ".join(filter(None, (publisher, matter.year)))


def _date(matter: Matter) -> str:
    return day_first(matter.work.date) if matter.work.date else ""


def _address(matter: Matter) -> str:
    """<address> accessed day; none where the work is in print, as a page shows."""
    work = matter.work
    in_print = matter.kind is not Kind.PAGE and (matter.place.pages or work.pages)
    if not work.url or in_print:
        return ""
    if work.accessed is None:
        matter.tell("day of access unknown")
        return f"<{work.url}>"
    return f"<{work.url}> accessed {day_first(work.accessed)}"


def _statute(matter: Matter, pin: Pin) -> Phrase:
    """The Act with its year, section; one of another country has that behind it."""
    work = matter.work
    if is_by_code(work):
        return by_code(matter, pin.words)
    act = strung((with_year(work), collected(work) or code(work)), ", ")
    jurisdiction = jurisdiction_of(work)
    foreign = jurisdiction and jurisdiction.lower() not in _AT_HOME
    if foreign or work.container:
        matter.recall("a statute of another country")
    return strung((strung((act, bracketed([jurisdiction]) if foreign else ""), " "), pin.words), ", ")


def _case(matter: Matter, pin: Pin) -> Phrase:
    """*Parties* [2019] EXHC 42 place; a page stands behind a comma."""
    return strung((located(matter, _title(matter), " "), pin.words), ", " if pin.basis == "pages" else " ")


_WRITERS: Final = {
    Kind.CASE: _case,
    Kind.NEWS: _news,
    Kind.PAGE: _page_of_site,
    Kind.JOURNAL: _journal,
    Kind.CHAPTER: _chapter,
}


def _surnames_first(names: Sequence[Name]) -> str:
    """Each surname with initials behind; a double dash for a work without an author."""
    return _NAMES.initialled(names) or _UNATTRIBUTED


def _again(matter: Matter, pin: Pin) -> Phrase:
    """Family names, or the title, (n 3) place; a statute is cited in full."""
    if matter.kind is Kind.STATUTE:
        return _statute(matter, pin)
    called = credited(matter, _NAMES.short) or _title(matter, short=True) or site_of(matter)
    return strung((called, f"(n {matter.note_number()})", pin.words), " ")


def _same(matter: Matter, pin: Pin) -> Phrase:
    del matter
    return strung(("ibid", pin.words), " ")


_FORMS: Final = Forms(
    "OSCOLA",
    _PLACES,
    names=_NAMES.full,
    entry_names=_surnames_first,
    full=_full,
    again=_again,
    same=_same,
)

OSCOLA: Final = Style(
    "oscola",
    "OSCOLA",
    "OSCOLA, 4th edition, note",
    "note",
    # More than three lines.
    Quotation("note", "‘", block_lines=4),
    cite=_FORMS.cite,
    short=_FORMS.short,
    ibid=_FORMS.ibid,
    entry=_FORMS.entry,
)
