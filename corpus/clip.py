"""A clip: words taken from an article, kept with all it takes to quote, to cite and to find them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from corpus.citation import cited_at
from corpus.citation.place import Place
from corpus.citation.quoting import merged
from corpus.citation.style import Cited
from corpus.document import FILLER, Block, Document, Readable
from corpus.draft import Draft
from corpus.errors import NoSuchPlace
from corpus.expression import expression
from corpus.metadata import Metadata
from corpus.outline import Outline
from corpus.passages.passage import Passage
from corpus.passages.selectors import Part, part_of
from corpus.sanitiser import clean_line
from corpus.title import shown_title

_TAG: Final = expression(r"(?:(?<=\s)|^)#([^\W\d][\w/-]*)")
_AROUND: Final = 3_000
"""Characters of a block that are kept on either side of the words."""
_LEFT_OUT: Final = "…"


class Clip(NamedTuple):
    """Words that were taken from an article, in one or several parts, in reading order.

    `parts` are found in the article again, `taken` are their spans in `extract`: the blocks that they
    stand in, from which they are quoted. `title` is what the article was called on the screen, `source`
    the path it was read from ("" for standard input), `digest` the SHA-256 of the bytes it had;
    `metadata` and `place` are as they were then, `uncapitalised` words of the title as `Cited` wants
    them. `note` and `tags` are the reader's, `added` is an ISO 8601 time. `article` is the article's
    number in the library, None where it is not there; `id` the clip's own, 0 while it is kept nowhere.
    """

    parts: tuple[Part, ...]
    taken: tuple[tuple[int, int], ...]
    extract: Document
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
        """Its words on one line, a sign between the parts: for showing."""
        return clean_line(" […] ".join(part.exact for part in self.parts))

    @property
    def called(self) -> str:
        """What its article is called now: its title as far as one is known, else `title`."""
        return clean_line(self.metadata.title) or self.title

    @property
    def cited(self) -> Cited:
        """The work and the place in it, as a style is asked to cite them."""
        return Cited(self.metadata, self.place, uncapitalised=self.uncapitalised)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its parts as passages to be quoted; where they stand in the article, `place` tells."""
        outline = Outline(())
        return tuple(Passage(self.extract, outline, start, end) for start, end in self.taken)


def clip_of(passages: Sequence[Passage], *, source: str = "", article: int | None = None) -> Clip:
    """The clip of these passages of one article; those that overlap or touch become one part.

    Raises NoSuchPlace where there are no words in them.
    """
    passages = merged(passages)
    if not passages:
        raise NoSuchPlace("There are no words here to keep: move to a paragraph.")
    document = passages[0].document
    extract, taken = _extracted(document, passages)
    cited = cited_at(document.metadata, passages[0], passages[-1])
    return Clip(
        tuple(part_of(passage) for passage in passages),
        taken,
        extract,
        document.metadata,
        cited.place,
        clean_line(shown_title(document)),
        source,
        document.digest if isinstance(document, Document) else "",
        frozenset(cited.uncapitalised),
        article=article,
    )


def _extracted(
    document: Readable, passages: Sequence[Passage]
) -> tuple[Document, tuple[tuple[int, int], ...]]:
    """The blocks that the passages touch, and the spans of the passages in them.

    Where something was left out between two blocks, a sign stands for it.
    """
    draft = Draft()
    kept: dict[int, tuple[int, int]] = {}
    """For each block, by its start: which one of the draft it is, and the offset where that begins."""
    before: Block | None = None
    for block in _touched(document, passages):
        gap = document.text[before.end : block.start].replace(FILLER, "") if before else ""
        if gap.strip():
            draft.add(_LEFT_OUT)
        inside = [one for one in passages if one.start < block.end and one.end > block.start]
        first = max(block.start, min(one.start for one in inside) - _AROUND)
        last = min(block.end, max(one.end for one in inside) + _AROUND)
        kept[block.start] = len(draft), first
        spans = [
            (max(span.start, first) - first, min(span.end, last) - first, span.inline, span.target)
            for span in document.spans_in(first, last)
        ]
        draft.add(
            document.text[first:last],
            block.kind,
            level=block.level,
            quote=block.quote,
            marker=block.marker,
            tight=gap == "\n",
            spans=spans,
        )
        before = block
    extract = draft.document(document.metadata)
    if isinstance(document, Document):
        extract = extract._replace(permalink=document.permalink)

    def moved(offset: int) -> int:
        index, first = kept[document.block_near(offset).start]
        return extract.blocks.starts[index] + offset - first

    return extract, tuple((moved(one.start), moved(one.end - 1) + 1) for one in passages)


def _touched(document: Readable, passages: Sequence[Passage]) -> Iterator[Block]:
    """Every block that has words of the passages, in reading order and once."""
    reached = -1
    for passage in passages:
        block: Block | None = document.block_near(passage.start)
        while block is not None and block.start < passage.end:
            if block.start > reached and block.start < block.end:
                reached = block.start
                yield block
            block = document.block_after(block.start)


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
