"""Where the fragment of an address leads: to words of an article, a name in it, or a heading called so."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

from corpus.document import Document, Readable

_DIRECTIVE = ":~:"


class Aim(NamedTuple):
    """The offset where a fragment leads, and the words that it means there, if it means some."""

    offset: int
    words: tuple[int, int] | None = None


def aim_of(document: Readable, fragment: str) -> Aim | None:
    """Where a fragment leads, written as behind “#”; None where the article has no such place.

    Where it has both, words are looked for first, as URL Fragment Text Directives (§ 3.5) say.
    """
    name, _, directives = fragment.partition(_DIRECTIVE)
    if directives:
        from corpus.links import read_link, resolve  # not above: few fragments lead to words

        link = read_link(f"https://page.invalid/#{_DIRECTIVE}{directives}")
        if link and (spans := resolve(document, link)):
            return Aim(spans[0][0], spans[0])
    if not name or not isinstance(document, Document):
        return None
    for one in (name, unquote(name)):
        if (offset := document.anchors.get(one)) is not None:
            return Aim(offset)
    from corpus.heading_names import heading_called  # not above: most places are named in the source

    found = heading_called(document, unquote(name))
    return None if found is None else Aim(found)
