"""The files of Whoosh, in memory alone, and what it is told of the columns in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

_NAME: Final = "MAIN"


def storage(files: Mapping[str, bytes]) -> Any:
    """Files as Whoosh has them, in memory; the lexicon is none of its own."""
    from whoosh.filedb.filestore import RamStorage
    from whoosh.filedb.structfile import BufferFile

    class Memory(RamStorage):  # type: ignore[misc] # Whoosh has no types
        """Whoosh’s own memory, which would put aside on the disk what it collects."""

        def temp_storage(self, name: str | None = None) -> Any:  # noqa: ARG002 - its signature
            return Memory()

        def open_file(self, name: str, **how: Any) -> Any:
            # Whoosh’s own copies every file that it opens.
            return BufferFile(self.files[name], name=name, **how)

    storage = Memory()
    storage.files.update((name, data) for name, data in files.items() if not name.startswith("lexicon-"))
    return storage


def opened(files: Mapping[str, bytes]) -> Any:
    """The index that these files are."""
    return opened_in(storage(files))


def leaves(index: Any) -> Iterable[tuple[Any, int]]:
    """The readers of the segments, each with the place of its first article."""
    return index.reader().leaf_readers() if index.doc_count_all() else ()


def opened_in(storage: Any) -> Any:
    """The index that is in a storage."""
    from whoosh.index import FileIndex

    return FileIndex(storage, schema(), _NAME)


def created_in(storage: Any) -> Any:
    """A new index in a storage."""
    from whoosh.index import FileIndex

    return FileIndex.create(storage, schema(), _NAME)


def writer(index: Any) -> Any:
    """What writes into an index, in our form and in this process."""
    from corpus.index.postings import Codec, Pool

    writer = index.writer(codec=Codec(), compound=False)
    # It takes a class for this, and passes over it.
    writer.pool = Pool()
    return writer


def codec() -> Any:
    """The form in which segments are written."""
    from corpus.index.postings import Codec

    return Codec()


@lru_cache(maxsize=1)
def schema() -> Any:
    """The columns of an article."""
    from whoosh.fields import COLUMN, Schema

    from corpus.index.postings import Numbers, Strings, Weighted

    return Schema(
        article=COLUMN(Numbers()),
        length=COLUMN(Numbers()),
        terms=Weighted(),
        words=COLUMN(Strings()),
        shape=COLUMN(Strings()),
    )
