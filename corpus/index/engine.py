"""Whoosh, and all that the program knows of it: writing articles' words, and proposing articles.

Whoosh works in memory alone. What it opens are bytes that were compared with the manifest before, because
it executes what it opens, and no file can change under it; what it writes are bytes that `Index` brings to
the disk. These are never used: `refresh` (it gives hits twice after a merge), queries for prefixes
(seconds), its own scoring (it walks through postings one by one).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

from corpus.document import Document
from corpus.index import whoosh_files
from corpus.index.entry import Shape, entry_of, shape_of
from corpus.index.lexicon import Lexicon, Numbering, joined_runs
from corpus.sanitiser import clean_line

FILES: Final = ("_MAIN_*", "MAIN_*", "lexicon-*")
"""The names of all files that the engine makes, as patterns."""

_DISTRIBUTIONS: Final = ("whoosh-reloaded", "whoosh3", "whoosh")
_COLUMNS: Final = ("article", "length", "words", "shape")
_TIER: Final = 6
"""So many segments of about the same size are made one: more of them make every question slower."""


def distribution() -> str:
    """Which Whoosh is installed, with its version: another one may not read the same files."""
    for name in _DISTRIBUTIONS:
        with suppress(PackageNotFoundError):
            return f"{name} {version(name)}"
    return "unknown"


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a folded word, after Porter's second algorithm for English; other scripts stay."""
    if len(word) < 3 or not word.isascii() or not word.isalpha():
        return word
    from whoosh.lang.porter2 import stem as porter2

    return str(porter2(word))


def make_ready() -> None:
    """Load Whoosh, which takes some time, before it is needed."""
    whoosh_files.storage({})
    whoosh_files.schema()


class EngineFailure(Exception):
    """Whoosh stumbled over its files, whatever it raised."""


class View:
    """The index as it was at one moment, opened for asking. Articles go by their place in it, from 0."""

    def __init__(self, files: Mapping[str, bytes], stamps: Mapping[int, str]) -> None:
        """Open what has been compared with its manifest, which has these stamps. Raises EngineFailure."""
        self.stamps = stamps
        """The stamp of each article that the index holds, by id."""
        self.articles: list[int | None] = []
        """The id of the article at each place; None where one was that is not in the index any more."""
        self.lengths = array("I")
        """How many words the article at each place has."""
        self._words: list[tuple[bytes, int, int]] = []
        self._shapes: list[tuple[bytes, int, int]] = []
        self._leaves: list[tuple[Any, int]] = []
        with _failures():
            self.lexicon = Lexicon(_runs(files))
            for leaf, base in whoosh_files.leaves(whoosh_files.opened(files)):
                self._take(leaf, base, files)
        self.usual_length = max(1.0, sum(self.lengths) / max(1, len(self.lengths)))
        """How many words an article has on average."""
        self.postings = lru_cache(maxsize=512)(self._postings)
        self.places = lru_cache(maxsize=512)(self._places)
        self.shape = lru_cache(maxsize=256)(self._shape)
        self.words = lru_cache(maxsize=256)(self._decoded)

    def _take(self, leaf: Any, base: int, files: Mapping[str, bytes]) -> None:
        schema, codec = whoosh_files.schema(), whoosh_files.codec()
        columns = {
            name: leaf.column_reader(name, schema[name].column_type, translate=False) for name in _COLUMNS
        }
        ids = columns["article"].all()
        deleted = leaf.deleted_docs_set
        self.articles += [None if place in deleted else id for place, id in enumerate(ids)]
        self.lengths.extend(columns["length"].all())
        for name, taken in (("words", self._words), ("shape", self._shapes)):
            data = files[codec.column_filename(leaf.segment(), name)]
            taken += [(data, start, end) for start, end in columns[name].spans()]
        self._leaves.append((leaf, base))

    def _postings(self, term: str) -> dict[int, int]:
        """The places of the articles that hold a term, each with the term's weight there (1 to 255).

        Terms are stems, and characters of scripts without spaces and pairs of them. Raises EngineFailure.
        """
        found: dict[int, int] = {}
        with _failures():
            for documents, weights in self._columns(term):
                found.update(zip(documents, weights, strict=True))
        return found

    def _places(self, term: str) -> frozenset[int]:
        """The places of the articles that hold a term, as `postings`. Raises EngineFailure."""
        with _failures():
            return frozenset().union(*(documents for documents, _ in self._columns(term)))

    def _columns(self, term: str) -> Iterator[tuple[Sequence[int], bytes]]:
        """The places of the articles that hold a term, and its weights there, by segments."""
        from whoosh.reading import TermNotFound

        for leaf, base in self._leaves:
            with suppress(TermNotFound, UnicodeEncodeError):
                matcher = leaf.postings("terms", term)
                # Where articles were taken out, Whoosh wraps it; those have no id here.
                matcher = getattr(matcher, "child", matcher)
                places = matcher.documents if not base else [base + place for place in matcher.documents]
                yield places, matcher.weights

    def with_words(self, places: Iterable[int], words: bytes) -> list[int]:
        """Those of some articles that hold words one after the other, given by their string in UTF-8."""
        strings = self._words
        return [
            place for place in places if (string := strings[place])[0].find(words, string[1], string[2]) >= 0
        ]

    def _decoded(self, place: int) -> str:
        """The string of the words of an article: see `corpus.index.entry`. Raises EngineFailure."""
        with _failures():
            data, start, end = self._words[place]
            return data[start:end].decode("utf-8")

    def _shape(self, place: int) -> Shape:
        """The shape of an article. Raises EngineFailure."""
        with _failures():
            data, start, end = self._shapes[place]
            return shape_of(data[start:end])


