"""What the keys that change an outline mean: the change to an entry, or why there can be none."""

from __future__ import annotations

from typing import Final

from corpus.document import Kind
from corpus.edited_outline import OutlineEdit, edited, words_at
from corpus.errors import NoSuchPlace
from corpus.outline import Outline, Section
from tui import cells
from tui.article import OpenArticle

_SHOWN: Final = 40
"""Cells of a title that a sentence shows."""


def title_before(article: OpenArticle, section: Section) -> str:
    """What an entry is called without the reader: by its author, or by the program."""
    edits = article.edits.edits if article.edits else ()
    unnamed = [edit._replace(title="") if edit.start == section.start else edit for edit in edits]
    outline = edited(article.document, article.outline, unnamed)
    same = (one.title for one in outline.sections if one.start == section.start)
    return next(same, section.title)


def renamed(whole: Outline, section: Section, title: str) -> OutlineEdit:
    """An entry is called `title`, or, where that is "", what it was called.

    Here and below, `whole` is the outline with all that may be hidden of it.
    """
    return OutlineEdit("renamed", section.start, title, _level(whole, section), section.title)


def removed(section: Section) -> OutlineEdit:
    """An entry is taken away."""
    return OutlineEdit("removed", section.start, "", section.level, section.title)


def following(outline: Outline, section: Section) -> Section:
    """The next entry of the same level, which can be joined to this one. Raises NoSuchPlace."""
    index = outline.sections.index(section)
    after = outline.below(index).stop
    if after < len(outline):
        one = outline.sections[after]
        if (one.level, one.matter) == (section.level, section.matter):
            return one
    raise NoSuchPlace(f"Nothing follows {quoted(section.title)} on its level that could be joined to it.")


def joined_to(section: Section) -> OutlineEdit:
    """An entry is taken away, and what it holds goes to the one before it."""
    return OutlineEdit("joined", section.start, "", section.level, section.title)


def inserted(article: OpenArticle, outline: Outline, whole: Outline, cursor: int) -> OutlineEdit:
    """An entry begins at the paragraph of an offset. Raises NoSuchPlace.

    It stands below what the author has divided his article into, and beside what others have. `outline` is
    the one that is shown.
    """
    start = _start_at(article, outline, cursor)
    index = whole.at(start)
    if index is None:
        return OutlineEdit("added", start)
    section = whole.sections[index]
    hidden = section.start == start
    beside = hidden or ((section.inferred or section.by_reader) and not whole.below(index))
    return OutlineEdit("added", start, level=section.level + (0 if beside else 1))


def divided(
    article: OpenArticle, outline: Outline, whole: Outline, section: Section, cursor: int
) -> OutlineEdit:
    """An entry ends at the paragraph of an offset, and another one begins there. Raises NoSuchPlace."""
    if not section.start <= cursor < section.end:
        raise NoSuchPlace(f"You read outside of {quoted(section.title)}: go to where it is to be divided.")
    start = _start_at(article, outline, cursor)
    first = article.document.block_near(section.start)
    while first.kind in (Kind.HEADING, Kind.RULE) and first.start < start:
        first = article.document.block_after(first.start) or first._replace(start=start)
    if first.start >= start:
        raise NoSuchPlace(
            f"Nothing of {quoted(section.title)} stands before this paragraph: go further down."
        )
    return OutlineEdit("added", start, level=_level(whole, section))


def named_by_text(article: OpenArticle, edit: OutlineEdit) -> str:
    """What an entry that is placed is called where the reader does not name it. Raises NoSuchPlace."""
    label = words_at(article.document, edit.start)
    if not label:
        raise NoSuchPlace("There are no words here to begin an entry with.")
    return label


def told(edit: OutlineEdit) -> str:
    """What a change was, in a few words."""
    if edit.change == "renamed":
        return f"the name {quoted(edit.title)}" if edit.title else f"{quoted(edit.was)} named back"
    if edit.change == "added":
        return f"the entry {quoted(edit.title)}" if edit.title else "the entry that was placed"
    return f"{quoted(edit.was)} {edit.change}"


def quoted(title: str) -> str:
    """A title in a sentence, as far as it has room there."""
    return f"“{cells.cut_at_word(title, _SHOWN)}”"


def _level(whole: Outline, section: Section) -> int:
    """The level of an entry among all that there are."""
    return next((one.level for one in whole.sections if one.start == section.start), section.level)


def _start_at(article: OpenArticle, outline: Outline, cursor: int) -> int:
    """Where the paragraph of an offset begins, at which no entry begins yet. Raises NoSuchPlace."""
    block = article.document.block_near(cursor)
    while block.kind is Kind.CONTINUATION and (before := article.document.block_before(block.start)):
        block = before
    index = outline.at(block.start)
    if index is not None and outline.sections[index].start == block.start:
        raise NoSuchPlace(
            f"{quoted(outline.sections[index].title)} begins here already: r calls it otherwise."
        )
    return block.start
