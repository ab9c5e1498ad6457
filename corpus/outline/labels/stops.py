"""Where the sentences of a passage's beginning end: quick, and cautious rather than complete."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.outline.labels.cuts import ABBREVIATIONS
from corpus.scripts import count_wide

_STOP: Final = expression(r"[.!?…][”’\"')\]»“]{0,3}\s+(?=[\"“‘(\[«„¿¡]{0,2}[^\W\d_a-zß-öø-ÿа-я]|\d|\Z)")
_WIDE_STOP: Final = expression(r"[。！？][”’」』）]{0,2}")
_BEFORE_DAYS: Final = frozenset("am vom dem der den des zum bis im ab seit le".split())
"""Before the day of a German date: “am 3. Oktober”."""
# Each of these is a word by itself, and no initial.
_LETTERS: Final = frozenset("IA")


def is_wide_text(text: str) -> bool:
    """Whether the text begins in a script without spaces."""
    return count_wide(text[:40]) * 3 > len(text[:40])


def stops(text: str) -> list[int]:
    """The ends of the sentences in a text, the white space behind each included.

    None is behind an abbreviation, an initial, or the number of a day.
    """
    if is_wide_text(text):
        return [match.end() for match in _WIDE_STOP.finditer(text)]
    return [match.end() for match in _STOP.finditer(text) if not _is_inner(text, match.start())]


def _is_inner(text: str, at: int) -> bool:
    """Whether the full stop there belongs to the word before it."""
    if text[at] != ".":
        return False
    words = text[max(0, at - 24) : at].split()
    last = words[-1].lstrip("(“\"'„«") if words else ""
    if len(last) == 1 and not last.isdigit():
        return last.isupper() and last not in _LETTERS
    day = last.isdigit() and len(last) < 3 and len(words) > 1 and words[-2].lower() in _BEFORE_DAYS
    return last.casefold() in ABBREVIATIONS or day or ("." in last and len(last) < 8)
