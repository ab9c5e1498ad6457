"""A clip: words taken from an article, kept with all it takes to quote, to cite and to find them again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from corpus.citation.casing import uncapitalised_in
from corpus.citation.place import Place
from corpus.citation.style import Cited
from corpus.document import Document
from corpus.draft import Draft
from corpus.errors import NoSuchPlace
from corpus.expression import expression
from corpus.metadata import Metadata
from corpus.outline import Outline
from corpus.passage import Passage
from corpus.sanitiser import clean_line
from corpus.selectors import Part, part_of
from corpus.title import shown_title

_TAG: Final = expression(r"(?:(?<=\s)|^)#([^\W\d][\w/-]*)")
_LOOKED_AT: Final = 100_000
"""Characters of an article among which words of its title are looked for."""


class Clip(NamedTuple):
    """Words that were taken from an article, in one or several parts, in reading order.

    `title` is what the article was called on the screen, `source` the path it was read from ("" for
    standard input), `digest` the SHA-256 of the bytes it had; `metadata` and `place` are as they were
    then, `uncapitalised` words of the title as `corpus.citation.style.Cited` wants them. `note` and
    `tags` are the reader's, `added` is an ISO 8601 time. `article` is the article's number in the
    library, None where it is not there; `id` the clip's own, 0 while it is kept nowhere.
    """

    parts: tuple[Part, ...]
    metadata: Metadata
    place: Place
    title: str
    source: str = ""
    digest: str = ""
    uncapitalised: frozenset[str] = frozenset()
    note: str = ""
    tags: tuple[str, ...] = ()
    added: str = ""
    article: int | None = None
    id: int = 0

    @property
    def words(self) -> str:
        """Its words, parts joined by an ellipsis, on one line: for showing."""
        return clean_line(" […] ".join(part.exact for part in self.parts))

    @property
    def cited(self) -> Cited:
        """The work and the place in it, as a style is asked to cite them."""
        return Cited(self.metadata, self.place, uncapitalised=self.uncapitalised)

    def passages(self) -> tuple[Passage, ...]:
        """Its parts as passages of a document that holds nothing else, to be quoted.

        Their offsets, and the numbers of paragraphs, are not those of the article: see `place`.
        """
        draft = Draft()
        for part in self.parts:
            draft.add(part.exact, spans=[(*marked, "") for marked in part.marked])
        document = draft.document()
        blocks, outline = document.blocks, Outline(())
        return tuple(Passage(document, outline, block.start, block.end) for block in blocks)


def clip_of(
    passages: Sequence[Passage], place: Place, *, source: str = "", article: int | None = None
) -> Clip:
    """The clip of these passages of one article, in reading order, that stand at `place` in it.

    Raises NoSuchPlace where one of them has no words.
    """
    document = passages[0].document
    if not all(passage.text for passage in passages):
        raise NoSuchPlace("There are no words here to keep: move to a paragraph.")
    digest = document.digest if isinstance(document, Document) else ""
    return Clip(
        tuple(part_of(passage) for passage in passages),
        document.metadata,
        place,
        clean_line(shown_title(document)),
        source,
        digest,
        uncapitalised_in(document.metadata.title, document.text[:_LOOKED_AT]),
        article=article,
    )


def note_and_tags(typed: str) -> tuple[str, tuple[str, ...]]:
    """What a reader typed behind a clip, parted: "rises twice #flood #law" has a note and two tags."""
    typed = clean_line(typed)
    return clean_line(_TAG.sub("", typed)), tags_of(match[1] for match in _TAG.finditer(typed))


def tags_of(words: Iterable[str]) -> tuple[str, ...]:
    """Tags of the words, their # and the comma behind them taken off; each once, whatever its capitals."""
    tags: dict[str, str] = {}
    for word in words:
        for tag in clean_line(word).replace(",", " ").split():
            if name := tag.lstrip("#"):
                tags.setdefault(name.casefold(), name)
    return tuple(tags.values())
