"""The Bluebook, 21st and 22nd edition: court papers, and law reviews with their small capitals.

Its rules are those that The Indigo Book restates.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from corpus.calendar import month_first
from corpus.citation import pinpoint as at
from corpus.citation.editions import edition
from corpus.citation.legal.cases import located
from corpus.citation.legal.forms import Forms
from corpus.citation.legal.imprint import bracketed
from corpus.citation.legal.kinds import ALONE, Kind, is_own_author
from corpus.citation.legal.matter import Matter
from corpus.citation.legal.people import Lister, Naming, are_family_first
from corpus.citation.legal.places import Pin, places
from corpus.citation.legal.statutes import code, collected, with_year
from corpus.citation.legal.titles import (
    abbreviated,
    capitalised_pinyin,
    container_romanised,
    in_cjk,
    is_foreign,
    nameless,
    set_italic,
    title_of,
    translation_of,
)
from corpus.citation.phrase import Phrase, italic, phrase, small_capitals, strung
from corpus.citation.pinpoint import Pinpoints
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import spanned, two_digits
from corpus.citation.style import Cited, Style

_NAMES: Final = Naming("&", "et al.", short_at_most=2, stops=True)
_IN_COURT: Final = "Bluebook"
_IN_REVIEW: Final = "Bluebook (law review)"


class _Faces(NamedTuple):
    """How the authors and the titles of books, and the names of periodicals, are set."""

    author: Callable[[str], Phrase]
    book: Callable[[str], Phrase]
    periodical: Callable[[str], Phrase]


def _small(words: str) -> Phrase:
    """In small capitals, which characters have not."""
    return phrase(words) if in_cjk(words) else small_capitals(words)


_FACES: Final = {
    _IN_COURT: _Faces(phrase, set_italic, phrase),
    _IN_REVIEW: _Faces(_small, _small, _small),
}


def _signed(cited: Cited) -> str:
    """A paragraph with the sign, where the source prints it: else it would not be the source's."""
    if cited.place.numbers is None or cited.place.sign != "¶":
        return ""
    first, last = cited.place.numbers
    return f"¶ {first}" if first == last else f"¶¶ {spanned((first, last), '–')}"


def _places(style: str) -> Pinpoints:
    return places(
        style,
        (
            at.pages("{}", "{}", "-", two_digits),
            at.Way("numbers", _signed),
            at.numbers(
                "para. {}",
                "paras. {}",
                memory="“para.” where the source prints a number without ¶",
            ),
            at.section("§ {}"),
            at.counted("para. {}", "paras. {}", memory="“para.” for a paragraph that was only counted"),
        ),
        "§ {}",
        stops=True,
    )


def _with_at(pin: Pin) -> str:
    """The place where a bare number would not be taken for a page; ¶ and § never take "at"."""
    return f"at {pin.words}" if pin.basis == "pages" else pin.words


def _full(matter: Matter, pin: Pin, names: Lister) -> Phrase:
    if matter.kind is Kind.STATUTE:
        return _statute(matter, pin)
    source = _WRITERS.get(matter.kind, _book)(matter, pin)
    words = strung((_people(matter, names), source), ", ")
    if is_foreign(matter) and matter.kind not in (Kind.NEWS, Kind.PAGE):
        words = strung((words, bracketed([matter.work.jurisdiction])), " ")
    return words


def _people(matter: Matter, names: Lister) -> Phrase:
    """The authors; a body is left out where the name of its site shows who speaks."""
    if matter.kind in (Kind.NEWS, Kind.PAGE) and is_own_author(matter.work):
        return Phrase()
    listed = names(matter.work.authors)
    if not listed or matter.kind not in ALONE:
        return phrase(listed)
    _recall_small_capitals(matter)
    return _FACES[matter.style].author(listed)


def _recall_small_capitals(matter: Matter) -> None:
    if matter.style == _IN_REVIEW:
        matter.recall("small capitals for authors and titles of books")


def _title(matter: Matter, *, short: bool = False) -> Phrase:
    """The title; a transcription has the characters and the translation behind it, unless it is short."""
    work = matter.work
    set_in = _FACES[matter.style].book if matter.kind in ALONE else set_italic
    if matter.kind in ALONE:
        _recall_small_capitals(matter)
    if not work.title_romanised:
        title = title_of(matter, short=short)
        whole = set_in(title) if title else Phrase()
    else:
        whole = set_in(capitalised_pinyin(matter, work.title_romanised))
        whole += f" ({work.title})" if work.title and not short else ""
    if translation := "" if short else translation_of(matter):
        whole = strung((whole, "[" + italic(translation) + "]"), " ")
    if not whole and not short:
        matter.recall("a work without a title")
    return whole or nameless(matter)


def _container(matter: Matter, face: Callable[[str], Phrase]) -> Phrase:
    """The name of the periodical or site, abbreviated where its abbreviation is known."""
    if romanised := container_romanised(matter):
        return strung((face(romanised), bracketed([matter.work.container])), " ")
    name = abbreviated(matter, stops=True)
    return face(name) if name else Phrase()


