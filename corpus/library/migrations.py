"""The versions of the library: what makes each of the one before. `PRAGMA user_version` holds the version."""

from __future__ import annotations

from typing import Final

MIGRATIONS: Final = (
    # A path is bytes: SQLite takes no text that is not Unicode. `opened` counts openings instead of
    # telling the time, because clocks go back. AUTOINCREMENT: an id is never given a second time, so
    # that an index cannot mistake one article for another.
    """
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
    """,
    # What stands of an article above what its file says, by field: JSON. `own` is what the reader says;
    # else it was imported, and `source` says from where. A clip outlives its article.
    # `removed` counts removals, as `opened` counts openings: 0 is none.
    """
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
    """,
    # Places are what a reader marked by a letter, or highlighted: those have none. `earlier` holds what
    # `part` was before a place was accepted where it was found again. `earlier_texts` has what articles
    # were, for as long as a clip or a place was taken from it. `place_of` tells which text `place` is an
    # offset in, where that is not the kept one; `seen` which text was there when it was opened last.
    """
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
    """,
    # What readers have made of outlines, in the order in which they did. `undone` is 1 for what was taken
    # back since, and can be made again.
    """
    CREATE TABLE outline_edits (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        change TEXT NOT NULL,
        title TEXT NOT NULL,
        level INTEGER NOT NULL,
        was TEXT NOT NULL,
        digest TEXT NOT NULL,
        part TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        added TEXT NOT NULL
    );
    CREATE INDEX outline_edits_of_article ON outline_edits (article);
    CREATE INDEX outline_edits_of_text ON outline_edits (digest);
    """,
    # What can be made again of the document at any time, and is kept because that takes long.
    """
    CREATE TABLE outlines (
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        packed BLOB NOT NULL
    );
    """,
    # `address` is where a page of the web was fetched from, whose `source` is the file that it is kept in;
    # `encoding` the one that the reader says a file is in. Both are empty for nearly every article.
    """
    ALTER TABLE articles ADD COLUMN address TEXT NOT NULL DEFAULT '';
    ALTER TABLE articles ADD COLUMN encoding TEXT NOT NULL DEFAULT '';
    """,
)
"""What makes a library of version n one of version n + 1."""
