"""A work as a RIS record, which reference managers read.

Tags: https://en.wikipedia.org/wiki/RIS_(file_format). RIS can say of no name that it is printed family
name first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.expression import expression
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sanitiser import clean_line

_TYPES: Final = {
    "article": "JOUR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "collection": "EDBOOK",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "post": "BLOG",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_PARTS: Final = frozenset({"CHAP", "CPAPER", "DICT", "ENCYC"})
"""Parts of a book, whose second authors are its editors; those of a book are the editors of its series."""
_PAGES: Final = expression(r"(\w+)\s*[-–—]+\s*(\w+)")


def record(metadata: Metadata) -> str:
    """The record, from TY to ER, no newline at its end."""
    kind = _TYPES.get(metadata.type, "GEN")
    lines = [("TY", kind), *_lines(metadata, kind)]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in lines if value), "ER  - "])


def _lines(metadata: Metadata, kind: str) -> Iterator[tuple[str, str]]:
    yield from (("AU", _name(name)) for name in metadata.authors)
    yield from (("A2" if kind in _PARTS else "ED", _name(name)) for name in metadata.editors)
    if metadata.date:
        yield "PY", f"{metadata.date.year:04d}"
        yield "DA", _date(metadata.date)
    if metadata.accessed:
        yield "Y2", _date(metadata.accessed)
    match = _PAGES.fullmatch(metadata.pages.strip())
    told = {
        "TI": metadata.title,
        "ST": metadata.title_short,
        "TT": metadata.title_translated,
        "T2": metadata.container,
        "J2": metadata.container_short,
        "VL": metadata.volume,
        "IS": metadata.issue,
        "SP": match[1] if match else metadata.pages,
        "EP": match[2] if match else "",
        "ET": metadata.edition,
        "M1": "" if kind == "RPRT" else metadata.number,
        "M3": metadata.genre,
        "PB": metadata.publisher,
        "CY": metadata.place,
        "SN": (metadata.number if kind == "RPRT" else "") or metadata.isbn,
        "DO": metadata.doi,
        "UR": metadata.url,
        "LA": metadata.lang,
        "N1": f"Jurisdiction: {metadata.jurisdiction}" if metadata.jurisdiction else "",
    }
    yield from ((tag, clean_line(value)) for tag, value in told.items())


def _name(name: Name) -> str:
    """Family, given; a body, or a single name, without a comma, since one would part it."""
    if literal := clean_line(name.literal):
        return literal
    return ", ".join(part for part in (clean_line(name.family), clean_line(name.given)) if part)


def _date(date: PartialDate) -> str:
    """As RIS has it: year/month/day/other, what is not known left empty."""
    month = f"{date.month:02d}" if date.month else ""
    day = f"{date.day:02d}" if date.month and date.day else ""
    return f"{date.year:04d}/{month}/{day}/"
