"""What is pasted: how much of it is taken, and which of it is the quotation. No Textual in it."""

from __future__ import annotations

from typing import Final

MOST: Final = 100_000
"""Characters that a line takes: far more than anybody types, and as many as can be edited at once."""


def taken_apart(pasted: str) -> tuple[str, str]:
    """The quotation in what was pasted, and the citation beside it; without any, all of it and ""."""
    from corpus.manuscript.reading import read_manuscript  # not above: a prompt needs none of it

    quoted = read_manuscript(pasted.encode("utf-8", "replace")).quotations
    longest = max(quoted, key=lambda quotation: len(quotation.text), default=None)
    # Where most stands outside of the marks, they stand in the quotation.
    if longest is None or len(longest.text) * 2 < len(pasted) - len(longest.citation):
        return pasted, ""
    return longest.text, longest.citation
