"""Golden notes and bibliographies of Chicago, 18th and 17th edition."""

from __future__ import annotations

import pytest

from corpus.citation.place import Place
from corpus.citation.style import Form
from corpus.metadata import Metadata, Name, PartialDate
from tests.golden import Golden, check, from_memory, seen
from tests.works import (
    ARTICLE,
    BOOK,
    CHAPTER,
    CHARACTERS,
    CHINESE,
    COUNTED,
    COUNTED_RANGE,
    EDITED,
    EIGHT,
    FREEDOM_ACT,
    HEADING,
    NEWS,
    OKORO,
    PAGE,
    PRINTED,
    PRINTED_RANGE,
    PRINTED_SIGN,
    REPORT,
    RUIZ,
    SECTION,
    UNTITLED,
    US_CODE,
    paged,
    written,
)

DAILY = NEWS._replace(container="China Daily", url="")
ASKING = DAILY._replace(title="Who Owns an Idea?")
NEWS_NOTE = "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” CGTN, February 5, 2021"
JOURNAL = "“Rivers and Rules,” *Journal of Water Law* 12, no. 3 (2019)"
DOI = "https://doi.org/10.5555/jwl.3."


@pytest.mark.parametrize(
    "golden",
    [
        from_memory(
            "F1: a counted paragraph in words, before the address",
            "cite",
            NEWS,
            f"{NEWS_NOTE}, third para., https://example.org/ipr.",
            COUNTED,
        ),
        from_memory(
            "F1: two counted paragraphs",
            "cite",
            NEWS,
            f"{NEWS_NOTE}, fifth and sixth paras., https://example.org/ipr.",
            COUNTED_RANGE,
        ),
        seen(
            "F1: names as published, a site in roman, the address last",
            "Rockhurst",
            "cite",
            NEWS,
            f"{NEWS_NOTE}, https://example.org/ipr.",
        ),
        from_memory(
            "F1u: a description without marks",
            "cite",
            UNTITLED,
            "He Jing and Fang Yi, untitled article, CGTN, February 5, 2021.",
        ),
        from_memory(
            "F2: no date, the day it was read; the site is its author",
            "cite",
            PAGE,
            "River Statistics Office, “How Levels Are Measured,” accessed January 15, 2026, "
            "https://example.org/levels.",
        ),
        seen(
            "F3: of three names the first in a note; a page behind a colon",
            "ACU 13.23",
            "cite",
            ARTICLE,
            f"Ana Ruiz et al., {JOURNAL}: 151, {DOI}",
            paged("151"),
        ),
        seen(
            "F3: two names",
            "ACU",
            "cite",
            ARTICLE._replace(authors=(RUIZ, OKORO)),
            f"Ana Ruiz and Ben Okoro, {JOURNAL}: 151–52, {DOI}",
            paged("151", "152"),
        ),
        seen(
            "F3x: of eight names the first in a note",
            "ACU 13.23",
            "cite",
            EIGHT,
            f"Ana Ruiz et al., {JOURNAL}: 151, {DOI}",
            paged("151"),
        ),
        from_memory(
            "F4: the source prints its ¶ signs; number of a report",
            "cite",
            REPORT,
            "Law Reform Panel, *Access to Records*, Report no. 7 (2020), ¶ 12.",
            PRINTED_SIGN,
        ),
        seen(
            "F4: the source prints bare numbers",
            "CMOSqa474",
            "cite",
            REPORT._replace(number="", genre=""),
            "Law Reform Panel, *Access to Records* (2020), para. 12.",
            PRINTED,
        ),
        seen(
            "printed numbers in the plural",
            "CMOSqa474",
            "cite",
            REPORT._replace(number="", genre=""),
            "Law Reform Panel, *Access to Records* (2020), paras. 5–6.",
            PRINTED_RANGE,
        ),
        seen(
            "F5: edition and imprint, no place in the 18th",
            "LoneStar",
            "cite",
            BOOK,
            "Maria Stone, *Paper Trails*, 2nd ed. (Northgate Press, 2018), 42.",
            paged("42"),
        ),
        from_memory(
            "F5c: a chapter",
            "cite",
            CHAPTER,
            "Ivan Petrov, “Margins,” in *Reading Records*, ed. Maria Stone and Tom Hale "
            "(Northgate Press, 2017), 33.",
            paged("33"),
        ),
        from_memory(
            "a book with editors only",
            "cite",
            EDITED,
            "Maria Stone and Tom Hale, eds., *Reading Records* (Northgate Press, 2017), 33.",
            paged("33"),
        ),
        from_memory(
            "F6: a law and its section",
            "cite",
            FREEDOM_ACT,
            "Freedom of Information Act 2000, § 12 (U.K.).",
            Place(section="12"),
        ),
        from_memory(
            "F6: a law in a code",
            "cite",
            US_CODE,
            "17 U.S.C. § 107 (U.S.).",
            Place(section="107"),
        ),
        from_memory(
            "F7: characters behind the transcription, the translation in brackets",
            "cite",
            CHINESE,
            "Zhang Wei 张伟 and Li Na 李娜, “Zhishi chanquan baohu de xin jieduan” "
            "知识产权保护的新阶段 [A new stage in the protection of intellectual property], "
            "*Faxue yanjiu* 法学研究 43, no. 2 (2021): 18.",
            paged("18"),
        ),
        from_memory(
            "F6: a law and its year",
            "cite",
            FREEDOM_ACT._replace(title="Freedom of Information Act", jurisdiction="UK"),
            "Freedom of Information Act 2000, § 12 (U.K.).",
            Place(section="12"),
        ),
        from_memory(
            "F6: a law in a collection",
            "cite",
            FREEDOM_ACT._replace(title="Access Act", container_short="RSC", jurisdiction=""),
            "Access Act, RSC 2000 § 4.",
            Place(section="4"),
        ),
        seen(
            "a newspaper in italics",
            "Rockhurst",
            "cite",
            DAILY,
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” *China Daily*, February 5, 2021.",
        ),
        seen(
            "no author: the title first",
            "Simmons",
            "cite",
            NEWS._replace(authors=()),
            "“China’s Roadmap for IPR Protection,” CGTN, February 5, 2021, https://example.org/ipr.",
        ),
        from_memory(
            "neither author nor title",
            "cite",
            UNTITLED._replace(authors=()),
            "Untitled article, CGTN, February 5, 2021.",
        ),
        from_memory(
            "a month without a day",
            "cite",
            DAILY._replace(date=PartialDate(2021, 2)),
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” *China Daily*, February 2021.",
        ),
        from_memory(
            "a year only",
            "cite",
            DAILY._replace(date=PartialDate(2021)),
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” *China Daily*, 2021.",
        ),
        seen(
            "no date and not known when read: nothing",
            "CMOSqa322",
            "cite",
            NEWS._replace(date=None, accessed=None),
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” CGTN, https://example.org/ipr.",
        ),
        seen(
            "the heading over the passage",
            "CMOSqa431",
            "cite",
            NEWS,
            f"{NEWS_NOTE}, under “Costs,” https://example.org/ipr.",
            HEADING,
        ),
        from_memory(
            "a numbered section before its heading",
            "cite",
            NEWS,
            f"{NEWS_NOTE}, sec. 4.5, https://example.org/ipr.",
            SECTION,
        ),
        from_memory(
            "no comma after a question mark",
            "cite",
            ASKING,
            "He Jing and Fang Yi, “Who Owns an Idea?” *China Daily*, February 5, 2021.",
        ),
        seen(
            "an English title has capitals, at prepositions of five letters too",
            "ACU",
            "cite",
            DAILY._replace(title="rivers through the ages of law"),
            "He Jing and Fang Yi, “Rivers Through the Ages of Law,” *China Daily*, February 5, 2021.",
        ),
    ],
)
def test_a_note_of_the_18th_edition(golden: Golden) -> None:
    check("chicago", golden)


