"""Links and pictures of an article in reading order: what a reader can follow from the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.document import FILLER, Block, Inline, Readable
from corpus.expression import expression

_FAR: Final = 2_000
"""Blocks among which the next link is looked for."""
_ALL: Final = 50_000
"""Blocks that are looked through for all links."""
_ADDRESS: Final = expression(r"https?://[^\s<>\"“”«»\0]{2,2000}")
# RFC 3986, appendix C: what stands behind an address in a sentence is no part of it.
_BEHIND: Final = ".,;:!?'’…*_"
_BRACKETS: Final = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【", "」": "「"}
_SIDEWAYS: Final = "，。、；：！？"


class Lead(NamedTuple):
    """Words that lead somewhere: offsets [start, end), where to, and whether they stand for a picture."""

    start: int
    end: int
    target: str
    is_picture: bool = False


def leads_in(document: Readable, start: int, end: int) -> list[Lead]:
    """What can be followed between two offsets: links, pictures, and addresses of the web as they stand."""
    leads = [
        Lead(span.start, span.end, span.target, span.inline is Inline.PICTURE)
        for span in document.spans_in(start, end)
        if span.inline in (Inline.LINK, Inline.PICTURE) and span.target and start <= span.start < end
    ]
    text = document.text[start:end]
    if "://" in text:
        for first, last in _addresses(text):
            if not any(lead.start < start + last and start + first < lead.end for lead in leads):
                leads.append(Lead(start + first, start + last, text[first:last]))
    return sorted(leads, key=lambda lead: (lead.start, lead.is_picture))


def leads_of(document: Readable, block: Block) -> list[Lead]:
    """What can be followed in a block."""
    return leads_in(document, block.start, block.end)


def lead_beside(document: Readable, lead: Lead, by: int) -> Lead | None:
    """The one after another, or (negative) before it; None where none is near."""
    block: Block | None = document.block_near(lead.start)
    leads = leads_of(document, block) if block else []
    at = leads.index(lead) if lead in leads else -1
    beside = leads[at + 1 :] if by > 0 else leads[:at][::-1] if at > 0 else []
    if beside:
        return beside[0]
    for _ in range(_FAR):
        if block is None:
            break
        block = document.block_after(block.start) if by > 0 else document.block_before(block.start)
        if block is not None and (leads := leads_of(document, block)):
            return leads[0 if by > 0 else -1]
    return None


def lead_at(document: Readable, offset: int) -> Lead | None:
    """What stands at an offset and can be followed; None for other words."""
    found = [
        lead for lead in leads_of(document, document.block_near(offset)) if lead.start <= offset < lead.end
    ]
    return found[0] if found else None


def all_leads(document: Readable, most: int) -> Iterator[Lead]:
    """The first things that can be followed, at most so many; in a large text those near its beginning."""
    block: Block | None = document.block_near(0)
    looked_at = 0
    while block is not None and most > 0 and looked_at < _ALL:
        for lead in leads_of(document, block)[:most]:
            yield lead
            most -= 1
        block = document.block_after(block.start)
        looked_at += 1


def words_of(document: Readable, lead: Lead) -> str:
    """The words that it consists of, on one line."""
    return " ".join(document.text[lead.start : lead.end].replace(FILLER, " ").split())


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand, without the punctuation behind them."""
    for match in _ADDRESS.finditer(text):
        address = match[0]
        for sign in _SIDEWAYS:
            address = address.partition(sign)[0]
        while address:
            last = address[-1]
            opening = _BRACKETS.get(last)
            if last in _BEHIND or (opening and address.count(last) > address.count(opening)):
                address = address[:-1]
            else:
                break
        if len(address.partition("://")[2]) > 1:
            yield match.start(), match.start() + len(address)
