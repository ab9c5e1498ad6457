"""Vancouver, the style of the U.S. National Library of Medicine: numbers in parentheses, and their list.

Rules: *Citing Medicine*, 2nd edition (its boxes on names and on languages), and guides of universities.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from corpus.calendar import month
from corpus.citation import pinpoint as at
from corpus.citation.casing import sentence_case
from corpus.citation.editions import edition
from corpus.citation.numbered.entries import language, like_a_sentence, romanised, shape_of, year_of
from corpus.citation.phrase import phrase
from corpus.citation.pinpoint import Pinpoints, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import ranged, shortest
from corpus.citation.remarks import Remarks
from corpus.citation.stops import sentences, stopped
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.template import is_online
from corpus.citation.tidying import tidied
from corpus.metadata import Metadata, Name, PartialDate
from corpus.people import full_name, in_characters, initials

_PARAGRAPHS: Final = "paragraphs in the parenthesis"
_NO_SECTION: Final = "no section (Vancouver has no form for one)"
_PINPOINTS: Final = Pinpoints(
    (
        at.pages("p. {}", "pp. {}"),
        at.numbers("para. {}", "paras. {}", memory=_PARAGRAPHS),
        at.counted("para. {}", "paras. {}", memory=_PARAGRAPHS),
    ),
    dict.fromkeys(("section", "division", "heading"), _NO_SECTION),
)
_LIGATURES: Final = str.maketrans(
    {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss"}
    | {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i"}
)
_UNTITLED: Final = "[untitled]"
"""What stands for a title nobody gave. A description stands there by rights: that is the writer's to make."""
_NOWHERE: Final = "[place unknown]"
_NOBODY: Final = "[publisher unknown]"
_UNDATED: Final = "[date unknown]"


def _cite(cited: Cited) -> Reference:
    """The parenthesis, with the page, or the paragraph, for which no guide seen has a form."""
    cited, remarks = tidied(cited), Remarks()
    place, _ = pinpoint(cited, _PINPOINTS, remarks)
    remarks.unknown(cited.work)
    return remarks.reference(f"({cited.number}, {place})" if place else f"({cited.number})", place)


def _entry(cited: Cited) -> Reference:
    """The numbered entry: names without stops, titles like sentences and without marks, no italics."""
    cited, remarks = tidied(cited), Remarks()
    work = cited.work
    people = _names(work.authors, remarks)
    title = _title(cited, remarks)
    if not work.authors and work.editors and shape_of(work) != "chapter":
        people = _editors(work, remarks)
    main = {
        "article": _periodical,
        "news": _periodical,
        "page": _page,
        "book": _book,
        "chapter": _chapter,
        "report": _report,
        "law": _law,
    }[shape_of(work)](cited, title, remarks)
    # Nothing stands behind an address or a DOI, so the language comes before them.
    whole = sentences((people, *main, language(work))).plain
    found = f"doi: {work.doi}" if work.doi else f"Available from: {work.url}" if work.url else ""
    if work.doi:
        remarks.memory("where the DOI stands")
    remarks.unknown(cited.work)
    return remarks.reference(phrase(" ".join(p for p in (f"{cited.number}.", whole, found) if p)))


def _periodical(cited: Cited, title: str, remarks: Remarks) -> tuple[str, ...]:
    """Title, periodical, date with volume and pages; newspapers are never abbreviated."""
    work = cited.work
    container = romanised(work.container_romanised)
    if shape_of(work) == "article":
        # Abbreviations of journals have no stops here.
        container = container or work.container_short.replace(".", "") or work.container
        if " " in container and not work.container_short and not work.container_romanised:
            remarks.note("journal not abbreviated")
        dated = str(work.date.year) if work.date else ""
    else:
        container = container or work.container
        dated = _date(work.date)
    issue = f"({work.issue})" if work.issue else ""
    numbers = f";{work.volume}{issue}" if work.volume or issue else ""
    pages = ranged(work.pages, "-", shortest)
    # What is read by its DOI is cited as the periodical is printed.
    online = bool(work.url) and not work.doi
    read = _read(work) if online else ""
    when = f"{dated or _undated(remarks)}{read}{numbers}{f':{pages}' if pages else ''}"
    return title, f"{container} [Internet]" if online and container else container, when


def _page(cited: Cited, title: str, remarks: Remarks) -> tuple[str, ...]:
    """Title, and the imprint of the site: its place and its publisher, in words where they are not known."""
    work = cited.work
    house = work.publisher or work.container
    if not work.place or not house:
        remarks.memory("“[place unknown]” and the like")
    imprint = f"{work.place or _NOWHERE}: {house or _NOBODY}; {_date(work.date) or _undated(remarks)}"
    return f"{title} [Internet]" if is_online(work) else title, imprint + _read(work)


