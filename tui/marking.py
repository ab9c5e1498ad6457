"""Marks and highlights while reading: set, gone to, listed, and found again where the text has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual import events, work
from textual.worker import get_current_worker

from corpus import waiting
from corpus.errors import PinciteError
from corpus.passages.passage import Passage
from corpus.passages.shown_number import place_at
from tui import copying
from tui.article import OpenArticle
from tui.choosing import Choice
from tui.clipping import ClippingScreen
from tui.first_frame import FirstScreen
from tui.foot_line import BETWEEN_PARTS, joined
from tui.opening import remember
from tui.page import Page
from tui.place_keeping import PlaceKeeper

if TYPE_CHECKING:
    from corpus.library.places import Changes, FoundPlace
    from tui.marked_places import MarkedPlaces, Span
    from tui.services import Services

_ABOVE: Final = 4
"""Rows that are shown before a place that one goes to, where there is room."""
_MOST: Final = 400
"""Characters of a mark: it leads to the first of them, and is found again by all."""
_WAIT: Final = "This article is still being read: do this in a moment."
_NO_LETTER: Final = "A mark is called by a letter: ' and a capital sets it, ' and a small one goes there."


class MarkingScreen(ClippingScreen):
    """A letter leads to a place, a tint shows what was highlighted, and a list has all of it."""

    places: MarkedPlaces | None = None
    """What is marked in the article that is read; None until that is known."""
    _letter_wanted = False
    _asked = 0
    """How often it was asked what is marked: an older answer is of another article."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._keeper = PlaceKeeper(services)
        self._waiting: list[Callable[[MarkedPlaces], None]] = []
        """What was asked of the places before they were known."""
        self._told: set[str] = set()
        """The digests of changed texts of which was said what moved in them."""

    # What is marked ------------------------------------------------------------------------------

    def show(self, article: OpenArticle, begun: FirstScreen | None = None) -> None:
        """Show an article, and what is marked in it once that is known."""
        super().show(article, begun)
        self.places, self._letter_wanted = None, False
        self._waiting.clear()
        self._asked += 1
        if not self.article.begun:
            # What this takes is loaded when the page is seen.
            self.call_after_refresh(self._find_places, self.article, self._asked)

    @work(thread=True, group="places", exit_on_error=False)
    def _find_places(self, article: OpenArticle, asked: int) -> None:
        """Find what is marked in an article while it is read already."""
        places = self._keeper.find(article)
        self.app.call_from_thread(self._found_places, article, places, asked)
        worker = get_current_worker()
        # For its clips a changed article is read once more.
        with waiting.while_wanted(lambda: asked == self._asked and not worker.is_cancelled):
            clips = self._keeper.changed_clips(article)
            self.app.call_from_thread(self._say_what_changed, article, places.changes, clips)

    def _found_places(self, article: OpenArticle, places: MarkedPlaces, asked: int) -> None:
        if asked != self._asked:
            return
        self.places = places
        if article.id is None and self.article.id is not None:
            self.settle(self.article.document, self.article.id)  # the library has it meanwhile
        self._show_places()
        while self._waiting and self.places is not None:
            self._waiting.pop(0)(self.places)

    def _show_places(self) -> None:
        if self.places is not None:
            self.page.keep_marked(self.places.highlights, self.places.letters)

    def _say_what_changed(self, article: OpenArticle, places: Changes, clips: Changes) -> None:
        """Tell whoever opens a changed article what became of what was marked and kept of it."""
        told = article.digest in self._told or self.searching
        if told or not article.changed or not (places or clips):
            return
        self._told.add(article.digest)
        counted = ", ".join(filter(None, (places.counted_as("place"), clips.counted_as("clip"))))
        shown = "'' and A show" if places and clips else "A shows" if clips else "'' shows"
        sentence = f"The text has changed: {counted}{BETWEEN_PARTS}{shown} them"
        self.foot.receipt(joined([self.foot.said, sentence]))
        # Who turns pages while this is found out takes the receipt back without having seen it.
        self.foot.hint(f"{shown} what changed")

    def _kept(self, document: object, id: int) -> None:
        """Keep with the article what was marked before the library had it."""
        super()._kept(document, id)
        self.settle(document, id)

    def has_unkept(self) -> bool:
        """Whether there is something of the reader’s on an article that the library has not yet."""
        return bool(self.article.id is None and self.places is not None and self.places.listed)

    def keep_place(self) -> None:
        """Keep where the reader is, and what was marked in an article that the library has not yet."""
        library, article = self.services.library, self.article
        if library and self.has_unkept() and self._keeper.lasts(article):
            try:
                self.article = article = remember(library, article)
            except (PinciteError, OSError) as fault:
                self.foot.receipt(str(fault))
            if article.id is not None:
                self.settle(article.document, article.id)
        super().keep_place()

    def settle(self, document: object, id: int) -> None:
        """Keep with an article of the library what its reader did to a document of it."""
        try:
            was_unkept = self._keeper.settle(document, id)
            if was_unkept and self.places is not None and self.article.document is document:
                self.places = self._keeper.find(self.article)
        except PinciteError as fault:
            self.foot.receipt(str(fault))

    def _once_known(self, do: Callable[[MarkedPlaces], None]) -> None:
        """Do something with what is marked, now or in the moment in which that is known."""
        if self.places is not None:
            do(self.places)
        elif self.article.begun:
            self.foot.receipt(_WAIT)
        else:
            self._waiting.append(do)

    def _change(self, change: Callable[[MarkedPlaces], str]) -> None:
        """Change what is marked, show it, and say what was done, or why it could not be."""
        if self.article.renewed().progress:
            # Paragraphs that are not counted yet have no names, nor has the library this text of it.
            self.foot.receipt(_WAIT)
            return

        def do(places: MarkedPlaces) -> None:
            try:
                said = change(places)
            except PinciteError as fault:
                said = str(fault)
            self._show_places()
            self.foot.receipt(said)

        self._once_known(do)

    def _said(self, *parts: str) -> str:
        """A receipt, with what it takes to know how long this is kept."""
        return joined([*parts, "" if self._keeper.lasts(self.article) else "for this sitting alone"])

    # Keys ----------------------------------------------------------------------------------------

    def action_mark(self) -> None:
        """Let the next key say which mark is meant."""
        self._letter_wanted = True
        letters = " ".join(sorted(letter for _, letter in self.places.letters)) if self.places else ""
        there = f"' {letters or 'a letter'} goes there"
        self.foot.receipt(joined([there, "a capital letter sets a mark here", "' lists all", "Esc leaves"]))

    def takes(self, key: events.Key) -> bool:
        """Whether a key is for a mark that is to be named; then it is answered."""
        if not self._letter_wanted:
            return False
        self._letter_wanted = False
        self.foot.settle()
        letter = key.character or ""
        if key.key == "apostrophe":
            self.action_places()
        elif len(letter) == 1 and letter.isalpha():
            # A script without capitals has no way to tell setting from going; it can go.
            small = letter.casefold()
            if letter != small:
                self._set_mark(small)
            else:
                self._go_to_mark(small)
        elif key.key != "escape":
            self.foot.receipt(_NO_LETTER)
        return True

    def on_mouse_chooser_pressed(self, _event: Page.Pressed) -> None:
        """Who clicks names no mark."""
        self._letter_wanted = False

    def on_screen_suspend(self) -> None:
        """Nor does who looks at something else."""
        self._letter_wanted = False

    def _set_mark(self, letter: str) -> None:
        document, passage = self.article.document, self._passage_here()

        def change(places: MarkedPlaces) -> str:
            from tui.marked_places import called  # not above: many a reading ends without a mark

            before = places.mark(letter)
            place = called(document, places.set_mark(letter, passage))
            was = called(document, before) if before else ""
            is_set = f"Mark {letter} is set{f' at {place}' if place else ''}"
            return self._said(is_set, f"it was at {was}" if was else "")

        self._change(change)

    def _passage_here(self) -> Passage:
        """What a mark set now leads to: the words that are chosen, or the sentence at the cursor."""
        article, cursor = self.article, self.page.cursor
        choice = self.choice or Choice.of(article.document, cursor, "sentence")
        start, end = choice.span
        if end - start > _MOST:
            # Within a list of a thousand lines, it is the line that one sees.
            start = start if self.choice or cursor - start < _MOST else cursor
            end = min(end, start + _MOST)
        return Passage(article.document, article.outline, start, end)

    def _go_to_mark(self, letter: str) -> None:
        def go(places: MarkedPlaces) -> None:
            if mark := places.mark(letter):
                self.go_to(mark)
            else:
                self.foot.receipt(f"There is no mark {letter} here: ' and {letter.upper()} sets one.")

        self._once_known(go)

    def action_highlight(self) -> None:
        """Highlight the chosen words or the paragraph at the cursor; where they are, take that back."""
        try:
            passages = [passage.trimmed() for passage in self._passages()]
        except PinciteError as fault:
            self.foot.receipt(str(fault))
            return
        chosen, cursor = bool(self.parts), self.page.cursor

        def change(places: MarkedPlaces) -> str:
            lit = [places.covering((one.start, one.end)) for one in passages]
            if not chosen and not lit[0]:
                lit = [places.covering((cursor, cursor + 1))]
            if all(lit):
                for one in dict.fromkeys(one for ones in lit for one in ones):
                    places.remove(one)
                return self._said("Not highlighted any more", "'' and u bring it back")
            for passage, already in zip(passages, lit, strict=True):
                if not already:
                    places.highlight(passage)
            words = copying.counted_words(sum(passage.words for passage in passages))
            return self._said(f"Highlighted {words}", "H takes it back")

        self._change(change)

    # Going there ---------------------------------------------------------------------------------

    def action_places(self) -> None:
        """List what is marked in this article."""
        self._once_known(self._list_places)

    def _list_places(self, places: MarkedPlaces) -> None:
        from tui.places_sheet import PlacesSheet, PlaceWays  # not above: many a reading ends without it

        ways = PlaceWays(self.go_to, self._choose_among, self._show_places)
        self.app.push_screen(PlacesSheet(places, ways, self.page.cursor))

    def go_to(self, one: FoundPlace) -> None:
        """Go to a marked place, and say what became of it; where it may be one of several, offer them."""
        if one.found.span is not None:
            self._arrive_at(one, one.found.span)
        elif one.found.others:
            self._choose_among(one, lambda span: self._arrive_at(one, span))
        else:
            from tui.became import told

            self.foot.receipt(joined([told(one.found, _called(one)), "'' shows what it was"]))

    def _arrive_at(self, one: FoundPlace, span: Span) -> None:
        self.trail.leave(self.here())
        self.page.go(span[0], above=min(_ABOVE, self.page.size.height // 4))
        from tui.became import arrived  # not above: many a reading ends without a mark

        place = joined(place_at(self.article.document, span[0]))
        self.foot.receipt(arrived(one.found, _called(one), self.foot.room, place))

    def _choose_among(self, one: FoundPlace, then: Callable[[Span], None]) -> None:
        """Let one of the places be chosen that one may be."""
        from tui.place_choice import choose_place

        choose_place(self.app, self.article.document, one.found.others, then)


def _called(one: FoundPlace) -> str:
    return f"Mark {one.marked.letter}" if one.marked.letter else "The highlight"
