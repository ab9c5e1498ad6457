"""`pincite clips verify`: whether every passage that was kept still stands in its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import click

from corpus.finding_again.found import Found, State
from corpus.home import Home
from corpus.library import Library
from corpus.sanitiser import clean_line
from corpus.word_diff import Run, plain
from tui.clip_rows import place_words
from tui.commands.clip_tags import none_tagged, say_damaged, tag_option, tagged
from tui.commands.printing import Column, as_json, print_json, print_table, progress
from tui.saying import say

if TYPE_CHECKING:
    from corpus.library.verifying import Verified

_COLUMNS: Final = (
    Column("id", number=True),
    Column("state"),
    Column("words"),
    Column("article"),
    Column("place"),
    Column("what became of it"),
)
_WORDS: Final = 60
"""Characters of a clip that a line shows."""
_AROUND: Final = 24
"""Characters that are shown on either side of a change."""
_HOLDS: Final = (State.SAME, State.MOVED)


@click.command(name="verify")
@tag_option
@as_json
def command(tag: str | None, as_json: bool) -> None:
    """Look for every clip in what its article is now: same, moved, edited, ambiguous or lost.

    That is the file, where it is newer than the library's copy, else the copy. What has changed in the
    words is marked [-so-] where it went and {+so+} where it came. The exit status is 1 where a clip is
    edited, ambiguous or lost, or cannot be read.

    With --json each clip is an object: "id", "state" (of its worst part), "reason" (a sentence where there
    is no article to look in, else ""), "text", "article" (its number in the library, or null), "title",
    "source", and "parts": for each "state", "start" and "end" (offsets in the text, or null), "was" and
    "now" (what its place was called, and is), "diff" (pairs of "same", "gone" or "come" and words) and
    "others" (pairs of offsets where it may be).
    """
    home = Home.here()
    if not home.library.exists():
        _report((), tag, as_json=as_json)
        return
    with Library(home.library) as library:
        kept = library.clips.kept()
        clips = tagged(kept.clips, tag)
        rank = {clip.id: number for number, clip in enumerate(clips)}
        looked: list[Verified] = []
        with progress("Verifying") as step:
            for verified in library.clips.verified(clips):
                looked.append(verified)
                step(len(looked), len(clips), verified.clip.called)
    looked.sort(key=lambda one: rank[one.clip.id])
    say_damaged(kept)
    _report(looked, tag, as_json=as_json)
    if kept.damaged or any(one.state not in _HOLDS for one in looked):
        raise click.exceptions.Exit(1)


def _report(looked: Iterable[Verified], tag: str | None, *, as_json: bool) -> None:
    looked = tuple(looked)
    if as_json:
        print_json([_as_json(one) for one in looked])
    elif looked:
        print_table(_COLUMNS, [_row(one) for one in looked])
        states = Counter(one.state for one in looked)
        told = [f"{states[state]:,} {_called(state)}" for state in State if states[state]]
        say(f"{len(looked):,} clip{'' if len(looked) == 1 else 's'}: {', '.join(told)}.")
    else:
        say(none_tagged(tag))


def _called(state: State) -> str:
    return "the same" if state is State.SAME else str(state)


def _row(verified: Verified) -> tuple[str, ...]:
    clip = verified.clip
    words = clip.words if len(clip.words) <= _WORDS else clip.words[: _WORDS - 1].rstrip() + "…"
    became = verified.reason or " · ".join(filter(None, map(_became, verified.found)))
    return str(clip.id), str(verified.state), words, clip.called, _place(verified), became


def _place(verified: Verified) -> str:
    """What the place was called, and what it is called now, where that is another name."""
    places = [(one.was, one.now) for one in verified.found if one.was and one.now and one.was != one.now]
    return ", ".join(f"{was} → {now}" for was, now in places) or place_words(verified.clip.place)


def _became(found: Found) -> str:
    match found.state:
        case State.EDITED:
            return changed_words(found.diff)
        case State.AMBIGUOUS:
            return f"one of {len(found.others)} places"
        case State.LOST:
            return "gone, or not certain enough"
        case _:
            return ""


def changed_words(diff: Iterable[Run]) -> str:
    """A diff on one line, with only the beginning and the end of what is the same between two changes."""
    return clean_line(plain(_shortened(run) for run in diff))


def _shortened(run: Run) -> Run:
    if run.kind != "same" or len(run.text) <= 2 * _AROUND:
        return run
    return run._replace(text=f"{run.text[:_AROUND].rstrip()} … {run.text[-_AROUND:].lstrip()}")


def _as_json(verified: Verified) -> dict[str, Any]:
    clip = verified.clip
    return {
        "id": clip.id,
        "state": str(verified.state),
        "reason": verified.reason,
        "text": clip.words,
        "article": clip.article,
        "title": clip.called,
        "source": clip.source,
        "parts": [_part(found) for found in verified.found],
    }


def _part(found: Found) -> dict[str, Any]:
    start, end = found.span or (None, None)
    return {
        "state": str(found.state),
        "start": start,
        "end": end,
        "was": clean_line(found.was),
        "now": clean_line(found.now),
        "diff": [[run.kind, run.text] for run in found.diff],
        "others": [list(span) for span in found.others],
    }
