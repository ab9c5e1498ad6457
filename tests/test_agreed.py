"""Whether a citation names its article and place: strict about the wrong, generous about the unknown."""

from __future__ import annotations

import pytest

from corpus.citation import STYLES, cite
from corpus.citation.style import Form
from corpus.metadata import Metadata, Name, PartialDate
from corpus.outline import outline_of
from corpus.passages.passage import passage_of_paragraph
from corpus.tracing import agreed
from corpus.tracing.traced import Agreed
from tests.tracing import FIRST_PAGE, WORKS, document
from tests.works import ARTICLE, CHARACTERS, JUDGMENT, NEWS

COUNTED = document(NEWS)
PAGED = document(ARTICLE, "pages")
NUMBERED = document(JUDGMENT, "numbers")


def judge(
    citation: str,
    paragraph: int = 3,
    *,
    work: Metadata = NEWS,
    last: int | None = None,
    before: str = "",
) -> Agreed:
    """What is said of a citation beside words of that paragraph."""
    article = {"article-journal": PAGED, "legal_case": NUMBERED}.get(work.type, COUNTED)
    spans = [(article.paragraph(paragraph).start, article.paragraph(last or paragraph).end)]
    return agreed(citation, work=work, passages=(article, spans), before=before)


@pytest.mark.parametrize(
    ("citation", "work", "place"),
    [
        ("(He & Fang, 2021, para. 3)", "right", "right"),
        ("(He & Fang, 2021, para. 4)", "right", "wrong"),
        ("(He & Fang, 2021, paras. 2–5)", "right", "right"),
        ("(He & Fang, 2021, paras. 4–9)", "right", "wrong"),
        ("(He & Fang, 2021)", "right", "unsaid"),
        ("(He & Fang)", "right", "unsaid"),
        ("(Hé & Fáng, 2021, ¶ 3)", "right", "right"),
        ("(He & Fang, 2021a, ¶ 3)", "right", "right"),
        ("(He et al., 2021, ¶¶ 3-4)", "right", "right"),
        ("(see He and Fang 2021, at para 3)", "right", "right"),
        ("(He & Fang, 2021, paragraph three)", "right", "right"),
        ("(He & Fang, 2021, para. four)", "right", "wrong"),
        (
            "[12] He Jing and Fang Yi, 'China’s Roadmap for IPR Protection', 5 Feb 2021, para 3.",
            "right",
            "right",
        ),
        (
            "[12] He Jing and Fang Yi, 'China’s Roadmap for IPR Protection', 5 Feb 2021, para 4.",
            "right",
            "wrong",
        ),
        ("He Jing and Fang Yi, “On the Trade in Rice,” CGTN, 2021, third para.", "wrong", "unknown"),
        ("He Jing and Fang Yi (the “Qiushi Article”), CGTN, 2021, third para.", "right", "right"),
        ("He & Fang, 2021, para. 3 (“President Xi starts from the premise”)", "right", "right"),
        ("(He & Fang, 2021, paras. 2 ff.)", "right", "right"),
        ("(He & Fang, 2021, para. 2f.)", "right", "right"),
        ("(He & Fang, 2021, para. 2 et seq.)", "right", "right"),
        ("(He & Fang, 2021, para. 1f.)", "right", "wrong"),
        ("(He & Fang, 2021, paras. 4 ff.)", "right", "wrong"),
        ("[7]", "unsaid", "unknown"),
        ("[3]", "unsaid", "right"),
        ("(cited in He & Fang, 2021, para. 3)", "right", "right"),
        ("(He & Fang, n.d., para. 3)", "right", "right"),
        ("(He & Fang, 2020, para. 3)", "wrong", "unknown"),
        ("(Smith, 2021, para. 3)", "wrong", "unknown"),
        ("(He & Smith, 2021, para. 3)", "wrong", "unknown"),
        ("(Smith)", "wrong", "unsaid"),
        ("(Fang, 2021, para. 3)", "unknown", "right"),
        ("(2021, para. 3)", "right", "right"),
        ("(2019, para. 3)", "wrong", "unknown"),
        ("(para. 3)", "unsaid", "right"),
        ("(para. 4)", "unsaid", "wrong"),
        ("(emphasis added)", "unsaid", "unsaid"),
        ("(The Minister said so)", "unknown", "unsaid"),
        ("", "unsaid", "unsaid"),
        ("[1, para. 3]", "unsaid", "right"),
        ("supra note 3, para. 3", "unsaid", "right"),
        ("He & Fang (n 3) para 3", "right", "right"),
        ("(Jones 2019, 12; He & Fang 2021, para. 3)", "right", "right"),
        ("(He & Fang 2021, para. 4; Jones 2019, para. 3)", "right", "wrong"),
        ("[@he2021, ¶ 3]", "right", "right"),
        ("[@he2021, ¶ 4]", "right", "wrong"),
        ("[see @jones2019; @he2021, ¶ 3]", "right", "right"),
        ("[@he2020, ¶ 3]", "wrong", "unknown"),
        ("[@jones2019]", "wrong", "unsaid"),
        ("[@roadmap_final]", "unknown", "unsaid"),
        ("\\autocite[¶~3]{he2021}", "right", "right"),
        ("\\textcite[see][¶~4]{he2021}", "right", "wrong"),
        ("@he2021[¶ 3]", "right", "right"),
        ("[cite:@he2021 ¶ 3]", "right", "right"),
        ("https://www.example.org/ipr/", "right", "unsaid"),
        ("“China’s Roadmap for IPR Protection,” CGTN, third para.", "right", "right"),
        ("“Rivers of Gold,” CGTN, 2021", "wrong", "unsaid"),
        ("Jones, “China’s Roadmap for IPR Protection,” CGTN, 2021", "wrong", "unsaid"),
        ("CGTN, 5 February 2021", "right", "unsaid"),
        ("CGTN, 5 February 2021 (accessed 3 March 2024), ¶ 3", "right", "right"),
    ],
)
def test_citations_of_a_page_with_counted_paragraphs(citation: str, work: str, place: str) -> None:
    found = judge(citation)
    assert (found.work, found.place) == (work, place), found


