"""A library of an earlier version is read on with all that is in it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from corpus.clip import clip_of
from corpus.document import Document
from corpus.edited_outline import OutlineEdit, part_at
from corpus.finding_again.found import State
from corpus.library import Library
from corpus.library.outline_edits import KeptEdit
from corpus.packed.document import pack
from corpus.passages.selectors import part_of
from tests.clipping import SENTENCES, passage, river
from tests.works import NEWS

# The tables as version 2 made them, written down once and for all: what made them may change.
_VERSION_2 = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    digest TEXT NOT NULL,
    stamp TEXT NOT NULL,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,
    date TEXT NOT NULL,
    lang TEXT NOT NULL,
    words INTEGER NOT NULL,
    length INTEGER NOT NULL,
    place INTEGER NOT NULL DEFAULT 0,
    added TEXT NOT NULL,
    opened INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE documents (
    article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    packed BLOB NOT NULL
);
CREATE TABLE edits (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    own INTEGER NOT NULL,
    source TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (article, field, own)
);
CREATE TABLE clips (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER REFERENCES articles (id) ON DELETE SET NULL,
    source BLOB NOT NULL,
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    position INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    added TEXT NOT NULL,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    place TEXT NOT NULL,
    parts TEXT NOT NULL,
    packed BLOB NOT NULL
);
PRAGMA user_version = 2;
"""
_VERSION_3 = """
CREATE TABLE places (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    letter TEXT NOT NULL,
    digest TEXT NOT NULL,
    part TEXT NOT NULL,
    earlier TEXT NOT NULL DEFAULT '[]',
    removed INTEGER NOT NULL DEFAULT 0,
    added TEXT NOT NULL
);
CREATE INDEX places_of_article ON places (article);
CREATE INDEX places_of_text ON places (digest);
CREATE INDEX clips_of_text ON clips (digest);
CREATE TABLE earlier_texts (
    digest TEXT PRIMARY KEY,
    packed BLOB NOT NULL
);
ALTER TABLE articles ADD COLUMN place_of TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN seen TEXT NOT NULL DEFAULT '';
PRAGMA user_version = 3;
"""
"""What version 3 made of that, likewise."""
# The part was kept before any field was added to it.
_SELECTORS = (
    '[{"selector":[{"type":"TextQuoteSelector",'
    '"exact":"The keeper of the lock wrote the level into his book.",'
    '"prefix":"The river had risen in the night","suffix":" Nobody had ever read the page. "},'
    '{"type":"TextPositionSelector","start":34,"end":87}],"taken":[34,87]}]'
)
_PLACE = '{"pages":null,"numbers":null,"counted":[1,1],"uncapitalised":[]}'


def dump(
    path: Path, *tables: str, without: tuple[str, ...] = ("place_of", "seen", "address", "encoding")
) -> dict[str, list[tuple[object, ...]]]:
    """What is in the tables of version 2, and in more of them."""
    connection = sqlite3.connect(path)
    found = {}
    for table in ("articles", "documents", "edits", "clips", *tables):
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        columns = [name for name in columns if name not in without]
        found[table] = connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
    connection.close()
    return found


@pytest.fixture
def article() -> Document:
    return river(metadata=NEWS)


@pytest.fixture
def old(tmp_path: Path, article: Document) -> Path:
    """A library of version 2 with an article, what its reader said of it, and a clip."""
    path = tmp_path / "old.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(_VERSION_2)
    connection.execute(
        "INSERT INTO articles VALUES"
        " (4, ?, 7, 8, ?, 'stamp', 'Rivers', '[]', '2021', 'en', 30, ?, 34, '', 3)",
        (b"/river\xff", article.digest, len(article.text)),
    )
    connection.execute("INSERT INTO documents VALUES (4, ?)", (pack(article),))
    connection.execute("INSERT INTO edits VALUES (4, 'title', 1, 'you', '\"Of Rivers\"')")
    extract = clip_of([passage(article, SENTENCES[1])]).extract
    connection.execute(
        "INSERT INTO clips VALUES (9, 4, ?, ?, 'Rivers', 1, 0, '', 'see', '[\"law\"]', ?, ?, ?)",
        (b"/river\xff", article.digest, _PLACE, _SELECTORS, pack(extract)),
    )
    connection.commit()
    connection.close()
    return path


def test_a_library_of_the_second_version_loses_nothing(old: Path, article: Document) -> None:
    before = dump(old)
    with Library(old) as library:
        known = library.article(4)
        assert (known.place, known.digest, known.seen) == (34, article.digest, article.digest)
        assert library.document(4).text == article.text
        assert library.document(4).metadata.title == "Of Rivers"
        (clip,) = library.clips.listed().clips
        assert (clip.id, clip.note, clip.tags, clip.words) == (9, "see", ("law",), SENTENCES[1])
        assert [one.state for one in library.clips.verified()] == [State.SAME]
        assert library.places.of(4) == ()
    assert dump(old) == before
    with Library(old), sqlite3.connect(old) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (6,)
    connection.close()


def test_a_library_of_the_third_version_loses_nothing_and_keeps_outlines(
    old: Path, article: Document
) -> None:
    part = part_of(passage(article, SENTENCES[1]))
    with sqlite3.connect(old) as connection:
        connection.executescript(_VERSION_3)
        connection.execute(
            "INSERT INTO places VALUES (5, 4, 'k', ?, ?, '[]', 0, '')",
            (article.digest, json.dumps(part.plain())),
        )
        connection.execute("INSERT INTO earlier_texts VALUES ('e', ?)", (pack(article),))
    connection.close()
    before = dump(old, "places", "earlier_texts", without=("address", "encoding"))
    with Library(old) as library:
        assert [(one.id, one.letter, one.part) for one in library.places.of(4)] == [(5, "k", part)]
        assert not library.article(4).has_outline_edits
        assert dump(old, "places", "earlier_texts", without=("address", "encoding")) == before
        start = article.blocks.starts[0]
        named = KeptEdit(OutlineEdit("renamed", start, "Night"), part_at(article, start))
        library.outline_edits.add(4, named, article)
        assert library.outline_edits.found(4, article).edits == (named.edit,)


def test_what_was_kept_before_is_compared_with_its_text_from_now_on(old: Path, article: Document) -> None:
    changed = river(article.text.replace("wrote the level", "wrote the new level"))._replace(digest="b" * 64)
    with Library(old) as library:
        source = str(library.article(4).path)
        library.places.set_mark(4, "a", part_of(passage(article, SENTENCES[1])))
        library.remember(changed, source, size=9, mtime_ns=9)
        (verified,) = library.clips.verified()
        (stands,) = library.places.found(4, changed)
        assert verified.found == (stands.found,)
        assert verified.state is State.EDITED


def test_it_is_not_touched_where_it_cannot_be_written(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpus.errors import LibraryUnavailable
    from corpus.library.migrations import MIGRATIONS

    broken = (*MIGRATIONS[:2], MIGRATIONS[2] + "CREATE TABLE articles (id);")
    monkeypatch.setattr("corpus.library.database.MIGRATIONS", broken)
    with pytest.raises(LibraryUnavailable):
        Library(old)
    monkeypatch.undo()
    assert dump(old)["clips"]
    with sqlite3.connect(old) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    connection.close()
