"""Articles for whatever must be measured on real texts: Debian's manuals, and outline data where it is there.

The manuals are fetched with apt (see `tests.bench.search.manuals`); outline data is a folder of `*.jsonl`,
an article a line, with its "text" or its "paragraphs", and its "source". Neither is kept here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from corpus.document import Document
from corpus.errors import PinciteError
from corpus.opening import open_bytes, open_path
from tests.bench.search import manuals

MOST: Final = 400
"""Manuals that are read, where nobody says otherwise: some seconds' work."""
_CHINESE_PART: Final = 0.1
_LEAST: Final = 500
"""Characters of the shortest article that is taken."""


def articles(
    cache: Path, outline: Path | None = None, *, most: int = MOST, largest: int = 1 << 20
) -> list[tuple[str, Document]]:
    """Articles with their names, always the same in the same order: `most` manuals, and all outline data.

    A tenth of the manuals are Chinese; `cache` is where they are kept for other runs. Files of more than
    `largest` bytes are left out. What cannot be had is said on standard error.
    """
    folders, missing = manuals.fetch(cache.absolute())
    for sentence in missing:
        print(sentence, file=sys.stderr)
    chinese, others = manuals.articles(folders)
    few = int(most * _CHINESE_PART)
    found = [*_read(chinese, few, cache, largest), *_read(others, most - few, cache, largest)]
    return found + (list(outline_articles(outline)) if outline else [])


def _read(files: list[Path], most: int, cache: Path, largest: int) -> Iterator[tuple[str, Document]]:
    for file in files:
        if most <= 0:
            return
        if file.stat().st_size > largest:
            continue
        try:
            document = open_path(file)
        except PinciteError as fault:
            print(f"left out: {fault}", file=sys.stderr)
            continue
        if len(document.text) >= _LEAST:
            most -= 1
            yield file.relative_to(cache.absolute() / "unpacked").as_posix(), document


def outline_articles(folder: Path) -> Iterator[tuple[str, Document]]:
    """The articles of a folder of outline data, each once, by their sources."""
    known: set[str] = set()
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            source = Path(row.get("source") or "").name
            # Some sets have the same article with its headings and without.
            if path.stem == "wiki" or not source:
                source = f"{row.get('title', '')}-{number}"
            if source in known:
                continue
            known.add(source)
            text = _text(row)
            if len(text) >= _LEAST:
                yield f"{path.stem}/{number}", open_bytes(text.encode(), f"{path.stem}.txt")


def _text(row: dict[str, Any]) -> str:
    if "text" in row:
        return str(row["text"])
    titles = dict(zip(row.get("boundaries", ()), row.get("titles", ()), strict=False))
    pieces: list[str] = []
    for index, paragraph in enumerate(row["paragraphs"]):
        if titles.get(index):
            pieces.append(titles[index])
        pieces.append(paragraph)
    return "\n\n".join(pieces)