def _book(cited: Cited, title: str, remarks: Remarks) -> tuple[str, ...]:
    work = cited.work
    online = " [Internet]" if work.url else ""
    return title + online, edition(work.edition), _imprint(work, remarks)


def _chapter(cited: Cited, title: str, remarks: Remarks) -> tuple[str, ...]:
    work = cited.work
    editors = _editors(work, remarks)
    container = romanised(work.container_romanised) or sentence_case(work.container, cited.uncapitalised)
    book = f"In: {stopped(editors).plain} {container}".strip() if editors else f"In: {container}"
    online = " [Internet]" if work.url else ""
    pages = ranged(work.pages, "-", shortest)
    return (
        title,
        book + online if container or editors else "",
        edition(work.edition),
        _imprint(work, remarks),
        f"p. {pages}" if pages else "",
    )


def _report(cited: Cited, title: str, remarks: Remarks) -> tuple[str, ...]:
    work = cited.work
    online = " [Internet]" if work.url else ""
    return title + online, _imprint(work, remarks), f"Report No.: {work.number}" if work.number else ""


def _law(cited: Cited, title: str, remarks: Remarks) -> tuple[str, ...]:
    work = cited.work
    remarks.memory("statutes")
    parts = (title, work.container, work.number, work.jurisdiction, year_of(work))
    return (", ".join(part for part in parts if part) + (_read(work) if work.url else ""),)


def _imprint(work: Metadata, remarks: Remarks) -> str:
    """Place, publisher and year of a book; what is not known is said in brackets."""
    if not work.place or not work.publisher:
        remarks.memory("“[place unknown]” and the like")
    house = f"{work.place or _NOWHERE}: {work.publisher or _NOBODY}"
    return f"{house}; {year_of(work) or _undated(remarks)}{_read(work) if work.url else ''}"


def _read(work: Metadata) -> str:
    return f" [cited {_date(work.accessed)}]" if work.accessed and work.url else ""


def _date(date: PartialDate | None) -> str:
    """The date as in "2021 Feb 5", "2021 Feb" or "2021"."""
    if date is None:
        return ""
    day = str(date.day) if date.day and date.month else ""
    return " ".join(part for part in (str(date.year), month(date, short=True)[:3], day) if part)


def _undated(remarks: Remarks) -> str:
    remarks.memory("“[place unknown]” and the like")
    return _UNDATED


def _title(cited: Cited, remarks: Remarks) -> str:
    """The title, of a work in another script in Latin letters, with the translation in brackets."""
    work = cited.work
    if not work.title:
        remarks.memory("works without a title")
        return _UNTITLED
    translated = f"[{work.title_translated}]" if work.title_translated else ""
    if work.title_romanised or translated:
        latin = work.title_romanised or ("" if _is_foreign_script(work.title) else work.title)
        return " ".join(part for part in (latin, translated) if part)
    if _is_foreign_script(work.title):
        remarks.note("no title in Latin letters, nor a translation")
    return like_a_sentence(cited, remarks)


def _is_foreign_script(title: str) -> bool:
    return any(ord(character) > 0x24F and character.isalpha() for character in title)


def _names(names: tuple[Name, ...], remarks: Remarks) -> str:
    """All names: to leave some out is no practice of the library (Citing Medicine, box 74)."""
    if in_characters(names):
        remarks.note("names not in Latin letters")
    return ", ".join(map(_name, names))


def _name(name: Name) -> str:
    if name.literal or in_characters((name,)):
        return full_name(name)
    first = initials(_plain(name.given), stop="", between="").replace("-", "")
    return " ".join(part for part in (_plain(name.family), first) if part)


def _plain(part: str) -> str:
    """Part of a name without accents and ligatures (Citing Medicine, on names)."""
    if part.isascii():
        return part
    apart = unicodedata.normalize("NFD", part.translate(_LIGATURES))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not "\u0300" <= c <= "\u036f"))


def _editors(work: Metadata, remarks: Remarks) -> str:
    names = _names(work.editors, remarks)
    return f"{names}, {'editor' if len(work.editors) == 1 else 'editors'}" if names else ""


VANCOUVER: Final = Style(
    "vancouver",
    "Vancouver",
    "Vancouver, number in parentheses",
    "number",
    Quotation("parenthesis", block_lines=4),
    cite=_cite,
    short=_cite,
    entry=_entry,
)
