"""What tells two wordings apart, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from corpus import words

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

Kind = Literal["same", "gone", "come"]
"""What a run of words is to the two wordings: in both, in the first alone, in the second alone."""

_BESIDE: Final = 8
"""Characters on either side that are looked at, to see whether two words would run together."""


class Run(NamedTuple):
    """Words of a wording, with the signs and the white space between and behind them.

    The runs that are "same" or "come" together are the second wording to the letter; signs and spaces that
    stand behind a change in both wordings are "same". A run that is "gone" has the words of the first, with
    spaces where they are needed to tell them from others.
    """

    kind: Kind
    text: str


Cut = Callable[[str], tuple[list[int], list[int], list[str]]]
"""Cuts a text as `corpus.words.columns` does: where each word starts and ends, and as it folds."""


def word_diff(first: str, second: str, cut: Cut = words.columns) -> tuple[Run, ...]:
    """The runs that lead from one wording to another; words are cut and compared as `cut` folds them."""
    from rapidfuzz.distance import Indel  # not above: most readings compare nothing

    starts, ends, forms = cut(first)
    other_starts, other_ends, others = cut(second)
    runs: list[Run] = []
    reached = 0
    for gone, came, kept in _stretches(Indel.opcodes(forms, others), len(forms), len(others)):
        if gone:
            text = first[starts[gone.start] : ends[gone.stop - 1]]
            apart = " " if _runs_on(second[:reached][-1:]) else ""
            runs.append(Run("gone", f"{apart}{text}{' ' if _runs_on(text[-1]) else ''}"))
        if came:
            until = _start(other_starts, came.stop, second)
            behind = second[other_ends[came.stop - 1] : until]
            was_behind = first[ends[gone.stop - 1] if gone.stop else 0 : _start(starts, gone.stop, first)]
            until -= _in_both(was_behind, behind)
            if not gone and _run_together(second[:reached], second[until:]):
                runs.append(Run("gone", " "))  # signs that are no words had parted them
            runs.append(Run("come", second[reached:until]))
            reached = until
        until = _start(other_starts, kept.stop, second)
        runs.append(Run("same" if others else "come", second[reached:until]))
        reached = until
    return tuple(_joined(runs))


def _stretches(steps: Iterable[Opcode], last: int, other_last: int) -> Iterator[tuple[range, range, range]]:
    """By their numbers: words that are gone, those that came in their place, and those kept behind them."""
    at, other_at = 0, 0
    for step in steps:
        if step.tag == "equal":
            kept = range(step.dest_start, step.dest_end)
            yield range(at, step.src_start), range(other_at, step.dest_start), kept
            at, other_at = step.src_end, step.dest_end
    yield range(at, last), range(other_at, other_last), range(other_last, other_last)


def _start(starts: list[int], number: int, text: str) -> int:
    """Where a word starts; the end of the text behind the last."""
    return starts[number] if number < len(starts) else len(text)


def _in_both(was: str, now: str) -> int:
    """How many characters at the end of the signs behind a change are no part of it."""
    spaces = len(now) - len(now.rstrip())
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(reversed(was), reversed(now), strict=False))
    return max(spaces, sum(1 for _ in pairs))


def _run_together(before: str, behind: str) -> bool:
    """Whether the words on either side of what came would be others without it."""
    before, behind = before[-_BESIDE:], behind[:_BESIDE]
    apart = len(words.columns(before)[2]) + len(words.columns(behind)[2])
    return len(words.columns(before + behind)[2]) < apart


def _runs_on(character: str) -> bool:
    """Whether a word that follows a character directly would be taken for more of the same word."""
    return bool(character) and not character.isspace() and not words.is_unspaced(character)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without empty ones, neighbours of one kind made one."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last and last.kind == run.kind:
            last = Run(run.kind, last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
