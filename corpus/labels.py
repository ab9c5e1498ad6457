"""What a source prints to be cited by: the numbers of its pages, and those of its paragraphs."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from corpus.blocks import Blocks, Kind
from corpus.errors import NoSuchPlace
from corpus.expression import expression
from corpus.scripts import count_wide

STATUTES: Final = frozenset(("legislation", "bill", "regulation", "treaty"))
"""Types of works whose numbered paragraphs are their sections."""
_BARE: Final = expression(r"[^\w]*(?P<number>\d+(?:\.\d+)*\w*|[ivxlcdm]+|[IVXLCDM]+)[^\w]*")


def bare(mark: str) -> str:
    """A number without what is printed around it: "[12]", "¶ 12" and "12." are "12", "(12A)" is "12A"."""
    match = _BARE.fullmatch(mark)
    return match["number"] if match else mark


def sign_of(mark: str) -> str:
    """The sign that makes a printed number one of a paragraph or a section: "¶" or "§"; else ""."""
    return next((sign for sign in "¶§" if sign in mark), "")


class Printed(NamedTuple):
    """Labels that the source prints, each with the offset in the text from which on it holds, in order.

    An empty label tells that from there on none is known.
    """

    starts: array[int] = array("L")
    labels: tuple[str, ...] = ()

    @classmethod
    def of(cls, labels: Iterable[tuple[int, str]]) -> Printed:
        """Labels of pairs of an offset and what is printed there, in order."""
        pairs = list(labels)
        return cls(array("L", (start for start, _ in pairs)), tuple(label for _, label in pairs))

    @property
    def longest(self) -> int:
        """The cells that the longest label takes; 0 without any."""
        return max((len(label) + count_wide(label) for label in self.labels), default=0)

    def shifted(self, by: int) -> list[tuple[int, str]]:
        """The pairs of `of`, with all offsets moved on."""
        return [(by + start, label) for start, label in zip(self.starts, self.labels, strict=True)]

    def before(self, offset: int) -> str:
        """The label that holds at an offset; "" where none does."""
        index = bisect_right(self.starts, offset) - 1
        return self.labels[index] if index >= 0 else ""

    def at(self, offset: int) -> str:
        """The label that begins at just that offset; else ""."""
        index = bisect_left(self.starts, offset)
        here = index < len(self.starts) and self.starts[index] == offset
        return self.labels[index] if here else ""

    def of_block(self, blocks: Blocks, index: int, *, more: bool = False) -> str:
        """Of labels of paragraphs, the one that a block belongs to: see `Readable.mark_at`.

        `more` tells that others follow, of which this does not know.
        """
        _, _, kinds, *_ = blocks.columns()
        start = blocks.starts[index]
        here = bisect_right(self.starts, start) - 1
        if here < 0:
            return ""
        first = bisect_left(blocks.starts, self.starts[here])
        if blocks.parted(index, first):
            return ""
        # Behind the last number there may stand what is none of its paragraph: signatures, costs.
        last = here + 1 == len(self.starts) and not more
        alone = last and Kind.PARAGRAPH in kinds[first + 1 : index + 1]
        return "" if alone else self.labels[here]

    def start_of(self, number: str) -> int:
        """The offset of the first paragraph with that number. Raises NoSuchPlace."""
        start = self.first(number)
        if start is None:
            raise NoSuchPlace(no_such_number(number, self.labels))
        return start

    def start_of_page(self, label: str) -> int:
        """The offset at which the page with that number begins. Raises NoSuchPlace."""
        start = self.first(label)
        if start is None:
            raise NoSuchPlace(no_such_page(label, self.labels))
        return start

    def first(self, number: str) -> int | None:
        """The offset of the first label with that bare number; None where there is none."""
        wanted = number.casefold()
        for start, label in zip(self.starts, self.labels, strict=True):
            if label and bare(label).casefold() == wanted:
                return start
        return None


class Labels(NamedTuple):
    """The pages that a source prints, and the numbers that it prints before its paragraphs.

    Pages are bare ("42", "xii"); numbers are marks as printed ("[12]", "¶ 12", "12.").
    """

    pages: Printed = Printed()
    numbers: Printed = Printed()


def no_such_number(number: str, marks: tuple[str, ...]) -> str:
    """The sentence about a number that the source does not print."""
    return f"No paragraph {number} is printed here: the numbers run from {_range(marks)}."


def no_such_page(label: str, pages: tuple[str, ...]) -> str:
    """The sentence about a page that the source does not have."""
    if not any(pages):
        return "This article prints no pages: type a paragraph’s number, such as 42."
    return f"There is no page {label}: the printed pages run from {_range(pages)}."


def _range(labels: tuple[str, ...]) -> str:
    known = [bare(label) for label in labels if label]
    return f"{known[0]} to {known[-1]}"
