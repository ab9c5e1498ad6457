"""The tray of clips: looked through, put in order, noted on, restyled, copied, removed and brought back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from corpus import waiting
from corpus.clip import Clip, note_and_tags
from corpus.errors import PinciteError
from corpus.finding_again.found import State
from tui.clip_list import ClipList
from tui.clip_ways import ClipWays
from tui.clips_foot import HINTS, ClipsFoot
from tui.foot_line import BETWEEN_PARTS
from tui.pieces import wrapped
from tui.prompt import Settled
from tui.sheet import Sheet
from tui.style_samples import is_slow
from tui.tray import Tray

if TYPE_CHECKING:
    from corpus.library.verifying import Verified

_CITATION_LINES: Final = 3
_AT_ONCE: Final = 64
"""Clips of which is shown at once where they stand."""
_NOTE: Final = "note"
"""As the prompt of the reader is called: what was typed there and not kept stands in this one."""
_TAGS: Final = "tags"


class ClipsSheet(Sheet[None]):
    """Lies over the article; every change is kept at once."""

    TITLE_WORDS: ClassVar[str] = "Clips"
    FOOT_WORDS: ClassVar[str] = BETWEEN_PARTS.join(HINTS)

    def __init__(self, tray: Tray, ways: ClipWays) -> None:
        super().__init__()
        self._tray = tray
        self._ways = ways
        self._citation = ""

    def compose(self) -> ComposeResult:
        """The title with the count, the list, the citation of the chosen clip, the foot."""
        with Vertical():
            yield Static(classes="sheet-title", id="clips-title")
            yield ClipList(id="clips")
            yield Static(id="clips-citation")
            yield ClipsFoot(id="clips-foot")

    def contents(self) -> Widget:
        """The list."""
        return self._list

    @property
    def _list(self) -> ClipList:
        return self.query_one(ClipList)

    def on_mount(self) -> None:
        """Begin at the clip that was kept last."""
        self._close_prompt()
        self._show(len(self._tray.clips) - 1)
        self._verify()

    @work(thread=True, exclusive=True, group="verify", exit_on_error=False)
    def _verify(self) -> None:
        """Look where the clips stand now while they are looked through."""
        worker = get_current_worker()
        some: list[Verified] = []
        # An article that has changed is read anew for it: whoever leaves does not wait for that.
        with waiting.while_wanted(lambda: not worker.is_cancelled):
            for one in self._tray.verify():
                if worker.is_cancelled:
                    return
                some.append(one)
                if len(some) == _AT_ONCE:
                    self.app.call_from_thread(self._verified, some)
                    some = []
            self.app.call_from_thread(self._verified, some)

    def _verified(self, some: list[Verified]) -> None:
        self._tray.verified |= {one.clip.id: one for one in some}
        if self.is_attached and any(one.state is not State.SAME for one in some):
            self._show(self._list.chosen)

    # Showing -------------------------------------------------------------------------------------

    def _show(self, chosen: int) -> None:
        self._list.show(self._tray.clips, chosen, self._tray.verified)
        self.query_one("#clips-title", Static).update(
            Content.assemble(("Clips", "bold"), (f"  {self._tray.about}", "not bold $page-dim"))
        )

    def on_entry_list_chosen(self, event: ClipList.Chosen) -> None:
        """Show how the chosen clip is cited at its place."""
        if is_slow(self._tray.style):
            self._cite(event.entry)
        else:
            self._show_citation(self._tray.citation(event.entry))

    @work(thread=True, exclusive=True, group="citation of a clip", exit_on_error=False)
    def _cite(self, clip: int) -> None:
        self.app.call_from_thread(self._show_citation, self._tray.citation(clip))

    def _show_citation(self, words: str) -> None:
        self._citation = words
        if self.is_attached:
            shown = self.query_one("#clips-citation", Static)
            room = shown.content_size.width
            lines = wrapped([(words, ())], room, _CITATION_LINES) if room else []  # else: see `on_resize`
            shown.update(Content("\n".join("".join(piece for piece, _ in line) for line in lines)))

    @property
    def _foot(self) -> ClipsFoot:
        return self.query_one(ClipsFoot)

    def say(self, sentence: str) -> None:
        """Say what was done, until the next key."""
        if self.is_attached:
            self._foot.say(sentence, empty=not self._tray.clips)

    def on_resize(self) -> None:
        """Say at the foot as much as there is room for."""
        if not self._foot.asked:
            self.call_after_refresh(self.say, "")
        self.call_after_refresh(lambda: self._show_citation(self._citation))

    def on_key(self) -> None:
        """A key after a receipt takes it back."""
        if not self._foot.asked:
            self.say("")

    @property
    def _chosen(self) -> Clip | None:
        return self._list.clip

    def _try(self, change: Callable[[], str]) -> None:
        """Do something, and say what was done, or why it could not be."""
        try:
            said = change()
        except PinciteError as fault:
            said = str(fault)
        self.say(said)

    # What the keys do ----------------------------------------------------------------------------

    def action_jump(self) -> None:
        """Go to where the clip was taken from."""
        if clip := self._chosen:
            self._ways.jump(clip, self.say, partial(self.dismiss, None))

    def action_move(self, by: int) -> None:
        """Let the clip change places with the next one, or the one before it."""

        def change() -> str:
            if (clip := self._chosen) and self._tray.move(clip, by):
                self._show(self._list.chosen + by)
            return ""

        self._try(change)

    def action_remove(self) -> None:
        """Take the clip out of the tray."""

        def change() -> str:
            if clip := self._chosen:
                self._tray.remove(clip)
                self._show(self._list.chosen)
                return "Removed · u brings it back"
            return ""

        self._try(change)

    def action_undo(self) -> None:
        """Bring back the clip that was removed last."""

        def change() -> str:
            place = self._tray.restore()
            if place is None:
                return "Nothing was removed."
            self._show(place)
            return "Brought back"

        self._try(change)

    def action_style(self) -> None:
        """Choose the style in which all of them are cited."""
        if clip := self._chosen:
            self._ways.style(clip.cited, self._restyle)

    def _restyle(self, style: str, said: str) -> None:
        self._tray.restyle(style)
        self._show(self._list.chosen)
        self.say(said)

    def action_copy(self) -> None:
        """Copy the clip with its citation in full."""
        if clip := self._chosen:
            self.say("Copying…")
            self._ways.copy(partial(self._tray.copied, clip), self.say)

    def action_copy_all(self) -> None:
        """Copy all of them, with one bibliography, as Markdown."""
        if self._tray.clips:
            self.say("Copying…")
            self._ways.copy(self._tray.all_copied, self.say)

    # Notes and tags ------------------------------------------------------------------------------

    def action_note(self) -> None:
        """Edit the note of the clip."""
        if clip := self._chosen:
            self._foot.ask(_NOTE, self._ways.unkept.get((clip.id, _NOTE), clip.note))

    def action_tags(self) -> None:
        """Edit the tags of the clip."""
        if clip := self._chosen:
            self._foot.ask(_TAGS, self._ways.unkept.get((clip.id, _TAGS), " ".join(clip.tags)))

    def _close_prompt(self) -> None:
        self._foot.close()
        self.say("")
        self.set_focus(self._list)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the note or the tags that were typed."""
        event.stop()
        asked, clip = self._foot.asked, self._chosen
        self._close_prompt()

        def change() -> str:
            if clip is None:
                return ""
            self._ways.unkept[clip.id, asked] = event.value
            if asked == _TAGS:
                self._tray.annotate(clip, tags=event.value.split())
            else:
                note, tags = note_and_tags(event.value)
                self._tray.annotate(clip, note=note, tags=(*clip.tags, *tags))
            del self._ways.unkept[clip.id, asked]
            self._show(self._list.chosen)
            return ""

        self._try(change)
        self.post_message(Settled())

    def action_leave(self) -> None:
        """Leave the prompt as it was, or what is waited for, or the tray."""
        if self._ways.stop():
            return
        if self._foot.asked:
            self._close_prompt()
        else:
            self.dismiss(None)
