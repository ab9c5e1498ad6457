"""What a citation calls the work it cites, what is not known of it, and how its parts are joined."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corpus.citation.marks import Marks, asks_or_exclaims, ends_in_quotation, nested, without_stop
from corpus.citation.phrase import Phrase, Run, phrase, strung
from corpus.citation.template import template
from corpus.metadata import Metadata

_WHOLE: Final = frozenset({"book", "classic", "collection", "pamphlet", "report", "standard"})


def is_whole(metadata: Metadata) -> bool:
    """Whether the work stands by itself, as a book does, and is no part of a newspaper or a site."""
    return metadata.type in _WHOLE


def is_edited(metadata: Metadata) -> bool:
    """Whether editors stand where the author would; those of what it stands in do not."""
    return bool(metadata.editors) and not metadata.authors and not metadata.container


def in_quotes(title: str, marks: Marks = "“") -> str:
    """The title between “ ” or ‘ ’, without a final full stop, and with the marks inside it nested."""
    return f"{marks}{nested(without_stop(title), marks)}{'”' if marks == '“' else '’'}"


def unknown(metadata: Metadata) -> tuple[str, ...]:
    """What the reader could still fill in, as short phrases for the receipt.

    A law has no author, and one in a code may be known by its section alone. A judgment may be known by its
    citation, which says when it was given. A book may have only editors.
    """
    law = template(metadata) == "law"
    in_a_code = law and (metadata.container or (metadata.type == "legal_case" and metadata.number))
    known = {
        "title": metadata.title or in_a_code,
        "author": law or metadata.authors or is_edited(metadata),
        "date": metadata.date or in_a_code,
    }
    return tuple([f"{name} unknown" for name, value in known.items() if not value])


def joined(parts: Iterable[Phrase | str], title: Phrase | str = "") -> Phrase:
    """The parts that are not empty, with commas between them.

    A comma goes inside closing quotation marks, and none follows a title that ends in a question
    mark or an exclamation mark. `title` is the part that is the title, with its marks if it has any.
    """
    *front, last = [phrase(part) for part in parts if part] or [Phrase()]
    whole = phrase(title)
    return strung([*(_before_another(part, whole) for part in front), last], " ")


def with_mark(part: Phrase | str, mark: str) -> Phrase:
    """The part with a comma or a full stop behind it, inside closing “ ”, and ‘ ’ inside those.

    A question or exclamation mark inside the quotation marks, or a full stop twice, needs no other.
    """
    part = phrase(part)
    *front, (last, face, _) = part.runs or (Run(""),)
    if not last.endswith("”"):
        return part + mark
    inner = last[:-1]
    closing = "’" if ends_in_quotation(inner) else ""
    inner = inner.removesuffix(closing)
    if asks_or_exclaims(inner) or inner.endswith(mark):
        return part
    return Phrase(*front, Run(f"{inner}{mark}{closing}”", face))


def _before_another(part: Phrase, title: Phrase) -> Phrase:
    asks = title and asks_or_exclaims(part.plain) and part == title
    return part if asks else with_mark(part, ",")
