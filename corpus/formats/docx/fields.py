"""Fields of a Word file: what is computed, of which the last result is read and the instruction is not.

Source: ECMA-376 Part 1, § 17.16.
"""

from __future__ import annotations

from typing import Final

from corpus.expression import expression

_LEFT_OUT: Final = frozenset(("TOC", "INDEX"))
_LINK: Final = expression(r'\s*HYPERLINK\s+(?:"(?P<address>[^"]{0,2000})"|(?P<bare>[^\s\\"]{1,2000}))?', 2)
_PLACE: Final = expression(r'\\l\s+"?(?P<name>[^"\s]{1,200})"?')
_REFERENCE: Final = expression(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(?P<name>[^\s\\\"]{1,200})[^\"]*\\h", 2)
_MOST: Final = 100
_LONGEST: Final = 4_000


class _Field:
    __slots__ = ("in_result", "instruction", "is_link")

    def __init__(self) -> None:
        self.instruction = ""
        self.in_result = False
        self.is_link = False


class Fields:
    """The fields that are open; they may reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def hidden(self) -> bool:
        """Whether what comes is no words: an instruction, or a table of contents."""
        return any(not field.in_result or _kind(field) in _LEFT_OUT for field in self._open)

    def begin(self) -> None:
        """A field begins: first its instruction."""
        if len(self._open) < _MOST:
            self._open.append(_Field())

    def instruct(self, text: str) -> None:
        """Some of its instruction."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].instruction) < _LONGEST:
            self._open[-1].instruction += text

    def separate(self) -> str:
        """Its result begins; where it leads, if it is a link."""
        if not self._open:
            return ""
        field = self._open[-1]
        field.in_result = True
        target = "" if self.hidden else target_of(field.instruction)
        field.is_link = bool(target)
        return target

    def end(self) -> bool:
        """It ends; whether it was a link."""
        return self._open.pop().is_link if self._open else False

    def give_up(self) -> bool:
        """End all that hide what comes: whether there were any. A heading stands in no table of contents."""
        hidden = self.hidden
        if hidden:
            self._open = []
        return hidden


def is_left_out(instruction: str) -> bool:
    """Whether the result of a field with that instruction is left out."""
    return instruction.split(None, 1)[:1] in ([kind] for kind in _LEFT_OUT)


def target_of(instruction: str) -> str:
    """Where a field leads that is a link or a reference; "" for any other."""
    if match := _LINK.match(instruction):
        address = match["address"] or match["bare"] or ""
        place = _PLACE.search(instruction)
        return f"{address}#{place['name']}" if place else address
    match = _REFERENCE.match(instruction)
    return f"#{match['name']}" if match else ""


def _kind(field: _Field) -> str:
    return next(iter(field.instruction.split(None, 1)), "").upper()
