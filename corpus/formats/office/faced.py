"""Words of a word processor's file as they come from it: some in bold, in italics, or as code."""

from __future__ import annotations

from typing import Final

from corpus.document import Inline
from corpus.formats.words import Words

PLAIN: Final[frozenset[Inline]] = frozenset()
_FACES: Final = (Inline.STRONG, Inline.EMPHASIS, Inline.CODE)


def faces(*, bold: bool | None, italic: bool | None, code: bool) -> frozenset[Inline]:
    """What words are marked with that look so."""
    return frozenset(mark for mark, on in zip(_FACES, (bold, italic, code), strict=True) if on)


class Faced:
    """Writes words and their faces, which go on from one word to the next that has them, too."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._faces = PLAIN
        self.verbatim = False
        """Whether white space counts, and no word has a face: in code."""

    def add(self, text: str, faces: frozenset[Inline] = PLAIN) -> None:
        """Append words with these faces."""
        if self.verbatim:
            self._words.add_code(text)
            return
        self.turn(faces)
        self._words.add(text)

    def turn(self, faces: frozenset[Inline] = PLAIN) -> None:
        """From here on words have these faces and no others."""
        if faces == self._faces:
            return
        for face in sorted(self._faces - faces, reverse=True):
            self._words.end(face)
        for face in sorted(faces - self._faces):
            self._words.begin(face)
        self._faces = faces

    def begin(self, inline: Inline, target: str) -> None:
        """Begin a link or a picture; faces end before it, so that none of them reaches halfway into it."""
        self.turn()
        self._words.begin(inline, target)

    def end(self, inline: Inline) -> None:
        """End the link or the picture that was begun last."""
        self.turn()
        self._words.end(inline)

    def marked(self, inline: Inline, target: str, words: str) -> None:
        """Append a whole link or picture."""
        self.begin(inline, target)
        self._words.add(words)
        self._words.end(inline)
