"""The blocks of a manual page, written as HTML while its macros come."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.formats.as_html import escaped
from corpus.formats.roff.words import Words

_BULLETS: Final = frozenset(("•", "*", "-", "–", "—", "o", "·", "+", "○"))
_NUMBERED: Final = re.compile(r"[(\[]?(\d{1,4})[.)\]]?")


class Blocks:
    """Writes headings, paragraphs, lists and code; `words` is what the block that is open has so far."""

    def __init__(self, translated: Mapping[str, str]) -> None:
        self.words = Words(translated)
        self._pieces: list[str] = []
        # For every indented part the list that is open in it: "dl", "ul", "ol".
        self._lists: list[str] = [""]
        self._verbatim: list[str] | None = None
        self._first = False

    @property
    def is_verbatim(self) -> bool:
        """Whether lines are kept as they are."""
        return self._verbatim is not None

    def pieces(self) -> list[str]:
        """The HTML, when all is written."""
        self.heading_ends()
        return self._pieces

    def text(self, line: str, face: str | None = None) -> None:
        """A line of words."""
        if self._verbatim is not None:
            self.words.add(line, face)
            if not self.words.goes_on:
                self._verbatim.append(self.words.take(verbatim=True))
            self.words.goes_on = False
            return
        if line[:1] in (" ", "\t") and self.words:
            self.words.line_break()
        self.words.space()
        self.words.add(line, face)

    def heading(self, level: int, words: str) -> None:
        """A heading, of words that are HTML."""
        self.heading_ends()
        self.words.face("R")
        if words.strip():
            self._pieces.append(f"<h{level}>{words}</h{level}>")

    def heading_ends(self) -> None:
        """What a heading ends: lists, and indented parts."""
        self.verbatim_ends()
        self.paragraph()
        while len(self._lists) > 1:
            self.outdent()
        self._close_list()

    def paragraph(self) -> None:
        """What comes is another paragraph, in the same item if one is open."""
        if self._verbatim is not None:
            self._verbatim.append("")
            return
        words = self.words.take().strip().removesuffix("<br>")
        if words:
            # The first words of an item are the item; more of it are paragraphs in it.
            self._pieces.append(
                words if self._first and self._lists[-1] in ("ul", "ol") else f"<p>{words}</p>"
            )
        self._first = False

    def list_ends(self) -> None:
        """What comes is a paragraph outside of any list of this part."""
        self.paragraph()
        if self._verbatim is None:
            self._close_list()

    def item(self, tag: str, plain: str) -> None:
        """An item; `tag` is what stands before it as HTML, `plain` the same in words."""
        self.verbatim_ends()
        self.paragraph()
        sign = plain.strip()
        number = _NUMBERED.fullmatch(sign)
        kind = "ul" if sign in _BULLETS else "ol" if number else "dl"
        if self._lists[-1] == kind:
            self._pieces.append("</dd>" if kind == "dl" else "</li>")
        else:
            self._close_list()
            self._pieces.append(f"<{kind}>")
            self._lists[-1] = kind
        if kind == "dl":
            self._pieces.append(f"<dt>{tag}</dt><dd>")
        else:
            self._pieces.append(f'<li value="{number[1]}">' if number else "<li>")
            self._first = True

    def _close_list(self) -> None:
        if kind := self._lists[-1]:
            self._pieces.append(f"</{'dd' if kind == 'dl' else 'li'}></{kind}>")
            self._lists[-1] = ""

    def indent(self) -> None:
        """What comes stands further in, up to `outdent`."""
        self.verbatim_ends()
        self.paragraph()
        self._lists.append("")

    def outdent(self) -> None:
        """The innermost indented part ends."""
        self.verbatim_ends()
        self.paragraph()
        self._close_list()
        if len(self._lists) > 1:
            self._lists.pop()

    def verbatim(self) -> None:
        """Lines are kept as they are, up to `verbatim_ends`."""
        if self._verbatim is None:
            self.paragraph()
            self._verbatim = []

    def verbatim_ends(self) -> None:
        """Lines are joined again."""
        if self._verbatim is None:
            return
        if self.words:
            self._verbatim.append(self.words.take(verbatim=True))
        lines, self._verbatim = self._verbatim, None
        if any(line.strip() for line in lines):
            self._pieces.append("<pre>\n" + "\n".join(lines).strip("\n") + "</pre>")

    def put(self, html: str) -> None:
        """A block of its own."""
        self.verbatim_ends()
        self.paragraph()
        self._pieces.append(html)

    def link(self, target: str, words: str) -> str:
        """A link as HTML."""
        return f'<a href="{escaped(target)}">{words}</a>'
