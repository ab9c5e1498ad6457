"""A quotation in the languages of markup: words that come out as they stand, and blocks."""

from __future__ import annotations

import re
from typing import Final, Protocol

from corpus.citation.phrase import Face, Phrase


class Markup(Protocol):
    """A language that quotations and citations are written in."""

    def words(self, words: Phrase) -> str:
        """The words as they are written so that they come out as they stand, with their faces."""
        ...

    def block(self, words: str, citation: str) -> str:
        """A block quotation of words that are in the language already, and its citation."""
        ...


_MARKUP: Final = r"[\\`*_\[\]<>@$~^#|]"
_LIST_ITEM: Final = r"(?m)^([-+]|\d+(?=[.)]))(?=[.)]?\s)"
_LINE_BREAK: Final = r"(?<!\n)\n(?!\n)"
_FACES: Final = {Face.ITALIC: "*{}*", Face.STRONG: "**{}**", Face.RAISED: "^{}^", Face.CODE: "`{}`"}


class Markdown:
    """Markdown as Pandoc reads it."""

    def words(self, words: Phrase) -> str:
        """The words with a backslash before what would be taken for markup."""
        runs = ((re.sub(_MARKUP, r"\\\g<0>", run.text), run.face) for run in words.runs)
        return "".join(_FACES.get(face, "{}").format(text) for text, face in runs)

    def block(self, words: str, citation: str) -> str:
        """A block quotation, its line breaks kept."""
        words = re.sub(_LIST_ITEM, _escaped_item, words)
        lines = re.sub(_LINE_BREAK, "\\\\\n", words).split("\n")
        return "\n".join(f"> {line}".rstrip() for line in [*lines, citation])


def _escaped_item(match: re.Match[str]) -> str:
    return f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}"


MARKDOWN: Final = Markdown()
