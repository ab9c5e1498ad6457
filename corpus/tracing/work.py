"""An article that a reference may mean."""

from __future__ import annotations

from typing import NamedTuple

from corpus.document import Document, Readable
from corpus.metadata import Metadata
from corpus.outline.section import Outline
from corpus.sanitiser import clean_line
from corpus.title import shown_title


class Work(NamedTuple):
    """An article that a reference may mean: its number, None for the one that is being read.

    `outline` is None as long as nobody has made it.
    """

    article: int | None
    document: Readable
    outline: Outline | None = None

    @property
    def metadata(self) -> Metadata:
        """What is known of it."""
        return self.document.metadata

    @property
    def title(self) -> str:
        """What it is called on the screen."""
        return clean_line(shown_title(self.document))

    def sections(self) -> Outline:
        """Its outline, made where it is asked for."""
        if self.outline is not None or not isinstance(self.document, Document):
            return self.outline or Outline()
        from corpus.outline import outline_of  # few places are sections

        return outline_of(self.document)
