"""What tells two wordings apart, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, NamedTuple

from corpus import words

Kind = Literal["same", "gone", "come"]
"""What a run of words is to the two wordings: in both, in the first alone, in the second alone."""

_BRACKETS: Final = {"same": ("", ""), "gone": ("[-", "-]"), "come": ("{+", "+}")}


class Run(NamedTuple):
    """Characters of a wording with the signs and the white space behind them.

    The runs that are "same" or "come" together are the second wording to the letter. A run that is "gone"
    has the words of the first, with spaces where they are needed to tell them from others.
    """

    kind: Kind
    text: str


Cut = Callable[[str], tuple[list[int], list[int], list[str]]]
"""Cuts a text as `corpus.words.columns` does: where each word starts and ends, and as it folds."""


def word_diff(first: str, second: str, cut: Cut = words.columns) -> tuple[Run, ...]:
    """The runs that lead from one wording to another; words are cut and compared as `cut` folds them."""
    from rapidfuzz.distance import Indel  # not above: most readings compare nothing

    starts, ends, forms = cut(first)
    other_starts, _, others = cut(second)
    runs: list[Run] = []
    reached = 0
    for step in Indel.opcodes(forms, others):
        if step.tag == "delete":
            gone = first[starts[step.src_start] : ends[step.src_end - 1]]
            apart = " " if _runs_on(second[:reached][-1:]) else ""
            runs.append(Run("gone", f"{apart}{gone}{' ' if _runs_on(gone[-1]) else ''}"))
        else:
            until = other_starts[step.dest_end] if step.dest_end < len(others) else len(second)
            runs.append(Run("same" if step.tag == "equal" else "come", second[reached:until]))
            reached = until
    if reached < len(second):
        runs.append(Run("come", second[reached:]))
    return tuple(_joined(_gone_first(runs)))


def _runs_on(character: str) -> bool:
    """Whether a word that follows a character directly would be taken for more of the same word."""
    return bool(character) and not character.isspace() and not words.is_unspaced(character)


def _gone_first(runs: list[Run]) -> Iterator[Run]:
    """The runs in an order in which what came stands behind what it came in place of."""
    came: list[Run] = []
    for run in runs:
        if run.kind == "same":
            yield from came
            came = []
        if run.kind == "come":
            came.append(run)
        else:
            yield run
    yield from came


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


def plain(runs: Iterable[Run]) -> str:
    """A diff as text without colours, on one line: "the [-first -]{+second +}wording"."""
    return "".join(f"{_BRACKETS[run.kind][0]}{run.text}{_BRACKETS[run.kind][1]}" for run in runs)
