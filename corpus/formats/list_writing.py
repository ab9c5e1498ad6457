"""Lists in lists, told by their signs, written as HTML line by line."""

from __future__ import annotations

from typing import NamedTuple

from corpus.formats.as_html import escaped


class _Open(NamedTuple):
    depth: int
    kind: str


class ListWriting:
    """Opens and closes lists on a list of pieces; a depth is an indentation, or a number of signs."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._open: list[_Open] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def depth(self) -> int:
        """The depth of the innermost list; -1 outside of any."""
        return self._open[-1].depth if self._open else -1

    def item(self, depth: int, kind: str, *, number: str = "", term: str = "", style: str = "1") -> None:
        """Begin an item of a list: "ul", "ol" or "dl". `term` is HTML, `number` the item's own."""
        self.close(depth + 1)
        if self._open and self._open[-1].depth == depth and self._open[-1].kind != kind:
            self.close(depth)
        if not self._open or self._open[-1].depth < depth:
            self._pieces.append(f'<ol type="{style}">' if kind == "ol" else f"<{kind}>")
            self._open.append(_Open(depth, kind))
        else:
            self._pieces.append("</dd>" if kind == "dl" else "</li>")
        if kind == "dl":
            self._pieces.append(f"<dt>{term}</dt><dd>")
        else:
            self._pieces.append(f'<li value="{escaped(number)}">' if number else "<li>")

    def close(self, depth: int = -1) -> None:
        """Close all lists that are as deep as this, or deeper."""
        while self._open and self._open[-1].depth >= depth:
            kind = self._open.pop().kind
            self._pieces.append("</dd></dl>" if kind == "dl" else f"</li></{kind}>")
