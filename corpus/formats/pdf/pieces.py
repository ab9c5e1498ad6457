"""What stands on a page of a PDF: runs of words in one font, each at its place."""

from __future__ import annotations

from functools import cached_property
from typing import Final, NamedTuple

from corpus.expression import expression

RAISED: Final = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
"""What can be raised, as characters that are."""
_SUBSET: Final = expression(r"^[A-Z]{6}\+")
_BOLD: Final = expression(r"(?i)bold|black|heavy|demi|medi\b|medium\b|cmbx|cmssbx|sfbx|ecbx|bx\d")
_ITALIC: Final = expression(r"(?i)ital|obli|slant|cmti|cmsl|cmmi|sfti|ecti|-it$")
_MONO: Final = expression(
    r"(?i)mono|courier|typewriter|cmtt|cmsltt|sftt|ectt|tt\d+$|consol|menlo|inconsol|nimbusmon|luximon"
)
_STYLE: Final = expression(r"(?:PS)?(?:MT)?(?:[-,\d]|$)")
_BESIDE, _BELOW = 0.3, 1.0
"""In points, how far beside and below itself the same is drawn at the most."""
_FIXED_PITCH, _ITALIC_FLAG, _FORCE_BOLD = 1, 1 << 6, 1 << 18


class Font(NamedTuple):
    """How a font looks, by its name and its flags (ISO 32000 § 9.8.2); `family` is its name without style."""

    bold: bool = False
    italic: bool = False
    mono: bool = False
    family: str = ""

    @classmethod
    def of(cls, name: str, flags: int) -> Font:
        """The font with that name (with or without the six letters of a subset) and those flags."""
        name = _SUBSET.sub("", name)
        return cls(
            bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD),
            bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG),
            bool(_MONO.search(name)),
            _STYLE.split(name, maxsplit=1)[0],
        )


class Piece(NamedTuple):
    """A run of words in one font: its left and right edge, its base line, its size, in points.

    Coordinates are those of the page as it is shown, y upwards. `target` is where a link on it leads,
    `word` how wide its first word is.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: Font
    target: str = ""
    word: float = 0.0

    def is_under(self, other: Piece) -> bool:
        """Whether another piece says the same in the same place, or a little beside it: so it looks bold."""
        near = abs(self.x0 - other.x0) < _BESIDE and abs(self.y - other.y) < _BELOW
        return near and self.text == other.text


class Segment(NamedTuple):
    """Pieces on one base line with no wide gap between them."""

    pieces: tuple[Piece, ...]
    x0: float
    x1: float
    y: float
    size: float

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


class Line:
    """A line of a column: segments from left to right, parted by wide gaps."""

    def __init__(self, segments: list[Segment], column: int = 0) -> None:
        """Take at least one segment; `column` is the number of the column on its page."""
        self.segments = segments
        self.column = column
        self.x0 = segments[0].x0
        self.x1 = max(segment.x1 for segment in segments)
        main = max(segments, key=lambda segment: segment.x1 - segment.x0)
        self.y, self.size = main.y, main.size

    @cached_property
    def pieces(self) -> list[Piece]:
        """All of its pieces."""
        return [piece for segment in self.segments for piece in segment.pieces]

    @cached_property
    def text(self) -> str:
        """Its words, wide gaps being one space."""
        return " ".join(segment.text.strip() for segment in self.segments).strip()

    def _all(self, look: str) -> bool:
        wordy = [piece for piece in self.pieces if any(sign.isalnum() for sign in piece.text)]
        return all(getattr(piece.font, look) for piece in wordy or self.pieces)

    @cached_property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return self._all("bold")

    @cached_property
    def italic(self) -> bool:
        """Whether all of its words are in italics."""
        return self._all("italic")

    @cached_property
    def mono(self) -> bool:
        """Whether all of its words are in a font whose letters have one width."""
        return self._all("mono")

    @cached_property
    def family(self) -> str:
        """The family of most of its words."""
        return max(self.pieces, key=lambda piece: piece.x1 - piece.x0).font.family

    @cached_property
    def first_word(self) -> float:
        """How wide its first word is."""
        width = 0.0
        for piece in self.pieces:
            width += piece.word
            if " " in piece.text.strip() or piece.text.endswith(" "):
                break
        return width


class Page(NamedTuple):
    """What stands on a page, in the order in which the file draws it; `aside` what is written sideways.

    A page that cannot be read has no width; `pictures` tells of one that has them, and no words.
    """

    pieces: list[Piece]
    width: float
    height: float
    aside: str = ""
    pictures: bool = False
