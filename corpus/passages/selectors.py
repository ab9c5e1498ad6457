"""What a passage is found again by: its words, what stands around them, and where it stood.

`corpus.finding_again` finds it.

The selectors are those of the W3C’s Web Annotation Data Model (Recommendation of 23 February 2017, § 4.2):
a TextQuoteSelector and a TextPositionSelector on the article’s clean text.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from corpus.document import FILLER
from corpus.passages.passage import Passage
from corpus.passages.shown_passage import places_of
from corpus.sanitiser import clean_line, clean_text

CONTEXT: Final = 32
"""Characters that are kept on either side of a passage."""


class Part(NamedTuple):
    """A run of words taken from an article.

    `start` and `end` are the offsets it had; `exact` its words, `prefix` and `suffix` what stood before
    and behind. `repeated` tells that the article had the same words at another place too, as far as was
    looked: a large text is not searched for them. `called` is what its place was called ("p. 4 · ¶ 12"),
    "" where it is not known or has no name.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    repeated: bool = False
    called: str = ""

    def plain(self) -> list[dict[str, Any]]:
        """Its two selectors as JSON knows them; the they say more than the standard where they must."""
        return [
            {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix}
            | ({"repeated": True} if self.repeated else {}),
            {"type": "TextPositionSelector", "start": self.start, "end": self.end}
            | ({"called": self.called} if self.called else {}),
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
        called(passage),
    )


def called(passage: Passage) -> str:
    """What the place of a passage is called: "p. 4 · ¶ 12"; "" where it has no name."""
    return clean_line(" · ".join(filter(None, places_of(passage))))


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
            {"type": "TextPositionSelector", "start": int(start), "end": int(end), **place},
        ] if exact and 0 <= start <= end:
            exact, prefix, suffix = (clean_text(_words(words)) for words in (exact, prefix, suffix))
            name = place.get("called")
            name = clean_line(name) if isinstance(name, str) else ""
            return Part(start, end, exact, prefix, suffix, more.get("repeated") is True, name)
        case _:
            raise ValueError("These are no selectors.")


def _words(text: str) -> str:
    """The text without what only fills the gaps of a large one."""
    return text.replace(FILLER, "")
