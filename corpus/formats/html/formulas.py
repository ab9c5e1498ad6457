"""Formulas in a page, each read once: pages hold many of them twice or three times, for eyes and for ears.

KaTeX, MathJax 2 to 4 and MediaWiki write MathML beside what they paint; MathJax 2 keeps the TeX in a script.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.formats import mathml
from corpus.sanitiser import clean_line

_PAINTED: Final = frozenset("katex katex-display mwe-math-element".split())
_MATHJAX: Final = frozenset("MathJax MathJax_Display MathJax_SVG MathJax_SVG_Display MathJax_CHTML".split())
_TEX: Final = ("math/tex", "math/latex", "text/x-mathjax-tex")
_LONGEST: Final = 10_000


class Formula(NamedTuple):
    """A formula in words ("" for one that is read elsewhere), and whether it stands on a line of its own."""

    words: str
    display: bool = False


def formula_of(node: LexborNode, attributes: Mapping[str, str | None]) -> Formula | None:
    """The formula that an element holds, and nothing else beside it; None for any other element."""
    tag = node.tag
    if tag == "math":
        return Formula(mathml.words_of(node), attributes.get("display") == "block")
    if tag == "script":
        kind = (attributes.get("type") or "").lower()
        if not kind.startswith(_TEX) or _is_painted(node.prev):
            return None
        return Formula(clean_line(node.text())[:_LONGEST], "mode=display" in kind)
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
        return Formula(mathml.words_of(math), display or math.attributes.get("display") == "block")
    tex = clean_line(attributes.get("data-latex") or "")
    return Formula(tex[:_LONGEST], display) if tex else None


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
