"""The sheets about what is read: what is known of it, and the style that it is cited in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import work

from corpus.citation.catalogue import CSL
from corpus.citation.style import Form
from corpus.encodings.names import shown_name
from corpus.errors import PinciteError
from corpus.passages.passage import Passage
from corpus.title import byline, shown_title
from tui.article import OpenArticle
from tui.awaiting import AwaitingScreen
from tui.copying import What
from tui.correcting import Correcting, edits_in, keep_late
from tui.metadata_sheet import MetadataSheet
from tui.style_list import label
from tui.style_samples import FORMS, Samples, cited_here, is_slow
from tui.style_sheet import StyleSheet


class DescribingScreen(AwaitingScreen):
    """Shows and corrects what is known of an article, and chooses the style of its citations."""

    def on_unmount(self) -> None:
        """Leave no program running that was asked for a citation."""
        from corpus.programs import end_all  # not above: reading needs none

        end_all()

    # The style -----------------------------------------------------------------------------------

    def action_style(self) -> None:
        """Choose the citation style; it is remembered."""
        article = self.article
        cited = cited_here(article, self.parts, self.page.cursor, article.document.metadata)
        self._choose_style(Samples(cited), lambda _: None)

    def _choose_style(self, samples: Samples, chosen: Callable[[str], None]) -> None:
        def keep(style: str | None) -> None:
            if style is not None:
                self.foot.receipt(self.services.change(style=style) or f"Citing in {label(style)}.")
                chosen(style)

        self.app.push_screen(StyleSheet(samples, self.services.settings.style, self._style_files()), keep)

    def action_copy(self, what: What) -> None:
        """Copy as ever; in a style that takes long, once its citation is made."""
        style = self.services.settings.style
        if what in ("words", "link") or not is_slow(style):
            super().action_copy(what)
            return
        try:
            passages = self._passages()
        except PinciteError as fault:
            self.foot.receipt(str(fault))
            return
        self.foot.receipt("Copying…")
        article = self.article
        cited = cited_here(article, self.parts, self.page.cursor, article.document.metadata)
        self._make_and_copy(Samples(cited), style, what, passages)

    @work(thread=True, exclusive=True, group="slow copy", exit_on_error=False)
    def _make_and_copy(self, samples: Samples, style: str, what: What, passages: list[Passage]) -> None:
        # What was made is kept: copying asks for the same, and has it at once.
        wanted: str = what
        form: Form = next((form for form in FORMS if form == wanted), "cite")
        if fault := samples.make(style, form).fault:
            self.app.call_from_thread(self.foot.receipt, fault)
        else:
            self.app.call_from_thread(self._copy_at_last, passages, style, what)

    def _copy_at_last(self, passages: list[Passage], style: str, what: What) -> None:
        """Copy what was asked for, wherever the reader is meanwhile."""
        try:
            self._copy(passages, style, what)
        except PinciteError as fault:
            self.foot.receipt(str(fault))

    def _style_files(self) -> Sequence[str]:
        return sorted(map(str, self.services.home.styles.glob(f"*{CSL}")))

    # What is known -------------------------------------------------------------------------------

    def action_metadata(self) -> None:
        """Show what is known of the article, to be corrected."""
        place = self.parts, self.page.cursor
        correcting = Correcting(self.services, lambda: self.article, place, self.describe, self.read_again)
        self.app.push_screen(MetadataSheet(correcting, self.services.settings.style, self._choose_style))

    def read_again(self, encoding: str) -> None:
        """Read the article again in the encoding of that name, and remember it."""
        self.foot.receipt("Reading it again…")
        self._read_in(self.article, encoding)

    @work(thread=True, exclusive=True, group="read again", exit_on_error=False)
    def _read_in(self, article: OpenArticle, encoding: str) -> None:
        from tui.encoding_row import read_again  # not above: few readings need it

        with self.while_read(article):
            try:
                again = read_again(article, self.services.library, encoding)
            except PinciteError as fault:
                self.app.call_from_thread(self.foot.receipt, str(fault))
                return
            self.app.call_from_thread(self._read_anew, article, again)

    def _read_anew(self, before: OpenArticle, again: OpenArticle) -> None:
        if self.article.document is not before.document:
            return  # the reader looks elsewhere
        share = self.page.cursor / max(1, len(before.document.text))
        self.show(again._replace(offset=int(share * len(again.document.text))))
        self.read_on()
        self.foot.receipt(f"Read again as {shown_name(again.read_as)}.")

    def describe(self, article: OpenArticle) -> None:
        """Show what is known of the article now, and keep it where the library has it."""
        before, self.article = self.article, article
        document = article.document
        self.page.describe(document, title=shown_title(document), byline=byline(document.metadata))
        self.trail.renew(before, article)
        if article.id is not None:
            self._opened_for_hits.pop(article.id, None)
        if article.begun or article.id is None:
            self.read_on()  # what was being read or kept was the article as it was before
            return
        if self._being_read is before.document:
            self._being_read = document
        if not self.services.private:
            self.catch_up()

    def complete(self, article: OpenArticle) -> None:
        """Show all of an article of which the beginning was shown, and corrected perhaps."""
        if edits := edits_in(self.article.document):
            article = article.corrected(edits)
        super().complete(article)

    def _kept(self, document: object, id: int) -> None:
        super()._kept(document, id)
        if self.article.document is document and self.services.library is not None:
            try:
                keep_late(self.services.library, id, self.article.document)
            except PinciteError as fault:
                self.foot.receipt(str(fault))
