"""What came from a process that read an article, made harmless: it may have been made to send anything.

`corpus.packed.document` has checked by then that all offsets lie in the text and that the columns fit each
other, and has made the text harmless.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from operator import gt
from typing import Any, Final, get_args

from corpus.blocks import Blocks, Kind
from corpus.document import FILLER, Document, Listed
from corpus.labels import Labels, Printed
from corpus.metadata import Metadata, Name, Order, PartialDate
from corpus.sanitiser import clean_line, is_harmless

_ORDERS: Final = get_args(Order)
_YEARS: Final = range(-9_999, 10_000)
_DEEPEST_HEADING: Final = 6


def checked(document: Document) -> Document:
    """The document, if it is one; words in it beside its text that could drive a terminal are made harmless.

    Raises ValueError where it is none.
    """
    _check_order(document)
    _check_filler(document)
    _check_metadata(document.metadata)
    return document if _is_harmless("\n".join(_words(document))) else _cleaned(document)


def _is_harmless(words: str) -> bool:
    try:
        return is_harmless(words.encode("utf-8"))
    except UnicodeEncodeError:  # lone surrogates, which no terminal can be sent
        return False


def _check_order(document: Document) -> None:
    """Blocks must follow each other, and spans lie in them."""
    starts, ends, kinds, levels, _, _ = document.blocks.columns()
    if any(map(gt, ends, starts[1:])):
        raise ValueError("Blocks lie over each other.")
    if any(map(_is_no_level, kinds, levels)):
        raise ValueError("A heading has no level.")
    last = 0
    for start, end, _, _ in document.spans:
        if not last <= start <= end:
            raise ValueError("Spans are out of order.")
        last = start


def _check_filler(document: Document) -> None:
    """It stands between blocks alone."""
    if FILLER in document.text:
        starts, ends, *_ = document.blocks.columns()
        if any(document.text.find(FILLER, start, end) >= 0 for start, end in zip(starts, ends, strict=True)):
            raise ValueError("A block is cut by filler.")


def _is_no_level(kind: int, level: int) -> bool:
    return kind == Kind.HEADING and not 1 <= level <= _DEEPEST_HEADING


def _check_metadata(metadata: Metadata) -> None:
    """Every field must be of its own type."""
    for name, value in metadata._asdict().items():
        match name:
            case "authors" | "editors":
                right = all(map(_is_name, value))
            case "date" | "accessed":
                right = value is None or _is_date(value)
            case "sources":
                right = isinstance(value, Mapping) and all(map(_is_text, chain(value, value.values())))
            case _:
                right = _is_text(value)
        if not right:
            raise ValueError(f"The field {name} is of the wrong type.")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_name(name: Name) -> bool:
    return all(map(_is_text, name)) and name.order in _ORDERS


def _is_date(date: PartialDate) -> bool:
    return (
        all(type(part) is int for part in date)
        and date.year in _YEARS
        and date.month in range(13)
        and date.day in range(32)
    )


def _words(document: Document) -> list[str]:
    """All words beside the text."""
    *_, markers = document.blocks.columns()
    metadata = document.metadata
    plain = (value for value in metadata if isinstance(value, str))
    names = chain.from_iterable((*metadata.authors, *metadata.editors))
    return [
        *markers.values(),
        *(span.target for span in document.spans if span.target),
        *document.labels.pages.labels,
        *document.labels.numbers.labels,
        *document.anchors,
        *(entry.title for entry in document.contents),
        *(document.format, document.encoding, document.digest, document.permalink, document.fault),
        *chain(plain, names, metadata.sources, metadata.sources.values()),
    ]


def _cleaned(document: Document) -> Document:
    """The document, with each of those words made one harmless line."""
    starts, ends, kinds, levels, quotes, markers = document.blocks.columns()
    clean = {at: clean_line(marker) for at, marker in markers.items()}
    return document._replace(
        blocks=Blocks(starts, ends, kinds, levels, quotes, clean),
        spans=tuple(span._replace(target=clean_line(span.target)) for span in document.spans),
        metadata=_cleaned_metadata(document.metadata),
        format=clean_line(document.format),
        encoding=clean_line(document.encoding),
        digest=clean_line(document.digest),
        labels=Labels(
            *(Printed(part.starts, tuple(map(clean_line, part.labels))) for part in document.labels)
        ),
        permalink=clean_line(document.permalink),
        anchors={clean_line(name): start for name, start in document.anchors.items()},
        contents=tuple(Listed(start, level, clean_line(title)) for start, level, title in document.contents),
        fault=clean_line(document.fault),
    )


def _cleaned_metadata(metadata: Metadata) -> Metadata:
    def clean(value: Any) -> Any:
        if isinstance(value, str):
            return clean_line(value)
        if isinstance(value, Name):
            return Name(*map(clean_line, value))  # type: ignore[arg-type] # an order stays one
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, tuple):
            return tuple(map(clean, value))
        if isinstance(value, Mapping):
            return {clean_line(name): clean_line(source) for name, source in value.items()}
        return value

    return Metadata(*map(clean, metadata))
