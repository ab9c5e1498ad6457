"""What the reader stands on: settings, the library and its search, each there or honestly not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from corpus.errors import PinciteError
from corpus.home import Home
from corpus.library import Library
from tui.settings import Settings, load, save

if TYPE_CHECKING:
    from corpus.search import Answer, Search


@dataclass
class Services:
    """Settings and library of one reader.

    `library` is None where it cannot be used; `private` means that nothing that is read is kept.
    """

    home: Home
    settings: Settings
    library: Library | None
    private: bool
    warnings: tuple[str, ...] = ()
    _search: Search | None = None

    @classmethod
    def of(cls, home: Home, *, private: bool) -> Services:
        """Open what there is; what fails becomes a warning, and reading goes on without it."""
        settings, warnings = load(home)
        library = None
        try:
            library = Library(home.library)
        except PinciteError as fault:
            warnings = (*warnings, str(fault))
        return cls(home, settings, library, private or not settings.remember, warnings)

    def search(self, query: str, cancelled: Callable[[], bool]) -> Answer:
        """The hits of a query that is being typed. Raises PinciteError where there is no library."""
        if self.library is None:
            raise PinciteError("There is no library to search: “pincite doctor” says why.")
        if self._search is None:
            # Whoosh takes long to import, and many a reading ends without a search.
            from corpus.index import Index
            from corpus.search import Search

            self._search = Search(self.library, Index(self.home.index))
        return self._search.hits(query, typing=True, cancelled=cancelled)

    def change(self, **changes: Any) -> str:
        """Keep settings; the sentence to show where they cannot be kept, else an empty one."""
        self.settings = replace(self.settings, **changes)
        try:
            save(self.home, **changes)
        except PinciteError as fault:
            return str(fault)
        return ""

    def indexing(self) -> list[str]:
        """The command that brings the index up to date, in a process of its own."""
        return [sys.executable, "-m", "corpus.index", str(self.home.index), str(self.home.library)]
