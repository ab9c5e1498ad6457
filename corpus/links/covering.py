"""The text directives that name a passage: one, where one can; else several, or whole lines of code.

A directive of a beginning and an end takes the first end there is. Where the passage ends in words that it
has before, such as a list whose entries have the like, its last lines get directives of their own, each
beside the one before. A browser highlights what all directives lead to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.document import FILLER, Kind, Readable
from corpus.links.link import TextDirective
from corpus.links.runs import run_at
from corpus.links.surface import Surface
from corpus.links.terms import leads_to, named
from corpus.links.word_bounds import has_words

_PARTS: Final = 6
"""Lines at the beginning or the end of a passage that get directives of their own, at the most."""
_LINES: Final = (2, 3, 5, 8)
"""How many lines of code a term has, in turn."""
_CODE: Final = 600
"""Characters of a term of code, at the most."""


def directives_for(
    document: Readable, surface: Surface, base: int, start: int, end: int, *, whole: bool
) -> tuple[TextDirective, ...]:
    """The text directives of the passage [start, end) of a document; none where it has no words.

    `surface`, `base` and `whole` are as for `corpus.links.terms.named`. Where nothing tells the passage from
    others, they are those with the most words around it.
    """
    found = named(document, surface, base, start, end, whole=whole)
    if found is None or found.certain:
        return found.directives if found else ()

    def certain(first: int, last: int) -> tuple[TextDirective, ...]:
        part = named(document, surface, base, first, last, whole=whole)
        return part.directives if part and part.certain else ()

    ends = _ends(document, start, end)
    after: tuple[TextDirective, ...] = ()
    until = end
    for cut in ends:
        if not (last := certain(cut, until)):
            break
        after, until = last + after, cut
        if first := certain(start, cut):
            return first + after
    before: tuple[TextDirective, ...] = ()
    since = start
    for cut in _beginnings(document, start, end):
        if not (first := certain(since, cut)):
            break
        before, since = before + first, cut
        if last := certain(cut, end):
            return before + last
    return _of_code(document, surface, base, start, end) or found.directives


def _ends(document: Readable, start: int, end: int) -> Iterator[int]:
    """Where the last lines of a passage begin, from the last on."""
    for _ in range(_PARTS):
        words = document.text[start:end].replace(FILLER, " ")
        end = start + len(words.rstrip())
        if end == start or (end := run_at(document, end - 1).start) <= start:
            return
        if has_words(document.text[start:end]):
            yield end


def _beginnings(document: Readable, start: int, end: int) -> Iterator[int]:
    """Where the second line of a passage begins, and those behind it."""
    for _ in range(_PARTS):
        words = document.text[start:end].replace(FILLER, " ")
        start = end - len(words.lstrip())
        if start == end or (start := run_at(document, start).end) >= end:
            return
        if has_words(document.text[start:end]):
            yield start


def _of_code(
    document: Readable, surface: Surface, base: int, start: int, end: int
) -> tuple[TextDirective, ...]:
    """A directive whose terms are lines of code with the breaks between them; none where none leads there."""
    first, last = document.block_near(start), document.block_near(end - 1)
    if Kind.CODE not in (first.kind, last.kind):
        return ()
    words = document.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    bodies = []
    for lines in _LINES:
        head = _head(document, start, min(end, first.end), lines)
        tail = _tail(document, max(start, last.start), end, lines)
        if len(head) + len(tail) >= end - start:
            break
        bodies.append((head, tail))
    if first == last and end - start <= _CODE:
        bodies.append((document.text[start:end], ""))
    for lines in _LINES:
        prefix = _tail(document, first.start, start, lines) if first.kind is Kind.CODE else ""
        suffix = _head(document, end, last.end, lines) if last.kind is Kind.CODE else ""
        for body in bodies:
            for some, more in (("", ""), (prefix, ""), ("", suffix), (prefix, suffix)):
                directive = TextDirective(*body, some, more)
                if leads_to(surface, directive, start - base, end - base):
                    return (directive,)
    return ()


def _head(document: Readable, start: int, end: int, lines: int) -> str:
    """The first lines with signs in them of a stretch."""
    rows = document.text[start : min(end, start + _CODE)].strip().split("\n")
    return "\n".join(rows[:lines]).rstrip()


def _tail(document: Readable, start: int, end: int, lines: int) -> str:
    """The last lines with signs in them of a stretch."""
    rows = document.text[max(start, end - _CODE) : end].strip().split("\n")
    return "\n".join(rows[-lines:]).lstrip()
