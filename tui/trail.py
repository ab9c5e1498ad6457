"""Where the reader has been: back and forward. No Textual in it."""

from __future__ import annotations

from typing import NamedTuple

from tui.article import OpenArticle
from tui.view import Bookmark

_LONGEST = 200


class Stop(NamedTuple):
    """An article, and the view of it that one had."""

    article: OpenArticle
    bookmark: Bookmark

    def renewed(self, beginning: OpenArticle, whole: OpenArticle) -> Stop:
        """The same stop, in all of the article where it was in its beginning."""
        return Stop(whole, self.bookmark) if self.article.document is beginning.document else self


class Trail:
    """The places that jumps led away from."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def leave(self, here: Stop) -> None:
        """Note a place before jumping away from it."""
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
            del self._behind[:-_LONGEST]
        self._ahead.clear()

    def back(self, here: Stop) -> Stop | None:
        """The place that the last jump led away from; None at the first."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Stop) -> Stop | None:
        """The place that `back` led away from; None at the last."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()

    def renew(self, beginning: OpenArticle, whole: OpenArticle) -> None:
        """Let the stops in the beginning of an article lead to all of it."""
        for stops in (self._behind, self._ahead):
            stops[:] = [stop.renewed(beginning, whole) for stop in stops]
