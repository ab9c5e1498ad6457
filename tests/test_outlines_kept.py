"""Outlines that are kept in the library: taken from there while the article is the same, else made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library import Article, Library
from corpus.opening import open_bytes, open_path, shipped
from corpus.outline import outline_of
from corpus.outline.section import Outline, Section
from corpus.packed import outline as packed_outline
from corpus.packed.document import pack
from corpus.packed.outline import pack_outline, unpack_outline
from corpus.sidecars import stamp
from tests.reading import HEADLESS
from tui.article import OpenArticle
from tui.opening import from_library, open_target, remember

_DOCUMENT = b"PNC\x04abcd and so on"
_SECTIONS = st.builds(
    Section,
    title=st.text(max_size=9),
    level=st.integers(1, 9),
    start=st.integers(0, 40),
    end=st.just(40),
    paragraph=st.none() | st.integers(1, 9),
    inferred=st.booleans(),
    note=st.none() | st.text(max_size=5),
    matter=st.sampled_from(["front", "body", "back"]),
    printed=st.none() | st.text(max_size=3),
    phrase=st.text(max_size=5),
    why=st.text(max_size=5),
)
_OUTLINES = st.lists(_SECTIONS, max_size=5).map(
    lambda some: Outline(tuple(sorted(some, key=lambda one: one.start)))
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        yield library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "locks.txt"
    path.write_text(HEADLESS, encoding="utf-8")
    return path


@pytest.fixture
def kept(library: Library, path: Path) -> OpenArticle:
    """An article that was read once, and kept behind the page."""
    return remember(library, open_target(str(path), library))


def infers_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    def outlined(_: object) -> Outline:
        raise AssertionError("It was made again.")

    monkeypatch.setattr("tui.opening.outline_of", outlined)
    monkeypatch.setattr("tui.article.outline_of", outlined)
    monkeypatch.setattr("corpus.outline.outline_of", outlined)


def damage(library: Library, statement: str, *values: object) -> None:
    with library._database.changing() as connection:
        assert connection.execute(statement, values).rowcount == 1


@given(_OUTLINES)
def test_an_outline_comes_back_as_it_was(outline: Outline) -> None:
    packed = pack_outline(outline, _DOCUMENT)
    assert unpack_outline(packed, _DOCUMENT, 40).sections == outline.sections
    assert unpack_outline(packed, _DOCUMENT[: packed_outline.MARK], 40).sections == outline.sections


@given(_OUTLINES, st.data())
def test_damaged_bytes_are_refused(outline: Outline, data: st.DataObject) -> None:
    packed = bytearray(pack_outline(outline, _DOCUMENT))
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    for damaged in (bytes(packed), bytes(packed[: data.draw(st.integers(0, len(packed) - 1))])):
        with pytest.raises(ValueError, match="outline"):
            unpack_outline(damaged, _DOCUMENT, 40)


@pytest.mark.parametrize(
    "section",
    [
        Section("Locks", 1, 0, 41),
        Section("Locks", 1, -1, 4),
        Section("Locks", 1, 5, 4),
        Section("Locks", 0, 0, 4),
        Section("Locks", 1, 0, 4, matter="elsewhere"),  # type: ignore[arg-type]
        Section(None, 1, 0, 4),  # type: ignore[arg-type]
        Section("Locks", 1, 0, 4, paragraph="1"),  # type: ignore[arg-type]
        Section("Locks", 1, 0.5, 4),  # type: ignore[arg-type]
    ],
)
def test_what_no_outline_of_the_text_can_be_is_refused_although_the_checksum_is_right(
    section: Section,
) -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpack_outline(pack_outline(Outline((section,)), _DOCUMENT), _DOCUMENT, 40)


def test_sections_out_of_order_are_refused() -> None:
    outline = Outline((Section("Two", 1, 5, 9), Section("One", 1, 0, 5)))
    with pytest.raises(ValueError, match="damaged"):
        unpack_outline(pack_outline(outline, _DOCUMENT), _DOCUMENT, 40)


def test_an_article_that_is_the_same_is_not_outlined_again(
    library: Library, path: Path, kept: OpenArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    infers_no_more(monkeypatch)
    for opened in (from_library(library, kept.id or 0), open_target(str(path), library)):
        assert opened.outline.sections == kept.outline.sections
        assert (opened.id, opened.path, opened.document.text) == (kept.id, path, kept.document.text)
    path.unlink()
    assert from_library(library, kept.id or 0).outline.sections == kept.outline.sections


def test_a_text_that_changed_is_outlined_again(library: Library, path: Path, kept: OpenArticle) -> None:
    path.write_text(HEADLESS + "\n\nThird, nobody is to sleep.\n", encoding="utf-8")
    for opened in (open_target(str(path), library), from_library(library, kept.id or 0)):
        assert opened.outline.sections == outline_of(open_path(path)).sections != kept.outline.sections
    remember(library, opened)
    outline = library.outlines.kept(kept.id or 0)
    assert outline
    assert outline.sections == opened.outline.sections


def test_what_is_added_without_its_outline_has_not_that_of_the_text_before(
    library: Library, path: Path, kept: OpenArticle
) -> None:
    other = open_bytes(b"The gate was shut.\n\nNobody came.\n")
    library.remember(other, str(path), size=1, mtime_ns=1)
    assert library.outlines.kept(kept.id or 0) is None
    document, outline = library.outlines.outlined(kept.id or 0)
    assert outline.sections == outline_of(document).sections


@pytest.mark.parametrize(
    "value",
    [b"", b"PNO\x01", "words", 7, pack_outline(Outline((Section("Locks", 1, 0, 4),)), _DOCUMENT)],
)
def test_what_is_damaged_or_of_another_article_is_made_again(
    library: Library, kept: OpenArticle, value: object
) -> None:
    damage(library, "UPDATE outlines SET packed = ?", value)
    assert library.outlines.kept(kept.id or 0) is None
    assert from_library(library, kept.id or 0).outline.sections == kept.outline.sections


def test_what_was_made_otherwise_is_made_again(
    library: Library, kept: OpenArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library.outlines.kept(kept.id or 0) is not None
    monkeypatch.setattr(packed_outline, "MAGIC", b"PNO\xff")
    assert library.outlines.kept(kept.id or 0) is None


def test_a_damaged_article_is_read_from_its_file(library: Library, path: Path, kept: OpenArticle) -> None:
    damage(library, "UPDATE documents SET packed = substr(packed, 1, 40)")
    opened = open_target(str(path), library)
    assert (opened.id, opened.outline.sections) == (kept.id, kept.outline.sections)


def test_a_title_that_was_corrected_changes_nothing_of_the_outline(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "locks.md"
    path.write_text("# Locks\n\nThey shut.\n\n## Gates\n\nThey open.\n", encoding="utf-8")
    first = remember(library, open_target(str(path), library))
    library.edit(first.id or 0, "title", "Weirs")
    for _ in range(2):
        again = from_library(library, first.id or 0)
        assert again.document.metadata.title == "Weirs"
        assert again.outline.sections == first.outline.sections
        damage(library, "UPDATE outlines SET packed = x''")


def test_an_outline_goes_with_its_article(library: Library, kept: OpenArticle, tmp_path: Path) -> None:
    library.remove(kept.id or 0)
    connection = sqlite3.connect(tmp_path / "library.sqlite")
    assert connection.execute("SELECT count(*) FROM outlines").fetchone() == (0,)
    connection.close()


def test_the_bytes_of_an_outline_are_those_of_the_document_that_is_kept(
    library: Library, kept: OpenArticle
) -> None:
    document = library.document(kept.id or 0)
    other = document._replace(metadata=document.metadata._replace(title="Weirs"))
    assert pack(document)[: packed_outline.MARK] != pack(other)[: packed_outline.MARK]


def test_other_outlines_are_made_under_another_number() -> None:
    # Fails where an outline of these differs from what it was: then raise the last byte of MAGIC, so that
    # readers get the new ones, and write down the new digest beside it.
    outlines = (outline_of(shipped(name)) for name in ("six-part-roadmap.txt", "six-part-roadmap.zh.txt"))
    made = sha256(repr([packed_outline.plain(outline) for outline in outlines]).encode()).hexdigest()
    assert (packed_outline.MAGIC, made[:16]) == (b"PNO\x01", "22f2311795f406b4")


def test_what_the_library_has_is_not_kept_once_more(
    library: Library, path: Path, kept: OpenArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    anew = Library.remember

    def noted(*said: Any, **named: Any) -> Article:
        taken.append(said[2])
        return anew(*said, **named)

    monkeypatch.setattr(Library, "remember", noted)
    again = open_target(str(path), library)
    assert remember(library, again) == again
    assert remember(library, from_library(library, kept.id or 0)).id == kept.id
    assert not taken
    path.write_text(f"{HEADLESS}\nMore.\n", encoding="utf-8")
    changed = remember(library, open_target(str(path), library))
    assert taken == [str(path)]
    assert library.document(kept.id or 0).digest == changed.digest
    # Of what was added without being read the outline is still to be kept.
    taken.clear()
    other = path.with_name("other.txt")
    other.write_text(HEADLESS, encoding="utf-8")
    size, mtime_ns = stamp(other, other.stat())
    anew(library, open_path(other), str(other), size=size, mtime_ns=mtime_ns)
    added = remember(library, open_target(str(other), library))
    assert taken == [str(other)]
    assert library.outlines.kept(added.id or 0) is not None
