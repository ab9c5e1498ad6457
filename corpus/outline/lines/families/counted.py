"""Titles that are counted: 1, 1.1, I., A., (a), 一、, （一）."""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.families.under import with_title_below
from corpus.outline.lines.families.wording import (
    is_broken,
    is_closed,
    is_sentence,
    may_be_lower,
    opens_title,
    runs_on,
)
from corpus.outline.lines.layout import Layout
from corpus.outline.numbering import HAN_DIGITS, Path, value

_HAN: Final = expression(
    rf"(?:(?P<number>[{HAN_DIGITS}]{{1,4}})[、．.]|[（(](?P<inner>[{HAN_DIGITS}]{{1,4}})[）)])\s?(?P<rest>\S.*)"
)
_DECIMAL: Final = expression(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,5})"
    r"(?:[.．]?\s{1,4}|[.．、](?=[^\W\d_])|(?<=\.\d)(?=[\u3400-\u9fff])|(?<=\.\d\d)(?=[\u3400-\u9fff]))"
    r"(?P<rest>\S.*)"
)
_ROMAN: Final = expression(r"(?P<number>[IVXLCDM]{1,9})(?:(?:[.)]|\s[—–-])(?:\s{1,4}(?P<rest>\S.*))?)?")
_LETTER: Final = expression(r"(?P<number>[A-Z](?:\.\d{1,3}){0,4})(?P<dot>[.)])?\s{1,4}(?P<rest>\S.*)")
_INNER: Final = expression(
    r"(?:[(（](?P<both>[a-z]|[ivx]{2,5}|\d{1,2})[)）]|(?P<one>[a-z]{1,2}|\d{1,2})[)）]|(?P<dot>[a-z])\.)"
    r"\s{0,4}(?P<rest>\S.*)"
)
_HAN_FIRST: Final = frozenset(f"（({HAN_DIGITS}")


def counted(layout: Layout, index: int, text: str) -> list[Candidate]:
    """What a line may be by the number it opens with: more than one where that can be read twice."""
    first = text[0]
    if first in _HAN_FIRST and (found := _han(layout, index, text)):
        return [found]
    if not layout.starts_block(index):
        return []
    readings: list[Candidate | None] = []
    if first.isdecimal():
        readings.append(_decimal(layout, index, text))
    elif "A" <= first <= "Z":
        readings.append(_roman(layout, index, text) if first in "IVXLCDM" else None)
        readings.append(_letter(layout, index, text))
    if not any(readings) and (first in "(（" or first.isdecimal() or "a" <= first <= "z"):
        readings += _inner(layout, index, text)
    return [found for found in readings if found]


def may_count(text: str) -> bool:
    """Whether a line in the middle of a block may open with a Chinese number."""
    return text[0] in _HAN_FIRST


def _han(layout: Layout, index: int, text: str) -> Candidate | None:
    match = _HAN.match(text)
    if not match or len(text) > 32 or re.search("[。；，：:!！]", match["rest"]):
        return None
    if not layout.starts_block(index) and layout.short(index - 1)[-1:] not in "。！？”":
        return None
    family = "一、" if match["number"] else "（一）"
    number = value(match["number"] or match["inner"]) or 0
    return Candidate(index, 1, family, 0, (number,), text, match["rest"])


def _decimal(layout: Layout, index: int, text: str) -> Candidate | None:
    match = _DECIMAL.match(text)
    if not match:
        return None
    path = tuple(int(part) for part in match["number"].split("."))
    found = _numbered(layout, index, text, match["rest"], "decimal", path)
    # "1.2 per cent" may open a line of prose; further out than the body it does not.
    return found if len(path) > 1 and layout.body >= 3 else _as_opened(layout, found, match["rest"])


def _roman(layout: Layout, index: int, text: str) -> Candidate | None:
    match = _ROMAN.fullmatch(text)
    number = value(match["number"]) if match else None
    if not match or number is None:
        return None
    found = _numbered(layout, index, text, match["rest"] or "", "roman", (number,))
    return with_title_below(layout, found) if found and not match["rest"] else found


def _letter(layout: Layout, index: int, text: str) -> Candidate | None:
    match = _LETTER.match(text)
    if not match or not (match["dot"] or "." in match["number"]):
        return None
    first, *others = match["number"].split(".")
    path = (ord(first) - ord("A") + 1, *map(int, others))
    return _as_opened(layout, _numbered(layout, index, text, match["rest"], "letter", path), match["rest"])


def _inner(layout: Layout, index: int, text: str) -> list[Candidate]:
    """Readings of "(a)", "(1)", "a)", "a.": titles under another numbering, or the items of a list."""
    match = _INNER.match(text)
    if not match or not layout.ends_block(index) or not opens_title(match["rest"]):
        return []
    if len(match["rest"].split()) > 10 or is_closed(text) or len(layout.following(index, 60)) < 40:
        return []
    number = match["both"] or match["one"] or match["dot"]
    shape = "()" if match["both"] else ")" if match["one"] else "."
    paths: list[tuple[str, Path]] = []
    if number.isdecimal():
        paths.append(("inner 1", (int(number),)))
    if len(set(number)) == 1 and number.isalpha():
        paths.append((f"inner {'a' * len(number)}", (ord(number[0]) - ord("a") + 1,)))
    if set(number) <= set("ivx") and (roman := value(number.upper())):
        paths.append(("inner i", (roman,)))
    found = (
        _numbered(layout, index, text, match["rest"], f"{family}{shape}", path) for family, path in paths
    )
    return [one for one in found if one]


def _as_opened(layout: Layout, found: Candidate | None, rest: str) -> Candidate | None:
    """A numbered line by the first of its words: with a small initial it is a title beside others alone."""
    if found is None or opens_title(rest):
        return found
    return found._replace(weak=True) if layout.ends_block(found.line) and may_be_lower(rest) else None


def _numbered(layout: Layout, index: int, text: str, rest: str, family: str, path: Path) -> Candidate | None:
    """A line that opens with a number, if its words could be a title and it stands by itself."""
    # In a text whose body is indented, its lists are indented too, and its headings are not.
    if layout.body >= 3:
        inset = layout.indent(index) >= layout.body
    else:
        inset = layout.is_inset(index) or (layout.indent(index) > layout.body and bool(rest))
    if inset or rest[-1:] in (",", ";", ":"):
        return None
    if is_sentence(rest):
        return None
    weak = runs_on(rest)
    if weak and (is_broken(rest) or not layout.ends_block(index)):
        return None
    lines = 1
    if not layout.ends_block(index):
        second = layout.short(index + 1)
        hangs = layout.indent(index + 1) > layout.indent(index) and layout.ends_block(index + 1)
        if hangs and len(second) <= 60 and not is_closed(second) and layout.indent(index + 1) != layout.body:
            text, rest, lines = f"{text} {second}", f"{rest} {second}", 2
        elif len(path) == 1 or layout.body < 3:
            return None
    return Candidate(index, lines, family, len(path) - 1, path, text, rest, weak=weak)
