"""The Australian Guide to Legal Citation, 4th edition, as library guides restate it."""

from __future__ import annotations

import pytest

from corpus.citation.place import Place
from corpus.metadata import Name
from tests.golden_legal import Golden, check, from_memory, seen
from tests.works import (
    ARTICLE,
    BOOK,
    CHAPTER,
    CHARACTERS,
    CHINESE,
    COMMONWEALTH_ACT,
    COUNTED,
    EIGHT,
    HEADING,
    NEWS,
    PAGE,
    PRINTED,
    PRINTED_RANGE,
    REPORT,
    REVISED_STATUTE,
    SECTION,
    UNTITLED,
    US_CODE,
    WEB,
    at_section,
    paged,
    written,
)

TITLE = "‘China’s Roadmap for IPR Protection’"
URL = "<https://example.org/ipr>"
YEAR_ONLY = WEB._replace(date=WEB.date._replace(month=0, day=0)) if WEB.date else WEB

GOLDEN = [
    from_memory(
        "“online,”",
        "F1, a counted paragraph withheld",
        "cite",
        NEWS,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (online, 5 February 2021) {URL}.",
        COUNTED,
    ),
    from_memory(
        "“online,”",
        "F1, numbered paragraphs in brackets, each its own",
        "cite",
        NEWS,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (online, 5 February 2021) [5]–[6] {URL}.",
        PRINTED_RANGE,
    ),
    seen(
        "UQ r 7.11",
        "a newspaper with pages is a printed one",
        "cite",
        NEWS._replace(place="Melbourne"),
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Melbourne, 5 February 2021) 4.",
        paged("4"),
    ),
    seen(
        "Melb r 7.15",
        "F1, page of a site",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Web Page, 5 February 2021) {URL}.",
        COUNTED,
    ),
    seen(
        "Melb r 7.15",
        "F1, a numbered paragraph of a site",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Web Page, 5 February 2021) [12] {URL}.",
        PRINTED,
    ),
    from_memory(
        "section",
        "a numbered section",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Web Page, 5 February 2021) s 4.5 {URL}.",
        SECTION,
    ),
    from_memory("family names", "again F1", "short", NEWS, "He and Fang (n 3).", COUNTED),
    seen(
        "NDA r 1.4",
        "again, three authors",
        "short",
        ARTICLE,
        "Ruiz, Okoro and Lind (n 3) 151.",
        paged("151"),
    ),
    seen("NDA r 1.4", "again, no author", "short", PAGE, "‘How Levels Are Measured’ (n 3)."),
    seen("NDA r 1.4, CDU", "directly after", "ibid", NEWS, "Ibid [12].", PRINTED),
    seen("NDA r 1.4", "directly after, no place", "ibid", NEWS, "Ibid.", COUNTED),
    seen(
        "Melb, LaTrobe",
        "F2, no date, the author is the site",
        "cite",
        PAGE,
        "‘How Levels Are Measured’, *River Statistics Office* (Web Page) <https://example.org/levels>.",
    ),
    seen(
        "CDU",
        "F3, (year) volume(issue) *journal* first page, page",
        "cite",
        ARTICLE,
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12(3) *Journal of Water Law* 145, 151.",
        paged("151"),
    ),
    seen(
        "CDU",
        "a range has the fewest digits",
        "cite",
        ARTICLE._replace(pages="425–460"),
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12(3) *Journal of Water Law* "
        "425, 431–2.",
        paged("431", "432"),
    ),
    seen(
        "CDU",
        "page and paragraph",
        "cite",
        BOOK,
        "Maria Stone, *Paper Trails* (Northgate Press, 2nd ed, 2018) 14–15 [18].",
        paged("14", "15")._replace(numbers=("18", "18")),
    ),
    seen(
        "LaTrobe",
        "F3x, of more than three authors the first",
        "cite",
        EIGHT,
        "Ana Ruiz et al, ‘Rivers and Rules’ (2019) 12(3) *Journal of Water Law* 145, 151.",
        paged("151"),
    ),
    seen(
        "ANU r 1.13",
        "F3, the first author inverted, no stop, no place",
        "entry",
        ARTICLE,
        "Ruiz, Ana, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12(3) *Journal of Water Law* 145",
        paged("151"),
    ),
    from_memory(
        "published first",
        "a name published family first is not inverted",
        "entry",
        WEB,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Web Page, 5 February 2021) {URL}",
        COUNTED,
    ),
    from_memory(
        "[year]",
        "no volume, the year in brackets",
        "cite",
        ARTICLE._replace(volume=""),
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ [2019] (3) *Journal of Water Law* 145, 151.",
        paged("151"),
    ),
    from_memory(
        "italics for a report",
        "F4, a numbered paragraph of a report",
        "cite",
        REPORT,
        "Law Reform Panel, *Access to Records* (Report No 7, 2020) [12].",
        PRINTED,
    ),
    seen(
        "CDU, PersBlog",
        "F5, publisher, edition, year",
        "cite",
        BOOK,
        "Maria Stone, *Paper Trails* (Northgate Press, 2nd ed, 2018) 42.",
        paged("42"),
    ),
    seen(
        "LaTrobe",
        "initials without stops, set close",
        "cite",
        BOOK._replace(authors=(Name("Smith", "A. C."),)),
        "AC Smith, *Paper Trails* (Northgate Press, 2nd ed, 2018) 42.",
        paged("42"),
    ),
    seen(
        "SCU r 6.6.1, CDU",
        "F5c, a chapter",
        "cite",
        CHAPTER,
        "Ivan Petrov, ‘Margins’ in Maria Stone and Tom Hale (eds), *Reading Records* "
        "(Northgate Press, 2017) 30, 33.",
        paged("33"),
    ),
    seen(
        "MQ",
        "F6, Act and year in italics",
        "cite",
        COMMONWEALTH_ACT,
        "*Copyright Act 1968* (Cth) s 40(1).",
        at_section("40(1)"),
    ),
    from_memory(
        "another country",
        "F6, an Act in a collection",
        "cite",
        REVISED_STATUTE,
        "*Access to Information Act*, RSC 1985, c A-1, s 4.",
        at_section("4"),
    ),
    from_memory("another country", "F6, a code", "cite", US_CODE, "17 USC § 107.", at_section("107")),
    from_memory(
        "cited again",
        "a statute in full",
        "short",
        COMMONWEALTH_ACT,
        "*Copyright Act 1968* (Cth) s 40(1).",
        at_section("40(1)"),
    ),
    seen(
        "QUT, NDA r 3.5",
        "a statute by its short title",
        "short",
        COMMONWEALTH_ACT._replace(title_short="Copyright Act"),
        "*Copyright Act* (n 3) s 40(1).",
        at_section("40(1)"),
    ),
    seen(
        "Melb r 7.15",
        "the sort of page, where it is known",
        "cite",
        WEB._replace(type="post-weblog"),
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Blog Post, 5 February 2021) {URL}.",
    ),
    from_memory(
        "another language",
        "F7, characters with transcriptions and translation",
        "cite",
        CHINESE,
        "张伟 [Zhang Wei] and 李娜 [Li Na], ‘知识产权保护的新阶段’ "
        "[A New Stage in the Protection of Intellectual Property] (2021) 43(2) "
        "法学研究 [Faxue Yanjiu] 15, 18.",
        paged("18"),
    ),
    from_memory(
        "another language",
        "F7, characters alone",
        "cite",
        CHARACTERS,
        "张伟 and 李娜, ‘知识产权保护的新阶段’ (2021) 43(2) 法学研究 15, 18.",
        paged("18"),
    ),
    from_memory(
        "without a title",
        "F1u, title and address left out",
        "cite",
        UNTITLED,
        "He Jing and Fang Yi, *CGTN* (online, 5 February 2021).",
    ),
    seen(
        "Melb",
        "no author",
        "cite",
        WEB._replace(authors=()),
        f"{TITLE}, *CGTN* (Web Page, 5 February 2021) {URL}.",
    ),
    seen(
        "Melb",
        "as much of the date as appears",
        "cite",
        YEAR_ONLY,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Web Page, 2021) {URL}.",
    ),
]


@pytest.mark.parametrize("golden", GOLDEN)
def test_aglc(golden: Golden) -> None:
    check("aglc", golden)


@pytest.mark.parametrize(
    ("place", "note"),
    [
        (COUNTED, "no ¶ (AGLC doesn’t count unnumbered paragraphs)"),
        (HEADING, "no heading (AGLC doesn’t cite by heading)"),
    ],
)
def test_what_is_withheld_is_said(place: Place, note: str) -> None:
    reference = written("aglc", "cite", WEB, place)
    assert reference.locator == ""
    assert reference.notes == (note,)
