"""Golden citations of APA, 7th edition."""

from __future__ import annotations

import pytest

from corpus.citation.place import Place
from corpus.metadata import Name, PartialDate
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
    PAGE,
    PRINTED,
    PRINTED_RANGE,
    PRINTED_SIGN,
    REPORT,
    SECTION,
    TWENTY_ONE,
    UNTITLED,
    US_CODE,
    paged,
    written,
)

DAILY = NEWS._replace(container="China Daily")
LONG = Place(heading="What the Levels of Rivers Cost")


@pytest.mark.parametrize(
    "golden",
    [
        seen("F1: a counted paragraph", "Conestoga", "cite", NEWS, "(He & Fang, 2021, para. 3)", COUNTED),
        from_memory("F1: en dash", "cite", NEWS, "(He & Fang, 2021, paras. 5–6)", COUNTED_RANGE),
        seen("F1: again", "Htuse", "short", NEWS, "(He & Fang, 2021, para. 3)", COUNTED),
        seen("F1u", "Htuse", "cite", UNTITLED, "(He & Fang, 2021)"),
        seen("F2: n.d.", "LCCC", "cite", PAGE, "(River Statistics Office, n.d.)"),
        seen("F3: of three the first", "Htuse", "cite", ARTICLE, "(Ruiz et al., 2019, p. 151)", paged("151")),
        seen("pages", "APAblog", "cite", ARTICLE, "(Ruiz et al., 2019, pp. 151–153)", paged("151", "153")),
        seen("F3x", "Htuse", "cite", EIGHT, "(Ruiz et al., 2019, p. 151)", paged("151")),
        seen("F4: a number", "FortLewis", "cite", REPORT, "(Law Reform Panel, 2020, para. 12)", PRINTED),
        seen("F4: ¶", "FortLewis", "cite", REPORT, "(Law Reform Panel, 2020, para. 12)", PRINTED_SIGN),
        from_memory("numbers", "cite", REPORT, "(Law Reform Panel, 2020, paras. 5–6)", PRINTED_RANGE),
        seen("F5", "APAblog", "cite", BOOK, "(Stone, 2018, p. 42)", paged("42")),
        seen("editors only", "NotreDame 10.2:24", "cite", EDITED, "(Stone & Hale, 2017, p. 33)", paged("33")),
        seen(
            "no author: in italics on a news site",
            "LCCC",
            "cite",
            NEWS._replace(authors=()),
            "(*China’s Roadmap for IPR Protection*, 2021, para. 3)",
            COUNTED,
        ),
        seen(
            "no author: in marks where the list has it in roman",
            "LCCC",
            "cite",
            DAILY._replace(authors=()),
            "(“China’s Roadmap for IPR Protection,” 2021, para. 3)",
            COUNTED,
        ),
        seen(
            "no author: a book",
            "LCCC",
            "cite",
            BOOK._replace(authors=()),
            "(*Paper Trails*, 2018, p. 42)",
            paged("42"),
        ),
        seen(
            "nothing known",
            "APAtable",
            "cite",
            UNTITLED._replace(authors=(), date=None),
            "([Untitled article], n.d.)",
        ),
        from_memory("heading alone", "cite", NEWS, "(He & Fang, 2021, Costs section)", HEADING),
        from_memory(
            "long heading",
            "cite",
            NEWS,
            "(He & Fang, 2021, “What the Levels of Rivers Cost” section)",
            LONG,
        ),
        from_memory("section", "cite", NEWS, "(He & Fang, 2021, Section 4.5)", SECTION),
        seen(
            "a counted paragraph before a section",
            "Conestoga",
            "cite",
            NEWS,
            "(He & Fang, 2021, para. 3)",
            SECTION._replace(counted=(3, 3)),
        ),
        from_memory(
            "F6: a law",
            "cite",
            FREEDOM_ACT,
            "(Freedom of Information Act, 2000, s. 12)",
            Place(section="12", counted=(3, 3)),
        ),
        from_memory(
            "F6: a law of the United States",
            "cite",
            US_CODE._replace(title="Copyright Act", date=PartialDate(1976)),
            "(Copyright Act, 1976, § 107)",
            Place(section="107"),
        ),
        seen("F7: Latin letters", "HKBU", "cite", CHINESE, "(Zhang & Li, 2021, p. 18)", paged("18")),
    ],
)
def test_in_the_text(golden: Golden) -> None:
    check("apa", golden)


