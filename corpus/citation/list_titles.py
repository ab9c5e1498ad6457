"""Titles in sentence case, as the lists of some styles have them."""

from __future__ import annotations

from corpus.citation.casing import doubtful_capitals, sentence_case
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited


def in_sentence_case(title: str, cited: Cited, remarks: Remarks) -> str:
    """The title in sentence case; which capitals were left, though they may belong to no name, is remarked.

    In languages other than English the capitals of a title are as they should be.
    """
    lang = cited.work.lang
    if lang and not lang.lower().startswith("en"):
        return title
    cased = sentence_case(title, cited.uncapitalised)
    if doubtful := doubtful_capitals(cased, lang):
        words = ", ".join(f"“{word}”" for word in dict.fromkeys(doubtful))
        remarks.memory(f"the capitals of {words}: only those of names stay")
    return cased