def _journal(matter: Matter, pin: Pin) -> Phrase:
    """Volume, journal, first page, place (year); the year serves as volume where there is none."""
    work, first = matter.work, matter.first_page
    if not work.volume:
        matter.recall("the year for a volume that is not known")
    name = _container(matter, _FACES[matter.style].periodical)
    source = strung((work.volume or matter.year, name, first), " ")
    source = strung((source, pin.words if first else _with_at(pin)), ", ")
    if work.volume:
        source = strung((source, bracketed([matter.year])), " ")
    address = "" if first else work.url or (work.doi and f"https://doi.org/{work.doi}")
    return strung((_title(matter), source, address), ", ")


def _online(matter: Matter, pin: Pin) -> Phrase:
    """Site, place (date), address; without a date, the day of the last visit behind the address."""
    work = matter.work
    date = month_first(work.date, short=True) if work.date else ""
    if work.date and not work.date.day:
        matter.recall("a date without its day")
    if pin.basis == "pages":
        matter.recall("“at” before a page of a newspaper or site")
    source = strung(
        (_title(matter), _container(matter, _FACES[matter.style].periodical), _with_at(pin)), ", "
    )
    source = strung((source, bracketed([date])), " ")
    visited = work.url and work.accessed and not date and month_first(work.accessed, short=True)
    return strung((source, strung((work.url, f"(last visited {visited})" if visited else ""), " ")), ", ")


def _chapter(matter: Matter, pin: Pin) -> Phrase:
    """Title, *in* book, first page, place (editors, edition, year)."""
    work, first = matter.work, matter.first_page
    if first and pin:
        matter.recall("first page and place of a chapter")
    book = strung((_FACES[matter.style].book(work.container) if work.container else "", first), " ")
    _recall_small_capitals(matter)
    within = italic("in") if book else ""
    book = strung((book, pin.words if first else _with_at(pin)), ", ")
    inside = strung((within, book, bracketed(_imprint(matter))), " ")
    return strung((_title(matter), inside), ", ")


def _book(matter: Matter, pin: Pin) -> Phrase:
    """Title, place without a comma (edition, year); of a report that is online, the address."""
    title = _title(matter)
    # A title that ends in a figure would swallow the number of the page.
    unclear = pin.basis == "pages" and title.plain[-1:].isdecimal()
    source = strung((title, _with_at(pin) if unclear else pin.words), ", " if unclear else " ")
    source = strung((source, bracketed(_imprint(matter))), " ")
    return strung((source, matter.work.url if matter.kind is Kind.REPORT else ""), ", ")


def _imprint(matter: Matter) -> tuple[str, str]:
    """Editors, and edition with the year: "Maria Stone & Tom Hale eds.", "2d ed. 2018"."""
    people = _NAMES.editors(matter.work.editors, " ed.", " eds.")
    return people, " ".join(filter(None, (edition(matter.work.edition, "ed.", short=True), matter.year)))


def _statute(matter: Matter, pin: Pin) -> Phrase:
    """Title of the code, code, section (17 U.S.C. § 107); outside a code, the Act (jurisdiction)."""
    work = matter.work
    if not work.number and (in_code := code(work, stops=True)):
        return strung((in_code, pin.words), " ") if pin else strung((work.title, in_code), ", ")
    matter.recall("an Act that stands in no code")
    act = strung((with_year(work), collected(work, stops=True), pin.words), ", ")
    return strung((act, bracketed([work.jurisdiction])), " ")


def _case(matter: Matter, pin: Pin) -> Phrase:
    """*Parties*, [2019] EXHC 42, place."""
    name = _title(matter)
    return strung((located(matter, name, ", ", months_first=True), _with_at(pin)), ", ")


_WRITERS: Final = {
    Kind.CASE: _case,
    Kind.JOURNAL: _journal,
    Kind.NEWS: _online,
    Kind.PAGE: _online,
    Kind.CHAPTER: _chapter,
}


def _again(matter: Matter, pin: Pin) -> Phrase:
    """Family names, or the title, *supra* note, place; a statute is cited in full."""
    if matter.kind is Kind.STATUTE:
        matter.recall("a statute cited again, in full")
        return _statute(matter, pin)
    if are_family_first(matter.work.authors):
        matter.recall("family names that were published first")
    called = _people(matter, _NAMES.short) or _title(matter, short=True) or phrase(matter.site)
    supra = italic("supra" if called else "Supra") + f" note {matter.note_number()}"
    return strung((called, supra, _with_at(pin)), ", ")


def _same(matter: Matter, pin: Pin) -> Phrase:
    del matter
    return strung((italic("Id."), _with_at(pin)), " ")


def _in_entry(matter: Matter) -> None:
    matter.tell("the Bluebook has no bibliography: this is for a table of authorities")
    matter.recall("no stop in a table of authorities")


def _style(name: str, called: str, describes: str) -> Style:
    forms = Forms(
        called,
        _places(called),
        names=_NAMES.full,
        entry_names=_NAMES.full,
        full=_full,
        again=_again,
        same=_same,
        in_entry=_in_entry,
    )
    return Style(
        name,
        called,
        describes,
        "note",
        Quotation("note", block_words=50),
        cite=forms.cite,
        short=forms.short,
        ibid=forms.ibid,
        entry=forms.entry,
    )


BLUEBOOK: Final = _style("bluebook", _IN_COURT, "The Bluebook, 21st edition, court papers")
BLUEBOOK_REVIEW: Final = _style(
    "bluebook-review", _IN_REVIEW, "The Bluebook, 21st edition, notes of law reviews"
)
