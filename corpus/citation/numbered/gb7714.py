"""GB/T 7714, the Chinese national standard: raised numbers, and the list they point to.

The rules of the 2015 edition were read in a reproduction of it, those of 2025 (in force since July 2026) in
the examples that the standard itself gives; what these do not show is as it was in 2015. Whoever quotes
names in the list the page that is quoted (2015, § 8.8.2), so an entry has a place.
"""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from corpus.citation import pinpoint as at
from corpus.citation.casing import sentence_case
from corpus.citation.editions import edition
from corpus.citation.numbered.entries import like_a_sentence, shape_of, year_of
from corpus.citation.phrase import phrase, raised
from corpus.citation.pinpoint import Pinpoints, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import ranged, spanned
from corpus.citation.remarks import Remarks
from corpus.citation.stops import sentences
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.template import is_online
from corpus.citation.tidying import tidied
from corpus.metadata import Metadata, Name
from corpus.people import full_name, in_characters, initials
from corpus.scripts import count_han


class Edition(NamedTuple):
    """In what the editions of the standard differ.

    `capitals`: family names in capitals; `abbreviated_pinyin`: given names of pinyin as initials;
    `always_read`: every online source has the day it was read, else only pages and data; `doi`: the DOI
    stands behind the source, unless its address has it; `numbered`: the number of a report or a standard
    stands with its title. `unchecked` are the rules taken over from the edition before: of the
    raised number, and of an entry.
    """

    capitals: bool
    abbreviated_pinyin: bool
    always_read: bool
    doi: bool
    numbered: bool
    unchecked: tuple[str, str]


_2015: Final = Edition(
    capitals=True,
    abbreviated_pinyin=True,
    always_read=True,
    doi=False,
    numbered=False,
    unchecked=("", ""),
)
_2025: Final = Edition(
    capitals=False,
    abbreviated_pinyin=False,
    always_read=False,
    doi=True,
    numbered=True,
    unchecked=("the raised number, as in 2015", "width of the marks, as in 2015"),
)

_MARKS: Final = {
    "article-newspaper": "N",
    "collection": "C",
    "dataset": "DS",
    "map": "CM",
    "paper-conference": "C",
    "patent": "P",
    "report": "R",
    "software": "CP",
    "standard": "S",
    "thesis": "D",
}
_BY_SHAPE: Final = {"article": "J", "news": "J", "page": "EB", "book": "M", "chapter": "M", "law": "Z"}
_UNTITLED: Final = ("[untitled]", "[题名不详]")
"""What stands for a title nobody gave, in English and in Chinese; brackets hold what is not the source’s own
(2015, § 7)."""


_NO_PARAGRAPH: Final = "no ¶ (GB/T 7714 has pages only)"
_NO_SECTION: Final = "no section (GB/T 7714 has pages only)"
_PINPOINTS: Final = Pinpoints(
    (at.pages("{}", "{}", "-"),),
    {
        **dict.fromkeys(("numbers", "counted"), _NO_PARAGRAPH),
        **dict.fromkeys(("section", "division", "heading"), _NO_SECTION),
    },
)


def _cite(standard: Edition, cited: Cited) -> Reference:
    """The raised number, the page behind its bracket: ``^[1]42^``. The standard knows no other place."""
    cited, remarks = tidied(cited), Remarks()
    remarks.memory(standard.unchecked[0])
    page, _ = pinpoint(cited, _PINPOINTS, remarks)
    if page:
        remarks.note(f"raised: in plain text [{cited.number}]{page} is source {cited.number}, page {page}")
    remarks.unknown(cited.work)
    return remarks.reference(raised(f"[{cited.number}]{page}"), page)


def _entry(standard: Edition, cited: Cited) -> Reference:
    """The numbered entry, in the language of the source."""
    cited, remarks = tidied(cited), Remarks()
    work = cited.work
    shape = shape_of(work)
    remarks.memory(standard.unchecked[1])
    if shape == "law":
        remarks.memory("statutes")
    if not work.title:
        remarks.memory("works without a title")
    main = {"article": _in_periodical, "news": _in_periodical, "page": _page, "chapter": _chapter}.get(
        shape, _book
    )
    if _is_uncalled(work):
        main = _book
    people = "" if shape == "law" else _names(standard, work, work.authors)
    if not people and shape != "chapter":
        people = _names(standard, work, work.editors)
    title = f"{_title(standard, cited, remarks)}[{_mark(standard, work)}]"
    body = sentences((people, *main(standard, cited, title), work.url, _doi(standard, work)))
    located = "" if shape == "page" else _page_of(cited)
    if not located and cited.place.pages:
        remarks.note("no page (GB/T 7714 has none for pages of the web)")
    remarks.unknown(cited.work)
    return remarks.reference(phrase(f"[{cited.number}] " + body.plain), located)


def _in_periodical(standard: Edition, cited: Cited, title: str) -> tuple[str, ...]:
    """The title, and ``Journal, 2019, 12(3): 151``, ``Newspaper, 2021-02-05(4)``."""
    work = cited.work
    container = sentence_case(work.container or work.container_short, cited.uncapitalised)
    page = _page_of(cited) or ranged(work.pages, "-")
    issue = f"({work.issue})" if work.issue else ""
    volume = f"{work.volume}{issue}" if work.volume else ""
    behind = "" if volume else issue  # as in 2013(1)
    if shape_of(work) == "news":
        when, volume, behind, page = _day(work), "", f"({page})" if page else "", ""
    else:
        when = year_of(work)
    where = ", ".join(part for part in (container, when, volume) if part) + behind
    where = ": ".join(part for part in (where, page) if part)
    return title, where + _read(standard, work)


