"""What leads out of the reader: shown in full first, then opened elsewhere or copied."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from corpus import waiting
from corpus.errors import PinciteError
from corpus.sanitiser import clean_name
from tui import copying
from tui.article import OpenArticle
from tui.checking import CheckingScreen
from tui.services import Services

if TYPE_CHECKING:
    from corpus.targets import Mail
    from tui.lead_sheet import LeadSheet
    from tui.leading import Beside, Outside, PictureFile, PictureInside
    from tui.picture_files import PictureFiles


class OutwardScreen(CheckingScreen):
    """Asks before anything is opened outside, or a file is read that the library does not have."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._pictures: PictureFiles | None = None

    def ask_to_open(self, outside: Outside, words: str, thing: str) -> None:
        """Show all of an address, and open it in the browser if that is wanted."""
        from tui.lead_sheet import sheet_for_web  # not above: many a reading follows no link
        from tui.outside import opener

        by = opener()
        sheet = sheet_for_web(outside.web, words, browser=by.name if by else "", thing=thing)
        address = outside.web.address
        self._ask(sheet, partial(self.open_outside, address), address, "the address")

    def ask_to_copy(self, mail: Mail) -> None:
        """Show somebody's address, to be copied."""
        from tui.lead_sheet import sheet_for_mail  # see above

        self._ask(sheet_for_mail(mail), None, mail.address, "the address")

    def ask_to_show(self, picture: PictureFile | PictureInside, words: str) -> None:
        """Let another program show a picture if that is wanted."""
        from tui.lead_sheet import sheet_for_picture  # see above
        from tui.leading import PictureInside
        from tui.outside import opener

        where = clean_name(str(picture.path))
        if isinstance(picture, PictureInside):
            where = f"{clean_name(picture.target)} in {where}"
        by = opener()
        sheet = sheet_for_picture(words, where, viewer=by.name if by else "")
        self._ask(sheet, partial(self._show_picture, picture), where, "where it lies")

    @work(thread=True, group="outside", exit_on_error=False)
    def _show_picture(self, picture: PictureFile | PictureInside) -> None:
        """Take a picture out of the article, where it lies there, and show it."""
        from tui.leading import PictureInside  # see above
        from tui.picture_files import PictureFiles, checked_file

        worker = get_current_worker()
        with waiting.while_wanted(lambda: not worker.is_cancelled):
            try:
                if isinstance(picture, PictureInside):
                    from corpus.apart.pictures import picture_of

                    self._pictures = self._pictures or PictureFiles(self.services.home.pictures)
                    path = self._pictures.keep(picture_of(picture.path, picture.target))
                else:
                    path = checked_file(picture.path)
            except (PinciteError, OSError) as fault:
                self.app.call_from_thread(self.foot.receipt, str(fault))
            else:
                self.app.call_from_thread(self.open_outside, str(path))

    def on_unmount(self) -> None:
        """Leave no picture behind."""
        if self._pictures:
            self._pictures.forget()

    def ask_to_read(self, beside: Beside, words: str) -> None:
        """Read a file beside the article if that is wanted."""
        from tui.arriving import at_file  # see above
        from tui.lead_sheet import sheet_for_file

        shown = clean_name(str(beside.path))
        read = partial(self.go_when_found, partial(at_file, beside, self.services, words))
        self._ask(sheet_for_file(shown), read, shown, "the file’s name")

    def _ask(self, sheet: LeadSheet, opened: Callable[[], object] | None, what: str, called: str) -> None:
        def answered(answer: str | None) -> None:
            if answer == "open" and opened is not None:
                opened()
            elif answer == "copy":
                clip = copying.Clip(what, 0, "", thing=called)
                self.foot.receipt("Copying…")
                self._send(clip, self.keep_copy(clip))

        self.app.push_screen(sheet, answered)

    @work(thread=True, group="outside", exit_on_error=False)
    def open_outside(self, what: str) -> None:
        """Open an address or a picture in another program."""
        from tui.outside import open_outside, opener  # see above

        by = opener()
        failed = open_outside(what, by) if by else "There is nothing here to open it with."
        self.app.call_from_thread(self.foot.receipt, failed or f"Opened with {by.name if by else ''}")
