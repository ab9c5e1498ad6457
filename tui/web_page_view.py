"""All of a web page at a key, with what stands around its article, and back."""

from __future__ import annotations

from collections.abc import Callable

from textual import work

from corpus.document import Document
from corpus.errors import PinciteError
from corpus.outline import Outline, outline_of
from corpus.whole_web_page import WholePage, whole_web_page
from tui.article import OpenArticle
from tui.keeping import KeepingScreen
from tui.view import Bookmark

_KEY = "W"


class WebPageScreen(KeepingScreen):
    """Shows what is left out of a web page: it is looked at, and not kept in the library."""

    def action_web_page(self) -> None:
        """Show all of the page, or the article alone again; what is read stays where it is."""
        article, document = self.article, self.article.document
        if article.alone is not None and article.page is not None:
            self._show_moved(article.alone, article.page.in_article)
            self.read_on()
        elif not isinstance(document, Document) or not document.left_out:
            self.foot.receipt("All of it is here: nothing was left out.")
        elif article.path is None:
            self.foot.receipt("What was left out of this page is not at hand: it has no file.")
        else:
            self.foot.receipt("Reading the page…")
            self._read_page(article)

    @work(thread=True, exclusive=True, group="page", exit_on_error=False)
    def _read_page(self, article: OpenArticle) -> None:
        assert article.path is not None
        assert isinstance(article.document, Document)
        with self.while_read(article):
            try:
                page = whole_web_page(article.path, article.document)
            except PinciteError as fault:
                self.app.call_from_thread(self.foot.receipt, str(fault))
                return
            self.app.call_from_thread(self._show_page, article, page, outline_of(page.document))

    def _show_page(self, article: OpenArticle, page: WholePage, outline: Outline) -> None:
        if self.article.document is not article.document:
            return  # the reader looks elsewhere by now
        self.keep_place()
        whole = OpenArticle(page.document, outline, alone=self.article, page=page)
        self._show_moved(whole, page.in_page)
        self.foot.receipt(f"All of the page · {_KEY} shows the article alone")

    def _show_moved(self, article: OpenArticle, moved: Callable[[int], int]) -> None:
        """Show another reading of what is shown, with the same words on the same line."""
        top, below, cursor = self.page.bookmark()
        self.show(article)
        self.page.restore(Bookmark(moved(top) if top >= 0 else top, below, moved(cursor)))
