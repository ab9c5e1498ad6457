"""Golden citations of Harvard as Cite Them Right has it."""

from __future__ import annotations

import pytest

from corpus.citation.place import Place
from corpus.metadata import Metadata, PartialDate
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
    REPORT,
    SECTION,
    UNTITLED,
    paged,
    written,
)

READ = "Available at: https://example.org/ipr (Accessed: 15 January 2026)."
NO_AUTHOR = NEWS._replace(authors=())


@pytest.mark.parametrize(
    "golden",
    [
        from_memory("F1: the label", "cite", NEWS, "(He and Fang, 2021, para. 3)", COUNTED),
        from_memory("F1: several", "cite", NEWS, "(He and Fang, 2021, paras. 5–6)", COUNTED_RANGE),
        seen("F1: no place", "Scribbr", "short", NEWS, "(He and Fang, 2021)"),
        seen("F2: no date", "DMU", "cite", PAGE, "(River Statistics Office, no date)"),
        seen("F3", "Scribbr", "cite", ARTICLE, "(Ruiz, Okoro and Lind, 2019, p. 151)", paged("151")),
        seen(
            "F3x: of four the first", "CTRCSL", "cite", EIGHT, "(Ruiz *et al.*, 2019, p. 151)", paged("151")
        ),
        seen("pages", "Scribbr", "cite", EIGHT, "(Ruiz *et al.*, 2019, pp. 151–153)", paged("151", "153")),
        from_memory("F4", "cite", REPORT, "(Law Reform Panel, 2020, para. 12)", PRINTED),
        seen("F5", "Scribbr", "cite", BOOK, "(Stone, 2018, p. 42)", paged("42")),
        from_memory("section", "cite", NEWS, "(He and Fang, 2021, section 4.5)", SECTION),
        seen(
            "no author: the title",
            "DMU",
            "cite",
            NO_AUTHOR,
            "(‘China’s roadmap for IPR protection’, 2021)",
            uncapitalised="roadmap protection",
        ),
        from_memory(
            "neither author nor title: the address",
            "cite",
            NO_AUTHOR._replace(title=""),
            "(https://example.org/ipr, 2021)",
        ),
        from_memory(
            "F6: a law in italics, its section",
            "cite",
            FREEDOM_ACT,
            "(*Freedom of Information Act 2000*, s. 12)",
            Place(section="12"),
        ),
        seen("F7", "Scribbr", "cite", CHINESE, "(Zhang and Li, 2021, p. 18)", paged("18")),
    ],
)
def test_in_the_text(golden: Golden) -> None:
    check("harvard", golden)


