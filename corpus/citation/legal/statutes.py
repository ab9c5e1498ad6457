"""Statutes: how metadata carry one, and what it is called.

Of a work of type "legislation" the fields mean:

- `title`: what the Act is called, with its year or without: "Freedom of Information Act 2000";
- `date`: its year, or that of the collection it stands in: 1985 for the Revised Statutes of that year;
- `container`, `container_short`: the code or the collection: "United States Code", "U.S.C."; "RSC". An Act
  that stands in a collection by its chapter has a `number`, too;
- `volume`: the title or volume of the code: "17";
- `number`: the chapter of the collection, or of the year: "A-1", "36";
- `jurisdiction`: where it is law, as the style is to print it: "Cth".

The section is no field: it is the place that is cited, `Place.section`, without its sign ("12(1)").
"""

from __future__ import annotations

from typing import Final

from corpus.citation.legal.matter import Matter
from corpus.citation.phrase import Phrase, strung
from corpus.citation.titles import described
from corpus.expression import expression
from corpus.metadata import Metadata

_YEAR: Final = expression(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")


def code(work: Metadata, *, stops: bool = False) -> str:
    """The code with its title: "17 U.S.C.", and "17 USC" without stops; "" where the Act stands in none."""
    name = work.container_short or work.container
    name = name if stops else name.replace(".", "")
    return f"{work.volume} {name}" if work.volume and name else name


def is_by_code(work: Metadata) -> bool:
    """Whether the statute is cited as those of the United States are, by the title of a code."""
    return bool(work.volume and (work.container or work.container_short) and not work.number)


def by_code(matter: Matter, section: str) -> Phrase:
    """Such a statute in a style of another country, without stops: "17 USC § 107"."""
    matter.recall("a statute of another country")
    return strung((code(matter.work), section), " ")


def collected(work: Metadata, *, stops: bool = False) -> str:
    """The collection with its year, and the chapter: "RSC 1985, c A-1"; "" for an Act by itself."""
    name = code(work, stops=stops)
    if not (name and work.number):
        return ""
    if work.date is not None and not work.volume:
        name = f"{name} {work.date.year}"
    return f"{name}, {'c.' if stops else 'c'} {work.number}"


def jurisdiction_of(work: Metadata) -> str:
    """Where the Act is law, without stops: "Cth", "UK"."""
    return work.jurisdiction.replace(".", "")


def with_year(work: Metadata) -> str:
    """The Act's title with its year: "Copyright Act 1968"; the year of a collection is not the Act's.

    Without a title and a collection, words that stand for it.
    """
    if not work.title and not work.container and not work.container_short:
        return described(work, opens=True)
    if not work.title or work.date is None or work.container or _YEAR.search(work.title):
        return work.title
    return f"{work.title} {work.date.year}"
