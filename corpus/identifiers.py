"""What names a work without words: its DOI, its ISBN, its address, its pages; made of what people paste."""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.sanitiser import clean_line

LONGEST: Final = 1_000
"""The most characters that a value of metadata may have."""

_ADDRESS: Final = expression(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
# DOI Handbook, § 2.2: a prefix that begins with "10.", a slash, and a suffix of any printable characters.
_DOI: Final = expression(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*|info:doi/)?(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE
)
_ISBN: Final = expression(
    r"(?:ISBN(?:-1[03])?:?\s*|urn:isbn:)?((?:97[89][- ]?)?\d[\d -]{7,14}[\dX])", re.IGNORECASE
)
_ISBN_WITHIN: Final = expression(r"(?<![\d-])(?:97[89][- ]?)?\d[\d -]{7,14}[\dX](?![\d-])")
_RANGE: Final = expression(r"(?<=\w)\s*(?:--+|[-‐‑‒–—])\s*(?=\w)")
_LANGUAGE: Final = expression(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
# As bibliographies name them, Babel's names among them.
_LANGUAGES: Final = {
    "english": "en",
    "american": "en-US",
    "usenglish": "en-US",
    "british": "en-GB",
    "ukenglish": "en-GB",
    "australian": "en-AU",
    "canadian": "en-CA",
    "chinese": "zh",
    "中文": "zh",
    "french": "fr",
    "français": "fr",
    "german": "de",
    "ngerman": "de",
    "deutsch": "de",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "russian": "ru",
    "japanese": "ja",
    "日本語": "ja",
    "korean": "ko",
}


def web_address(text: str) -> str:
    """The address if it is one of the web, whole and absolute; else nothing."""
    address = clean_line(text)
    return address if len(address) <= LONGEST and _ADDRESS.fullmatch(address) else ""


def doi_of(text: str) -> str:
    """The DOI alone, of what may be its address or begin with "doi:"; "" if it is none."""
    match = _DOI.fullmatch(clean_line(text)[:LONGEST])
    return match[1].rstrip(".,;") if match else ""


def isbn_of(text: str) -> str:
    """The ISBN as written, of ten or thirteen figures; "" if it is none."""
    match = _ISBN.fullmatch(clean_line(text)[:LONGEST])
    figures = re.sub("[ -]", "", match[1]) if match else ""
    return match[1] if match and len(figures) in (10, 13) else ""


def isbn_in(text: str) -> str:
    """The first ISBN in a text: bibliographies list those of all bindings; "" if there is none."""
    found = (match[0].strip() for match in _ISBN_WITHIN.finditer(clean_line(text)[:LONGEST]))
    return next((isbn for isbn in found if isbn_of(isbn)), "")


def address_in(text: str) -> str:
    """The first of several addresses of the web, or the only one; "" if it is none."""
    return web_address(re.split(r"[,;]\s|;", text, maxsplit=1)[0])


def language_of(text: str) -> str:
    """The tag of a language by the form of BCP 47, "en-GB", also of its name; "" if it is none."""
    tag = clean_line(text)[:LONGEST].replace("_", "-")
    tag = _LANGUAGES.get(tag.casefold(), tag)
    return tag if _LANGUAGE.fullmatch(tag) else ""


def pages_of(text: str) -> str:
    """Pages as a citation prints them: "145--170" and "145-170" become "145–170"; "S1-4–S1-9" stays."""
    parts = re.split(r"\s*[,;]\s*", clean_line(text)[:LONGEST])
    return ", ".join(
        _RANGE.sub("–", part) if len(_RANGE.findall(part)) == 1 else part for part in parts if part
    )
