"""What the tray of clips needs the reader for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.citation.style import Cited
    from corpus.clip import Clip
    from tui import copying


@dataclass(frozen=True, slots=True)
class ClipWays:
    """What the tray asks the reader to do.

    `jump` goes to where a clip was taken from: it tells that it is waited for, or why that cannot be, and
    that the tray is to make way; `stop` gives that up, and tells whether it went on. `copy` brings what
    is made for it to the clipboard (behind the page, if that takes long), and tells what became of it;
    `style` lets one choose a style, shown on what is cited, and tells which one is kept from now on, and
    what is to be said of it. `unkept` has what was typed and could not be kept, by the clip's id and by
    what it was typed for: it stands in the prompt when that is opened again.
    """

    jump: Callable[[Clip, Callable[[str], None], Callable[[], object]], None]
    stop: Callable[[], bool]
    copy: Callable[[Callable[[], copying.Clip], Callable[[str], None]], None]
    style: Callable[[Cited, Callable[[str, str], None]], None]
    unkept: dict[tuple[int, str], str]
