"""The outline of an article with headings: those that its author wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.document import Kind, Structure
from corpus.outline.matter import front_matter, headings_outside
from corpus.outline.run_in import RunIn, run_in_numbers
from corpus.outline.section import Entry


def heading_entries(document: Structure, opening: Iterable[int] | None = None) -> list[Entry]:
    """An entry for each heading, levels counted from 1 without gaps; none if only the title is one.

    A title that stands over everything else takes no level of its own: it is left out, or stays
    beside the others where paragraphs follow it directly. The numbers that open the paragraphs of a law
    have entries too; `opening` as in `run_in_numbers`.
    """
    kinds = document.blocks.columns()[2]
    places = [at for at, kind in enumerate(kinds) if kind == Kind.HEADING]
    numbers = run_in_numbers(document, opening)
    titled = bool(places) and _is_title(document, places)
    if titled and len(places) == 1 and not numbers:
        return []
    entries: list[Entry] = []
    if titled:
        title, *places = places
        first = min((*places[:1], *(one.block for one in numbers)))
        divided = numbers or not headings_outside(document).keys() >= {*places}
        if divided and Kind.PARAGRAPH in kinds[title:first]:
            entries = _beside_notes(document, [title], [])
    return entries + _beside_notes(document, places, numbers)


def _is_title(document: Structure, places: list[int]) -> bool:
    """Whether the document opens with its title, and all other headings stand below it."""
    kinds, levels = document.blocks.columns()[2:4]
    opens = all(kind == Kind.NOTE for kind in kinds[: places[0]])
    same = _title(document, places[0]).casefold() == " ".join(document.metadata.title.split()).casefold()
    return opens and same and all(levels[at] > levels[places[0]] for at in places[1:])


def _title(document: Structure, place: int) -> str:
    heading = document.blocks[place]
    return " ".join(document.text[heading.start : heading.end].split())


def _beside_notes(document: Structure, places: list[int], numbers: Sequence[RunIn]) -> list[Entry]:
    """Entries for headings; one over the front matter begins after it, for that has an entry before it."""
    starts, _, kinds, _, _, _ = document.blocks.columns()
    after = front_matter(document).stop
    over = [at for at in places if at < after]
    below = [at for at in places if at >= after]
    begins = {at: starts[at] for at in below}
    if not over or after >= len(kinds) or kinds[after] == Kind.HEADING:
        return _nested(document, begins, numbers)
    return _nested(document, {over[-1]: starts[after]} | begins, numbers)


def _nested(document: Structure, places: dict[int, int], numbers: Sequence[RunIn]) -> list[Entry]:
    """Entries for headings and where each starts, one level below the nearest before it that is higher.

    A number that opens a paragraph is lower than any heading, but for one that counts with it.
    """
    starts, _, _, levels, _, _ = document.blocks.columns()
    ranks = {one.block: one.rank for one in numbers}
    titles = {one.block: one.title for one in numbers if not one.heading}
    outside = headings_outside(document)
    above: list[tuple[bool, int]] = []
    entries = []
    for place in sorted({*places, *titles}):
        key = (True, ranks[place]) if place in ranks else (False, levels[place])
        while above and above[-1] >= key:
            above.pop()
        above.append(key)
        title = titles.get(place) or _title(document, place)
        start = places.get(place, starts[place])
        entries.append(Entry(title, len(above), start, matter=outside.get(place, "body")))
    return entries
