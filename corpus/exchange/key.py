"""The key that a bibliography file knows a work by."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from corpus.metadata import Metadata
from corpus.sanitiser import clean_line
from corpus.scripts import CJK

# Letters that Unicode does not take apart into a Latin letter and a mark.
_LATIN: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
# Patterns are compiled at first use, by `re`, which keeps them: importing a style stays cheap.
_ACCENTS: Final = "(?<=[a-z])[\u0300-\u036f]+"
# The first word of a Chinese title has no end that can be seen: four characters tell it from others.
_WORD: Final = rf"[{CJK}]{{1,4}}|[^\W_{CJK}]+(?:['’][^\W_{CJK}]+)*"
_POSSESSIVE: Final = r"['’]s\Z"
_UNFIT: Final = r"[\s{}()\[\]<>;|\\,=#%\"'`~^$&@!?*]+"
"""Characters that end a key for one program or another."""
_UNKNOWN: Final = "untitled"
_SLIGHT: Final = frozenset("a an the on of in at to for from by with and or its".split())


def key(metadata: Metadata) -> str:
    """The citation key: the first author's family name in plain lower case, and the year.

    Letters that are not Latin stay. A body gives its last word ("Law Reform Panel": ``panel2020``).
    Without an author it is the first word of weight in the title, else in where it appeared.
    """
    year = str(metadata.date.year) if metadata.date else ""
    return (_author(metadata) or _first_word(metadata) or _UNKNOWN) + year


def fit(known_by: str) -> str:
    """A key that a reader or another program gave, without what cannot stand in one."""
    return re.sub(_UNFIT, "", clean_line(known_by)) or _UNKNOWN


def _author(metadata: Metadata) -> str:
    for name in metadata.authors[:1]:
        words = re.findall(_WORD, name.literal)
        # Written without spaces, as Chinese is, a body's name is a single word however long.
        body = name.literal if len(name.literal.split()) == 1 else "".join(words[-1:])
        return _plain(body or name.family or name.given)
    return ""


def _first_word(metadata: Metadata) -> str:
    for text in (metadata.title, metadata.container, metadata.publisher):
        words = [_plain(re.sub(_POSSESSIVE, "", word)) for word in re.findall(_WORD, text)]
        if found := next((word for word in words if word and word not in _SLIGHT), ""):
            return found
    return ""


def _plain(word: str) -> str:
    """The word in lower case, its Latin letters in ASCII, and nothing but letters and digits in it."""
    apart = unicodedata.normalize("NFKD", word.lower().translate(_LATIN))
    letters = unicodedata.normalize("NFC", re.sub(_ACCENTS, "", apart))
    return "".join(filter(str.isalnum, letters))
