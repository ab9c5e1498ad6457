"""What is pasted leads back: a citation in any style, with its quotation or without, a link, a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.citation import STYLES, cite
from corpus.citation.style import Form
from corpus.library import Library
from corpus.links import link_to
from corpus.metadata import Metadata, Name, PartialDate
from corpus.opening import open_large
from corpus.outline import Outline, outline_of
from corpus.passages.passage import Passage, passage_of_paragraph
from corpus.quotation.checking import Checker
from corpus.tracing import trace
from corpus.tracing.traced import Destination
from tests.tracing import WORKS, Shelved, document, shelf
from tests.works import NEWS

FORMS: tuple[Form, ...] = ("cite", "short", "ibid", "entry")


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, dict[str, Shelved]]]:
    with shelf(tmp_path_factory.mktemp("library")) as found:
        yield found


def passage(article: Shelved, first: int, last: int | None = None) -> Passage:
    return passage_of_paragraph(article.document, article.outline, first, last)


def leads_to(found: tuple[Destination, ...], article: int | None, wanted: Passage) -> bool:
    """Whether the first destination is that article and a place that has words of the passage."""
    if not found or found[0].article != article or found[0].start is None or found[0].end is None:
        return False
    return found[0].start < wanted.end and wanted.start < found[0].end


@pytest.mark.parametrize("style", STYLES)
def test_a_citation_leads_back_to_its_article_and_place(
    style: str, shelved: tuple[Library, dict[str, Shelved]]
) -> None:
    library, articles = shelved
    amiss = []
    seen = set()
    for number, (name, article) in enumerate(articles.items()):
        for form in FORMS:
            wanted = passage(article, *((3, 3), (5, 6))[number // 2 % 2])
            citation = cite(article.document.metadata, wanted, style, form)
            # With its quotation each second one: that takes longest.
            with_words = form == "cite" and number % 2
            for pasted in (citation.citation, citation.text) if with_words else (citation.citation,):
                if (name, pasted) in seen:
                    continue
                seen.add((name, pasted))
                found = trace(pasted, library=library, here=article.here)
                # An entry names no place, or the pages of the whole.
                placed = pasted == citation.text or (citation.locator and form != "entry")
                right = found and found[0].article is None
                if not right or (placed and not leads_to(found, None, wanted)):
                    amiss.append((name, form, pasted, found[:1]))
    assert not amiss


@pytest.mark.parametrize(
    "style", ["apa", "chicago", "oscola", "mla", "bluebook", "gb7714", "pandoc", "plain"]
)
def test_a_citation_with_a_name_or_a_title_leads_to_another_article(
    style: str, shelved: tuple[Library, dict[str, Shelved]]
) -> None:
    library, articles = shelved
    for name in ("news", "book", "article", "judgment", "chinese", "page"):
        article = articles[name]
        form: Form = "entry" if style == "gb7714" else "cite"
        citation = cite(article.document.metadata, passage(article, 4), style, form)
        found = trace(citation.citation, library=library, here=articles["web"].here)
        assert found[0].article == article.id, (name, citation.citation, found)
        if citation.locator and form == "cite":
            assert leads_to(found, article.id, passage(article, 4)), (name, citation.citation, found)


@pytest.mark.parametrize(
    ("pasted", "work", "paragraph"),
    [
        ("(He and Fang 2021, at para 7)", "news", 7),
        ("see he & fang (2021) ¶ 7", "news", 7),
        ("HE J., FANG Y., China's roadmap for IPR protection, 2021, paragraph 7", "news", 7),
        ("https://www.example.org/ipr/", "news", None),
        ("doi:10.5555/jwl.3, p. 147", "article", 7),
        ("https://doi.org/10.5555/JWL.3", "article", None),
        ("Rivers and Rules", "article", None),
        ("A. Ruiz u. a., „Rivers and Rules“, Journal of Water Law 12 (2019), S. 147", "article", 7),
        ("@ruiz2019[p. 147]", "article", 7),
        ("ruiz2019", "article", None),
        ("\\parencite[see][147]{ruiz2019}", "article", 7),
        ("[see @ruiz2019, pp. 147-148]", "article", 7),
        ("[2019] EXHC 42 at [7]", "judgment", 7),
        ("Smith v Northgate Press Ltd [2019] EXHC 42, [7]–[8]", "judgment", 7),
        ("张伟、李娜：《知识产权保护的新阶段》，载《法学研究》2021年第2期，第147页", "chinese", 7),
        ("王伟：《水利工程的若干问题》，第7段", "characters", 7),
        ("Moreau, 7th para.", "untitled", 7),
        ("(see Jones 1999, p. 3; Stone 2018, p. 147)", "book", 7),
    ],
)
def test_citations_as_people_write_them_lead_back(
    pasted: str, work: str, paragraph: int | None, shelved: tuple[Library, dict[str, Shelved]]
) -> None:
    library, articles = shelved
    found = trace(pasted, library=library)
    assert found, pasted
    assert found[0].article == articles[work].id, found
    if paragraph is None:
        assert found[0].start is None
    else:
        assert leads_to(found, articles[work].id, passage(articles[work], paragraph)), found


def test_what_names_no_article_is_a_place_in_the_one_that_is_read(
    shelved: tuple[Library, dict[str, Shelved]],
) -> None:
    library, articles = shelved
    for pasted in ("[1, para. 5]", "ibid., para. 5", "Id. ¶ 5", "(1, para. 5)", "para. 5", "fifth para."):
        found = trace(pasted, library=library, here=articles["news"].here)
        assert leads_to(found, None, passage(articles["news"], 5)), (pasted, found)
        assert trace(pasted, library=library) == ()


def test_what_has_no_name_is_the_article_that_is_read() -> None:
    nameless = document(Metadata())
    outline = outline_of(nameless)
    for style in ("apa", "chicago", "mla", "aglc", "plain", "markdown"):
        for form in FORMS:
            citation = cite(Metadata(), passage_of_paragraph(nameless, outline, 5), style, form)
            found = trace(citation.citation, library=None, here=(nameless, outline, None))
            assert found, citation.citation
            assert found[0].article is None


def test_many_names_before_the_number_of_a_note_are_no_quotation(tmp_path: Path) -> None:
    work = NEWS._replace(authors=(Name("Núñez de la Peña", "José"), Name("O’Neill-Smith", "Ann")))
    with Library(tmp_path / "library.sqlite") as library:
        library.remember(document(work), "/nowhere/1.txt", size=1, mtime_ns=1)
        (found,) = trace("Núñez de la Peña and O’Neill-Smith (n __).", library=library)
        assert found.article == 1


def test_two_works_of_the_same_people_and_year_are_both_shown(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        for number, title in enumerate(("China’s Roadmap for IPR Protection", "Another Roadmap"), 1):
            library.remember(
                document(NEWS._replace(title=title)), f"/nowhere/{number}.txt", size=1, mtime_ns=number
            )
        found = trace("(He & Fang, 2021, para. 3)", library=library)
        assert [one.article for one in found] == [1, 2]
        assert all(one.certainty != "sure" and one.place == "¶ 3" for one in found)
        assert trace("He and Fang, “Another Roadmap,” third para.", library=library)[0].article == 2


def test_a_place_that_is_not_there_leads_to_the_article_and_says_so(
    shelved: tuple[Library, dict[str, Shelved]],
) -> None:
    library, articles = shelved
    (found,) = trace("(He & Fang, 2021, para. 99)", library=library)
    assert (found.article, found.start, found.certainty) == (articles["news"].id, None, "likely")
    assert "it has no ¶ 99" in found.why


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        " \n",
        "(Nobody, 1875, p. 3)",
        "Nobody at all, “A Title That No Work Has,” 1875.",
        "[@nobody1875]",
        "https://nowhere.example/at/all",
        "10.9999/none",
        "pincite:Nothing?sha256=0123456789abcdef#:~:text=nothing",
        "https://nowhere.example/#:~:text=nothing",
        "\x1b]52;c;AAAA\x07\u202e",
    ],
)
def test_what_is_not_there_leads_nowhere(pasted: str, shelved: tuple[Library, dict[str, Shelved]]) -> None:
    library, articles = shelved
    assert trace(pasted, library=library) == ()
    assert trace(pasted, library=None, here=articles["news"].here) == ()


@pytest.mark.parametrize(
    "piece", ["(", "“", "[@a", "He & Fang, 2021; ", "\\cite{", "10.1/", "> a\n", "¶ 1 ", "@"]
)
def test_hostile_text_leads_somewhere_or_nowhere(
    piece: str, shelved: tuple[Library, dict[str, Shelved]]
) -> None:
    library, articles = shelved
    found = trace(piece * (100_000 // len(piece)), library=library, here=articles["news"].here)
    assert len(found) <= 50


def test_links_lead_to_their_words(shelved: tuple[Library, dict[str, Shelved]]) -> None:
    library, articles = shelved
    for name in ("news", "book"):
        wanted = passage(articles[name], 9)
        link = link_to(articles[name].document, [(wanted.start, wanted.end)])
        found = trace(link, library=library, here=articles["act"].here)
        assert (found[0].article, found[0].certainty) == (articles[name].id, "sure")
        assert leads_to(found, articles[name].id, wanted)
        here = trace(f"(He & Fang, 2021) {link}", library=library, here=articles[name].here)
        assert leads_to(here, None, wanted)


def test_a_link_to_another_text_of_the_same_title_is_no_more_than_likely(
    shelved: tuple[Library, dict[str, Shelved]],
) -> None:
    library, articles = shelved
    book = articles["book"]
    wanted = passage(book, 9)
    link = link_to(book.document._replace(digest="f" * 64), [(wanted.start, wanted.end)])
    found = trace(link, library=library)
    assert leads_to(found, book.id, wanted)
    assert (found[0].certainty, found[0].why) == ("likely", "an article of the same title")


def test_quotations_lead_to_their_words_wherever_they_stand(
    shelved: tuple[Library, dict[str, Shelved]],
) -> None:
    library, articles = shelved
    checker = Checker.of_documents([(one.id, one.document) for one in articles.values()])
    wanted = passage(articles["book"], 9)
    words = " ".join(wanted.text.split()[:12])
    for pasted in (words, f"“{words}”", f"> {words}", f"“{words}” (Stone, 2018, p. 149)"):
        found = trace(pasted, library=library, checker=checker, here=articles["news"].here)
        assert leads_to(found, articles["book"].id, wanted), (pasted, found)
        assert found[0].why == "the words stand there"
    # The words count for more than the place beside them, which is shown too.
    found = trace(f"“{words}” (Stone, 2018, p. 141)", library=library, checker=checker)
    assert leads_to(found, articles["book"].id, wanted)
    assert [one.place for one in found[1:]] == ["p. 141 · ¶ 1"]


def test_a_quotation_that_was_altered_is_possible(shelved: tuple[Library, dict[str, Shelved]]) -> None:
    library, articles = shelved
    checker = Checker.of_documents([(one.id, one.document) for one in articles.values()])
    wanted = passage(articles["book"], 9)
    words = wanted.text.split()[:20]
    words[9] = "nowhere"
    found = trace(" ".join(words), library=library, checker=checker)
    assert leads_to(found, articles["book"].id, wanted)
    assert (found[0].certainty, found[0].why) == ("possible", "the words stand there altered")


def test_the_counted_place_behind_a_citation_counts(shelved: tuple[Library, dict[str, Shelved]]) -> None:
    library, articles = shelved
    found = trace("(He and Fang) [¶ 5]", library=library)
    assert leads_to(found, articles["news"].id, passage(articles["news"], 5))
    found = trace("(He and Fang) [¶¶ 5–6]", library=library)
    assert leads_to(found, articles["news"].id, passage(articles["news"], 6))


def test_a_large_text_that_is_not_counted_yet_says_so_and_its_words_are_found(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"The keeper writes level {at} into the book." for at in range(7_000)))
    large = open_large(path)
    assert large is not None
    here = (large, Outline(), None)
    (found,) = trace("[1, para. 6500]", library=None, here=here)
    assert (found.start, found.why) == (None, "in this article; not read as far as ¶ 6500")
    assert trace("“the keeper writes level 6500 into his book”", library=None, here=here) == ()
    (found,) = trace("“the keeper writes level 6500 into the book”", library=None, here=here)
    assert found.start is not None
    assert large.text[found.start : found.end or 0] == "The keeper writes level 6500 into the book"


def test_a_library_that_changed_is_read_again(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        assert trace("(Quist, 2020)", library=library) == ()
        work = NEWS._replace(authors=(Name("Quist", "Hal"),), date=PartialDate(2020))
        library.remember(document(work), "/nowhere/new.txt", size=1, mtime_ns=1)
        (found,) = trace("(Quist, 2020)", library=library)
        assert (found.article, found.title) == (1, work.title)


def test_every_work_of_the_tests_has_its_own_name() -> None:
    titles = [work.title for work, _ in WORKS.values()]
    assert len(set(titles)) == len(titles)


def test_a_day_in_parentheses_at_the_end_is_no_citation_by_itself(
    shelved: tuple[Library, dict[str, Shelved]],
) -> None:
    library, articles = shelved
    pasted = "He Jing & Fang Yi, China’s Roadmap for IPR Protection, CGTN, para. 3 (Feb. 5, 2021)."
    found = trace(pasted, library=library, here=articles["news"].here)
    assert leads_to(found, None, passage(articles["news"], 3))
