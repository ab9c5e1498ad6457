"""What the markup styles share that cite by a key: the entry of the bibliography file, notes, the place."""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.phrase import phrase
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited, Reference
from corpus.citation.tidying import tidied
from corpus.citation.work import unknown
from corpus.exchange import bibtex_writing
from corpus.exchange.key import fit, key

_ADDRESSABLE: Final = r"[^\W_][\w.:/-]*(?<![.:/])"
"""Keys that every program takes without quotation: no sign in them ends a key."""


def key_of(cited: Cited) -> str:
    """The key that the bibliography knows the work by, without what no key may hold."""
    return fit(cited.key) if cited.key else key(cited.work)


def is_plain(known_by: str) -> bool:
    """Whether a program that finds keys in running text finds the end of this one."""
    return re.fullmatch(_ADDRESSABLE, known_by) is not None


def reference(cited: Cited, written: str, locator: str, remarks: Remarks) -> Reference:
    """The citation in markup, with what is not known of the work and its place."""
    remarks.unknown(cited.work)
    return remarks.reference(written, locator)


def entry(cited: Cited) -> Reference:
    """The entry of the BibLaTeX file, which Pandoc, Biber, Typst and Emacs read."""
    cited = tidied(cited)
    written = bibtex_writing.entry(cited.work, key_of(cited), cited.uncapitalised)
    return Reference(phrase(written), "", unknown(cited.work))
