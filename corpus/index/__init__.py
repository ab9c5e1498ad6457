"""The full-text index: which articles may hold given words. It is derived from the library, and disposable.

It has one entry an article, of stems without positions, and beside it the article's words as a string:
it proposes places, and the search looks into the texts. What it does not have, or cannot be trusted
with, the search reads in the library.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus import words
from corpus.errors import PinciteError
from corpus.home import make_private, why_not_private
from corpus.index import engine
from corpus.index.engine import EngineFailure, Step, View
from corpus.index.manifest import NAME, Loaded, Manifest, Unsound, replaced, tidy
from corpus.library import Library
from corpus.locking import Lock
from corpus.sanitiser import clean_name

_FORMAT: Final = 6
_BATCH: Final = 3_000_000
"""Characters of text between two commits: some two seconds of work that a crash may lose."""
_RACES: Final = 3
"""So many times an index that changed while it was read is read again."""


class IndexBusy(PinciteError):
    """Somebody else is writing the index."""


class IndexUnavailable(PinciteError):
    """The index cannot be written, or its directory is not the reader's own."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """How the index stands to the library.

    `articles` are indexed as they are now, `waiting` are not; `sound` is false where there is no
    index that can be used, and `reason` says why.
    """

    articles: int
    waiting: int
    sound: bool
    reason: str = ""


def never() -> bool:
    """Nobody asks to stop."""
    return False


class Index:
    """The index in a directory of the reader's own."""

    def __init__(self, directory: Path) -> None:
        """Take the directory; nothing is opened or made yet."""
        self._directory = directory
        self._maker = f"pincite {_FORMAT}, words {words.CUT}, {engine.distribution()}, {sys.byteorder}"
        self._view: View | None = None
        self._loaded: Loaded | None = None
        self._seen: tuple[int, int, int] | None = None
        self._reason = ""

    def view(self) -> View | None:
        """The index as it is now; None where there is none that can be trusted. Never raises.

        The view that was given before stays usable.
        """
        for _ in range(_RACES):
            now = self._signature()
            if now is not None and now == self._seen:
                break
            self._view, self._reason, lasting = self._open()
            self._seen = now if lasting else None
            if now == self._signature():
                break
        return self._view

    def state(self, library: Library) -> IndexState:
        """How the index stands to the library. Raises LibraryUnavailable."""
        wanted, view = library.stamps(), self.view()
        held = view.stamps if view else {}
        current = sum(held.get(id) == stamp for id, stamp in wanted.items())
        return IndexState(current, len(wanted) - current, view is not None, self._reason)

    def catch_up(
        self,
        library: Library,
        *,
        progress: Callable[[int, int], None] | None = None,
        stop: Callable[[], bool] = never,
    ) -> int:
        """Index what is new or changed, forget what is gone; the number of articles indexed.

        It is done in steps, so that it can be broken off (`stop`) and taken up again; `progress` is
        told how many articles are done, of how many. An index that is damaged or out of date is
        made anew. Raises IndexBusy, IndexUnavailable and LibraryUnavailable.
        """
        with self._writing():
            loaded = self._trusted()
            wanted, known = library.stamps(), loaded.manifest.articles
            gone = [id for id in known if id not in wanted]
            due = [id for id, stamp in wanted.items() if known.get(id) != stamp]
            articles = library.kept(due)
            numbering, done, following = None, 0, next(articles, None)
            while (gone or following) and not stop():
                step = Step(loaded.files, numbering)
                numbering, held = step.numbering, dict(loaded.manifest.articles)
                while gone:
                    held.pop(gone[-1])
                    step.forget(gone.pop())
                while following:
                    # As it is now, which may not be as it was when the stamps were read.
                    step.add(following.id, following.title, following.document)
                    held[following.id] = following.stamp
                    following, done = next(articles, None), done + 1
                    if progress:
                        progress(done, len(due))
                    if step.size >= _BATCH or stop():
                        break
                loaded = replaced(self._directory, loaded, step.commit(), held)
                tidy(self._directory, engine.FILES, loaded.files)
            return done

    def rebuild(self) -> None:
        """Throw the index away; `catch_up` makes it anew. Raises IndexBusy and IndexUnavailable."""
        with self._writing():
            self._empty()

    def _signature(self) -> tuple[int, int, int] | None:
        try:
            status = (self._directory / NAME).stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    def _refusal(self) -> str | None:
        try:
            if reason := why_not_private(self._directory):
                return f"{clean_name(str(self._directory))} {reason}"
        except FileNotFoundError:
            return None
        except OSError as error:
            return f"{clean_name(str(self._directory))} cannot be opened ({error.strerror})"
        return None

    def _load(self) -> Loaded:
        if refusal := self._refusal():
            raise Unsound(refusal, lasting=False)
        self._loaded = Manifest.read(self._directory, self._maker).load(self._directory, self._loaded)
        return self._loaded

    def _open(self) -> tuple[View | None, str, bool]:
        """The view, or why there is none, and whether it would be the same if it were tried again."""
        try:
            with ThreadPoolExecutor(1) as reader:
                loading = reader.submit(self._load)
                # Either takes as long as the other, and one of them waits for the disk.
                engine.make_ready()
                loaded = loading.result()
            return View(loaded.files, loaded.manifest.articles), "", True
        except Unsound as error:
            return None, str(error), error.lasting
        except EngineFailure as error:
            return None, f"Whoosh cannot open it ({error})", True

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock that only one writer can hold, and say plainly what goes wrong."""
        if refusal := self._refusal():
            raise IndexUnavailable(f"The index is not used: {refusal}; move it away, and it is made anew.")
        try:
            make_private(self._directory)
            # It lies beside the directory, whose files may all be thrown away under it.
            with Lock(self._directory.with_name(f"{self._directory.name}.lock")) as held:
                if not held:
                    raise IndexBusy("Another Pincite is writing the index.")
                try:
                    yield
                except EngineFailure as error:
                    self._empty()
                    raise IndexUnavailable(
                        f"Whoosh cannot go on with the index ({error}): it is made anew the next time."
                    ) from error
        except OSError as error:
            raise IndexUnavailable(
                f"The index in {clean_name(str(self._directory))} cannot be written ({error.strerror})."
            ) from error

    def _trusted(self) -> Loaded:
        """What the index holds; nothing where it cannot be opened, so that it is made anew beside that."""
        with suppress(Unsound, EngineFailure):
            loaded = self._load()
            View(loaded.files, loaded.manifest.articles)
            tidy(self._directory, engine.FILES, loaded.files)
            return loaded
        self._loaded = None
        self._empty()
        return Loaded(Manifest(self._maker, {}, {}), {})

    def _empty(self) -> None:
        """Remove what is ours by its name: the directory might be one that was given by mistake."""
        tidy(self._directory, (f"{NAME}*", *engine.FILES), ())
