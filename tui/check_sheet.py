"""The sheet on which a quotation is checked: it is typed or pasted, its verdict and its places follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from corpus import waiting
from corpus.passages.passage import word_count
from tui import copying
from tui.check_result import words_offered
from tui.foot_line import BETWEEN_PARTS, parted
from tui.geometry import LOW
from tui.match_list import MatchList
from tui.prompt import Prompt, Settled
from tui.references import HERE
from tui.sheet import Sheet

if TYPE_CHECKING:
    from textual.timer import Timer

    from corpus.quotation.checked import Match
    from tui.check_result import CheckResult

_PATIENCE: Final = 0.5
"""Seconds after which it is said that a check goes on."""
_TYPING: Final = ("Enter checks", "Tab: {}", "Esc goes back")
_LOOKING: Final = ("Enter goes there", "y copies the source’s words", "Q edits", "Tab: {}", "Esc goes back")
_EMPTY: Final = "paste or type a quotation, with its citation if you like"


@dataclass(frozen=True, slots=True)
class CheckWays:
    """What the sheet asks the reader to do.

    `check` checks what was typed, in this article alone or in the library too, until it is told that it
    is cancelled: in a thread, and raises what goes wrong; `fault` gives the sentence for that. `copy`
    brings what is made for it to the clipboard, and tells what became of it.
    """

    check: Callable[[str, bool, Callable[[], bool]], CheckResult]
    fault: Callable[[BaseException], str]
    copy: Callable[[Callable[[], copying.Clip], Callable[[str], None]], None]


@dataclass(frozen=True, slots=True)
class LastCheck:
    """What the sheet had, for when it is opened again: what was typed or pasted, and where it was looked."""

    pasted: str = ""
    within: bool = False


class CheckSheet(Sheet[tuple["CheckResult", "Match"]]):
    """Lies over the article; gives the result and the place of it that is to be gone to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "within", "this article alone, or the library", id="check.within", show=False),
    ]

    def __init__(self, ways: CheckWays, before: LastCheck, *, library: bool) -> None:
        """Begin with what was checked `before`; `library` tells whether there is one to look in."""
        super().__init__()
        self._ways = ways
        self.checking = before
        """What was checked last."""
        self._library = library
        self._within = before.within or not library
        self._result: CheckResult | None = None
        self._asked: object = None
        """Stands for what is being checked; None where nothing is."""
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The title, the quotation, the verdict, the places, the foot."""
        with Vertical():
            yield Static(classes="sheet-title", id="check-title")
            with Horizontal(id="check-line"):
                yield Static("Q", id="check-sign")
                yield Prompt(id="check-input")
            yield Static(id="check-verdict")
            yield MatchList(id="matches")
            yield Static(id="check-foot")

    @property
    def _field(self) -> Prompt:
        return self.query_one(Prompt)

    @property
    def _list(self) -> MatchList:
        return self.query_one(MatchList)

    def on_mount(self) -> None:
        """Begin with what was checked before, to be pasted over, or edited."""
        self._field.placeholder = _EMPTY
        self._field.fill(self.checking.pasted)
        self._show_scope()
        self.action_again()

    # Checking ------------------------------------------------------------------------------------

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Check what was typed."""
        event.stop()
        self._check()

    def _check(self) -> None:
        pasted = self._field.meant
        if not pasted.strip():
            self.say("Type or paste the words of a quotation first.")
            self.post_message(Settled())
            return
        self._asked, self.checking = object(), LastCheck(pasted, self._within and self._library)
        self._timer = self.set_timer(_PATIENCE, self._say_that_it_goes_on)
        self._check_behind(self._asked, pasted, within=self._within)

    def _say_that_it_goes_on(self) -> None:
        self.say("Checking… · Esc stops that")

    @work(thread=True, group="check", exit_on_error=False)
    def _check_behind(self, asked: object, pasted: str, *, within: bool) -> None:
        worker = get_current_worker()

        def is_wanted() -> bool:
            return asked is self._asked and not worker.is_cancelled

        with waiting.while_wanted(is_wanted):
            try:
                result: CheckResult | Exception = self._ways.check(pasted, within, lambda: not is_wanted())
            except waiting.GivenUp:
                raise
            except Exception as fault:
                result = fault
            self.app.call_from_thread(self._checked, asked, result)

    def _stop(self) -> bool:
        """Wait for no verdict any more; tells whether one was awaited."""
        awaited, self._asked = self._asked is not None, None
        if self._timer:
            self._timer.stop()
        return awaited

    def _checked(self, asked: object, result: CheckResult | Exception) -> None:
        if asked is not self._asked or not self.is_attached:
            return
        self._stop()
        if isinstance(result, Exception):
            self._show(None, self._ways.fault(result))
        else:
            self._show(result, result.sentence)
        self.post_message(Settled())

    def _show(self, result: CheckResult | None, sentence: str) -> None:
        self._result = result
        self._list.show(result)
        verdict = self.query_one("#check-verdict", Static)
        lines = parted(sentence, verdict.size.width or 60, 2)
        gist = sentence.partition(BETWEEN_PARTS)[0]
        words = "\n".join(lines)
        verdict.update(Content.assemble((words[: len(gist)], "bold $page-accent"), words[len(gist) :]))
        if self._list.match:
            self.set_focus(self._list)
        self.say("")

    # What is said --------------------------------------------------------------------------------

    def _show_scope(self) -> None:
        scope = f"in {HERE}" if self._within else "in the library"
        self.query_one("#check-title", Static).update(
            Content.assemble(("Check a quotation", "bold"), (f"  {scope}", "not bold $page-dim"))
        )

    def say(self, sentence: str) -> None:
        """Say what was done, until the next key."""
        if not self.is_attached:
            return
        foot = self.query_one("#check-foot", Static)
        room = foot.size.width
        lines = parted(sentence, room or 60, 1 if self.has_class("low") else 2)
        foot.set_class(len(lines) > 1, "tall")
        words, gist = "\n".join(lines), len(sentence.partition(BETWEEN_PARTS)[0])
        said = Content.assemble((words[:gist], "bold $page-accent"), words[gist:])
        foot.update(said if sentence else Content(self._hints(room)))

    def _hints(self, room: int) -> str:
        other = "in the library" if self._within else "in this article"
        hints = [hint.format(other) for hint in (_LOOKING if self._list.has_focus else _TYPING)]
        if not self._library:
            hints = [hint for hint in hints if not hint.startswith("Tab")]
        while len(hints) > 1 and len(BETWEEN_PARTS.join(hints)) > room > 0:
            del hints[-2]  # how to leave is said in any case, and help has all of them
        return BETWEEN_PARTS.join(hints)

    def on_key(self) -> None:
        """A key after a receipt takes it back."""
        if self._asked is None:
            self.say("")

    def on_descendant_focus(self) -> None:
        """Say what keys do where they go now."""
        self.call_after_refresh(self.say, "")

    def on_resize(self, event: Resize) -> None:
        """Say at the foot as much as there is room for; on a low screen the places have most of it."""
        self.set_class(event.size.height < LOW, "low")
        self.call_after_refresh(self.say, "")

    # What the keys do ----------------------------------------------------------------------------

    def action_again(self) -> None:
        """Edit the quotation; what is pasted takes its place."""
        field = self._field
        self.set_focus(field)
        field.select_all()

    def action_within(self) -> None:
        """Look in the article that is read alone, or in the library; what was checked is checked there."""
        if not self._library:
            self.say("There is no library to look in: “pincite doctor” says why.")
            return
        self._within = not self._within
        self._show_scope()
        if self._result or self._asked:
            self._check()
        self.say("")

    def action_jump(self) -> None:
        """Go to where the words stand."""
        if self._result and (match := self._list.match):
            self.dismiss((self._result, match))

    def action_copy(self) -> None:
        """Copy the words of the source."""
        if match := self._list.match:
            offered = words_offered(match)
            if not offered:
                self.say("There are no words of the source to copy.")
                return
            self.say("Copying…")
            words = word_count(offered)
            self._ways.copy(lambda: copying.Clip(offered, words, "the source’s words"), self.say)

    def action_leave(self) -> None:
        """Check no further; else go from the prompt back to the places, or leave."""
        if self._stop():
            self.say("Not checked any further.")
        elif self._field.has_focus and self._list.match:
            self.set_focus(self._list)
        else:
            self.dismiss(None)
