"""Markdown with a link to the work: the names and the place in words, the title as the link."""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.described.words import address, appeared, people, title
from corpus.citation.markup import MARKDOWN
from corpus.citation.phrase import Phrase, phrase
from corpus.citation.pinpoint import all_places, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied

_PLACES: Final = all_places(("p. {}", "pp. {}"), ("¶ {}", "¶¶ {}"), "§ {}")
_ENDS_A_LINK: Final = r"[\s()<>\\\"`]"


def _cite(cited: Cited) -> Reference:
    """``(He and Fang, [“China’s Roadmap”](https://…), 2021, ¶ 3)``."""
    return _parenthesis(cited, dated=True)


def _short(cited: Cited) -> Reference:
    """The same without the year."""
    return _parenthesis(cited, dated=False)


def _parenthesis(cited: Cited, *, dated: bool) -> Reference:
    cited, remarks = tidied(cited), Remarks()
    work = cited.work
    place = MARKDOWN.within_a_line(pinpoint(cited, _PLACES, remarks)[0])
    year = str(work.date.year) if work.date and dated else ""
    names = MARKDOWN.within_a_line(people(work, short=True))
    inside = ", ".join(part for part in (names, _linked(cited, short=not dated), year, place) if part)
    remarks.unknown(work)
    return remarks.reference(f"({inside})", place)


def _entry(cited: Cited) -> Reference:
    """All that is known, with a link: ``He Jing and Fang Yi, [“China’s Roadmap”](https://…), CGTN, 2021``."""
    cited, remarks = tidied(cited), Remarks()
    work = cited.work
    pages = f"pp. {work.pages}" if work.pages else ""
    before = MARKDOWN.words(phrase(people(work)))
    behind = [MARKDOWN.within_a_line(part) for part in (*appeared(work), pages) if part]
    entry = ", ".join(part for part in (before, _linked(cited), *behind) if part)
    remarks.unknown(work)
    return remarks.reference(entry if entry.endswith(".") else f"{entry}.")


def _linked(cited: Cited, *, short: bool = False) -> str:
    """The title, as a link where the work has an address."""
    name: Phrase = title(cited.work, short=short)
    words, url = MARKDOWN.words(name), address(cited.work)
    if not url:
        return words
    return f"[{words}]({re.sub(_ENDS_A_LINK, lambda match: f'%{ord(match[0]):02X}', url)})"


MARKDOWN_STYLE: Final = Style(
    "markdown",
    "Markdown",
    "Markdown with a link",
    "markup",
    Quotation("parenthesis", block_words=100, markup=MARKDOWN),
    cite=_cite,
    short=_short,
    entry=_entry,
)
