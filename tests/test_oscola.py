"""OSCOLA, 4th edition, as library guides and the makers of citation engines restate it."""

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
        "F1, newspaper, place before the address",
        "cite",
        NEWS,
        f"He Jing and Fang Yi, {TITLE} *CGTN* (5 February 2021) para 3 {READ}.",
        COUNTED,
        recalled="only counted",
    ),
    seen(
        "F1, a paragraph that the source numbers",
        "UWL, IALS",
        "cite",
        NEWS,
        f"He Jing and Fang Yi, {TITLE} *CGTN* (5 February 2021) para 12 {READ}.",
        PRINTED,
    ),
    from_memory(
        "F1, page of a site",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 5 February 2021) paras 5–6 {READ}.",
        COUNTED_RANGE,
        recalled="only counted",
    ),
    seen(
        "F1, page of a site without a place",
        "IALS, GCU",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 5 February 2021) {READ}.",
    ),
    from_memory(
        "a heading names the place",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 5 February 2021) ‘Costs’ {READ}.",
        HEADING,
        recalled="names the place",
    ),
    seen(
        "a numbered section",
        "OscCSL",
        "cite",
        WEB,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 5 February 2021) s 4.5 {READ}.",
        SECTION,
    ),
    seen(
        "print exists, so no address",
        "UWL",
        "cite",
        NEWS._replace(place="London"),
        f"He Jing and Fang Yi, {TITLE} *CGTN* (London, 5 February 2021) 3.",
        paged("3"),
    ),
    seen("again, the number of the note", "OscCSL", "short", NEWS, "He and Fang (n 3) para 12.", PRINTED),
    from_memory("again F1", "short", NEWS, "He and Fang (n 3) para 3.", COUNTED, recalled="only counted"),
    seen(
        "again, several paragraphs",
        "OscCSL, OSCOLA 3.4.4",
        "short",
        NEWS,
        "He and Fang (n 3) paras 5–6.",
        PRINTED_RANGE,
    ),
    seen("again, three authors", "UWL", "short", ARTICLE, "Ruiz, Okoro and Lind (n 3) 151.", paged("151")),
    seen("again, many authors", "UWL", "short", EIGHT, "Ruiz and others (n 3) 151.", paged("151")),
    seen(
        "again, no author",
        "IALS",
        "short",
        WEB._replace(authors=(), title_short="China’s Roadmap"),
        "‘China’s Roadmap’ (n 3).",
    ),
    seen("ibid is small and roman", "OscCSL", "ibid", NEWS, "ibid para 12.", PRINTED),
    from_memory("ibid, counted", "ibid", NEWS, "ibid para 3.", COUNTED, recalled="only counted"),
    seen("ibid alone", "OscCSL", "ibid", NEWS, "ibid."),
    seen(
        "F1, surname and initials, no stop",
        "Port304, UWL",
        "entry",
        NEWS,
        f"He J and Fang Y, {TITLE} *CGTN* (5 February 2021) {READ}",
        COUNTED,
    ),
    seen(
        "initials close, no place",
        "Port, Port304",
        "entry",
        BOOK._replace(authors=(Name("Stone", "Maria A."),)),
        "Stone MA, *Paper Trails* (2nd edn, Northgate Press 2018)",
        paged("42"),
    ),
    seen(
        "a double dash for the author who is not known",
        "SOAS, OSCOLA 1.7",
        "entry",
        NEWS._replace(authors=()),
        f"——{TITLE} *CGTN* (5 February 2021) {READ}",
    ),
    from_memory(
        "a report without a number",
        "cite",
        REPORT._replace(number="", genre=""),
        "Law Reform Panel, *Access to Records* (2020).",
        recalled="no number",
    ),
    seen(
        "F2, no date, the site is its author",
        "UWL",
        "cite",
        PAGE,
        "River Statistics Office, ‘How Levels Are Measured’ <https://example.org/levels> "
        "accessed 15 January 2026.",
    ),
    seen(
        "F3, (year) volume journal first page, page",
        "GSM",
        "cite",
        SHORTENED,
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12 JWL 145, 151.",
        paged("151"),
    ),
    seen(
        "F3x, of more than three authors the first",
        "UWL",
        "cite",
        EIGHT._replace(container_short="J.W.L."),
        "Ana Ruiz and others, ‘Rivers and Rules’ (2019) 12 JWL 145, 151.",
        paged("151"),
    ),
    from_memory(
        "a range of pages",
        "cite",
        SHORTENED,
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12 JWL 145, 151–53.",
        paged("151", "153"),
        recalled="range of pages",
    ),
    seen(
        "no volume, the year in brackets",
        "RGU, Swansea",
        "cite",
        SHORTENED._replace(volume=""),
        "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ [2019] JWL 145, 151.",
        paged("151"),
    ),
    seen(
        "F4, a numbered paragraph of a report",
        "OSCOLA 3.4.4",
        "cite",
        REPORT,
        "Law Reform Panel, *Access to Records* (Report No 7, 2020) para 12.",
        PRINTED,
    ),
    seen(
        "F5, edition, publisher and year without a comma",
        "StudyAR",
        "cite",
        BOOK,
        "Maria Stone, *Paper Trails* (2nd edn, Northgate Press 2018) 42.",
        paged("42"),
    ),
    seen(
        "initials without stops, set close",
        "StudyAR",
        "cite",
        BOOK._replace(authors=(Name("Smith", "A. C."),)),
        "AC Smith, *Paper Trails* (2nd edn, Northgate Press 2018) 42.",
        paged("42"),
    ),
    seen(
        "F5c, a chapter",
        "OscCSL",
        "cite",
        CHAPTER,
        "Ivan Petrov, ‘Margins’ in Maria Stone and Tom Hale (eds), *Reading Records* "
        "(Northgate Press 2017) 33.",
        paged("33"),
    ),
    seen(
        "F6, an Act at home",
        "RGU",
        "cite",
        ACT,
        "Freedom of Information Act 2000, s 12(1).",
        at_section("12(1)"),
    ),
    seen(
        "F6, no chapter of an Act that has a short title",
        "RGU",
        "cite",
        ACT._replace(number="36", jurisdiction="U.K."),
        "Freedom of Information Act 2000, s 12(1).",
        at_section("12(1)"),
    ),
    from_memory(
        "F6, an Act of another country",
        "cite",
        COMMONWEALTH_ACT,
        "Copyright Act 1968 (Cth), s 40(1).",
        at_section("40(1)"),
        recalled="another country",
    ),
    from_memory(
        "F6, an Act in a collection",
        "cite",
        REVISED_STATUTE,
        "Access to Information Act, RSC 1985, c A-1 (Canada), s 4.",
        at_section("4"),
        recalled="another country",
    ),
    from_memory(
        "F6, a code", "cite", US_CODE, "17 USC § 107.", at_section("107"), recalled="another country"
    ),
    seen(
        "a statute again",
        "OscCSL",
        "short",
        ACT,
        "Freedom of Information Act 2000, s 12(1).",
        at_section("12(1)"),
    ),
    from_memory(
        "F7, transcription and translation, the issue as each is paged anew",
        "cite",
        CHINESE,
        "Zhang Wei and Li Na, ‘Zhishi chanquan baohu de xin jieduan’ "
        "[A New Stage in the Protection of Intellectual Property] (2021) 43(2) Faxue Yanjiu 15, 18.",
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
        "F7, names in characters have no initials",
        "entry",
        CHARACTERS,
        "张伟 and 李娜, ‘知识产权保护的新阶段’ (2021) 43(2) 法学研究 15",
        paged("18"),
        recalled="another language",
    ),
    from_memory(
        "F1u, title and address left out",
        "cite",
        UNTITLED,
        "He Jing and Fang Yi, *CGTN* (5 February 2021).",
        recalled="without a title",
    ),
    seen(
        "no author, the title first",
        "IALS",
        "cite",
        NEWS._replace(authors=()),
        f"{TITLE} *CGTN* (5 February 2021) {READ}.",
    ),
    seen(
        "no date, the day of access alone",
        "IALS, UWL",
        "cite",
        NEWS._replace(date=None),
        f"He Jing and Fang Yi, {TITLE} *CGTN* {READ}.",
    ),
    from_memory(
        "the year alone",
        "cite",
        YEAR_ONLY,
        f"He Jing and Fang Yi, {TITLE} (*CGTN*, 2021) {READ}.",
        recalled="without its day",
    ),
]


@pytest.mark.parametrize("golden", GOLDEN)
def test_oscola(golden: Golden) -> None:
    check("oscola", golden)


def test_an_address_without_its_day_of_access_is_told() -> None:
    reference = written("oscola", "cite", WEB._replace(accessed=None))
    assert reference.phrase.plain.endswith("(CGTN, 5 February 2021) <https://example.org/ipr>.")
    assert reference.notes == ("day of access unknown",)