@pytest.mark.parametrize(
    "golden",
    [
        from_memory("F1: a title shortened", "short", NEWS, "He and Fang, “China’s Roadmap.”"),
        from_memory(
            "F1: a title shortened, a paragraph counted",
            "short",
            NEWS,
            "He and Fang, “China’s Roadmap,” third para.",
            COUNTED,
        ),
        seen(
            "F3: of three names the first",
            "ACU 13.23",
            "short",
            ARTICLE,
            "Ruiz et al., “Rivers and Rules,” 151.",
            paged("151"),
        ),
        seen("F5: a book", "LoneStar", "short", BOOK, "Stone, *Paper Trails*, 42.", paged("42")),
        seen(
            "the short title that is known",
            "LoneStar",
            "short",
            NEWS._replace(title_short="Roadmap"),
            "He and Fang, “Roadmap.”",
        ),
        from_memory(
            "a subtitle and an article at the beginning go",
            "short",
            BOOK._replace(title="The Paper Trails: A History"),
            "Stone, *Paper Trails*, 42.",
            paged("42"),
        ),
        from_memory(
            "F6: a law keeps its name",
            "short",
            FREEDOM_ACT,
            "Freedom of Information Act 2000, § 12.",
            Place(section="12"),
        ),
        seen(
            "F7: in Latin letters alone",
            "ACU 13.23",
            "short",
            CHINESE,
            "Zhang and Li, “Zhishi chanquan baohu de xin jieduan,” 18.",
            paged("18"),
        ),
        from_memory("neither author nor title", "short", UNTITLED._replace(authors=()), "Untitled article."),
        from_memory("the same work again, with its place", "ibid", ARTICLE, "Ibid., 151.", paged("151")),
        from_memory("the same work again, a counted paragraph", "ibid", NEWS, "Ibid., third para.", COUNTED),
        from_memory("the same work again, no place", "ibid", NEWS, "Ibid."),
    ],
)
def test_a_work_is_cited_again(golden: Golden) -> None:
    check("chicago", golden)


