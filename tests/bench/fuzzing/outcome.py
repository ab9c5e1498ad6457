"""What comes of a broken file: read in this process, or in one of its own behind all walls."""

from __future__ import annotations

import random
import traceback
from typing import Final

from corpus.apart import Apart
from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.opening import spooled
from corpus.outline import outline_of
from corpus.packed.document import pack
from corpus.reading import documents_of, is_plain
from corpus.source import Source
from tests.bench.fuzzing.following import faults_followed
from tests.bench.fuzzing.judging import faults_begun, faults_of, faults_said
from tests.bench.fuzzing.showing import faults_shown

_SHOWN: Final = 4
"""Of so many files one is shown and copied from, which takes longer than reading it."""
_WHOLE: Final = 3
"""Of so many files one is read with what stands around the article, if it is a web page."""
_UNEXPECTED: Final = (
    "ended early",
    "too long",
    "was given up",
    "unlike others",
    "deeply than any article",
    "more memory",
)
"""What a refusal says where the reading process did not come to an end by itself."""


def outcome(name: str, data: bytes, number: int) -> tuple[str, list[str]]:
    """What came of a file that is read in this process, and what is wrong with that."""
    source = Source(data, name, at_once=False, whole=number % _WHOLE == 0)
    try:
        documents = list(documents_of(source))
    except CannotOpen as refusal:
        return "refused", faults_said(str(refusal))
    except MemoryError:
        return "out of memory", []
    except Exception:  # whatever comes is what is looked for
        return "raised", _last_lines()
    try:
        faults = [fault for document in documents for fault in faults_of(document)]
        faults += [fault for document in documents for fault in faults_begun(document, documents[-1])]
        if number % _SHOWN == 0:
            chance = random.Random(number)
            faults += faults_shown(documents[-1], outline_of(documents[-1]), chance)
            faults += faults_followed(documents[-1], source, chance)
    except Exception:
        return "read, not shown", _last_lines()
    return "read", faults


def outcome_apart(name: str, data: bytes, number: int) -> tuple[str, list[str]]:
    """The same of one that is read as the program reads it; it must come out as it does in this process."""
    came, faults = outcome(name, data, number)
    page = number % _WHOLE == 0
    document, refusal = _read_apart(Source(spooled(data), name, at_once=False, whole=page))
    if refusal:
        faults += faults_said(refusal)
        if came == "read" or any(words in refusal for words in _UNEXPECTED):
            faults.append(f"apart: {refusal!r}, here: {came}")
        return "refused apart", faults
    if document is None:
        return "text, not apart", faults
    here = list(documents_of(Source(data, name, at_once=False, whole=page)))[-1] if came == "read" else None
    if here is None or pack(here, 0) != pack(document, 0):
        faults.append(f"apart it is read otherwise than here: {came}")
    return "read apart", faults + faults_of(document)


def _read_apart(source: Source) -> tuple[Document | None, str]:
    """The whole article, or why it is refused; neither of plain text, which is never read apart."""
    try:
        if is_plain(source):
            return None, ""
        with Apart(source) as apart:
            document = list(apart.documents())[-1]
    except CannotOpen as refusal:
        return None, str(refusal)
    return document, ""


def _last_lines() -> list[str]:
    return traceback.format_exc().splitlines()[-4:]
