"""Whether what can be followed from a broken file can be: links are told, pictures opened or refused."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.leads import leads_in
from corpus.pictures import picture_in
from corpus.source import Source
from corpus.targets import read_target
from tests.bench.fuzzing.judging import faults_said, is_obeyed

_MOST: Final = 40
_PICTURES: Final = 4
_PATH: Final = Path("/nowhere/article")


def faults_followed(document: Document, source: Source, chance: random.Random) -> list[str]:
    """What is wrong with where links of a document lead, and with pictures of it; a line each."""
    leads = leads_in(document, 0, len(document.text))
    found = []
    for lead in chance.sample(leads, min(_MOST, len(leads))):
        url = chance.choice(("", "https://example.org/a/b?c", "https://[::1]:8/"))
        target = read_target(lead.target, path=chance.choice((_PATH, None)), url=url)
        # A path is what it is, and made harmless where it is shown.
        said = [words for words in target if isinstance(words, str)]
        found += [f"target: {words[:80]!r}" for words in said if is_obeyed(words)]
    pictures = [lead.target for lead in leads if lead.is_picture]
    for name in chance.sample(pictures, min(_PICTURES, len(pictures))):
        try:
            picture_in(source, name)
        except CannotOpen as refusal:
            found += faults_said(str(refusal))
    return found
