"""What became of a passage, in the words of a list or a receipt. No Textual in it."""

from __future__ import annotations

from typing import Final

from corpus.diff_text import BRIEF, diff_text
from corpus.finding_again.found import Found, State
from corpus.sanitiser import clean_line
from tui import cells

_DIFF: Final = 100
"""Cells of a diff that a receipt has room for."""


def became(found: Found) -> str:
    """What became of it, beside its place: "moved, it was ¶ 9"; "" where it is the same."""
    elsewhere = _elsewhere(found)
    match found.state:
        case State.SAME:
            return ""
        case State.MOVED:
            return f"moved{elsewhere}"
        case State.EDITED:
            return f"edited{elsewhere}"
        case State.AMBIGUOUS:
            return f"in doubt, one of {len(found.others):,} places"
        case State.LOST:
            return f"lost{elsewhere}"


def told(found: Found, called: str) -> str:
    """The same for a receipt, of a passage that one went to and that is called so: "Mark a", "The clip"."""
    match found.state:
        case State.SAME:
            return called
        case State.EDITED:
            return f"{called} was edited · {cells.cut(diff_text(found.diff, BRIEF), _DIFF)}"
        case State.MOVED:
            return f"{called} has moved{_elsewhere(found)}"
        case State.AMBIGUOUS:
            return f"{called} may be at one of {len(found.others):,} places"
        case State.LOST:
            return f"{called} is lost: its words are gone, or it is not certain which they are now"


def _elsewhere(found: Found) -> str:
    return f", it was {clean_line(found.was)}" if found.was and found.was != found.now else ""
