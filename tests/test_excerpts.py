"""Clips written down for others: their order, their notes and numbers, one bibliography, every format."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from importlib import import_module
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation import STYLES, style_named
from corpus.citation.phrase import italic, phrase
from corpus.citation.place import Place
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, NoSuchStyle, Reference, Style
from corpus.clip import Clip
from corpus.excerpts import FORMATS, CannotExport, export
from corpus.excerpts.collection import collected
from corpus.excerpts.keys import keys_of
from corpus.excerpts.prose import name_of_list
from corpus.excerpts.works import works_of
from corpus.metadata import Metadata, Name, PartialDate
from tests.clipping import SENTENCES, kept
from tests.works import ARTICLE, BOOK, CHINESE, COUNTED, NEWS, PAGE, REPORT, UNTITLED, paged

OTHER = NEWS._replace(title="Another Roadmap", url="https://example.org/other")
PROSE = ("md", "html", "tex", "typ", "org")


def _written(name: str) -> object:
    def write(cited: Cited) -> Reference:
        place = f", {cited.place.pages[0]}" if cited.place.pages else ""
        first = f" n{cited.first}" if cited.first else ""
        work = cited.work.title if name in ("full", "entry") else cited.work.authors[0].short()
        return Reference(phrase(name) + first + " " + italic(work) + place + ".", place[2:])

    return write


NOTES = Style(
    "notes", "Notes", "a style with every form", "note", Quotation("note"),
    _written("full"), _written("short"), _written("entry"), _written("ibid"),  # type: ignore[arg-type]
)  # fmt: skip
NUMBERS = replace(
    NOTES,
    name="numbers",
    family="number",
    cite=lambda cited: Reference(phrase(f"[{cited.number}]")),
    entry=lambda cited: Reference(phrase(f"[{cited.number}] {cited.work.title}")),
    ibid=None,
)


def test_a_work_of_which_nothing_is_known_is_named_in_the_bibliography() -> None:
    clips = [kept(work=Metadata()), kept(SENTENCES[1], work=NEWS)]
    entries = export(clips, "oscola", "md").text.rpartition("## Bibliography")[2].strip().split("\n\n")
    assert len(entries) == 2
    assert "Untitled text" in entries[0]


def cited(clips: Sequence[Clip], style: Style = NOTES) -> list[str]:
    return [excerpt.quoted.citation.plain for excerpt in collected(clips, style).excerpts]


def entries(clips: Sequence[Clip], style: Style = NOTES) -> list[str]:
    return [entry.phrase.plain for entry in collected(clips, style).entries]


# Notes and numbers -------------------------------------------------------------------------------


def test_a_work_is_cited_in_full_once_then_shortly_and_directly_after_as_the_same() -> None:
    clips = [
        kept(work=BOOK, place=paged("1")),
        kept(work=BOOK, place=paged("2")),
        kept(work=BOOK, place=paged("2")),
        kept(work=NEWS),
        kept(work=BOOK, place=paged("3")),
        kept(work=NEWS),
    ]
    assert cited(clips) == [
        "full Paper Trails, 1.",
        "ibid n1 Stone, 2.",
        "ibid n1 Stone.",
        "full China’s Roadmap for IPR Protection.",
        "short n1 Stone, 3.",
        "short n4 He.",
    ]


def test_a_style_without_ibid_cites_shortly_with_the_place() -> None:
    clips = [kept(work=BOOK, place=paged("2")), kept(work=BOOK, place=paged("2"))]
    assert cited(clips, replace(NOTES, ibid=None))[1] == "short n1 Stone, 2."


def test_a_style_that_would_rather_not_say_ibid_cites_shortly() -> None:
    clips = [kept(work=BOOK, place=paged("2"))] * 2
    unwilling = replace(NOTES, ibid=lambda _: Reference(phrase("ibid"), notes=("better not",)))
    assert cited(clips, unwilling)[1] == "short n1 Stone, 2."


def test_a_style_without_notes_has_the_same_form_everywhere() -> None:
    clips = [kept(work=BOOK, place=COUNTED)] * 2
    assert cited(clips, STYLES["apa"]) == ["(Stone, 2018, para. 3)"] * 2


def test_works_are_numbered_and_listed_as_they_first_appear() -> None:
    clips = [kept(work=work) for work in (PAGE, BOOK, PAGE, NEWS, BOOK)]
    assert cited(clips, NUMBERS) == ["[1]", "[2]", "[1]", "[3]", "[2]"]
    assert [words[:3] for words in entries(clips, NUMBERS)] == ["[1]", "[2]", "[3]"]


# One bibliography --------------------------------------------------------------------------------


def same(*clips: Clip) -> bool:
    return len(works_of(clips)) == 1


def test_clips_of_one_article_are_of_one_work_whatever_is_said_of_it() -> None:
    one = kept(work=UNTITLED)
    assert same(one._replace(article=3), one._replace(article=3, metadata=BOOK))
    assert same(one._replace(source="/x"), one._replace(source="/x", article=4))
    assert same(one._replace(digest="d"), one._replace(digest="d", source="/y"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"doi": "10.5555/JWL.3"}, {"doi": "https://doi.org/10.5555/jwl.3"}),
        (
            {"url": "https://www.example.org/a/", "title": "A b"},
            {"url": "http://example.org/a#:~:text=b", "title": "A B"},
        ),
        ({"accessed": PartialDate(2026)}, {"accessed": None, "sources": {"title": "you"}}),
    ],
)
def test_the_same_doi_address_or_metadata_is_one_work(
    one: dict[str, object], other: dict[str, object]
) -> None:
    bare = BOOK if "accessed" in one else Metadata(title="A")
    first, second = bare._replace(**one), bare._replace(**other)  # type: ignore[arg-type]
    if "doi" in one:
        second = second._replace(title="B")
    assert same(kept(work=first), kept(work=second))


def test_different_works_stay_apart_even_where_nothing_is_known_of_them() -> None:
    assert not same(kept(work=NEWS), kept(work=OTHER))
    assert not same(kept(source="/a"), kept(source="/b"))
    one = Metadata(title="A", url="https://example.org/")
    assert not same(kept(work=one), kept(work=one._replace(title="B")))
    assert not same(kept(source="/a", work=one), kept(source="/a", work=NEWS))
    assert not same(kept(), kept())


def test_what_one_article_does_not_tell_another_does_and_the_library_comes_first() -> None:
    old = kept(work=ARTICLE._replace(title="Old", date=PartialDate(2000), issue="3"))
    now = kept(work=ARTICLE._replace(issue=""))._replace(article=1)
    (work,) = works_of([old, now])
    assert (work.metadata.title, work.metadata.date, work.metadata.issue) == (
        "Rivers and Rules",
        PartialDate(2019),
        "3",
    )


def test_authors_give_the_order_and_the_title_where_there_are_none() -> None:
    anonymous = Metadata(title="The “Middle” Way", type="book")
    accented = BOOK._replace(authors=(Name("Étienne", "A."),))
    alone = NEWS._replace(title="Z", authors=NEWS.authors[:1], url="")
    works = [PAGE, BOOK, OTHER, anonymous, NEWS, accented, alone]
    assert entries([kept(work=work) for work in works]) == [
        "entry Paper Trails.",  # Étienne
        "entry Z.",  # He alone
        "entry Another Roadmap.",  # He and Fang
        "entry China’s Roadmap for IPR Protection.",
        "entry The “Middle” Way.",
        "entry How Levels Are Measured.",  # River
        "entry Paper Trails.",  # Stone
    ]


def test_a_style_that_cites_by_year_lists_by_year() -> None:
    early = OTHER._replace(title="Z", date=PartialDate(2001), url="")
    clips = [kept(work=NEWS), kept(work=early)]
    by_year = replace(NOTES, family="text", cite=STYLES["apa"].cite)
    assert entries(clips, by_year)[0] == "entry Z."
    assert entries(clips)[0] == "entry China’s Roadmap for IPR Protection."


def test_works_that_are_cited_alike_are_named() -> None:
    remarks = collected([kept(work=NEWS), kept(work=OTHER)], STYLES["apa"]).remarks
    assert remarks[0] == "More than one work is cited as (He & Fang, 2021): tell them apart by hand."


def test_what_a_style_withholds_and_what_is_to_be_checked_is_said_once() -> None:
    clips = [kept(work=NEWS, place=COUNTED), kept(work=BOOK, place=paged("4"))] * 2
    remarks = collected(clips, STYLES["mla"]).remarks
    assert remarks[0] == "In 2 of 4 quotations: no ¶ (MLA doesn’t count unnumbered paragraphs)."
    assert len(remarks) == len(set(remarks))
    assert all(remark.startswith("check this style: ") for remark in remarks[1:])


def test_what_is_not_known_is_counted() -> None:
    remarks = collected([kept(work=NEWS), kept(work=UNTITLED), kept(source="/c")], NUMBERS).remarks
    assert remarks == (
        "Of 3 works, 2 without a title, 1 without an author and 1 without a date: m in the reader fills"
        " that in.",
    )


def test_keys_of_one_name_and_year_get_letters() -> None:
    works = [NEWS, OTHER, BOOK, NEWS._replace(title="C")]
    assert keys_of(works) == ["he2021", "he2021a", "stone2018", "he2021b"]
    assert len(set(keys_of([NEWS] * 60))) == 60
    assert keys_of([NEWS] * 29)[-3:] == ["he2021z", "he2021aa", "he2021ab"]


def test_a_key_with_a_letter_of_its_own_is_left_to_its_work() -> None:
    own = Metadata(title="T", authors=(Name(literal="he2021a"),))
    assert keys_of([NEWS, OTHER, own]) == ["he2021", "he2021b", "he2021a"]


def test_the_counted_place_may_stand_behind_a_citation_that_must_not_hold_it() -> None:
    clips = [kept(work=NEWS, place=COUNTED), kept(work=BOOK, place=paged("4"))]
    told = export(clips, "mla", "md", append_place=True).text
    assert "(He and Fang). [¶ 3]" in told.replace("\\", "")
    assert "(Stone 4)" in told
    assert "¶" not in export(clips, "mla", "md").text


# Every format ------------------------------------------------------------------------------------

HOSTILE = BOOK._replace(
    title='A \x1b[2J<b>"#$%&_{x}\\y* [z](u) `q` @k ~^\nER  - \n# H',
    authors=(Name("O’Neil <i>", "A. & B."),),
    url="javascript:alert(1)",
)
CLIPS = (
    kept(SENTENCES[0], NEWS, COUNTED, note="see * # <b> @x", tags=("law", "日本")),
    kept("A whole paragraph.\n\nAnd another, with *stars*, #hashes and [brackets].", OTHER, COUNTED),
    kept("知识产权保护进入了新阶段。", CHINESE, paged("18")),
    kept(SENTENCES[1], NEWS, paged("4", "5")),
    kept("\\begin{document} $x$ #let y = 1 <script>alert(1)</script> [[link]]", HOSTILE),
    kept(SENTENCES[2], REPORT),
)


def words_of(clip: Clip) -> str:
    """Letters and digits alone: what any markup leaves of the words."""
    return re.sub(r"[\W_]", "", clip.words)


@pytest.mark.parametrize("style", ["chicago", "apa", "mla", "pandoc"])
@pytest.mark.parametrize("format", FORMATS)
def test_each_quotation_stands_in_an_export_once(format: str, style: str) -> None:
    if (format, style) == ("html", "pandoc"):
        return
    text = export(CLIPS, style, format).text
    bare = re.sub(r"[\W_]", "", re.sub(r"</p>\s*<p>", "", text))
    for clip in (*CLIPS[:4], CLIPS[5]):
        assert bare.count(words_of(clip)) == 1, clip.words
    assert text.endswith("\n")
    # Org has nothing but this to part its signs by.
    assert re.sub("[\n\u200b]", "", text).isprintable()


@pytest.mark.parametrize("style", ["chicago", "apa", "mla"])
@pytest.mark.parametrize("format", PROSE)
def test_a_bibliography_has_no_doubles(format: str, style: str) -> None:
    collection = collected(CLIPS, style_named(style))
    assert len(collection.entries) == 5
    assert len({entry.key for entry in collection.entries}) == 5
    text = export(CLIPS, style, format).text
    assert re.search(rf"(?m)^\W*(?:section\*\W)?(?:h2.)?{name_of_list(style)}", text)


@given(
    st.lists(st.sampled_from(CLIPS), min_size=1, max_size=8), st.sampled_from(["chicago", "apa", "pandoc"])
)
def test_whatever_is_kept_works_are_listed_once_and_notes_are_in_order(clips: list[Clip], style: str) -> None:
    collection = collected(clips, style_named(style))
    assert [excerpt.number for excerpt in collection.excerpts] == list(range(1, len(clips) + 1))
    titles = [entry.work.title for entry in collection.entries]
    assert len(titles) == len(set(titles)) == len({clip.metadata.title for clip in clips})
    assert sum(len(entry.excerpts) for entry in collection.entries) == len(clips)
    assert {excerpt.key for excerpt in collection.excerpts} == {entry.key for entry in collection.entries}


def test_keys_in_the_text_are_those_of_the_bibliography() -> None:
    bib = set(re.findall(r"(?m)^@\w+\{(.+),$", export(CLIPS, "chicago", "bib").text))
    csl = {item["id"] for item in json.loads(export(CLIPS, "chicago", "csl.json").text)}
    markdown = set(re.findall(r"\[@(\w+)", export(CLIPS, "pandoc", "md").text))
    latex = set(re.findall(r"\\autocite(?:\[[^]]*\])?\{(\w+)\}", export(CLIPS, "pandoc", "tex").text))
    typst = set(re.findall(r"(?m)@(\w+)(?:\[|\.|$)", export(CLIPS, "latex", "typ").text))
    org = set(re.findall(r"\[cite:@(\w+)", export(CLIPS, "typst", "org").text))
    assert bib == csl == markdown == latex == org
    assert {"he2021", "he2021a", "zhang2021"} <= bib & typst


def test_a_style_of_keys_is_written_in_the_language_of_the_format() -> None:
    for style in ("pandoc", "latex", "typst", "org"):
        assert "\\autocite" in export(CLIPS, style, "tex").text
    with pytest.raises(CannotExport, match="no HTML: give another --style"):
        export(CLIPS, "pandoc", "html")
    with pytest.raises(CannotExport, match="no LaTeX"):
        export(CLIPS, "markdown", "tex")
    assert "](https://example.org/ipr)" in export(CLIPS, "markdown", "md").text


def test_org_is_told_where_its_works_are() -> None:
    exported = export(CLIPS, "org", "org", bibliography="mine.bib")
    assert exported.text.startswith("#+bibliography: mine.bib\n")
    assert "--to bib -o mine.bib" in exported.remarks[-1]


def test_what_is_no_format_or_style_is_refused_in_words() -> None:
    with pytest.raises(CannotExport, match="choose md, html"):
        export(CLIPS, "chicago", "doc\x1b")
    with pytest.raises(NoSuchStyle):
        export(CLIPS, "x", "md")


# What other programs make of it ------------------------------------------------------------------


class Page(HTMLParser):
    """What a browser sees: tags that are open, places that are led to, and the words."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("style", ["chicago", "apa"])
