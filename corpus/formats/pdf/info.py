"""What a PDF says of itself: its information dictionary (ISO 32000 § 14.3.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.dates import parse_date
from corpus.errors import BadValue
from corpus.expression import expression
from corpus.metadata import Metadata, PartialDate
from corpus.sanitiser import clean_line
from corpus.sources import PDF_INFORMATION
from corpus.stating import stated

_FILE_NAME: Final = expression(
    r"(?i)(?:microsoft word\s*-\s*)?\S*\.(?:docx?|odt|rtf|tex|dvi|ps|pdf|indd|qxd|txt|html?|xml|pages|wpd|fm)"
)
_BY_PROGRAM: Final = expression(r"(?i)microsoft (?:word|powerpoint)\s*-\s*")
_OF_TEMPLATE: Final = expression(r"(?i)\(use style:|\btype (?:your|the) title\b")
_NOTHING: Final = frozenset(
    "untitled;unknown;anonymous;author;title;user;root;admin;administrator;owner;none;default;document;test;"
    "about:blank;no title;slide 1".split(";")
)
_NO_NAME: Final = expression(r"(?i)©|\bcopyright\b|\brights\b|https?:")
_LONGEST: Final = 400
_DATE: Final = expression(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?")
_DOI: Final = expression(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/\S+)")
_PARTED: Final = expression(r"\s*;\s*|\s+(?:and|und|et|y)\s+|\s*&\s*|,\s+(?=\S+\s+\S)")


def metadata_of(field: Callable[[str], str]) -> Metadata:
    """Metadata from the fields of the dictionary; what is no title or name is left out."""
    said = {
        name: clean_line(field(name)) for name in ("Title", "Author", "Subject", "Keywords", "CreationDate")
    }
    known: dict[str, str] = {}
    if title := _title(said["Title"]):
        known["title"] = title
    if author := _author(said["Author"]):
        known["authors"] = author
    if date := _date(said["CreationDate"]):
        known["date"] = date.iso()
    if doi := _DOI.search(f"{said['Subject']} {said['Keywords']}"):
        known["doi"] = doi[1].rstrip(".,;)")
    return stated(known, PDF_INFORMATION).metadata


def _title(said: str) -> str:
    said = _BY_PROGRAM.sub("", said)
    if _OF_TEMPLATE.search(said):
        return ""
    if said.casefold() in _NOTHING or _FILE_NAME.fullmatch(said) or not any(map(str.isalpha, said)):
        return ""
    return said


def _author(said: str) -> str:
    """Names parted by semicolons, as `stated` reads them."""
    if (
        said.casefold() in _NOTHING
        or _NO_NAME.search(said)
        or len(said) > _LONGEST
        or ("@" in said and " " not in said)
    ):
        return ""
    return "; ".join(name for name in _PARTED.split(said) if name)


def _date(said: str) -> PartialDate | None:
    """The day that a date in PDF's own form (§ 7.9.4) names."""
    match = _DATE.match(said)
    if not match or not 1900 <= int(match[1]) <= 2200:
        return None
    try:
        return parse_date("-".join(part for part in match.groups() if part))
    except BadValue:
        return None
