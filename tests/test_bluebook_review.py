"""The Bluebook in law reviews: small capitals for periodicals, and for books with their authors."""

from __future__ import annotations

import pytest

from tests.golden import Golden, check, from_memory, seen
from tests.works import (
    ARTICLE,
    BOOK,
    CHAPTER,
    CHARACTERS,
    CHINESE,
    COUNTED_RANGE,
    NEWS,
    PRINTED_SIGN,
    REPORT,
    US_CODE,
    at_section,
    paged,
)

TITLE = "*China’s Roadmap for IPR Protection*"
URL = "https://example.org/ipr"
SHORTENED = ARTICLE._replace(container_short="J. Water L.")
CHINA = CHINESE._replace(jurisdiction="China", title_translated="A new stage in IP protection")

REVIEW = [
    from_memory(
        "F1, the periodical in small capitals",
        "cite",
        NEWS,
        f"He Jing & Fang Yi, {TITLE}, SC{{CGTN}}, paras. 5–6 (Feb. 5, 2021), {URL}.",
        COUNTED_RANGE,
        recalled="only counted",
    ),
    seen(
        "F1 without a place",
        "UCDavis R16",
        "cite",
        NEWS,
        f"He Jing & Fang Yi, {TITLE}, SC{{CGTN}} (Feb. 5, 2021), {URL}.",
    ),
    seen(
        "F3, the journal in small capitals, its article in italics",
        "UCDavis R16",
        "cite",
        SHORTENED,
        "Ana Ruiz, Ben Okoro & Carl Lind, *Rivers and Rules*, 12 SC{J. Water L.} 145, 151 (2019).",
        paged("151"),
    ),
    from_memory(
        "F4, author and title of a report in small capitals",
        "cite",
        REPORT,
        "SC{Law Reform Panel}, SC{Access to Records} ¶ 12 (2020).",
        PRINTED_SIGN,
        recalled="small capitals",
    ),
    from_memory(
        "F5, author and title of a book in small capitals",
        "cite",
        BOOK,
        "SC{Maria Stone}, SC{Paper Trails} 42 (2d ed. 2018).",
        paged("42"),
        recalled="small capitals",
    ),
    from_memory(
        "F5 again",
        "short",
        BOOK,
        "SC{Stone}, *supra* note 3, at 42.",
        paged("42"),
        recalled="small capitals",
    ),
    from_memory(
        "F5c, the book in small capitals, its chapter in italics",
        "cite",
        CHAPTER,
        "Ivan Petrov, *Margins*, *in* SC{Reading Records} 30, 33 (Maria Stone & Tom Hale eds., 2017).",
        paged("33"),
        recalled="small capitals",
    ),
    seen("F6", "Indigo R5.2", "cite", US_CODE, "17 U.S.C. § 107.", at_section("107")),
    from_memory(
        "F7, characters have no small capitals",
        "cite",
        CHINA,
        "Zhang Wei & Li Na, *Zhishi Chanquan Baohu de Xin Jieduan* (知识产权保护的新阶段) "
        "[*A New Stage in IP Protection*], 43 SC{Faxue Yanjiu} (法学研究) 15, 18 (2021) (China).",
        paged("18"),
        recalled="another language",
    ),
    from_memory(
        "F7, characters alone",
        "cite",
        CHARACTERS,
        "张伟 & 李娜, 知识产权保护的新阶段, 43 法学研究 15, 18 (2021).",
        paged("18"),
        recalled="another language",
    ),
]


@pytest.mark.parametrize("golden", REVIEW)
def test_law_reviews(golden: Golden) -> None:
    check("bluebook-review", golden)
