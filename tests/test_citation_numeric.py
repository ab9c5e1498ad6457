"""Golden citations of the styles that number their sources.

An id names the rule and says where it was seen: a code of the guide or the standard that was read, or
"memory" where none was. What rests on memory must say so in `unchecked`; the rest must not.

GB is GB/T 7714-2015, GB25 the examples in GB/T 7714-2025. IEEECite is the IEEE Citation Reference, IEEECSL
the style's CSL, NLMbox a box of Citing Medicine; the others are guides of university libraries: Uppsala,
FedUni, TTU, FortLewisI, Murdoch; WNE, RGUvan, UppsalaV, QUT, Newcastle, Port.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation.place import Place
from corpus.citation.style import Reference
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sanitiser import clean_line
from tests.works import (
    ARTICLE,
    BOOK,
    CHAPTER,
    CHINESE,
    COUNTED,
    COUNTED_RANGE,
    EIGHT,
    HALE,
    HEADING,
    NEWS,
    NOWHERE,
    PAGE,
    PRINTED,
    PRINTED_RANGE,
    READ,
    REPORT,
    SECTION,
    STONE,
    UNTITLED,
    paged,
    written,
)

SMALL = "roadmap protection levels are measured rules records water law trails"
"""Words that the articles have without a capital."""

WEB = NEWS._replace(type="webpage")
SHORT = ARTICLE._replace(container_short="J. Water Law")
CHARACTERS = CHINESE._replace(
    title_romanised="",
    title_translated="",
    container_romanised="",
    authors=(Name("张", "伟", "family-first"), Name("李", "娜", "family-first")),
)
ACT = Metadata(
    title="Freedom of Information Act 2000",
    date=PartialDate(2000),
    number="c 36",
    jurisdiction="U.K.",
    type="legislation",
)
PLACED = REPORT._replace(place="London, U.K.")
PUBLISHED = REPORT._replace(place="London", publisher="Law Reform Panel")
COFFEE = Metadata(
    title="Coffee drinking and cancer of the pancreas",
    date=PartialDate(1981),
    container="Br Med J",
    volume="283",
    issue="6292",
    type="article-journal",
)
MEMORY = "memory"


def check(reference: Reference, expected: str, rule: str) -> None:
    """That it reads so, with its faces, and says it is unchecked if its rule is known from memory."""
    assert reference.phrase.marked == expected
    assert bool(reference.unchecked) == (MEMORY in rule), reference.unchecked
    assert reference.locator in reference.phrase.plain


def golden(rule: str, work: Metadata, expected: str, place: Place = NOWHERE, number: int = 1) -> Any:
    return pytest.param(work, place, number, expected, rule, id=rule)


FIELDS = ("work", "place", "number", "expected", "rule")


@pytest.mark.parametrize(
    FIELDS,
    [
        golden("no place; seen: TTU", NEWS, "[1]"),
        golden("a page in the bracket; seen: FedUni", NEWS, "[1, p. 151]", paged("151")),
        golden("pages; seen: FedUni", NEWS, "[1, pp. 151–153]", paged("151", "153")),
        golden("a printed paragraph; seen: FedUni", REPORT, "[4, para. 12]", PRINTED, 4),
        golden("a counted paragraph; seen: FedUni", NEWS, "[1, para. 3]", COUNTED),
        golden("counted paragraphs; memory of the plural", NEWS, "[1, paras. 5–6]", COUNTED_RANGE),
        golden("printed paragraphs; memory of the plural", NEWS, "[1, paras. 5–6]", PRINTED_RANGE),
        golden("a numbered section; seen: FedUni", NEWS, "[1, Sec. 4.5]", SECTION),
        golden(
            "a section of a law before its paragraphs; seen: FedUni",
            ACT,
            "[2, Sec. 12]",
            Place(None, None, "", (1, 1), "", "12"),
            2,
        ),
    ],
)
def test_ieee_puts_the_place_into_the_bracket(
    work: Metadata, place: Place, number: int, expected: str, rule: str
) -> None:
    for form in ("cite", "short", "ibid"):
        check(written("ieee", form, work, place, number=number), expected, rule)


@pytest.mark.parametrize(
    FIELDS,
    [
        golden(
            "F1 news online; seen: Uppsala; memory of names that begin with the family",
            NEWS,
            "[1] J. He and Y. Fang, “China’s roadmap for IPR protection,” *CGTN*, Feb. 5, 2021. "
            "Accessed: Jan. 15, 2026. [Online]. Available: https://example.org/ipr",
        ),
        golden(
            "F1 of given-first names; seen: Uppsala",
            NEWS._replace(authors=(STONE, HALE)),
            "[1] M. Stone and T. Hale, “China’s roadmap for IPR protection,” *CGTN*, Feb. 5, 2021. "
            "Accessed: Jan. 15, 2026. [Online]. Available: https://example.org/ipr",
        ),
        golden(
            "F1u without title and address; memory",
            UNTITLED,
            "[1] J. He and Y. Fang, *CGTN*, Feb. 5, 2021.",
        ),
        golden(
            "F2 a page of a body without a date; seen: FedUni",
            PAGE,
            "[2] River Statistics Office. “How levels are measured.” Accessed: Jan. 15, 2026. [Online]. "
            "Available: https://example.org/levels",
            number=2,
        ),
        golden(
            "F3 three authors of an article; seen: IEEECSL",
            SHORT,
            "[3] A. Ruiz, B. Okoro, and C. Lind, “Rivers and rules,” *J. Water Law*, vol. 12, no. 3, "
            "pp. 145–170, 2019, doi: 10.5555/jwl.3.",
            number=3,
        ),
        golden(
            "F3x more than six authors; seen: FortLewisI",
            EIGHT._replace(container_short="J. Water Law"),
            "[3] A. Ruiz *et al.*, “Rivers and rules,” *J. Water Law*, vol. 12, no. 3, pp. 145–170, 2019, "
            "doi: 10.5555/jwl.3.",
            number=3,
        ),
        golden(
            "six authors are all named; seen: FortLewisI",
            SHORT._replace(authors=EIGHT.authors[:6]),
            "[3] A. Ruiz, B. Okoro, C. Lind, D. Moss, E. Nord, and F. Orr, “Rivers and rules,” "
            "*J. Water Law*, vol. 12, no. 3, pp. 145–170, 2019, doi: 10.5555/jwl.3.",
            number=3,
        ),
        golden(
            "F4 report; seen: IEEECite",
            PLACED,
            "[4] Law Reform Panel, “Access to records,” London, U.K., Rep. 7, 2020.",
            PRINTED,
            4,
        ),
        golden(
            "F5 book, its title as printed; seen: IEEECite",
            BOOK._replace(place="London, U.K."),
            "[5] M. Stone, *Paper Trails*, 2nd ed. London, U.K.: Northgate Press, 2018.",
            paged("42"),
            5,
        ),
        golden(
            "a book with an editor; seen: IEEECite",
            BOOK._replace(authors=(), editors=(STONE,), edition="", place="London, U.K."),
            "[5] M. Stone, Ed., *Paper Trails*. London, U.K.: Northgate Press, 2018.",
            number=5,
        ),
        golden(
            "F5c chapter; seen: IEEECite",
            CHAPTER._replace(place="London, U.K."),
            "[6] I. Petrov, “Margins,” in *Reading Records*, M. Stone and T. Hale, Eds. London, U.K.: "
            "Northgate Press, 2017, pp. 30–58.",
            paged("33"),
            6,
        ),
        golden(
            "F6 statute; memory",
            ACT,
            "[6] *Freedom of Information Act 2000*, c 36, U.K.",
            number=6,
        ),
        golden(
            "F7 translated title, language in parentheses; memory",
            CHINESE,
            "[7] W. Zhang and N. Li, “A new stage in the protection of intellectual property,” (in Chinese), "
            "*Faxue Yanjiu*, vol. 43, no. 2, pp. 15–30, 2021.",
            number=7,
        ),
        golden(
            "F7 in characters alone; memory",
            CHARACTERS,
            "[7] 张伟 and 李娜, “知识产权保护的新阶段,” (in Chinese), 法学研究, vol. 43, no. 2, "
            "pp. 15–30, 2021.",
            number=7,
        ),
        golden(
            "no author: the title first; seen: Murdoch",
            NEWS._replace(authors=()),
            "[1] “China’s roadmap for IPR protection,” *CGTN*, Feb. 5, 2021. Accessed: Jan. 15, 2026. "
            "[Online]. Available: https://example.org/ipr",
        ),
        golden(
            "the year only; memory",
            NEWS._replace(authors=(STONE,), date=PartialDate(2021)),
            "[1] M. Stone, “China’s roadmap for IPR protection,” *CGTN*, 2021. Accessed: Jan. 15, 2026. "
            "[Online]. Available: https://example.org/ipr",
        ),
        golden(
            "no address: a stop at the end; seen: Uppsala",
            NEWS._replace(authors=(STONE,), url=""),
            "[1] M. Stone, “China’s roadmap for IPR protection,” *CGTN*, Feb. 5, 2021.",
        ),
        golden(
            "a title that asks has no comma; seen: Uppsala",
            NEWS._replace(authors=(STONE,), url="", title="Who owns an idea?"),
            "[1] M. Stone, “Who owns an idea?” *CGTN*, Feb. 5, 2021.",
        ),
        golden(
            "a page with a site and a date; memory",
            WEB,
            "[1] J. He and Y. Fang. “China’s roadmap for IPR protection.” CGTN, Feb. 5, 2021. "
            "Accessed: Jan. 15, 2026. [Online]. Available: https://example.org/ipr",
        ),
    ],
)
def test_ieee_entries(work: Metadata, place: Place, number: int, expected: str, rule: str) -> None:
    check(written("ieee", "entry", work, place, number=number, uncapitalised=SMALL), expected, rule)


@pytest.mark.parametrize(
    FIELDS,
    [
        golden("no place; seen: RGUvan", NEWS, "(1)"),
        golden("a page in the parenthesis; seen: RGUvan", NEWS, "(1, p. 42)", paged("42")),
        golden("pages; seen: RGUvan", ARTICLE, "(3, pp. 151–153)", paged("151", "153"), 3),
        golden("a printed paragraph; memory", REPORT, "(4, para. 12)", PRINTED, 4),
        golden("a counted paragraph; memory", NEWS, "(1, para. 3)", COUNTED),
        golden("counted paragraphs; memory", NEWS, "(1, paras. 5–6)", COUNTED_RANGE),
    ],
)
def test_vancouver_puts_the_place_into_the_parenthesis(
    work: Metadata, place: Place, number: int, expected: str, rule: str
) -> None:
    for form in ("cite", "short", "ibid"):
        check(written("vancouver", form, work, place, number=number), expected, rule)


@pytest.mark.parametrize(
    FIELDS,
    [
        golden(
            "F1 news online; seen: UppsalaV, QUT",
            NEWS,
            "1. He J, Fang Y. China’s roadmap for IPR protection. CGTN [Internet]. 2021 Feb 5 "
            "[cited 2026 Jan 15]. Available from: https://example.org/ipr",
        ),
        golden(
            "F1u without title and address, untitled; memory",
            UNTITLED,
            "1. He J, Fang Y. [untitled]. CGTN. 2021 Feb 5.",
        ),
        golden(
            "the year only, no address; seen: UppsalaV",
            NEWS._replace(date=PartialDate(2021), url=""),
            "1. He J, Fang Y. China’s roadmap for IPR protection. CGTN. 2021.",
        ),
        golden(
            "F2 a page, what is unknown in words; memory",
            PAGE,
            "2. River Statistics Office. How levels are measured [Internet]. [place unknown]: "
            "River Statistics Office; [date unknown] [cited 2026 Jan 15]. Available from: "
            "https://example.org/levels",
            number=2,
        ),
        golden(
            "a page of which all is known; seen: WNE",
            PAGE._replace(place="London", date=PartialDate(2021, 2, 5)),
            "2. River Statistics Office. How levels are measured [Internet]. London: "
            "River Statistics Office; 2021 Feb 5 [cited 2026 Jan 15]. Available from: "
            "https://example.org/levels",
            number=2,
        ),
        golden(
            "F3 three authors of an article; memory of where the DOI stands",
            SHORT,
            "3. Ruiz A, Okoro B, Lind C. Rivers and rules. J Water Law. 2019;12(3):145-70. "
            "doi: 10.5555/jwl.3",
            number=3,
        ),
        golden(
            "F3x eight authors, all named: NLMbox74; memory of where the DOI stands",
            EIGHT._replace(container_short="J. Water Law"),
            "3. Ruiz A, Okoro B, Lind C, Moss D, Nord E, Orr F, Pine G, Quist H. Rivers and rules. "
            "J Water Law. 2019;12(3):145-70. doi: 10.5555/jwl.3",
            number=3,
        ),
        golden(
            "F4 report; seen: Port",
            PUBLISHED,
            "4. Law Reform Panel. Access to records. London: Law Reform Panel; 2020. Report No.: 7.",
            number=4,
        ),
        golden(
            "F5 book; seen: NLMbox16",
            BOOK,
            "4. Stone M. Paper trails. 2nd ed. London: Northgate Press; 2018.",
            number=4,
        ),
        golden(
            "F5c chapter; seen: Newcastle",
            CHAPTER,
            "6. Petrov I. Margins. In: Stone M, Hale T, editors. Reading records. London: Northgate Press; "
            "2017. p. 30-58.",
            number=6,
        ),
        golden("F6 statute; memory", ACT, "6. Freedom of Information Act 2000, c 36, U.K.", number=6),
        golden(
            "F7 romanised, translated, its language at the end; seen: NLMbox16",
            CHINESE,
            "5. Zhang W, Li N. Zhishi chanquan baohu de xin jieduan [A new stage in the protection of "
            "intellectual property]. Faxue Yanjiu. 2021;43(2):15-30. Chinese.",
            number=5,
        ),
        golden(
            "F7 in characters alone, as printed; seen: NLMbox16",
            CHARACTERS,
            "5. 张伟, 李娜. 知识产权保护的新阶段. 法学研究. 2021;43(2):15-30. Chinese.",
            number=5,
        ),
        golden(
            "no author: the title first; seen: WNE",
            BOOK._replace(authors=()),
            "4. Paper trails. 2nd ed. London: Northgate Press; 2018.",
            number=4,
        ),
        golden(
            "accents and ligatures are dropped; seen: NLMbox132",
            BOOK._replace(authors=(Name("Müller-Łuk", "Åsa"), Name("van der Bøgh", "Æneas M."))),
            "4. Muller-Luk A, van der Bogh AM. Paper trails. 2nd ed. London: Northgate Press; 2018.",
            number=4,
        ),
        golden(
            "a newspaper’s page behind the date; seen: UppsalaV, Port",
            NEWS._replace(url="", pages="15", container_short="Cgtn."),
            "1. He J, Fang Y. China’s roadmap for IPR protection. CGTN. 2021 Feb 5:15.",
        ),
        golden(
            "shortened pages; seen: Newcastle",
            SHORT._replace(doi=""),
            "3. Ruiz A, Okoro B, Lind C. Rivers and rules. J Water Law. 2019;12(3):145-70.",
            number=3,
        ),
        golden(
            "an article read online without a DOI; seen: WNE",
            SHORT._replace(doi="", pages="15–30", url="https://example.org/jwl", accessed=READ),
            "3. Ruiz A, Okoro B, Lind C. Rivers and rules. J Water Law [Internet]. 2019 [cited 2026 Jan 15];"
            "12(3):15-30. Available from: https://example.org/jwl",
            number=3,
        ),
    ],
)
def test_vancouver_entries(work: Metadata, place: Place, number: int, expected: str, rule: str) -> None:
    check(
        written("vancouver", "entry", work, place, number=number, uncapitalised=f"{SMALL} records"),
        expected,
        rule,
    )


@pytest.mark.parametrize(
    FIELDS,
    [
        golden("a raised number; seen: GB §10.1", NEWS, "^[1]^"),
        golden("the page behind the bracket; seen: GB §10.1.3", BOOK, "^[2]260^", paged("260"), 2),
        golden("pages; seen: GB §10.1.3", BOOK, "^[2]326-329^", paged("326", "329"), 2),
    ],
)
def test_gb7714_raises_the_number(
    work: Metadata, place: Place, number: int, expected: str, rule: str
) -> None:
    for form in ("cite", "short", "ibid"):
        check(written("gb7714-2015", form, work, place, number=number), expected, rule)
        later = written("gb7714", form, work, place, number=number)
        assert later.phrase.marked == expected
        assert later.unchecked == ("the raised number, as in 2015",)


@pytest.mark.parametrize(
    FIELDS,
    [
        golden(
            "F1 page online; seen: GB §4.6, §8.1.1",
            WEB,
            "[1] HE J, FANG Y. China’s roadmap for IPR protection[EB/OL]. (2021-02-05)[2026-01-15]. "
            "https://example.org/ipr.",
        ),
        golden(
            "F1 newspaper online; seen: GB A.9",
            NEWS._replace(container="China Daily"),
            "[1] HE J, FANG Y. China’s roadmap for IPR protection[N/OL]. China Daily, "
            "2021-02-05[2026-01-15]. https://example.org/ipr.",
        ),
        golden(
            "F1u page without title and address, brackets seen: GB §7; memory of the rest",
            WEB._replace(title="", url=""),
            "[1] HE J, FANG Y. [untitled][EB/OL]. (2021-02-05)[2026-01-15].",
        ),
        golden(
            "F2 no date; seen: GB §4.6.2 ex. 4",
            PAGE,
            "[2] River Statistics Office. How levels are measured[EB/OL]. [2026-01-15]. "
            "https://example.org/levels.",
            number=2,
        ),
        golden(
            "F3 the page quoted; seen: GB §4.4, §8.8.2",
            ARTICLE,
            "[3] RUIZ A, OKORO B, LIND C. Rivers and rules[J]. Journal of water law, 2019, 12(3): 151.",
            paged("151"),
            3,
        ),
        golden(
            "F3 without a place, all its pages; seen: GB §8.8.2",
            ARTICLE,
            "[3] RUIZ A, OKORO B, LIND C. Rivers and rules[J]. Journal of water law, 2019, 12(3): 145-170.",
            number=3,
        ),
        golden(
            "F3x more than three authors; seen: GB §8.1.2",
            EIGHT,
            "[3] RUIZ A, OKORO B, LIND C, et al. Rivers and rules[J]. Journal of water law, 2019, "
            "12(3): 151.",
            paged("151"),
            3,
        ),
        golden(
            "F4 report; seen: GB §4.1",
            PUBLISHED,
            "[4] Law Reform Panel. Access to records[R]. London: Law Reform Panel, 2020.",
            PRINTED,
            4,
        ),
        golden(
            "neither place nor publisher; seen: GB §8.4.1–2",
            REPORT,
            "[4] Law Reform Panel. Access to records[R]. [S.l.]: [s.n.], 2020.",
            number=4,
        ),
        golden(
            "F5 book; seen: GB §4.1, §8.5",
            BOOK,
            "[5] STONE M. Paper trails[M]. 2nd ed. London: Northgate Press, 2018: 42.",
            paged("42"),
            5,
        ),
        golden(
            "F5c chapter; seen: GB §4.2, §8.8.1",
            CHAPTER,
            "[6] PETROV I. Margins[M]//STONE M, HALE T. Reading records. London: Northgate Press, 2017: 33.",
            paged("33"),
            6,
        ),
        golden("F6 statute; memory", ACT, "[6] Freedom of Information Act 2000[Z].", number=6),
        golden(
            "F7 in the language of the source; seen: GB §6.1, §4.4",
            CHINESE,
            "[7] 张伟, 李娜. 知识产权保护的新阶段[J]. 法学研究, 2021, 43(2): 18.",
            paged("18"),
            7,
        ),
        golden(
            "F7 in characters alone; seen: GB §8.1.1",
            CHARACTERS,
            "[7] 张伟, 李娜. 知识产权保护的新阶段[J]. 法学研究, 2021, 43(2): 18.",
            paged("18"),
            7,
        ),
        golden(
            "more than three Chinese authors; seen: GB §8.1.2",
            CHARACTERS._replace(authors=CHARACTERS.authors * 2),
            "[7] 张伟, 李娜, 张伟, 等. 知识产权保护的新阶段[J]. 法学研究, 2021, 43(2): 15-30.",
            number=7,
        ),
        golden(
            "no author: the title first; seen: GB §8.1.3, its own example",
            COFFEE,
            "[8] Coffee drinking and cancer of the pancreas[J]. Br Med J, 1981, 283(6292): 628.",
            paged("628"),
            8,
        ),
        golden(
            "given names that are hyphened; seen: GB §8.1.1",
            BOOK._replace(authors=(Name("Godard", "Jean-Luc"), Name("De Morgan", "Augustus"))),
            "[5] GODARD J-L, DE MORGAN A. Paper trails[M]. 2nd ed. London: Northgate Press, 2018.",
            number=5,
        ),
        golden(
            "the year alone; seen: GB §4.1",
            WEB._replace(date=PartialDate(2021)),
            "[1] HE J, FANG Y. China’s roadmap for IPR protection[EB/OL]. (2021)[2026-01-15]. "
            "https://example.org/ipr.",
        ),
    ],
)
def test_gb7714_2015_entries(work: Metadata, place: Place, number: int, expected: str, rule: str) -> None:
    found = written("gb7714-2015", "entry", work, place, number=number, uncapitalised=SMALL)
    check(found, expected, rule)
    assert bool(found.locator) == (place.pages is not None)


@pytest.mark.parametrize(
    FIELDS,
    [
        golden(
            "F1 page online, pinyin in full; seen: GB25 §7.1.1, §8.11.3",
            WEB,
            "[1] He Jing, Fang Yi. China’s roadmap for IPR protection[EB/OL]. (2021-02-05)[2026-01-15]. "
            "https://example.org/ipr.",
        ),
        golden(
            "F1 newspaper online, no day of reading; seen: GB25 B.4 ex. 6",
            NEWS._replace(container="China Daily"),
            "[1] He Jing, Fang Yi. China’s roadmap for IPR protection[N/OL]. China Daily, 2021-02-05. "
            "https://example.org/ipr.",
        ),
        golden(
            "a page of a newspaper; seen: GB25 §8.5.1.4",
            NEWS._replace(container="China Daily", url=""),
            "[1] He Jing, Fang Yi. China’s roadmap for IPR protection[N]. China Daily, 2021-02-05(15).",
            paged("15"),
        ),
        golden(
            "F3 with a DOI; seen: GB25 §7.9, §9.3.1.3",
            ARTICLE,
            "[3] Ruiz A, Okoro B, Lind C. Rivers and rules[J/OL]. Journal of water law, 2019, 12(3): 151. "
            "DOI:10.5555/jwl.3.",
            paged("151"),
            3,
        ),
        golden(
            "an address that has the DOI; seen: GB25 §7.9.1",
            ARTICLE._replace(url="https://doi.org/10.5555/jwl.3", accessed=READ),
            "[3] Ruiz A, Okoro B, Lind C. Rivers and rules[J/OL]. Journal of water law, 2019, 12(3): 151. "
            "https://doi.org/10.5555/jwl.3.",
            paged("151"),
            3,
        ),
        golden(
            "an issue without a volume; seen: GB25 §8.5.1.1",
            CHINESE._replace(volume=""),
            "[7] 张伟, 李娜. 知识产权保护的新阶段[J]. 法学研究, 2021(2): 18.",
            paged("18"),
            7,
        ),
        golden(
            "F4 report with its number; seen: GB25 §8.8.3",
            PUBLISHED._replace(number="PB 91-194001"),
            "[4] Law Reform Panel. Access to records: PB 91-194001[R]. London: Law Reform Panel, 2020: 25.",
            paged("25"),
            4,
        ),
        golden(
            "a report online, the day for place and publisher; seen: GB25 §8.8.3",
            REPORT._replace(
                number="", date=PartialDate(2012, 1, 16), url="https://example.org/r", accessed=READ
            ),
            "[4] Law Reform Panel. Access to records[R/OL]. 2012-01-16. https://example.org/r.",
            number=4,
        ),
        golden(
            "F5 book; seen: GB25 §8.2.2",
            BOOK,
            "[5] Stone M. Paper trails[M]. 2nd ed. London: Northgate Press, 2018: 42.",
            paged("42"),
            5,
        ),
        golden(
            "a Chinese edition; seen: GB25 §7.4",
            BOOK._replace(title="冯友兰自选集", place="北京", publisher="首都师范大学出版社", lang="zh"),
            "[5] Stone M. 冯友兰自选集[M]. 2版. 北京: 首都师范大学出版社, 2018: 42.",
            paged("42"),
            5,
        ),
        golden(
            "a standard, its number first; seen: GB25 §8.9.2",
            Metadata(
                title="信息与文献 资源描述", number="GB/T 3792—2021", type="standard", url="https://x.org"
            ),
            "[2] GB/T 3792—2021 信息与文献 资源描述[S/OL]. https://x.org.",
            number=2,
        ),
    ],
)
def test_gb7714_2025_entries(work: Metadata, place: Place, number: int, expected: str, rule: str) -> None:
    found = written("gb7714", "entry", work, place, number=number, uncapitalised=SMALL)
    check(found, expected, f"{rule}; memory of the width of the marks")
    assert found.unchecked == ("width of the marks, as in 2015",)


@pytest.mark.parametrize(
    ("style", "place", "note"),
    [
        ("ieee", HEADING, "no heading (IEEE names only numbered sections)"),
        ("vancouver", HEADING, "no section (Vancouver has no form for one)"),
        ("vancouver", SECTION, "no section (Vancouver has no form for one)"),
        ("gb7714", COUNTED, "no ¶ (GB/T 7714 has pages only)"),
        ("gb7714", PRINTED, "no ¶ (GB/T 7714 has pages only)"),
        ("gb7714-2015", SECTION, "no section (GB/T 7714 has pages only)"),
    ],
)
def test_what_a_style_has_no_form_for_is_withheld_and_a_note_says_so(
    style: str, place: Place, note: str
) -> None:
    reference = written(style, "cite", NEWS, place)
    assert (reference.locator, reference.notes) == ("", (note,))


def test_a_raised_page_that_plain_text_would_run_together_is_explained() -> None:
    assert written("gb7714", "cite", NEWS, paged("42")).notes == (
        "raised: in plain text [1]42 is source 1, page 42",
    )
    assert written("gb7714", "cite", NEWS).notes == ()


def test_what_the_reader_could_still_fill_in_is_noted() -> None:
    assert written("ieee", "entry", ARTICLE).notes == ("journal not abbreviated",)
    assert written("ieee", "entry", SHORT).notes == ()
    assert written("ieee", "entry", BOOK).notes == ("place without its country",)
    assert written("ieee", "entry", CHARACTERS).notes == (
        "no translation of the title",
        "names not in Latin letters",
    )
    assert written("vancouver", "entry", CHARACTERS).notes == (
        "names not in Latin letters",
        "no title in Latin letters, nor a translation",
    )
    for style in STYLE_NAMES:
        assert written(style, "entry", ACT).notes == ()
        assert written(style, "entry", Metadata()).notes[-3:] == (
            *("title unknown", "author unknown", "date unknown"),
        )


def test_what_the_place_lacks_is_noted_where_no_other_place_is_named() -> None:
    nowhere = Place(notes=("no paragraph number here (front matter)",))
    for style in STYLE_NAMES:
        assert written(style, "cite", NEWS, nowhere).notes == nowhere.notes
        assert nowhere.notes[0] not in written(style, "cite", NEWS, nowhere._replace(pages=("4", "4"))).notes


STYLE_NAMES = ("ieee", "vancouver", "gb7714", "gb7714-2015")
MARKED_STYLES = ("pandoc", "latex", "typst", "org", "markdown", "plain")
WORDS = st.lists(st.sampled_from("River rules Über 水位 of the: O’Neill U.S. IPR".split()), max_size=4).map(
    " ".join
)
ANYTHING = st.text(st.characters(codec="utf-8"), max_size=12)
DATES = st.none() | st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12), st.integers(0, 31))
PLACES = st.builds(
    Place,
    pages=st.none() | st.sampled_from([("4", "4"), ("xii", "xiv"), ("42", "45")]),
    numbers=st.none() | st.sampled_from([("12", "12"), ("5a", "6")]),
    counted=st.none() | st.sampled_from([(3, 3), (5, 6)]),
    heading=WORDS,
    section=st.sampled_from(["", "4.5", "12(1)"]),
)


def works(values: st.SearchStrategy[str]) -> st.SearchStrategy[Metadata]:
    """Works whose texts are those values."""
    order = st.sampled_from(["given-first", "family-first"])
    names = st.lists(st.builds(Name, values, values, order, values, values), max_size=8).map(tuple)
    texts = [
        *("title", "publisher", "container", "url", "lang", "title_short", "title_romanised", "place"),
        *("title_translated", "container_short", "container_romanised", "edition", "volume", "issue"),
        *("pages", "number", "genre", "jurisdiction", "doi", "isbn"),
    ]
    types = st.sampled_from(
        ["", "book", "chapter", "webpage", "article-journal", "article-newspaper", "report", "legislation"]
    )
    fields: dict[str, st.SearchStrategy[Any]] = dict.fromkeys(texts, values)
    return st.builds(Metadata, authors=names, editors=names, date=DATES, accessed=DATES, type=types, **fields)


EVERY_STYLE = st.sampled_from(STYLE_NAMES + MARKED_STYLES)
FORMS = st.sampled_from(["cite", "short", "ibid", "entry"])


@given(works(ANYTHING), PLACES, EVERY_STYLE, FORMS)
def test_no_metadata_makes_a_form_fail_or_hide_a_control(
    work: Metadata, place: Place, style: str, form: Any
) -> None:
    reference = written(style, form, work, place)
    # The entry of a bibliography file has a line for each field.
    for line in reference.phrase.plain.split("\n"):
        assert clean_line(line) == re.sub(" +", " ", line).strip()
    assert reference.locator in reference.phrase.plain


@given(works(WORDS), PLACES, st.sampled_from((*STYLE_NAMES, "plain")), FORMS)
def test_punctuation_is_never_doubled_and_no_bracket_is_empty(
    work: Metadata, place: Place, style: str, form: Any
) -> None:
    text = written(style, form, work, place).phrase.plain
    assert not re.search(
        r"[,;:] ?[,;:]|\.\.|,\.|\.,(?![ ”])|[,;] ?\.|\(\)|\[\]|“[,.]?”|  | ,| \.(?!\w)", text
    ), text
    assert text == text.strip()