@pytest.mark.parametrize(
    ("citation", "place", "says", "ought"),
    [
        ("(Ruiz et al., 2019, p. 143)", "right", "p. 143", "p. 143 · ¶ 3"),
        ("(Ruiz et al., 2019, p. 144)", "wrong", "p. 144", "p. 143 · ¶ 3"),
        ("(Ruiz et al. 143)", "right", "p. 143", "p. 143 · ¶ 3"),
        ("(Ruiz et al. 142-44)", "right", "pp. 142–144", "p. 143 · ¶ 3"),
        ("(Ruiz et al. 2019, 144)", "wrong", "p. 144", "p. 143 · ¶ 3"),
        ("(Ruiz et al., 2019, para. 3)", "right", "¶ 3", "p. 143 · ¶ 3"),
        (
            "Ana Ruiz, Ben Okoro and Carl Lind, ‘Rivers and Rules’ (2019) 12 Journal of Water Law 145, 143",
            "right",
            "p. 143",
            "p. 143 · ¶ 3",
        ),
        ("\\autocite[143]{ruiz2019}", "right", "p. 143", "p. 143 · ¶ 3"),
        ("\\autocite[144]{ruiz2019}", "wrong", "p. 144", "p. 143 · ¶ 3"),
    ],
)
def test_citations_of_an_article_with_pages(citation: str, place: str, says: str, ought: str) -> None:
    found = judge(citation, work=ARTICLE)
    assert (found.work, found.place, found.says, found.ought) == ("right", place, says, ought)


@pytest.mark.parametrize(
    ("citation", "place"),
    [
        ("Smith v Northgate Press Ltd [2019] EXHC 42 [3]", "right"),
        ("Smith v Northgate Press Ltd [2019] EXHC 42 at [4]", "wrong"),
        ("Smith v Northgate [2019] EXHC 42, [2]–[4]", "right"),
        ("[2019] EXHC 42 at para 3", "right"),
    ],
)
def test_citations_of_a_judgment(citation: str, place: str) -> None:
    found = judge(citation, work=JUDGMENT)
    assert (found.work, found.place, found.ought) == ("right", place, "[3]")


MULLER = NEWS._replace(
    authors=(Name("Müller", "Hans"), Name("van den Berg", "Jan"), Name("Østergaard", "Ole"))
)


