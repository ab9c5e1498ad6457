"""Taking words away: the part of the reader that copies."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import Final

from textual import work
from textual.app import SuspendNotSupported

from corpus.errors import PinciteError
from corpus.passages.passage import Passage
from tui import clipboard, copying
from tui.article import OpenArticle
from tui.citing import CitingScreen
from tui.services import Services

COPYING: Final = "copy"
"""The group of the workers that bring a text to the clipboard."""


class CopyingScreen(CitingScreen):
    """The chosen words are copied with their citation; the last copy is shown."""

    _last: str | None = None
    """What was copied last in this sitting: where no file can be written, it stands here alone."""
    _newest: copying.Clip | None = None
    """What was copied last: an older one that is still on its way must not come after it."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._one_at_a_time = Lock()

    def _passages(self) -> list[Passage]:
        """The words that were chosen, else the paragraph at the cursor. Raises NoSuchPlace."""
        article = self.article
        return copying.passages_at(article.document, article.outline, self.parts, self.page.cursor)

    def action_copy(self, what: copying.What) -> None:
        """Copy the chosen words or the paragraph at the cursor, with its citation or without."""
        try:
            self._copy(self._passages(), self.services.settings.style, what)
        except PinciteError as fault:
            self.foot.receipt(str(fault))

    def _copy(self, passages: list[Passage], style: str, what: copying.What) -> None:
        """Copy these passages. Raises PinciteError."""
        settings = self.services.settings
        clip = copying.clip(
            passages, style, what, append_place=settings.append_place, append_link=settings.append_link
        )
        if not self.parts and passages[0].document is self.article.document:
            self.page.select((passages[0].start, passages[0].end))
        self.foot.receipt("Copying…")
        # Here, not in the thread: whoever quits at once, or is cut off, has the text.
        self._send(clip, self.keep_copy(clip))

    def keep_copy(self, clip: copying.Clip) -> Path | None:
        """Keep what is copied, for K and in the file of the last copy; None where that fails."""
        self._newest = clip
        saved = clipboard.keep(clip.text, clip.html, self.services.home)
        self._last = None if saved else clip.text
        return saved

    @work(thread=True, exclusive=True, group=COPYING, exit_on_error=False)
    def _send(self, clip: copying.Clip, saved: Path | None) -> None:
        if said := self.deliver(clip, saved):
            self.app.call_from_thread(self._copied, said)

    def deliver(self, clip: copying.Clip, saved: Path | None) -> str:
        """Bring to the clipboard what was kept; what to say of it, "" where something was copied since.

        May block for a second: for a thread. One goes after the other, so that a slow tool does not put an
        older text in the place of a newer one.
        """
        with self._one_at_a_time:
            if clip is not self._newest:
                return ""
            receipt = clipboard.send(clip.text, saved, terminal=self._to_terminal)
        return receipt.sentence(clip.called, clip.detail) if clip is self._newest else ""

    def _to_terminal(self, sequence: str) -> None:
        """Write a sequence between two frames: Textual has no public way to."""
        driver = self.app._driver  # noqa: SLF001
        if driver is not None:
            self.app.call_from_thread(driver.write, sequence)

    def _copied(self, sentence: str) -> None:
        self.foot.receipt(sentence)
        if self.choice is None:
            self.page.select(None)

    def action_show_copy(self) -> None:
        """Show the last copy bare, outside the reader, where the terminal’s own mouse can take it."""
        file = self.services.home.last_clip
        name = clipboard.shown(file) if self._last is None else ""
        try:
            text = clipboard.kept(file) if self._last is None else clipboard.ready_to_paste(self._last)
        except FileNotFoundError:
            self.foot.receipt("Nothing was copied yet: y copies the passage with its citation.")
            return
        except (OSError, ValueError):
            self.foot.receipt("The last copy cannot be read: copy it again with y.")
            return
        try:
            with self.app.suspend():
                _show_bare(text, name)
        except (SuspendNotSupported, OSError):
            where = f"is in {name}" if name else "cannot be shown here, and is in no file"
            self.foot.receipt(f"The last copy {where}.")


def _show_bare(text: str, file: str) -> None:
    """Print the text to the terminal as it is, with the name of its file, and wait for Enter."""
    where = f" This text is in\n{file}" if file else " This text is in no file."
    print(f"\n{text}\n\nEnter goes back to the article.{where}", flush=True)
    keyboard = os.open("/dev/tty", os.O_RDONLY)
    try:
        # Byte by byte: the terminal may still be as a reader needs it, and makes no lines then.
        while os.read(keyboard, 1) not in (b"\r", b"\n", b""):
            pass
    finally:
        os.close(keyboard)
