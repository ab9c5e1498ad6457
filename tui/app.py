"""The application: look, settings, the first screen, and a clean way out."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme

from tui.actions import ACTIONS, sentence
from tui.article import OpenArticle
from tui.copying_screen import COPYING
from tui.entry_list import EntryList
from tui.first_frame import FirstScreen
from tui.outline_pane import OutlinePane
from tui.page import Page
from tui.prompt import Prompt
from tui.reader import Reader
from tui.services import Services
from tui.theme import OURS, borrowed

if TYPE_CHECKING:
    from tui.traced import Arrival, Traced

_Typed = events.Key | events.Paste
_SWITCH: Final = 0.0005
"""Seconds for which a thread that searches may keep a key waiting; of Python’s own 0.005 one feels two."""
_ALWAYS: Final = ("escape", "ctrl+c", "ctrl+q")
"""Keys that are answered whatever is being waited for."""


class Pincite(App[None]):
    """A terminal reader for people who cite."""

    TITLE = "Pincite"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        services: Services,
        article: OpenArticle,
        *,
        light: bool = False,
        sixteen: bool = False,
        begun: FirstScreen | None = None,
        found: Traced | Arrival | None = None,
        driver_class: type[Driver] | None = None,
    ) -> None:
        """Read `article`; `light` tells of the terminal's background, `sixteen` that it has so many colours.

        `begun` is a screen to go on from; `found` is what a reference led to, to be shown in the article.
        """
        # Textual decides before our theme is known whether it may write colours.
        super().__init__(driver_class=driver_class, ansi_color=True if "NO_COLOR" in os.environ else None)
        self._services = services
        self._on_their_way: dict[events.Key, bool] = {}
        """Keys that come back, and whether they were offered to a prompt."""
        self._late: list[events.Key] = []
        """Those that came back after something else had begun to be asked."""
        self._held: list[_Typed] = []
        """Those that were typed after all of them."""
        self._unsettled = False
        self._reader = Reader(services, article, begun, found)
        for theme in OURS:
            self.register_theme(theme)
        self.theme = self._theme_to_use(light)
        if sixteen and not self.no_color:
            from tui.sixteen_colours import SixteenColours  # most terminals have more

            self._filters.append(SixteenColours(light=light))
        self.set_keymap(services.settings.keys)

    def _theme_to_use(self, light: bool) -> str:
        if self.no_color:
            return "plain"
        wanted = self._services.settings.theme
        if wanted in self.available_themes:
            return wanted
        return "paper" if light else "ink"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The page's colours, for themes that do not name them."""
        return borrowed(self.current_theme)

    def get_default_screen(self) -> Reader:
        """The reading screen."""
        return self._reader

    def get_system_commands(self, screen: Screen[object]) -> Iterator[SystemCommand]:
        """What the command palette offers: the themes, and every action of the reader."""
        yield SystemCommand("Theme", "Choose how the page looks", self.action_change_theme)
        for action in ACTIONS:
            run = partial(self.call_later, screen.run_action, action.run)
            yield SystemCommand(sentence(action.label), action.keys.split(",")[0], run)

    def on_load(self) -> None:
        """Leave in good order when asked to by a signal: from before the terminal is taken on."""
        sys.setswitchinterval(_SWITCH)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.call_later, self._end, 128 + number)

    def on_mount(self) -> None:
        """Keep a theme that is chosen from now on."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    def _keep_theme(self, theme: Theme) -> None:
        if theme.name != "plain":
            self._services.change(theme=theme.name)

    async def on_event(self, event: events.Event) -> None:
        """Answer keys in the order in which they were typed, however fast: "/q" does not quit."""
        if isinstance(event, events.Key) and event.is_forwarded:
            await self._take_back(event)
        elif isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if isinstance(event, events.Key) and event.key in _ALWAYS and self._waits:
                # What was typed for a place that one did not get to has lost its meaning.
                self._reader.wait_no_longer()
                self._late.clear()
                self._held.clear()
                self._unsettled = False
            if self._held or self._late or not self._may_pass(event):
                self._held.append(event)
            else:
                await self._offer(event)
        else:
            await super().on_event(event)

    @property
    def _waits(self) -> bool:
        """Whether keys have to wait until something is done that leads elsewhere."""
        return self._unsettled or self._reader.waits

    def _may_pass(self, key: _Typed) -> bool:
        """Whether a key need not wait for others: to a prompt it has to, for all that may change it."""
        if self._waits:
            return False
        return not self._on_their_way or not (
            isinstance(self.focused, Prompt) or isinstance(key, events.Paste)
        )

    async def _offer(self, key: _Typed) -> None:
        """Offer a key to what is focused, and note that it comes back: what it does is found out then."""
        focused = self.focused
        at_prompt = isinstance(focused, Prompt)
        await super().on_event(key)
        if not isinstance(key, events.Key) or not key.is_forwarded:
            return
        if at_prompt and not key.is_printable:
            self._on_their_way[key] = True
            self._unsettled = key.key == "enter"
        elif focused is None or isinstance(focused, Page | OutlinePane | EntryList):
            self._on_their_way[key] = False

    async def _take_back(self, key: events.Key) -> None:
        """Do what a key does that came back; a prompt that was opened since it was typed has it first."""
        if self._on_their_way.pop(key, True):
            await super().on_event(key)
            if not isinstance(self.focused, Prompt):
                self._unsettled = False
        else:
            self._late.append(key)
        await self._release()

    async def on_settled(self) -> None:
        """Go on with the keys that were typed meanwhile."""
        self._unsettled = False
        await self._release()

    async def _release(self) -> None:
        """Do what had to wait, in the order in which it was typed."""
        while not self._waits and not any(self._on_their_way.values()):
            if self._late and isinstance(self.focused, Prompt):
                late = self._late.pop(0)
                await self._offer(events.Key(late.key, late.character))
            elif self._late:
                await self._answer(self._late.pop(0))
            elif self._held and not self._on_their_way:
                await self._offer(self._held.pop(0))
            else:
                break

    async def _answer(self, key: events.Key) -> None:
        """Do what a key does, unless the one before it waits for it."""
        if self.screen is not self._reader or not self._reader.takes(key):
            await super().on_event(key)

    async def action_quit(self) -> None:
        """Keep the place, and leave when what was copied has arrived."""
        copying = [worker for worker in self.workers if worker.group == COPYING and not worker.is_finished]
        if copying:  # without any, Textual would wait for all workers
            await self.workers.wait_for_complete(copying)
        self._end()

    def _end(self, status: int = 0) -> None:
        if self._reader.is_mounted:
            self._reader.keep_place()
        self.exit(return_code=status)
