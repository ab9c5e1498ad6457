"""A collection in Org; notes are footnotes."""

from __future__ import annotations

from typing import ClassVar

from corpus.citation.markup import ORG, Markup
from corpus.excerpts.collection import Collection
from corpus.excerpts.prose import Prose, name_of_list


class OrgProse(Prose):
    """Org; works that are cited by keys stand in a file beside it."""

    markup: ClassVar[Markup] = ORG
    keys: ClassVar[str] = "org"

    def beside(self, collection: Collection, bibliography: str) -> tuple[str, ...]:
        """The file with the works, which Org looks for."""
        if not self.is_keyed(collection):
            return ()
        return (f"Org looks for the works in {bibliography}: write it with --to bib -o {bibliography}.",)

    def heading(self, words: str) -> str:
        """A heading."""
        return f"* {words}"

    def mark(self, number: int, note: str) -> str:
        """The mark of a footnote."""
        del note
        return f"[fn:{number}]"

    def notes(self, notes: list[str]) -> str:
        """The footnotes."""
        return "\n\n".join(f"[fn:{number}] {note}" for number, note in enumerate(notes, 1))

    def page(self, body: str, collection: Collection) -> str:
        """The body, behind the name of the file that holds the works."""
        if not self.is_keyed(collection):
            return f"{body}\n"
        return f"#+bibliography: {self.bibliography}\n\n{body}\n"

    def keyed_list(self, collection: Collection) -> str:
        """The place where Org sets the works."""
        return f"{self.heading(name_of_list(collection.style.name))}\n\n#+print_bibliography:"
