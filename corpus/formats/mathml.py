"""Formulas of MathML as one line that can be read: "x = (−b ± √(b² − 4ac))/2a".

Source: MathML 3 (https://www.w3.org/TR/MathML3/), chapters 3 (presentation) and 5 (annotations).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from corpus.expression import expression
from corpus.formats import formula, tex
from corpus.sanitiser import clean_line

_LONGEST: Final = 10_000
_LEAVES: Final = frozenset("mi mn mo mtext ms -text".split())
_LEFT_OUT: Final = frozenset("annotation annotation-xml mphantom mprescripts maligngroup malignmark".split())
_CONTENT: Final = frozenset("apply cn ci csymbol bind lambda piecewise".split())
# Relations and operators between two things; what stands first in its row is a sign, and has no space.
_BETWEEN: Final = frozenset("=≠≈≡≅≃∼<>≤≥≪≫⩽⩾∝∈∉⊂⊆⊃⊇→⟶←↦⇒⟹⇔⟺+−±∓×⋅·∗÷∪∩∧∨⊕⊗≔:|∣∥") - frozenset("⋅·|∣∥∗:")
_INVISIBLE: Final = str.maketrans("", "", "\u2062\u2063\u2064")
_APPLIED: Final = "\u2061"
_ACCENTS: Final = {
    "^": "\u0302", "ˆ": "\u0302", "¯": "\u0304", "‾": "\u0304", "→": "\u20d7", "⃗": "\u20d7", "~": "\u0303",
    "˜": "\u0303", ".": "\u0307", "˙": "\u0307", "..": "\u0308", "¨": "\u0308", "ˇ": "\u030c",
}  # fmt: skip
_SPACES: Final = expression(r"\s+")


def words_of(math: LexborNode) -> str:
    """The words of a `<math>` element: of what it shows, else of its annotation in TeX or its `alttext`."""
    if not _has_content(math) and (words := _shown(math)):
        return words[:_LONGEST]
    written = annotation_of(math)
    return (tex.line(written) or written or clean_line(math.attributes.get("alttext") or "") or _shown(math))[
        :_LONGEST
    ]


def _has_content(math: LexborNode) -> bool:
    return any(node.tag in _CONTENT for node in math.css("apply, bind, piecewise"))


def annotation_of(math: LexborNode) -> str:
    """The TeX that a formula was written in, where it is told."""
    note = math.css_first('annotation[encoding*="tex" i]')
    return clean_line(note.text()) if note else ""


class _Row:
    """A thing that is being read: what its parts are as words, so far."""

    __slots__ = ("node", "parts", "tags")

    def __init__(self, node: LexborNode) -> None:
        self.node = node
        self.parts: list[str] = []
        self.tags: list[str] = []


def _shown(math: LexborNode) -> str:
    """What the presentation says. Not recursive: it may be deeper than Python's stack."""
    stack = [_Row(math)]
    node = math.child
    while True:
        if node is not None:
            tag = node.tag or ""
            if tag in _LEAVES:
                stack[-1].parts.append(_leaf(node, tag))
                stack[-1].tags.append(tag)
            elif tag not in _LEFT_OUT and tag[:1] != "-":
                stack.append(_Row(node))
                node = node.child
                continue
            elif tag == "mprescripts":
                stack[-1].parts.append("")
                stack[-1].tags.append(tag)
            node = node.next
            continue
        done = stack.pop()
        words = _READINGS.get(done.node.tag or "", _row)(done)
        if not stack:
            return clean_line(words)
        stack[-1].parts.append(words)
        stack[-1].tags.append(done.node.tag or "")
        node = done.node.next


def _leaf(node: LexborNode, tag: str) -> str:
    if tag == "-text":
        return _SPACES.sub(" ", node.text_content or "")
    words = clean_line(node.text())
    if tag == "mo":
        return "−" if words == "-" else words
    return words.translate(_INVISIBLE)


def _things(row: _Row) -> list[str]:
    """The parts of a thing that are elements: what stands between these is white space."""
    return [part.strip() for part, tag in zip(row.parts, row.tags, strict=True) if tag != "-text"]


