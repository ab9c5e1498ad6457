"""Whether books that test readers are read as they must be.

python -m tests.bench.formats.epub_tests FOLDER

Every *.epub in the folder is opened twice: in this process, and apart with all limits on. A line is printed
for each that crashes, that is read in two ways, or whose outline lacks an entry of its contents. Where an
expected.json lies beside them it tells of each, by its name without ending, what must be so, as the tests of
the W3C (github.com/w3c/epub-tests) do in their own words:
shown (words, in order), hidden (words), outline (titles), title, authors, links (words, and what they lead to
or how that begins), fails (true where it must be refused, null where it may), note.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from corpus.document import Document, Inline
from corpus.errors import CannotOpen
from corpus.opening import open_bytes, open_path
from corpus.outline import outline_of
from tests.bench.formats.command_line import words_given

_SLOW: Final = 2.0
"""CPU seconds after which a book hangs that has not a million characters."""


def opened(path: Path) -> tuple[Document | str, list[str]]:
    """A book, or the sentence that refuses it; and what went wrong while it was opened."""
    faults = []
    read: list[Document | str] = []
    began = time.process_time()
    for apart in (False, True):
        try:
            read.append(open_path(path) if apart else open_bytes(path.read_bytes(), path.name))
        except CannotOpen as refused:
            read.append(str(refused))
        except Exception:  # every one is to be told
            faults.append(f"crashed: {traceback.format_exc(limit=-1).strip()}")
    if time.process_time() - began > _SLOW and all(_length(one) < 1_000_000 for one in read):
        faults.append("took long")
    if any(_whole(one) != _whole(read[0]) for one in read):
        faults.append(f"is read in two ways: {str(read[0])[:200]!r} and {str(read[1])[:200]!r}")
    return (read[0] if read else ""), faults


def _whole(read: Document | str) -> tuple[object, ...]:
    """All that tells one reading from another: not where the file lies."""
    if isinstance(read, str):
        return (read,)
    return read.text, [*read.blocks], read.spans, read.contents, read.metadata, read.labels, read.fault


def _length(read: Document | str) -> int:
    return len(read if isinstance(read, str) else read.text)


def wrong(document: Document, expected: Mapping[str, Any]) -> Iterator[str]:
    """What of a book is not as it must be."""
    text, at = " ".join(document.text.split()), 0
    for words in expected.get("shown", ()):
        found = text.find(words, at)
        if found < 0:
            yield f"does not show {words!r}" + (" there" if words in text else "")
        else:
            at = found + len(words)
    yield from (f"shows {words!r}" for words in expected.get("hidden", ()) if words in text)
    titles = [section.title for section in outline_of(document).sections]
    if expected.get("outline") is not None and titles != expected["outline"]:
        yield f"has the outline {titles}, not {expected['outline']}"
    meta = document.metadata
    if expected.get("title") is not None and meta.title != expected["title"]:
        yield f"has the title {meta.title!r}, not {expected['title']!r}"
    authors = [name.as_published() for name in meta.authors]
    if expected.get("authors") is not None and authors != expected["authors"]:
        yield f"has the authors {authors}, not {expected['authors']}"
    for words, wanted in expected.get("links", ()):
        yield from _misled(document, words, wanted)


def _misled(document: Document, words: str, wanted: str) -> Iterator[str]:
    """What is wrong with the first link on some words, or with the first picture."""
    for span in document.spans:
        if span.inline is Inline.PICTURE if words == "PICTURE" else span.inline is Inline.LINK:
            if words not in ("PICTURE", document.text[span.start : span.end]):
                continue
            leads = span.target
            if leads.startswith("#"):
                leads = document.text[document.anchors.get(leads[1:], len(document.text)) :]
            if not leads.startswith(wanted):
                yield f"leads from {words!r} to {leads[:80]!r}, not to {wanted!r}"
            return
    yield f"has no link on {words!r}"


def main(folder: Path) -> int:
    """Print what is wrong with each book, and how many are as they must be."""
    listed = folder / "expected.json"
    expected = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else {}
    good, count = 0, 0
    for path in sorted(folder.rglob("*.epub")):
        count += 1
        wanted = expected.get(path.stem, {})
        read, faults = opened(path)
        if isinstance(read, str):
            if wanted.get("fails", True) is False:
                faults.append(f"is refused: {read}")
        elif wanted.get("fails"):
            faults.append("is read, and must not be")
        else:
            faults += wrong(read, wanted)
        good += not faults
        for fault in faults:
            print(f"{path.name}: {fault}" + (f" ({wanted['note']})" if wanted.get("note") else ""))
        if isinstance(read, str) and not faults:
            print(f"  {path.name}: {read}")
    print(f"{good} of {count} as they must be")
    return good < count


if __name__ == "__main__":
    sys.exit(main(Path(words_given(__doc__, 1)[0])))
