"""The McGill Guide, as library guides to its 8th, 9th and 10th editions restate it."""

from __future__ import annotations

import pytest

from corpus.metadata import Name
from tests.golden import Golden, check, from_memory, seen
from tests.works import (
    ACT,
    ARTICLE,
    BOOK,
    CHAPTER,
    CHARACTERS,
    CHINESE,
    COUNTED,
    COUNTED_RANGE,
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

TITLE = "“China’s Roadmap for IPR Protection”"
ONLINE = "online: <https://example.org/ipr>"
SHORTENED = ARTICLE._replace(container_short="J. Water L.")
YEAR_ONLY = NEWS._replace(date=NEWS.date._replace(month=0, day=0)) if NEWS.date else NEWS

GOLDEN = [
    from_memory(
        "F1, “at para” before “online”",
        "cite",
        NEWS,
        f"He Jing & Fang Yi, {TITLE}, *CGTN* (5 February 2021) at para 3, {ONLINE}.",
        COUNTED,
        recalled="only counted",
    ),
    from_memory(
        "F1, several paragraphs",
        "cite",
        NEWS,
        f"He Jing & Fang Yi, {TITLE}, *CGTN* (5 February 2021) at paras 5–6, {ONLINE}.",
        COUNTED_RANGE,
        recalled="only counted",
    ),
    from_memory(
        "F1, a paragraph that the source numbers",
        "cite",
        NEWS,
        f"He Jing & Fang Yi, {TITLE}, *CGTN* (5 February 2021) at para 12, {ONLINE}.",
        PRINTED,
        recalled="before “online”",
    ),
    seen(
        "F1 without a place",
        "McGCSL, Slaw8",
        "cite",
        NEWS,
        f"He Jing & Fang Yi, {TITLE}, *CGTN* (5 February 2021), {ONLINE}.",
    ),
    from_memory(
        "F1, page of a site",
        "cite",
        WEB,
        f"He Jing & Fang Yi, {TITLE} (5 February 2021) at para 12, online: *CGTN* <https://example.org/ipr>.",
        PRINTED,
        recalled="behind “online”",
    ),
    from_memory(
        "a numbered section",
        "cite",
        NEWS._replace(url=""),
        f"He Jing & Fang Yi, {TITLE}, *CGTN* (5 February 2021) at s 4.5.",
        SECTION,
        recalled="section",
    ),
    seen("a numbered paragraph", "Carleton, Emond", "ibid", NEWS, "*Ibid* at para 12.", PRINTED),
    from_memory("again F1", "ibid", NEWS, "*Ibid* at para 3.", COUNTED, recalled="only counted"),
    seen("alone", "Carleton, Emond", "ibid", NEWS, "*Ibid*."),
    seen(
        "no comma before “at”",
        "Carleton, McGCSL",
        "short",
        NEWS,
        "He & Fang, *supra* note 3 at para 12.",
        PRINTED,
    ),
    from_memory(
        "again F1", "short", NEWS, "He & Fang, *supra* note 3 at para 3.", COUNTED, recalled="only counted"
    ),
    seen(
        "again, several paragraphs",
        "Carleton, McGCSL",
        "short",
        NEWS,
        "He & Fang, *supra* note 3 at paras 5–6.",
        PRINTED_RANGE,
    ),
    seen(
        "three authors",
        "Carleton, McGCSL",
        "short",
        ARTICLE,
        "Ruiz, Okoro & Lind, *supra* note 3 at 151.",
        paged("151"),
    ),
    seen("many authors", "STU, Sheridan", "short", EIGHT, "Ruiz et al, *supra* note 3 at 151.", paged("151")),
    from_memory(
        "F2, no date; the site is its author",
        "cite",
        PAGE,
        "River Statistics Office, “How Levels Are Measured”, online: <https://example.org/levels>.",
        recalled="date that is not known",
    ),
    seen(
        "F3, volume:issue, abbreviation without stops",
        "Slaw8, Slaw7",
        "cite",
        SHORTENED,
        "Ana Ruiz, Ben Okoro & Carl Lind, “Rivers and Rules” (2019) 12:3 J Water L 145 at 151.",
        paged("151"),
    ),
    seen(
        "a range of pages",
        "OntarioTech",
        "cite",
        SHORTENED,
        "Ana Ruiz, Ben Okoro & Carl Lind, “Rivers and Rules” (2019) 12:3 J Water L 145 at 151–53.",
        paged("151", "153"),
    ),
    seen(
        "F3x, of more than three authors the first",
        "Sheridan",
        "cite",
        EIGHT._replace(container_short="J Water L"),
        "Ana Ruiz et al, “Rivers and Rules” (2019) 12:3 J Water L 145 at 151.",
        paged("151"),
    ),
    from_memory(
        "no volume",
        "cite",
        SHORTENED._replace(volume=""),
        "Ana Ruiz, Ben Okoro & Carl Lind, “Rivers and Rules” (2019) J Water L 145 at 151.",
        paged("151"),
        recalled="a volume that is not known",
    ),
    from_memory(
        "F4, a numbered paragraph of a report",
        "cite",
        REPORT,
        "Law Reform Panel, *Access to Records*, Report No 7 (2020) at para 12.",
        PRINTED,
        recalled="number of a report",
    ),
    seen(
        "F5, edition, place and publisher",
        "Sheridan",
        "cite",
        BOOK,
        "Maria Stone, *Paper Trails*, 2nd ed (London: Northgate Press, 2018) at 42.",
        paged("42"),
    ),
    seen(
        "no stops after initials",
        "Slaw7",
        "cite",
        BOOK._replace(authors=(Name("Stone", "Maria A."),)),
        "Maria A Stone, *Paper Trails*, 2nd ed (London: Northgate Press, 2018) at 42.",
        paged("42"),
    ),
    from_memory(
        "F5c, first page and page",
        "cite",
        CHAPTER,
        "Ivan Petrov, “Margins” in Maria Stone & Tom Hale, eds, *Reading Records* "
        "(London: Northgate Press, 2017) 30 at 33.",
        paged("33"),
        recalled="first page of a chapter",
    ),
    seen(
        "F6, collection, chapter, section",
        "Slaw7",
        "cite",
        REVISED_STATUTE,
        "*Access to Information Act*, RSC 1985, c A-1, s 4.",
        at_section("4"),
    ),
    from_memory(
        "F6, an Act of another country",
        "cite",
        ACT._replace(number="36", jurisdiction="U.K."),
        "*Freedom of Information Act 2000* (UK), c 36, s 12(1).",
        at_section("12(1)"),
        recalled="another country",
    ),
    from_memory(
        "F6, a code", "cite", US_CODE, "17 USC § 107.", at_section("107"), recalled="another country"
    ),
    from_memory(
        "a statute again, a comma before its section",
        "short",
        REVISED_STATUTE,
        "*Access to Information Act*, *supra* note 3, s 4.",
        at_section("4"),
        recalled="cited again",
    ),
    from_memory(
        "a statute directly after",
        "ibid",
        REVISED_STATUTE,
        "*Ibid*, s 4.",
        at_section("4"),
        recalled="cited again",
    ),
    from_memory(
        "F7, characters with translation and transcription",
        "cite",
        CHINESE,
        "Zhang Wei & Li Na, “知识产权保护的新阶段” "
        "[“A New Stage in the Protection of Intellectual Property”] (2021) 43:2 "
        "法学研究 [Faxue Yanjiu] 15 at 18.",
        paged("18"),
        recalled="another language",
    ),
    from_memory(
        "F7, characters alone",
        "cite",
        CHARACTERS,
        "张伟 & 李娜, “知识产权保护的新阶段” (2021) 43:2 法学研究 15 at 18.",
        paged("18"),
        recalled="another language",
    ),
    from_memory(
        "F1u, title and address left out",
        "cite",
        UNTITLED,
        "He Jing & Fang Yi, *CGTN* (5 February 2021).",
        recalled="without a title",
    ),
    from_memory(
        "no author, the title first",
        "cite",
        NEWS._replace(authors=()),
        f"{TITLE}, *CGTN* (5 February 2021), {ONLINE}.",
        recalled="without an author",
    ),
    from_memory(
        "the year alone",
        "cite",
        YEAR_ONLY,
        f"He Jing & Fang Yi, {TITLE}, *CGTN* (2021), {ONLINE}.",
        recalled="without its day",
    ),
    from_memory(
        "F3, the first author inverted, no place",
        "entry",
        SHORTENED,
        "Ruiz, Ana, Ben Okoro & Carl Lind, “Rivers and Rules” (2019) 12:3 J Water L 145.",
        paged("151"),
        recalled="stop at the end",
    ),
    from_memory(
        "F1, a name published family first is not inverted",
        "entry",
        NEWS,
        f"He Jing & Fang Yi, {TITLE}, *CGTN* (5 February 2021), {ONLINE}.",
        COUNTED,
        recalled="published first",
    ),
]


@pytest.mark.parametrize("golden", GOLDEN)
def test_mcgill(golden: Golden) -> None:
    check("mcgill", golden)


def test_a_heading_is_withheld_and_that_is_said() -> None:
    reference = written("mcgill", "cite", NEWS, HEADING)
    assert reference.locator == ""
    assert reference.notes == ("no heading (McGill doesn’t cite by heading)",)
