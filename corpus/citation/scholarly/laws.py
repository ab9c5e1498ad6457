"""Laws, and judgments: what one is called where its own country’s style is not asked for.

Of a law `title` is its name, with or without its year; `container` (or `container_short`) the code or the
collection that it stands in, `volume` the title of the code ("17"), `number` its chapter ("36"),
`jurisdiction` where it is law ("U.K."), and `date` its year, or that of the collection. The section is
the place that is cited.
"""

from __future__ import annotations

from typing import Final

from corpus.citation.ranges import ranged
from corpus.citation.titles import described, titles
from corpus.expression import expression
from corpus.metadata import Metadata

_YEAR: Final = expression(r"(?<!\d)(?:1[0-9]|20)\d\d\)?$")
_WITH_STOPS: Final = {"UK": "U.K.", "US": "U.S.", "USA": "U.S."}


def called(work: Metadata) -> str:
    """The law’s name with its year: "Freedom of Information Act 2000"; "" where only its code is known."""
    name = titles(work).latin
    if not name:
        return "" if code(work) else described(work, opens=True)
    if is_case(work):
        return name
    year = "" if work.date is None or code(work) or _YEAR.search(name) else f" {work.date.year}"
    return name + year


def code(work: Metadata) -> str:
    """The code that the law stands in: "17 U.S.C.", or the collection with its year: "RSC 1985"."""
    name = work.container_short or work.container
    if is_case(work):
        return ", ".join(filter(None, (work.number, _report(work, name))))
    if not name:
        return ""
    return f"{work.volume} {name}" if work.volume else f"{name} {work.date.year}" if work.date else name


def chapter(work: Metadata) -> str:
    """The law’s chapter in its year or its collection: "c. 36"."""
    return f"c. {work.number}" if work.number and not is_case(work) else ""


def jurisdiction(work: Metadata) -> str:
    """Where it is law, in parentheses as it stands behind the rest: " (U.K.)"."""
    return f" ({_WITH_STOPS.get(work.jurisdiction, work.jurisdiction)})" if work.jurisdiction else ""


def is_case(work: Metadata) -> bool:
    """Whether it is a judgment: its title are the parties, `number` is its neutral citation."""
    return work.type == "legal_case"


def _report(work: Metadata, series: str) -> str:
    """The report that a judgment stands in: "(2019) 12 CLR 145"."""
    year = str(work.date.year) if work.date else ""
    year = (f"({year})" if work.volume else f"[{year}]") if year else ""
    first = ranged(work.pages, "–").partition("–")[0]
    return " ".join(filter(None, (year, work.volume, series, first))) if series else ""


def is_american(work: Metadata) -> bool:
    """Whether it is a law of the United States, whose sections have the sign §."""
    return work.jurisdiction.replace(".", "") in ("US", "USA") or "U.S.C." in code(work)