@pytest.mark.parametrize(
    ("citation", "work", "place"),
    [
        ("(He and Fang 2021: 3)", NEWS, "right"),
        ("He Jing/Fang Yi (2021), Abs. 3", NEWS, "right"),
        ("He/Fang 2021, Rn. 3", NEWS, "right"),
        ("He J & Fang Y, above n 3, para 3", NEWS, "right"),
        ("He and Fang, China’s Roadmap (n 9) para 3", NEWS, "right"),
        ("See, e.g., He & Fang, supra note 12, at para. 3", NEWS, "right"),
        ("According to He and Fang (2021, para. 3)", NEWS, "right"),
        ("Emphasis added; He & Fang 2021, para. 3", NEWS, "right"),
        ("(He & Fang, 2021, para. 3; emphasis in original)", NEWS, "right"),
        ("Jing He and Yi Fang, 'China's roadmap for IPR protection', CGTN, Feb. 5, 2021", NEWS, "unsaid"),
        (
            "He, J., Fang, Y., 2021. China’s Roadmap. Retrieved March 3, 2024, from https://example.org/ipr",
            NEWS,
            "unsaid",
        ),
        ("(He & Fang, 2021, my translation)", NEWS, "unsaid"),
        ("(Mueller et al. 2021, para 3)", MULLER, "right"),
        ("(Berg, Muller and Ostergaard 2021, para 3)", MULLER, "right"),
        ("(Müller, Van Den Berg & Østergaard, 2021)", MULLER, "unsaid"),
        ("Ruiz et al., Rivers and Rules, Journal of Water Law 12(3), 145–170", ARTICLE, "unsaid"),
        ("Ruiz et al., Rivers and Rules, Journal of Water Law 12(3), pp. 145–170, at 143", ARTICLE, "right"),
        (
            "Ruiz, A. u. a.: Rivers and Rules. In: Journal of Water Law 12 (2019), S. 145–170, hier S. 143.",
            ARTICLE,
            "right",
        ),
        ("Ana RUIZ et alii, « Rivers and Rules », Journal of Water Law, 2019, p. 143.", ARTICLE, "right"),
        ("(Ruiz, Okoro, & Lind, 2019/2020, p. 143)", ARTICLE, "right"),
        ("ruiz et al 2019 p.143", ARTICLE, "right"),
        ("(Smith v. Northgate Press, 2019, para 3)", JUDGMENT, "right"),
    ],
)
def test_what_people_write_is_not_taken_for_wrong(citation: str, work: Metadata, place: str) -> None:
    found = judge(citation, work=work)
    assert (found.work, found.place) == ("right", place), found


@pytest.mark.parametrize(
    "citation",
    [
        "(World Bank, 2021)",
        "(Jones, China’s other roadmap, 2021)",
        "China Daily, “A New Plan,” 2021",
        "(Heeney & Fangs, 2021)",
        "He, Fang, and Li (2021)",
        "https://doi.org/10.5555/other.1",
    ],
)
def test_another_work_is_wrong(citation: str) -> None:
    assert judge(citation, work=NEWS._replace(doi="10.5555/ours.1")).work == "wrong"


def test_what_cannot_be_told_is_unknown() -> None:
    assert judge("(CGTN Opinion, 2021)").work == "unknown"
    # Nobody knows who wrote it: it may be these.
    assert judge("(Jones, 2021)", work=NEWS._replace(authors=())).work == "unknown"


def test_a_page_in_place_of_a_paragraph_is_told_from_a_page_of_another_edition() -> None:
    found = judge("(He & Fang, 2021, p. 3)")
    assert (found.place, found.notes) == ("wrong", ("3 is the number of the paragraph",))
    assert judge("(He & Fang, 2021, p. 48)").place == "unknown"
    # A printed work may have that page.
    assert judge("(He & Fang, 2021, p. 3)", work=NEWS._replace(url="")).place == "unknown"
    found = judge("(Ruiz et al., 2019, para. 143)", work=ARTICLE)
    assert (found.place, found.notes) == ("wrong", ("143 is the number of the page",))


def test_pages_beyond_those_of_the_work_are_wrong() -> None:
    work = ARTICLE._replace(type="webpage", pages="145–170")
    assert judge("(Ruiz et al., 2019, p. 246)", work=work).place == "wrong"
    assert judge("(Ruiz et al., 2019, p. 146)", work=work).place == "unknown"


def test_words_that_go_on_beyond_the_place_are_there() -> None:
    found = judge("(He & Fang, 2021, para. 3)", last=4)
    assert (found.place, found.ought, found.notes) == ("right", "¶¶ 3–4", ("the words go on beyond ¶ 3",))


