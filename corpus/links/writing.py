"""Writing a link to a passage: by the specification to the page on the web, else one of our own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from corpus.document import Document, Readable
from corpus.identifiers import web_address
from corpus.links.covering import directives_for
from corpus.links.link import TextDirective
from corpus.links.reading import DIRECTIVE, SCHEME
from corpus.links.surface import surface_of
from corpus.sanitiser import clean_line
from corpus.title import shown_title

if TYPE_CHECKING:
    from corpus.clip import Clip

DIGEST: Final = 16
"""Characters of an article’s SHA-256 in hexadecimal that a link of our own has."""
_TITLE: Final = 80
"""Characters of its title that it has, at the most."""
_NEAR: Final = 50_000
"""Characters on either side of a passage of a large text that are looked through for the same words."""


def link_to(document: Readable, spans: Iterable[tuple[int, int]], *, url: str | None = None) -> str:
    """A link to the passages [start, end) of a document, in the order given.

    It is one of the web where `url`, or else the document’s metadata, has an address: a browser then goes to
    the words (URL Fragment Text Directives, § 3.2). Else it begins with `pincite:` and names the article by
    its title and the beginning of its digest. Passages without words are left out of it.
    """
    spans = tuple(spans)
    whole = isinstance(document, Document)
    if isinstance(document, Document):
        base, surface = 0, surface_of(document.text, document.blocks)
    else:
        base = max(0, min((start for start, _ in spans), default=0) - _NEAR)
        last = max((end for _, end in spans), default=0) + _NEAR
        surface = surface_of(document.text[base:last])
    found = [
        one
        for start, end in spans
        for one in directives_for(document, surface, base, start, end, whole=whole)
    ]
    digest = document.digest if isinstance(document, Document) else ""
    address = web_address(document.metadata.url if url is None else url)
    return _link(address or _our_address(shown_title(document), digest), found)


def link_of(clip: Clip) -> str:
    """A link to the words of a clip, made of what is kept with it: the article may be gone, or another.

    Words that the article had at several places have others around them.
    """
    extract = clip.extract
    surface = surface_of(extract.text, extract.blocks)
    found = [
        one
        for part, (start, end) in zip(clip.parts, clip.taken, strict=True)
        for one in directives_for(extract, surface, 0, start, end, whole=not part.repeated)
    ]
    return _link(web_address(clip.metadata.url) or _our_address(clip.called, clip.digest), found)


def _link(address: str, found: Iterable[TextDirective]) -> str:
    directives = "&".join("text=" + _written(directive) for directive in found)
    if not directives:
        return address
    # An element’s name stays before the directive: where the words are gone, a browser goes there.
    before, _, _ = address.partition(DIRECTIVE)
    return f"{before}{'' if '#' in before else '#'}{DIRECTIVE}{directives}"


def _our_address(title: str, digest: str) -> str:
    named = f"{SCHEME}{quote(_shortened(clean_line(title)), safe='')}"
    return f"{named}?sha256={digest[:DIGEST]}" if digest else named


def _shortened(title: str) -> str:
    if len(title) <= _TITLE:
        return title
    return title[: _TITLE + 1].rsplit(" ", 1)[0][:_TITLE].rstrip()


def _written(directive: TextDirective) -> str:
    """§ 3.2: [prefix-,]start[,end][,-suffix], all encoded but what stands for itself in any URL."""
    parts = [_encoded(directive.prefix) + "-" if directive.prefix else "", _encoded(directive.start)]
    parts += [_encoded(directive.end), "-" + _encoded(directive.suffix) if directive.suffix else ""]
    return ",".join(part for part in parts if part)


def _encoded(term: str) -> str:
    # In code a browser looks for line breaks and the white space around them as they are.
    words = term if "\n" in term else " ".join(term.split())
    return quote(words, safe="").replace("-", "%2D")
