"""Making an outline one’s own while reading: entries are renamed, removed, joined, divided and added."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual import events, work

from corpus.errors import PinciteError
from corpus.outline import Section
from tui.article import OpenArticle
from tui.first_frame import FirstScreen
from tui.foot_line import joined
from tui.marking import MarkingScreen
from tui.outline_changes import (
    divided,
    following,
    inserted,
    joined_to,
    named_by_text,
    quoted,
    removed,
    renamed,
    title_before,
    told,
)
from tui.outline_keeping import OutlineKeeper
from tui.prompt import Prompt, Settled

if TYPE_CHECKING:
    from corpus.edited_outline import OutlineEdit
    from corpus.library.outline_edits import FoundEdits
    from tui.services import Services

_RENAME: Final = "title"
"""The sign of the prompt for what an entry is called."""
_INSERT: Final = "new entry"
"""The sign of the prompt for what an entry that is placed is called."""
_WAIT: Final = "This article is still being read: do this in a moment."
_NO_ENTRY: Final = "This outline has no entry: i places one at the paragraph that you read."


class OutliningScreen(MarkingScreen):
    """The outline can be changed entry by entry; the text stays as it is, and so do its citations."""

    _naming: Callable[[str], None] | None = None
    """What is done with the title that is asked for."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._outlines = OutlineKeeper(services)
        self._lost_told: set[str] = set()
        """The digests of texts of which was said what is lost of their outline."""

    # What was made of it -------------------------------------------------------------------------

    def show(self, article: OpenArticle, begun: FirstScreen | None = None) -> None:
        """Show an article with the outline that its reader has made, once that is known."""
        try:
            article = article if begun else self._outlines.at_once(article)
        except PinciteError as fault:
            self.foot.receipt(str(fault))
        self._ask_no_title()
        super().show(article, begun)
        edits = self.article.edits
        if edits and edits.lost and not self.article.begun:
            # What this takes is loaded when the page is seen.
            self.call_after_refresh(self._find_outline, self.article)

    @work(thread=True, group="outline", exclusive=True, exit_on_error=False)
    def _find_outline(self, article: OpenArticle) -> None:
        """Find what was made of the outline in a text that is another one now, while it is read already."""
        self.app.call_from_thread(self._found_outline, article, self._outlines.found(article))

    def _found_outline(self, article: OpenArticle, found: FoundEdits) -> None:
        if self.article.document is not article.document:
            return
        if self.article.edits is not article.edits:
            self._find_outline(self.article)  # more was made of it meanwhile
            return
        self.article = self.article._replace(edits=found)
        self.renew_outline()
        if found.lost and article.digest not in self._lost_told:
            self._lost_told.add(article.digest)
            self.foot.receipt(joined([self.foot.said, found.said_of_lost]))

    def has_unkept(self) -> bool:
        """Whether there is something of the reader’s on an article that the library has not yet."""
        return super().has_unkept() or self._outlines.is_unkept(self.article)

    def settle(self, document: object, id: int) -> None:
        """Keep with an article of the library what the reader made of a document of it."""
        super().settle(document, id)
        try:
            self._outlines.settle(document, id)
        except PinciteError as fault:
            self.foot.receipt(str(fault))

    # Changing it ---------------------------------------------------------------------------------

    def _entry(self) -> Section | None:
        """The entry that the keys are at, where it can be changed now; says why where it cannot."""
        if self._must_wait():
            return None
        section = self.outline_pane.chosen_section
        if section is None:
            self.foot.receipt(_NO_ENTRY)
        return section

    def _must_wait(self) -> bool:
        # Not everything is counted or kept yet.
        waits = bool(self.article.renewed().progress)
        if waits:
            self.foot.receipt(_WAIT)
        return waits

    def _make(self, edit: OutlineEdit, said: str, *, chosen: int) -> None:
        """Make a change, show it with the entry chosen that begins at an offset, and say what was done."""
        try:
            self.article = self._outlines.add(self.article, edit)
        except PinciteError as fault:
            self.foot.receipt(str(fault))
            return
        self.renew_outline(chosen)
        lasts = "" if self._keeper.lasts(self.article) else "for this sitting alone"
        self.foot.receipt(joined([said, lasts, "u undoes it"]))

    def _ask_title(self, sign: str, then: Callable[[str], None], *, title: str = "", empty: str) -> None:
        self._naming = then
        self.outline_pane.begin_filter()  # the choice is seen while the prompt has the keys
        self.foot.ask(sign, text=title, empty=empty)
        self.foot.status("")

    def answer_title(self, typed: str | None) -> bool:
        """Take the title that was asked for, None where it was left; tells whether one was asked for."""
        then, self._naming = self._naming, None
        if then is None:
            return False
        self._close_title()
        self.outline_pane.resume()
        if typed is not None:
            from corpus.library.outline_edits import title_of  # not above: most outlines are left alone

            try:
                then(title_of(typed))
            except PinciteError as fault:
                self.foot.receipt(str(fault))
            self.post_message(Settled())
        return True

    def _close_title(self) -> None:
        self.foot.close()
        self.outline_pane.end_filter()
        self.page.announce()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Ask for no title any more when the keys go elsewhere."""
        if not isinstance(self.focused, Prompt):
            self._ask_no_title()

    def _ask_no_title(self) -> None:
        if self._naming:
            self._naming = None
            self._close_title()

    def action_rename_entry(self) -> None:
        """Ask what the chosen entry is called."""
        if (section := self._entry()) is None:
            return
        before = title_before(self.article, section)

        def rename(title: str) -> None:
            if (title or before) == section.title:
                self.foot.receipt(f"It is called {quoted(section.title)}, as before.")
                return
            back = title in ("", before)
            said = f"{quoted(before if back else title)} again" if back else quoted(title)
            self._make(
                renamed(self.article.edited_outline(), section, "" if back else title),
                f"Called {said}",
                chosen=section.start,
            )

        empty = f"Enter gives back {quoted(before)}"
        self._ask_title(_RENAME, rename, title=section.title, empty=empty)

    def action_insert_entry(self) -> None:
        """Ask what the entry is called that begins at the paragraph that is read."""
        if self._must_wait():
            return
        try:
            edit = inserted(self.article, self.outline, self.article.edited_outline(), self.page.cursor)
            label = named_by_text(self.article, edit)
        except PinciteError as fault:
            self.foot.receipt(str(fault))
            return

        def insert(title: str) -> None:
            said = f"{quoted(title or label)} begins {self._where(edit.start)}"
            self._make(edit._replace(title=title), said, chosen=edit.start)

        self._ask_title(_INSERT, insert, empty=f"Enter takes {quoted(label)}")

    def action_remove_entry(self) -> None:
        """Take the chosen entry away."""
        if (section := self._entry()) is None:
            return
        holds = len(self.outline.below(self.outline.sections.index(section))) > 0
        said = joined([f"Removed {quoted(section.title)}", "what it held is a level up" if holds else ""])
        self._make(removed(section), said, chosen=section.start)

    def action_join_entry(self) -> None:
        """Let the chosen entry hold what the next one of its level holds."""
        if (section := self._entry()) is None:
            return
        try:
            second = following(self.outline, section)
        except PinciteError as fault:
            self.foot.receipt(str(fault))
            return
        said = f"Joined {quoted(second.title)} to {quoted(section.title)}"
        self._make(joined_to(second), said, chosen=section.start)

    def action_split_entry(self) -> None:
        """Divide the chosen entry at the paragraph that is read."""
        if (section := self._entry()) is None:
            return
        try:
            edit = divided(
                self.article, self.outline, self.article.edited_outline(), section, self.page.cursor
            )
            label = named_by_text(self.article, edit)
        except PinciteError as fault:
            self.foot.receipt(str(fault))
            return
        said = f"Divided: {quoted(label)} begins {self._where(edit.start)}"
        self._make(edit, joined([said, "r names it"]), chosen=edit.start)

    def action_undo_entry(self) -> None:
        """Take back what was made of the outline last."""
        self._turn(self._outlines.undo, "Nothing was changed in this outline.", "Undone", "U does it again")

    def action_redo_entry(self) -> None:
        """Make again what was taken back last."""
        self._turn(self._outlines.redo, "Nothing was undone in this outline.", "Done again", "u undoes it")

    def _turn(
        self, turn: Callable[[OpenArticle], OutlineEdit | None], nothing: str, said: str, more: str
    ) -> None:
        if self._must_wait():
            return
        try:
            edit = turn(self.article)
            now = self._outlines.at_once(self.article)
        except PinciteError as fault:
            self.foot.receipt(str(fault))
            return
        if now.edits and now.edits.lost:
            self._find_outline(self.article)  # to look for them may take long
        else:
            self.article = now
            self.renew_outline(edit.start if edit else None)
        self.foot.receipt(joined([f"{said}: {told(edit)}", more]) if edit else nothing)

    def _where(self, start: int) -> str:
        from corpus.passages.shown_number import number_at

        place = number_at(self.article.document, start)
        return f"at {place}" if place else "there"