def test_the_page_is_whole_and_nothing_in_it_runs(style: str) -> None:
    page = Page()
    page.feed(export(CLIPS, style, "html").text)
    assert page.open == []
    assert "script" not in page.tags
    assert "<script>alert(1)</script>" in page.words
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert all(link.startswith(("#", "https://")) for link in page.links)
    assert len(page.ids) == len(set(page.ids))


RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def test_ris_holds_a_record_a_work_and_a_note_a_clip() -> None:
    records: list[list[tuple[str, str]]] = []
    for line in export(CLIPS, "chicago", "ris").text.splitlines():
        if not line:
            continue
        match = RIS_LINE.fullmatch(line)
        assert match, line
        if match[1] == "TY":
            records.append([])
        records[-1].append((match[1], match[2]))
    assert [record[0][0] for record in records] == ["TY"] * 5
    assert [record[-1] for record in records] == [("ER", "")] * 5
    notes = {dict(record)["TI"]: [text for tag, text in record if tag == "N1"] for record in records}
    assert notes["China’s Roadmap for IPR Protection"] == [
        f"“{SENTENCES[0][:-1]}” (¶ 3). [Note: see * # <b> @x] [Tags: law, 日本]",
        f"“{SENTENCES[1][:-1]}” (pp. 4-5).",
    ]


