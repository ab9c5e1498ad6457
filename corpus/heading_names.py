"""Headings by the names that links give them where their source wrote none: as sites and tools make them up.

“What’s new?” is #whats-new on GitHub, #what-s-new in Sphinx, #_whats_new in AsciiDoc: letters and digits are
what they agree on. The second of the same name is #whats-new-1.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.document import Document, Kind

_BETWEEN: Final = re.compile(r"[\W_]+")
_AGAIN: Final = re.compile(r"(.*?)[-_](\d{1,4})")
_MOST: Final = 200_000
"""Blocks that are looked through."""


def heading_called(document: Document, name: str) -> int | None:
    """The offset of the heading that a name is made of; None where no heading is called so."""
    wanted, again = _plain(name), _AGAIN.fullmatch(name)
    before, count = (_plain(again[1]), int(again[2])) if again else ("", 0)
    if not wanted:
        return None
    numbered = None
    for block in document.blocks[:_MOST]:
        if block.kind is not Kind.HEADING:
            continue
        called = _plain(document.text[block.start : block.end])
        if called == wanted:
            return block.start
        if before and called == before:
            count -= 1
            if count < 0 and numbered is None:
                numbered = block.start
    return numbered


def _plain(name: str) -> str:
    return _BETWEEN.sub("", name.casefold())
