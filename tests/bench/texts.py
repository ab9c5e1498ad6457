"""The texts that are read: the same at every run, with words in them that tell where one is."""

from __future__ import annotations

import random
import textwrap
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

NEAR: Final = "merrowdela"
"""A word of the first paragraph. All but its last letter is typed first, and is found here."""

FAR: Final = "merrowdelk"
"""The last word of a text. Its last letter sends a find from the first paragraph to the end."""

COUNTING: Final = "qz"
"""What a word begins with that carries the number of its paragraph."""

_ENGLISH: Final = tuple(
    "the river had risen in the night and the keeper of the lock wrote a new level into his book".split()
)
_CHINESE: Final = "河水夜里上涨了守闸的人把新的水位写进他的册子然后去叫醒别人像他一向做的那样"
# What stands between repeats: enough that no two pages are alike.
_BODIES: Final = 500
_WORDS: Final = 100
_COLUMNS: Final = 76
# Words as long as those that take their place.
_SLOT: Final = "q" * (len(COUNTING) + 6)
_NEAR_SLOT: Final = "merrowless"
# Past what an outline shows of a paragraph, so that it is seen on the page alone.
_BEFORE_COUNTING: Final = 20
# A program that cuts one long line at any column must not cut the last word.
_WIDEST: Final = 120
_ROOM: Final = 60


@dataclass(frozen=True)
class Text:
    """A text: what it is called, how many bytes it has about, and how it is laid out.

    `kind` is "wrapped" (paragraphs of lines of some 70 characters), "paragraph" (all of it one line)
    or "chinese" (a paragraph a line).
    """

    name: str
    size: int
    kind: str = "wrapped"

    @property
    def file(self) -> str:
        """A name for the file."""
        return self.name.replace(" ", "-") + ".txt"


TEXTS: Final = {
    text.name: text
    for text in (
        Text("10 KB", 10_000),
        Text("1 MB", 1_000_000),
        Text("100 MB", 100_000_000),
        Text("10 MB paragraph", 10_000_000, "paragraph"),
        Text("1 MB Chinese", 1_000_000, "chinese"),
    )
}


def write(text: Text, path: Path) -> None:
    """Write a text into a file, in UTF-8."""
    end = f"This was the very last of it {FAR}"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        length = 0
        for paragraph in _paragraphs(text):
            length += file.write(paragraph)
        if text.kind == "paragraph":
            padding = (_ROOM - len(end) - length) % _WIDEST
            file.write("and " * (padding // 4) + end + "\n")
        else:
            file.write(end + "\n")


def write_epub(source: Path, path: Path) -> None:
    """Make an EPUB with one chapter of a text; only a paragraph is kept of its layout."""
    chapter = "".join(
        f"<p>{paragraph}</p>\n" for paragraph in source.read_text(encoding="utf-8").split("\n\n")
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("book.opf", _PACKAGE)
        book.writestr("toc.ncx", _CONTENTS)
        book.writestr("text.xhtml", _CHAPTER.format(chapter))


def _paragraphs(text: Text) -> Iterator[str]:
    chance = random.Random(text.size)
    bodies = [_english(chance) if text.kind != "chinese" else _chinese(chance) for _ in range(_BODIES)]
    written, number = 0, 0
    while written < text.size:
        body = bodies[number % _BODIES] + "\n\n"
        number += 1
        paragraph = body.replace(_SLOT, f"{COUNTING}{number:06}")
        if number == 1:
            paragraph = paragraph.replace(_NEAR_SLOT, NEAR)
        if text.kind == "paragraph":
            paragraph = paragraph.replace("\n", " ").rstrip() + " "
        written += len(paragraph.encode())
        yield paragraph


def _english(chance: random.Random) -> str:
    words = chance.choices(_ENGLISH, k=_WORDS)
    words[0] = words[0].capitalize()
    words[_BEFORE_COUNTING : _BEFORE_COUNTING + 2] = [_SLOT, _NEAR_SLOT]
    return textwrap.fill(" ".join(words) + ".", _COLUMNS)


def _chinese(chance: random.Random) -> str:
    sentences = ["".join(chance.choices(_CHINESE, k=chance.randint(8, 30))) + "。" for _ in range(10)]
    sentences[4] += f"{_SLOT} {_NEAR_SLOT}"
    return "".join(sentences)


_CONTAINER: Final = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
_PACKAGE: Final = """<?xml version="1.0"?>
<package version="2.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>River</dc:title>
<dc:language>en</dc:language><dc:identifier id="id">river</dc:identifier></metadata>
<manifest><item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine toc="toc"><itemref idref="text"/></spine></package>
"""
_CONTENTS: Final = """<?xml version="1.0"?>
<ncx version="2005-1" xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
<navPoint id="one" playOrder="1"><navLabel><text>River</text></navLabel>
<content src="text.xhtml"/></navPoint></navMap></ncx>
"""
_CHAPTER: Final = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>River</title></head><body>
{}</body></html>
"""
