"""Formulas of TeX that stand unrendered in words, between the delimiters of MathJax, KaTeX and Pandoc."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats import tex

_CLOSING: Final = {"\\(": "\\)", "\\[": "\\]", "$$": "$$", "$": "$"}
_OPENING: Final = expression(
    r"\\[(\[]|\${4,}|\$\$|\$(?!\s)|\\begin\{(?P<rows>(?:equation|align|gather|eqnarray|multline)\*?)\}"
)
_RULE: Final = "$$$$"
"""So many dollars, or more, hold nothing: they are a rule, or were typed to no end."""
_COMMAND: Final = expression(r"\\[a-zA-Z]")
_WORD: Final = expression(r"[^\W\d_]{3}")
_LETTER: Final = expression(r"[^\W\d_]")


class Formula(NamedTuple):
    """A formula in words: where its delimiters stand, what is between them, and its line ("" for none)."""

    start: int
    end: int
    written: str
    line: str
    display: bool


def formulas_in(text: str, *, dollars: bool) -> Iterator[Formula]:
    """The formulas of a page that has them rendered by a script; `dollars` tells that "$x$" is one."""
    reached = 0
    closes: dict[str, int] = {}
    # Each search begins where the last formula ends: "$$a$$$$b$$" has two, and no rule in it.
    while opening := _OPENING.search(text, reached):
        reached = opening.end()
        if opening[0].startswith(_RULE) or (opening[0] == "$" and not dollars):
            continue
        closing = _closing(opening[0], opening["rows"])
        inner = opening.start() if opening["rows"] else opening.end()
        at = closes.get(closing, opening.end() - 1)
        if 0 <= at < opening.end():
            at = closes[closing] = text.find(closing, opening.end())
        if at < 0 or at - opening.end() > tex.LONGEST:
            continue
        reached = at + len(closing)
        written = text[inner : reached if opening["rows"] else at]
        if opening[0] == "$" and not _may_be_one(text, inner, at):
            reached = at
            continue
        yield Formula(opening.start(), reached, written, tex.line(written), opening[0] not in ("\\(", "$"))


def formula_at(text: str, start: int) -> Formula | None:
    """The formula that begins at an offset of Markdown, whose own signs stand between the same delimiters.

    There "\\[" is a bracket that is no link's, and "$" may be money: only what reads as a formula is one.
    """
    opening = _OPENING.match(text, start)
    if opening is None or opening[0].startswith(_RULE):
        return None
    closing = _closing(opening[0], opening["rows"])
    at = text.find(closing, opening.end(), opening.end() + tex.LONGEST)
    if at < 0 or (opening[0] == "$" and not _may_be_one(text, opening.end(), at)):
        return None
    end = at + len(closing)
    written = text[start:end] if opening["rows"] else text[opening.end() : at]
    if opening[0] in ("\\(", "\\[") and _COMMAND.search(written) is None:
        return None
    return Formula(start, end, written, tex.line(written), opening[0] not in ("\\(", "$"))


def _closing(opening: str, rows: str | None) -> str:
    return f"\\end{{{rows}}}" if rows else _CLOSING[opening]


def _may_be_one(text: str, inner: int, end: int) -> bool:
    """Whether what stands between two dollars is no words between two prices: Pandoc's rule, and more."""
    written = text[inner:end]
    if not written.strip() or written[0].isspace() or written[-1].isspace():
        return False
    if text[end + 1 : end + 2].isalnum() or text[max(0, inner - 2) : inner - 1].isalnum():
        return False
    if _COMMAND.search(written):
        return True
    if _WORD.search(written) or _LETTER.search(written) is None or "\n" in written:
        return False
    return not written[0].isdigit() or tex.is_tex(written)
