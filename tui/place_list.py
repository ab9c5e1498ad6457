"""The list of marks and highlights of an article, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui.actions import PLACES
from tui.entry_list import EntryList, Lines
from tui.place_rows import PlaceLines

if TYPE_CHECKING:
    from corpus.library.places import FoundPlace
    from tui.marked_places import MarkedPlaces


class PlaceList(EntryList):
    """Shows places in reading order, and chooses one."""

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in PLACES]
    EMPTY = (
        "Nothing is marked in this article: ' and a capital letter marks where you are,"
        " H highlights the words you chose, or the paragraph."
    )

    def __init__(self, places: MarkedPlaces, *, id: str | None = None) -> None:
        self._places = places
        super().__init__(id=id)

    @property
    def place(self) -> FoundPlace | None:
        """The place that is chosen; None where there is none."""
        return self._places.listed[self.chosen] if self._places.listed else None

    def show(self, chosen: int) -> None:
        """Show the places as they are now, one of them chosen."""
        self.list_anew(len(self._places.listed), chosen)

    def lines_over(self, width: int) -> Lines:
        """The lines of the places."""
        plain = self.is_attached and self.app.no_color
        return PlaceLines(self._places.document, self._places.listed, width, plain=plain)
