"""What goes on behind the page: an article is read to its end and kept in the library."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from textual import work
from textual.timer import Timer
from textual.worker import get_current_worker

from corpus import waiting
from corpus.apart import Apart
from corpus.document import Document
from corpus.errors import CannotOpen, PinciteError
from corpus.file_bytes import FileBytes
from corpus.large.document import LargeDocument
from corpus.opening import KEPT_MOST
from corpus.reading_apart import Kept, Read, ReadingApart
from corpus.sidecars import beside, sidecars_of
from tui.article import OpenArticle
from tui.copying_screen import CopyingScreen
from tui.opening import remember, with_more
from tui.services import Services
from tui.trail import Stop

_BATCH = 64
"""Stretches that are handed to the page at once."""
_STOPPED = "Only the beginning was read: open it again for the rest."
_LOOK = 0.25
"""Seconds after which it is looked again how far the index is."""
_LATER = 2.0
"""Seconds after an article was kept in which the reader’s first keys have the processors for themselves."""


class KeepingScreen(CopyingScreen):
    """Reads on behind what is seen, and keeps the article and the place in it."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._apart: Apart | ReadingApart | None = None
        self._being_read: object = None
        self._indexing_watch: Timer | None = None

    def on_unmount(self) -> None:
        """Leave nothing running behind."""
        if self._apart:
            self._apart.stop()
        self.services.indexing.stop()

    def return_to(self, stop: Stop) -> None:
        """Go back to a place, in whichever article it is."""
        super().return_to(stop)
        self.read_on()

    def read_on(self) -> None:
        """Read the article on that is shown, if it is not read to its end, and keep it."""
        article = self.article
        if article.document is self._being_read or article.alone is not None:
            return
        self._being_read = article.document
        if isinstance(article.document, Document) and article.document.fault:
            self.foot.receipt(article.document.fault)
        if article.path is not None and any(sidecars_of(article.path)):
            self._look_beside(article.path)
        if self._apart:
            self._apart.stop()
        if article.begun:
            self._read_the_rest(article)
        elif article.progress and article.large:
            self._read_through(article, article.large)
        else:
            self._keep()

    @work(thread=True, group="beside", exit_on_error=False)
    def _look_beside(self, path: Path) -> None:
        """Say what is wrong with the files of metadata beside an article."""
        for warning in beside(path).warnings[:1]:
            self.app.call_from_thread(self.foot.receipt, warning)

    def while_read(self, article: OpenArticle) -> AbstractContextManager[None]:
        """Wait in a thread for another reading of an article, as long as that is the one on the page."""
        worker = get_current_worker()
        return waiting.while_wanted(
            lambda: self.article.document is article.document and not worker.is_cancelled
        )

    # Reading to the end --------------------------------------------------------------------------

    @work(thread=True, group="rest", exit_on_error=False)
    def _read_the_rest(self, article: OpenArticle) -> None:
        """Read a long article on in its own process; its beginning can be read meanwhile."""
        assert article.rest
        apart = article.rest
        try:
            with apart.again() as apart:
                self._apart = apart
                apart.told = lambda: self.app.call_from_thread(self.page.announce)
                for document in apart.documents():
                    article = self._read_so_far(article, document, apart)
        except CannotOpen as fault:
            self.app.call_from_thread(self._grown, article, article.given_up(str(fault)))

    def _read_so_far(self, article: OpenArticle, document: Document, apart: Apart) -> OpenArticle:
        """Show what was read of an article more than it had; as it is now."""
        library = self.services.library
        if document.digest or document.fault:
            more = with_more(article, document, library)
        elif len(document.text) > len(article.document.text):
            more = with_more(article, document, library, apart)
        else:
            return article  # it was read so far when the reader left it
        self.app.call_from_thread(self._grown, article, more)
        return more

    def _grown(self, before: OpenArticle, more: OpenArticle) -> None:
        if self.article.document is before.document:
            if more.begun:
                self._being_read = more.document
            self.complete(more)
            self.read_on()
        elif self._being_read is before.document:
            self._being_read = None  # the reader looks elsewhere; who comes back finds it read again

    def stop_reading(self) -> bool:
        """Leave the rest of an article unread, if it is still being read; whether it was."""
        article = self.article
        if not article.begun or self._apart is None:
            return False
        self._apart.stop()
        self._grown(article, article.given_up(_STOPPED))
        return True

    @work(thread=True, group="rest", exit_on_error=False)
    def _read_through(self, article: OpenArticle, document: LargeDocument) -> None:
        """Read a large text through in another process; all of it can be read meanwhile."""
        data = document.stretches.source
        if not isinstance(data, FileBytes):
            return
        kept = None
        services = self.services
        if article.path and services.library and not services.private and len(data) <= KEPT_MOST:
            kept = Kept(services.home.library, str(article.path))
        with ReadingApart(data.descriptor, document.encoding, kept) as apart:
            self._apart = apart
            self._take(document, apart)
            if kept is None or services.library is None or apart.read is None:
                return
            apart.finish()
        if (known := services.library.by_source(kept.source)) is not None:
            if article.encoding != known.encoding:
                services.library.origins.say_encoding(known.id, article.encoding)
            self.app.call_from_thread(self._kept, document, known.id)
            self.app.call_from_thread(self._catch_up_later)

    def _take(self, document: LargeDocument, apart: ReadingApart) -> None:
        """Take what is read apart, some stretches at a time."""
        batch: list[tuple[bytes, int]] = []
        for number, stretch in enumerate(apart.stretches()):
            if number < document.stretches_read:
                continue  # it was read so far when the reader left it
            batch.append(stretch)
            if len(batch) == _BATCH:
                self.app.call_from_thread(self._received, document, batch)
                batch = []
        if apart.read is not None:
            self.app.call_from_thread(self._received, document, batch)
            self.app.call_from_thread(self._read_whole, document, apart.read)

    def _received(self, document: LargeDocument, batch: Sequence[tuple[bytes, int]]) -> None:
        """Take some stretches; what is in view is shown as they have it, with its numbers."""
        first = document.stretches.cut(document.stretches_read).offset
        for packed, paragraphs in batch:
            document.receive(packed, paragraphs)
        if self.article.document is document:
            self.page.renew(first, document.counted_to - 1)

    def _read_whole(self, document: LargeDocument, read: Read) -> None:
        document.finish(*read)
        if self.article.document is document:
            self.article = self.article.renewed()
            self.show_outline()
            self.page.announce()

    # The library ---------------------------------------------------------------------------------

    @work(thread=True, group="keep", exit_on_error=False)
    def _keep(self) -> None:
        """Keep the article in the library, and bring the index up to date in another process."""
        if self.services.library is None or self.services.private:
            return
        try:
            article = remember(self.services.library, self.article)
        except (PinciteError, OSError) as fault:
            if self.article.id is not None and isinstance(fault, FileNotFoundError):
                article = self.article  # the library’s copy is what is left of it
            else:
                self.app.call_from_thread(self.foot.receipt, str(fault))
                return
        if article.id is not None:
            self.app.call_from_thread(self._kept, article.document, article.id)
            self.app.call_from_thread(self._catch_up_later)

    def _kept(self, document: object, id: int) -> None:
        if self.article.document is document:
            self.article = self.article._replace(id=id)
        self.note_opened(id)

    def _catch_up_later(self) -> None:
        """Bring the index up to date when the first keys are answered; who searches earlier does so then."""
        self.set_timer(_LATER, self.catch_up)

    def catch_up(self) -> None:
        """Bring the index up to date in another process, and say how far that is."""
        try:
            self.services.indexing.start()
        except OSError as fault:
            self.foot.receipt(f"The index cannot be brought up to date ({fault.strerror}).")
            return
        if self._indexing_watch is None:
            self._indexing_watch = self.set_interval(_LOOK, self._watch_indexing)

    def _watch_indexing(self) -> None:
        indexing = self.services.indexing
        before = indexing.progress
        try:
            runs, sentence = indexing.poll()
        except OSError as fault:
            runs, sentence = False, f"The index cannot be brought up to date ({fault.strerror})."
        if sentence:
            self.foot.receipt(sentence)
        if indexing.progress != before:
            self.page.announce()
        if not runs and self._indexing_watch:
            self._indexing_watch.stop()
            self._indexing_watch = None

    def note_opened(self, id: int) -> None:
        """Note that an article was opened, so that the next reading can begin with it."""
        if self.services.library is not None and not self.services.private:
            try:
                self.services.library.touch(id)
            except PinciteError as fault:
                self.foot.receipt(str(fault))

    def keep_place(self) -> None:
        """Keep where the reader is, for the next time."""
        library, id = self.services.library, self.article.id
        if library is None or id is None or self.services.private:
            return
        try:
            library.keep_place(id, self.page.cursor, self.article.digest)
        except PinciteError as fault:
            self.foot.receipt(str(fault))
