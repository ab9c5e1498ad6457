"""Laws in the styles of the humanities: by their own parts, and by what they are called."""

from __future__ import annotations

import pytest

from corpus.citation.place import Place
from corpus.citation.scholarly.laws import called, chapter, code, is_american, jurisdiction
from corpus.metadata import Metadata, PartialDate
from tests.works import FREEDOM_ACT, NEWS, US_CODE, written

PLACE = Place(("42", "42"), heading="Costs", division="Article 12")


@pytest.mark.parametrize(
    ("style", "article"),
    [
        ("chicago", "art. 12"),
        ("chicago-date", "art. 12"),
        ("apa", "Article 12"),
        ("mla", "art. 12"),
        ("harvard", "Article 12"),
    ],
)
def test_a_law_is_cited_by_its_own_parts_though_it_has_pages(style: str, article: str) -> None:
    assert written(style, "cite", FREEDOM_ACT, PLACE).locator == article
    chinese, numbered = PLACE._replace(division="第十二条"), PLACE._replace(section="12(1)")
    assert written(style, "cite", FREEDOM_ACT, chinese).locator == "第十二条"
    assert written(style, "cite", FREEDOM_ACT, numbered).locator.endswith("12(1)")
    assert written(style, "cite", NEWS, PLACE).locator in ("42", "p. 42")


@pytest.mark.parametrize(
    ("law", "name", "where"),
    [
        (FREEDOM_ACT, "Freedom of Information Act 2000", ""),
        (FREEDOM_ACT._replace(title="Freedom of Information Act"), "Freedom of Information Act 2000", ""),
        (US_CODE, "", "17 U.S.C."),
        (US_CODE._replace(title="Copyright Act", date=PartialDate(1976)), "Copyright Act", "17 U.S.C."),
        (
            Metadata(title="Access Act", date=PartialDate(1985), container_short="RSC"),
            "Access Act",
            "RSC 1985",
        ),
        (Metadata(type="legislation"), "Untitled law", ""),
    ],
)
def test_a_law_is_called_by_its_name_and_year_or_by_its_code(law: Metadata, name: str, where: str) -> None:
    assert (called(law), code(law)) == (name, where)


def test_where_a_law_holds_and_its_chapter() -> None:
    assert (chapter(FREEDOM_ACT), jurisdiction(FREEDOM_ACT), is_american(FREEDOM_ACT)) == (
        "c. 36",
        " (U.K.)",
        False,
    )
    assert (chapter(US_CODE), jurisdiction(US_CODE), is_american(US_CODE)) == ("", " (U.S.)", True)


def test_a_law_known_by_its_code_lacks_neither_title_nor_date() -> None:
    assert written("chicago", "cite", US_CODE).notes == ()
    assert written("apa", "cite", FREEDOM_ACT._replace(title="", date=None)).notes == (
        "title unknown",
        "date unknown",
    )