ENTRY = "“China’s Roadmap for IPR Protection.” CGTN, February 5, 2021. https://example.org/ipr."


@pytest.mark.parametrize(
    "golden",
    [
        seen(
            "F1: names that come first are not inverted and have no comma",
            "ACU 13.75, Rockhurst",
            "entry",
            NEWS,
            f"He Jing and Fang Yi. {ENTRY}",
            COUNTED,
        ),
        from_memory(
            "F1u: a description",
            "entry",
            UNTITLED,
            "He Jing and Fang Yi. Untitled article. CGTN, February 5, 2021.",
        ),
        from_memory(
            "F2: the day it was read",
            "entry",
            PAGE,
            "River Statistics Office. “How Levels Are Measured.” Accessed January 15, 2026. "
            "https://example.org/levels.",
        ),
        seen(
            "F3: the first name inverted, pages shortened",
            "TRU, ACU",
            "entry",
            ARTICLE,
            "Ruiz, Ana, Ben Okoro, and Carl Lind. “Rivers and Rules.” *Journal of Water Law* 12, no. 3 "
            f"(2019): 145–70. {DOI}",
            paged("151"),
        ),
        seen(
            "F3x: of more than six names the first three",
            "ACU 13.23",
            "entry",
            EIGHT,
            "Ruiz, Ana, Ben Okoro, Carl Lind, et al. “Rivers and Rules.” *Journal of Water Law* 12, no. 3 "
            f"(2019): 145–70. {DOI}",
        ),
        from_memory(
            "F4: number of a report",
            "entry",
            REPORT,
            "Law Reform Panel. *Access to Records*. Report no. 7. 2020.",
            PRINTED_SIGN,
        ),
        seen(
            "F5: no place",
            "LoneStar",
            "entry",
            BOOK,
            "Stone, Maria. *Paper Trails*. 2nd ed. Northgate Press, 2018.",
        ),
        from_memory(
            "F5c: a chapter without its pages",
            "entry",
            CHAPTER,
            "Petrov, Ivan. “Margins.” In *Reading Records*, edited by Maria Stone and Tom Hale. "
            "Northgate Press, 2017.",
        ),
        seen(
            "a book with editors only",
            "BRCC",
            "entry",
            EDITED,
            "Stone, Maria, and Tom Hale, eds. *Reading Records*. Northgate Press, 2017.",
        ),
        from_memory("F6: a law", "entry", FREEDOM_ACT, "Freedom of Information Act 2000 (U.K.)."),
        from_memory(
            "F7: characters beside names, title and journal",
            "entry",
            CHINESE,
            "Zhang Wei 张伟 and Li Na 李娜. “Zhishi chanquan baohu de xin jieduan” "
            "知识产权保护的新阶段 [A new stage in the protection of intellectual property]. "
            "*Faxue yanjiu* 法学研究 43, no. 2 (2021): 15–30.",
            paged("18"),
        ),
        seen("no author: the title first", "Simmons", "entry", NEWS._replace(authors=()), ENTRY),
        seen(
            "a body",
            "LoneStar",
            "entry",
            REPORT._replace(number="", genre="", publisher="Northgate Press"),
            "Law Reform Panel. *Access to Records*. Northgate Press, 2020.",
        ),
    ],
)
def test_an_entry_of_the_18th_edition(golden: Golden) -> None:
    check("chicago", golden)


