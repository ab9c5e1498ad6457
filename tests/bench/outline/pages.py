"""Pages of Debian's manuals, as documents: what outlines are tried on beside the data of a folder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from corpus.document import Block, Document, Kind
from corpus.errors import PinciteError
from corpus.opening import open_path
from tests.bench.search import manuals

_NO_ARTICLE: Final = re.compile(r"(?:genindex.*|bookindex|search|print|.*changelog.*)\.html")
# The title of a box beside the text begins no section; one that is there again and again is taken for such.
_BOX: Final = frozenset(
    "note notes warning caution tip important hint see also hinweis achtung anmerkung warnung tipp"
    " wichtig remarque attention avertissement astuce nota aviso advertencia sugerencia importante"
    " 注意 警告 提示 说明 小心".split()
)
_FOOT: Final = re.compile(r"©|Copyright\b|Created using|Last updated")
_SENTENCE: Final = re.compile(r"[.!?。！？…:：][”’\"'»)）」』\]]*$")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_PROSE: Final = 60


class Page(NamedTuple):
    """A page of a manual: package and path, its language where the name tells it, and what is in it."""

    source: str
    language: str
    document: Document


class Piece(NamedTuple):
    """A block of a page and its words in one line, or, of code, as they are."""

    block: Block
    words: str

    @property
    def is_heading(self) -> bool:
        return self.block.kind is Kind.HEADING


def fetched(cache: Path, packages: Mapping[str, str]) -> tuple[list[Path], list[str]]:
    """The folders of packages below `cache`, and a sentence for each that is missing."""
    return manuals.fetch(cache, dict.fromkeys(packages, ""))


def pages(folder: Path, wanted: str) -> Iterator[Page]:
    """The pages of a package in whose path a pattern is found, mixed: by a hash of the path."""
    paths = [path for path in folder.rglob("*.html") if path.is_file() and not path.is_symlink()]
    names = {path.relative_to(folder.parent).as_posix(): path for path in paths}
    for name in sorted(names, key=lambda name: sha256(name.encode()).digest()):
        if not re.search(wanted, name) or _NO_ARTICLE.fullmatch(names[name].name):
            continue
        try:
            yield Page(name, language_of(name), open_path(names[name]))
        except PinciteError:
            continue


def language_of(name: str) -> str:
    """The language that a page's name or folder tells, "" where it tells none."""
    told = re.search(r"[./-](en|de|fr|es|zh)(?:[-_]\w\w)?[./]", name, re.IGNORECASE)
    return told[1].lower() if told else ""


def pieces(document: Document) -> list[Piece]:
    """What an article consists of: headings, paragraphs, items and code; no boxes' titles, no foot."""
    some = [
        Piece(block, _words(document, block))
        for block in document.blocks
        if block.kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.CODE)
    ]
    times = Counter(piece.words for piece in some if piece.is_heading)
    return [
        piece
        for piece in some
        if piece.words
        and not (_is_box(piece.words, times[piece.words]) if piece.is_heading else _FOOT.match(piece.words))
    ]


def is_prose(words: str) -> bool:
    """Whether it is long enough for a sentence, and ends as one does."""
    # A Chinese character says as much as three letters.
    length = len(words) + 2 * len(_CHINESE.findall(words[:_PROSE]))
    return length >= _PROSE and ends_as_a_sentence(words)


def ends_as_a_sentence(words: str) -> bool:
    """Whether the last sign is one that ends a sentence, or announces what follows."""
    return _SENTENCE.search(words) is not None


def _words(document: Document, block: Block) -> str:
    words = document.text[block.start : block.end]
    return words if block.kind is Kind.CODE else " ".join(words.split())


def _is_box(title: str, times: int) -> bool:
    return times > 1 or all(word in _BOX for word in re.findall(r"\w+", title.casefold()))
