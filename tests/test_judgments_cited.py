"""Judgments: OSCOLA’s brackets for their paragraphs were seen (Solent, OscCSL), the forms are from memory."""

from __future__ import annotations

import pytest

from corpus.citation.style import Form
from tests.works import JUDGMENT, PRINTED, PRINTED_RANGE, REPORTED, paged, written


@pytest.mark.parametrize(
    ("style", "form", "expected"),
    [
        ("oscola", "cite", "*Smith v Northgate Press Ltd* [2019] EXHC 42 [5]–[6]."),
        ("oscola", "short", "*Smith v Northgate Press Ltd* (n 3) [5]–[6]."),
        ("oscola", "entry", "*Smith v Northgate Press Ltd* [2019] EXHC 42"),
        ("aglc", "cite", "*Smith v Northgate Press Ltd* [2019] EXHC 42, [5]–[6]."),
        ("mcgill", "cite", "*Smith v Northgate Press Ltd*, [2019] EXHC 42 at paras 5–6."),
        ("bluebook", "cite", "*Smith v Northgate Press Ltd*, [2019] EXHC 42, paras. 5–6."),
        ("chicago", "cite", "Smith v Northgate Press Ltd, [2019] EXHC 42, paras. 5–6."),
        ("apa", "cite", "(*Smith v Northgate Press Ltd*, 2019, paras. 5–6)"),
        ("apa", "entry", "Smith v Northgate Press Ltd, [2019] EXHC 42."),
        ("mla", "cite", "(*Smith v Northgate Press Ltd*, pars. 5-6)"),
        ("mla", "entry", "Smith v Northgate Press Ltd. [2019] EXHC 42."),
        ("harvard", "entry", "*Smith v Northgate Press Ltd* [2019] EXHC 42."),
        ("ieee", "entry", "[1] *Smith v Northgate Press Ltd*, [2019] EXHC 42."),
        ("vancouver", "entry", "1. Smith v Northgate Press Ltd, [2019] EXHC 42."),
        ("plain", "entry", "“Smith v Northgate Press Ltd,” [2019] EXHC 42, 14 March 2019."),
    ],
)
def test_a_judgment_is_known_by_its_parties_and_its_neutral_citation(
    style: str, form: Form, expected: str
) -> None:
    reference = written(style, form, JUDGMENT, PRINTED_RANGE, first=3)
    assert reference.phrase.marked == expected
    assert "author unknown" not in reference.notes


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("oscola", "*Smith v Northgate Press Ltd* (2019) 12 ExR 145, 151."),
        ("aglc", "*Smith v Northgate Press Ltd* (2019) 12 ExR 145, 151."),
        ("mcgill", "*Smith v Northgate Press Ltd*, (2019) 12 ExR 145 at 151."),
        ("bluebook", "*Smith v Northgate Press Ltd*, (2019) 12 ExR 145, at 151."),
        ("chicago", "Smith v Northgate Press Ltd, (2019) 12 ExR 145, 151."),
    ],
)
def test_a_judgment_in_a_report_is_known_by_its_first_page(style: str, expected: str) -> None:
    assert written(style, "cite", REPORTED, paged("151")).phrase.marked == expected


def test_a_judgment_without_a_citation_is_known_by_its_court_and_day() -> None:
    work = JUDGMENT._replace(number="", publisher="EXHC")
    expected = "*Smith v Northgate Press Ltd* (EXHC, 14 March 2019) [12]."
    assert written("oscola", "cite", work, PRINTED).phrase.marked == expected


@pytest.mark.parametrize("style", ["oscola", "aglc", "mcgill", "bluebook"])
def test_the_form_of_a_judgment_is_to_be_checked(style: str) -> None:
    assert "how a judgment is cited" in written(style, "cite", JUDGMENT, PRINTED).unchecked
