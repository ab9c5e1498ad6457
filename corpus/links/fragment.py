"""Where the fragment of an address leads: to a name in the page, or to words that stand in it."""

from __future__ import annotations

from urllib.parse import unquote

from corpus.document import Document, Readable
from corpus.links.reading import DIRECTIVE, read_link
from corpus.links.resolving import resolve


def place_of_fragment(document: Readable, fragment: str) -> int | None:
    """The offset that a fragment leads to, written as behind “#”; None where the page has no such place.

    Where it has both, words are looked for first, as URL Fragment Text Directives (§ 3.5) say.
    """
    name, _, directives = fragment.partition(DIRECTIVE)
    link = read_link(f"https://page/#{DIRECTIVE}{directives}") if directives else None
    if link and (passages := resolve(document, link)):
        return passages[0][0]
    anchors = document.anchors if isinstance(document, Document) else {}
    return next((anchors[one] for one in (name, unquote(name)) if one and one in anchors), None)
