"""The header of an AsciiDoc text: its title, who wrote it and when, and the attributes that it sets."""

from __future__ import annotations

import re

from corpus.formats.as_html import escaped
from corpus.formats.asciidoc.blocks import AsciiDocBlocks
from corpus.formats.asciidoc.signs import ATTRIBUTE, AUTHOR, HEADING, REVISION, UNDERLINE
from corpus.names import parse_names


class AsciiDocHeader(AsciiDocBlocks):
    """Reads what stands above the first blank line."""

    def _head(self, level: int, words: str) -> None:
        self._close_lists()
        anchor = f' id="{escaped(self._id())}"' if self._id() else ""
        self.pieces.append(f"<h{min(level, 6)}{anchor}>{self._words.html(words.strip())}</h{min(level, 6)}>")
        self._attributes = self._title = ""

    def _header(self) -> None:
        """The title, who wrote it, and when; then attributes up to a blank line."""
        while self._at < len(self._lines) and (
            not self._lines[self._at].strip() or self._set(self._lines[self._at])
        ):
            self._at += 1
        if self._at >= len(self._lines):
            return
        heading = HEADING.fullmatch(self._lines[self._at])
        if heading and len(heading[1]) == 1:
            self._at += 1
            self._head(1, heading[2].removesuffix(" ="))
        elif self._is_underlined() and self._lines[self._at + 1][0] == "=":
            self._words.is_older = True
            self._head(1, self._lines[self._at])
            self._at += 2
        else:
            return
        lines = 0
        while self._at < len(self._lines) and (line := self._lines[self._at].strip()):
            if not self._set(line):
                if (
                    lines == 0
                    and AUTHOR.fullmatch(line)
                    and not line.startswith(("include::", "ifdef::", "//"))
                ):
                    self._said["authors"] = parse_names(re.sub(r"<[^<>]*>", "", line))
                elif lines == 1 and (match := REVISION.fullmatch(line)):
                    self._said["date"] = match[2].strip(" ,")
                elif not line.startswith("//"):
                    return
                lines += not line.startswith("//")
            self._at += 1
        for field, name in (("date", "revdate"), ("lang", "lang")):
            self._said.setdefault(field, self._words.attributes.get(name, ""))
        if author := self._words.attributes.get("author"):
            self._said.setdefault("authors", parse_names(author))

    def _set(self, line: str) -> bool:
        """Set an attribute, if the line is one, or a comment."""
        match = ATTRIBUTE.fullmatch(line.rstrip())
        if match is None:
            return line.startswith("//") and not line.startswith("////")
        name, value = match[1].lower(), (match[2] or "").rstrip("\\ ")
        if "!" in name:
            self._words.attributes.pop(name.strip("!"), None)
        else:
            self._words.attributes[name] = value
        return True

    def _is_underlined(self) -> bool:
        """Whether the line is a title with a rule of its length below it."""
        if self._at + 1 >= len(self._lines):
            return False
        title, below = self._lines[self._at].rstrip(), self._lines[self._at + 1].rstrip()
        return (
            bool(UNDERLINE.fullmatch(below))
            and len(below) > 2
            and abs(len(title) - len(below)) <= 3
            and bool(re.match(r"[^\W_]|[`\"'({]", title))
        )
