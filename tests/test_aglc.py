"""The Australian Guide to Legal Citation, 4th edition, as library guides restate it."""

from __future__ import annotations

import pytest

from corpus.citation.place import Place
from corpus.metadata import Name
from tests.golden import Golden, check, from_memory, seen
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
        "F1, a counted paragraph withheld",
        "cite",
        NEWS,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (online, 5 February 2021) {URL}.",
        COUNTED,
        recalled="“online,”",
    ),
    from_memory(
        "F1, numbered paragraphs in brackets, each its own",
        "cite",
        NEWS,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (online, 5 February 2021) [5]–[6] {URL}.",
        PRINTED_RANGE,
        recalled="“online,”",
    ),
    seen(
        "a newspaper with pages is a printed one",
        "UQ r 7.11",
        "cite",
        NEWS._replace(place="Melbourne"),
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Melbourne, 5 February 2021) 4.",
        paged("4"),
    ),
    seen(
        "F1, page of a site",
        "Melb r 7.15",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Web Page, 5 February 2021) {URL}.",
        COUNTED,
    ),
    seen(
        "F1, a numbered paragraph of a site",
        "Melb r 7.15",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Web Page, 5 February 2021) [12] {URL}.",
        PRINTED,
    ),
    from_memory(
        "a numbered section",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Web Page, 5 February 2021) s 4.5 {URL}.",
        SECTION,
        recalled="section",
    ),
    from_memory("again F1", "short", NEWS, "He and Fang (n 3).", COUNTED, recalled="family names"),
    seen(
        "again, three authors",
        "NDA r 1.4",
        "short",
        ARTICLE,
        "Ruiz, Okoro and Lind (n 3) 151.",
        paged("151"),
    ),
    seen("again, no author", "NDA r 1.4", "short", PAGE, "‘How Levels Are Measured’ (n 3)."),
    seen("directly after", "NDA r 1.4, CDU", "ibid", NEWS, "Ibid [12].", PRINTED),
    seen("directly after, no place", "NDA r 1.4", "ibid", NEWS, "Ibid.", COUNTED),
    seen(
        "F2, no date, the author is the site",
        "Melb, LaTrobe",
        "cite",
        PAGE,
        "‘How Levels Are Measured’, *River Statistics Office* (Web Page) <https://example.org/levels>.",
    ),
    seen(
        "F3, (year) volume(issue) *journal* first page, page",
        "CDU",
        "cite",
        ARTICLE,
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12(3) *Journal of Water Law* 145, 151.",
        paged("151"),
    ),
    seen(
        "a range has the fewest digits",
        "CDU",
        "cite",
        ARTICLE._replace(pages="425–460"),
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12(3) *Journal of Water Law* "
        "425, 431–2.",
        paged("431", "432"),
    ),
    seen(
        "page and paragraph",
        "CDU",
        "cite",
        BOOK,
        "Maria Stone, *Paper Trails* (Northgate Press, 2nd ed, 2018) 14–15 [18].",
        paged("14", "15")._replace(numbers=("18", "18")),
    ),
    seen(
        "F3x, of more than three authors the first",
        "LaTrobe",
        "cite",
        EIGHT,
        "Ana Ruiz et al, ‘Rivers and Rules’ (2019) 12(3) *Journal of Water Law* 145, 151.",
        paged("151"),
    ),
    seen(
        "F3, the first author inverted, no stop, no place",
        "ANU r 1.13",
        "entry",
        ARTICLE,
        "Ruiz, Ana, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12(3) *Journal of Water Law* 145",
        paged("151"),
    ),
    from_memory(
        "a name published family first is not inverted",
        "entry",
        WEB,
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Web Page, 5 February 2021) {URL}",
        COUNTED,
        recalled="published first",
    ),
    from_memory(
        "no volume, the year in brackets",
        "cite",
        ARTICLE._replace(volume=""),
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ [2019] (3) *Journal of Water Law* 145, 151.",
        paged("151"),
        recalled="[year]",
    ),
    from_memory(
        "F4, a numbered paragraph of a report",
        "cite",
        REPORT,
        "Law Reform Panel, *Access to Records* (Report No 7, 2020) [12].",
        PRINTED,
        recalled="italics for a report",
    ),
    seen(
        "F5, publisher, edition, year",
        "CDU, PersBlog",
        "cite",
        BOOK,
        "Maria Stone, *Paper Trails* (Northgate Press, 2nd ed, 2018) 42.",
        paged("42"),
    ),
    seen(
        "initials without stops, set close",
        "LaTrobe",
        "cite",
        BOOK._replace(authors=(Name("Smith", "A. C."),)),
        "AC Smith, *Paper Trails* (Northgate Press, 2nd ed, 2018) 42.",
        paged("42"),
    ),
    seen(
        "F5c, a chapter",
        "SCU r 6.6.1, CDU",
        "cite",
        CHAPTER,
        "Ivan Petrov, ‘Margins’ in Maria Stone and Tom Hale (eds), *Reading Records* "
        "(Northgate Press, 2017) 30, 33.",
        paged("33"),
    ),
    seen(
        "F6, Act and year in italics",
        "MQ",
        "cite",
        COMMONWEALTH_ACT,
        "*Copyright Act 1968* (Cth) s 40(1).",
        at_section("40(1)"),
    ),
    from_memory(
        "F6, an Act in a collection",
        "cite",
        REVISED_STATUTE,
        "*Access to Information Act*, RSC 1985, c A-1, s 4.",
        at_section("4"),
        recalled="another country",
    ),
    from_memory(
        "F6, a code", "cite", US_CODE, "17 USC § 107.", at_section("107"), recalled="another country"
    ),
    from_memory(
        "a statute in full",
        "short",
        COMMONWEALTH_ACT,
        "*Copyright Act 1968* (Cth) s 40(1).",
        at_section("40(1)"),
        recalled="cited again",
    ),
    seen(
        "a statute by its short title",
        "QUT, NDA r 3.5",
        "short",
        COMMONWEALTH_ACT._replace(title_short="Copyright Act"),
        "*Copyright Act* (n 3) s 40(1).",
        at_section("40(1)"),
    ),
    seen(
        "the sort of page, where it is known",
        "Melb r 7.15",
        "cite",
        WEB._replace(type="post-weblog"),
        f"He Jing and Fang Yi, {TITLE}, *CGTN* (Blog Post, 5 February 2021) {URL}.",
    ),
    from_memory(
        "F7, characters with transcriptions and translation",
        "cite",
        CHINESE,
        "张伟 [Zhang Wei] and 李娜 [Li Na], ‘知识产权保护的新阶段’ "
        "[A New Stage in the Protection of Intellectual Property] (2021) 43(2) "
        "法学研究 [Faxue Yanjiu] 15, 18.",
        paged("18"),
        recalled="another language",
    ),
    from_memory(
        "F7, characters alone",
        "cite",
        CHARACTERS,
        "张伟 and 李娜, ‘知识产权保护的新阶段’ (2021) 43(2) 法学研究 15, 18.",
        paged("18"),
        recalled="another language",
    ),
    from_memory(
        "F1u, title and address left out",
        "cite",
        UNTITLED,
        "He Jing and Fang Yi, *CGTN* (online, 5 February 2021).",
        recalled="without a title",
    ),
    seen(
        "no author",
        "Melb",
        "cite",
        WEB._replace(authors=()),
        f"{TITLE}, *CGTN* (Web Page, 5 February 2021) {URL}.",
    ),
    seen(
        "as much of the date as appears",
        "Melb",
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
