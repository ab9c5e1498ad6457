"""What a collection lists: excerpts, and the works they were taken from."""

from __future__ import annotations

from typing import NamedTuple

from corpus.citation.phrase import Phrase
from corpus.citation.quoting import Quoted
from corpus.metadata import Metadata


class Excerpt(NamedTuple):
    """A clip as it is written down: its quotation with the citation, its number from 1, note and tags.

    `key` is its work’s, `locator` the place as the citation prints it, `lang` the language of its work.
    """

    number: int
    quoted: Quoted
    key: str
    locator: str
    lang: str
    note: str
    tags: tuple[str, ...]


class Entry(NamedTuple):
    """A work as it stands in the bibliography; `excerpts` are those taken from it.

    `uncapitalised` are words of its title as `Cited` wants them.
    """

    key: str
    number: int
    phrase: Phrase
    work: Metadata
    uncapitalised: frozenset[str]
    excerpts: tuple[Excerpt, ...]
