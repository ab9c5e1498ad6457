"""A collection in Markdown as Pandoc reads it; notes are footnotes."""

from __future__ import annotations

import json
from typing import Any, ClassVar, Final

from corpus.citation.markup import MARKDOWN, Markup
from corpus.citation.phrase import phrase
from corpus.excerpts.collection import Collection
from corpus.excerpts.prose import Prose, name_of_list
from corpus.exchange.csl_writing import item

_NAMES: Final = frozenset({"id", "type"})
"""Variables that are no text."""


class MarkdownProse(Prose):
    """Markdown; works that are cited by keys stand in its head, where Pandoc’s citeproc finds them."""

    markup: ClassVar[Markup] = MARKDOWN
    keys: ClassVar[str] = "pandoc"

    def page(self, body: str, collection: Collection) -> str:
        """The body, under a head where works are cited by their keys."""
        if not self.is_keyed(collection):
            return f"{body}\n"
        # JSON is YAML (YAML 1.2.2, § 1.2), and no value in it can be taken for another than it is.
        items = (_escaped(item(entry.work, entry.key)) for entry in collection.entries)
        works = (json.dumps(one, ensure_ascii=False) for one in items)
        return "---\nreferences: [\n" + ",\n".join(works) + f"\n]\n---\n\n{body}\n"

    def heading(self, words: str) -> str:
        """A heading of the second level: whose document it becomes a part of has a first."""
        return f"## {words}"

    def mark(self, number: int, note: str) -> str:
        """The mark of a footnote."""
        del note
        return f"[^{number}]"

    def notes(self, notes: list[str]) -> str:
        """The footnotes."""
        return "\n\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))

    def keyed_list(self, collection: Collection) -> str:
        """The place where citeproc sets the works."""
        return f"{self.heading(name_of_list(collection.style.name))}\n\n::: {{#refs}}\n:::"


def _escaped(value: Any) -> Any:
    """An item with its texts as Markdown, which Pandoc takes them for in the head of a document."""
    if isinstance(value, dict):
        return {name: one if name in _NAMES else _escaped(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_escaped(one) for one in value]
    return MARKDOWN.words(phrase(value)) if isinstance(value, str) else value
