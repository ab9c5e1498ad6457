"""Where and when a page was saved, as the program that saved it wrote into it.

Browsers of Windows write "saved from url=(0023)https://…", SingleFile "Page saved with SingleFile", HTTrack
"Mirrored from …", Save Page WE tags of its own.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.dates import parse_date
from corpus.expression import expression
from corpus.identifiers import web_address
from corpus.metadata import Metadata, PartialDate
from corpus.sources import SAVED

_HEAD: Final = 8_000
_SAVED: Final = expression(
    r"<!--\s*saved from url=\(\d{4}\)(?P<browser>https?://[^\s<>]{1,1000})"
    r"|<!--\s*Page saved with SingleFile\s+url:\s*(?P<single>https?://[^\s<>]{1,1000})"
    r"(?:\s+saved date:\s*\w{3,9} (?P<single_date>\w{3} \d{1,2} \d{4}))?"
    r"|<!--\s*Mirrored from (?P<mirror>[^\s<>]{1,1000}) by HTTrack[^<>]{0,200}?,"
    r" \w{3}, (?P<mirror_date>\d{1,2} \w{3} \d{4})"
    r"|<meta name=\"savepage-url\" content=\"(?P<tag>https?://[^\"<>]{1,1000})\"",
    re.IGNORECASE,
)


class Saved(NamedTuple):
    """The address that a page was saved from, and the day; "" and None where that is not told."""

    url: str = ""
    date: PartialDate | None = None

    def metadata(self) -> Metadata:
        """The same as metadata."""
        sources = {"url": SAVED} if self.url else {}
        if self.date:
            sources["accessed"] = SAVED
        return Metadata(url=self.url, accessed=self.date, sources=sources)


def saved_from(text: str) -> Saved:
    """What the program wrote that saved a page, in the first part of its source."""
    match = _SAVED.search(text[:_HEAD])
    if match is None:
        return Saved()
    address = match["browser"] or match["single"] or match["tag"] or f"http://{match['mirror']}"
    date = parse_date(match["single_date"] or match["mirror_date"] or "")
    # Without a day it tells of no visit: a page may have been saved long after.
    return Saved(web_address(address), date if date and date.day else None)
