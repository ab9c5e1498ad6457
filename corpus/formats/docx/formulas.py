"""Formulas of a Word file in one line that can be read: "x = (−b ± √(b² − 4ac))/2a".

Source: ECMA-376 Part 1, § 22.1 (Office Math Markup Language).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from corpus.expression import expression
from corpus.formats import formula
from corpus.formats.office.elements import child, is_on, local, value
from corpus.sanitiser import clean_line

_DEEPEST: Final = 60
_LONGEST: Final = 10_000
_OPERATORS: Final = expression(r"\s*([=≠≈≡<>≤≥±∓×÷→⇒⇔∈∪∩∝]|(?<=[^\s(\[{=<>≤≥±×,;])[+−-](?=.))\s*")
_SPACES: Final = expression(r"\s+")


def words_of(element: Element) -> str:
    """The words of `m:oMath`."""
    words = _row(element, 0)
    return clean_line(_SPACES.sub(" ", words))[:_LONGEST]


def _row(element: Element | None, depth: int) -> str:
    """Things side by side, with spaces around what relates two of them."""
    if element is None:
        return ""
    if depth > _DEEPEST:
        return "".join(element.itertext())
    pieces = []
    for one in element:
        name = local(one.tag)
        reading = _READINGS.get(name)
        if reading is not None:
            pieces.append(reading(one, depth + 1))
        elif name in _ROWS:
            pieces.append(_row(one, depth + 1))
    return "".join(pieces)


def _run(element: Element, _depth: int) -> str:
    words = "".join(one.text or "" for one in element if local(one.tag) == "t")
    if is_on(child(child(element, "rPr"), "nor")):
        return words
    return _OPERATORS.sub(r" \1 ", words.replace("-", "−")) if len(words) > 1 else _lone(words)


def _lone(sign: str) -> str:
    """A sign in a run of its own stands between two things, or before one: which cannot be told here."""
    sign = sign.replace("-", "−")
    return f" {sign} " if sign in "=≠≈≡<>≤≥±×÷→⇒⇔∈+−" and sign else sign


def _part(element: Element, name: str, depth: int) -> str:
    return _row(child(element, name), depth).strip()


def _fraction(element: Element, depth: int) -> str:
    above, below = _part(element, "num", depth), _part(element, "den", depth)
    if value(child(child(element, "fPr"), "type")) == "noBar":
        return f"({above} choose {below})"
    return formula.over(above, below)


def _delimited(element: Element, depth: int) -> str:
    properties = child(element, "dPr")
    opening = value(child(properties, "begChr"))
    closing = value(child(properties, "endChr"))
    parting = value(child(properties, "sepChr")) or "|"
    parts = [_row(one, depth).strip() for one in element if local(one.tag) == "e"]
    inside = parting.join(parts)
    # A fraction without its line brings brackets of its own.
    if opening is None and inside.startswith("(") and " choose " in inside and inside.endswith(")"):
        return inside
    return f"{'(' if opening is None else opening}{inside}{')' if closing is None else closing}"


def _many(element: Element, depth: int) -> str:
    """A sum, a product, an integral."""
    sign = value(child(child(element, "naryPr"), "chr"))
    limits = formula.high_and_low(_part(element, "sup", depth), _part(element, "sub", depth))
    return f"{'∫' if sign is None else sign}{limits} {_part(element, 'e', depth)}"


def _accented(element: Element, depth: int) -> str:
    base = _part(element, "e", depth)
    sign = value(child(child(element, "accPr"), "chr"))
    sign = "\u0302" if sign is None else sign
    return (base if len(base) == 1 else formula.grouped(base)) + sign


def _barred(element: Element, depth: int) -> str:
    base = _part(element, "e", depth)
    below = value(child(child(element, "barPr"), "pos")) != "top"
    return (base if len(base) == 1 else formula.grouped(base)) + ("\u0332" if below else "\u0304")


def _function(element: Element, depth: int) -> str:
    return f"{_part(element, 'fName', depth)} {_part(element, 'e', depth)}"


def _matrix(element: Element, depth: int) -> str:
    rows = ([_row(cell, depth).strip() for cell in row] for row in element if local(row.tag) == "mr")
    return "; ".join(", ".join(row) for row in rows)


def _lines(element: Element, depth: int) -> str:
    return "; ".join(_row(one, depth).strip() for one in element if local(one.tag) == "e")


def _grouped(element: Element, depth: int) -> str:
    return _part(element, "e", depth)


def _script(element: Element, depth: int, *, before: bool = False) -> str:
    # Each part is read once: limits of limits would else take twice as long with every one more.
    above = _part(element, "lim" if local(element.tag) == "limUpp" else "sup", depth)
    below = _part(element, "lim" if local(element.tag) == "limLow" else "sub", depth)
    scripts = formula.high_and_low(above, below)
    base = _part(element, "e", depth)
    return scripts + base if before else base + scripts


def _root(element: Element, depth: int) -> str:
    return formula.root(_part(element, "e", depth), _part(element, "deg", depth))


_ROWS: Final = frozenset(
    ("oMath", "e", "num", "den", "box", "borderBox", "ins", "sdt", "sdtContent", "hyperlink")
)
_READINGS: Final[dict[str, Callable[[Element, int], str]]] = {
    "r": _run,
    "f": _fraction,
    "d": _delimited,
    "nary": _many,
    "acc": _accented,
    "bar": _barred,
    "func": _function,
    "m": _matrix,
    "eqArr": _lines,
    "groupChr": _grouped,
    "phant": lambda _element, _depth: "",
    "rad": _root,
    "sSup": _script,
    "sSub": _script,
    "sSubSup": _script,
    "limLow": _script,
    "limUpp": _script,
    "sPre": lambda element, depth: _script(element, depth, before=True),
}