@pytest.mark.parametrize(
    "golden",
    [
        seen(
            "F3: three names in a note",
            "Rockhurst",
            "cite",
            ARTICLE,
            f"Ana Ruiz, Ben Okoro, and Carl Lind, {JOURNAL}: 151, {DOI}",
            paged("151"),
        ),
        seen(
            "F3x: of four names or more the first",
            "FortLewisC",
            "cite",
            EIGHT,
            f"Ana Ruiz et al., {JOURNAL}: 151, {DOI}",
            paged("151"),
        ),
        seen(
            "F5: the publisher’s place",
            "Rockhurst",
            "cite",
            BOOK,
            "Maria Stone, *Paper Trails*, 2nd ed. (London: Northgate Press, 2018), 42.",
            paged("42"),
        ),
        seen(
            "F3: three names in a short note",
            "USNWC",
            "short",
            ARTICLE,
            "Ruiz, Okoro, and Lind, “Rivers and Rules,” 151.",
            paged("151"),
        ),
        seen(
            "F3x: up to ten names in the bibliography",
            "CMOSqa417",
            "entry",
            EIGHT,
            "Ruiz, Ana, Ben Okoro, Carl Lind, Dora Moss, Eli Nord, Fay Orr, Gus Pine, and Hal Quist. "
            f"“Rivers and Rules.” *Journal of Water Law* 12, no. 3 (2019): 145–70. {DOI}",
        ),
        seen(
            "of more than ten names the first seven",
            "CMOSqa417",
            "entry",
            EIGHT._replace(authors=(*EIGHT.authors, *(Name(f"Rook{n}", "Ida") for n in range(3)))),
            "Ruiz, Ana, Ben Okoro, Carl Lind, Dora Moss, Eli Nord, Fay Orr, Gus Pine, et al. "
            f"“Rivers and Rules.” *Journal of Water Law* 12, no. 3 (2019): 145–70. {DOI}",
        ),
        from_memory(
            "F5c: a chapter with its pages",
            "entry",
            CHAPTER,
            "Petrov, Ivan. “Margins.” In *Reading Records*, edited by Maria Stone and Tom Hale, 30–58. "
            "London: Northgate Press, 2017.",
        ),
        seen(
            "all prepositions are small",
            "ACU",
            "cite",
            DAILY._replace(title="Rivers Through the Ages of law"),
            "He Jing and Fang Yi, “Rivers through the Ages of Law,” *China Daily*, February 5, 2021.",
        ),
    ],
)
def test_where_the_17th_edition_differs(golden: Golden) -> None:
    check("chicago17", golden)


@pytest.mark.parametrize(
    ("first", "last", "place"),
    [
        (1, 1, "first para."),
        (20, 20, "twentieth para."),
        (42, 42, "forty-second para."),
        (5, 9, "fifth through ninth paras."),
        (99, 100, "ninety-ninth and one hundredth paras."),
        (101, 101, "101st para."),
        (111, 111, "111th para."),
        (100, 122, "100th through 122nd paras."),
        (1203, 1203, "1,203rd para."),
    ],
)
def test_paragraphs_are_counted_in_words_up_to_one_hundred(first: int, last: int, place: str) -> None:
    assert written("chicago", "cite", NEWS, Place(counted=(first, last))).locator == place


