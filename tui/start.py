"""From the command line to the page: the article first, then its first frame, then Textual."""

from __future__ import annotations

import os

from corpus.home import Home
from tui.article import OpenArticle, open_target
from tui.first_frame import HINTS, colours_of_terminal, encoded, first_lines
from tui.looks import PALETTES
from tui.services import Services
from tui.terminal import Terminal


def run(target: str | None, *, private: bool) -> int:
    """Read what the command line names; the exit status. Raises PinciteError before anything is drawn."""
    services = Services.of(Home.here(), private=private)
    article = open_target(target, services.kept)
    terminal = Terminal()
    with terminal.held():
        light = services.settings.theme == "auto" and "NO_COLOR" not in os.environ and terminal.is_light()
        _paint(terminal, services, article, light=light)
        # Here and not above: this is what the reader would be waiting for.
        from tui.app import Pincite
        from tui.driver import driver_after

        driver = driver_after(terminal.typed) if terminal.entered or terminal.typed else None
        app = Pincite(services, article, light=light, driver_class=driver)
        terminal.taken_over()
        app.run()
        return app.return_code or 0


def _paint(terminal: Terminal, services: Services, article: OpenArticle, *, light: bool) -> None:
    """Paint the first frame, where its colours are ours; other themes wait for Textual."""
    plain = "NO_COLOR" in os.environ
    theme = services.settings.theme
    theme = ("paper" if light else "ink") if theme == "auto" or plain else theme
    if theme not in PALETTES:
        return
    columns, rows = terminal.size()
    lines = first_lines(
        article,
        columns,
        rows,
        measure=services.settings.measure,
        outline=services.settings.outline,
        hint="" if services.settings.hints_shown else HINTS,
        receipt=" ".join(services.warnings),
    )
    terminal.paint(encoded(lines, PALETTES[theme], plain=plain, colours=colours_of_terminal()))
