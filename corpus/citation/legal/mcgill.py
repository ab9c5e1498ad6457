"""The McGill Guide (Canadian Guide to Uniform Legal Citation), 9th and 10th edition."""

from __future__ import annotations

from typing import Final

from corpus.calendar import day_first
from corpus.citation import pinpoint as at
from corpus.citation.editions import edition
from corpus.citation.legal.cases import located
from corpus.citation.legal.forms import Forms
from corpus.citation.legal.imprint import bracketed, report_number
from corpus.citation.legal.kinds import Kind, is_own_author
from corpus.citation.legal.matter import Matter
from corpus.citation.legal.people import Lister, Naming, are_family_first, credited
from corpus.citation.legal.places import Pin, by_letter, places
from corpus.citation.legal.statutes import by_code, code, collected, is_by_code, jurisdiction_of, with_year
from corpus.citation.legal.titles import abbreviated, container_romanised, set_italic, set_title, site_of
from corpus.citation.phrase import Phrase, italic, phrase, strung
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import two_digits
from corpus.citation.style import Style

_NAMES: Final = Naming("&", "et al")


_PLACES: Final = places(
    "McGill",
    (
        at.pages("{}", "{}", shortened=two_digits),
        at.numbers("para {}", "paras {}"),
        at.section("s {}", "“s” for a section of another work than a statute"),
        at.counted("para {}", "paras {}", memory="“para” for a paragraph that was only counted"),
    ),
    by_letter,
)


def _at(pin: Pin) -> str:
    return f"at {pin.words}" if pin else ""


def _full(matter: Matter, pin: Pin, names: Lister) -> Phrase:
    if matter.kind is Kind.STATUTE:
        return _statute(matter, pin)
    people = credited(matter, names, ", ed", ", eds")
    if not people and matter.kind is not Kind.CASE:
        matter.recall("a work without an author")
    return strung((people, _WRITERS.get(matter.kind, _book)(matter, pin)), ", ")


def _title(matter: Matter, *, short: bool = False) -> Phrase:
    return set_title(matter, "“", short=short, quotes_both=True)


def _online(matter: Matter, pin: Pin) -> Phrase:
    """Title, *site* (date) at place, online: <address>."""
    work = matter.work
    if work.date is None:
        matter.recall("a date that is not known left out")
    elif not work.date.day:
        matter.recall("a date without its day")
    if pin and work.url:
        matter.recall("the place before “online”")
    site = set_italic(matter.site) if matter.site and not is_own_author(work) else ""
    date = day_first(work.date) if work.date else ""
    source = strung((_title(matter), site), ", ")
    return strung((strung((source, bracketed([date]), _at(pin)), " "), _address(matter)), ", ")


def _page_of_site(matter: Matter, pin: Pin) -> Phrase:
    """Title (date) at place, online: *site* <address>; without title or address, as a newspaper."""
    work, title = matter.work, _title(matter)
    if not (title and work.url and matter.site) or is_own_author(work):
        return _online(matter, pin)
    matter.recall("the name of a site behind “online”")
    if work.date is None:
        matter.recall("a date that is not known left out")
    date = day_first(work.date) if work.date else ""
    source = strung((title, bracketed([date]), _at(pin)), " ")
    address = "online: " + set_italic(matter.site) + f" <{work.url}>"
    return strung((source, address), ", ")


def _journal(matter: Matter, pin: Pin) -> Phrase:
    """Title (year) volume:issue journal, first page at place."""
    work, first = matter.work, matter.first_page
    if not work.volume:
        matter.recall("a volume that is not known left out")
    volume = f"{work.volume}:{work.issue}" if work.volume and work.issue else work.volume
    source = strung((_title(matter), bracketed([matter.year]), volume), " ")
    source = strung((source, _journal_name(matter), first, _at(pin)), " ")
    return strung((source, "" if first else _address(matter)), ", ")


def _journal_name(matter: Matter) -> str:
    """The abbreviation without stops, where it is known; a transcription stands behind the characters."""
    if not (romanised := container_romanised(matter)):
        return abbreviated(matter)
    return f"{matter.work.container} [{romanised}]" if matter.work.container else romanised


