"""The list of the tray: clips one under the other, one of them chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui.actions import CLIPS
from tui.clip_rows import ClipLines
from tui.entry_list import EntryList, Lines

if TYPE_CHECKING:
    from corpus.clip import Clip
    from corpus.library.verifying import Verified


class ClipList(EntryList):
    """Shows clips and chooses one."""

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in CLIPS]
    EMPTY = "Nothing is kept yet: in the article, a keeps the words you chose, or the paragraph you read."

    def __init__(self, *, id: str | None = None) -> None:
        self._clips: Sequence[Clip] = ()
        self._verified: Mapping[int, Verified] = {}
        super().__init__(id=id)

    @property
    def clip(self) -> Clip | None:
        """The clip that is chosen; None where there is none."""
        return self._clips[self.chosen] if self._clips else None

    def show(self, clips: Sequence[Clip], chosen: int, verified: Mapping[int, Verified]) -> None:
        """Show these clips, one of them chosen, with where they stand now as far as that is known by id."""
        self._clips, self._verified = clips, dict(verified)
        self.list_anew(len(clips), chosen)

    def lines_over(self, width: int) -> Lines:
        """The lines of the clips."""
        plain = self.is_attached and self.app.no_color
        return ClipLines(self._clips, width, self._verified, plain=plain)
