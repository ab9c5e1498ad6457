"""Judgments: how metadata carry one, and what each style makes of the parts.

Of a work of type "legal_case" the fields mean:

- `title`: the parties, as the judgment or the report prints them: "Smith v Northgate Press Ltd";
- `number`: the neutral citation, whole: "[2019] EWHC 42 (Ch)";
- `container_short`, `container`: the series of reports, with `volume`, `pages` and `date`;
- `publisher`: the court.
"""

from __future__ import annotations

from corpus.calendar import day_first, month_first
from corpus.citation.legal.imprint import bracketed
from corpus.citation.legal.matter import Matter
from corpus.citation.phrase import Phrase, phrase, strung


def reported(matter: Matter) -> str:
    """Where the judgment stands: its neutral citation and its report, as far as they are known.

    The year of a report without a volume is part of its citation, and stands in brackets.
    """
    work = matter.work
    series = work.container_short or work.container
    year = (f"({matter.year})" if work.volume else f"[{matter.year}]") if matter.year else ""
    report = " ".join(filter(None, (year, work.volume, series, matter.first_page))) if series else ""
    return ", ".join(filter(None, (work.number, report)))


def court_and_day(matter: Matter, *, months_first: bool = False) -> Phrase:
    """The court and the day in parentheses, which tell a judgment that has no citation of its own."""
    work = matter.work
    day = ""
    if work.date:
        day = month_first(work.date, short=True) if months_first else day_first(work.date)
    return bracketed((work.publisher, day))


def located(matter: Matter, name: Phrase, between: str, *, months_first: bool = False) -> Phrase:
    """The name of the case and where it stands, with `between` between them: " " or ", "."""
    matter.recall("how a judgment is cited")
    if citation := reported(matter):
        return strung((name, phrase(citation)), between)
    return strung((name, court_and_day(matter, months_first=months_first)), " ")
