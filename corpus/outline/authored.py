"""An outline without what the program inferred: what the author wrote, and what the reader placed."""

from __future__ import annotations

from corpus.outline.section import Outline, Section


def authored(outline: Outline) -> Outline:
    """The outline without its inferred entries; itself where it has none.

    What stood below one of them moves up a level. A section goes on to the next one that is left; what
    stands before or behind the article ends where it ended, because the article is not part of it.
    """
    sections = outline.sections
    kept = [index for index, section in enumerate(sections) if not _is_hidden(section)]
    if len(kept) == len(sections):
        return outline
    end = max(section.end for section in sections)
    left: list[Section] = []
    opened: list[int] = []
    for index in kept:
        section = sections[index]
        if hidden := _hidden_above(outline, index):
            section = section._replace(level=section.level - hidden)
        while opened and left[opened[-1]].level >= section.level:
            _close(left, opened.pop(), section.start)
        opened.append(len(left))
        left.append(section)
    for index in opened:
        _close(left, index, end)
    return Outline(tuple(left))


def _is_hidden(section: Section) -> bool:
    return section.inferred and not section.by_reader


def _hidden_above(outline: Outline, index: int) -> int:
    hidden = 0
    above = outline.parent(index)
    while above is not None:
        hidden += _is_hidden(outline.sections[above])
        above = outline.parent(above)
    return hidden


def _close(sections: list[Section], index: int, end: int) -> None:
    if sections[index].matter == "body" and sections[index].end != end:
        sections[index] = sections[index]._replace(end=end)
