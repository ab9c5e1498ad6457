"""What is looked up or opened behind the page, while keys wait for where it leads; Esc stops it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from textual import work
from textual.worker import get_current_worker

from corpus import waiting
from tui.foot_line import joined
from tui.prompt import Settled
from tui.searching import SearchingScreen

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.article import OpenArticle
    from tui.services import Services

T = TypeVar("T")
_PATIENCE: Final = 0.5
"""Seconds after which it is said, again and again, that it is being waited for."""


class _Awaited:
    """Something that is waited for: what is said meanwhile, and when it was stopped, and where."""

    def __init__(self, meanwhile: str, stopped: str, say: Callable[[str], object]) -> None:
        self._meanwhile = meanwhile
        self.stopped = stopped
        self.say = say
        self.percent = 0
        """How much of it is read, where that is known."""

    @property
    def meanwhile(self) -> str:
        """What is said of it as far as it has come."""
        return joined([self._meanwhile, f"{self.percent} %" if self.percent else "", "Esc stops that"])


class AwaitingScreen(SearchingScreen):
    """Waits for one thing at a time, and shows it where that is wanted when it is there."""

    def __init__(self, services: Services, article: OpenArticle) -> None:
        super().__init__(services, article)
        self._awaited: _Awaited | None = None
        """What is waited for; what comes for anything else comes too late."""
        self._patience: Timer | None = None

    def wait_for(
        self,
        make: Callable[[], T],
        then: Callable[[T], None],
        *,
        meanwhile: str,
        stopped: str,
        say: Callable[[str], object] | None = None,
    ) -> None:
        """Make something in a thread, and do what is to be done with it; keys wait for that.

        `meanwhile` is said where it takes long, `stopped` where it is given up: by `say` if that is given,
        which a sheet over the page does, else at the foot. So is why it could not be made.
        """
        self._end_waiting()  # for whatever was asked for before
        awaited = self._awaited = _Awaited(meanwhile, stopped, say or self.foot.receipt)
        self.waits = True
        self._patience = self.set_interval(_PATIENCE, self._say_how_far)
        self._wait_apart(awaited, make, then)

    def _say_how_far(self) -> None:
        if self._awaited:
            self._awaited.say(self._awaited.meanwhile)

    @work(thread=True, group="awaited", exit_on_error=False)
    def _wait_apart(self, awaited: _Awaited, make: Callable[[], Any], then: Callable[[Any], None]) -> None:
        worker = get_current_worker()

        def is_wanted() -> bool:
            return self._awaited is awaited and self.waits and not worker.is_cancelled

        def hear(percent: int) -> None:
            awaited.percent = percent

        with waiting.while_wanted(is_wanted), waiting.hearing(hear):
            try:
                made = make()
            except waiting.GivenUp:
                raise
            except Exception as fault:
                self.app.call_from_thread(self._came, awaited, partial(self._fail, awaited), fault)
            else:
                self.app.call_from_thread(self._came, awaited, then, made)

    def _came(self, awaited: _Awaited, then: Callable[[Any], None], made: object) -> None:
        if awaited is not self._awaited:
            return
        is_wanted = self.waits
        self._end_waiting()
        if not is_wanted:
            return  # it must not lead away any more from where one reads
        self.foot.settle()
        then(made)
        self.post_message(Settled())

    def _fail(self, awaited: _Awaited, fault: Exception) -> None:
        awaited.say(self.services.note_failure(fault))

    def stop_waiting(self) -> bool:
        """Wait no longer; tells whether that was being done."""
        if self._awaited is None:
            return False
        self._awaited.say(self._awaited.stopped)
        self._end_waiting()
        return True

    def wait_no_longer(self) -> None:
        """Let keys be for where the reader is, whatever was asked for."""
        super().wait_no_longer()
        if self._patience:
            self._patience.stop()

    def _end_waiting(self) -> None:
        self._awaited, self.waits = None, False
        if self._patience:
            self._patience.stop()
