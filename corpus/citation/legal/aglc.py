"""The Australian Guide to Legal Citation, 4th edition."""

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
from corpus.citation.legal.places import Pin, bracketed_numbers, by_letter, places
from corpus.citation.legal.statutes import by_code, code, collected, is_by_code, jurisdiction_of, with_year
from corpus.citation.legal.titles import container_romanised, set_italic, set_title, site_of
from corpus.citation.phrase import Phrase, phrase, strung
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import fewest, spanned
from corpus.citation.style import Cited, Style

_NAMES: Final = Naming("and", "et al", natives=True)


def _page(cited: Cited) -> str:
    """The page, and the number of the paragraph where the source prints that too: "14–15 [18]"."""
    page = spanned(cited.place.pages or ("", ""), "–", fewest)
    return f"{page} {bracketed_numbers(cited)}" if page and cited.place.numbers else page


_PAGE: Final = "Web Page"
_PAGES: Final = {"post": "Forum Post", "post-weblog": "Blog Post"}

_PLACES: Final = places(
    "AGLC",
    # A paragraph that was only counted has no form here: [3] is for a number that the reader can see.
    (
        at.Way("pages", _page),
        at.Way("numbers", bracketed_numbers),
        at.section("s {}", "“s” for a section of another work than a statute"),
    ),
    by_letter,
)


def _full(matter: Matter, pin: Pin, names: Lister) -> Phrase:
    if matter.kind is Kind.STATUTE:
        return _statute(matter, pin)
    return strung(
        (_people(matter, names, " (ed)", " (eds)"), _WRITERS.get(matter.kind, _book)(matter, pin)), ", "
    )


def _people(matter: Matter, names: Lister, one: str = "", many: str = "") -> str:
    """The authors; one that is the same as the site is left out."""
    own = matter.kind in (Kind.NEWS, Kind.PAGE) and is_own_author(matter.work)
    return "" if own else credited(matter, names, one, many)


def _title(matter: Matter, *, short: bool = False) -> Phrase:
    return set_title(matter, "‘", short=short)


def _news(matter: Matter, pin: Pin) -> Phrase:
    """Title, *Newspaper* (online, date) place <address>; a printed one has its town for "online"."""
    work = matter.work
    printed = bool(matter.place.pages or work.pages)
    if not printed:
        matter.recall("“online,” before the date (guides print “online at”, too)")
    name = set_italic(matter.site) if matter.site else ""
    source = strung((_title(matter), name), ", ")
    appeared = bracketed((work.place if printed else "online", _date(matter)))
    return strung((source, appeared, pin.words, "" if printed else _address(matter)), " ")


def _page_of_site(matter: Matter, pin: Pin) -> Phrase:
    """Title, *Site* (Web Page, date) place <address>; what sort of page it is, where that is known."""
    name = set_italic(matter.site) if matter.site else ""
    source = strung((_title(matter), name), ", ")
    appeared = bracketed((_PAGES.get(matter.work.type, _PAGE) if matter.work.url else "", _date(matter)))
    return strung((source, appeared, pin.words, _address(matter)), " ")


def _journal(matter: Matter, pin: Pin) -> Phrase:
    """Title (year) volume(issue) *Journal* first page, place; [year] where that tells the volume."""
    work, first = matter.work, matter.first_page
    year = bracketed([matter.year])
    if matter.year and not work.volume:
        matter.recall("[year] for a volume that is not known")
        year = phrase(f"[{matter.year}]")
    issue = f"({work.issue})" if work.issue else ""
    source = strung((year, f"{work.volume}{issue}", _journal_name(matter), first), " ")
    source = strung((source, pin.words), ", " if first else " ")
    return strung((_title(matter), source, "" if first else _address(matter)), " ")


def _journal_name(matter: Matter) -> Phrase:
    """The name in full; a transcription stands behind the characters."""
    work = matter.work
    if romanised := container_romanised(matter):
        return phrase(f"{work.container} [{romanised}]" if work.container else romanised)
    return set_italic(matter.site) if matter.site else Phrase()


