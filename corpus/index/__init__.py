"""The full-text index: which articles may hold given words. It is derived from the library, and disposable.

It has one entry an article, of stems without positions: it proposes articles, and the search looks
into their texts. What it does not have, or cannot be trusted with, the search reads in the library.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus import words
from corpus.errors import PinciteError
from corpus.home import make_private, why_not_private
from corpus.index import engine
from corpus.index.engine import EngineFailure, Step, View
from corpus.index.manifest import NAME, Manifest, Unsound
from corpus.library import Library
from corpus.sanitiser import clean_name

_FORMAT: Final = 1
_BATCH: Final = 1_500_000
"""Characters of text between two commits: some two seconds of work that a crash may lose."""


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
        self._maker = f"pincite {_FORMAT}, words {words.CUT}, {engine.distribution()}"
        self._view: View | None = None
        self._seen: tuple[int, int, int] | None = None
        self._reason = ""

    def view(self) -> View | None:
        """The index as it is now; None where there is none that can be trusted. Never raises.

        The view that was given before stays usable.
        """
        now = self._signature()
        if now != self._seen or now is None:
            self._view, self._reason = self._open()
            self._seen = now
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
            manifest = self._manifest_or_new()
            titles, wanted = library.titles(), library.stamps()
            gone = [id for id in manifest.articles if id not in wanted]
            due = [id for id, stamp in wanted.items() if manifest.articles.get(id) != stamp]
            texts = library.texts(due)
            done, finished = 0, not (gone or due)
            while not finished and not stop():
                articles = dict(manifest.articles)
                with self._step() as step:
                    while gone:
                        articles.pop(gone[-1])
                        step.forget(gone.pop())
                    finished = True
                    for id, text in texts:
                        step.add(id, titles[id], text)
                        articles[id] = wanted[id]
                        done += 1
                        if progress:
                            progress(done, len(due))
                        if step.size >= _BATCH or stop():
                            finished = False
                            break
                manifest = Manifest.of(self._directory, self._maker, articles, manifest)
                manifest.write(self._directory)
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

    def _sound_manifest(self) -> Manifest:
        if refusal := self._refusal():
            raise Unsound(refusal)
        manifest = Manifest.read(self._directory, self._maker)
        manifest.compare(self._directory)
        return manifest

    def _open(self) -> tuple[View | None, str]:
        try:
            return View(self._directory, self._sound_manifest().articles), ""
        except Unsound as error:
            return None, str(error)
        except EngineFailure as error:
            return None, f"Whoosh cannot open it ({error})"

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock that only one writer can hold, and say plainly what goes wrong."""
        if refusal := self._refusal():
            raise IndexUnavailable(f"The index is not used: {refusal}; move it away, and it is made anew.")
        lock = engine.lock_of(self._directory)
        try:
            make_private(self._directory)
            if not lock.acquire():
                raise IndexBusy("Another Pincite is writing the index.")
            try:
                yield
            finally:
                lock.release()
        except OSError as error:
            raise IndexUnavailable(
                f"The index in {clean_name(str(self._directory))} cannot be written ({error.strerror})."
            ) from error

    @contextmanager
    def _step(self) -> Iterator[Step]:
        step = Step(self._directory)
        try:
            yield step
            step.commit()
        except BaseException:
            # With a full disk not even this succeeds; what went wrong first is what is told.
            with suppress(Exception):
                step.cancel()
            raise

    def _manifest_or_new(self) -> Manifest:
        with suppress(Unsound):
            manifest = self._sound_manifest()
            view, _ = self._open()
            if view:
                view.close()
                return manifest
        self._empty()
        engine.create(self._directory)
        manifest = Manifest.of(self._directory, self._maker, {}, None)
        manifest.write(self._directory)
        return manifest

    def _empty(self) -> None:
        """Remove what is ours by its name: the directory might be one that was given by mistake."""
        for pattern in (*engine.FILES, f"{NAME}*"):
            for path in self._directory.glob(pattern):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink(missing_ok=True)
