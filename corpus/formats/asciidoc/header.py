"""The header of an AsciiDoc text: its title, who wrote it and when, and the attributes that it sets."""

from __future__ import annotations

import re
from typing import Final

from corpus.editing import Value
from corpus.formats.asciidoc.lines import Lines
from corpus.formats.asciidoc.signs import ATTRIBUTE, AUTHOR, HEADING, REVISION
from corpus.formats.asciidoc.words import AsciiDocWords
from corpus.formats.asciidoc.writing import AsciiDocWriting
from corpus.names import parse_names

_NO_AUTHOR: Final = ("include::", "ifdef::", "//")


def read_header(lines: Lines, words: AsciiDocWords, writing: AsciiDocWriting) -> dict[str, Value]:
    """What stands above the first blank line, by field; its title is written as a heading."""
    lines.take_while(lambda line: not line.strip() or set_attribute(words, line))
    if not lines:
        return {}
    heading = HEADING.fullmatch(lines.next)
    if heading and len(heading[1]) == 1:
        lines.take()
        writing.heading(1, heading[2].removesuffix(" ="))
    elif lines.is_underlined(lines.at):
        title = lines.take()
        if lines.next[0] != "=":
            lines.take_back()
            return {}
        lines.take()
        words.is_older = True
        writing.heading(1, title)
    else:
        return {}
    return _below_title(lines, words)


def _below_title(lines: Lines, words: AsciiDocWords) -> dict[str, Value]:
    said: dict[str, Value] = {}
    count = 0
    while line := lines.next.strip():
        if not set_attribute(words, line):
            if count == 0 and AUTHOR.fullmatch(line) and not line.startswith(_NO_AUTHOR):
                said["authors"] = parse_names(re.sub(r"<[^<>]*>", "", line))
            elif count == 1 and (match := REVISION.fullmatch(line)):
                said["date"] = match[2].strip(" ,")
            elif not line.startswith("//"):
                return said
            count += not line.startswith("//")
        lines.take()
    for field, name in (("date", "revdate"), ("lang", "lang")):
        said.setdefault(field, words.attributes.get(name, ""))
    if author := words.attributes.get("author"):
        said.setdefault("authors", parse_names(author))
    return said


def set_attribute(words: AsciiDocWords, line: str) -> bool:
    """Set an attribute, if the line is one, or a comment."""
    match = ATTRIBUTE.fullmatch(line.rstrip())
    if match is None:
        return line.startswith("//") and not line.startswith("////")
    words.set(match[1].lower(), (match[2] or "").rstrip("\\ "))
    return True