ARTICLE_END = (
    "(2019). Rivers and rules. *Journal of Water Law*, *12*(3), 145–170. https://doi.org/10.5555/jwl.3"
)
TWENTY = "".join(f"Author{letter}, {letter}., " for letter in "ABCDEFGHIJKLMNOPQRS")


@pytest.mark.parametrize(
    "golden",
    [
        seen(
            "F1: a news site, its title in italics",
            "Lynn",
            "entry",
            NEWS,
            "He, J., & Fang, Y. (2021, February 5). *China’s roadmap for IPR protection*. CGTN. "
            "https://example.org/ipr",
            COUNTED,
            "roadmap protection",
        ),
        from_memory(
            "F1: a newspaper in italics",
            "entry",
            DAILY,
            "He, J., & Fang, Y. (2021, February 5). China’s roadmap for IPR protection. *China Daily*. "
            "https://example.org/ipr",
            COUNTED,
            "roadmap protection",
        ),
        seen(
            "F1u: brackets",
            "APAtable",
            "entry",
            UNTITLED,
            "He, J., & Fang, Y. (2021, February 5). [Untitled article]. CGTN.",
        ),
        seen(
            "neither author nor title",
            "APAtable",
            "entry",
            UNTITLED._replace(authors=()),
            "[Untitled article]. (2021, February 5). CGTN.",
        ),
        seen(
            "no author: the title moves first",
            "APAtable, Lynn",
            "entry",
            NEWS._replace(authors=()),
            "*China’s roadmap for IPR protection*. (2021, February 5). CGTN. https://example.org/ipr",
            COUNTED,
            "roadmap protection",
        ),
        seen(
            "month and year",
            "Lynn",
            "entry",
            NEWS._replace(date=PartialDate(2021, 2)),
            "He, J., & Fang, Y. (2021, February). *China’s roadmap for IPR protection*. CGTN. "
            "https://example.org/ipr",
            COUNTED,
            "roadmap protection",
        ),
        from_memory(
            "F2: retrieved",
            "entry",
            PAGE,
            "River Statistics Office. (n.d.). *How levels are measured*. Retrieved January 15, 2026, from "
            "https://example.org/levels",
            uncapitalised="levels are measured",
        ),
        seen(
            "F3",
            "Htuse",
            "entry",
            ARTICLE,
            f"Ruiz, A., Okoro, B., & Lind, C. {ARTICLE_END}",
            paged("151"),
            "rules",
        ),
        seen(
            "F3x: up to twenty names",
            "Htuse",
            "entry",
            EIGHT,
            "Ruiz, A., Okoro, B., Lind, C., Moss, D., Nord, E., Orr, F., Pine, G., & Quist, H. "
            + ARTICLE_END,
            uncapitalised="rules",
        ),
        seen(
            "of twenty-one names the first nineteen and the last",
            "PoleParis",
            "entry",
            TWENTY_ONE,
            f"{TWENTY}. . . AuthorU, U. {ARTICLE_END}",
            uncapitalised="rules",
        ),
        from_memory(
            "F4: number of a report",
            "entry",
            REPORT,
            "Law Reform Panel. (2020). *Access to records* (Report No. 7).",
            PRINTED,
            "records",
        ),
        seen(
            "F5: an edition",
            "Endeavour",
            "entry",
            BOOK,
            "Stone, M. (2018). *Paper trails* (2nd ed.). Northgate Press.",
            uncapitalised="trails",
        ),
        seen(
            "F5c",
            "Htuse",
            "entry",
            CHAPTER,
            "Petrov, I. (2017). Margins. In M. Stone & T. Hale (Eds.), *Reading records* (pp. 30–58). "
            "Northgate Press.",
            uncapitalised="records",
        ),
        seen(
            "editors only",
            "NotreDame 10.2:24",
            "entry",
            EDITED,
            "Stone, M., & Hale, T. (Eds.). (2017). *Reading records*. Northgate Press.",
            uncapitalised="records",
        ),
        seen(
            "an only editor",
            "NotreDame 10.2:24",
            "entry",
            EDITED._replace(editors=EDITED.editors[:1]),
            "Stone, M. (Ed.). (2017). *Reading records*. Northgate Press.",
            uncapitalised="records",
        ),
        from_memory("F6", "entry", FREEDOM_ACT, "Freedom of Information Act 2000, c. 36 (U.K.)."),
        from_memory(
            "F6: in a code",
            "entry",
            US_CODE._replace(title="Copyright Act", date=PartialDate(1976)),
            "Copyright Act, 17 U.S.C. (U.S.).",
        ),
        seen(
            "F7: transcribed and translated, no characters",
            "HKBU",
            "entry",
            CHINESE,
            "Zhang, W., & Li, N. (2021). Zhishi chanquan baohu de xin jieduan [A new stage in the protection "
            "of intellectual property]. *Faxue yanjiu*, *43*(2), 15–30.",
        ),
        seen(
            "no URL, a year only",
            "Endeavour",
            "entry",
            BOOK._replace(edition="", publisher=""),
            "Stone, M. (2018). *Paper trails*.",
            uncapitalised="trails",
        ),
        seen(
            "hyphens of given names stay",
            "APAnames",
            "entry",
            BOOK._replace(authors=(Name("Chang", "Yi-Chen", "family-first"),), edition=""),
            "Chang, Y.-C. (2018). *Paper trails*. Northgate Press.",
            uncapitalised="trails",
        ),
    ],
)
def test_in_the_list(golden: Golden) -> None:
    check("apa", golden)


