"""The texts that are searched: sets of articles, each a library, and what of it is held in memory."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.errors import PinciteError
from corpus.library import Library
from corpus.opening import open_path
from tests.bench.programs import ROOT
from tests.bench.search.paragraphs import documents, spans

SIZES: Final = {"small": ("5 MB", 5_000_000), "large": ("58 MB", 58_000_000)}
"""The sets: what each is called in the table, and its bytes."""

_CHINESE_PART: Final = 0.1
"""The most of a set that is Chinese: enough to draw from, and few articles of any library are."""
_MADE_OF: Final = "made-of.json"


@dataclass(frozen=True)
class Article:
    """An article: its text, and the blocks [start, end) of it that have words."""

    id: int
    title: str
    text: str
    blocks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Texts:
    """A set: what it is called, its library's file, the articles in it, and their bytes."""

    name: str
    library: Path
    articles: tuple[Article, ...]
    size: int

    @classmethod
    def of(cls, name: str, library: Path) -> Texts:
        """All that is in a library."""
        with Library(library) as opened:
            titles = {id: title for id, _, title, _ in opened.catalogue()}
            articles = tuple(
                Article(id, titles[id], document.text, spans(document)) for id, document in documents(opened)
            )
        return cls(name, library, articles, sum(len(article.text.encode()) for article in articles))


def make_library(path: Path, files: Iterable[Path], size: int) -> int:
    """A library of the first articles that together have so many bytes; the bytes that it has."""
    written = 0
    with Library(path) as library:
        for file in files:
            try:
                document = open_path(file)
            except PinciteError as error:
                print(f"left out: {error}", file=sys.stderr)
                continue
            about = file.stat()
            library.remember(document, str(file), size=about.st_size, mtime_ns=about.st_mtime_ns)
            written += len(document.text.encode())
            if written >= size:
                break
    return written


def make(name: str, cache: Path, articles: tuple[list[Path], list[Path]]) -> Texts:
    """A set of Debian's manuals, Chinese articles first; one that was made before by this program is used."""
    called, size = SIZES[name]
    folder = cache / name
    made_of = {"articles": sum(map(len, articles)), "readers": _readers()}
    library, note = folder / "library.db", folder / _MADE_OF
    if not note.exists() or json.loads(note.read_text(encoding="utf-8")) != made_of:
        print(f"reading {called} of articles", file=sys.stderr, flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        chinese, others = articles
        had = make_library(library, chinese, int(size * _CHINESE_PART))
        make_library(library, others, size - had)
        note.write_text(json.dumps(made_of), encoding="utf-8")
    return Texts.of(called, library)


def _readers() -> str:
    """A mark that changes with what reads and keeps articles."""
    sources = sorted((ROOT / "corpus").rglob("*.py"))
    kept = [path for path in sources if path.parent.name not in ("index", "search")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in kept)).hexdigest()
