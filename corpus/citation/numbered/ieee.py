"""IEEE: numbers in brackets, and the list they point to.

The rules come from the IEEE Citation Reference (2009) for books, chapters and reports, else from guides of
universities and from the style’s CSL, since IEEE’s newer guide was not seen.
"""

from __future__ import annotations

from typing import Final

from corpus.calendar import month_first
from corpus.citation import pinpoint as at
from corpus.citation.casing import headline_case
from corpus.citation.editions import edition
from corpus.citation.name_lists import NameList, initials_first, listed
from corpus.citation.numbered.entries import (
    is_author,
    language,
    like_a_sentence,
    romanised,
    shape_of,
    year_of,
)
from corpus.citation.phrase import Phrase, italic, phrase, strung
from corpus.citation.pinpoint import Pinpoints, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import ranged
from corpus.citation.remarks import Remarks
from corpus.citation.stops import stopped
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied
from corpus.citation.titles import described
from corpus.citation.work import in_quotes, joined
from corpus.metadata import Metadata, Name
from corpus.people import in_characters, outlet

_NAMES: Final = NameList(initials_first, initials_first, at_most=6, et_al=italic("et al."))
_OWN: Final = at.section("Sec. {}")
_SEVERAL: Final = "“paras.” for several paragraphs"
_WAYS: Final = (
    at.pages("p. {}", "pp. {}"),
    at.numbers("para. {}", "paras. {}", memory_of_several=_SEVERAL),
    _OWN,
    at.counted("para. {}", "paras. {}", memory_of_several=_SEVERAL),
)
_NO_HEADING: Final = "no heading (IEEE names only numbered sections)"
_WITHHELD: Final[dict[at.Basis, str]] = {"heading": _NO_HEADING, "division": _NO_HEADING}
_PINPOINTS: Final = Pinpoints(_WAYS, _WITHHELD, in_law=Pinpoints((_OWN, *_WAYS), _WITHHELD))


def _cite(cited: Cited) -> Reference:
    """The bracket, with page, paragraph or numbered section: ``[1, para. 3]``."""
    cited, remarks = tidied(cited), Remarks()
    place, _ = pinpoint(cited, _PINPOINTS, remarks)
    remarks.unknown(cited.work)
    return remarks.reference(f"[{cited.number}, {place}]" if place else f"[{cited.number}]", place)


def _entry(cited: Cited) -> Reference:
    """The numbered entry: initials before names, the title like a sentence, no stop behind an address."""
    cited, remarks = tidied(cited), Remarks()
    work = cited.work
    shape = shape_of(work)
    if shape in ("news", "page") and work.date and not work.date.day:
        remarks.memory("dates without a day")
    if not work.title:
        remarks.memory("works without a title")
    main = {
        "article": _in_periodical,
        "news": _in_periodical,
        "page": _page,
        "book": _book,
        "chapter": _chapter,
        "report": _report,
        "law": _law,
    }[shape](cited, remarks)
    online = _online(work) if shape != "article" or not work.doi else ""
    whole = strung([stopped(main), online], " ") if main else phrase(online)
    remarks.unknown(cited.work)
    return remarks.reference(strung([f"[{cited.number}]", whole], " "))


def _in_periodical(cited: Cited, remarks: Remarks) -> Phrase:
    work = cited.work
    title, remark = _quoted_title(cited, remarks)
    container = romanised(work.container_romanised) or work.container_short or work.container
    if shape_of(work) == "article":
        if container and not (work.container_short or work.container_romanised) and " " in container:
            remarks.note("journal not abbreviated")
        when = month_first(work.date._replace(day=0), short=True) if work.date else ""
    else:
        when = month_first(work.date, short=True) if work.date else ""
    parts = (
        _names(work.authors, remarks),
        title,
        remark,
        italic(container),
        f"vol. {work.volume}" if work.volume else "",
        f"no. {work.issue}" if work.issue else "",
        _pages(work),
        when,
        f"doi: {work.doi}" if work.doi else "",
    )
    return joined(parts, title)


def _page(cited: Cited, remarks: Remarks) -> Phrase:
    """A page of the web: who, title, site, each a sentence."""
    work = cited.work
    title, remark = _quoted_title(cited, remarks)
    site = outlet(work)
    when = month_first(work.date, short=True) if work.date else ""
    if site or when:
        remarks.memory("pages with a site or a date")
    # A remark on the language has no sentence of its own.
    titled = title + f" {remark}" if remark else title
    parts = (_names(work.authors, remarks), titled, ", ".join(part for part in (site, when) if part))
    return strung([stopped(part) for part in parts if part], " ")


