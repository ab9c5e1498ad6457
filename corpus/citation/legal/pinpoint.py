"""Which of the places of a passage a style of lawyers prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from corpus.citation.legal.kinds import Kind
from corpus.citation.legal.matter import Matter

Sort = Literal["page", "paragraph", "section", "counted", "heading"]
"""What a place is told by: a page, a paragraph's or a section's number that the source prints, a
paragraph that was only counted, a heading."""

Places: TypeAlias = Mapping[Sort, Callable[[Matter], str]]
"""How a style writes each sort of place that it has; all have those that the source prints."""

_WITHHELD: Final[Mapping[Sort, str]] = {
    "counted": "no ¶ ({} doesn’t count unnumbered paragraphs)",
    "heading": "no heading ({} doesn’t cite by heading)",
}
_NO_SECTION: Final = "no section number here (a statute is cited by its sections)"


class Pin(NamedTuple):
    """A place as printed; false where there is none."""

    words: str = ""
    sort: Sort | None = None

    def __bool__(self) -> bool:
        return bool(self.words)


def pinpoint(matter: Matter, places: Places) -> Pin:
    """The best place of the matter that the style has; what is withheld is told.

    What the source itself prints comes first, for every reader can find it: a page, a paragraph's number,
    a section's. A statute is cited by its sections alone.
    """
    place = matter.place
    known: dict[Sort, object] = {
        "page": place.pages,
        "paragraph": place.numbers,
        "section": place.section,
        "counted": place.counted,
        "heading": place.heading,
    }
    sorts = [sort for sort, value in known.items() if value]
    if matter.kind is Kind.STATUTE:
        if sorts and "section" not in sorts:
            matter.tell(_NO_SECTION)
        sorts = ["section"] if "section" in sorts else []
    elif not sorts:
        matter.tell(*place.notes)
    for sort in sorts:
        if sort in places:
            if sort == "counted":
                matter.tell(*place.notes)
            return Pin(places[sort](matter), sort)
    if sorts:
        matter.tell(_WITHHELD[sorts[0]].format(matter.style))
    return Pin()
