"""Whether what was made of a broken file is sound: in itself, and for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import FILLER, Document, Kind
from corpus.outline import outline_of
from corpus.packed.document import pack, unpack

# Told here once more, and not by the sanitiser: that is judged, too.
_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


def is_obeyed(words: str) -> bool:
    """Whether a terminal would do anything with a text but show it, in this order."""
    return _OBEYED.search(words) is not None


def faults_of(document: Document) -> list[str]:
    """What is wrong with a document, a line each; none where it is sound."""
    found = [f"{where}: {words[:60]!r}" for where, words in said_in(document) if is_obeyed(words)]
    found += [
        f"{where}: a line break or a tab"
        for where, words in said_in(document)
        if where != "text" and not {"\n", "\t"}.isdisjoint(words)
    ]
    end = 0
    for block in document.blocks:
        if not end <= block.start <= block.end <= len(document.text):
            found.append(f"block {block.start}–{block.end} behind {end}, of {len(document.text)}")
        end = block.end
    for span in document.spans:
        block = document.block_near(span.start)
        if not block.start <= span.start < span.end <= block.end:
            found.append(f"span {span.start}–{span.end} in {block.start}–{block.end}")
    found += [
        f"anchor {name[:30]!r} at {at}"
        for name, at in document.anchors.items()
        if not 0 <= at <= len(document.text)
    ]
    starts = [entry.start for entry in document.contents]
    if starts != sorted(starts) or any(start > len(document.text) for start in starts):
        found.append("contents out of order")
    if pack(unpack(pack(document, 0)), 0) != pack(document, 0):
        found.append("not the same when packed and unpacked")
    for section in outline_of(document).sections:
        if not 0 <= section.start <= section.end <= len(document.text):
            found.append(f"section {section.start}–{section.end}")
        found += [
            f"section: {words[:60]!r}"
            for words in (section.title, section.phrase, section.why)
            if is_obeyed(words)
        ]
    return found


def faults_begun(beginning: Document, whole: Document) -> list[str]:
    """Where a beginning is not what the whole begins with: places in it must stay where they are."""
    if not whole.text.startswith(beginning.text):
        at = next(
            (
                at
                for at, (one, other) in enumerate(zip(beginning.text, whole.text, strict=False))
                if one != other
            ),
            len(whole.text),
        )
        return [f"begins otherwise at {at} of {len(beginning.text)}: {beginning.text[at : at + 40]!r}"]
    return []


def faults_said(refusal: str) -> list[str]:
    """What is wrong with the sentence in which a file is refused."""
    faults = [] if refusal.endswith(".") else [f"no sentence: {refusal[:200]!r}"]
    if is_obeyed(refusal) or "\n" in refusal:
        faults.append(f"refusal: {refusal[:200]!r}")
    return faults


def said_in(document: Document) -> Iterator[tuple[str, str]]:
    """Everything in a document that can reach a terminal, and where it is from."""
    # What parts the blocks of a large text is never shown.
    yield "text", document.text.replace(FILLER, "") if document.format == "text" else document.text
    yield from (("marker", block.marker) for block in document.blocks)
    yield from (("target", span.target) for span in document.spans)
    yield from (("anchor", name) for name in document.anchors)
    yield from (("contents", entry.title) for entry in document.contents)
    for labels in (document.labels.pages, document.labels.numbers):
        yield from (("label", label) for label in labels.labels)
    yield from (("format", document.format), ("encoding", document.encoding), ("sign", document.permalink))
    yield "fault", document.fault
    for field, value in document.metadata.plain().items():
        yield from ((f"metadata {field}", words) for words in _strings(value))
    yield from (
        ("heading", document.text[block.start : block.end].replace("\n", " "))
        for block in document.blocks
        if block.kind is Kind.HEADING
    )


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in (*value, *value.values()):
            yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)
