"""A collection as a Typst document; notes are footnotes."""

from __future__ import annotations

from typing import ClassVar

from corpus.citation.markup import TYPST, Markup
from corpus.excerpts.collection import Collection
from corpus.excerpts.lists import bibtex
from corpus.excerpts.prose import Prose, name_of_list


class TypstProse(Prose):
    """Typst; works that are cited by keys stand in the document itself (Typst 0.13 and later)."""

    markup: ClassVar[Markup] = TYPST
    keys: ClassVar[str] = "typst"

    def page(self, body: str, collection: Collection) -> str:
        """The body: a Typst document needs nothing around it."""
        del collection
        return f"{body}\n"

    def heading(self, words: str) -> str:
        """A heading."""
        return f"= {words}"

    def mark(self, number: int, note: str) -> str:
        """The footnote itself; Typst numbers it."""
        del number
        return f"#footnote[{note}]"

    def keyed_list(self, collection: Collection) -> str:
        """The works, as the text of a bibliography file."""
        text = bibtex(collection, annotated=False).replace("\\", "\\\\").replace('"', '\\"')
        title = name_of_list(collection.style.name)
        return f'#bibliography(title: "{title}", bytes("{text}"))'
