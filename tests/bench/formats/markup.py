"""Texts with markup against what their own programs make of them.

`python -m tests.bench.formats.markup rst|org|asciidoc|man|mdoc FOLDER [MOST]` reads every such file below
FOLDER and its HTML: beside it (Sphinx, AsciiDoc) or made by pandoc (Org) or mandoc (manual pages). It prints
which part of the HTML's headings and paragraphs we have, word for word, and which of ours it has not.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from corpus.document import Document, Kind
from corpus.opening import open_bytes
from tests.bench.formats.command_line import words_given

_ENDINGS: Final = {
    "rst": ("*.rst.txt", "*.rst"),
    "org": ("*.org",),
    "asciidoc": ("*.txt", "*.adoc", "*.asciidoc"),
    "man": ("*.[1-8]*",),
    "mdoc": ("*.[1-8]*",),
}
_MAKERS: Final = {
    "org": ("pandoc", "-f", "org", "-t", "html"),
    "man": ("mandoc", "-T", "html", "-O", "fragment"),
    "mdoc": ("mandoc", "-T", "html", "-O", "fragment"),
}
_SAME: Final = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "…": "...", "\u200b": ""}
)
_PROSE: Final = (Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE)


class _Found(NamedTuple):
    headings: Counter[str]
    prose: Counter[str]


def _same(words: str) -> str:
    words = re.sub(r"-+", "-", words.translate(_SAME))
    # Sphinx numbers the sections of a book, and AsciiDoc its tables.
    words = re.sub(r"^(?:(?:\d+|[A-Z])(?:\.\d+)*\. |(?:Table|Example|Figure) \d+\. )", "", words)
    return re.sub(r"\s+|[¶#]$", " ", words).strip()


def _found(document: Document) -> _Found:
    said = [(block.kind, _same(document.text[block.start : block.end])) for block in document.blocks]
    return _Found(
        Counter(words for kind, words in said if kind is Kind.HEADING),
        Counter(
            words
            for kind, words in said
            if kind in _PROSE and len(words) > 30 and not words.startswith("Last updated ")
        ),
    )


def _twin(kind: str, path: Path) -> bytes:
    """The HTML of a text; empty where there is none."""
    if maker := _MAKERS.get(kind):
        done = subprocess.run([*maker, path], capture_output=True, check=False)
        return done.stdout
    name = path.name.removesuffix(".txt").removesuffix(".rst").removesuffix(".adoc").removesuffix(".asciidoc")
    places = [path.parent]
    if "_sources" in path.parts:
        at = path.parts.index("_sources")
        places.append(Path(*path.parts[:at], *path.parts[at + 1 : -1]))
    for place in places:
        if (twin := place / f"{name}.html").is_file():
            return twin.read_bytes()
    return b""


def _pairs(kind: str, folder: Path) -> Iterator[tuple[Path, bytes]]:
    for ending in _ENDINGS[kind]:
        for path in sorted(folder.rglob(ending)):
            if path.is_file() and (twin := _twin(kind, path)):
                yield path, twin


def main(kind: str, folder: Path, most: int) -> None:
    totals, seconds, size, files = Counter[str](), 0.0, 0, 0
    for path, html in _pairs(kind, folder):
        data = path.read_bytes()
        name = path.name if kind in ("man", "mdoc") else f"x.{'adoc' if kind == 'asciidoc' else kind}"
        before = time.process_time()
        ours = _found(open_bytes(data, name))
        seconds += time.process_time() - before
        theirs = _found(open_bytes(html, "x.html"))
        size += len(data)
        files += 1
        row = Counter[str]()
        for what, mine, yours in (("headings", ours[0], theirs[0]), ("prose", ours[1], theirs[1])):
            row[f"{what} theirs"] = yours.total()
            row[f"{what} kept"] = (mine & yours).total()
            row[f"{what} false"] = (mine - yours).total()
        totals += row
        if most and row["headings kept"] + row["prose kept"] < row["headings theirs"] + row["prose theirs"]:
            print(path, dict(row))
            for words in list((theirs[0] - ours[0]) + (theirs[1] - ours[1]))[:most]:
                print("   theirs:", words[:150])
            for words in list((ours[0] - theirs[0]) + (ours[1] - theirs[1]))[:most]:
                print("   ours:  ", words[:150])
    print(f"{files} files, {size:,} bytes, {seconds:.1f} s of CPU")
    for what in ("headings", "prose"):
        share = totals[f"{what} kept"] / max(1, totals[f"{what} theirs"])
        print(
            f"{what}: {share:.3f} of {totals[f'{what} theirs']}, {totals[f'{what} false']} that they have not"
        )


if __name__ == "__main__":
    given = words_given(__doc__, 2)
    main(given[0], Path(given[1]), int(given[2]) if len(given) > 2 else 0)