class Step:
    """Articles being written, all of them with one commit."""

    def __init__(self, files: Mapping[str, bytes], numbering: Numbering | None = None) -> None:
        """Go on from the files of an index, or begin one where there are none. Raises EngineFailure."""
        self._runs = _runs(files)
        with _failures():
            self._storage = whoosh_files.storage(files)
            self._index = (
                whoosh_files.opened_in(self._storage) if files else whoosh_files.created_in(self._storage)
            )
            self._writer = whoosh_files.writer(self._index)
            self._places = self._known_places()
        self.numbering = numbering or Numbering(Lexicon(self._runs), stem)
        """What gives words their numbers; to be handed to the next step, which then need not look them up."""
        self.size = 0
        """Characters of text taken so far."""

    def _known_places(self) -> dict[int, int]:
        places: dict[int, int] = {}
        column = whoosh_files.schema()["article"].column_type
        for leaf, base in whoosh_files.leaves(self._index):
            if leaf.has_column("article"):
                ids = leaf.column_reader("article", column, translate=False).all()
                deleted = leaf.deleted_docs_set
                places.update((id, base + place) for place, id in enumerate(ids) if place not in deleted)
        return places

    def forget(self, id: int) -> None:
        """Take an article out."""
        if (place := self._places.pop(id, None)) is not None:
            self._writer.delete_document(place)

    def add(self, id: int, title: str, document: Document) -> None:
        """Take an article in, instead of what was known of it."""
        self.forget(id)
        entry = entry_of(document, title, self.numbering.characters, stem)
        self._writer.add_document(
            article=id,
            length=len(entry.words),
            terms=entry.weights,
            words=entry.words.encode("utf-8"),
            shape=entry.shape,
        )
        self.size += len(document.text)

    def commit(self) -> dict[str, bytes]:
        """Finish, and give the files that the index is made of now, by name. Raises EngineFailure."""
        with _failures():
            self._writer.commit(mergetype=_merge_tiers)
        files = {str(name): bytes(data) for name, data in self._storage.files.items()}
        return files | _renamed(self._with_run(self.numbering.run()))

    def _with_run(self, newest: bytes) -> list[bytes]:
        runs = list(self._runs)
        while runs and len(runs[-1]) < 2 * len(newest):
            newest = joined_runs(runs.pop(), newest)
        return [*runs, newest]


def _runs(files: Mapping[str, bytes]) -> list[bytes]:
    names = sorted(name for name in files if name.startswith("lexicon-"))
    return [files[name] for name in names]


def _renamed(runs: list[bytes]) -> dict[str, bytes]:
    """Files for these runs. The name tells the content, so that no file is ever written twice."""
    from hashlib import sha256

    return {f"lexicon-{number:02}-{sha256(run).hexdigest()[:16]}": run for number, run in enumerate(runs)}


def _merge_tiers(writer: Any, segments: list[Any]) -> list[Any]:
    """Which segments stay as they are; the others are made one. Sizes within a tier differ by a factor."""
    from whoosh.reading import SegmentReader

    # One in which nothing is left is forgotten: made one with nothing else, it would be an empty one.
    living = [segment for segment in segments if segment.doc_count()]
    kept = sorted(living, key=lambda segment: -segment.doc_count_all())
    merged: list[Any] = []
    size = writer.doc_count()
    while True:
        alike = [segment for segment in kept if segment.doc_count_all() < _TIER * max(1, size)]
        hollow = [segment for segment in kept if 2 * segment.deleted_count() > segment.doc_count_all()]
        taken = alike if len(alike) + 1 >= _TIER else hollow
        if not taken:
            break
        merged += taken
        kept = [one for one in kept if one not in taken]
        size += sum(segment.doc_count() for segment in taken)
    for segment in merged:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return kept


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    # Damaged files make Whoosh raise anything, from struct.error to UnpicklingError.
    except Exception as error:
        raise EngineFailure(clean_line(str(error)) or type(error).__name__) from error