@pytest.mark.parametrize(
    "golden",
    [
        seen(
            "F1",
            "Birm",
            "entry",
            NEWS,
            f"He, J. and Fang, Y. (2021) ‘China’s roadmap for IPR protection’, *CGTN*, 5 February. {READ}",
            COUNTED,
            "roadmap protection",
        ),
        from_memory("F1u", "entry", UNTITLED, "He, J. and Fang, Y. (2021) *CGTN*, 5 February."),
        seen(
            "F2: a page in italics",
            "RGU",
            "entry",
            PAGE,
            "River Statistics Office (no date) *How levels are measured*. Available at: "
            "https://example.org/levels (Accessed: 15 January 2026).",
            uncapitalised="levels are measured",
        ),
        seen(
            "F3",
            "CTRCSL",
            "entry",
            ARTICLE,
            "Ruiz, A., Okoro, B. and Lind, C. (2019) ‘Rivers and rules’, *Journal of Water Law*, 12(3), "
            "pp. 145–170. doi: 10.5555/jwl.3.",
            paged("151"),
            "rules",
        ),
        seen(
            "F3x",
            "CTRCSL",
            "entry",
            EIGHT,
            "Ruiz, A. *et al.* (2019) ‘Rivers and rules’, *Journal of Water Law*, 12(3), pp. 145–170. "
            "doi: 10.5555/jwl.3.",
            uncapitalised="rules",
        ),
        from_memory(
            "F4: number of a report",
            "entry",
            REPORT,
            "Law Reform Panel (2020) *Access to records*. Report no. 7.",
            PRINTED,
            "records",
        ),
        seen(
            "F5",
            "Birm",
            "entry",
            BOOK,
            "Stone, M. (2018) *Paper trails*. 2nd edn. London: Northgate Press.",
            uncapitalised="trails",
        ),
        from_memory(
            "F5c: a chapter",
            "entry",
            CHAPTER,
            "Petrov, I. (2017) ‘Margins’, in Stone, M. and Hale, T. (eds) *Reading records*. London: "
            "Northgate Press, pp. 30–58.",
            uncapitalised="records",
        ),
        from_memory(
            "editors only",
            "entry",
            EDITED,
            "Stone, M. and Hale, T. (eds) (2017) *Reading records*. London: Northgate Press.",
            uncapitalised="records",
        ),
        seen(
            "F6: a law with its chapter, in italics",
            "SGUL, UCL",
            "entry",
            FREEDOM_ACT,
            "*Freedom of Information Act 2000, c. 36*.",
        ),
        from_memory(
            "F7",
            "entry",
            CHINESE,
            "Zhang, W. and Li, N. (2021) ‘Zhishi chanquan baohu de xin jieduan’ [A new stage in the "
            "protection of intellectual property], *Faxue yanjiu*, 43(2), pp. 15–30.",
        ),
        seen(
            "no author: the title first",
            "DMU",
            "entry",
            NO_AUTHOR,
            f"‘China’s roadmap for IPR protection’ (2021) *CGTN*, 5 February. {READ}",
            uncapitalised="roadmap protection",
        ),
        from_memory(
            "neither author nor title: the address first",
            "entry",
            NO_AUTHOR._replace(title=""),
            "https://example.org/ipr (2021) *CGTN*, 5 February (Accessed: 15 January 2026).",
        ),
        seen(
            "a year only",
            "RGU",
            "entry",
            NEWS._replace(date=PartialDate(2021)),
            f"He, J. and Fang, Y. (2021) ‘China’s roadmap for IPR protection’, *CGTN*. {READ}",
            uncapitalised="roadmap protection",
        ),
        seen(
            "no URL",
            "Birm",
            "entry",
            NEWS._replace(url=""),
            "He, J. and Fang, Y. (2021) ‘China’s roadmap for IPR protection’, *CGTN*, 5 February.",
            uncapitalised="roadmap protection",
        ),
    ],
)
def test_in_the_list(golden: Golden) -> None:
    check("harvard", golden)


def test_a_heading_is_withheld_and_an_unknown_day_of_reading_is_said() -> None:
    assert written("harvard", "cite", NEWS, HEADING).notes == (
        "no heading (Harvard names pages and paragraphs)",
    )
    unread = written("harvard", "entry", NEWS._replace(accessed=None))
    assert unread.phrase.plain.endswith("Available at: https://example.org/ipr.")
    assert unread.notes == ("the day it was read is unknown (Harvard asks for it)",)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        pytest.param(
            NEWS._replace(title="Reading “Rivers” again", url="", date=PartialDate(2021, 2)),
            "He, J. and Fang, Y. (2021) ‘Reading “Rivers” again’, *CGTN*, February.",
            id="marks in a title become double; a month without a day",
        ),
        pytest.param(
            NEWS._replace(title="Who owns an “idea”?", url=""),
            "He, J. and Fang, Y. (2021) ‘Who owns an “idea”?’, *CGTN*, 5 February.",
            id="a question keeps the comma, outside of single marks",
        ),
        pytest.param(
            BOOK._replace(edition="revised edition"),
            "Stone, M. (2018) *Paper trails*. Revised edn. London: Northgate Press.",
            id="an edition opens its sentence with a capital",
        ),
    ],
)
def test_stops_and_commas(work: Metadata, expected: str) -> None:
    assert written("harvard", "entry", work, uncapitalised="trails").phrase.marked == expected


def test_characters_alone_are_printed_and_a_note_says_what_is_asked_for() -> None:
    reference = written("harvard", "entry", CHARACTERS)
    assert reference.phrase.marked == (
        "张伟 and 李娜 (2021) ‘知识产权保护的新阶段’, 法学研究, 43(2), pp. 15–30."
    )
    asked = "Harvard asks for names and the title in Latin letters, and a translation of the title"
    assert asked in reference.notes
