"""The place in an article, as the styles name it."""

from __future__ import annotations

from corpus.citation.ordinals import in_figures, in_words
from corpus.citation.place import Place


def counted_in_words(place: Place) -> str:
    """The paragraphs by their place in the row: "third para.", "fifth and sixth paras.", "101st para.".

    "" where the passage has no number. As in Chicago’s rule for numbers in general, words reach to
    one hundred; a range has figures at both ends as soon as one of them needs figures.
    """
    if place.counted is None:
        return ""
    first, last = place.counted
    name = in_words if last <= 100 else in_figures
    if first == last:
        return f"{name(first)} para."
    return f"{name(first)} {'and' if last == first + 1 else 'through'} {name(last)} paras."
