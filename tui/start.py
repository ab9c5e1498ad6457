"""From the command line to the page: the article first, then its first frame, then Textual."""

from __future__ import annotations

import gc
import os
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from corpus import waiting
from corpus.home import Home
from tui.services import Services
from tui.terminal import Ended, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.article import OpenArticle
    from tui.first_frame import FirstScreen
    from tui.traced import Arrival, Traced

_PATIENCE: Final = 2.0
"""Seconds that an article is waited for before q and Esc give it up: till then they are for the page."""


def run(target: str | None, *, private: bool, local: bool = False, encoding: str = "") -> int:
    """Read what the command line names; the exit status. Raises PinciteError before anything is drawn.

    `local` and `encoding` are those of `tui.reading_call.read`.
    """
    services = Services.of(Home.here(), private=private)
    if target is not None and "://" in target and _is_address(target):
        return _run_page(target, services, local=local, encoding=encoding)
    # Standard input is read before the terminal is held, which takes its place.
    piped = _opened("-", services, encoding) if target == "-" else None
    return _begin(services, lambda: piped or _opened(target, services, encoding))


def _is_address(target: str) -> bool:
    from corpus.fetching.address import is_address  # few readings begin with one

    return is_address(target)


def _run_page(words: str, services: Services, *, local: bool, encoding: str) -> int:
    """Read a page of the web, which is fetched before the terminal is held."""
    from contextlib import ExitStack

    from corpus.fetching.address import address_of
    from tui.fetching import fetched, fetched_for_now

    with ExitStack() as sitting:
        if services.private:
            page = sitting.enter_context(fetched_for_now(words, local=local))
        else:
            page = fetched(words, services.home, local=local)
        services.warnings = (*services.warnings, *filter(None, [page.note]))
        fragment = address_of(words).fragment
        return _begin(services, lambda: _opened(str(page.path), services, encoding).led_to(fragment))


def run_traced(traced: Traced, *, private: bool, piped: bool) -> int:
    """Read where a reference leads; the exit status. Raises PinciteError before anything is drawn.

    Of several places the best is shown, and all of them can be chosen from. Where the reference was
    `piped`, keys are read from the terminal.
    """
    from tui.traced import arrive

    services = Services.of(Home.here(), private=private)
    arrival = arrive(traced, traced.only or traced.offers[0], services)
    if piped:
        from tui.terminal import read_keys_from_terminal

        read_keys_from_terminal()
    return _begin(services, lambda: arrival.read_from, arrival if traced.only else traced)


def _begin(
    services: Services, opened: Callable[[], OpenArticle], found: Traced | Arrival | None = None
) -> int:
    """Read an article, which is opened while the terminal is asked; `found` is to be shown in it."""
    # Textual paints what is due sixty times a second: at twice that, a hit is there in half the time.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    terminal = Terminal()
    screen: FirstScreen | None = None
    try:
        with terminal.held():
            if services.settings.theme == "auto" and not _plain():
                terminal.ask_for_background()
            # All this while the terminal answers.
            with waiting.looking(partial(_leave_if_asked, terminal, time.monotonic() + _PATIENCE)):
                article = opened()
            screen = _laid_out(terminal, services, article)
            light = terminal.is_light()
            theme = _theme(services, light=light)
            painted = _paint(terminal, screen, theme, light=light, enter=True)
            if not article.outlined:
                # Words can be read while their outline is inferred.
                screen = _laid_out(terminal, services, article.with_inferred())
                _paint(terminal, screen, theme, light=light)
            paint = partial(_paint, terminal, screen, theme, light=light)
            if not _bring_textual(terminal, services, screen, paint if painted else None):
                return _read(terminal, services, screen, light=light, painted=painted, found=found)
    except Ended:
        if screen:
            _keep(services, screen)
        raise
    _keep(services, screen)
    return 0


