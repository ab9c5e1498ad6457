"""The HTML that is made of AsciiDoc: headings, lists, tables, pictures, and blocks around other blocks."""

from __future__ import annotations

import re
from typing import Final

from corpus.formats.as_html import escaped, joined
from corpus.formats.asciidoc.references import id_in
from corpus.formats.asciidoc.tables import table_of
from corpus.formats.asciidoc.words import AsciiDocWords
from corpus.formats.list_writing import ListWriting

_DEEPEST: Final = 50
_MOST_NOTES: Final = 10_000


class AsciiDocWriting:
    """The HTML that is made of a text, and what of it is open: lists, and blocks around others."""

    def __init__(self, words: AsciiDocWords) -> None:
        self.pieces: list[str] = []
        self.attributes = self.title = ""
        """What was said of the block that comes next: its attributes, and its title."""
        self._words = words
        self._lists = ListWriting(self.pieces)
        self._signs: list[str] = []
        # The delimiter and the closing tag of each block that is open.
        self._blocks: list[tuple[str, str]] = []

    @property
    def in_list(self) -> bool:
        """Whether a list is open."""
        return bool(self._lists)

    @property
    def in_terms(self) -> bool:
        """Whether the list that is open is one of terms."""
        return self.in_list and bool(self._signs) and self._signs[-1][0] in ":;"

    @property
    def in_block(self) -> bool:
        """Whether a block is open."""
        return bool(self._blocks)

    @property
    def hides_headings(self) -> bool:
        """Whether a block is open in which there are no headings."""
        return bool(self._blocks) and self._blocks[-1][0] != "--"

    def heading(self, level: int, words: str) -> None:
        """Write a heading."""
        self.close_lists()
        words = words.strip()
        name = id_in(self.attributes) or self._words.name_of_section(words)
        tag = f"h{min(level, 6)}"
        self.pieces.append(f'<{tag} id="{escaped(name)}">{self._words.html(words)}</{tag}>')
        self.attributes = self.title = ""

    def finish(self) -> None:
        """Close what is open, and write the notes."""
        self.close_lists()
        self.pieces.extend(close for _, close in reversed(self._blocks))
        for number, words in self._words.notes[:_MOST_NOTES]:
            note = f"<p>[{number}] {self._words.html(words)}</p>"
            self.pieces.append(f'<aside role="doc-footnote" id="_footnotedef_{number}">{note}</aside>')

    def caption(self) -> None:
        """Write the title of a block that was said before it."""
        if self.title:
            self.pieces.append(f"<figcaption>{self._words.html(self.title)}</figcaption>")
            self.title = ""

    def verse(self, lines: list[str]) -> None:
        """Write lines that stay lines."""
        words = "<br>".join(self._words.html(line.strip()) for line in lines)
        self.pieces.append(f"<p>{words}</p>")

    def open_item(self, sign: str, kind: str, *, number: str = "", term: str = "", style: str = "1") -> None:
        """Open a list by its sign: one that is open already is that list, another a list in it."""
        if sign in self._signs:
            depth = self._signs.index(sign)
            del self._signs[depth + 1 :]
        else:
            if not self._signs:
                self.caption()
            depth = len(self._signs)
            self._signs.append(sign)
        self._lists.item(min(depth, _DEEPEST), kind, number=number, term=term, style=style)

    def close_lists(self) -> None:
        """Close all lists that are open."""
        self._lists.close()
        self._signs = []

    def picture(self, kind: str, where: str, inside: str) -> None:
        """Write a picture; of a contents list, which is made anew, nothing."""
        if kind != "toc":
            alt = inside.split(",")[0].strip().strip('"')
            alt = alt if "=" not in alt else ""
            name = escaped(alt or where.rpartition("/")[2])
            self.pieces.append(f'<figure><img src="{escaped(where)}" alt="{name}">')
            self.caption()
            self.pieces.append("</figure>")
        self.attributes = ""

    def closed(self, sign: str, lines: list[str], attributes: str) -> None:
        """A block in which nothing is markup, or a table."""
        if sign[1:] == "===":
            self.caption()
            separator = {",": ",", ":": ":", "!": "!"}.get(sign[0], "|")
            self.pieces.append(
                table_of(
                    lines, attributes, separator, lambda cell: self._words.html(joined(cell.split("\n")))
                )
            )
        elif sign[0] in "-.`" or re.match(r"(?:stem|latexmath|asciimath)", attributes):
            self.verbatim(lines)

    def verbatim(self, lines: list[str]) -> None:
        """Write lines in which nothing is markup."""
        self.caption()
        self.attributes = ""
        lines = [re.sub(r"[ \t]*<(?:\d{1,3}|\.)>$", _callout, line.expandtabs(8)) for line in lines]
        indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        code = escaped("\n".join(line[indent:] for line in lines))
        self.pieces.append(f"<pre>\n{code}</pre>")

    def close_block(self, sign: str) -> bool:
        """Close the innermost block with that delimiter, and those in it; whether one is open."""
        for at in range(len(self._blocks) - 1, -1, -1):
            if self._blocks[at][0] == sign:
                self.close_lists()
                self.pieces.extend(close for _, close in reversed(self._blocks[at:]))
                del self._blocks[at:]
                return True
        return False

    def open_block(self, sign: str, attributes: str) -> None:
        """Open a block around others."""
        kind = re.match(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\b", attributes)
        if len(self._blocks) >= _DEEPEST:
            return
        # What is in a block has lists of its own; those around it are closed with the block.
        if kind:
            self.pieces.append(f"<fieldset><legend>{kind[1].capitalize()}</legend>")
            self._blocks.append((sign, "</fieldset>"))
        elif sign[0] == "_" or attributes.startswith("quote"):
            self.pieces.append("<blockquote>")
            self._blocks.append((sign, "</blockquote>"))
        else:
            tag = "aside" if sign[0] == "*" else "div"
            self.pieces.append(f"<{tag}>")
            self._blocks.append((sign, f"</{tag}>"))


def _callout(match: re.Match[str]) -> str:
    return f"  ({match[0].strip(' <>	')})"
