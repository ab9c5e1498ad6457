"""Citations that point to the exact place.

One module a style, in the package of its family: `scholarly`, `legal`, `numbered`, `keyed` (markup that
names a bibliography's key), `described` (no style at all), `csl` (styles read from files); `catalogue` lists
them. What is cited is a `style.Cited`: a work, and a `place` in it. Here stands what all of them share: how
a place is named (`pinpoint`), lists of names (`name_lists`), capitals (`casing`), what a citation says of
itself (`remarks`); and the quotation (`quoting`, with `marks` and `emphasis`), whatever the style.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.citation.casing import Uncapitalised
from corpus.citation.catalogue import STYLES
from corpus.citation.phrase import Phrase, Run
from corpus.citation.place import apart, place_of
from corpus.citation.quoting import merged, own_omissions, quoted
from corpus.citation.style import Citation, Cited, Form, NoSuchStyle, Reference, Style
from corpus.metadata import Metadata
from corpus.passages.passage import Passage
from corpus.sanitiser import clean_line

__all__ = ["STYLES", "Citation", "Form", "NoSuchStyle", "Style", "cite", "cited_at", "refer", "style_named"]

_LOOKED_AT: Final = 100_000
"""Characters of an article among which words of its title are looked for."""


def style_named(name: str) -> Style:
    """The style of that name. Raises NoSuchStyle."""
    if name not in STYLES:
        raise NoSuchStyle(f"There is no style “{clean_line(name)}”: choose one of {', '.join(STYLES)}.")
    return STYLES[name]


def cite(
    metadata: Metadata, passages: Passage | Sequence[Passage], style: str, form: Form = "cite"
) -> Citation:
    """The passage quoted, and its citation, in the style of that name.

    Of several passages of one article one quotation is made, in reading order, with a sign for what is
    left out; those that overlap or touch become one. The place is that from the first to the last, and a
    note tells where they stand apart. No control characters are in it but the newlines of a block
    quotation, and none at the end. Raises NoSuchStyle, and ValueError where there is no passage.
    """
    some = [passages] if isinstance(passages, Passage) else list(passages)
    if not some:
        raise ValueError("There is no passage to cite.")
    parts = merged(some) or some[:1]
    citation, locator, notes, unchecked = refer(cited_at(metadata, parts[0], parts[-1]), style, form)
    quotation = quoted(parts, citation, style_named(style).quotation)
    notes = apart(parts) + own_omissions(parts) + notes
    return Citation(quotation.phrase, citation, style, locator, notes, unchecked, quotation)


def refer(cited: Cited, style: str, form: Form = "cite") -> Reference:
    """The citation alone, in the style of that name, without control characters. Raises NoSuchStyle."""
    chosen = style_named(style)
    reference = chosen.write(form, cited)
    # An entry for a bibliography's file has lines of its own.
    clean = _clean_lines if chosen.quotation.markup and form == "entry" else _clean
    return reference._replace(phrase=clean(reference.phrase), locator=clean_line(reference.locator))


def cited_at(metadata: Metadata, first: Passage, last: Passage | None = None) -> Cited:
    """The work and the place that a style is asked to cite: from passage `first` to passage `last`."""
    text = first.document.text[:_LOOKED_AT]
    place = place_of(first, last or first, metadata.title, metadata.type)
    return Cited(metadata, place, uncapitalised=Uncapitalised(metadata.title, text))


def _clean_lines(phrase: Phrase) -> Phrase:
    return Phrase(Run("\n".join(map(clean_line, phrase.plain.split("\n"))).strip()))


def _clean(phrase: Phrase) -> Phrase:
    """The phrase without what a terminal or a clipboard may take for an order."""
    if (clean := clean_line(phrase.plain)) == phrase.plain:
        return phrase
    runs = [run.saying(clean_line(f"x{run.text}x")[1:-1]) for run in phrase.runs]
    whole = Phrase(*runs)
    return whole if clean_line(whole.plain) == whole.plain else Phrase(Run(clean))
