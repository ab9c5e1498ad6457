"""Golden citations of Chicago’s author-date system, 18th and 17th edition."""

from __future__ import annotations

import pytest

from corpus.citation.place import Place
from corpus.metadata import PartialDate
from tests.golden import Golden, check, from_memory, seen
from tests.works import (
    ARTICLE,
    BOOK,
    CHAPTER,
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
    UNTITLED,
    paged,
)

DOI = "https://doi.org/10.5555/jwl.3."


@pytest.mark.parametrize(
    "golden",
    [
        seen("F1", "CMOSqa474", "cite", NEWS, "(He and Fang 2021, third para.)", COUNTED),
        from_memory("F1: several", "cite", NEWS, "(He and Fang 2021, fifth and sixth paras.)", COUNTED_RANGE),
        seen("F1: no place", "ACU 13.23", "short", NEWS, "(He and Fang 2021)"),
        seen("F1u", "ACU 13.23", "cite", UNTITLED, "(He and Fang 2021)"),
        seen("F2: no date", "UQ 14.104", "cite", PAGE, "(River Statistics Office, n.d.)"),
        seen("F2: a place", "UQ", "cite", PAGE, "(River Statistics Office, n.d., third para.)", COUNTED),
        seen("F3: of three the first", "ACU 13.23", "cite", ARTICLE, "(Ruiz et al. 2019, 151)", paged("151")),
        seen("F3x", "ACU 13.23", "cite", EIGHT, "(Ruiz et al. 2019, 151–52)", paged("151", "152")),
        seen("F4: bare numbers", "CMOSqa474", "cite", REPORT, "(Law Reform Panel 2020, para. 12)", PRINTED),
        seen("F4: ¶ signs", "CMOSqa474", "cite", REPORT, "(Law Reform Panel 2020, ¶ 12)", PRINTED_SIGN),
        seen("numbers", "CMOSqa474", "cite", REPORT, "(Law Reform Panel 2020, paras. 5–6)", PRINTED_RANGE),
        seen(
            "several ¶ signs",
            "CMOSqa474",
            "cite",
            REPORT,
            "(Law Reform Panel 2020, ¶¶ 5–6)",
            PRINTED_RANGE._replace(sign="¶"),
        ),
        seen("F5", "ACU", "cite", BOOK, "(Stone 2018, 42)", paged("42")),
        seen("editors only", "ACU 13.23", "cite", EDITED, "(Stone and Hale 2017, 42)", paged("42")),
        seen("heading", "CMOSqa431", "cite", NEWS, "(He and Fang 2021, under “Costs”)", HEADING),
        from_memory("section", "cite", NEWS, "(He and Fang 2021, sec. 4.5)", SECTION),
        from_memory(
            "no author: a short title",
            "cite",
            NEWS._replace(authors=()),
            "(“China’s Roadmap” 2021, third para.)",
            COUNTED,
        ),
        from_memory(
            "no author: a book",
            "cite",
            BOOK._replace(authors=()),
            "(*Paper Trails* 2018, 42)",
            paged("42"),
        ),
        from_memory(
            "nothing known", "cite", UNTITLED._replace(authors=(), date=None), "(Untitled article, n.d.)"
        ),
        from_memory(
            "F6: a law",
            "cite",
            FREEDOM_ACT,
            "(Freedom of Information Act 2000, § 12)",
            Place(section="12"),
        ),
    ],
)
def test_in_the_text(golden: Golden) -> None:
    check("chicago-date", golden)


TITLE = "“China’s Roadmap for IPR Protection.”"


@pytest.mark.parametrize(
    "golden",
    [
        from_memory(
            "F1: the year behind the names, the day behind the site",
            "entry",
            NEWS,
            f"He Jing and Fang Yi. 2021. {TITLE} CGTN, February 5. https://example.org/ipr.",
            COUNTED,
        ),
        from_memory(
            "F1: a year only",
            "entry",
            NEWS._replace(date=PartialDate(2021)),
            f"He Jing and Fang Yi. 2021. {TITLE} CGTN. https://example.org/ipr.",
        ),
        from_memory(
            "F1: a month",
            "entry",
            NEWS._replace(date=PartialDate(2021, 2), url=""),
            f"He Jing and Fang Yi. 2021. {TITLE} CGTN, February.",
        ),
        from_memory(
            "no author: the title first",
            "entry",
            NEWS._replace(authors=()),
            f"{TITLE} 2021. CGTN, February 5. https://example.org/ipr.",
        ),
        from_memory(
            "F2: no date",
            "entry",
            PAGE,
            "River Statistics Office. n.d. “How Levels Are Measured.” Accessed January 15, 2026. "
            "https://example.org/levels.",
        ),
        from_memory(
            "F3",
            "entry",
            ARTICLE,
            "Ruiz, Ana, Ben Okoro, and Carl Lind. 2019. “Rivers and Rules.” *Journal of Water Law* 12 (3): "
            f"145–70. {DOI}",
            paged("151"),
        ),
        from_memory(
            "F4",
            "entry",
            REPORT,
            "Law Reform Panel. 2020. *Access to Records*. Report no. 7.",
        ),
        seen(
            "F5",
            "Curtin",
            "entry",
            BOOK,
            "Stone, Maria. 2018. *Paper Trails*. 2nd ed. Northgate Press.",
        ),
        seen(
            "F5c: a chapter without its pages",
            "Curtin",
            "entry",
            CHAPTER,
            "Petrov, Ivan. 2017. “Margins.” In *Reading Records*, edited by Maria Stone and Tom Hale. "
            "Northgate Press.",
        ),
        seen(
            "editors only",
            "BRCC",
            "entry",
            EDITED,
            "Stone, Maria, and Tom Hale, eds. 2017. *Reading Records*. Northgate Press.",
        ),
        from_memory("F6: a law", "entry", FREEDOM_ACT, "Freedom of Information Act 2000 (U.K.)."),
        from_memory(
            "F7",
            "entry",
            CHINESE,
            "Zhang Wei 张伟 and Li Na 李娜. 2021. “Zhishi chanquan baohu de xin jieduan” "
            "知识产权保护的新阶段 [A new stage in the protection of intellectual property]. "
            "*Faxue yanjiu* 法学研究 43 (2): 15–30.",
        ),
    ],
)
def test_in_the_list(golden: Golden) -> None:
    check("chicago-date", golden)


@pytest.mark.parametrize(
    "golden",
    [
        seen(
            "three names in the text",
            "Curtin",
            "cite",
            ARTICLE,
            "(Ruiz, Okoro, and Lind 2019, 151)",
            paged("151"),
        ),
        seen("F3x: of four the first", "CMOSqa417", "cite", EIGHT, "(Ruiz et al. 2019, 151)", paged("151")),
        from_memory(
            "F5: the publisher’s place",
            "entry",
            BOOK,
            "Stone, Maria. 2018. *Paper Trails*. 2nd ed. London: Northgate Press.",
        ),
        from_memory(
            "F5c: a chapter with its pages",
            "entry",
            CHAPTER,
            "Petrov, Ivan. 2017. “Margins.” In *Reading Records*, edited by Maria Stone and Tom Hale, 30–58. "
            "London: Northgate Press.",
        ),
    ],
)
def test_where_the_17th_edition_differs(golden: Golden) -> None:
    check("chicago17-date", golden)
