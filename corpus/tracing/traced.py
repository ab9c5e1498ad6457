"""From a citation, a link or a quotation back to the passage: what was pasted, and where it leads."""

from __future__ import annotations

from typing import Literal, NamedTuple

Certainty = Literal["sure", "likely", "possible"]
"""How certain a destination is: its link, its words or its citation is that one; or much speaks for it."""

Agreement = Literal["right", "wrong", "unsaid", "unknown"]
"""Whether a citation names what it should: it does, it names another, it names none, it cannot be told."""


class Pinpoint(NamedTuple):
    """The place that a citation names: pages or paragraphs, the first and the last, as written; "" for none.

    `kind` is "page", "paragraph" (printed or counted: a citation does not tell), "section", or "" where the
    words do not say what the number counts ("at 12").
    """

    kind: Literal["page", "paragraph", "section", "note", ""]
    first: str
    last: str


class Destination(NamedTuple):
    """A place that a reference may lead to.

    `article` is its number in the library, None for the article that is being read; the offsets [start, end)
    are None where the article is meant, and no place in it. `why` is a short phrase for the choice: "the
    words stand there", "author and year, ¶ 3".
    """

    article: int | None
    title: str
    start: int | None
    end: int | None
    place: str
    certainty: Certainty
    why: str


class Agreed(NamedTuple):
    """Whether the citation beside a quotation names the article and the place where its words stand.

    `says` is the place that it names as it is called here ("¶ 4"), `ought` where the words are ("¶ 3");
    `notes` are short phrases about what could not be told.
    """

    work: Agreement
    place: Agreement
    says: str = ""
    ought: str = ""
    notes: tuple[str, ...] = ()
