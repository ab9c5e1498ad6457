"""OSCOLA, 4th edition, as library guides and the makers of citation engines restate it."""

from __future__ import annotations

import pytest

from corpus.metadata import Name
from tests.golden_legal import Golden, check, from_memory, seen
from tests.works import (
    ACT,
    ARTICLE,
    BOOK,
    CHAPTER,
    CHARACTERS,
    CHINESE,
    COMMONWEALTH_ACT,
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

TITLE = "‘China’s Roadmap for IPR Protection’"
READ = "<https://example.org/ipr> accessed 15 January 2026"
SHORTENED = ARTICLE._replace(container_short="JWL")
YEAR_ONLY = WEB._replace(date=WEB.date._replace(month=0, day=0)) if WEB.date else WEB

GOLDEN = [
    from_memory(
        "only counted",
        "F1, newspaper, place before the address",
        "cite",
        NEWS,
        f"He Jing and Fang Yi, {TITLE} *CGTN* (5 February 2021) para 3 {READ}.",
        COUNTED,
    ),
    seen(
        "UWL, IALS",
        "F1, a paragraph that the source numbers",
        "cite",
        NEWS,
        f"He Jing and Fang Yi, {TITLE} *CGTN* (5 February 2021) para 12 {READ}.",
        PRINTED,
    ),
    from_memory(
        "only counted",
        "F1, page of a site",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 5 February 2021) paras 5–6 {READ}.",
        COUNTED_RANGE,
    ),
    seen(
        "IALS, GCU",
        "F1, page of a site without a place",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 5 February 2021) {READ}.",
    ),
    from_memory(
        "names the place",
        "a heading names the place",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 5 February 2021) ‘Costs’ {READ}.",
        HEADING,
    ),
    seen(
        "OscCSL",
        "a numbered section",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 5 February 2021) s 4.5 {READ}.",
        SECTION,
    ),
    seen(
        "UWL",
        "print exists, so no address",
        "cite",
        NEWS._replace(place="London"),
        f"He Jing and Fang Yi, {TITLE} *CGTN* (London, 5 February 2021) 3.",
        paged("3"),
    ),
    seen("OscCSL", "again, the number of the note", "short", NEWS, "He and Fang (n 3) para 12.", PRINTED),
    from_memory("only counted", "again F1", "short", NEWS, "He and Fang (n 3) para 3.", COUNTED),
    seen(
        "OscCSL, OSCOLA 3.4.4",
        "again, several paragraphs",
        "short",
        NEWS,
        "He and Fang (n 3) paras 5–6.",
        PRINTED_RANGE,
    ),
    seen("UWL", "again, three authors", "short", ARTICLE, "Ruiz, Okoro and Lind (n 3) 151.", paged("151")),
    seen("UWL", "again, many authors", "short", EIGHT, "Ruiz and others (n 3) 151.", paged("151")),
    seen(
        "IALS",
        "again, no author",
        "short",
        WEB._replace(authors=(), title_short="China’s Roadmap"),
        "‘China’s Roadmap’ (n 3).",
    ),
    seen("OscCSL", "ibid is small and roman", "ibid", NEWS, "ibid para 12.", PRINTED),
    from_memory("only counted", "ibid, counted", "ibid", NEWS, "ibid para 3.", COUNTED),
    seen("OscCSL", "ibid alone", "ibid", NEWS, "ibid."),
    seen(
        "Port304, UWL",
        "F1, surname and initials, no stop",
        "entry",
        NEWS,
        f"He J and Fang Y, {TITLE} *CGTN* (5 February 2021) {READ}",
        COUNTED,
    ),
    seen(
        "Port, Port304",
        "initials close, no place",
        "entry",
        BOOK._replace(authors=(Name("Stone", "Maria A."),)),
        "Stone MA, *Paper Trails* (2nd edn, Northgate Press 2018)",
        paged("42"),
    ),
    seen(
        "SOAS, OSCOLA 1.7",
        "a double dash for the author who is not known",
        "entry",
        NEWS._replace(authors=()),
        f"——{TITLE} *CGTN* (5 February 2021) {READ}",
    ),
    from_memory(
        "no number",
        "a report without a number",
        "cite",
        REPORT._replace(number="", genre=""),
        "Law Reform Panel, *Access to Records* (2020).",
    ),
    seen(
        "UWL",
        "F2, no date, the site is its author",
        "cite",
        PAGE,
        "River Statistics Office, ‘How Levels Are Measured’ <https://example.org/levels> "
        "accessed 15 January 2026.",
    ),
    seen(
        "GSM",
        "F3, (year) volume journal first page, page",
        "cite",
        SHORTENED,
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12 JWL 145, 151.",
        paged("151"),
    ),
    seen(
        "UWL",
        "F3x, of more than three authors the first",
        "cite",
        EIGHT._replace(container_short="J.W.L."),
        "Ana Ruiz and others, ‘Rivers and Rules’ (2019) 12 JWL 145, 151.",
        paged("151"),
    ),
    from_memory(
        "range of pages",
        "a range of pages",
        "cite",
        SHORTENED,
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12 JWL 145, 151–53.",
        paged("151", "153"),
    ),
    seen(
        "RGU, Swansea",
        "no volume, the year in brackets",
        "cite",
        SHORTENED._replace(volume=""),
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ [2019] JWL 145, 151.",
        paged("151"),
    ),
    seen(
        "OSCOLA 3.4.4",
        "F4, a numbered paragraph of a report",
        "cite",
        REPORT,
        "Law Reform Panel, *Access to Records* (Report No 7, 2020) para 12.",
        PRINTED,
    ),
    seen(
        "StudyAR",
        "F5, edition, publisher and year without a comma",
        "cite",
        BOOK,
        "Maria Stone, *Paper Trails* (2nd edn, Northgate Press 2018) 42.",
        paged("42"),
    ),
    seen(
        "StudyAR",
        "initials without stops, set close",
        "cite",
        BOOK._replace(authors=(Name("Smith", "A. C."),)),
        "AC Smith, *Paper Trails* (2nd edn, Northgate Press 2018) 42.",
        paged("42"),
    ),
    seen(
        "OscCSL",
        "F5c, a chapter",
        "cite",
        CHAPTER,
        "Ivan Petrov, ‘Margins’ in Maria Stone and Tom Hale (eds), *Reading Records* "
        "(Northgate Press 2017) 33.",
        paged("33"),
    ),
    seen(
        "RGU",
        "F6, an Act at home",
        "cite",
        ACT,
        "Freedom of Information Act 2000, s 12(1).",
        at_section("12(1)"),
    ),
    seen(
        "RGU",
        "F6, no chapter of an Act that has a short title",
        "cite",
        ACT._replace(number="36", jurisdiction="U.K."),
        "Freedom of Information Act 2000, s 12(1).",
        at_section("12(1)"),
    ),
    from_memory(
        "another country",
        "F6, an Act of another country",
        "cite",
        COMMONWEALTH_ACT,
        "Copyright Act 1968 (Cth), s 40(1).",
        at_section("40(1)"),
    ),
    from_memory(
        "another country",
        "F6, an Act in a collection",
        "cite",
        REVISED_STATUTE,
        "Access to Information Act, RSC 1985, c A-1 (Canada), s 4.",
        at_section("4"),
    ),
    from_memory("another country", "F6, a code", "cite", US_CODE, "17 USC § 107.", at_section("107")),
    seen(
        "OscCSL",
        "a statute again",
        "short",
        ACT,
        "Freedom of Information Act 2000, s 12(1).",
        at_section("12(1)"),
    ),
    from_memory(
        "another language",
        "F7, transcription and translation, the issue as each is paged anew",
        "cite",
        CHINESE,
        "Zhang Wei and Li Na, ‘Zhishi chanquan baohu de xin jieduan’ "
        "[A New Stage in the Protection of Intellectual Property] (2021) 43(2) Faxue Yanjiu 15, 18.",
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
        "another language",
        "F7, names in characters have no initials",
        "entry",
        CHARACTERS,
        "张伟 and 李娜, ‘知识产权保护的新阶段’ (2021) 43(2) 法学研究 15",
        paged("18"),
    ),
    from_memory(
        "without a title",
        "F1u, title and address left out",
        "cite",
        UNTITLED,
        "He Jing and Fang Yi, *CGTN* (5 February 2021).",
    ),
    seen(
        "IALS",
        "no author, the title first",
        "cite",
        NEWS._replace(authors=()),
        f"{TITLE} *CGTN* (5 February 2021) {READ}.",
    ),
    seen(
        "IALS, UWL",
        "no date, the day of access alone",
        "cite",
        NEWS._replace(date=None),
        f"He Jing and Fang Yi, {TITLE} *CGTN* {READ}.",
    ),
    from_memory(
        "without its day",
        "the year alone",
        "cite",
        YEAR_ONLY,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 2021) {READ}.",
    ),
]


@pytest.mark.parametrize("golden", GOLDEN)
def test_oscola(golden: Golden) -> None:
    check("oscola", golden)


def test_an_address_without_its_day_of_access_is_told() -> None:
    reference = written("oscola", "cite", WEB._replace(accessed=None))
    assert reference.phrase.plain.endswith("(CGTN, 5 February 2021) <https://example.org/ipr>.")
    assert reference.notes == ("day of access unknown",)
