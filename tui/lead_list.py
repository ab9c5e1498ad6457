"""The sheet of all links and pictures of an article: one of them is chosen, and shown where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.content import Content

from corpus.document import Readable
from corpus.leads import Lead, words_of
from corpus.passages.shown_number import place_at
from corpus.sanitiser import clean_line
from tui import cells
from tui.foot_line import joined
from tui.leading import place_called, told
from tui.sheets import ChoiceSheet

MOST: Final = 500
"""Links that are listed: nobody looks through more of them."""
_WORDS: Final = 60
_TARGET: Final = 200


class LeadList(ChoiceSheet):
    """Gives the number of the link that was chosen, from 0."""

    FOOT_WORDS: ClassVar[str] = "↓ ↑ · Enter goes to the link, Enter again follows it · Esc goes back"

    def __init__(self, document: Readable, leads: Sequence[Lead], chosen: int) -> None:
        """List these of a document; one is chosen to begin with."""
        super().__init__([(str(at), _listed(document, lead)) for at, lead in enumerate(leads)], str(chosen))
        self._count = len(leads)

    def title_words(self) -> str:
        """How many there are."""
        if self._count == MOST:
            return f"The first {MOST} links of this article"
        return f"{self._count} link{'' if self._count == 1 else 's'} in this article"


def _leads_to(document: Readable, lead: Lead) -> str:
    """Where it leads: inside the article by the words that stand there, which its name hardly tells."""
    if lead.target.startswith("#") and (found := place_called(document, lead.target[1:])):
        return f"→ {told(found, document)}"
    target = clean_line(lead.target)
    return f"{target[:_TARGET]}…" if len(target) > _TARGET else target


def _listed(document: Readable, lead: Lead) -> Content:
    words = cells.cut_at_word(words_of(document, lead), _WORDS)
    place = joined(place_at(document, lead.start))
    target = _leads_to(document, lead)
    return Content.assemble(
        (words, "bold"),
        (f" · {place}" if place else "", "$page-dim"),
        ("\n" + target if target != words else "", "$page-foreground 72%"),
    )
