"""Who wrote an article, what it is called, when and where it appeared."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

Order: TypeAlias = Literal["given-first", "family-first"]


class Name(NamedTuple):
    """A person, in the order the source prints, or a body (`literal`, the other parts empty).

    `native` is the name in its own script where the parts are a transcription of it: "张伟".
    """

    family: str = ""
    given: str = ""
    order: Order = "given-first"
    literal: str = ""
    native: str = ""

    def as_published(self) -> str:
        """The whole name, in the order of the source: "He Jing", "Ana Ruiz", "张伟"."""
        if self.literal:
            return self.literal
        parts = (self.family, self.given)
        # Names in Chinese characters are written without a space.
        gap = "" if self.family[:1] >= "\u2e80" and self.given[:1] >= "\u2e80" else " "
        return gap.join(part for part in (parts if self.order == "family-first" else parts[::-1]) if part)

    def short(self) -> str:
        """The name a short citation uses: the family name, or the body."""
        return self.literal or self.family or self.given


class PartialDate(NamedTuple):
    """A day, a month or a year; the parts that are not known are 0."""

    year: int
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """As ISO 8601 writes it: "2021-02-05", "2021-02" or "2021"."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        return text


class Metadata(NamedTuple):
    """What is known of an article. What is not known is empty: nothing here is ever invented.

    `container` is the periodical, site, book or code of laws that the work stands in, `container_short` its
    abbreviation; `place` is the publisher's; `number` that of a report, or of a chapter of laws; `pages`
    where the work stands in its container ("145–170"); `jurisdiction` is a statute's ("Cth"). Of a work
    in another script `title` and `container` are as published, beside them stand the transcription
    (`title_romanised`, `container_romanised`) and the translation (`title_translated`).

    `sources` tells for each field that is known where it came from, in words a reader understands
    ("front matter", "the editor’s note"); `corpus.sources` tells how far that is to be believed.
    """

    title: str = ""
    authors: tuple[Name, ...] = ()
    date: PartialDate | None = None
    publisher: str = ""
    container: str = ""
    url: str = ""
    accessed: PartialDate | None = None
    lang: str = ""
    type: str = ""
    title_short: str = ""
    title_romanised: str = ""
    title_translated: str = ""
    container_short: str = ""
    container_romanised: str = ""
    editors: tuple[Name, ...] = ()
    edition: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    place: str = ""
    number: str = ""
    genre: str = ""
    jurisdiction: str = ""
    doi: str = ""
    isbn: str = ""
    sources: Mapping[str, str] = MappingProxyType({})

    def filled_from(self, other: Metadata) -> Metadata:
        """This metadata, with every field that is not known taken from `other`.

        A field that is empty, but has a source, is one that the reader says it has not: it stays so.
        """
        taken: dict[str, Any] = {
            name: theirs
            for name, ours, theirs in zip(self._fields, self, other, strict=True)
            if name != "sources" and not ours and theirs and name not in self.sources
        }
        told = {name: other.sources[name] for name in taken if name in other.sources}
        return self._replace(**taken, sources={**self.sources, **told})

    def plain(self) -> dict[str, Any]:
        """All of it as JSON knows it: names and dates are objects, too."""
        return self._asdict() | {
            "authors": [author._asdict() for author in self.authors],
            "editors": [editor._asdict() for editor in self.editors],
            "date": self.date and self.date._asdict(),
            "accessed": self.accessed and self.accessed._asdict(),
            "sources": dict(self.sources),
        }
