"""What became of a passage, in the words of a list or a receipt. No Textual in it."""

from __future__ import annotations

from typing import Final

from corpus.finding_again.found import Found, State
from corpus.sanitiser import clean_line
from tui.diff_lines import diff_line
from tui.foot_line import joined

_GOES_BACK: Final = "< goes back"


def became(found: Found, *, beside_old: bool = False) -> str:
    """What became of it, beside its place: "moved; it was ¶ 9"; "" where it is the same.

    `beside_old` tells that the place beside it is the one that it had: then it is "moved; now ¶ 12".
    """
    elsewhere = _now(found) if beside_old else _elsewhere(found)
    match found.state:
        case State.SAME:
            return ""
        case State.MOVED:
            return f"moved{elsewhere}"
        case State.EDITED:
            return f"edited{elsewhere}"
        case State.AMBIGUOUS:
            return f"in doubt; one of {len(found.others):,} places"
        case State.LOST:
            return "lost" if beside_old else f"lost{elsewhere}"


def arrived(found: Found, called: str, room: int, place: str = "") -> str:
    """The receipt for who went to a passage that is called so: "Mark a", "The clip".

    `place` is what the page calls where it stands now, if that is known better than when it was found. What
    differs comes last, over at most `room` cells: it has a line of its own where it needs one.
    """
    place = place or clean_line(found.now)
    where = f"{place}{_elsewhere(found)}" if place else ""
    return joined([told(found, called), where, _GOES_BACK, diff_line(found.diff, room) if found.diff else ""])


def told(found: Found, called: str) -> str:
    """What became of a passage that is called so, as a sentence without its place."""
    match found.state:
        case State.SAME:
            return called
        case State.EDITED:
            return f"{called} was edited"
        case State.MOVED:
            return f"{called} has moved"
        case State.AMBIGUOUS:
            return f"{called} may be at one of {len(found.others):,} places"
        case State.LOST:
            return f"{called} is lost: its words are gone, or it is not certain which they are now"


def _now(found: Found) -> str:
    return f"; now {clean_line(found.now)}" if found.now and found.was != found.now else ""


def _elsewhere(found: Found) -> str:
    return f"; it was {clean_line(found.was)}" if found.was and found.was != found.now else ""
