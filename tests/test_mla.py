"""Golden citations of MLA, 9th edition."""

from __future__ import annotations

import pytest

from corpus.citation.place import Place
from corpus.metadata import PartialDate
from tests.golden import Golden, check, from_memory, seen
from tests.works import (
    ARTICLE,
    BOOK,
    CHAPTER,
    CHARACTERS,
    CHINESE,
    COUNTED,
    EDITED,
    EIGHT,
    FREEDOM_ACT,
    HEADING,
    NEWS,
    PAGE,
    PRINTED,
    PRINTED_RANGE,
    REPORT,
    SECTION,
    UNTITLED,
    paged,
    written,
)

NO_AUTHOR = NEWS._replace(authors=())
TITLE = "“China’s Roadmap for IPR Protection.”"


@pytest.mark.parametrize(
    "golden",
    [
        seen("F1: a counted paragraph is withheld", "PenPad", "cite", NEWS, "(He and Fang)", COUNTED),
        seen("F1: again", "PenPad", "short", NEWS, "(He and Fang)", COUNTED),
        seen("F1u", "Htuse", "cite", UNTITLED, "(He and Fang)"),
        from_memory(
            "F2: the author is the site, so the title first", "cite", PAGE, "(“How Levels Are Measured”)"
        ),
        seen("F3: of three the first", "BVU", "cite", ARTICLE, "(Ruiz et al. 151)", paged("151")),
        seen("F3: pages", "BVU", "cite", ARTICLE, "(Ruiz et al. 151-52)", paged("151", "152")),
        seen("F3x", "BVU", "cite", EIGHT, "(Ruiz et al. 151)", paged("151")),
        seen("F4: a printed number", "Frederick", "cite", REPORT, "(Law Reform Panel, par. 12)", PRINTED),
        seen("numbers", "Frederick", "cite", REPORT, "(Law Reform Panel, pars. 5-6)", PRINTED_RANGE),
        seen("F5", "SouthernCT", "cite", BOOK, "(Stone 42)", paged("42")),
        seen("editors only", "SouthernCT", "cite", EDITED, "(Stone and Hale 33)", paged("33")),
        seen("a numbered section", "Frederick", "cite", NEWS, "(He and Fang, sec. 4.5)", SECTION),
        seen("a heading is withheld", "Frederick", "cite", NEWS, "(He and Fang)", HEADING),
        seen("no author: a short title", "CCA, BVU", "cite", NO_AUTHOR, "(“China’s Roadmap”)", COUNTED),
        seen("no author: a page", "CCA, BVU", "cite", NO_AUTHOR, "(“China’s Roadmap” 4)", paged("4")),
        seen(
            "no author: a printed number",
            "CCA, BVU",
            "cite",
            NO_AUTHOR,
            "(“China’s Roadmap,” par. 12)",
            PRINTED,
        ),
        seen(
            "no author: a book", "CCA", "cite", BOOK._replace(authors=()), "(*Paper Trails* 42)", paged("42")
        ),
        from_memory("nothing known", "cite", UNTITLED._replace(authors=()), "(Untitled article)"),
        from_memory(
            "F6: a law and its section",
            "cite",
            FREEDOM_ACT,
            "(Freedom of Information Act 2000, sec. 12)",
            Place(section="12"),
        ),
        seen("F7", "DukeCh", "cite", CHINESE, "(Zhang and Li 18)", paged("18")),
    ],
)
def test_in_the_text(golden: Golden) -> None:
    check("mla", golden)


ARTICLE_END = (
    "“Rivers and Rules.” *Journal of Water Law*, vol. 12, no. 3, 2019, pp. 145-70, "
    "https://doi.org/10.5555/jwl.3."
)


