"""The works that citations are tested on, and places in them; the data are ours."""

from __future__ import annotations

from typing import Final

from corpus.citation import STYLES
from corpus.citation.place import Place
from corpus.citation.style import Cited, Form, Reference
from corpus.metadata import Metadata, Name, PartialDate

HE: Final = Name("He", "Jing", "family-first")
FANG: Final = Name("Fang", "Yi", "family-first")
RUIZ, OKORO, LIND = Name("Ruiz", "Ana"), Name("Okoro", "Ben"), Name("Lind", "Carl")
MORE: Final = (
    *(Name("Moss", "Dora"), Name("Nord", "Eli"), Name("Orr", "Fay"), Name("Pine", "Gus")),
    Name("Quist", "Hal"),
)
STONE, HALE = Name("Stone", "Maria"), Name("Hale", "Tom")
READ: Final = PartialDate(2026, 1, 15)

NEWS: Final = Metadata(
    title="China’s Roadmap for IPR Protection",
    authors=(HE, FANG),
    date=PartialDate(2021, 2, 5),
    container="CGTN",
    url="https://example.org/ipr",
    accessed=READ,
    lang="en",
    type="article-newspaper",
)
"""F1."""

UNTITLED: Final = NEWS._replace(title="", url="", accessed=None)
"""F1u."""

PAGE: Final = Metadata(
    title="How Levels Are Measured",
    authors=(Name(literal="River Statistics Office"),),
    container="River Statistics Office",
    url="https://example.org/levels",
    accessed=READ,
    lang="en",
    type="webpage",
)
"""F2: a page of a body, without a date."""

ARTICLE: Final = Metadata(
    title="Rivers and Rules",
    authors=(RUIZ, OKORO, LIND),
    date=PartialDate(2019),
    container="Journal of Water Law",
    volume="12",
    issue="3",
    pages="145–170",
    doi="10.5555/jwl.3",
    lang="en",
    type="article-journal",
)
"""F3; `EIGHT` is F3x."""

EIGHT: Final = ARTICLE._replace(authors=(*ARTICLE.authors, *MORE))

REPORT: Final = Metadata(
    title="Access to Records",
    authors=(Name(literal="Law Reform Panel"),),
    date=PartialDate(2020),
    number="7",
    genre="Report",
    lang="en",
    type="report",
)
"""F4: its paragraphs are numbered."""

BOOK: Final = Metadata(
    title="Paper Trails",
    authors=(STONE,),
    date=PartialDate(2018),
    edition="2",
    publisher="Northgate Press",
    place="London",
    lang="en",
    type="book",
)
"""F5."""

CHAPTER: Final = Metadata(
    title="Margins",
    authors=(Name("Petrov", "Ivan"),),
    editors=(STONE, HALE),
    container="Reading Records",
    date=PartialDate(2017),
    pages="30–58",
    publisher="Northgate Press",
    place="London",
    lang="en",
    type="chapter",
)
"""F5c."""

CHINESE: Final = Metadata(
    title="知识产权保护的新阶段",
    title_romanised="Zhishi chanquan baohu de xin jieduan",
    title_translated="A new stage in the protection of intellectual property",
    authors=(
        Name("Zhang", "Wei", "family-first", native="张伟"),
        Name("Li", "Na", "family-first", native="李娜"),
    ),
    date=PartialDate(2021),
    container="法学研究",
    container_romanised="Faxue yanjiu",
    volume="43",
    issue="2",
    pages="15–30",
    lang="zh",
    type="article-journal",
)
"""F7."""

COUNTED: Final = Place(counted=(3, 3))
COUNTED_RANGE: Final = Place(counted=(5, 6))
PRINTED: Final = Place(counted=(15, 15), numbers=("12", "12"))
PRINTED_SIGN: Final = Place(counted=(15, 15), numbers=("12", "12"), sign="¶")
PRINTED_RANGE: Final = Place(counted=(8, 9), numbers=("5", "6"))
NOWHERE: Final = Place()
HEADING: Final = Place(heading="Costs")
SECTION: Final = Place(heading="Costs", section="4.5")


def paged(first: str, last: str = "") -> Place:
    """A place on printed pages."""
    return Place(pages=(first, last or first), counted=(3, 3))


def written(
    style: str,
    form: Form,
    work: Metadata,
    place: Place = NOWHERE,
    *,
    number: int = 1,
    first: int = 0,
    uncapitalised: str = "",
) -> Reference:
    """What a style makes of a work and a place; `uncapitalised` are words parted by spaces."""
    cited = Cited(work, place, number, first, frozenset(uncapitalised.split()))
    return STYLES[style].write(form, cited)


WEB: Final = NEWS._replace(type="webpage")
"""F1, were CGTN a site and no newspaper."""
FREEDOM_ACT: Final = Metadata(
    title="Freedom of Information Act 2000",
    authors=(Name(literal="United Kingdom, Parliament"),),
    date=PartialDate(2000),
    publisher="legislation.gov.uk",
    number="36",
    jurisdiction="U.K.",
    lang="en",
    type="legislation",
)
"""F6: a statute, its chapter, and the site where it stands."""

EDITED: Final = Metadata(
    title="Reading Records",
    editors=(STONE, HALE),
    date=PartialDate(2017),
    publisher="Northgate Press",
    place="London",
    lang="en",
    type="book",
)
"""A book with editors only."""

US_CODE: Final = Metadata(
    container="United States Code",
    container_short="U.S.C.",
    volume="17",
    jurisdiction="US",
    type="legislation",
)
"""F6 of the United States: known by its code alone."""

CHARACTERS: Final = CHINESE._replace(
    title_romanised="",
    title_translated="",
    container_romanised="",
    authors=(Name("张", "伟", "family-first"), Name("李", "娜", "family-first")),
)
"""F7, known in its characters alone."""

ACT: Final = Metadata(
    title="Freedom of Information Act 2000", date=PartialDate(2000), jurisdiction="UK", type="legislation"
)
"""F6 of the United Kingdom."""

REVISED_STATUTE: Final = Metadata(
    title="Access to Information Act",
    container="Revised Statutes of Canada",
    container_short="RSC",
    date=PartialDate(1985),
    number="A-1",
    jurisdiction="Canada",
    type="legislation",
)
"""F6 of Canada."""

COMMONWEALTH_ACT: Final = Metadata(
    title="Copyright Act", date=PartialDate(1968), jurisdiction="Cth", type="legislation"
)
"""F6 of Australia."""


def at_section(section: str) -> Place:
    """A place in a numbered section."""
    return Place(section=section)


TWENTY_ONE: Final = ARTICLE._replace(
    authors=tuple(Name(f"Author{letter}", letter) for letter in "ABCDEFGHIJKLMNOPQRSTU")
)

NOTHING: Final = Metadata()
"""An article of which nothing is known."""

DATED: Final = Metadata(date=PartialDate(2021, 2, 8))
"""One of which the date alone is known."""

KEPT: Final = NEWS._replace(title="", url="", accessed=None, type="", lang="")
"""F1u as a text file is read: nothing tells what kind of work it is."""

JUDGMENT: Final = Metadata(
    title="Smith v Northgate Press Ltd",
    number="[2019] EXHC 42",
    date=PartialDate(2019, 3, 14),
    lang="en",
    type="legal_case",
)
"""A judgment with a neutral citation; its paragraphs are numbered."""

REPORTED: Final = JUDGMENT._replace(number="", container_short="ExR", volume="12", pages="145-170")
"""The same, known by where it was reported."""
