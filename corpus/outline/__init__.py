"""The outline of an article: the headings its author wrote, or what can be inferred, marked so."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document import Structure
from corpus.outline.section import Entry, Outline, Section, sections_of

__all__ = ["Outline", "Section", "authored_outline_of", "outline_of"]


def outline_of(document: Structure, opening: Iterable[int] | None = None) -> Outline:
    """The outline of a document: its headings or inferred sections, what stands before and behind it.

    `opening` are the offsets of the paragraphs that may open with the number of an article of law, where
    those are known.
    """
    # Here and below, not above: who comes back to an article has its outline already.
    return _outline(document, _written(document, opening), inferring=True)


def authored_outline_of(document: Structure) -> Outline:
    """Of its outline what the author wrote: nothing where there is neither front matter nor a heading.

    What stands before the article ends where that begins, though no other entry does.
    """
    from corpus.outline.matter import ended_before_article

    sections = _outline(document, _written(document)).sections
    return Outline(tuple(ended_before_article(document, one) for one in sections))


def _written(document: Structure, opening: Iterable[int] | None = None) -> list[Entry]:
    """The entries that the author wrote: of the contents that the document brings, else of its headings."""
    if document.contents:
        from corpus.outline.contents_given import listed_entries

        if entries := listed_entries(document, opening):
            return entries
    from corpus.outline.explicit import heading_entries

    return heading_entries(document, opening)


def _outline(document: Structure, headings: list[Entry], *, inferring: bool = False) -> Outline:
    from corpus.outline.matter import entries_before, entries_behind

    entries = headings
    # A heading over the notes says nothing of how the article is divided.
    if inferring and all(heading.matter != "body" for heading in headings):
        from corpus.outline.headless import inferred_entries

        entries = headings + inferred_entries(document)
    around = [*entries_before(document), *entries_behind(document)]
    if document.contents:
        # What they list needs no second entry, nor what stands before the article where that is listed too.
        begun = {entry.start for entry in entries}
        first = min(begun, default=len(document.text))
        around = [
            one
            for one in around
            if one.start not in begun and (one.matter == "back" or one.start < first) and not _is_picture(one)
        ]
    entries = sorted([*around, *entries], key=lambda entry: entry.start)
    return Outline(sections_of(document, entries))


def _is_picture(entry: Entry) -> bool:
    """Whether an entry stands for pictures alone, such as a cover."""
    return entry.title.startswith("[") and entry.title.endswith("]")
