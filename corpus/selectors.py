"""What a passage is found again by: its words, what stands around them, and where it stood.

The selectors are those of the W3C’s Web Annotation Data Model (Recommendation of 23 February 2017, § 4.2):
a TextQuoteSelector and a TextPositionSelector on the article’s clean text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from corpus.document import FILLER, Text
from corpus.passage import Passage
from corpus.sanitiser import clean_text

CONTEXT: Final = 32
"""Characters that are kept on either side of a passage."""
_SLICE: Final = 1 << 20
"""Characters of an article that are looked through at once."""


class Part(NamedTuple):
    """A run of words taken from an article.

    `start` and `end` are the offsets it had; `exact` its words, `prefix` and `suffix` what stood before
    and behind. `repeated` tells that the article had the same words at another place too, as far as was
    looked: a large text is not searched for them.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    repeated: bool = False

    def plain(self) -> list[dict[str, Any]]:
        """Its two selectors as JSON knows them; the first says more than the standard where it must."""
        return [
            {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix}
            | ({"repeated": True} if self.repeated else {}),
            {"type": "TextPositionSelector", "start": self.start, "end": self.end},
        ]


def part_of(passage: Passage) -> Part:
    """The words of a passage, with what it takes to find them again; white space around them is left out."""
    passage = passage.trimmed()
    text, start, end = passage.document.text, passage.start, passage.end
    exact = _words(text[start:end])
    return Part(
        start,
        end,
        exact,
        _words(text[max(0, start - 2 * CONTEXT) : start])[-CONTEXT:],
        _words(text[end : end + 2 * CONTEXT])[:CONTEXT],
        isinstance(text, str) and (text.find(exact) != start or text.find(exact, start + 1) >= 0),
    )


def part_from(selectors: object) -> Part:
    """The part that `Part.plain` made this of. Raises ValueError where it is none."""
    match selectors:
        case [
            {
                "type": "TextQuoteSelector",
                "exact": str(exact),
                "prefix": str(prefix),
                "suffix": str(suffix),
                **more,
            },
            {"type": "TextPositionSelector", "start": int(start), "end": int(end)},
        ] if exact and 0 <= start <= end:
            exact, prefix, suffix = (clean_text(_words(words)) for words in (exact, prefix, suffix))
            return Part(start, end, exact, prefix, suffix, more.get("repeated") is True)
        case _:
            raise ValueError("These are no selectors.")


def find_again(text: Text, part: Part, *, unchanged: bool) -> tuple[int, int] | None:
    """Where a part stands in the text now: offsets, or None where that is not certain.

    `unchanged` tells that the article is the very one the part was taken from: then its position holds,
    if the words are there. In any other the words must stand as they did, between what they stood between
    on one side at the least, and at one place only; on both sides, if they stood at several places before:
    else another of these would be taken for a place that is gone.
    """
    here = part.start, min(part.end, len(text))
    if unchanged and _words(text[slice(*here)]) == part.exact:
        return here
    places = list(_occurrences(text, part.exact))
    for least in (2,) if part.repeated else (2, 1):
        like = [place for place in places if _context(text, part, *place) >= least]
        if like:
            return like[0] if len(like) == 1 else None
    return None


def _occurrences(text: Text, words: str) -> Iterator[tuple[int, int]]:
    """Every place of these words, found slice by slice: a large text is not there as a whole."""
    for first in range(0, len(text), _SLICE):
        some = text[first : first + _SLICE + len(words) - 1]
        at = some.find(words)
        while at >= 0:
            yield first + at, first + at + len(words)
            at = some.find(words, at + 1)


def _context(text: Text, part: Part, start: int, end: int) -> int:
    """On how many sides what stands around a place is what stood around the part."""
    before = _words(text[max(0, start - 2 * CONTEXT) : start])
    after = _words(text[end : end + 2 * CONTEXT])
    return _ends(before, part.prefix) + _begins(after, part.suffix)


def _ends(before: str, prefix: str) -> bool:
    return before.endswith(prefix) if prefix else not before.strip()


def _begins(after: str, suffix: str) -> bool:
    return after.startswith(suffix) if suffix else not after.strip()


def _words(text: str) -> str:
    """The text without what only fills the gaps of a large one."""
    return text.replace(FILLER, "")
