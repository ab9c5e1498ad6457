"""Citations in languages of markup: each is read by its program as a citation of that place."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from corpus.citation import STYLES
from corpus.citation.place import Place
from corpus.citation.style import Cited
from corpus.exchange import bibtex_writing, csl_writing
from corpus.exchange.key import fit, key
from corpus.metadata import Metadata, Name, PartialDate
from tests.works import (
    ARTICLE,
    BOOK,
    CHAPTER,
    CHARACTERS,
    CHINESE,
    COUNTED,
    COUNTED_RANGE,
    EIGHT,
    FREEDOM_ACT,
    HEADING,
    NEWS,
    NOWHERE,
    PAGE,
    PRINTED,
    PRINTED_RANGE,
    PRINTED_SIGN,
    REPORT,
    SECTION,
    UNTITLED,
    paged,
    written,
)

KEYED = ("pandoc", "latex", "typst", "org")
ACT = Metadata(title="Freedom of Information Act 2000", date=PartialDate(2000), type="legislation")
LETTERED = Place(counted=(3, 4), numbers=("12a", "12b"))
SUBSECTION = Place(counted=(2, 2), section="12(1)")


@pytest.mark.parametrize(
    ("place", "pandoc", "latex", "typst", "org"),
    [
        pytest.param(NOWHERE, "[@he2021]", r"\autocite{he2021}", "@he2021", "[cite:@he2021]", id="no place"),
        pytest.param(
            COUNTED,
            "[@he2021, ¶ 3]",
            r"\autocite[¶~3]{he2021}",
            "@he2021[¶ 3]",
            "[cite:@he2021 ¶ 3]",
            id="a counted paragraph; seen: PandocLoc, TypstDoc; LaTeX and Org for the shape",
        ),
        pytest.param(
            COUNTED_RANGE,
            "[@he2021, ¶¶ 5-6]",
            r"\autocite[¶¶~5--6]{he2021}",
            "@he2021[¶¶ 5–6]",
            "[cite:@he2021 ¶¶ 5-6]",
            id="counted paragraphs; seen: the same",
        ),
        pytest.param(
            PRINTED,
            "[@he2021, ¶ 12]",
            r"\autocite[¶~12]{he2021}",
            "@he2021[¶ 12]",
            "[cite:@he2021 ¶ 12]",
            id="a number that the source prints goes before the count; seen: PandocLoc",
        ),
        pytest.param(
            LETTERED,
            "[@he2021, ¶¶ 12a-12b]",
            r"\autocite[¶¶~12a--12b]{he2021}",
            "@he2021[¶¶ 12a–12b]",
            "[cite:@he2021 ¶¶ 12a-12b]",
            id="numbers with letters",
        ),
        pytest.param(
            paged("42"),
            "[@he2021, p. 42]",
            r"\autocite[42]{he2021}",
            "@he2021[p.~42]",
            "[cite:@he2021 p. 42]",
            id="a page goes before all; BibLaTeX sets its label itself; seen: PandocMan, PandocTex, TypstDoc",
        ),
        pytest.param(
            paged("42", "45"),
            "[@he2021, pp. 42-45]",
            r"\autocite[42--45]{he2021}",
            "@he2021[pp.~42–45]",
            "[cite:@he2021 pp. 42-45]",
            id="pages; seen: the same",
        ),
        pytest.param(
            paged("xii"),
            "[@he2021, {p. xii}]",
            r"\autocite[xii]{he2021}",
            "@he2021[p.~xii]",
            "[cite:@he2021 p. xii]",
            id="a roman page; braces force a locator; seen: PandocLoc",
        ),
        pytest.param(
            SECTION,
            "[@he2021, sec. 4.5]",
            r"\autocite[§~4.5]{he2021}",
            "@he2021[§ 4.5]",
            "[cite:@he2021 sec. 4.5]",
            id="a numbered section; seen: PandocLoc",
        ),
        pytest.param(
            HEADING,
            "[@he2021, under “Costs”]",
            r"\autocite[under “Costs”]{he2021}",
            "@he2021[under “Costs”]",
            "[cite:@he2021 under “Costs”]",
            id="a heading alone, in words",
        ),
    ],
)
def test_every_syntax_names_the_place(place: Place, pandoc: str, latex: str, typst: str, org: str) -> None:
    for style, expected in zip(KEYED, (pandoc, latex, typst, org), strict=True):
        for form in ("cite", "short", "ibid"):
            reference = written(style, form, NEWS, place)
            assert reference.phrase.marked == expected
            assert reference.locator in expected
            assert bool(reference.locator) == (place is not NOWHERE)
            assert (reference.notes, reference.unchecked) == ((), ())


def test_a_law_is_cited_by_its_section_before_its_paragraphs() -> None:
    found = [written(style, "cite", ACT, SUBSECTION).phrase.plain for style in KEYED]
    assert found == [
        "[@freedom2000, {sec. 12(1)}]",
        r"\autocite[§~12(1)]{freedom2000}",
        "@freedom2000[§ 12(1)]",
        "[cite:@freedom2000 sec. 12(1)]",
    ]


@pytest.mark.parametrize(
    ("known_by", "citations"),
    [
        (
            "cgtn/2021",
            (
                "[@cgtn/2021, ¶ 3]",
                r"\autocite[¶~3]{cgtn/2021}",
                '#cite(label("cgtn/2021"), supplement: [¶ 3])',
                "[cite:@cgtn/2021 ¶ 3]",
            ),
        ),
        (
            "he2021.",
            (
                "[@{he2021.}, ¶ 3]",
                r"\autocite[¶~3]{he2021.}",
                '#cite(label("he2021."), supplement: [¶ 3])',
                "[cite:@he2021. ¶ 3]",
            ),
        ),
        (
            'x] #}"; \\y',
            ("[@xy, ¶ 3]", r"\autocite[¶~3]{xy}", "@xy[¶ 3]", "[cite:@xy ¶ 3]"),
        ),
    ],
)
def test_a_key_that_a_bibliography_has_is_kept_as_far_as_it_can_be(
    known_by: str, citations: tuple[str, ...]
) -> None:
    cited = Cited(NEWS, COUNTED, key=known_by)
    assert tuple(STYLES[style].write("cite", cited).phrase.plain for style in KEYED) == citations


def test_a_place_whose_name_org_would_misread_is_withheld_and_a_note_says_so() -> None:
    for heading in ("Costs [a]; b", "Part 2"):
        reference = written("org", "cite", NEWS, Place(heading=heading))
        assert (reference.phrase.plain, reference.locator) == ("[cite:@he2021]", "")
        assert reference.notes[0] == "no place (Org would misread its name)"


def test_a_heading_cannot_end_the_citation_that_names_it() -> None:
    place = Place(heading="Costs] #a @b *c* {d}")
    found = [written(style, "cite", NEWS, place).phrase.plain for style in KEYED[:3]]
    assert found == [
        r"[@he2021, under “Costs\] \#a \@b \*c\* \{d\}”]",
        r"\autocite[{under “Costs] \#a @b *c* \{d\}”}]{he2021}",
        r"@he2021[under “Costs\] \#a \@b \*c\* {d}”]",
    ]


@pytest.mark.parametrize("style", KEYED)
def test_the_entry_is_that_of_a_biblatex_file(style: str) -> None:
    reference = written(style, "entry", BOOK, paged("42"))
    assert reference.phrase.plain == bibtex_writing.entry(BOOK, "stone2018")
    assert reference.locator == ""


def test_what_is_not_known_and_what_the_place_lacks_is_noted() -> None:
    nowhere = Place(notes=("no paragraph number here (front matter)",))
    for style in (*KEYED, "markdown", "plain"):
        found = written(style, "cite", UNTITLED._replace(date=None), nowhere)
        assert found.notes == ("no paragraph number here (front matter)", "title unknown", "date unknown")
        assert written(style, "cite", NEWS, Place(pages=("4", "4"), notes=nowhere.notes)).notes == ()


@pytest.mark.parametrize(
    ("work", "place", "cite", "short", "entry"),
    [
        pytest.param(
            NEWS,
            COUNTED,
            "(He and Fang, [“China’s Roadmap for IPR Protection”](https://example.org/ipr), 2021, ¶ 3)",
            "(He and Fang, [“China’s Roadmap for IPR Protection”](https://example.org/ipr), ¶ 3)",
            "He Jing and Fang Yi, [“China’s Roadmap for IPR Protection”](https://example.org/ipr), CGTN, "
            "5 February 2021.",
            id="F1",
        ),
        pytest.param(
            UNTITLED,
            NOWHERE,
            "(He and Fang, untitled, 2021)",
            "(He and Fang, untitled)",
            "He Jing and Fang Yi, untitled, CGTN, 5 February 2021.",
            id="F1u: no title, no address",
        ),
        pytest.param(
            ARTICLE._replace(title_short="Rivers"),
            paged("151", "153"),
            "(Ruiz et al., [“Rivers and Rules”](https://doi.org/10.5555/jwl.3), 2019, pp. 151–153)",
            "(Ruiz et al., [“Rivers”](https://doi.org/10.5555/jwl.3), pp. 151–153)",
            "Ana Ruiz, Ben Okoro and Carl Lind, [“Rivers and Rules”](https://doi.org/10.5555/jwl.3), "
            "Journal of Water Law 12(3), 2019, pp. 145–170.",
            id="F3: a DOI is an address",
        ),
        pytest.param(
            BOOK._replace(title="Paper [Trails]", url="javascript:alert(1)"),
            paged("42"),
            r"(Stone, *Paper \[Trails\]*, 2018, p. 42)",
            r"(Stone, *Paper \[Trails\]*, p. 42)",
            r"Maria Stone, *Paper \[Trails\]*, 2nd ed., Northgate Press, 2018.",
            id="F5: what is no web address is no link",
        ),
        pytest.param(
            PAGE._replace(url="https://example.org/a (b)?c=d"),
            SECTION,
            "(River Statistics Office, “How Levels Are Measured”, § 4.5)",
            "(River Statistics Office, “How Levels Are Measured”, § 4.5)",
            "River Statistics Office, “How Levels Are Measured”.",
            id="F2: nor is one with a space in it",
        ),
        pytest.param(
            NEWS._replace(url="https://x.org/a(b)"),
            HEADING,
            "(He and Fang, [“China’s Roadmap for IPR Protection”](https://x.org/a%28b%29), 2021, "
            "under “Costs”)",
            "(He and Fang, [“China’s Roadmap for IPR Protection”](https://x.org/a%28b%29), under “Costs”)",
            "He Jing and Fang Yi, [“China’s Roadmap for IPR Protection”](https://x.org/a%28b%29), CGTN, "
            "5 February 2021.",
            id="an address that would end the link is encoded",
        ),
    ],
)
def test_markdown_links_the_title(work: Metadata, place: Place, cite: str, short: str, entry: str) -> None:
    assert written("markdown", "cite", work, place).phrase.plain == cite
    assert written("markdown", "short", work, place).phrase.plain == short
    assert written("markdown", "entry", work, place).phrase.plain == entry


@pytest.mark.parametrize(
    ("work", "place", "cite", "short", "entry"),
    [
        pytest.param(
            NEWS,
            COUNTED_RANGE,
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” CGTN, 5 February 2021, "
            "paragraphs 5–6, https://example.org/ipr.",
            "He and Fang, “China’s Roadmap for IPR Protection,” paragraphs 5–6.",
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” CGTN, 5 February 2021, "
            "https://example.org/ipr.",
            id="F1",
        ),
        pytest.param(
            UNTITLED._replace(authors=()),
            NOWHERE,
            "Untitled, CGTN, 5 February 2021.",
            "Untitled.",
            "Untitled, CGTN, 5 February 2021.",
            id="neither author nor title",
        ),
        pytest.param(
            EIGHT,
            paged("151"),
            "Ana Ruiz and others, “Rivers and Rules,” Journal of Water Law 12(3), 2019, page 151, "
            "https://doi.org/10.5555/jwl.3.",
            "Ruiz et al., “Rivers and Rules,” page 151.",
            "Ana Ruiz and others, “Rivers and Rules,” Journal of Water Law 12(3), 2019, pages 145–170, "
            "https://doi.org/10.5555/jwl.3.",
            id="F3x",
        ),
        pytest.param(
            REPORT,
            PRINTED,
            "Law Reform Panel, Access to Records, Report 7, 2020, paragraph 12.",
            "Law Reform Panel, Access to Records, paragraph 12.",
            "Law Reform Panel, Access to Records, Report 7, 2020.",
            id="F4",
        ),
        pytest.param(
            CHAPTER,
            paged("33"),
            "Ivan Petrov, “Margins,” in Reading Records, edited by Maria Stone and Tom Hale, "
            "Northgate Press, 2017, page 33.",
            "Petrov, “Margins,” page 33.",
            "Ivan Petrov, “Margins,” in Reading Records, edited by Maria Stone and Tom Hale, "
            "Northgate Press, 2017, pages 30–58.",
            id="F5c",
        ),
        pytest.param(
            ACT,
            SUBSECTION,
            "“Freedom of Information Act 2000,” 2000, section 12(1).",
            "“Freedom of Information Act 2000,” section 12(1).",
            "“Freedom of Information Act 2000,” 2000.",
            id="F6",
        ),
        pytest.param(
            CHINESE,
            NOWHERE,
            "Zhang Wei and Li Na, “知识产权保护的新阶段,” 法学研究 43(2), 2021.",
            "Zhang and Li, “知识产权保护的新阶段.”",
            "Zhang Wei and Li Na, “知识产权保护的新阶段,” 法学研究 43(2), 2021, pages 15–30.",
            id="F7",
        ),
    ],
)
def test_plain_words_claim_no_style(work: Metadata, place: Place, cite: str, short: str, entry: str) -> None:
    assert written("plain", "cite", work, place).phrase.marked == cite
    assert written("plain", "short", work, place).phrase.marked == short
    assert written("plain", "entry", work, place).phrase.marked == entry


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        (Metadata(authors=(Name("Müller-Łuk", "Åsa"),)), "mullerluk"),
        (Metadata(authors=(Name("O’Neill", "Sean"),), date=PartialDate(1998)), "oneill1998"),
        (Metadata(authors=(Name("van der Berg", "Jan"),)), "vanderberg"),
        (Metadata(authors=(Name("张", "伟", "family-first"),), date=PartialDate(2021)), "张2021"),
        (Metadata(authors=(Name(literal="国家知识产权局"),)), "国家知识产权局"),
        (Metadata(authors=(Name("Йовков", "Йордан"),)), "йовков"),
        (Metadata(title="The River’s Rules", date=PartialDate(2021)), "river2021"),
        (Metadata(title="知识产权保护的新阶段"), "知识产权"),
        (Metadata(container="The Daily Level"), "daily"),
        (Metadata(), "untitled"),
    ],
)
def test_a_key_holds_letters_and_digits_only(metadata: Metadata, expected: str) -> None:
    assert key(metadata) == expected
    assert expected.isalnum()
    assert fit(expected) == expected


PLACES = {
    "counted": (COUNTED, "para. 3"),
    "range": (COUNTED_RANGE, "paras. 5–6"),
    "printed": (PRINTED_SIGN, "para. 12"),
    "printed range": (PRINTED_RANGE, "paras. 5–6"),
    "letters": (LETTERED, "paras. 12a–12b"),
    "section": (SECTION, "sec. 4.5"),
    "subsection": (Place(section="12(1)"), "sec. 12(1)"),
    "page": (paged("42"), "42"),
    "roman page": (paged("xii"), "xii"),
    "pages": (paged("42", "45"), "42–45"),
    "heading": (Place(heading="Costs [a]; @b"), "under “Costs [a]; @b”"),
}


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("style", ["pandoc", "org"])
def test_pandoc_reads_every_locator_as_one(style: str, tmp_path: Path) -> None:
    keys = ("he2021", "cgtn/2021", "he2021.")
    items = [csl_writing.item(NEWS._replace(title=known_by), known_by) for known_by in keys]
    (tmp_path / "works.json").write_text(json.dumps(items), encoding="utf-8")
    lines = []
    expected = []
    for name, (place, printed) in PLACES.items():
        if name == "heading" and style == "org":
            continue
        for known_by in keys if style == "pandoc" else keys[:2]:
            lines.append(STYLES[style].write("cite", Cited(NEWS, place, key=known_by)).phrase.plain)
            expected.append(printed)
    command = ["pandoc", "-f", "markdown" if style == "pandoc" else style, "-t", "plain", "--wrap=none"]
    options = ["--citeproc", "--bibliography", str(tmp_path / "works.json"), "-M", "suppress-bibliography"]
    result = subprocess.run(
        command + options, input="\n\n".join(lines), capture_output=True, text=True, check=True, timeout=60
    )
    printed_places = [line.split(", ", 1)[1].rstrip(")") for line in result.stdout.split("\n") if line]
    assert printed_places == [place.rstrip(")") for place in expected]
    assert "not found" not in result.stderr


@pytest.mark.skipif(find_spec("typst") is None, reason="typst is not installed")
def test_typst_compiles_every_citation(tmp_path: Path) -> None:
    import typst  # type: ignore[import-not-found, unused-ignore] # where it is installed

    entries = [bibtex_writing.entry(NEWS, known_by) for known_by in ("he2021", "cgtn/2021", "he2021.")]
    (tmp_path / "works.bib").write_text("\n".join(entries), encoding="utf-8")
    lines = [
        STYLES["typst"].write("cite", Cited(NEWS, place, key=known_by)).phrase.plain
        for place, _ in PLACES.values()
        for known_by in ("he2021", "cgtn/2021", "he2021.")
    ]
    source = tmp_path / "a.typ"
    source.write_text("\n\n".join([*lines, '#bibliography("works.bib")']), encoding="utf-8")
    assert typst.compile(str(source)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("pandoc", "[@parliament2000, Article 12]"),
        ("latex", "\\autocite[Article 12]{parliament2000}"),
        ("typst", "@parliament2000[Article 12]"),
        ("org", "[cite:@parliament2000]"),
        ("markdown", "(United Kingdom, Parliament, “Freedom of Information Act 2000”, 2000, Article 12)"),
    ],
)
def test_a_part_of_a_law_that_is_no_section_is_named_as_it_is_called(style: str, expected: str) -> None:
    assert written(style, "cite", FREEDOM_ACT, Place(division="Article 12")).phrase.plain == expected


@pytest.mark.parametrize("style", ["markdown", "plain"])
def test_a_name_in_characters_is_never_cut(style: str) -> None:
    assert "张伟 and 李娜" in written(style, "short", CHARACTERS).phrase.plain
