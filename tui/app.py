"""The application: look, settings, the first screen, and a clean way out."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.binding import BindingType

from corpus.home import Home
from tui.article import OpenArticle, open_target
from tui.background import is_light
from tui.reader import Reader
from tui.services import Services
from tui.theme import OURS, borrowed


class Pincite(App[None]):
    """A terminal reader for people who cite."""

    TITLE = "Pincite"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, services: Services, article: OpenArticle, *, light: bool = False) -> None:
        super().__init__()
        self._services = services
        self._reader = Reader(services, article)
        for theme in OURS:
            self.register_theme(theme)
        self.theme = self._theme_to_use(light)
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

    async def action_quit(self) -> None:
        """Keep the place, and leave."""
        self._reader.keep_place()
        self.exit()


def run(target: str | None, *, private: bool) -> None:
    """Read what the command line names. Raises PinciteError before anything is drawn."""
    services = Services.of(Home.here(), private=private)
    article = open_target(target, services.library)
    light = services.settings.theme == "auto" and is_light()
    Pincite(services, article, light=light).run()
