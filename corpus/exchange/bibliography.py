"""A bibliography's file, BibTeX or JSON, as works with their metadata; what is broken is said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from corpus.encodings.decoding import decode
from corpus.errors import CannotOpen
from corpus.exchange import csl_reading, zotero_reading
from corpus.exchange.bibtex_parsing import parse
from corpus.exchange.bibtex_reading import files_of, values_of, with_inherited
from corpus.file_bytes import read_bytes
from corpus.metadata import Metadata
from corpus.sanitiser import clean_line, clean_name
from corpus.stating import stated

_LONGEST_FILE: Final = 4_096
"""The most characters of a path."""


class Work(NamedTuple):
    """A work of a bibliography: its key there, what is said of it, and the paths of its files.

    `faults` has a sentence for each of its values that can be none.
    """

    key: str
    metadata: Metadata
    files: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


class Bibliography(NamedTuple):
    """The works of a file, and a sentence for each part of it that is broken."""

    works: tuple[Work, ...]
    faults: tuple[str, ...] = ()


def read_bibliography(path: Path, source: str, most: int) -> Bibliography:
    """The works in a file of at most `most` bytes, each value credited to `source`.

    Raises CannotOpen where it cannot be read, is larger, or is neither BibTeX nor CSL-JSON.
    """
    shown = clean_name(path.name)
    data = read_bytes(path, most + 1)
    if len(data) > most:
        raise CannotOpen(f"{shown} has more than {most // 1_000_000} MB: take out what is not needed.")
    text = decode(data).text
    if path.suffix.lower() == ".json" or text.lstrip("\ufeff \t\r\n")[:1] in ("[", "{"):
        return _of_json(text, shown, source)
    return _of_bibtex(text, shown, source)


def _of_bibtex(text: str, shown: str, source: str) -> Bibliography:
    entries, faults = parse(text)
    if not entries:
        raise CannotOpen(f"{shown} holds no entry of BibTeX: it begins like @article{{key, title = …}}.")
    works = []
    for entry in with_inherited(entries):
        metadata, wrong = stated(values_of(entry), source)
        works.append(Work(clean_line(entry.key)[:200], metadata, files_of(entry), wrong))
    return Bibliography(tuple(works), faults)


def _of_json(text: str, shown: str, source: str) -> Bibliography:
    items = _items(text, shown)
    works = []
    for item in items:
        if isinstance(item, Mapping) and not zotero_reading.is_no_work(item):
            own = zotero_reading.csl_item(item) if zotero_reading.is_native(item) else item
            metadata, wrong = csl_reading.stated_by(own, source)
            key = item.get("citation-key") or item.get("citationKey") or item.get("id")
            name = clean_line(key)[:200] if isinstance(key, str) else ""
            works.append(Work(name, metadata, _files(item), wrong))
    if not works:
        raise CannotOpen(f"{shown} holds no item of CSL-JSON: it is a list of objects, one for each work.")
    return Bibliography(tuple(works))


def _items(text: str, shown: str) -> list[Any]:
    """The items of a file, which is a list of them, one alone, or an object that has them."""
    try:
        data = json.loads(text.lstrip("\ufeff"), strict=False, parse_constant=lambda _name: None)
    except json.JSONDecodeError as fault:
        raise CannotOpen(
            f"{shown} is no sound JSON (line {fault.lineno}): mend it there, or export it again."
        ) from fault
    except (ValueError, RecursionError) as fault:
        raise CannotOpen(f"{shown} is no sound JSON: export it again.") from fault
    if isinstance(data, dict) and isinstance(data.get("items"), list):
        data = data["items"]
    if isinstance(data, dict):
        return [data]
    return data if isinstance(data, list) else []


def _files(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The paths of a work's files, as plug-ins of Zotero write them beside what CSL has."""
    attachments = item.get("attachments")
    listed = attachments if isinstance(attachments, list) else []
    said = [item.get("file"), *(one.get(key) for one in listed if isinstance(one, Mapping) for key in _PATHS)]
    paths = (part for text in said if isinstance(text, str) for part in text[: 8 * _LONGEST_FILE].split(";"))
    return tuple(dict.fromkeys(path.strip()[:_LONGEST_FILE] for path in paths if path.strip()))


_PATHS: Final = ("path", "localPath")
