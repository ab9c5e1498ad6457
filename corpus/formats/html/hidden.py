"""What a page holds and does not show: scripts, controls, and what its markup hides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborNode

from corpus.expression import expression

_SKIPPED: Final = frozenset(
    "audio button canvas datalist embed head iframe map meter noembed noframes noscript object progress"
    " script select style svg template textarea title video -comment annotation annotation-xml".split()
)
_FACES: Final = frozenset("a b em i img small span strong sub sup".split())
"""Elements that stand in a line: of these alone, what is hidden from ears is believed to be no words."""
_NOT_SHOWN: Final = expression(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_FOR_EARS: Final = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only".split()
)
_NUMBERS: Final = frozenset(
    "linenos linenodiv lineno linenumber line-numbers line-number gutter gsl_pagenum ocn".split()
)
"""The numbers that tools set beside lines of code, legal databases and SiSU beside all that they print."""
_NOT_PRINTED: Final = frozenset("mw-editsection editsection mw-jump-link mw-cite-backlink copybtn".split())
_FEW: Final = 200
_TITLES: Final = frozenset(f"h{level}" for level in range(1, 7))


def is_skipped(tag: str, attributes: Mapping[str, str | None], node: LexborNode) -> bool:
    """Whether nobody reads an element with these attributes."""
    if tag in _SKIPPED:
        return True
    if tag == "dialog":
        return "open" not in attributes
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true" and tag in _FACES:
        return len(node.text()) < _FEW
    if (style := attributes.get("style")) and _NOT_SHOWN.search(style.lower()):
        return True
    if classes := attributes.get("class"):
        names = classes.split()
        if not _FOR_EARS.isdisjoint(names):
            return tag not in _TITLES and len(node.text()) < _FEW
        return not (_NUMBERS.isdisjoint(names) and _NOT_PRINTED.isdisjoint(names))
    return False