def test_characters_alone_are_printed_and_a_note_says_what_is_asked_for() -> None:
    reference = written("chicago", "cite", CHARACTERS, paged("18"))
    assert reference.phrase.marked == "张伟 and 李娜, “知识产权保护的新阶段,” 法学研究 43, no. 2 (2021): 18."
    assert reference.notes == (
        "Chicago asks for names and the title in Latin letters, and a translation of the title",
    )
    assert written("chicago", "short", CHARACTERS).phrase.plain.startswith("张伟 and 李娜, ")


def test_ibid_is_written_but_the_18th_edition_prefers_a_short_note() -> None:
    assert written("chicago", "ibid", NEWS).notes == (
        "Chicago’s 18th edition prefers the short note to “ibid.”",
    )
    assert written("chicago17", "ibid", NEWS).notes == ()


def test_a_law_has_no_entry_of_its_own_and_a_note_says_so() -> None:
    notes = written("chicago", "entry", FREEDOM_ACT).notes
    assert notes == ("Chicago cites laws in notes only, not in the bibliography",)


def test_a_journal_without_a_volume_has_its_year_behind_a_comma_and_a_note() -> None:
    reference = written("chicago", "cite", ARTICLE._replace(volume="", issue="", doi=""), paged("151"))
    assert reference.phrase.marked.endswith("“Rivers and Rules,” *Journal of Water Law*, 2019, 151.")
    assert reference.notes == ("volume unknown",)
    nameless = ARTICLE._replace(volume="", issue="", doi="", container="")
    assert written("chicago", "entry", nameless).phrase.marked.endswith("“Rivers and Rules.” 2019, 145–70.")


@pytest.mark.parametrize(
    ("form", "work", "expected"),
    [
        pytest.param(
            "cite",
            DAILY._replace(title="Reading “Rivers and Rules”"),
            "He Jing and Fang Yi, “Reading ‘Rivers and Rules,’” *China Daily*, February 5, 2021.",
            id="marks in a title become single, the comma goes inside both",
        ),
        pytest.param(
            "cite",
            DAILY._replace(title="The End of the U.S."),
            "He Jing and Fang Yi, “The End of the U.S.,” *China Daily*, February 5, 2021.",
            id="an abbreviation in a title keeps its stop",
        ),
        pytest.param(
            "cite",
            DAILY._replace(title="The river rose.", lang=""),
            "He Jing and Fang Yi, “The river rose,” *China Daily*, February 5, 2021.",
            id="a title loses its stop, and keeps its capitals where its language is not known",
        ),
        pytest.param(
            "cite", Metadata(title="The End of the U.S."), "“The End of the U.S.”", id="no stop twice"
        ),
        pytest.param(
            "entry",
            ASKING._replace(authors=()),
            "“Who Owns an Idea?” *China Daily*, February 5, 2021.",
            id="no stop behind a question",
        ),
        pytest.param(
            "entry",
            BOOK._replace(title="Whose Paper?"),
            "Stone, Maria. *Whose Paper?* 2nd ed. Northgate Press, 2018.",
            id="no stop behind a question in italics",
        ),
        pytest.param(
            "entry",
            BOOK._replace(edition="1", title="iPad Nation", authors=()),
            "*iPad Nation*. Northgate Press, 2018.",
            id="a first edition is not named, and a title keeps a small letter at its beginning",
        ),
        pytest.param(
            "entry",
            BOOK._replace(edition="rev."),
            "Stone, Maria. *Paper Trails*. Rev. ed. Northgate Press, 2018.",
            id="a revised edition opens its sentence with a capital",
        ),
        pytest.param(
            "cite",
            BOOK._replace(edition="rev."),
            "Maria Stone, *Paper Trails*, rev. ed. (Northgate Press, 2018).",
            id="a revised edition inside a note has none",
        ),
        pytest.param(
            "cite",
            ARTICLE._replace(authors=(RUIZ,)),
            f"Ana Ruiz, {JOURNAL}, {DOI}",
            id="without a place a note has no pages at all",
        ),
        pytest.param(
            "cite",
            NEWS._replace(url="", authors=(Name(literal="Rivers, Inc."),), title="Levels"),
            "Rivers, Inc., “Levels,” CGTN, February 5, 2021.",
            id="a body keeps its own comma and its stop",
        ),
    ],
)
def test_stops_and_commas(form: Form, work: Metadata, expected: str) -> None:
    assert written("chicago", form, work).phrase.marked == expected
