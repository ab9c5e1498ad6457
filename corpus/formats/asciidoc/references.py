"""What the places of an AsciiDoc text are called, which references name: its sections and its figures.

Source: the AsciiDoc language documentation, "Cross References" and "Autogenerate Section IDs".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.formats.asciidoc.lines import is_underlined
from corpus.formats.asciidoc.signs import ANCHOR, ATTRIBUTE, BLOCK_ATTRIBUTES, HEADING, TITLE

_ID: Final = re.compile(r"[\w%-]*#([\w.:-]+)|.*\bid=\"?([\w.:-]+)")
_NO_ID: Final = re.compile(r"<[^<>]*>|&[^&; ]{1,8};|[^\w .-]")
_APART: Final = re.compile(r"[ .-]+")
_PLACED: Final = re.compile(
    r"(\[\[([^\[\],]{1,200})(?:,[^\[\]]{0,200})?\]\])?(.*?)(\[\[([^\[\],]{1,200})\]\])?\Z"
)
_LONGEST: Final = 300


def id_in(attributes: str) -> str:
    """The name that attributes of a block give to its place; "" for none."""
    match = _ID.match(attributes)
    return (match[1] or match[2]) if match else ""


def name_of_section(title: str, prefix: str, separator: str) -> str:
    """The name of a section that is given none, made of its title."""
    words = _NO_ID.sub("", title.lower()).strip(" .-")
    return prefix + _APART.sub(lambda _: separator, words)


def titles_of(lines: Sequence[str]) -> dict[str, str]:
    """What stands for a place where a reference gives no words, by its name: the title of its section."""
    titles: dict[str, str] = {}
    prefix = separator = "_"
    waiting: list[str] = []
    for at, line in enumerate(lines):
        line = line.rstrip()
        if not line or len(line) > _LONGEST:
            continue
        if match := ANCHOR.fullmatch(line):
            waiting.append(match[1].strip())
        elif match := BLOCK_ATTRIBUTES.fullmatch(line):
            waiting += [name] if (name := id_in(match[1])) else []
        elif match := ATTRIBUTE.fullmatch(line):
            prefix = match[2] or "" if match[1] == "idprefix" else prefix
            separator = match[2] or "" if match[1] == "idseparator" else separator
        else:
            heading = HEADING.fullmatch(line)
            below = lines[at + 1] if at + 1 < len(lines) else ""
            if heading or is_underlined(line, below):
                placed = _PLACED.match(heading[2].removesuffix(f" {heading[1]}") if heading else line)
                title = placed[3].strip() if placed else line
                waiting += [name for name in (placed[2], placed[5]) if name] if placed else []
                waiting.append(name_of_section(title, prefix, separator))
            else:
                caption = TITLE.fullmatch(line)
                title = caption[1] if caption else ""
            for name in waiting if title else ():
                titles.setdefault(name, title)
            waiting = []
    return titles