@pytest.mark.parametrize(
    ("citation", "before", "work", "place"),
    [
        ("ibid., para. 3", "(He & Fang, 2021, para. 9)", "right", "right"),
        ("Ibid.", "(He & Fang, 2021, para. 9)", "right", "wrong"),
        ("Ibid.", "(He & Fang, 2021, para. 3)", "right", "right"),
        ("Id. ¶ 3.", "(Jones, 2019)", "wrong", "unknown"),
        ("ibid 3", "", "unsaid", "right"),
    ],
)
def test_what_points_at_the_citation_before_means_its_work(
    citation: str, before: str, work: str, place: str
) -> None:
    found = judge(citation, before=before)
    assert (found.work, found.place) == (work, place), found


@pytest.mark.parametrize(
    ("citation", "work"),
    [
        ("张伟、李娜：《知识产权保护的新阶段》，《法学研究》2021年第2期，第3段", "right"),
        ("(张 & 李, 2021, para. 3)", "right"),
        ("(王 & 李, 2021, para. 3)", "wrong"),
        ("张伟、李娜：《知识产权保护的新阶段》，2018年，第3段", "wrong"),
    ],
)
def test_citations_in_chinese(citation: str, work: str) -> None:
    found = judge(citation, work=CHARACTERS._replace(type="webpage"))
    assert found.work == work
    assert found.place == ("right" if work == "right" else "unknown")


def test_a_body_may_go_by_its_letters() -> None:
    work = NEWS._replace(authors=(Name(literal="River Statistics Office"),), date=PartialDate(2020))
    assert judge("(RSO, 2020, ¶ 3)", work=work).work == "right"
    assert judge("(River Statistics Office, 2020)", work=work).work == "right"
    assert judge("(RSO, 2019, ¶ 3)", work=work).work == "wrong"


@pytest.mark.parametrize("style", ["apa", "chicago", "chicago-date", "harvard", "oscola", "mcgill", "pandoc"])
def test_whatever_we_write_agrees_and_the_next_paragraph_does_not(style: str) -> None:
    for name, (work, known_by) in WORKS.items():
        article = document(work, known_by)
        outline = outline_of(article)
        passage = passage_of_paragraph(article, outline, 5)
        forms: tuple[Form, ...] = ("cite", "short")
        for form in forms:
            citation = cite(work, passage, style, form)
            here = [(passage.start, passage.end)]
            found = agreed(citation.citation, work=work, passages=(article, here), outline=outline)
            assert found.work == "right", (name, citation.citation, found)
            assert found.place == ("right" if citation.locator else "unsaid"), (
                name,
                citation.citation,
                found,
            )
            if citation.locator:
                other = article.paragraph(7)
                there = [(other.start, other.end)]
                found = agreed(citation.citation, work=work, passages=(article, there), outline=outline)
                assert found.place == "wrong", (name, citation.citation, found)


def test_what_we_write_of_another_work_is_wrong() -> None:
    styles = [style for style in STYLES if style not in ("ieee", "vancouver", "gb7714", "gb7714-2015")]
    names = ("news", "article", "book", "chapter", "judgment", "characters")
    for name in names:
        work, known_by = WORKS[name]
        article = document(work, known_by)
        passage = passage_of_paragraph(article, outline_of(article), 5)
        for other in names:
            if other != name:
                for style in styles[::5]:
                    citation = cite(work, passage, style).citation
                    another = WORKS[other][0]
                    found = agreed(citation, work=another, passages=(article, [(passage.start, passage.end)]))
                    assert found.work in ("wrong", "unknown"), (name, other, citation, found)


@pytest.mark.parametrize("piece", ["(", "He, ", "; ", "[@a", "¶ 3, ", "“a", "1–", "ibid. ", "\\cite{a}"])
def test_hostile_citations_are_judged_like_any(piece: str) -> None:
    found = judge(piece * (100_000 // len(piece)))
    assert found.work in ("unsaid", "unknown", "right", "wrong")


def test_the_first_page_of_the_tests_is_where_it_should_be() -> None:
    assert PAGED.page_at(0) == str(FIRST_PAGE)


@pytest.mark.parametrize("citation", ["ebd., Abs. 3", "Ibíd., párr. 3", "a. a. O., Abs. 3"])
def test_what_means_the_citation_before_in_other_languages(citation: str) -> None:
    found = judge(citation, before="He & Fang, 2021, para. 2")
    assert (found.work, found.place) == ("right", "right")
