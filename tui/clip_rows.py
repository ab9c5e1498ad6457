"""The lines of a list of clips: the words, where they stand, what was noted. No Textual in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from tui import cells
from tui.diff_lines import diff_looks, lines_of
from tui.looks import Piece

if TYPE_CHECKING:
    from corpus.citation.place import Place
    from corpus.clip import Clip
    from corpus.library.verifying import Verified

_WORD_LINES: Final = 2
_STATE_LINES: Final = 3
_SEEN: Final = 600
"""Characters of a clip's words, and of a note, that are looked at: no screen shows more of them."""


class ClipRow(NamedTuple):
    """A line of the list: pieces of words with their looks, and the clip it belongs to (from 0).

    `number` is what stands before the first line of a clip.
    """

    pieces: tuple[Piece, ...] = ()
    clip: int = -1
    number: str = ""


class ClipLines:
    """The lines of clips over so many cells; only those that are asked for are made.

    `digits` is how many the largest number of a clip has.
    """

    def __init__(
        self,
        clips: Sequence[Clip],
        width: int,
        verified: Mapping[int, Verified] = MappingProxyType({}),
        *,
        plain: bool = False,
    ) -> None:
        """`verified` tells by id where clips stand now; `plain` that there are no colours for a diff."""
        self._clips = clips
        self.digits = len(str(len(clips)))
        self._room = max(8, width - self.digits - 5)
        self._words = [clip.words[:_SEEN] for clip in clips]
        self._state = [
            _state_lines(verified[clip.id], self._room, plain=plain) if clip.id in verified else []
            for clip in clips
        ]
        heights = [self._height(index) for index in range(len(clips))]
        self._starts = [0, *accumulate(heights)]

    def _height(self, index: int) -> int:
        clip = self._clips[index]
        lines = 2 if cells.width(self._words[index]) > self._room else 1
        # The last of them is empty.
        return lines + 1 + len(self._state[index]) + bool(clip.note or clip.tags) + 1

    def __len__(self) -> int:
        """How many lines there are."""
        return max(0, self._starts[-1] - 1)

    def of(self, clip: int) -> range:
        """The lines of a clip, without the empty one behind it."""
        return range(self._starts[clip], self._starts[clip + 1] - 1)

    def row(self, line: int) -> ClipRow:
        """A line."""
        index = bisect_right(self._starts, line) - 1
        if not 0 <= index < len(self._clips):
            return ClipRow()
        below = line - self._starts[index]
        lines = self._lines(index)
        if below >= len(lines):
            return ClipRow()
        return ClipRow(lines[below], index, "" if below else str(index + 1))

    def entry(self, line: int) -> int:
        """The clip that a line belongs to, from 0; -1 where it belongs to none."""
        return self.row(line).clip

    def painted(self, line: int, width: int, chosen: int) -> list[Piece]:
        """A line over so many cells, where that clip is chosen."""
        return painted_clip(self.row(line), width, chosen, self.digits)

    def _lines(self, index: int) -> list[tuple[Piece, ...]]:
        clip, words = self._clips[index], self._words[index]
        lines: list[tuple[Piece, ...]] = [((line, ()),) for line in shortened(words, self._room)]
        place = place_words(clip.place)
        gone = "" if clip.article is not None else "not in the library"
        end = "".join(f" · {part}" for part in (place, gone) if part)
        title = cells.cut(clip.called, max(4, self._room - cells.width(end)))
        lines.append(((cells.cut(title + end, self._room), ("dim",)),))
        lines += self._state[index]
        if clip.note or clip.tags:
            tags = cells.cut(" ".join(f"#{tag}" for tag in clip.tags), self._room)
            note = cells.cut(clip.note[:_SEEN], max(0, self._room - cells.width(tags) - 2))
            lines.append(((note, ("emphasis",)), ("  " if note and tags else "", ()), (tags, ("accent",))))
        return lines


def _state_lines(verified: Verified, room: int, *, plain: bool) -> list[tuple[Piece, ...]]:
    """What became of a clip: nothing where it is the same; of several parts, of the one that is worst off."""
    # Not above: who keeps a passage needs the words for its place alone.
    from corpus.finding_again.found import State
    from tui.became import became

    if verified.state is State.SAME or not verified.found:
        # Why there is no text to look in is told where one goes there.
        return []
    number = next(number for number, one in enumerate(verified.found) if one.state is verified.state)
    found = verified.found[number]
    part = f"part {number + 1} " if len(verified.found) > 1 else ""
    pieces: list[Piece] = [(f"{part}{became(found, beside_old=True)}", ("accent",))]
    if found.diff:
        pieces += [(": ", ("accent",)), *diff_looks(found.diff, signs=plain)]
    return [tuple(line) for line in lines_of(pieces, room, _STATE_LINES)]


def shortened(words: str, room: int) -> list[str]:
    """The first lines of the words, over so many cells each; a sign tells that more follow."""
    lines = [words[start:end].rstrip() for start, end in pairwise([0, *cells.wrap(words, room), len(words)])]
    if len(lines) > _WORD_LINES:
        lines[_WORD_LINES - 1] = cells.cut_at_word(f"{lines[_WORD_LINES - 1]} {lines[_WORD_LINES]}", room)
    return lines[:_WORD_LINES]


def place_words(place: Place) -> str:
    """Where a clip stands, as the page would say it: "p. 42", "¶¶ 3–4", "§ 4.5", or the heading."""
    if place.pages:
        return _ranged("p.", "pp.", *place.pages)
    if place.numbers:
        return _ranged("¶", "¶¶", *place.numbers)
    if place.counted:
        return _ranged("¶", "¶¶", *map(str, place.counted))
    return place.division or (f"§ {place.section}" if place.section else place.heading)


def _ranged(one: str, many: str, first: str, last: str) -> str:
    return f"{one} {first}" if first == last else f"{many} {first}–{last}"


def painted_clip(row: ClipRow, width: int, chosen: int, digits: int) -> list[Piece]:
    """A line over so many cells; the clip that is chosen has a bar, and its words stand out."""
    here = row.clip >= 0 and row.clip == chosen
    pieces = row.pieces if here else tuple((words, ("dim", *looks)) for words, looks in row.pieces)
    lead = f" {row.number:>{digits}}  "
    used = 1 + len(lead) + sum(cells.width(words) for words, _ in pieces)
    gap = " " * max(0, width - used)
    return [("▌" if here else " ", ("accent",)), (lead, ("dim",)), *pieces, (gap, ())]
