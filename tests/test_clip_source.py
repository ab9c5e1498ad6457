from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from corpus.apart import Apart
from corpus.clip import Clip, clip_of
from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_path
from corpus.outline import outline_of
from tests.clipping import SENTENCES, passage
from tests.reading import write
from tui.article import OpenArticle
from tui.clip_source import source_of

TEXT = "# On Rivers\n\n" + "\n\n".join(SENTENCES)


class Rest:
    """What reads the rest of an article: that is all of it."""

    def __init__(self, whole: Document) -> None:
        self._whole = whole

    def again(self) -> Rest:
        return self

    def __enter__(self) -> Rest:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def documents(self) -> Iterator[Document]:
        yield self._whole


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(Home.here().library) as library:
        yield library


@pytest.fixture
def begun(library: Library, tmp_path: Path) -> OpenArticle:
    """An article of the library, corrected by its reader, of which the beginning is read."""
    path = write(tmp_path, "rivers.md", TEXT)
    whole = open_path(path)
    id = library.remember(whole, str(path), size=1, mtime_ns=1).id
    library.edit(id, "title", "Of Rivers")
    write(tmp_path, "rivers.bib", "@book{rivers, title = {Said Beside}, publisher = {River Press}}")
    first = open_path(write(tmp_path, "first.md", TEXT[: TEXT.index(SENTENCES[2])]))._replace(digest="")
    return OpenArticle(first, outline_of(first), id, path, rest=cast("Apart", Rest(whole)))


def clip(library: Library, article: OpenArticle, words: str) -> Clip:
    whole = library.document(article.id or 0)
    return clip_of([passage(whole, words)], source=str(article.path), article=article.id)


def test_what_is_not_read_yet_is_waited_for_and_described_as_the_rest(
    library: Library, begun: OpenArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.clip_source.from_library", lambda *_: begun)
    here = OpenArticle(*library.outlines.outlined(begun.id or 0))
    near = source_of(clip(library, begun, SENTENCES[0]), here, library)
    assert near.article is begun
    far = source_of(clip(library, begun, SENTENCES[3]), here, library)
    ((start, end),) = far.spans
    assert far.article.document.text[start:end] == SENTENCES[3]
    assert not far.article.begun
    assert far.article.document.metadata.title == "Of Rivers"
    assert far.article.document.metadata.publisher == "River Press"
    assert not far.choices


def test_what_is_being_read_on_the_page_is_not_read_twice(library: Library, begun: OpenArticle) -> None:
    with pytest.raises(NoSuchPlace, match="still being read"):
        source_of(clip(library, begun, SENTENCES[3]), begun, library)


def test_a_reading_that_is_given_up_keeps_its_outline(begun: OpenArticle) -> None:
    left = begun.given_up("Only the beginning was read.")
    assert left.outline is begun.outline
    assert isinstance(left.document, Document)
    assert left.document.fault == "Only the beginning was read."
    assert not left.begun
