"""How Whoosh writes in which articles a term stands, and numbers of articles: in columns, read whole.

Whoosh’s own way has blocks of 128 postings, pickled and compressed, to be walked through one by one. An
article is one document here, so that there are few; what a search wants is all of them at once.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from struct import unpack
from typing import Any, Final

from whoosh.codec.base import PostingsWriter
from whoosh.codec.whoosh3 import W3Codec
from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import FieldType
from whoosh.formats import Existence
from whoosh.matching import ListMatcher

_NARROW: Final = 1 << 16
MOST_WEIGHT: Final = 255


class Codec(W3Codec):  # type: ignore[misc] # Whoosh has no types
    """Whoosh’s own codec but for the postings. It is pickled into the table of contents by its name."""

    length_stats = False

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Writer:  # noqa: ARG002, FBT - its signature
        """What writes the postings of one term after the other."""
        return Writer(dbfile)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> Matcher:
        """The postings of a term."""
        offset, _ = terminfo.extent()
        count = terminfo.doc_frequency()
        width = "H" if terminfo.max_id() < _NARROW else "I"
        size = count * array(width).itemsize
        documents = array(width)
        documents.frombytes(dbfile.get(offset, size))
        weights = dbfile.get(offset + size, count)
        return Matcher(documents, weights, format=format_, term=term, scorer=scorer, terminfo=terminfo)


class Matcher(ListMatcher):  # type: ignore[misc] # the same
    """The documents of a term, and what it weighs in each (1 to 255), as two columns."""

    @property
    def documents(self) -> array[int]:
        """The numbers of the documents in their segment, ascending."""
        return self._ids  # type: ignore[no-any-return]

    @property
    def weights(self) -> bytes:
        """The weight of the term in each of them."""
        return self._weights  # type: ignore[no-any-return]

    def value(self) -> bytes:
        """Nothing more is known of a posting."""
        return b""


class Writer(PostingsWriter):  # type: ignore[misc] # the same
    """Writes postings; a term's are kept until they are all there."""

    def __init__(self, dbfile: Any) -> None:
        self._file = dbfile
        self._documents: array[int] = array("I")
        self._weights = bytearray()
        self._terminfo: Any = None

    def start_postings(self, format_: Any, terminfo: Any) -> None:  # noqa: ARG002 - its signature
        """Begin a term."""
        self._documents, self._weights, self._terminfo = array("I"), bytearray(), terminfo

    def add_posting(self, id_: int, weight: float, vbytes: bytes, length: int | None = None) -> None:  # noqa: ARG002
        """Take a document of the term."""
        self._documents.append(id_)
        self._weights.append(min(MOST_WEIGHT, int(weight)))

    def finish_postings(self) -> Any:
        """Write the term's, and give what there is to know of it."""
        narrow = self._documents[-1] < _NARROW
        start = self._file.tell()
        self._file.write((array("H", self._documents) if narrow else self._documents).tobytes())
        self._file.write(bytes(self._weights))
        self._terminfo.add_block(self)
        self._terminfo.set_extent(start, self._file.tell() - start)
        return self._terminfo

    def written(self) -> bool:
        """Whether a part of the term's postings is written already."""
        return False

    def __len__(self) -> int:
        return len(self._documents)

    def min_id(self) -> int:
        """The first document."""
        return self._documents[0]

    def max_id(self) -> int:
        """The last document."""
        return self._documents[-1]

    def min_length(self) -> None:
        """Lengths are not kept here."""

    def max_length(self) -> int:
        """The same."""
        return 0

    def max_weight(self) -> int:
        """What the term weighs where it weighs most."""
        return max(self._weights)


class Pool:
    """Takes postings as they come, and gives them by their terms.

    Whoosh’s own keeps a tuple for each, and writes them to the disk when they become too many.
    """

    def __init__(self) -> None:
        # Of each term by field the documents with their weights: number × 256 + weight. Most terms have one.
        self._fields: dict[str, dict[bytes, int | array[int]]] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Take a posting: field, term, document, weight, and what else there is (nothing)."""
        field, term, document, weight, _ = item
        terms = self._fields.setdefault(field, {})
        posting = document << 8 | min(MOST_WEIGHT, int(weight))
        known = terms.get(term)
        if known is None:
            terms[term] = posting
        elif isinstance(known, int):
            terms[term] = array("Q", (known, posting))
        else:
            known.append(posting)

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        """All of them, by field, term and document."""
        for field in sorted(self._fields):
            terms = self._fields[field]
            for term in sorted(terms):
                known = terms[term]
                for posting in (known,) if isinstance(known, int) else known:
                    yield field, term, posting >> 8, float(posting & MOST_WEIGHT), b""

    def cleanup(self) -> None:
        """Give up what is kept."""
        self._fields.clear()


class Weighted(FieldType):  # type: ignore[misc] # the same
    """A field whose value is its terms with their weights: cutting and stemming is done before."""

    indexed = True
    stored = False

    def __init__(self) -> None:
        super().__init__(Existence(), None)

    def index(self, value: Mapping[str, int], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Each term as Whoosh takes it: bytes, how often, weight, and nothing more."""
        for term, weight in value.items():
            yield term.encode("utf-8"), weight, float(weight), b""


class Strings(VarBytesColumn):  # type: ignore[misc] # the same
    """A string of bytes for each document, one after the other."""

    class Reader(VarBytesColumn.Reader):  # type: ignore[misc] # the same
        """Whoosh’s reader, which copies a string to give it."""

        def spans(self) -> list[tuple[int, int]]:
            """Where the string of each document lies in the file: offsets [start, end)."""
            base = self._basepos
            return [
                (base + offset, base + offset + length)
                for offset, length in zip(self._offsets, self._lengths, strict=False)
            ]


class Numbers(NumericColumn):  # type: ignore[misc] # the same
    """A number (32 bits) for each document."""

    def __init__(self) -> None:
        super().__init__("I")

    class Reader(NumericColumn.Reader):  # type: ignore[misc] # the same
        """Whoosh’s reader, which gives them one by one."""

        def all(self) -> list[int]:
            """The number of every document, in their order."""
            count = min(self._count, self._doccount)
            data = self._dbfile.get(self._basepos, count * self._fixedlen)
            return [*unpack(f"!{count}I", data), *[0] * (self._doccount - count)]
