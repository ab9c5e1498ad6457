"""The title that stands under the line with its number, as in most novels and many laws."""

from __future__ import annotations

from typing import Final

from corpus.outline.divisions import opening_of
from corpus.outline.lines.candidate import Candidate, Under
from corpus.outline.lines.families.wording import is_closed, is_titled, may_be_lower, opens_title
from corpus.outline.lines.layout import Layout, is_contents_entry, is_tabular

_LONGEST: Final = 60
"""Characters of a title that is told by its capital initials."""
_MOST: Final = 4
"""Lines of a title in capitals, at the most."""


def with_title_below(layout: Layout, candidate: Candidate) -> Candidate:
    """A number alone with the title under it: surely its own where it is set as one, else to be judged."""
    index = candidate.line
    at = index + 1
    # Not farther than that: behind more room something else begins.
    while at <= index + 3 and layout.blank(at):
        at += 1
    last = at
    while last < at + _MOST and not layout.ends_block(last):
        last += 1
    lines = [layout.short(line) for line in range(at, last + 1)]
    words = " ".join(lines)
    if not all(lines) or not layout.ends_block(last) or _is_numbered(words) or is_tabular(words):
        return candidate
    under = Under(last - index, words)
    if words.isupper() and len(lines) <= _MOST and not _ends_sentence(words, 12):
        return candidate.with_title(under)
    if len(lines) > 1 or is_closed(words) or not (opens_title(words) or may_be_lower(words)):
        return candidate
    if is_contents_entry(words) or words[-1] in "”\"’'」…":
        return candidate
    if len(words) <= _LONGEST and is_titled(words):
        return candidate.with_title(under)
    return candidate._replace(under=under)


def _ends_sentence(words: str, many: int) -> bool:
    return is_closed(words) and len(words.split()) > many


def _is_numbered(words: str) -> bool:
    head, _, rest = words.strip().partition(" ")
    number = head.rstrip(".):")
    roman = number.isupper() and set(number) <= set("IVXLCDM") and (number != head or not rest)
    return number.isdecimal() or roman or opening_of(words) is not None
