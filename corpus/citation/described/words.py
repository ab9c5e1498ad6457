"""A work in plain words, by no style's rules: who, what, where, when."""

from __future__ import annotations

import re
from typing import Final

from corpus.calendar import day_first
from corpus.citation.editions import edition
from corpus.citation.name_lists import NameList, family, listed
from corpus.citation.phrase import Phrase, italic, phrase
from corpus.citation.work import in_quotes, is_whole
from corpus.metadata import Metadata
from corpus.people import full_name, outlet

UNTITLED: Final = "untitled"
_ADDRESS: Final = r"https?://[^\s]+"


_WHOLE_NAMES: Final = NameList(full_name, full_name, at_most=3, serial=False, et_al=phrase("and others"))
_FAMILY_NAMES: Final = NameList(family, family, at_most=2)


def people(work: Metadata, *, short: bool = False) -> str:
    """The authors, else the editors: up to three by their whole names, or two by their family names."""
    return listed(work.authors or work.editors, _FAMILY_NAMES if short else _WHOLE_NAMES).plain


def title(work: Metadata, *, short: bool = False) -> Phrase:
    """The title in quotation marks, that of a book or the like in italics."""
    name = (work.title_short if short else "") or work.title
    if not name:
        return phrase(UNTITLED)
    return italic(name) if is_whole(work) else phrase(in_quotes(name))


def appeared(work: Metadata) -> tuple[str, ...]:
    """Where and when: the periodical with volume and issue, the book and its editors, publisher, date."""
    part = work.type == "chapter"
    where = outlet(work)
    if part and work.container:
        edited = (
            f", edited by {listed(work.editors, _WHOLE_NAMES).plain}" if work.editors and work.authors else ""
        )
        where = f"in {work.container}{edited}"
    issue = f"({work.issue})" if work.volume and work.issue else work.issue
    numbers = f"{work.volume}{issue}"
    number = f"{work.genre or 'no.'} {work.number}" if work.number else ""
    number = work.number if work.type == "legal_case" else number
    publisher = work.publisher if work.container and (part or is_whole(work)) else ""
    when = day_first(work.date) if work.date else ""
    version = edition(work.edition)
    before, behind = (version, "") if is_whole(work) else ("", version)
    return (before, f"{where} {numbers}".strip(), number, behind, publisher, when)


def address(work: Metadata) -> str:
    """Where it can be read: the DOI as an address, else the URL; "" for what is no web address."""
    url = f"https://doi.org/{work.doi}" if work.doi else work.url
    return url if re.fullmatch(_ADDRESS, url, re.IGNORECASE) else ""
