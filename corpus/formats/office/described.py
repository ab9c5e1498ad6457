"""Metadata of a word processor's file: the properties of the file, and the title that stands in its text.

Programs fill in properties that nobody has looked at: names of computers and of templates are none.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from corpus.editing import Value
from corpus.expression import expression
from corpus.metadata import Metadata
from corpus.names import parse_names
from corpus.sanitiser import clean_line
from corpus.sources import PROPERTIES, TITLE_STYLE
from corpus.stating import stated

_NO_TITLE: Final = expression(
    r"(?:microsoft (?:office )?word|untitled|unbenannt|sans titre|(?:word )?document|dokument|title|no title"
    r"|presentation|template)\b[ \d-]*.{0,40}|.{0,120}\.(?:docx?|docm|dotx?|odt|ott|rtf|tmp|pdf|txt|wpd)",
    2,
)
_NOBODY: Final = expression(
    r"(?:python-docx|docx4j|apache poi|unknown(?: author)?|author|user|users?name"
    r"|(?:windows|microsoft|local|ms)"
    r"(?: office)? user|admin(?:istrator)?|owner|default|root|none|pc|home|hp|dell|lenovo|asus|acer|test|me"
    r"|utilisateur.*|benutzer|usuario.*|windows|microsoft(?: corporation)?|office|openxml.*|aspose.*|pandoc"
    r"|docx|template|editor|guest|anonymous|un-named|word)\W*\d*",
    2,
)


def described(said: Mapping[str, str], title: str, name: str) -> Metadata:
    """Metadata of what the properties say by field, and of the `title` in the text, which goes first.

    `name` is the file's: a title that only repeats it says nothing.
    """
    values: dict[str, Value] = {}
    for field, text in said.items():
        line = clean_line(text)
        if field == "title":
            if not _NO_TITLE.fullmatch(line) and line.casefold() != os.path.splitext(name)[0].casefold():
                values[field] = line
        elif field == "authors":
            names = [one.strip() for one in line.split(";")]
            if kept := "; ".join(one for one in names if one and not _NOBODY.fullmatch(one)):
                values[field] = tuple(parse_names(kept))
        else:
            values[field] = line
    found = stated(values, PROPERTIES).metadata
    return stated({"title": title}, TITLE_STYLE).metadata.filled_from(found) if title else found