def _leave_if_asked(terminal: Terminal, late: float) -> None:
    """End, where whoever has waited for the article till `late` types q or Esc after that.

    Load meanwhile what it is shown with.
    """
    import tui.first_frame  # noqa: F401

    if time.monotonic() > late and terminal.asks_to_leave():
        raise Ended(0)


def _plain() -> bool:
    return "NO_COLOR" in os.environ


def _opened(target: str | None, services: Services, encoding: str) -> OpenArticle:
    # Imported here and below, not above: to ask the terminal comes first.
    from tui.opening import open_target

    return open_target(target, services.kept, infer=False, encoding=encoding)


def _laid_out(terminal: Terminal, services: Services, article: OpenArticle) -> FirstScreen:
    from tui.first_frame import HINTS, FirstScreen

    return FirstScreen(
        article,
        *terminal.size(),
        measure=services.settings.measure,
        outline=services.settings.outline,
        inferred=services.settings.inferred,
        hint=article.hint if services.settings.hints_shown else HINTS,
        receipt=" ".join(services.warnings),
    )


def _theme(services: Services, *, light: bool) -> str:
    theme = services.settings.theme
    return ("paper" if light else "ink") if theme == "auto" or _plain() else theme


def _paint(terminal: Terminal, screen: FirstScreen, theme: str, *, light: bool, enter: bool = False) -> bool:
    """Paint the screen, where its colours are ours; other themes wait for Textual. Tells which it was."""
    from tui.first_frame import colours_of_terminal, encoded
    from tui.looks import PALETTES

    if theme not in PALETTES:
        return False
    written = encoded(
        screen.lines(),
        PALETTES[theme],
        plain=_plain(),
        colours=colours_of_terminal(),
        light=light,
        enter=enter,
    )
    terminal.paint(written)
    return True


def _bring_textual(
    terminal: Terminal, services: Services, screen: FirstScreen, paint: Callable[[], object] | None
) -> bool:
    """Import Textual, and answer keys meanwhile, if there is what paints; tells whether the reader quits."""
    from contextlib import suppress
    from threading import Thread

    ready, done = os.pipe()

    def bring() -> None:
        # What fails here fails again, and is told, where it is imported next.
        with suppress(Exception):
            import tui.app
            import tui.driver  # noqa: F401
        os.write(done, b".")

    # A daemon, because who quits does not wait for it.
    thread = Thread(target=bring, daemon=True)
    thread.start()
    # Keys that the reader chose himself are Textual's to find out.
    if paint is not None and not services.settings.keys:
        from tui.early_keys import EarlyKeys, Outcome

        keys = EarlyKeys(terminal, screen, paint)
        if keys.answer(ready) is Outcome.QUIT:
            return True
    thread.join()
    os.close(ready)
    os.close(done)
    gc.freeze()
    gc.enable()
    return False


def _read(
    terminal: Terminal,
    services: Services,
    screen: FirstScreen,
    *,
    light: bool,
    painted: bool,
    found: Traced | Arrival | None,
) -> int:
    """Let Textual take over, from the screen that was painted."""
    from tui import paste_parser
    from tui.app import Pincite
    from tui.driver import driver_after
    from tui.first_frame import colours_of_terminal

    paste_parser.use()

    begun = screen if painted else None
    driver = driver_after(terminal)
    app = Pincite(
        services,
        screen.article,
        light=light,
        sixteen=colours_of_terminal() == "16",
        begun=begun,
        found=found,
        driver_class=driver,
    )
    app.run()
    return app.return_code or 0


def _keep(services: Services, screen: FirstScreen) -> None:
    """Keep the article and the place, for a reader who leaves before Textual is there."""
    from tui.opening import remember

    article, library = screen.article, services.library
    if article.rest:
        article.rest.close()
    if library is None or services.private:
        return
    # Of large markup only the beginning is here.
    if not article.begun:
        article = remember(library, article)
    if article.id is not None:
        library.keep_place(article.id, screen.view.cursor, article.digest)
        library.touch(article.id)
