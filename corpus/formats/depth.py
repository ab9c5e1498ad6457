"""Pages that are nested without end, told before they are parsed.

The parser takes time in the square of the depth, and cannot be stopped.
"""

from __future__ import annotations

from typing import Final

from corpus.errors import CannotOpen
from corpus.expression import expression

DEEPEST: Final = 2_000

_LONGEST: Final = 1_000
_FLAT: Final = (
    "area base br caption col colgroup dd dt embed hr img input li link meta optgroup option p param rb rp rt"
    " rtc source tbody td tfoot th thead tr track wbr"
)
# Capitals are told here and there: where they are the same throughout, "<" is looked for more slowly.
_TAG: Final = expression(rf"<(/?)(?!(?i:{_FLAT.replace(' ', '|')})\b)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
# Elsewhere, in drawings and formulas, what ends in "/>" is closed by that; these are not (HTML § 13.1.2.1).
_OPEN_ALL_THE_SAME: Final = frozenset(
    "article aside b big blockquote center code details dir div dl em fieldset figure font footer form header"
    " i main menu nav ol s section small span strike strong sub summary sup table tt u ul".split()
)


def refuse_bottomless(text: str) -> None:
    """Raise CannotOpen for HTML that is nested more than `DEEPEST` deep."""
    depth = 0
    within: dict[str, int] = {}
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if match[1]:
            # An end of what was never begun ends nothing.
            if within.get(name):
                within[name] -= 1
                depth -= 1
            continue
        end = text.find(">", match.end(), match.end() + _LONGEST)
        if end < 0 or (text[end - 1] == "/" and name not in _OPEN_ALL_THE_SAME):
            continue
        within[name] = within.get(name, 0) + 1
        depth += 1
        if depth > DEEPEST:
            raise CannotOpen(
                "This page is nested more than 2,000 deep: it was made to break readers, and stays shut."
            )
