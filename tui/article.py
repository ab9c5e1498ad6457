"""The article that is being read: its document, its outline, and its place in the library."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from corpus.document import Document, Readable
from corpus.outline import Outline, outline_of

if TYPE_CHECKING:
    from corpus.apart import Apart
    from corpus.editing import Edit
    from corpus.large.document import LargeDocument
    from corpus.library.outline_edits import FoundEdits
    from corpus.whole_web_page import WholePage

LEFT_OUT: Final = "navigation left out · W shows it"
"""What is said of a web page that is opened for the first time."""


class OpenArticle(NamedTuple):
    """An article that was opened; `id` is its number in the library, None where it is not kept there.

    `path` is the file it came from, None for standard input; `offset` where reading begins. Of a long
    article `document` may be the beginning alone: then `rest` reads on in another process. A large plain
    text is there as a whole, but its outline and paragraph numbers follow: see `progress`. `changed` tells
    that its text is another one than when it was opened last. `outline` is as the text has it, and what
    citations go by; `edits` is what the reader has made of it, where he has. Where `outlined` is false,
    what is inferred is still missing from the outline: see `with_inferred`. Where it is all of a web page,
    `alone` is the article in that, to go back to; it is in the library, and the page is not; `page` tells
    what stands where in both. `fragment` is where in it an address leads, `encoding` the one that its
    reader says it is in; "" for neither. `kept` tells that it is the library’s copy.
    """

    document: Readable
    outline: Outline
    id: int | None = None
    path: Path | None = None
    offset: int = 0
    rest: Apart | None = None
    changed: bool = False
    edits: FoundEdits | None = None
    outlined: bool = True
    alone: OpenArticle | None = None
    page: WholePage | None = None
    fragment: str = ""
    encoding: str = ""
    kept: bool = False

    @property
    def begun(self) -> bool:
        """Whether its document is the beginning alone."""
        return self.rest is not None

    @property
    def hint(self) -> str:
        """What to say of it at the foot when it is opened first; else ""."""
        is_new = self.id is None and self.alone is None
        return LEFT_OUT if is_new and isinstance(self.document, Document) and self.document.left_out else ""

    def with_inferred(self) -> OpenArticle:
        """The article with all of its outline."""
        if self.outlined:
            return self
        read = self.document if isinstance(self.document, Document) else beginning_of(self.document)
        return self._replace(outline=outline_of(read), outlined=True)

    def led_to(self, fragment: str) -> OpenArticle:
        """The article, to be read from where the fragment of an address leads, if it has that place."""
        if not fragment:
            return self
        from corpus.links.fragment import aim_of  # not above: few readings begin so

        aim = aim_of(self.document, fragment)
        return self._replace(fragment=fragment, offset=aim.offset if aim else self.offset)

    def edited_outline(self) -> Outline:
        """The outline as its reader has it."""
        if not self.edits:
            return self.outline
        from corpus.edited_outline import edited  # not above: few outlines are

        return edited(self.document, self.outline, self.edits.edits)

    def shown_outline(self, *, inferred: bool) -> tuple[Outline, int]:
        """The outline as its reader wants to see it, and how many entries are hidden of it: the inferred."""
        whole = self.edited_outline()
        if inferred:
            return whole, 0
        from corpus.outline.authored import authored  # not above: most readers want to see them

        left = authored(whole)
        return left, len(whole) - len(left)

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes that its text was read from; "" where all of them were not read yet."""
        return self.document.digest if isinstance(self.document, Document) else ""

    @property
    def large(self) -> LargeDocument | None:
        """Its document, where it is a large plain text."""
        # Told by what it is not: an article that is small needs none of a large one's modules.
        return None if isinstance(self.document, Document) else cast("LargeDocument", self.document)

    @property
    def read_as(self) -> str:
        """The codec that its bytes were read with."""
        large = self.large
        return large.encoding if large else cast("Document", self.document).encoding

    @property
    def progress(self) -> str:
        """What to say of an article that is still being read; else ""."""
        if self.rest:
            return "reading the rest…" if self.rest.share is None else f"reading… {self.rest.share} %"
        large = self.large
        if large is None or large.outline is not None:
            return ""
        share = 100 * large.stretches_read // large.stretches.count
        return f"counting… {share} %" if share else "counting…"

    def completed(self, document: Document) -> OpenArticle:
        """The article with all of its text, or all that could be read of it."""
        return self._replace(document=document, outline=outline_of(document), rest=None, outlined=True)

    def given_up(self, why: str) -> OpenArticle:
        """The article with what there is of it, whose rest will not come."""
        document = cast("Document", self.document)._replace(fault=why)
        return self._replace(document=document, rest=None)

    def grown(self, document: Document, rest: Apart) -> OpenArticle:
        """The article with more of its text than there was; its rest is being read on."""
        return self._replace(document=document, outline=outline_of(document), rest=rest, outlined=True)

    def corrected(self, edits: Mapping[str, Edit]) -> OpenArticle:
        """The article with these values above what its source says, in place of any that were there."""
        return self._replace(document=self.document.corrected(edits))

    def renewed(self) -> OpenArticle:
        """The article with the outline that it has now."""
        large = self.large
        return self._replace(outline=large.outline) if large and large.outline is not None else self


def beginning_of(document: Readable) -> Document:
    """What a large text begins with, titled as its source titles it: an outline goes by that."""
    stretch = cast("LargeDocument", document).stretch(0)
    return stretch._replace(metadata=document.uncorrected or document.metadata)