def _page(standard: Edition, cited: Cited, title: str) -> tuple[str, ...]:
    """The title, and ``(2021-02-05)[2026-01-15]``: when it was changed, when it was read."""
    del standard  # they agree in this
    work = cited.work
    read = f"[{work.accessed.iso()}]" if work.accessed else ""
    return title, f"{f'({_day(work)})' if work.date else ''}{read}"


def _book(standard: Edition, cited: Cited, title: str) -> tuple[str, ...]:
    return title, _edition(cited.work), _imprint(standard, cited)


def _chapter(standard: Edition, cited: Cited, title: str) -> tuple[str, ...]:
    """The chapter and the book it stands in, with ``//`` between them."""
    work = cited.work
    book = sentence_case(work.container, cited.uncapitalised)
    holder = sentences((_names(standard, work, work.editors), book)).plain
    return f"{title}//{holder}" if holder else title, _edition(work), _imprint(standard, cited)


def _imprint(standard: Edition, cited: Cited) -> str:
    """``London: Northgate Press, 2018: 42``; what is not known is said, unless the source is online."""
    work = cited.work
    page = _page_of(cited)
    if shape_of(work) == "chapter":
        page = page or ranged(work.pages, "-")
    behind = f"{f': {page}' if page else ''}{_read(standard, work)}"
    known = work.place or work.publisher
    if shape_of(work) == "law" or (_is_online(standard, work) and not known):
        # Online sources may leave place and publisher out; then the day stands for the year.
        day = _day(work) if shape_of(work) != "law" or year_of(work) else ""
        return f"{f'({day})' if day and standard.always_read and work.url else day}{behind}".removeprefix(
            ": "
        )
    nowhere, nobody = ("出版地不详", "出版者不详") if _is_chinese(work) else ("S.l.", "s.n.")
    house = f"{work.place or f'[{nowhere}]'}: {work.publisher or f'[{nobody}]'}"
    return ", ".join(part for part in (house, year_of(work)) if part) + behind


def _read(standard: Edition, work: Metadata) -> str:
    """The day it was read, of an online source that is no page."""
    return f"[{work.accessed.iso()}]" if work.accessed and work.url and standard.always_read else ""


def _day(work: Metadata) -> str:
    return work.date.iso() if work.date else ""


def _page_of(cited: Cited) -> str:
    return spanned(cited.place.pages, "-") if cited.place.pages else ""


def _edition(work: Metadata) -> str:
    if _is_chinese(work) and work.edition.isdecimal():
        return "" if work.edition == "1" else f"{work.edition}版"
    return edition(work.edition)


def _title(standard: Edition, cited: Cited, remarks: Remarks) -> str:
    work = cited.work
    title = like_a_sentence(cited, remarks) if work.title else _UNTITLED[_is_chinese(work)]
    if work.type == "legal_case" and work.number:
        return f"{title}: {work.number}"
    if not standard.numbered or not work.number:
        return title
    if work.type == "standard":
        return f"{work.number} {title}"
    if work.type != "report":
        return title
    bare = work.number.isdecimal() and work.genre
    return f"{title}: {f'{work.genre} ' if bare else ''}{work.number}"


def _mark(standard: Edition, work: Metadata) -> str:
    """The sign of the kind of source, "/OL" behind it where it is online; Z is for all that has none."""
    if _is_uncalled(work):
        return _MARKS.get(work.type, "Z")
    day = shape_of(work) == "news" and not work.type and work.date and work.date.day
    mark = "N" if day else _MARKS.get(work.type) or _BY_SHAPE.get(shape_of(work), "Z")
    return f"{mark}/OL" if mark == "EB" or _is_online(standard, work) else mark


def _is_uncalled(work: Metadata) -> bool:
    """Whether nothing says what the work is, not even that it is a page of the web."""
    return shape_of(work) == "page" and not is_online(work)


def _is_online(standard: Edition, work: Metadata) -> bool:
    return bool(work.url or (standard.doi and work.doi))


def _doi(standard: Edition, work: Metadata) -> str:
    return f"DOI:{work.doi}" if standard.doi and work.doi and work.doi not in work.url else ""


def _is_chinese(work: Metadata) -> bool:
    return bool(count_han(work.title)) if work.title else work.lang.lower().startswith("zh")


def _names(standard: Edition, work: Metadata, names: tuple[Name, ...]) -> str:
    """Up to three names, of more the first three with "et al." or 等; a Chinese work has Chinese names."""
    chinese = _is_chinese(work)
    known = [_name(standard, name, chinese=chinese) for name in names[:3]]
    others = [] if len(names) <= 3 else ["等" if chinese else "et al."]
    return ", ".join(known + others)


def _name(standard: Edition, name: Name, *, chinese: bool) -> str:
    if chinese and name.native:
        return name.native
    if name.literal or in_characters((name,)):
        return full_name(name)
    family = name.family.upper() if standard.capitals else name.family
    if name.order == "family-first" and not standard.abbreviated_pinyin:
        return f"{family} {name.given}".strip()
    return " ".join(part for part in (family, initials(name.given, stop="")) if part)


def _style(name: str, label: str, describes: str, standard: Edition) -> Style:
    return Style(
        name,
        label,
        describes,
        "number",
        Quotation("parenthesis", block_words=100),
        cite=partial(_cite, standard),
        short=partial(_cite, standard),
        entry=partial(_entry, standard),
    )


GB7714: Final = _style("gb7714", "GB/T 7714", "GB/T 7714—2025, raised number", _2025)
GB7714_2015: Final = _style("gb7714-2015", "GB/T 7714-2015", "GB/T 7714—2015, raised number", _2015)
