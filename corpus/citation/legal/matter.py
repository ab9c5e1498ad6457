"""A work and a place as the styles of lawyers take them in hand."""

from __future__ import annotations

from typing import Final

from corpus.citation.legal.kinds import Kind, has_form, kind_of
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited
from corpus.citation.tidying import tidied

_NO_NOTE: Final = "__"


class Matter:
    """A work at a place, made ready to print, and what a reader is to be told of the citation.

    `cited` is tidied, `style` what the style is called in a sentence.
    """

    __slots__ = ("cited", "kind", "place", "remarks", "style", "work")

    def __init__(self, cited: Cited, style: str) -> None:
        self.cited = tidied(cited)
        self.work, self.place = self.cited.work, self.cited.place
        self.kind = kind_of(self.work)
        self.style = style
        self.remarks = Remarks()
        if not has_form(self.work):
            self.recall("this type of work")

    @property
    def year(self) -> str:
        """The year of publication, "" where it is not known."""
        return str(self.work.date.year) if self.work.date else ""

    @property
    def first_page(self) -> str:
        """The page on which the work begins in its container; "" where it is not known."""
        return self.work.pages.replace("—", "–").replace("-", "–").split("–")[0].split(",")[0].strip()

    @property
    def site(self) -> str:
        """The periodical or site the work appeared in, else its publisher."""
        return self.work.container or self.work.publisher

    def note_number(self) -> str:
        """The number of the note that cited the work first; a gap to fill in where it is not known."""
        if not self.cited.first:
            self.tell("write the number of the first note")
        return str(self.cited.first or _NO_NOTE)

    def tell(self, *notes: str) -> None:
        """Add short phrases for the receipt: what is missing, and why."""
        self.remarks.note(*notes)

    def recall(self, rule: str) -> None:
        """Say that the citation follows a rule that was not seen in a source of the style."""
        self.remarks.memory(rule)

    def tell_unknown(self) -> None:
        """Say what of the work is not known that a full citation prints."""
        self.remarks.unknown(self.work)
        if self.kind is Kind.JOURNAL:
            needed = {"volume": self.work.volume, "pages": self.work.pages}
            self.tell(*(f"{name} unknown" for name, value in needed.items() if not value))