def _chapter(matter: Matter, pin: Pin) -> Phrase:
    """Title in editors (eds), *Book* (publisher, edition, year) first page, place."""
    work, first = matter.work, matter.first_page
    name = set_italic(work.container) if work.container else ""
    book = strung((_NAMES.editors(work.editors, " (ed)", " (eds)"), name), ", ")
    inside = strung(("in" if book else "", book, bracketed(_imprint(matter)), first), " ")
    inside = strung((inside, pin.words), ", " if first else " ")
    return strung((_title(matter), inside), " ")


def _book(matter: Matter, pin: Pin) -> Phrase:
    """*Title* (publisher, edition, year) place; a report has its number, and its address."""
    is_report = matter.kind is Kind.REPORT
    if is_report:
        matter.recall("italics for a report, its number in parentheses")
    address = _address(matter) if is_report else ""
    return strung((_title(matter), bracketed(_imprint(matter)), pin.words, address), " ")


def _imprint(matter: Matter) -> tuple[str, str, str]:
    """Publisher or number of the report, edition, year: "Northgate Press", "2nd ed", "2018"."""
    work = matter.work
    publisher = "" if is_own_author(work) else work.publisher
    if matter.kind is Kind.REPORT:
        return report_number(work), publisher, matter.year
    return publisher, edition(work.edition, "ed"), matter.year


def _date(matter: Matter) -> str:
    return day_first(matter.work.date) if matter.work.date else ""


def _address(matter: Matter) -> str:
    """<address>, without the day of access."""
    return f"<{matter.work.url}>" if matter.work.url else ""


def _statute(matter: Matter, pin: Pin) -> Phrase:
    """*Act year* (jurisdiction) section; in a collection, *Act*, collection, chapter, section."""
    work = matter.work
    if is_by_code(work):
        return by_code(matter, pin.words)
    title = set_italic(with_year(work)) if work.title else phrase(with_year(work))
    if collection := collected(work) or code(work):
        matter.recall("a statute of another country")
        return strung((title, collection, pin.words), ", ")
    return strung((title, bracketed([jurisdiction_of(work)]), pin.words), " ")


def _case(matter: Matter, pin: Pin) -> Phrase:
    """*Parties* [2019] EXHC 42, place."""
    return strung((located(matter, _title(matter), " "), pin.words), ", ")


_WRITERS: Final = {
    Kind.CASE: _case,
    Kind.NEWS: _news,
    Kind.PAGE: _page_of_site,
    Kind.JOURNAL: _journal,
    Kind.CHAPTER: _chapter,
}


def _again(matter: Matter, pin: Pin) -> Phrase:
    """Family names, or the title, (n 3) place; a statute by its short title, or in full."""
    work = matter.work
    if matter.kind is Kind.STATUTE and not work.title_short:
        matter.recall("a statute cited again, in full")
        return _statute(matter, pin)
    if matter.kind is Kind.STATUTE:
        return strung((set_italic(work.title_short), f"(n {matter.note_number()})", pin.words), " ")
    if are_family_first(work.authors):
        matter.recall("family names that were published first")
    called = _people(matter, _NAMES.short) or _title(matter, short=True) or site_of(matter)
    return strung((called, f"(n {matter.note_number()})", pin.words), " ")


def _same(matter: Matter, pin: Pin) -> Phrase:
    del matter
    return strung(("Ibid", pin.words), " ")


def _in_entry(matter: Matter) -> None:
    if are_family_first(matter.work.authors[:1]):
        matter.recall("a family name that was published first")


_FORMS: Final = Forms(
    "AGLC",
    _PLACES,
    names=_NAMES.full,
    entry_names=_NAMES.first_inverted,
    full=_full,
    again=_again,
    same=_same,
    in_entry=_in_entry,
)

AGLC: Final = Style(
    "aglc",
    "AGLC",
    "Australian Guide to Legal Citation, 4th edition, note",
    "note",
    # More than three lines.
    Quotation("note", "‘", block_lines=4),
    cite=_FORMS.cite,
    short=_FORMS.short,
    ibid=_FORMS.ibid,
    entry=_FORMS.entry,
)
