"""What the keys that change an outline mean: the change to an entry, or why there can be none."""

from __future__ import annotations

from corpus.document import Kind
from corpus.errors import NoSuchPlace
from corpus.outline import Outline, Section
from corpus.outline.edited import OutlineEdit, edited, words_at
from tui.article import OpenArticle


def title_before(article: OpenArticle, section: Section) -> str:
    """What an entry is called without the reader: by its author, or by the program."""
    edits = article.edits.edits if article.edits else ()
    unnamed = [edit._replace(title="") if edit.start == section.start else edit for edit in edits]
    outline = edited(article.document, article.outline, unnamed)
    same = (one.title for one in outline.sections if one.start == section.start)
    return next(same, section.title)


def renamed(section: Section, title: str) -> OutlineEdit:
    """An entry is called `title`, or, where that is "", what it was called."""
    return OutlineEdit("renamed", section.start, title, section.level, section.title)


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
    raise NoSuchPlace(f"Nothing follows “{section.title}” on its level that could be joined to it.")


def joined_to(section: Section) -> OutlineEdit:
    """An entry is taken away, and what it holds goes to the one before it."""
    return OutlineEdit("joined", section.start, "", section.level, section.title)


def inserted(article: OpenArticle, outline: Outline, cursor: int) -> OutlineEdit:
    """An entry begins at the paragraph of an offset. Raises NoSuchPlace.

    It stands below what the author has divided his article into, and beside what others have.
    """
    start = _start_at(article, outline, cursor)
    index = outline.at(start)
    if index is None:
        return OutlineEdit("added", start)
    section = outline.sections[index]
    beside = (section.inferred or section.by_reader) and not outline.below(index)
    return OutlineEdit("added", start, level=section.level + (0 if beside else 1))


def divided(article: OpenArticle, outline: Outline, section: Section, cursor: int) -> OutlineEdit:
    """An entry ends at the paragraph of an offset, and another one begins there. Raises NoSuchPlace."""
    if not section.start <= cursor < section.end:
        raise NoSuchPlace(f"You read outside of “{section.title}”: go to where it is to be divided.")
    start = _start_at(article, outline, cursor)
    first = article.document.block_near(section.start)
    while first.kind in (Kind.HEADING, Kind.RULE) and first.start < start:
        first = article.document.block_after(first.start) or first._replace(start=start)
    if first.start >= start:
        raise NoSuchPlace(f"Nothing of “{section.title}” stands before this paragraph: go further down.")
    return OutlineEdit("added", start, level=section.level)


def named_by_text(article: OpenArticle, edit: OutlineEdit) -> str:
    """What an entry that is placed is called where the reader does not name it. Raises NoSuchPlace."""
    label = words_at(article.document, edit.start)
    if not label:
        raise NoSuchPlace("There are no words here to begin an entry with.")
    return label


def told(edit: OutlineEdit) -> str:
    """What a change was, in a few words."""
    if edit.change == "renamed":
        return f"“{edit.title}”" if edit.title else f"the name of “{edit.was}” taken back"
    if edit.change == "added":
        return f"an entry “{edit.title}”" if edit.title else "an entry without a name"
    return f"“{edit.was}” {edit.change}"


def _start_at(article: OpenArticle, outline: Outline, cursor: int) -> int:
    """Where the paragraph of an offset begins, at which no entry begins yet. Raises NoSuchPlace."""
    block = article.document.block_near(cursor)
    while block.kind is Kind.CONTINUATION and (before := article.document.block_before(block.start)):
        block = before
    index = outline.at(block.start)
    if index is not None and outline.sections[index].start == block.start:
        raise NoSuchPlace(f"“{outline.sections[index].title}” begins here already: r calls it otherwise.")
    return block.start