def test_a_note_or_a_tag_with_line_ends_adds_no_line_and_breaks_no_json() -> None:
    clip = kept(work=NEWS, note="a\u2028b\nER  - ", tags=["c\r\nTY  - BOOK"])
    assert all(RIS_LINE.fullmatch(line) for line in export([clip], "apa", "ris").text.splitlines())
    (item,) = json.loads(export([clip], "apa", "csl.json").text)
    assert item["annote"].endswith("[Note: a b ER -] [Tags: c TY - BOOK]")


@pytest.mark.skipif(find_spec("pybtex") is None, reason="pybtex is not installed")
def test_pybtex_reads_the_bibliography_with_its_notes() -> None:
    database = import_module("pybtex.database").parse_string(export(CLIPS, "chicago", "bib").text, "bibtex")
    assert sorted(database.entries) == ["he2021", "he2021a", "oneili2018", "panel2020", "zhang2021"]
    note = database.entries["he2021"].fields["annotation"]
    assert SENTENCES[0][:-1] in note
    assert SENTENCES[1][:-1] in note


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize(
    ("format", "reader"), [("md", "markdown"), ("org", "org"), ("html", "html"), ("tex", "latex")]
)
def test_pandoc_reads_the_same_words_in_every_language(format: str, reader: str) -> None:
    text = export(CLIPS[:4], "chicago", format).text
    command = ["pandoc", "-f", reader, "-t", "plain", "--wrap=none"]
    plain = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    plain = plain.replace("\u200b", "")
    for clip in CLIPS[:4]:
        for paragraph in clip.parts[0].exact.split("\n\n"):
            assert paragraph in plain
    assert "Note: see * # <b> @x · Tags: law, 日本" in plain
    assert plain.count("Another Roadmap") == 2


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_citeproc_finds_every_work_in_the_head_of_the_document() -> None:
    text = export(CLIPS, "pandoc", "md").text
    command = ["pandoc", "-f", "markdown", "-t", "plain", "--citeproc", "--wrap=none"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "(He and Fang 2021b, para. 3)" in done.stdout
    assert "Law Reform Panel. 2020." in done.stdout
    assert "* [z](u) `q` @k ~^" in done.stdout


def test_a_style_calls_its_list_what_it_calls_it() -> None:
    assert name_of_list("mla") == "Works Cited"
    assert name_of_list("oscola") == "Bibliography"
    assert name_of_list("gb7714-2015") == "参考文献"


def test_a_place_that_is_empty_is_cited_without_one() -> None:
    assert cited([kept(work=BOOK, place=Place())]) == ["full Paper Trails."]
