"""Choosing words: by sentence, by paragraph or with the mouse."""

from __future__ import annotations

from tui import going
from tui.choosing import Choice, Step
from tui.page import Page
from tui.reading import ReadingScreen


class CitingScreen(ReadingScreen):
    """Words are chosen by sentence, by paragraph or with the mouse."""

    def choose(self, choice: Choice | None) -> None:
        """Show these words as chosen, or none, and bring the end that moves into view."""
        self.page.let_go()
        if choice:
            moving = choice.start if choice.at_start else max(choice.start, choice.end - 1)
            self.page.reveal(moving)
        self._choose_in_view(choice)

    def _choose_in_view(self, choice: Choice | None) -> None:
        """Show these words as chosen, or none; the view stays where the mouse is."""
        self.choice = choice
        self.page.select((choice.start, choice.end) if choice else None)
        self.page.announce()

    def on_mouse_chooser_dragged(self, event: Page.Dragged) -> None:
        """Choose the words under the mouse."""
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
        if self.choice is None:
            self.choose(Choice.of(self.article.document, self.page.cursor, step))
        else:
            self.choose(self.choice.grown(step))

    def action_shift(self, by: int) -> None:
        """Choose the next sentence instead, or the previous."""
        if self.choice:
            self.choose(self.choice.shifted(by))

    def action_line(self, by: int) -> None:
        """A line on or back; where words are chosen, a sentence more or less."""
        if self.choice:
            self.choose(self.choice.moved("sentence", by))
        else:
            self.page.scroll_rows(by)

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
