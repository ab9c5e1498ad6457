"""What the reader stands on: settings, the library and its search, each there or honestly not."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from corpus.errors import PinciteError
from corpus.home import Home, make_private
from corpus.library import Library
from corpus.sanitiser import clean_line, clean_text
from tui.indexing import Indexing
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
    indexing: Indexing
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
        command = [sys.executable, "-m", "corpus.index", str(home.index), str(home.library)]
        return cls(home, settings, library, private or not settings.remember, Indexing(command), warnings)

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

    def note_failure(self, fault: BaseException) -> str:
        """Log a failure; the sentence that tells the reader of it."""
        if isinstance(fault, PinciteError):
            return str(fault)
        trace = "".join(traceback.format_exception(fault))
        try:
            make_private(self.home.log.parent)
            with self.home.log.open("a", encoding="utf-8") as log:
                log.write(clean_text(trace))
        except OSError:
            return f"Something failed, and could not be logged: {clean_line(str(fault))}."
        return f"Something failed ({clean_line(str(fault))}): {self.home.log} tells more."
