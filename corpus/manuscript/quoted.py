"""The quotations of a manuscript, each with the citation beside it and the place where it stands."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Spot(NamedTuple):
    """A place in a manuscript: line and column, both from 1, as an editor counts them (characters)."""

    line: int
    column: int


class Quoted(NamedTuple):
    """A quotation as it stands in a manuscript, without the marks around it and without markup.

    `citation` is what is written beside it, or in the note that it calls: "(He & Fang, 2021, para. 3)", or
    markup such as "[@he2021, ¶ 3]" and "\\autocite[¶~3]{he2021}"; "" where there is none. One that only
    says "ibid." comes with `before`, the citation that it means; where that citation was itself one with
    another place ("ibid., ¶ 4"), `stands_for` is that one. `spot` is the first character of the
    words, `cited_at` of the citation.
    """

    text: str
    spot: Spot
    citation: str = ""
    cited_at: Spot | None = None
    before: str = ""
    kind: Literal["inline", "block"] = "inline"
    stands_for: str = ""


class Fault(NamedTuple):
    """Something in a manuscript that cannot be checked: one sentence that says what, and where it is."""

    spot: Spot
    sentence: str


class PassedOver(NamedTuple):
    """How many words between quotation marks were taken for no quotation.

    `short` are one or two words without a citation, which are set off rather than quoted; `titles` are
    those of works.
    """

    short: int = 0
    titles: int = 0


class Manuscript(NamedTuple):
    """A manuscript that was read through, its quotations and faults in its order.

    `format` is "markdown", "text", "html" or "latex", `encoding` what its bytes were read in.
    """

    quotations: tuple[Quoted, ...]
    faults: tuple[Fault, ...] = ()
    format: str = "text"
    encoding: str = "utf-8"
    passed_over: PassedOver = PassedOver()
