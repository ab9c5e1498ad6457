"""Citations that point to the exact place: one module a style."""

from __future__ import annotations

from typing import Final

from corpus.citation.casing import uncapitalised_in
from corpus.citation.catalogue import STYLES
from corpus.citation.phrase import Phrase, Run
from corpus.citation.place import place_of
from corpus.citation.quoting import quoted
from corpus.citation.style import Citation, Cited, Form, NoSuchStyle, Reference, Style
from corpus.metadata import Metadata
from corpus.passage import Passage
from corpus.sanitiser import clean_line

__all__ = ["STYLES", "Citation", "Form", "NoSuchStyle", "Style", "cite", "cited_at", "refer", "style_named"]

_LOOKED_AT: Final = 100_000
"""Characters of an article among which words of its title are looked for."""


def style_named(name: str) -> Style:
    """The style of that name. Raises NoSuchStyle."""
    if name not in STYLES:
        raise NoSuchStyle(f"There is no style “{clean_line(name)}”: choose one of {', '.join(STYLES)}.")
    return STYLES[name]


def cite(metadata: Metadata, passage: Passage, style: str, form: Form = "cite") -> Citation:
    """The passage quoted, and its citation, in the style of that name.

    No control characters are in it but the newlines of a block quotation, and none at the end.
    Raises NoSuchStyle.
    """
    citation, locator, notes, unchecked = refer(cited_at(metadata, passage), style, form)
    text = quoted(passage, citation, style_named(style).quotation)
    return Citation(text, citation, style, locator, notes, unchecked)


def refer(cited: Cited, style: str, form: Form = "cite") -> Reference:
    """The citation alone, in the style of that name, without control characters. Raises NoSuchStyle."""
    reference = style_named(style).write(form, cited)
    return reference._replace(phrase=_clean(reference.phrase))


def cited_at(metadata: Metadata, first: Passage, last: Passage | None = None) -> Cited:
    """The work and the place that a style is asked to cite: from passage `first` to passage `last`."""
    text = first.document.text[:_LOOKED_AT]
    place = place_of(first, last or first, metadata.title)
    return Cited(metadata, place, uncapitalised=uncapitalised_in(metadata.title, text))


def _clean(phrase: Phrase) -> Phrase:
    """The phrase without what a terminal or a clipboard may take for an order."""
    if (clean := clean_line(phrase.plain)) == phrase.plain:
        return phrase
    runs = [Run(clean_line(f"x{run.text}x")[1:-1], run.face) for run in phrase.runs]
    whole = Phrase(*runs)
    return whole if clean_line(whole.plain) == whole.plain else Phrase(Run(clean))
