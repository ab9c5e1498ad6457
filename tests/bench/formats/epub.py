"""How much of a book's HTML twin its EPUB keeps: `python -m tests.bench.formats.epub BOOK.epub TWIN.html…`.

The twin, and the files in the book itself, are read without our own reader: what they have in h1 to h6, and
in p outside of tables. Text is compared without regard to white space, and to the signs that documentation
tools hang on headings. Where the twin's paragraphs are fewer, the book has other words: it shows addresses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from selectolax.lexbor import LexborHTMLParser

from corpus.document import Document, Kind
from corpus.opening import open_bytes
from corpus.outline import outline_of
from tests.bench.formats.command_line import words_given

_HEADINGS = "h1, h2, h3, h4, h5, h6"


class Twin(NamedTuple):
    """The headings and the paragraphs of the same book as HTML, in order."""

    headings: list[str]
    paragraphs: list[str]


def plain(words: str) -> str:
    """Words with one space for each run of white space, and without a permalink."""
    return re.sub(r"\s+", " ", words.replace("\u00a0", " ")).strip().rstrip("¶#\uf0c1").strip()


def twin_of(pages: Iterable[str]) -> Twin:
    """What the pages of a book hold, without their navigation."""
    headings: list[str] = []
    paragraphs: list[str] = []
    for page in pages:
        tree = LexborHTMLParser(page)
        tree.strip_tags(["script", "style", "nav", "header", "footer"])
        for node in tree.css(".headerlink, .navheader, .navfooter, [role=navigation], .related"):
            node.decompose()
        main = tree.css_first("main, [role=main]") or tree.body
        if main is None:
            continue
        headings += [words for node in main.css(_HEADINGS) if (words := plain(node.text()))]
        for picture in main.css("img[alt]"):
            picture.replace_with(f"[{plain(picture.attributes['alt'] or '')}]")
        for node in main.css("table p"):
            node.decompose()
        paragraphs += [words for node in main.css("p") if (words := plain(node.text()))]
    return Twin(headings, paragraphs)


def kept(wanted: list[str], found: Iterable[str]) -> tuple[int, list[str]]:
    """How many of some words are found as they are, and which are not."""
    left = Counter(map(plain, found))
    lost = []
    for words in wanted:
        if left[words]:
            left[words] -= 1
        else:
            lost.append(words)
    return len(wanted) - len(lost), lost


def blocks_of(document: Document, *kinds: Kind) -> list[str]:
    """The words of the blocks of some kinds."""
    return [document.text[block.start : block.end] for block in document.blocks if block.kind in kinds]


def main(book: Path, pages: list[Path]) -> None:
    """Print what of the twin is kept, and what is not."""
    document = open_bytes(book.read_bytes(), book.name)
    twin = twin_of(page.read_text(errors="replace") for page in pages)
    headings = blocks_of(document, Kind.HEADING)
    entries = [section.title for section in outline_of(document).sections]
    paragraphs = blocks_of(document, *set(Kind) - {Kind.HEADING})
    with ZipFile(book) as archive:
        files = [name for name in archive.namelist() if name.endswith(("html", "htm"))]
        own = twin_of(archive.read(name).decode(errors="replace") for name in files)
    for name, wanted, found in (
        ("headings in its own files", own.headings, headings),
        ("paragraphs in its own files", own.paragraphs, paragraphs),
        ("headings", twin.headings, headings),
        ("headings in the outline", twin.headings, entries),
        ("paragraphs", twin.paragraphs, paragraphs),
    ):
        count, lost = kept(wanted, found)
        print(f"{book.name}: {name} {count} of {len(wanted)} ({count / max(1, len(wanted)):.3f})")
        for words in lost[:8]:
            print("    lost:", words[:150])
    _, more = kept(list(map(plain, headings)), twin.headings)
    print(
        f"{book.name}: headings that the twin has not: {len(more)}",
        *(f"\n    {one[:120]}" for one in more[:8]),
    )


if __name__ == "__main__":
    given = [Path(word) for word in words_given(__doc__, 2)]
    main(given[0], given[1:])
