"""A collection as a list of works for other programs; the quotations stand with their work, as notes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from corpus.citation.marks import nested
from corpus.excerpts.collection import Collection
from corpus.excerpts.entry import Entry, Excerpt
from corpus.exchange import bibtex_writing, csl_writing, ris_writing
from corpus.sanitiser import clean_line

_RECORD_END = "ER  - "


def bibtex(collection: Collection, *, annotated: bool = True) -> str:
    """A BibLaTeX file; `annotated` tells whether the quotations stand in it."""
    entries = (
        bibtex_writing.entry(
            entry.work, entry.key, entry.uncapitalised, list(_notes(entry)) if annotated else ()
        )
        for entry in collection.entries
    )
    return "\n\n".join(entries) + "\n"


def csl_json(collection: Collection) -> str:
    """A CSL-JSON file; the quotations are in the variable `annote`."""
    items = [
        csl_writing.item(entry.work, entry.key) | {"annote": "\n\n".join(_notes(entry))}
        for entry in collection.entries
    ]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def ris(collection: Collection) -> str:
    """A RIS file; each quotation is a note (N1)."""
    records = []
    for entry in collection.entries:
        notes = "".join(f"N1  - {note}\n" for note in _notes(entry))
        records.append(ris_writing.record(entry.work).removesuffix(_RECORD_END) + notes + _RECORD_END)
    return "\n\n".join(records) + "\n"


def _notes(entry: Entry) -> Iterator[str]:
    """What was taken from a work, a line for each clip: words and place, in brackets what was noted."""
    for excerpt in entry.excerpts:
        told = [_with_place(excerpt)]
        told += [f"[Note: {excerpt.note}]"] if excerpt.note else []
        told += [f"[Tags: {', '.join(excerpt.tags)}]"] if excerpt.tags else []
        yield " ".join(told)


def _with_place(excerpt: Excerpt) -> str:
    words, stop = clean_line(excerpt.quoted.words.plain), excerpt.quoted.stop
    quoted = f"“{nested(words)}”" if excerpt.quoted.is_block else words
    return f"{quoted} ({excerpt.locator}){stop}" if excerpt.locator else f"{quoted}{stop}"
