"""Formulas in a page, each read once: pages hold many of them twice or three times, for eyes and for ears.

KaTeX, MathJax 2 to 4 and MediaWiki write MathML beside what they paint; MathJax 2 keeps the TeX in a script.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.expression import expression
from corpus.formats import mathml, tex
from corpus.sanitiser import clean_line

_PAINTED: Final = frozenset("katex katex-display mwe-math-element".split())
_MATHJAX: Final = frozenset("MathJax MathJax_Display MathJax_SVG MathJax_SVG_Display MathJax_CHTML".split())
_TEX: Final = ("math/tex", "math/latex", "text/x-mathjax-tex")
_LONGEST: Final = 10_000
_DRAWN: Final = frozenset(
    "math tex latex mwe-math-fallback-image-inline mwe-math-fallback-image-display".split()
)
"""Classes of pictures that show a formula, and have its TeX for an alternative text."""


_CLASSED: Final = expression(r"class=[\"']?math\b")
_DOLLARS: Final = expression(r"[\[{]\s*(?:left:\s*)?(['\"])\$\1\s*,\s*(?:right:\s*)?\1\$\1")
"""MathJax is told of them by "inlineMath: [['$', '$']]", KaTeX by "{left: '$', right: '$'}"."""


class Formula(NamedTuple):
    """A formula in words ("" for one that is read elsewhere), and whether it stands on a line of its own.

    `tex` is how it is written in TeX, where that is known and the words are not the same.
    """

    words: str
    display: bool = False
    tex: str = ""


def dollars_in(text: str) -> bool | None:
    """Whether a page has TeX rendered by a script that takes "$x$" for a formula too; None without one."""
    small = text.lower()
    if not ("mathjax" in small or "katex" in small or _CLASSED.search(small)):
        return None
    return _DOLLARS.search(text) is not None


def formula_of(node: LexborNode, attributes: Mapping[str, str | None]) -> Formula | None:
    """The formula that an element holds, and nothing else beside it; None for any other element."""
    tag = node.tag
    if tag == "math":
        return _of_mathml(node, display=attributes.get("display") == "block")
    if tag == "img":
        drawn = not _DRAWN.isdisjoint((attributes.get("class") or "").split())
        return of_tex(attributes.get("alt") or "") if drawn and attributes.get("alt") else None
    if tag == "script":
        kind = (attributes.get("type") or "").lower()
        if not kind.startswith(_TEX) or _is_painted(node.prev):
            return None
        return of_tex(node.text(), display="mode=display" in kind)
    if tag == "mjx-container":
        return _beside(node, attributes, display="true" in (attributes.get("display") or ""))
    classes = frozenset((attributes.get("class") or "").split())
    if not classes:
        return None
    if "MathJax_Preview" in classes:
        return Formula("")
    if classes & _PAINTED:
        return _beside(node, attributes, display="katex-display" in classes or "mwe-math-display" in classes)
    if classes & _MATHJAX:
        found = _beside(node, attributes, display=any("Display" in name for name in classes))
        # What is painted alone is read from the script behind it.
        return found or (Formula("") if _script_behind(node) else None)
    return None


def _beside(node: LexborNode, attributes: Mapping[str, str | None], *, display: bool) -> Formula | None:
    """The formula of the MathML that an element holds, in it or in an attribute."""
    math = node.css_first("math")
    if math is None:
        holder = node if attributes.get("data-mathml") else node.css_first("[data-mathml]")
        written = (holder.attributes.get("data-mathml") or "") if holder else ""
        math = LexborHTMLParser(written).css_first("math") if written.count("<") < 4 * _LONGEST else None
    if math is not None:
        return _of_mathml(math, display=display or math.attributes.get("display") == "block")
    written = attributes.get("data-latex") or ""
    return of_tex(written, display=display) if written.strip() else None


def _of_mathml(math: LexborNode, *, display: bool) -> Formula:
    return Formula(mathml.words_of(math), display, tex.within_a_line(mathml.annotation_of(math)))


def of_tex(written: str, *, display: bool = False) -> Formula:
    """A formula that is written in TeX: as a line, else as it is written."""
    shown = tex.line(written) or clean_line(written)[:_LONGEST]
    return Formula(shown, display, tex.within_a_line(written))


def _is_painted(node: LexborNode | None) -> bool:
    """Whether what stands before a script shows its formula, with MathML in it."""
    while node is not None and node.tag == "-text" and not (node.text_content or "").strip():
        node = node.prev
    if node is None or node.tag == "-text":
        return False
    classes = frozenset((node.attributes.get("class") or "").split())
    return bool(classes & _MATHJAX) and _beside(node, node.attributes, display=False) is not None


def _script_behind(node: LexborNode) -> bool:
    behind = node.next
    while behind is not None and behind.tag == "-text" and not (behind.text_content or "").strip():
        behind = behind.next
    if behind is None and node.parent is not None:
        behind = node.parent.next  # MathJax_Display is a box around what it shows
    kind = (
        (behind.attributes.get("type") or "").lower() if behind is not None and behind.tag == "script" else ""
    )
    return kind.startswith(_TEX)
