"""Which markup a text is written in whose name does not say so, told by signs that no plain text has."""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression

_CERTAIN: Final = {
    "rst": expression(
        r"^\.\. (?:[a-z][\w:-]{1,40}::(?:[ \t]|$)|_[^:\n]{1,80}:(?:[ \t]|$)|\|[^|\n]{1,40}\| [a-z]+::)",
        re.MULTILINE,
    ),
    "org": expression(
        r"^#\+(?:title|author|begin_src|begin_quote|options|startup):?", re.MULTILINE | re.IGNORECASE
    ),
    "asciidoc": expression(
        r"^(?:\[(?:verse|source|listing|quote|cols|NOTE|TIP|WARNING)\b[^\]\n]{0,200}\]$|include::\S{1,200}\[)"
        r"|^\[\[[\w-]{1,80}\]\]$|\blinkgit:[\w-]+\[",
        re.MULTILINE,
    ),
}
_HELD: Final = {"rst": ".. ", "org": "#+", "asciidoc": "["}
"""What stands in each of those: most texts have none of them, and are not looked through."""
_LIKELY: Final = {
    "rst": expression(
        r"(?<!\w)``[^`\n]{1,100}``(?!\w)|:[a-z]{2,20}:`[^`\n]{1,100}`|^(?:={4,}|-{4,}|~{4,}|\*{4,})$",
        re.MULTILINE,
    ),
    "org": expression(r"^\*+ \S", re.MULTILINE),
    "asciidoc": expression(r"^(?:={1,5} \S|={4,}$|-{4,}$|:[\w-]{2,40}:)|\S::$", re.MULTILINE),
}


def markup_of(start: str) -> str:
    """The name of the format of a text by its beginning; "" where nothing tells of one.

    Something that only that format has must be there twice, or once with something that is likely there.
    """
    for format, certain in _CERTAIN.items():
        found = len(certain.findall(start)) if _HELD[format] in start else 0
        if found > 1 or (found and _LIKELY[format].search(start)):
            return format
    return ""
