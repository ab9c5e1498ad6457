"""What a citation calls the work it cites, and what is not known of it.

Titles are printed as published: the styles ask for headline case, but which words of a title are
proper names is not known here, and a title changed wrongly is worse than one left alone.
Plain text has no italics, so a title that a style sets in italics stands without any mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corpus.citation.marks import asks_or_exclaims, ends_in_quotation, nested, without_stop
from corpus.metadata import Metadata

_WHOLE: Final = frozenset({"book", "classic", "collection", "pamphlet", "report", "standard"})


def is_whole(metadata: Metadata) -> bool:
    """Whether the work stands by itself, as a book does, and is no part of a newspaper or a site."""
    return metadata.type in _WHOLE


def in_quotes(title: str) -> str:
    """The title between “ ”, without a final full stop, and with the marks inside it nested."""
    return f"“{nested(without_stop(title))}”"


def unknown(metadata: Metadata) -> tuple[str, ...]:
    """What the reader could still fill in, as short phrases for the receipt."""
    known = {"title": metadata.title, "author": metadata.authors, "date": metadata.date}
    return tuple(f"{name} unknown" for name, value in known.items() if not value)


def joined(parts: Iterable[str], title: str = "") -> str:
    """The parts that are not empty, with commas between them.

    A comma goes inside closing quotation marks, and none follows a title that ends in a question
    mark or an exclamation mark. `title` is the part that is the title, with its marks if it has any.
    """
    *front, last = [part for part in parts if part] or [""]
    return " ".join([*(_before_another(part, title) for part in front), last])


def with_mark(part: str, mark: str) -> str:
    """The part with a comma or a full stop behind it, inside closing quotation marks, single ones too.

    A question or exclamation mark inside the quotation marks, or a full stop twice, needs no other.
    """
    if not part.endswith("”"):
        return part + mark
    inner = part[:-1]
    closing = "’" if ends_in_quotation(inner) else ""
    inner = inner.removesuffix(closing)
    if asks_or_exclaims(inner) or inner.endswith(mark):
        return part
    return f"{inner}{mark}{closing}”"


def _before_another(part: str, title: str) -> str:
    return part if part == title and asks_or_exclaims(part) else with_mark(part, ",")