@pytest.mark.parametrize(
    "golden",
    [
        from_memory(
            "F1: names that come first keep their order without a comma, no https",
            "entry",
            NEWS,
            f"He Jing and Fang Yi. {TITLE} *CGTN*, 5 Feb. 2021, example.org/ipr.",
            COUNTED,
        ),
        from_memory(
            "F1u: a description",
            "entry",
            UNTITLED,
            "He Jing and Fang Yi. Untitled article. *CGTN*, 5 Feb. 2021.",
        ),
        from_memory(
            "F2: the title first, the day it was read",
            "entry",
            PAGE,
            "“How Levels Are Measured.” *River Statistics Office*, example.org/levels. "
            "Accessed 15 Jan. 2026.",
        ),
        seen("F3", "BVU", "entry", ARTICLE, f"Ruiz, Ana, et al. {ARTICLE_END}", paged("151")),
        seen("F3x", "BVU", "entry", EIGHT, f"Ruiz, Ana, et al. {ARTICLE_END}"),
        seen(
            "two names: the first reversed, a comma before “and”",
            "BVU",
            "entry",
            ARTICLE._replace(authors=ARTICLE.authors[:2]),
            f"Ruiz, Ana, and Ben Okoro. {ARTICLE_END}",
        ),
        from_memory(
            "F4: number of a report",
            "entry",
            REPORT,
            "Law Reform Panel. *Access to Records*. Report no. 7, 2020.",
            PRINTED,
        ),
        from_memory(
            "F5: an edition",
            "entry",
            BOOK,
            "Stone, Maria. *Paper Trails*. 2nd ed., Northgate Press, 2018.",
        ),
        seen(
            "F5: no edition",
            "SouthernCT",
            "entry",
            BOOK._replace(edition=""),
            "Stone, Maria. *Paper Trails*. Northgate Press, 2018.",
        ),
        seen(
            "F5c",
            "MLA9p 5.102",
            "entry",
            CHAPTER,
            "Petrov, Ivan. “Margins.” *Reading Records*, edited by Maria Stone and Tom Hale, "
            "Northgate Press, 2017, pp. 30-58.",
        ),
        from_memory(
            "editors only",
            "entry",
            EDITED,
            "Stone, Maria, and Tom Hale, editors. *Reading Records*. Northgate Press, 2017.",
        ),
        from_memory(
            "F6: a law",
            "entry",
            FREEDOM_ACT,
            "United Kingdom, Parliament. Freedom of Information Act 2000. *legislation.gov.uk*.",
        ),
        from_memory(
            "F7: characters, then the transcription, then the translation",
            "entry",
            CHINESE,
            "Zhang Wei and Li Na. 知识产权保护的新阶段 “Zhishi chanquan baohu de xin jieduan” "
            "[A New Stage in the Protection of Intellectual Property]. *Faxue yanjiu*, vol. 43, no. 2, 2021, "
            "pp. 15-30.",
        ),
        seen(
            "no author: the title first",
            "CCA, BVU",
            "entry",
            NO_AUTHOR._replace(url=""),
            f"{TITLE} *CGTN*, 5 Feb. 2021.",
        ),
        seen(
            "months are shortened, May is not; no URL",
            "ScholarG",
            "entry",
            NO_AUTHOR._replace(url="", date=PartialDate(2021, 5)),
            f"{TITLE} *CGTN*, May 2021.",
        ),
        seen(
            "a year only",
            "BVU",
            "entry",
            NO_AUTHOR._replace(url="", date=PartialDate(2021)),
            f"{TITLE} *CGTN*, 2021.",
        ),
        seen(
            "an English title has capitals",
            "Franklin",
            "entry",
            NO_AUTHOR._replace(url="", title="who owns an idea?"),
            "“Who Owns an Idea?” *CGTN*, 5 Feb. 2021.",
        ),
    ],
)
def test_in_the_list(golden: Golden) -> None:
    check("mla", golden)


@pytest.mark.parametrize(
    ("place", "note"),
    [
        (COUNTED, "no ¶ (MLA doesn’t count unnumbered paragraphs)"),
        (HEADING, "no heading (MLA names only sections with a number)"),
        (HEADING._replace(counted=(3, 3)), "no ¶ (MLA doesn’t count unnumbered paragraphs)"),
        (
            Place(notes=("no paragraph number here (front matter)",)),
            "no paragraph number here (front matter)",
        ),
    ],
)
def test_what_is_withheld_is_said(place: Place, note: str) -> None:
    reference = written("mla", "cite", NEWS, place)
    assert (reference.locator, reference.notes) == ("", (note,))


def test_details_without_a_container_begin_with_a_capital_but_an_address_does_not() -> None:
    chapter = CHAPTER._replace(container="")
    assert written("mla", "entry", chapter).phrase.marked == (
        "Petrov, Ivan. “Margins.” Edited by Maria Stone and Tom Hale, Northgate Press, 2017, pp. 30-58."
    )
    page = PAGE._replace(container="", authors=(), accessed=None)
    assert written("mla", "entry", page).phrase.marked == "“How Levels Are Measured.” example.org/levels."


def test_marks_in_a_title_become_single_and_a_question_takes_no_stop() -> None:
    work = NEWS._replace(title="Who Owns an “Idea”?", url="", authors=())
    assert written("mla", "entry", work).phrase.marked == "“Who Owns an ‘Idea’?” *CGTN*, 5 Feb. 2021."
    assert written("mla", "cite", work, PRINTED).phrase.marked == "(“Who Owns an ‘Idea’?” par. 12)"


def test_characters_alone_are_printed_and_a_note_says_what_is_asked_for() -> None:
    reference = written("mla", "entry", CHARACTERS)
    assert reference.phrase.marked == (
        "张伟 and 李娜. “知识产权保护的新阶段.” 法学研究, vol. 43, no. 2, 2021, pp. 15-30."
    )
    asked = "MLA asks for names and the title in Latin letters, and a translation of the title"
    assert asked in reference.notes
