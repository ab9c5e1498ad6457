"""Who wrote an article, what it is called, when and where it appeared."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal, TypeAlias

Order: TypeAlias = Literal["given-first", "family-first"]


@dataclass(frozen=True, slots=True)
class Name:
    """A person, in the order the source prints, or a body (`literal`, the other parts empty)."""

    family: str = ""
    given: str = ""
    order: Order = "given-first"
    literal: str = ""

    def as_published(self) -> str:
        """The whole name, in the order of the source: "He Jing", "Ana Ruiz", "张伟"."""
        if self.literal:
            return self.literal
        parts = (self.family, self.given)
        # Names in Chinese characters are written without a space.
        gap = "" if all(part[:1] >= "\u2e80" for part in parts) else " "
        return gap.join(part for part in (parts if self.order == "family-first" else parts[::-1]) if part)

    def short(self) -> str:
        """The name a short citation uses: the family name, or the body."""
        return self.literal or self.family or self.given


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
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


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article. What is not known is empty: nothing here is ever invented.

    `sources` tells for each field that is known where it came from, in words a reader understands
    ("front matter", "the editor’s note").
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
    sources: dict[str, str] = field(default_factory=dict)

    def filled_from(self, other: Metadata) -> Metadata:
        """This metadata, with every field that is not known taken from `other`."""
        taken = {
            item.name: getattr(other, item.name)
            for item in fields(self)
            if item.name != "sources" and not getattr(self, item.name) and getattr(other, item.name)
        }
        known = {item.name: getattr(self, item.name) for item in fields(self)} | taken
        known["sources"] = self.sources | {
            name: other.sources[name] for name in taken if name in other.sources
        }
        return Metadata(**known)