def _chapter(matter: Matter, pin: Pin) -> Phrase:
    """Title in editors, eds, *book*, edition (place: publisher, year) first page at place."""
    work, first = matter.work, matter.first_page
    if first and pin:
        matter.recall("“at” behind the first page of a chapter")
    name = set_italic(work.container) if work.container else ""
    book = strung((_NAMES.editors(work.editors, ", ed", ", eds"), name, edition(work.edition, "ed")), ", ")
    inside = strung(("in" if book else "", book, bracketed(_imprint(matter)), first, _at(pin)), " ")
    return strung((_title(matter), inside), " ")


def _book(matter: Matter, pin: Pin) -> Phrase:
    """*Title*, edition (place: publisher, year) at place; a report has its number, and its address."""
    is_report = matter.kind is Kind.REPORT
    if is_report:
        matter.recall("the number of a report behind its title")
    count = report_number(matter.work) if is_report else edition(matter.work.edition, "ed")
    source = strung((_title(matter), count), ", ")
    source = strung((source, bracketed(_imprint(matter)), _at(pin)), " ")
    return strung((source, _address(matter) if is_report else ""), ", ")


def _imprint(matter: Matter) -> tuple[str, str]:
    """Place and publisher, and the year: "London: Northgate Press", "2018"."""
    publisher = "" if is_own_author(matter.work) else matter.work.publisher
    return ": ".join(filter(None, (matter.work.place, publisher))), matter.year


def _address(matter: Matter) -> str:
    return f"online: <{matter.work.url}>" if matter.work.url else ""


def _statute(matter: Matter, pin: Pin) -> Phrase:
    """*Act*, collection and its year, chapter, section; outside a collection, *Act* (jurisdiction)."""
    work = matter.work
    if is_by_code(work):
        return by_code(matter, pin.words)
    collection = collected(work) or code(work) or (work.number and f"c {work.number}")
    title = set_italic(with_year(work)) if work.title else phrase(with_year(work))
    if not work.container:
        matter.recall("a statute of another country")
        title = strung((title, bracketed([jurisdiction_of(work)])), " ")
    return strung((title, collection, pin.words), ", ")


def _case(matter: Matter, pin: Pin) -> Phrase:
    """*Parties*, 2019 EXHC 42 at place."""
    return strung((located(matter, _title(matter), ", "), _at(pin)), " ")


_WRITERS: Final = {
    Kind.CASE: _case,
    Kind.NEWS: _online,
    Kind.PAGE: _page_of_site,
    Kind.JOURNAL: _journal,
    Kind.CHAPTER: _chapter,
}


def _again(matter: Matter, pin: Pin) -> Phrase:
    """Family names, or the title, *supra* note at place; a statute's section follows a comma."""
    work = matter.work
    if matter.kind is Kind.STATUTE:
        matter.recall("a statute cited again")
        title = work.title_short or work.title
        called: Phrase | str = set_italic(title) if title else code(work) or with_year(work)
    else:
        called = credited(matter, _NAMES.short) or _title(matter, short=True) or site_of(matter)
    supra = italic("supra" if called else "Supra") + f" note {matter.note_number()}"
    return _with_place(matter, strung((called, supra), ", "), pin)


def _same(matter: Matter, pin: Pin) -> Phrase:
    if matter.kind is Kind.STATUTE and pin:
        matter.recall("a statute cited again")
    return _with_place(matter, italic("Ibid"), pin)


def _with_place(matter: Matter, words: Phrase, pin: Pin) -> Phrase:
    if matter.kind is Kind.STATUTE:
        return strung((words, pin.words), ", ")
    return strung((words, _at(pin)), " ")


def _in_entry(matter: Matter) -> None:
    matter.recall("a stop at the end of an entry (guides disagree)")
    if are_family_first(matter.work.authors[:1]):
        matter.recall("a family name that was published first")


_FORMS: Final = Forms(
    "McGill",
    _PLACES,
    names=_NAMES.full,
    entry_names=_NAMES.first_inverted,
    full=_full,
    again=_again,
    same=_same,
    in_entry=_in_entry,
    entry_stop=True,
)

MCGILL: Final = Style(
    "mcgill",
    "McGill",
    "McGill Guide, 9th and 10th edition, note",
    "note",
    Quotation("note", block_lines=4, stop="outside"),
    cite=_FORMS.cite,
    short=_FORMS.short,
    ibid=_FORMS.ibid,
    entry=_FORMS.entry,
)