def _book(cited: Cited, remarks: Remarks) -> Phrase:
    work = cited.work
    title = italic(headline_case(work.title_translated or work.title, work.lang))
    title = title or phrase(described(work, opens=not work.authors))
    remark = _remark(work, remarks)
    editors = "" if work.authors else _editors(work, remarks)
    people = _names(work.authors, remarks) or editors
    front = joined((people, title, remark, edition(work.edition)), title)
    return _published(front, work, remarks)


def _chapter(cited: Cited, remarks: Remarks) -> Phrase:
    work = cited.work
    title, remark = _quoted_title(cited, remarks)
    container = romanised(work.container_romanised) or headline_case(work.container, work.lang)
    book = "in " + italic(container) if container else phrase("")
    parts = (
        _names(work.authors, remarks),
        title,
        remark,
        book,
        edition(work.edition),
        _editors(work, remarks),
    )
    return joined((_published(joined(parts, title), work, remarks), _pages(work)))


def _report(cited: Cited, remarks: Remarks) -> Phrase:
    work = cited.work
    title, remark = _quoted_title(cited, remarks)
    kind = "Rep." if work.genre.lower() in ("", "report") else work.genre
    publisher = "" if is_author(work, work.publisher) else work.publisher
    number = f"{kind} {work.number}" if work.number else ""
    when = month_first(work.date._replace(day=0), short=True) if work.date else ""
    parts = (_names(work.authors, remarks), title, remark, publisher, work.place, number, when)
    return joined(parts, title)


def _law(cited: Cited, remarks: Remarks) -> Phrase:
    work = cited.work
    remarks.memory("statutes")
    title = italic(work.title) if work.title or work.container else described(work, opens=True)
    return joined((title, work.container, work.number, work.jurisdiction, year_of(work)))


def _published(front: Phrase, work: Metadata, remarks: Remarks) -> Phrase:
    """What stands before a book’s imprint, ended by a stop, and the imprint: place, publisher, year."""
    if work.place and "," not in work.place:
        remarks.note("place without its country")
    house = ": ".join(part for part in (work.place, work.publisher) if part)
    imprint = ", ".join(part for part in (house, year_of(work)) if part)
    return strung([stopped(front), imprint], " ") if imprint else front


def _quoted_title(cited: Cited, remarks: Remarks) -> tuple[str, str]:
    """The title in quotation marks, in English if a translation is known, and the remark on its language."""
    work = cited.work
    title = work.title_translated or work.title_romanised or like_a_sentence(cited, remarks)
    # Where neither a title nor an outlet is known, the entry would name nothing.
    shape = shape_of(work)
    named = work.container if shape in ("chapter", "report") else outlet(work)
    nameless = "" if named else described(work, opens=not work.authors or shape == "page")
    return (in_quotes(title) if title else nameless), _remark(work, remarks)


def _remark(work: Metadata, remarks: Remarks) -> str:
    spoken = language(work)
    if not spoken:
        return ""
    remarks.memory("works in other languages")
    if not work.title_translated:
        remarks.note("no translation of the title")
    return f"(in {spoken})"


def _pages(work: Metadata) -> str:
    pages = ranged(work.pages, "–")
    return f"{'p.' if pages.isalnum() else 'pp.'} {pages}" if pages else ""


def _online(work: Metadata) -> str:
    if not work.url:
        return ""
    read = f"Accessed: {month_first(work.accessed, short=True)}. " if work.accessed else ""
    return f"{read}[Online]. Available: {work.url}"


def _names(names: tuple[Name, ...], remarks: Remarks) -> Phrase:
    """Up to six names, of more the first with *et al.*; initials stand before the family name."""
    if in_characters(names):
        remarks.note("names not in Latin letters")
    elif any(name.order == "family-first" and name.given for name in names):
        remarks.memory("names that begin with the family name")
    return listed(names, _NAMES)


def _editors(work: Metadata, remarks: Remarks) -> str:
    names = _names(work.editors, remarks).plain
    return f"{names}, {'Ed.' if len(work.editors) == 1 else 'Eds.'}" if names else ""


IEEE: Final = Style(
    "ieee",
    "IEEE",
    "IEEE, number in brackets",
    "number",
    Quotation("parenthesis", block_lines=3, after_block="words"),
    cite=_cite,
    short=_cite,
    entry=_entry,
)
