"""Leading back and checking against a real library and the article that is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.draft import Draft
from corpus.home import Home
from corpus.opening import LARGE, open_path
from corpus.outline import outline_of
from corpus.quotation.checked import Checked, Match, Searched, Verdict
from corpus.tracing.traced import Agreed
from corpus.word_diff import word_diff
from tests.reading import HEADLESS, STRUCTURED, write
from tui import cells
from tui.article import OpenArticle
from tui.check_result import CheckResult, check_quotation, place_of
from tui.match_rows import MatchLines
from tui.opening import open_target
from tui.references import References, whole
from tui.services import Services
from tui.traced import Arrival, look_up, trace_reference

WORDS = "The keeper of the lock wrote the new level into his book."
CITED = "---\ntitle: On Locks\nauthor:\n- family: Ruiz\n  given: Ana\ndate: 2021-03-04\n---\n\n"


@pytest.fixture
def services() -> Iterator[Services]:
    """A library of two articles, of which the second is cited as Ruiz (2021)."""
    here = Home.here()
    here.library.parent.mkdir(parents=True, exist_ok=True)
    services = Services.of(here, private=False)
    yield services
    if services.library:
        services.library.close()


def kept(services: Services, folder: Path, name: str, text: str) -> OpenArticle:
    """An article that is in the library, opened."""
    assert services.library
    path = write(folder, name, text)
    services.library.remember(open_path(path), str(path), size=1, mtime_ns=1)
    return open_target(str(path), services.library)


def checked(services: Services, here: OpenArticle, pasted: str, *, within: bool = False) -> CheckResult:
    return check_quotation(pasted, services, here, within=within, cancelled=lambda: False)


# Leading back ------------------------------------------------------------------------------------


@pytest.mark.parametrize("marks", ["{}", "“{}”"])
@pytest.mark.parametrize("private", [False, True])
def test_words_that_stand_at_several_places_are_chosen_from(
    services: Services, tmp_path: Path, marks: str, private: bool
) -> None:
    text = "# Refrains\n\nThe river sings again.\n\nNobody listens.\n\nThe river sings again.\n"
    here = kept(services, tmp_path, "refrains.md", text)
    here = here._replace(id=None) if private else here
    traced = trace_reference(marks.format("The river sings again."), services, here)
    assert traced.only is None
    mine = [lead.destination.place for lead in traced.offers if lead.destination.article is None]
    assert mine == ["¶ 1", "¶ 3"]
    cited = trace_reference(
        f"{marks.format('The river sings again')} (Refrains, para. 3)", services, here
    ).only
    assert cited is None or cited.destination.place == "¶ 3"


def test_a_citation_leads_to_the_article_and_its_paragraph(services: Services, tmp_path: Path) -> None:
    here = kept(services, tmp_path, "rivers.md", STRUCTURED)
    there = kept(services, tmp_path, "locks.md", CITED + HEADLESS)
    arrival = look_up("(Ruiz, 2021, para. 3)", services, here)
    assert isinstance(arrival, Arrival)
    assert arrival.article.id == there.id
    assert arrival.spans[0][0] == there.document.paragraph(3).start
    assert arrival.said == "(Ruiz, 2021, para. 3) · ¶ 3 · On Locks · < goes back"


def test_words_lead_to_where_they_stand_with_marks_or_without(services: Services, tmp_path: Path) -> None:
    here = kept(services, tmp_path, "rivers.md", STRUCTURED)
    there = kept(services, tmp_path, "locks.md", CITED + HEADLESS)
    for pasted in (WORDS, f"“{WORDS}”", f"> {WORDS}"):
        only = trace_reference(pasted, services, here).only
        assert only is not None
        assert only.destination.article == there.id
        assert only.words == WORDS[: len(only.words)]


def test_words_of_the_article_that_is_read_are_found_though_the_library_has_it_not(
    services: Services, tmp_path: Path
) -> None:
    kept(services, tmp_path, "rivers.md", STRUCTURED)
    here = open_target(str(write(tmp_path, "locks.txt", HEADLESS)), services.library)
    only = trace_reference(WORDS, services, here).only
    assert only is not None
    assert only.destination.article is None


def test_a_link_leads_to_its_words_and_one_to_nowhere_is_said(services: Services, tmp_path: Path) -> None:
    here = kept(services, tmp_path, "rivers.md", STRUCTURED)
    there = kept(
        services,
        tmp_path,
        "locks.md",
        CITED.replace("---\n\n", "url: https://a.example/x\n---\n\n") + HEADLESS,
    )
    only = trace_reference("https://a.example/x#:~:text=The%20keeper,his%20book", services, here).only
    assert only is not None
    assert only.destination.article == there.id
    assert only.words == WORDS.removesuffix(".")
    elsewhere = trace_reference("https://other.example/#:~:text=The%20keeper,his%20book", services, here).only
    assert elsewhere is not None
    assert elsewhere.destination.certainty == "likely"
    traced = trace_reference("pincite:Gone?sha256=0123456789abcdef#:~:text=never", services, here)
    assert traced.offers == ()
    assert "“Gone”, which is not in this article or the other one in the library" in traced.sentence


# Checking ----------------------------------------------------------------------------------------


def test_a_quotation_is_checked_with_its_citation(services: Services, tmp_path: Path) -> None:
    here = kept(services, tmp_path, "rivers.md", STRUCTURED)
    there = kept(services, tmp_path, "locks.md", CITED + HEADLESS)
    number = there.document.paragraph_at(there.document.text[:].index(WORDS))
    right = checked(services, here, f"“{WORDS}” (Ruiz, 2021, para. {number})")
    assert right.checked.verdict is Verdict.VERBATIM
    assert right.agreed[0] is not None
    assert (right.agreed[0].work, right.agreed[0].place) == ("right", "right")
    wrong = checked(
        services, here, f"“{WORDS.replace('new', 'old')}” (Ruiz, 2021, para. {(number or 0) + 1})"
    )
    assert wrong.checked.verdict is Verdict.ALTERED
    assert wrong.agreed[0] is not None
    assert wrong.agreed[0].place == "wrong"
    arrival = place_of(wrong, wrong.checked.matches[0], services)
    assert arrival.article.id == there.id
    assert there.document.text[slice(*arrival.spans[0])] in WORDS


def test_an_article_that_the_library_has_not_is_looked_through_with_it(
    services: Services, tmp_path: Path
) -> None:
    kept(services, tmp_path, "rivers.md", STRUCTURED)
    here = open_target(str(write(tmp_path, "locks.txt", HEADLESS)), services.library)
    found = checked(services, here, WORDS)
    assert found.checked.verdict is Verdict.VERBATIM
    assert place_of(found, found.checked.matches[0], services).article is here
    absent = checked(services, here, "Rivers are never to be cited by anybody.")
    assert absent.sentence == "Absent · not in this article or the 1 article of the library"
    alone = checked(services, here, "Rivers are never to be cited by anybody.", within=True)
    assert alone.sentence == "Absent · not in this article"


def test_one_word_is_a_fault_and_said(services: Services, tmp_path: Path) -> None:
    here = kept(services, tmp_path, "rivers.md", STRUCTURED)
    assert "one word" in checked(services, here, "“Paragraph”").sentence


def test_all_of_a_large_text_is_looked_through(tmp_path: Path) -> None:
    filler = "The water ran on and nobody saw it pass below the bridge.\n\n"
    path = write(tmp_path, "large.txt", filler * (LARGE // len(filler) + 10) + WORDS + "\n")
    here = open_target(str(path), None)
    assert here.large
    assert whole(here).blocks[-1].number is not None
    references = References(None, lambda: pytest.fail("there is no index"))
    match = references.checked(WORDS, here, within=False).matches[0]
    assert here.document.text[slice(*match.spans[0])] in WORDS


def test_a_file_that_changed_is_checked_anew(services: Services, tmp_path: Path) -> None:
    here = kept(services, tmp_path, "rivers.md", STRUCTURED)
    there = kept(services, tmp_path, "locks.md", CITED + HEADLESS)
    result = checked(services, here, WORDS)
    assert there.path
    there.path.write_text(CITED + "It begins otherwise.\n\n" + HEADLESS, encoding="utf-8")
    arrival = place_of(result, result.checked.matches[0], services)
    assert arrival.article.document.text[slice(*arrival.spans[0])] in WORDS
    there.path.write_text(CITED + "Nothing is left of it.\n", encoding="utf-8")
    assert "has changed" in place_of(result, result.checked.matches[0], services).said


# Lines -------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(st.text(max_size=80), st.text(max_size=80), st.integers(1, 60))
def test_no_line_is_wider_than_the_list(first: str, second: str, width: int) -> None:
    matches = tuple(
        Match(verdict, 1, first, ((0, 1),), second, word_diff(first, second), second, (first,))
        for verdict in (Verdict.VERBATIM, Verdict.ALTERED)
    )
    checked = Checked(first, Verdict.VERBATIM, matches, Searched(2))
    here = OpenArticle(open_nothing(), outline_of(open_nothing()))
    lines = MatchLines(
        CheckResult(checked, here, second, (Agreed("right", "wrong", first, second), None)), width, signs=True
    )
    for number in range(len(lines) + 2):
        painted = lines.painted(number, width, 0)
        room = max(8, width - 3) + 3
        assert sum(cells.width(words) for words, _ in painted) <= room
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for words, _ in painted for sign in words)
    assert list(lines.of(1)) == [n for n in range(len(lines)) if lines.entry(n) == 1]


def open_nothing() -> Document:
    draft = Draft()
    draft.add("Nothing.")
    return draft.document()
