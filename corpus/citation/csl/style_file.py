"""A file with a CSL style, looked at before any program is given it: it may come from anywhere.

Schema: https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

import stat
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from corpus.citation.style import NoSuchStyle
from corpus.sanitiser import clean_line, clean_name

_NAMESPACE: Final = "http://purl.org/net/xbiblio/csl"
_MOST: Final = 2_000_000
"""Bytes: the longest styles that people wrote have a tenth of it."""
_DEEPEST: Final = 200
"""Elements in one another, beyond which a program that reads them one in another might give up."""


class StyleFile(NamedTuple):
    """A style that may be given to a program: where it is, what it is called, and all that is in it.

    `in_notes` tells that it puts citations into notes, `numbered` that it numbers the works of a list.
    """

    path: Path
    title: str
    in_notes: bool
    numbered: bool
    data: bytes


def read_style(path: Path) -> StyleFile:
    """The style in the file, read anew where the file changed. Raises NoSuchStyle with a sentence."""
    name = clean_name(str(path))
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise NoSuchStyle(f"“{name}” is no file: give the path of a .csl file.")
        if about.st_size > _MOST:
            raise NoSuchStyle(f"“{name}” is too large for a citation style: give the path of a .csl file.")
        return _read(path, about.st_mtime_ns, about.st_size)
    except FileNotFoundError as fault:
        raise NoSuchStyle(f"There is no style file “{name}”: check its path.") from fault
    except OSError as fault:
        raise NoSuchStyle(
            f"The style “{name}” cannot be read ({fault.strerror}): check its permissions."
        ) from fault


@lru_cache(maxsize=32)
def _read(path: Path, _time: int, _size: int) -> StyleFile:
    with path.open("rb") as file:
        data = file.read(_MOST + 1)
    look = _Look(clean_name(path.name))
    look.at(data)
    return StyleFile(path, look.title or clean_name(path.stem), look.in_notes, look.numbered, data)


class _Look:
    """Goes through the XML once, follows nothing, and refuses whatever could lead elsewhere."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[str] = []
        self._title: list[str] = []
        self.in_notes = self.numbered = False

    @property
    def title(self) -> str:
        """The title that the style gives itself."""
        return clean_line("".join(self._title))[:80]

    def at(self, data: bytes) -> None:
        """Go through a file. Raises NoSuchStyle."""
        from xml.parsers import expat  # not for readers who never ask for such a style

        parser = expat.ParserCreate(namespace_separator=" ")
        # Entities can only come from a document type: without one there are no bombs, no other files.
        parser.StartDoctypeDeclHandler = self._refuse_document_type
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        try:
            parser.Parse(data, True)
        except expat.ExpatError as fault:
            raise self._no_style() from fault

    def _no_style(self) -> NoSuchStyle:
        return NoSuchStyle(
            f"“{self._name}” is no CSL style: get one from zotero.org/styles, or choose another style."
        )

    def _refuse_document_type(self, *_: Any) -> None:
        raise NoSuchStyle(
            f"“{self._name}” declares a document type, as no style does: get it anew from zotero.org/styles."
        )

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise self._no_style()
        if not self._open:
            if tag != f"{_NAMESPACE} style":
                raise self._no_style()
            self.in_notes = attributes.get("class") == "note"
        local = tag.removeprefix(f"{_NAMESPACE} ")
        if local == "category" and attributes.get("citation-format") == "numeric":
            self.numbered = True
        if local == "link" and attributes.get("rel") == "independent-parent":
            parent = clean_name(attributes.get("href", "").rstrip("/").rpartition("/")[2])
            raise NoSuchStyle(
                f"“{self._name}” only points to another style: get “{parent}” from zotero.org/styles instead."
            )
        self._open.append(local)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _words(self, words: str) -> None:
        if self._open == ["style", "info", "title"]:
            self._title.append(words)
