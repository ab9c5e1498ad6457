"""The articles that outlines are measured on: a folder of `*.jsonl`, one article a line; none is kept here.

`blog` and `wiki` are articles without their headings: "paragraphs", "boundaries" (the index of the first
paragraph of each section, 0 among them), "titles". `explicit-*` are texts with "headings": "line" (from 0),
"level", "title"; those of `explicit-headless` have none.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple


class Headless(NamedTuple):
    """Paragraphs whose headings were taken out: `breaks` are those that began a section, 0 left out.

    `titles` are the author's, one a section, "" for the words before the first heading.
    """

    source: str
    paragraphs: tuple[str, ...]
    breaks: tuple[int, ...]
    titles: tuple[str, ...]


class Heading(NamedTuple):
    """A heading of a text: its level from 1, and its words."""

    level: int
    title: str


class Headed(NamedTuple):
    """A text, and the headings that its author wrote."""

    source: str
    text: str
    headings: tuple[Heading, ...]


def headless(path: Path) -> list[Headless]:
    """The articles of a file without their headings."""
    return [
        Headless(
            row["source"],
            tuple(row["paragraphs"]),
            tuple(at for at in row["boundaries"] if at),
            tuple(row["titles"]),
        )
        for row in _rows(path)
    ]


def headless_row(one: Headless) -> dict[str, Any]:
    """The row of a file that `headless` reads such an article from."""
    return {
        "source": one.source,
        "paragraphs": one.paragraphs,
        "boundaries": [0, *one.breaks],
        "titles": one.titles,
    }


def headed(path: Path) -> list[Headed]:
    """The texts of a file with their headings."""
    return [
        Headed(
            row["source"],
            row["text"],
            tuple(Heading(heading["level"], heading["title"]) for heading in row["headings"]),
        )
        for row in _rows(path)
    ]


def headed_row(one: Headed) -> dict[str, Any]:
    """The row of a file that `headed` reads such a text from."""
    headings = [{"level": heading.level, "title": heading.title} for heading in one.headings]
    return {"source": one.source, "text": one.text, "headings": headings}


def digest(folder: Path) -> str:
    """A short hash of all data in a folder: figures with another one were measured on something else."""
    whole = sha256()
    for path in sorted(folder.glob("*.jsonl")):
        whole.update(path.name.encode() + path.read_bytes())
    return whole.hexdigest()[:12]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
