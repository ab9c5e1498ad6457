"""Whether what was made of a broken file can be shown and copied: rows of the page, clips and citations."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final

from corpus.citation import STYLES, cite
from corpus.clip import clip_of
from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.outline.section import Outline
from corpus.passages.passage import Passage
from corpus.title import byline, shown_title
from tests.bench.fuzzing.judging import is_obeyed
from tui import cells
from tui.copying import What, clip
from tui.geometry import page_layout
from tui.painting import painted_line
from tui.view import View

_SIZES: Final = ((80, 24, 66), (120, 40, 74), (31, 9, 66))
"""Width, height and measure of the pages that it is shown on."""
_VIEWS: Final = 4
_LONGEST: Final = 3_000
"""Characters of a passage that is cited."""


def faults_shown(document: Document, outline: Outline, chance: random.Random) -> list[str]:
    """What is wrong with pages of a document, and with a passage that is copied from it; a line each."""
    found = []
    for line, width in _lines(document, chance):
        if is_obeyed(line) or not {"\n", "\t"}.isdisjoint(line):
            found.append(f"line: {line[:60]!r}")
        if cells.width(line) > width:
            found.append(f"line of {cells.width(line)} cells where there are {width}: {line[:60]!r}")
    copied = _copied(document, outline, chance)
    return found + [f"{what}: {words[:60]!r}" for what, words in copied if is_obeyed(words)]


def _views(document: Document, chance: random.Random) -> Iterator[tuple[View, int, int]]:
    """Views of its beginning, its end, and of places between, each with the page's width and margin."""
    width, height, measure = chance.choice(_SIZES)
    title, by = shown_title(document), byline(document.metadata)
    layout, left = page_layout(document, title=title, byline=by, width=width, height=height, measure=measure)
    view = View(layout, height)
    yield view, width, left
    for _ in range(_VIEWS):
        view.go(chance.randrange(len(document.text) + 1))
        view.scroll_sideways(chance.choice((-20, 0, 20, 20)))
        yield view, width, left
    view.go_to_end()
    yield view, width, left


def _lines(document: Document, chance: random.Random) -> Iterator[tuple[str, int]]:
    """Lines as they are painted, and the width that each may have."""
    for view, width, left in _views(document, chance):
        for y in range(len(view.visible)):
            yield (
                cells.shown("".join(words for words, _ in painted_line(view, y, width=width, left=left))),
                width,
            )


def _copied(document: Document, outline: Outline, chance: random.Random) -> Iterator[tuple[str, str]]:
    start = chance.randrange(len(document.text) + 1)
    end = min(len(document.text), start + chance.randrange(_LONGEST))
    passage = Passage(document, outline, start, end).trimmed()
    if not passage.text:
        return
    style = chance.choice(list(STYLES))
    cited = cite(document.metadata, passage, style)
    yield "citation", cited.text
    yield "citation as HTML", cited.html
    whats: tuple[What, ...] = ("text", "citation", "entry", "link")
    for what in whats:
        try:
            copied = clip(passage, style, what, append_place=True, append_link=True)
        except NoSuchPlace as refusal:
            yield "refusal", str(refusal)
        else:
            yield from ((f"copied {what}", words) for words in (copied.text, copied.html, copied.detail))
    kept = clip_of([passage])
    yield "clip", kept.words
    yield "clip", kept.called
