"""Finding the words that a link leads to.

URL Fragment Text Directives (W3C Community Group draft), “find a range from a text directive”: the first
place is meant at which all terms of a directive stand as it says. A browser looks in the page, and here it is
the clean text that is looked in: the place is the same as far as the words are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.document import Document, Readable
from corpus.links.link import Link, TextDirective
from corpus.links.surface import Surface, folded_term, surface_of
from corpus.links.word_bounds import has_words

_SLICE: Final = 1 << 20
"""Characters of a large text that are looked through at once."""
_LONGEST: Final = 1 << 18
"""Characters that a passage of a large text may have to be found whatever slice it begins in."""


def resolve(document: Readable, link: Link) -> tuple[tuple[int, int], ...]:
    """The passages of a document that the text directives of a link lead to: offsets, in the link’s order.

    A directive whose words are not there has none: fewer passages than directives tell so.
    """
    found: dict[int, tuple[int, int]] = {}
    sign = document.permalink if isinstance(document, Document) else ""
    directives = [
        one._replace(prefix=one.prefix.removesuffix(sign)) if sign else one for one in link.directives
    ]
    for base, surface in _surfaces(document):
        for number, directive in enumerate(directives):
            if number not in found and (span := place_of(surface, directive)):
                found[number] = base + span[0], base + span[1]
        if len(found) == len(link.directives):
            break
    return tuple(found[number] for number in sorted(found))


def place_of(surface: Surface, directive: TextDirective, *, most: int = -1) -> tuple[int, int] | None:
    """The first place that a directive describes: offsets in the surface’s text; None where there is none.

    `most` is how many places of its first term are looked at, and how many of its last; without it, all.
    A suffix without words may be a sign of the page that the text has not: the end of a block is as good.
    """
    start, end, prefix, suffix = terms = [folded_term(term) for term in directive]
    if not start or any(bool(term) != bool(folded) for term, folded in zip(directive, terms, strict=True)):
        return None
    for at in _starts(surface, prefix, start, ends_word=bool(end) or not suffix, most=most):
        until = at + len(start)
        if end:
            # Where no end follows this start, none follows a later one.
            last = _end(surface, end, suffix, until, most)
            return surface.span(at, last) if last else None
        if not suffix or _follows(surface, suffix, until):
            return surface.span(at, until)
    return None


def _starts(surface: Surface, prefix: str, start: str, *, ends_word: bool, most: int) -> Iterator[int]:
    """Every place of the first term that follows the prefix, where there is one."""
    if not prefix:
        yield from surface.places_of(start, 0, ends_word=ends_word, most=most)
        return
    for at in surface.places_of(prefix, 0, ends_word=False, most=most):
        behind = surface.skip_space(at + len(prefix))
        if surface.stands(start, behind, ends_word=ends_word):
            yield behind


def _end(surface: Surface, end: str, suffix: str, start: int, most: int) -> int:
    """Where the first last term ends that the suffix follows; 0 where there is none."""
    for at in surface.places_of(end, start, ends_word=not suffix, most=most):
        until = at + len(end)
        if not suffix or _follows(surface, suffix, until):
            return until
    return 0


def _follows(surface: Surface, suffix: str, at: int) -> bool:
    if surface.stands(suffix, surface.skip_space(at), ends_word=True):
        return True
    return not has_words(suffix) and surface.folded[at : at + 1] in ("", "\n")


def _surfaces(document: Readable) -> Iterator[tuple[int, Surface]]:
    """The surface of a document; of a large text one slice after the other."""
    if isinstance(document, Document):
        yield 0, surface_of(document.text, document.blocks)
        return
    for base in range(0, len(document.text), _SLICE):
        # Cut in front of a block: no passage may begin in the midst of a word.
        block = document.block_near(base) if base else None
        first = block.start if block else 0
        yield first, surface_of(document.text[first : base + _SLICE + _LONGEST])