def _row(row: _Row) -> str:
    """Things side by side, with spaces around the operators between two of them."""
    pieces: list[str] = []
    last = len(row.parts) - 1
    for index, (part, tag) in enumerate(zip(row.parts, row.tags, strict=True)):
        if tag == "-text":
            if part.strip():
                pieces.append(part)
        elif tag != "mo":
            pieces.append(f" {part} " if tag == "mtext" else part)
        elif part in _BETWEEN and pieces and index < last and not _opens(pieces[-1]):
            pieces.append(f" {part} ")
        elif part in (",", ";"):
            pieces.append(f"{part} ")
        elif part == _APPLIED:
            pieces.append("" if row.parts[index + 1 : index + 2] == ["("] else " ")
        else:
            pieces.append(part.translate(_INVISIBLE))
    return _SPACES.sub(" ", "".join(pieces))


def _opens(before: str) -> bool:
    return before[-1:] in ("(", "[", "{", " ", "")


def _of(read: Callable[..., str], *order: int) -> Callable[[_Row], str]:
    """Read a thing by its parts, in this order; a thing that lacks one is a row."""

    def reading(row: _Row) -> str:
        things = _things(row)
        if len(things) <= max(order):
            return _row(row)
        return read(*(things[index] for index in order))

    return reading


def _fraction(row: _Row) -> str:
    things = _things(row)
    if len(things) != 2:
        return _row(row)
    if (row.node.attributes.get("linethickness") or "").strip() in ("0", "0pt", "0px"):
        return f"({things[0]} choose {things[1]})"
    return formula.over(*things)


def _accented(base: str, above: str) -> str:
    sign = _ACCENTS.get(above)
    if sign is None:
        return base + formula.high(above)
    return base + sign if len(base) == 1 else formula.grouped(base) + sign


def _fenced(row: _Row) -> str:
    attributes = row.node.attributes
    opening = attributes.get("open", "(") or ""
    closing = attributes.get("close", ")") or ""
    separator = (attributes.get("separators", ",") or "")[:1]
    return clean_line(opening) + f"{separator} ".join(_things(row)) + clean_line(closing)


def _table(row: _Row) -> str:
    return "; ".join(_things(row))


def _cells(row: _Row) -> str:
    return ", ".join(_things(row))


def _scripts(row: _Row) -> str:
    """A base with pairs of low and high, and behind `mprescripts` those that stand before it."""
    things, tags = [], []
    for part, tag in zip(row.parts, row.tags, strict=True):
        if tag != "-text":
            things.append(part.strip())
            tags.append(tag)
    split = tags.index("mprescripts") if "mprescripts" in tags else len(things)
    base, behind, before = things[:1], things[1:split], things[split + 1 :]
    return _pairs(before) + "".join(base) + _pairs(behind)


def _pairs(things: Sequence[str]) -> str:
    padded = [*things, ""]
    return "".join(formula.high_and_low(padded[at + 1], padded[at]) for at in range(0, len(things), 2))


_READINGS: Final[dict[str, Callable[[_Row], str]]] = {
    "mfrac": _fraction,
    "msqrt": lambda row: formula.root(_row(row)),
    "mroot": _of(formula.root, 0, 1),
    "msup": _of(lambda base, above: base + formula.high(above), 0, 1),
    "msub": _of(lambda base, below: base + formula.low(below), 0, 1),
    "msubsup": _of(lambda base, below, above: base + formula.high_and_low(above, below), 0, 1, 2),
    "mover": _of(_accented, 0, 1),
    "munder": _of(lambda base, below: base + formula.low(below), 0, 1),
    "munderover": _of(lambda base, below, above: base + formula.high_and_low(above, below), 0, 1, 2),
    "mmultiscripts": _scripts,
    "mfenced": _fenced,
    "mtable": _table,
    "mtr": _cells,
    "mlabeledtr": _cells,
    "mspace": lambda _row: " ",
    "none": lambda _row: "",
    "maction": _of(str, 0),
}
