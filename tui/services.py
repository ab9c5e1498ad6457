"""What the reader stands on: settings, the library and its search, each there or honestly not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from corpus.errors import PinciteError
from corpus.home import Home, make_private
from corpus.sanitiser import clean_line, clean_text
from tui.indexing import Indexing
from tui.settings import Settings, load, save

if TYPE_CHECKING:
    from corpus.index import Index
    from corpus.library import Library
    from corpus.search import Search
    from corpus.search.answer import Answer
    from tui.references import References
    from tui.results import Asked


class Services:
    """Settings and library of one reader.

    `private` means that nothing that is read is kept; `warnings` are sentences for the reader.
    """

    def __init__(
        self, home: Home, settings: Settings, *, private: bool, warnings: tuple[str, ...] = ()
    ) -> None:
        self.home = home
        self.settings = settings
        self.private = private
        self.warnings = warnings
        self.indexing = Indexing(home.index, home.library)
        self._library: Library | None = None
        self._library_asked = False
        self._index: Index | None = None
        self._search: Search | None = None
        self._references: References | None = None

    @classmethod
    def of(cls, home: Home, *, private: bool) -> Services:
        """Open what there is; what fails becomes a warning, and reading goes on without it."""
        settings, warnings = load(home)
        return cls(home, settings, private=private or not settings.remember, warnings=warnings)

    @property
    def library(self) -> Library | None:
        """The library, opened (or made) when it is first asked for; None where it cannot be used."""
        if not self._library_asked:
            self._library_asked = True
            # Not above: the first frame waits for what stands there, and may need no library.
            from corpus.library import Library

            try:
                self._library = Library(self.home.library)
            except PinciteError as fault:
                self.warnings = (*self.warnings, str(fault))
        return self._library

    @property
    def kept(self) -> Library | None:
        """The library where there is one already; None is told at once where nothing was ever kept."""
        return self.library if self._library_asked or os.path.exists(self.home.library) else None

    # Searching -----------------------------------------------------------------------------------

    def answers(self, asked: Asked, cancelled: Callable[[], bool]) -> Iterator[Answer]:
        """Better and better answers to what is being typed. Raises PinciteError without a library."""
        return self._engine().answers(
            asked.query, limit=asked.limit, typing=True, literally=asked.literally, cancelled=cancelled
        )

    def count(self) -> int:
        """How many articles the library has."""
        return len(self.library.stamps()) if self.library else 0

    def language(self) -> Sequence[tuple[str, str]]:
        """What can be typed into a search: examples, each with what it finds."""
        from corpus.search.query import LANGUAGE

        return LANGUAGE

    def is_behind(self) -> bool:
        """Whether the index waits for something; opens all that a search needs. Takes long."""
        if self.library is None:
            return False
        self._engine()
        return self._index is not None and self._index.state(self.library).waiting > 0

    def _engine(self) -> Search:
        if self.library is None:
            raise PinciteError("There is no library to search: “pincite doctor” says why.")
        if self._search is None:
            # Whoosh takes long to import, and many a reading ends without a search.
            from corpus.search import Search

            # Where two threads come here at once, one of the two is used by one question alone.
            self._search = Search(self.library, self._index_of_library())
        return self._search

    # Leading back and checking -------------------------------------------------------------------

    @property
    def references(self) -> References:
        """What leads back and checks quotations. Its methods take long when they are first called."""
        if self._references is None:
            from tui.references import References  # many a reading ends without either

            self._references = References(self.library, self._index_of_library)
        return self._references

    def _index_of_library(self) -> Index:
        from corpus.index import Index  # see `_engine`

        self._index = self._index or Index(self.home.index)
        return self._index

    def change(self, **changes: Any) -> str:
        """Keep settings; the sentence to show where they cannot be kept, else an empty one."""
        self.settings = self.settings._replace(**changes)
        try:
            save(self.home, **changes)
        except PinciteError as fault:
            return str(fault)
        return ""

    def note_failure(self, fault: BaseException) -> str:
        """Log a failure; the sentence that tells the reader of it."""
        if isinstance(fault, PinciteError):
            return str(fault)
        import traceback

        trace = "".join(traceback.format_exception(fault))
        try:
            make_private(self.home.log.parent)
            with self.home.log.open("a", encoding="utf-8") as log:
                log.write(clean_text(trace))
        except OSError:
            return f"Something failed, and could not be logged: {clean_line(str(fault))}."
        return f"Something failed ({clean_line(str(fault))}): {self.home.log} tells more."
