"""Where a clip was taken from: its article, opened, and where its words stand in it. No Textual in it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpus.document import Document
from corpus.errors import CannotOpen, NoSuchPlace
from corpus.file_bytes import why_not
from corpus.sanitiser import clean_name
from tui.article import OpenArticle
from tui.foot_line import joined
from tui.opening import from_library, open_target, read_to_the_end

if TYPE_CHECKING:
    from corpus.clip import Clip
    from corpus.finding_again.found import Found
    from corpus.library import Library

Spans = Sequence[tuple[int, int]]


class ClipSource(NamedTuple):
    """The article of a clip, and what was found of each of its parts; at least one of them has a place."""

    article: OpenArticle
    found: Sequence[Found]

    @property
    def spans(self) -> Spans:
        """Where its parts stand; where that is in doubt of all, the first place that one of them may have."""
        return [one.span for one in self.found if one.span] or self.choices[:1]

    @property
    def choices(self) -> Spans:
        """The places among which one has to choose, because no part stands anywhere for sure."""
        if any(one.span for one in self.found):
            return ()
        return next((one.others for one in self.found if one.others), ())

    def said(self, clip: Clip, room: int) -> str:
        """The receipt for who went there, over `room` cells: what became of the part that is worst off."""
        from corpus.finding_again.found import State
        from corpus.library.verifying import worst
        from tui.became import arrived

        state = worst(one.state for one in self.found)
        if state is State.SAME:
            changed = clip.digest and self.article.digest and clip.digest != self.article.digest
            same = (
                "The article has changed since; the words still stand in it"
                if changed
                else "The clip’s place"
            )
            return joined([same, "< goes back"])
        number = next(number for number, one in enumerate(self.found, start=1) if one.state is state)
        called = f"Part {number} of the clip" if len(self.found) > 1 else "The clip"
        return arrived(self.found[number - 1], called, room)


def source_of(clip: Clip, here: OpenArticle, library: Library | None) -> ClipSource:
    """Where a clip was taken from, while one reads `here`: read anew where its file has changed.

    For a thread; raises PinciteError.
    """
    try:
        source = _found(clip, _article_of(clip, here, library), library)
        if source.article.begun and any(one.span is None for one in source.found):
            # They may be in what is not read yet.
            if source.article is here:
                raise NoSuchPlace("This article is still being read: go there in a moment.")
            source = _found(clip, read_to_the_end(source.article, library), library)
    except OSError as fault:
        raise CannotOpen(why_not(clean_name(clip.source), fault)) from fault
    if not source.spans:
        raise NoSuchPlace(
            "The article has changed: these words are gone, or it is not certain which they are now."
        )
    return source


def _found(clip: Clip, article: OpenArticle, library: Library | None) -> ClipSource:
    return ClipSource(article, library.clips.found(clip, article.document) if library else ())


def _article_of(clip: Clip, here: OpenArticle, library: Library | None) -> OpenArticle:
    if _is_of(clip, here):
        return here
    if library is not None and clip.article is not None:
        return from_library(library, clip.article)
    if clip.source and os.path.exists(clip.source):
        return open_target(clip.source, library)
    raise NoSuchPlace(
        "Its article is not in the library any more; the clip keeps the words and the citation."
    )


def _is_of(clip: Clip, article: OpenArticle) -> bool:
    """Whether a clip was taken from this article."""
    document = article.document
    if clip.article is not None and clip.article == article.id:
        return True
    if clip.source:
        return article.path is not None and str(article.path.absolute()) == clip.source
    return isinstance(document, Document) and bool(clip.digest) and document.digest == clip.digest
