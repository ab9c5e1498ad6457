"""Plain text as LaTeX prints it, for an engine that reads UTF-8: what `latex_decoding` reads back."""

from __future__ import annotations

import re
from typing import Final

# Kept by `re` once compiled: none is compiled at import. The last three would be drawn together.
_SIGNS: Final = r"""[\\{}$&#%_^~<>|`"]|(?<=-)-|(?<=,),|(?<=')'"""
_WRITTEN: Final = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\(|\)",
    "`": r"\`{}",
    '"': '"{}',
    "-": "{}-",
    ",": "{},",
    "'": "{}'",
}


def encoded(text: str) -> str:
    """The text so that TeX prints it as it stands. A straight apostrophe comes out curved, as all do."""
    return re.sub(_SIGNS, lambda sign: _WRITTEN.get(sign[0], f"\\{sign[0]}"), text)
