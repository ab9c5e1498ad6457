"""How well Word files and OpenDocument texts are read: against the HTML that they were made from.

`python -m tests.bench.formats.office FOLDER` takes every NAME.docx, NAME.odt … in the folder and below that
has a NAME.html beside it or in the folder, and prints for each the share of the HTML's headings that are
found, how many are false, and the share of its paragraphs that are kept exactly.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import Final

from corpus.document import Document, Kind
from corpus.opening import open_bytes
from tests.bench.formats.command_line import words_given

_ENDINGS: Final = (".docx", ".odt", ".fodt")


def main(folder: Path) -> None:
    """Print a line for each file."""
    print(f"{'file':40} {'headings':>9} {'false':>6} {'paragraphs':>11} {'CPU s':>6}")
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _ENDINGS):
        twins = [path.with_suffix(".html"), folder / f"{path.stem}.html"]
        twin = next((one for one in twins if one.exists()), None)
        if twin is None:
            continue
        truth = open_bytes(twin.read_bytes(), twin.name)
        start = time.process_time()
        read = open_bytes(path.read_bytes(), path.name)
        spent = time.process_time() - start
        headings, false = _shares(truth, read, Kind.HEADING)
        paragraphs, _ = _shares(truth, read, Kind.PARAGRAPH)
        print(f"{path.relative_to(folder)!s:40} {headings:9.3f} {false:6} {paragraphs:11.3f} {spent:6.2f}")


def _shares(truth: Document, read: Document, kind: Kind) -> tuple[float, int]:
    """The share of the blocks of that kind that are found, and how many others are."""
    wanted, found = _words(truth, kind), _words(read, kind)
    return (wanted & found).total() / max(1, wanted.total()), (found - wanted).total()


def _words(document: Document, kind: Kind) -> Counter[str]:
    return Counter(
        " ".join(document.text[block.start : block.end].split())
        for block in document.blocks
        if block.kind is kind
    )


if __name__ == "__main__":
    main(Path(words_given(__doc__, 1)[0]))
