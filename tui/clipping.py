"""Keeping passages, and going back to them: the part of the reader that has the clips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import work

from corpus.citation import STYLES
from corpus.errors import NoSuchPlace, PinciteError
from corpus.passages.passage import Passage
from tui import clipboard, copying
from tui.article import OpenArticle
from tui.clip_rows import place_words
from tui.copying_screen import COPYING
from tui.describing import DescribingScreen
from tui.style_list import label
from tui.style_samples import Samples, is_slow

if TYPE_CHECKING:
    from corpus.citation.style import Cited
    from corpus.clip import Clip
    from tui.clip_source import ClipSource
    from tui.services import Services
    from tui.tray import Tray

NOTE_SIGN: Final = "note"
"""The sign of the prompt for what is noted on a clip that was just kept."""
_ABOVE: Final = 4
"""Rows that are shown before a clip that one goes to, where there is room."""


class ClippingScreen(DescribingScreen):
    """The passage is kept with a note and tags; the tray shows what was kept, and leads back to it."""

    _clipped: tuple[int, str] | None = None
    """The clip that a note is asked for, and the receipt that follows."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._unkept: dict[tuple[int, str], str] = {}

    # Keeping -------------------------------------------------------------------------------------

    def action_clip(self) -> None:
        """Keep the chosen words or the paragraph at the cursor, then ask for a note on it.

        It is kept before that: whatever becomes of the note, the passage is there.
        """
        try:
            passages = self._passages()
            if not copying.is_placed(passages[-1]):
                raise NoSuchPlace("The paragraphs up to here are still being counted: keep this in a moment.")
            clip = self._clip_of(passages)
        except PinciteError as fault:
            self.foot.receipt(str(fault))
            return
        library = None if self.services.private else self.services.library
        if library is None:
            self._keep_in_file(clip)
            return
        try:
            id = library.clips.add(clip)
            count = library.clips.count()
        except PinciteError as fault:
            self._keep_in_file(clip, str(fault))
            return
        words = copying.counted_words(sum(passage.words for passage in passages))
        style = self.services.settings.style
        # One that takes long is not asked: the page would have to wait.
        place = place_words(clip.place) if is_slow(style) else STYLES[style].write("cite", clip.cited).locator
        parts = (f"Kept {words}", copying.place_called(place), f"{count:,} clip{'' if count == 1 else 's'}")
        self._clipped = id, " · ".join(part for part in parts if part)
        if not self.parts:
            self.page.select((passages[0].start, passages[0].end))
        self.foot.ask(NOTE_SIGN, empty=f"{words} kept · a note and #tags, if you like, then Enter")
        self.foot.status("")

    def _clip_of(self, passages: list[Passage]) -> Clip:
        from corpus.clip import clip_of  # not above: many a reading ends without a clip

        article = self.article
        source = str(article.path.absolute()) if article.path else ""
        return clip_of(passages, source=source, article=article.id)

    def _keep_in_file(self, clip: Clip, fault: str = "") -> None:
        """Save the passage with its citation where the last copy is, for want of a place to keep clips."""
        from tui.tray import cited_in_full  # see `_clip_of`

        try:
            copy = cited_in_full(clip, self.services.settings.style)
        except PinciteError:
            copy = copying.Clip(
                clip.words, 0, ""
            )  # the style is at fault; the words are what must not be lost
        saved = self.keep_copy(copy)
        if not fault:
            private = self.services.private
            fault = "Private reading keeps no clips" if private else "There is no library to keep clips in"
        where = f"but saved to {clipboard.shown(saved)}" if saved else "nor saved to a file, K shows it"
        self.foot.receipt(f"Not kept, {where} · {fault}")

    def note(self, typed: str) -> None:
        """Keep what was typed behind the clip that was kept last, and say what was kept."""
        if self._clipped is None:
            return
        (id, receipt), self._clipped = self._clipped, None
        if self.choice is None:
            self.page.select(None)
        library = self.services.library
        if typed.strip() and library is not None:
            from corpus.clip import note_and_tags  # see `_clip_of`

            note, tags = note_and_tags(typed)
            try:
                library.clips.annotate(id, note=note, tags=tags)
            except PinciteError as fault:
                self._unkept[id, NOTE_SIGN] = typed
                receipt = f"The passage is kept, the note is not: A, then n, has it still · {fault}"
        self.foot.receipt(receipt)

    # The tray ------------------------------------------------------------------------------------

    def action_clips(self) -> None:
        """Show what was kept."""
        library = self.services.library
        if library is None:
            self.foot.receipt("There is no library, and so no clips: “pincite doctor” says why.")
            return
        from tui.tray import Tray  # see `_clip_of`

        settings = self.services.settings
        make = partial(
            Tray,
            library.clips,
            settings.style,
            append_place=settings.append_place,
            append_link=settings.append_link,
        )
        self.wait_for(
            make, self._show_tray, meanwhile="Reading the clips…", stopped="The clips were not shown."
        )

    def _show_tray(self, tray: Tray) -> None:
        from tui.clip_ways import ClipWays  # see `_clip_of`
        from tui.clips_sheet import ClipsSheet

        ways = ClipWays(
            self._jump_to, self.stop_waiting, self._copy_from_tray, self._choose_for_tray, self._unkept
        )
        self.app.push_screen(ClipsSheet(tray, ways))

    def _choose_for_tray(self, cited: Cited, chosen: Callable[[str, str], None]) -> None:
        """Let a style be chosen; it is remembered."""
        self._choose_style(
            Samples(cited), lambda style: chosen(style, f"All are cited in {label(style)} now.")
        )

    def _copy_from_tray(self, make: Callable[[], copying.Clip], say: Callable[[str], None]) -> None:
        """Copy what is made; in a style that takes long, behind the page."""
        if is_slow(self.services.settings.style):
            self._make_and_send(make, say)
            return
        try:
            clip = make()
        except PinciteError as fault:
            say(str(fault))
            return
        self._send_from_tray(clip, self.keep_copy(clip), say)

    @work(thread=True, exclusive=True, group="slow copy", exit_on_error=False)
    def _make_and_send(self, make: Callable[[], copying.Clip], say: Callable[[str], None]) -> None:
        try:
            clip = make()
        except PinciteError as fault:
            self.app.call_from_thread(self._tell, str(fault), say)
            return
        saved = self.keep_copy(clip)
        self.app.call_from_thread(self._send_from_tray, clip, saved, say)

    @work(thread=True, exclusive=True, group=COPYING, exit_on_error=False)
    def _send_from_tray(self, clip: copying.Clip, saved: Path | None, say: Callable[[str], None]) -> None:
        if said := self.deliver(clip, saved):
            self.app.call_from_thread(self._tell, said, say)

    def _tell(self, sentence: str, say: Callable[[str], None]) -> None:
        """Say what became of a copy, in the tray if it is still there."""
        (self.foot.receipt if self.app.screen is self else say)(sentence)

    def _jump_to(self, clip: Clip, say: Callable[[str], None], make_way: Callable[[], object]) -> None:
        """Go to where a clip was taken from, looked for behind the tray, which is to make way then."""
        from tui.clip_source import source_of  # see `_clip_of`

        here = self.article

        def then(source: ClipSource) -> None:
            if source.article is here:
                source = source._replace(article=self.article)  # more of it may have been read meanwhile
            make_way()
            self._show_clip(source.article, source.spans)
            self.foot.receipt(source.said(clip, self.foot.room))
            if source.choices:
                self.call_later(self._choose_clip_place, source.choices)

        self.wait_for(
            partial(source_of, clip, here, self.services.library),
            then,
            meanwhile="Opening its article…",
            stopped="It was not opened.",
            say=say,
        )

    def _choose_clip_place(self, spans: Sequence[tuple[int, int]]) -> None:
        """Let one of the places be chosen at which a clip may stand."""
        from tui.place_choice import choose_place

        article = self.article
        choose_place(self.app, article.document, spans, lambda span: self._show_clip(article, [span]))

    def _show_clip(self, article: OpenArticle, spans: Sequence[tuple[int, int]]) -> None:
        start = spans[0][0]
        if article.document is not self.article.document:
            self.trail.leave(self.here())
            self.show(article._replace(offset=start))
            if article.id is not None:
                self.note_opened(article.id)
            self.read_on()
        elif start != self.page.cursor:
            self.trail.leave(self.here())
        self.choose(None)
        self.page.go(start, above=min(_ABOVE, self.page.size.height // 4))
        self.page.mark(spans=spans)
