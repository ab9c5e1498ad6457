"""Choosing words: by sentence, by paragraph or with the mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.document import Readable
from tui import going
from tui.article import OpenArticle
from tui.choosing import Choice, Step
from tui.outline_screen import OutlineScreen
from tui.page import Page
from tui.word_borders import word_border

_MORE: Final = "Kept · v chooses the next part, wherever you go · y copies all · Esc takes it back"


def _stands_in(document: Readable, choice: Choice) -> bool:
    """Whether the words that were chosen in its beginning stand in the document where they did."""
    return document.text[slice(*choice.span)] == choice.document.text[slice(*choice.span)]


class CitingScreen(OutlineScreen):
    """Words are chosen by sentence, by paragraph or with the mouse."""

    def complete(self, article: OpenArticle) -> None:
        """Show more of an article than there was; what is chosen in it stays so."""
        kept, choice = self.kept, self.choice
        super().complete(article)
        document = self.article.document
        parts = [replace(part, document=document) for part in kept if _stands_in(document, part)]
        if parts:
            self._keep_parts(tuple(parts))
        if choice and _stands_in(document, choice):
            self.choice = replace(choice, document=document)
            self.page.select(self.choice.span)
            self.page.announce()

    def choose(self, choice: Choice | None) -> None:
        """Show these words as chosen, or none, and bring the end that moves into view."""
        self.page.let_go()
        if choice:
            moving = choice.start if choice.at_start else max(choice.start, choice.end - 1)
            self.page.reveal(moving)
        self._choose_in_view(choice)

    def _choose_in_view(self, choice: Choice | None) -> None:
        """Show these words as chosen, or none; the view stays where the mouse is."""
        self.choice = choice if choice and choice.start < choice.end else None
        self.page.select(self.choice.span if self.choice else None)
        self.foot.settle()  # what it said was of another choice
        self.page.announce()

    def on_mouse_chooser_dragged(self, event: Page.Dragged) -> None:
        """Choose the words under the mouse."""
        if event.drag != self.page.drag:
            return  # a key has ended it in the meantime
        some = event.start < event.end
        self._choose_in_view(Choice(self.article.document, event.start, event.end) if some else None)

    def on_mouse_chooser_pressed(self, event: Page.Pressed) -> None:
        """One click goes there, two choose the word, three the paragraph."""
        self.page.focus()
        document = self.article.document
        if event.times >= 3:
            self._choose_in_view(Choice.of(document, event.offset, "paragraph"))
        elif event.times == 2:
            self._choose_in_view(Choice.of_word(document, event.offset))
        else:
            self._choose_in_view(None)
            self.page.place_cursor(event.offset)

    def action_choose(self, step: Step) -> None:
        """Choose the sentence or the paragraph at the cursor; again, one more."""
        if self.choice is not None:
            self.choose(self.choice.grown(step))
            return
        offset = self._free(self.page.cursor)
        self.choose(Choice.of(self.article.document, offset, step).beside(self.kept, offset))
        if self.choice is None:
            self.foot.receipt("There are no words here to choose: move to a paragraph.")

    def _free(self, offset: int) -> int:
        """The offset, or the next word behind the parts that were kept where it stands in one."""
        for start, end in sorted(part.span for part in self.kept):
            if start <= offset <= end:
                offset = word_border(self.article.document, end - 1, 1, "start") or offset
        return offset

    def action_keep_part(self) -> None:
        """Keep the chosen words, to be quoted together with others that are chosen next."""
        if self.choice is None:
            self.foot.receipt(
                _MORE if self.kept else "First choose words with v; then + adds others to them."
            )
            return
        end = self.choice.end
        self._keep_parts((*self.kept, self.choice))
        self.choose(None)
        self.page.place_cursor(self._free(end))
        self.foot.receipt(_MORE)

    def _keep_parts(self, parts: tuple[Choice, ...]) -> None:
        self.kept = parts
        self.page.keep(tuple(part.span for part in parts))

    def take_back(self) -> bool:
        """Take back what was chosen last: the part before it goes on; tells whether there was any."""
        if self.kept:
            *before, last = self.kept
            self._keep_parts(tuple(before))
            self.choose(last)
            return True
        if self.choice:
            self.choose(None)
            return True
        return False

    def action_word(self, by: int) -> None:
        """Move an end of what is chosen by a word; without a choice, back is a page back."""
        if self.choice:
            self.choose(self.choice.by_word(by))
        elif by < 0:
            self.page.scroll_pages(by)
        else:
            self.foot.receipt("First choose words with v; then w and b move their end by a word.")

    def action_shift(self, by: int) -> None:
        """Choose the next sentence instead, or the previous."""
        if self.choice:
            self.choose(self.choice.shifted(by))

    def action_line(self, by: int) -> None:
        """A line on or back; where words are chosen, a sentence more or less."""
        if self.choice:
            self.choose(self.choice.moved("sentence", by))
            return
        cursor = self.page.cursor
        self.page.scroll_rows(by)
        if self.kept and self.page.shows(cursor):
            self.page.place_cursor(cursor)  # the next part is to begin there, still in view

    def action_paragraph(self, by: int) -> None:
        """To the next or the previous paragraph; where words are chosen, one more or less."""
        if self.choice:
            self.choose(self.choice.moved("paragraph", by))
        else:
            self.page.go(going.paragraph(self.article.document, self.page.cursor, by))

    def action_outline(self) -> None:
        """Show or hide the outline; where words are chosen, let their other end move."""
        if self.choice:
            self.choose(self.choice.swapped())
        else:
            super().action_outline()
