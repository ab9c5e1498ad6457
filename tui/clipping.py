"""Keeping passages, and going back to them: the part of the reader that has the clips."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import work

from corpus.citation import STYLES
from corpus.document import Document
from corpus.errors import NoSuchPlace, PinciteError
from corpus.passages.passage import Passage
from tui import clipboard, copying
from tui.article import OpenArticle
from tui.clip_rows import place_words
from tui.copying_screen import COPYING
from tui.describing import DescribingScreen
from tui.foot_line import joined
from tui.opening import from_library, open_target
from tui.style_list import label
from tui.style_samples import Samples, is_slow

if TYPE_CHECKING:
    from corpus.citation.style import Cited
    from corpus.clip import Clip
    from corpus.finding_again.found import Found
    from tui.services import Services

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
        from tui.clip_ways import ClipWays  # see `_clip_of`
        from tui.clips_sheet import ClipsSheet
        from tui.tray import Tray

        try:
            settings = self.services.settings
            tray = Tray(
                library.clips,
                settings.style,
                append_place=settings.append_place,
                append_link=settings.append_link,
            )
        except PinciteError as fault:
            self.foot.receipt(str(fault))
            return
        ways = ClipWays(self._jump_to, self._copy_from_tray, self._choose_for_tray, self._unkept)
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

    def _jump_to(self, clip: Clip) -> str:
        """Go to where a clip was taken from; the sentence to show where that cannot be."""
        library = self.services.library
        try:
            article = self._article_of(clip)
            found = library.clips.found(clip, article.document) if library else ()
        except (PinciteError, OSError) as fault:
            return str(fault)
        spans = [one.span for one in found if one.span]
        doubtful = next((one for one in found if one.others), None)
        if article.begun and len(spans) < len(found):
            return "This article is still being read: go there in a moment."
        if not spans and doubtful is None:
            return "The article has changed: these words are gone, or it is not certain which they are now."
        self._show_clip(article, spans or [doubtful.others[0]] if doubtful else spans)
        self.foot.receipt(_said_of(clip, found, self.article, self.foot.room))
        if doubtful and not spans:
            self.call_later(self._choose_clip_place, doubtful.others)
        return ""

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

    def _article_of(self, clip: Clip) -> OpenArticle:
        """The article that a clip was taken from, opened. Raises PinciteError."""
        here, library = self.article, self.services.library
        if self._is_here(clip):
            return here
        if library is not None and clip.article is not None:
            return from_library(library, clip.article)
        if clip.source and os.path.exists(clip.source):
            return open_target(clip.source, library)
        raise NoSuchPlace(
            "Its article is not in the library any more; the clip keeps the words and the citation."
        )

    def _is_here(self, clip: Clip) -> bool:
        """Whether the article that is being read is the one that a clip was taken from."""
        here, document = self.article, self.article.document
        if clip.article is not None and clip.article == here.id:
            return True
        if clip.source:
            return here.path is not None and str(here.path.absolute()) == clip.source
        return isinstance(document, Document) and bool(clip.digest) and document.digest == clip.digest


def _said_of(clip: Clip, found: Sequence[Found], article: OpenArticle, room: int) -> str:
    """The receipt for who went to a clip in an article: what became of the part that is worst off."""
    from corpus.finding_again.found import State
    from corpus.library.verifying import worst
    from tui.became import arrived

    state = worst(one.state for one in found)
    if state is State.SAME:
        changed = clip.digest and article.digest and clip.digest != article.digest
        same = "The article has changed since; the words still stand in it" if changed else "The clip’s place"
        return joined([same, "< goes back"])
    number = next(number for number, one in enumerate(found, start=1) if one.state is state)
    called = f"Part {number} of the clip" if len(found) > 1 else "The clip"
    return arrived(found[number - 1], called, room)