def test_capitals_that_may_belong_to_no_name_are_remarked() -> None:
    left = written("apa", "entry", BOOK).unchecked
    assert left == ("the capitals of “Trails”: only those of names stay",)
    assert written("apa", "entry", BOOK, uncapitalised="trails").unchecked == ()
    sentence = BOOK._replace(title="Paper trails of London")
    assert written("apa", "entry", sentence).unchecked == ()
    assert written("apa", "entry", BOOK._replace(lang="de")).unchecked == ()


def test_a_question_ends_its_title_and_no_comma_or_stop_follows() -> None:
    asking = DAILY._replace(title="Who Owns an Idea?", authors=())
    assert written("apa", "cite", asking, COUNTED).phrase.marked == "(“Who Owns an Idea?” 2021, para. 3)"
    entry = written("apa", "entry", asking, uncapitalised="owns idea").phrase.marked
    assert entry == "Who owns an idea? (2021, February 5). *China Daily*. https://example.org/ipr"


def test_characters_alone_are_printed_and_a_note_says_what_is_asked_for() -> None:
    reference = written("apa", "entry", CHARACTERS)
    assert reference.phrase.marked == "张伟 & 李娜. (2021). 知识产权保护的新阶段. 法学研究, *43*(2), 15–30."
    assert reference.notes == (
        "APA asks for names and the title in Latin letters, and a translation of the title",
    )
    assert written("apa", "cite", CHARACTERS).phrase.plain == "(张伟 & 李娜, 2021)"


def test_a_description_is_the_writers_to_make() -> None:
    note = "APA asks for a description in [ ]"
    assert written("apa", "entry", UNTITLED).notes == ("title unknown", note)
