"""The Bluebook in court papers, as the Indigo Book and library guides restate it."""

from __future__ import annotations

import pytest

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
    PRINTED_SIGN,
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

TITLE = "*China’s Roadmap for IPR Protection*"
URL = "https://example.org/ipr"
SHORTENED = ARTICLE._replace(container_short="J. Water L.")
SHORT_SITE = PAGE._replace(container_short="River Stat. Off.")
YEAR_ONLY = NEWS._replace(date=NEWS.date._replace(month=0, day=0)) if NEWS.date else NEWS
FIVE_TO_SIX = PRINTED_RANGE._replace(sign="¶")
CHINA = CHINESE._replace(jurisdiction="China", title_translated="A new stage in IP protection")

COURT = [
    from_memory(
        "F1, “para.” for a counted paragraph, before the date",
        "cite",
        NEWS,
        f"He Jing & Fang Yi, {TITLE}, CGTN, para. 3 (Feb. 5, 2021), {URL}.",
        COUNTED,
        recalled="only counted",
    ),
    seen(
        "F1 without a place, the safest form",
        "Indigo R30.4.2",
        "cite",
        NEWS,
        f"He Jing & Fang Yi, {TITLE}, CGTN (Feb. 5, 2021), {URL}.",
    ),
    seen(
        "several numbered paragraphs have two signs",
        "Indigo R5.3, R33",
        "cite",
        WEB,
        f"He Jing & Fang Yi, {TITLE}, CGTN, ¶¶ 5–6 (Feb. 5, 2021), {URL}.",
        FIVE_TO_SIX,
    ),
    seen("a page takes “at”", "Indigo R6.2.2", "ibid", ARTICLE, "*Id.* at 151.", paged("151")),
    seen("¶ never takes “at”", "Indigo R6.2.2, R5.3", "ibid", REPORT, "*Id.* ¶ 12.", PRINTED_SIGN),
    seen("§ never takes “at”", "Indigo R5.2", "ibid", NEWS, "*Id.* § 4.5.", SECTION),
    seen("without a place, one stop", "Indigo R6.2.2", "ibid", NEWS, "*Id.*"),
    from_memory("again F1", "ibid", NEWS, "*Id.* paras. 5–6.", COUNTED_RANGE, recalled="only counted"),
    from_memory(
        "again F1", "short", NEWS, "He & Fang, *supra* note 3, para. 3.", COUNTED, recalled="only counted"
    ),
    from_memory(
        "family names of names published family first",
        "short",
        NEWS,
        "He & Fang, *supra* note 3.",
        recalled="family names",
    ),
    seen(
        "of more than two authors the first, and “at” a page",
        "Indigo R31.2",
        "short",
        ARTICLE,
        "Ruiz et al., *supra* note 3, at 151.",
        paged("151"),
    ),
    seen("a body has its whole name", "Indigo R31.2", "short", REPORT, "Law Reform Panel, *supra* note 3."),
    seen(
        "F2, the owner of the site shows; no date, the last visit behind the address",
        "Indigo R33.1.2, R33.3, R33.5.2",
        "cite",
        SHORT_SITE,
        "*How Levels Are Measured*, River Stat. Off., https://example.org/levels "
        "(last visited Jan. 15, 2026).",
    ),
    seen(
        "F2, no abbreviation is made up",
        "Indigo R33.1.2, R33.3, R33.5.2",
        "cite",
        PAGE,
        "*How Levels Are Measured*, River Statistics Office, https://example.org/levels "
        "(last visited Jan. 15, 2026).",
    ),
    seen(
        "F2 again, by what the first note begins with",
        "Indigo R31.2",
        "short",
        PAGE,
        "*How Levels Are Measured*, *supra* note 3.",
    ),
    seen(
        "F3, volume, journal, first page, page (year)",
        "Indigo R30.1.1, R30.2.3",
        "cite",
        SHORTENED,
        "Ana Ruiz, Ben Okoro & Carl Lind, *Rivers and Rules*, 12 J. Water L. 145, 151 (2019).",
        paged("151"),
    ),
    seen(
        "a range keeps two digits",
        "Indigo R5.1",
        "cite",
        SHORTENED,
        "Ana Ruiz, Ben Okoro & Carl Lind, *Rivers and Rules*, 12 J. Water L. 145, 151-53 (2019).",
        paged("151", "153"),
    ),
    seen(
        "F3x, of many authors the first",
        "Indigo R30.2.3",
        "cite",
        EIGHT._replace(container_short="J. Water L."),
        "Ana Ruiz et al., *Rivers and Rules*, 12 J. Water L. 145, 151 (2019).",
        paged("151"),
    ),
    from_memory(
        "a journal without a volume",
        "cite",
        SHORTENED._replace(volume=""),
        "Ana Ruiz, Ben Okoro & Carl Lind, *Rivers and Rules*, 2019 J. Water L. 145, 151.",
        paged("151"),
        recalled="the year for a volume",
    ),
    seen(
        "F4, ¶ where the source prints it",
        "Indigo R28, R5.3",
        "cite",
        REPORT,
        "Law Reform Panel, *Access to Records* ¶ 12 (2020).",
        PRINTED_SIGN,
    ),
    from_memory(
        "F4, “para.” where the source prints a number without ¶",
        "cite",
        REPORT,
        "Law Reform Panel, *Access to Records* para. 12 (2020).",
        PRINTED,
        recalled="without ¶",
    ),
    seen(
        "F5, page without comma, edition and year",
        "Indigo R28.2.4",
        "cite",
        BOOK,
        "Maria Stone, *Paper Trails* 42 (2d ed. 2018).",
        paged("42"),
    ),
    seen(
        "“at” where a number stands before the page",
        "Indigo R5.1",
        "cite",
        BOOK._replace(title="Floods in Spring 1918"),
        "Maria Stone, *Floods in Spring 1918*, at 42 (2d ed. 2018).",
        paged("42"),
    ),
    from_memory(
        "F5c, first page and page",
        "cite",
        CHAPTER,
        "Ivan Petrov, *Margins*, *in* *Reading Records* 30, 33 (Maria Stone & Tom Hale eds., 2017).",
        paged("33"),
        recalled="a chapter",
    ),
    seen("F6, the section of a code", "Indigo R5.2", "cite", US_CODE, "17 U.S.C. § 107.", at_section("107")),
    seen(
        "F6, a section with a dash is one",
        "Indigo R5.2",
        "cite",
        US_CODE._replace(volume="42"),
        "42 U.S.C. § 2000ff–1(b)(2)(A).",
        at_section("2000ff–1(b)(2)(A)"),
    ),
    from_memory(
        "F6, an Act of another country",
        "cite",
        ACT._replace(jurisdiction="U.K."),
        "Freedom of Information Act 2000, § 12 (U.K.).",
        at_section("12"),
        recalled="no code",
    ),
    from_memory(
        "F6, an Act in a collection",
        "cite",
        REVISED_STATUTE._replace(container_short="R.S.C.", jurisdiction="Can."),
        "Access to Information Act, R.S.C. 1985, c. A-1, § 4 (Can.).",
        at_section("4"),
        recalled="no code",
    ),
    from_memory(
        "a statute has no supra", "short", US_CODE, "17 U.S.C. § 107.", at_section("107"), recalled="in full"
    ),
    from_memory(
        "F7, transcription, characters, translation",
        "cite",
        CHINA,
        "Zhang Wei & Li Na, *Zhishi Chanquan Baohu de Xin Jieduan* (知识产权保护的新阶段) "
        "[*A New Stage in IP Protection*], 43 Faxue Yanjiu (法学研究) 15, 18 (2021) (China).",
        paged("18"),
        recalled="another language",
    ),
    from_memory(
        "F7, characters alone have no italics",
        "cite",
        CHARACTERS,
        "张伟 & 李娜, 知识产权保护的新阶段, 43 法学研究 15, 18 (2021).",
        paged("18"),
        recalled="another language",
    ),
    from_memory(
        "F1u, title and address left out",
        "cite",
        UNTITLED,
        "He Jing & Fang Yi, CGTN (Feb. 5, 2021).",
        recalled="without a title",
    ),
    seen(
        "no author, the title first",
        "Indigo R33.1.4",
        "cite",
        NEWS._replace(authors=()),
        f"{TITLE}, CGTN (Feb. 5, 2021), {URL}.",
    ),
    from_memory(
        "the year alone",
        "cite",
        YEAR_ONLY,
        f"He Jing & Fang Yi, {TITLE}, CGTN (2021), {URL}.",
        recalled="without its day",
    ),
    from_memory(
        "for a table of authorities, in full without the place",
        "entry",
        SHORTENED,
        "Ana Ruiz, Ben Okoro & Carl Lind, *Rivers and Rules*, 12 J. Water L. 145 (2019)",
        paged("151"),
        recalled="no stop",
    ),
    from_memory(
        "a statute without its section has its name",
        "entry",
        US_CODE._replace(title="Copyright Act of 1976"),
        "Copyright Act of 1976, 17 U.S.C.",
        at_section("107"),
        recalled="no stop",
    ),
]


@pytest.mark.parametrize("golden", COURT)
def test_court_papers(golden: Golden) -> None:
    check("bluebook", golden)


def test_a_heading_is_withheld_and_that_is_said() -> None:
    reference = written("bluebook", "cite", NEWS, HEADING)
    assert reference.locator == ""
    assert reference.notes == ("no heading (Bluebook doesn’t cite by heading)",)


def test_a_name_that_is_not_abbreviated_is_told() -> None:
    assert written("bluebook", "cite", ARTICLE, paged("151")).notes == (
        "name of the periodical or site not abbreviated",
    )
    assert written("bluebook", "cite", SHORTENED, paged("151")).notes == ()


def test_there_is_no_bibliography() -> None:
    assert written("bluebook", "entry", BOOK).notes == (
        "the Bluebook has no bibliography: this is for a table of authorities",
    )
