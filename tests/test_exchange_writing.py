"""Works as other programs keep them: what is written is read back as it was."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exchange import bibtex_writing, csl_writing, ris_writing
from corpus.exchange.key import key
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sanitiser import clean_line
from tests.works import ARTICLE, BOOK, CHAPTER, CHINESE, EIGHT, KEPT, NEWS, PAGE, REPORT, UNTITLED

WORKS = [NEWS, UNTITLED, PAGE, ARTICLE, EIGHT, REPORT, BOOK, CHAPTER, CHINESE]

NASTY = ARTICLE._replace(
    title='A {B} of \\x $5 & 6% #_1 ^~ "q" --c: China’s iOS <d> |e| `f`\nER  - \n@book{x,}',
    authors=(
        Name(literal="Smith and Sons, Ltd"),
        Name("van der Berg", "Jan"),
        Name("A, B and C", "X"),
        Name("Sólo", ""),
    ),
    url="https://example.org/a_b?c=d&e=%20f#g{h}~i",
    publisher="One\r\nTY  - BOOK\x1b[2J",
)


def test_an_item_has_what_csl_has_fields_for() -> None:
    assert csl_writing.item(NEWS, "he2021") == {
        "id": "he2021",
        "type": "article-newspaper",
        "author": [
            {"family": "He", "given": "Jing", "static-ordering": True},
            {"family": "Fang", "given": "Yi", "static-ordering": True},
        ],
        "issued": {"date-parts": [[2021, 2, 5]]},
        "accessed": {"date-parts": [[2026, 1, 15]]},
        "title": "China’s Roadmap for IPR Protection",
        "container-title": "CGTN",
        "URL": "https://example.org/ipr",
        "language": "en",
    }


def test_what_csl_has_no_field_for_stands_in_custom() -> None:
    item = csl_writing.item(CHINESE, "zhang2021")
    assert item["author"][0] == {"family": "Zhang", "given": "Wei", "static-ordering": True}
    assert item["custom"] == {
        "author-native": ["张伟", "李娜"],
        "title-romanised": "Zhishi chanquan baohu de xin jieduan",
        "title-translated": "A new stage in the protection of intellectual property",
        "container-title-romanised": "Faxue yanjiu",
    }


def test_what_is_not_known_is_not_written() -> None:
    assert csl_writing.item(Metadata(), "k") == {"id": "k", "type": "document"}
    assert bibtex_writing.entry(Metadata(), "k") == "@misc{k,\n}"
    assert ris_writing.record(Metadata()) == "TY  - GEN\nER  - "
    month = Metadata(date=PartialDate(2021, 2))
    assert csl_writing.item(month, "k")["issued"] == {"date-parts": [[2021, 2]]}
    assert "date = {2021-02}" in bibtex_writing.entry(month, "k")
    assert "DA  - 2021/02//" in ris_writing.record(month)


def test_an_entry_has_the_fields_of_biblatex() -> None:
    assert bibtex_writing.entry(NEWS, "he2021") == (
        "@article{he2021,\n"
        "  author       = {He, Jing and Fang, Yi},\n"
        "  title        = {China’s {Roadmap} for {IPR} {Protection}},\n"
        "  journaltitle = {CGTN},\n"
        "  entrysubtype = {newspaper},\n"
        "  date         = {2021-02-05},\n"
        "  url          = {https://example.org/ipr},\n"
        "  urldate      = {2026-01-15},\n"
        "  langid       = {english},\n"
        "  authororder  = {family-first and family-first},\n"
        "}"
    )


def test_words_that_the_article_has_without_a_capital_are_not_protected() -> None:
    entry = bibtex_writing.entry(NEWS, "k", {"roadmap", "protection"})
    assert "title        = {China’s Roadmap for {IPR} Protection}" in entry


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("article-journal", "article"),
        ("webpage", "online"),
        ("book", "book"),
        ("chapter", "incollection"),
        ("report", "report"),
        ("legislation", "legislation"),
        ("legal_case", "jurisdiction"),
        ("thesis", "thesis"),
        ("", "online"),
    ],
)
def test_a_kind_of_work_has_its_entry_type(kind: str, entry: str) -> None:
    assert bibtex_writing.entry(NEWS._replace(type=kind), "k").startswith(f"@{entry}{{k,")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("He", "Jing", "family-first"), "He, Jing"),
        (Name(literal="Law Reform Panel"), "{Law Reform Panel}"),
        (Name("Sand and Stone", "A."), "{Sand and Stone}, A."),
        (Name("Solo", ""), "{Solo}"),
        (Name("", ""), ""),
    ],
)
def test_names_in_an_entry_cannot_be_taken_apart_wrongly(name: Name, written: str) -> None:
    entry = bibtex_writing.entry(Metadata(authors=(name,)), "k")
    assert (f"author = {{{written}}}" in " ".join(entry.split())) == bool(written)


def test_a_record_has_the_tags_of_ris() -> None:
    assert ris_writing.record(CHAPTER) == "\n".join(
        [
            *("TY  - CHAP", "AU  - Petrov, Ivan", "A2  - Stone, Maria", "A2  - Hale, Tom", "PY  - 2017"),
            *("DA  - 2017///", "TI  - Margins", "T2  - Reading Records", "SP  - 30", "EP  - 58"),
            *("PB  - Northgate Press", "CY  - London", "LA  - en", "ER  - "),
        ]
    )


def test_the_number_of_a_report_is_told_from_other_numbers() -> None:
    assert "\nSN  - 7\n" in ris_writing.record(REPORT)
    law = Metadata(type="legislation", number="c 36", jurisdiction="U.K.")
    assert "\nM1  - c 36\nN1  - Jurisdiction: U.K.\n" in ris_writing.record(law)


def pandoc(text: str, source: str, target: str) -> str:
    command = ["pandoc", "-f", source, "-t", target]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=60).stdout


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_the_entries_as_they_were_meant() -> None:
    works = [*WORKS, NASTY]
    file = "\n\n".join(bibtex_writing.entry(work, f"{key(work)}{i}") for i, work in enumerate(works))
    items: list[dict[str, Any]] = json.loads(pandoc(file, "biblatex", "csljson"))
    for work, item in zip(works, items, strict=True):
        assert re.sub("<[^>]*>", "", item.get("title", "")) == clean_line(work.title).replace("<d>", "")
        assert item.get("container-title", "") == ("" if work is PAGE else work.container)
        assert item.get("page", "") == work.pages.replace("–", "-")
        assert item.get("DOI", "") == work.doi
        assert unquote(item.get("URL", "")) == unquote(work.url)
        assert len(item["author"]) == len(work.authors)
    assert items[-1]["author"] == [
        {"literal": "Smith and Sons, Ltd"},
        {"dropping-particle": "van der", "family": "Berg", "given": "Jan"},
        {"family": "A, B and C", "given": "X"},
        {"literal": "Sólo"},
    ]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_the_items_and_keeps_names_that_begin_with_the_family() -> None:
    items = [csl_writing.item(work, f"{key(work)}{i}") for i, work in enumerate(WORKS)]
    read: list[dict[str, Any]] = json.loads(pandoc(json.dumps(items), "csljson", "csljson"))
    for ours, theirs in zip(items, read, strict=True):
        for variable in ("id", "type", "author", "editor", "issued", "container-title", "page", "DOI", "URL"):
            assert theirs.get(variable) == ours.get(variable)


ANYTHING = st.text(st.characters(codec="utf-8"), max_size=12) | st.text("a{}\\\"',@%#&$_^~ \n-", max_size=12)
NAMES = st.lists(
    st.builds(Name, ANYTHING, ANYTHING, st.sampled_from(["given-first", "family-first"]), ANYTHING, ANYTHING),
    max_size=3,
).map(tuple)
DATES = st.none() | st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12), st.integers(0, 31))
METADATAS = st.builds(
    Metadata,
    title=ANYTHING,
    authors=NAMES,
    editors=NAMES,
    date=DATES,
    accessed=DATES,
    type=st.sampled_from(["", "book", "webpage", "article-journal", "legislation", "nonsense"]),
    **dict.fromkeys(("container", "url", "lang", "pages", "doi", "title_translated", "genre"), ANYTHING),
)


@given(METADATAS, ANYTHING)
def test_an_item_is_json_and_read_back_equal(metadata: Metadata, known_by: str) -> None:
    item = csl_writing.item(metadata, known_by)
    assert json.loads(json.dumps(item)) == item
    for field, variable in (("title", "title"), ("container", "container-title"), ("url", "URL")):
        assert item.get(variable, "") == clean_line(getattr(metadata, field))


@given(METADATAS)
def test_nothing_in_the_metadata_breaks_a_record(metadata: Metadata) -> None:
    lines = ris_writing.record(metadata).split("\n")
    assert lines[0].startswith("TY  - ")
    assert lines[-1] == "ER  - "
    assert [line for line in lines[:-1] if not re.match(r"[A-Z][A-Z0-9]  - \S", line)] == []
    assert sum(line.startswith(("TY", "ER")) for line in lines) == 2
    values = dict(line.split("  - ", 1) for line in lines)
    assert values.get("TI", "") == clean_line(metadata.title)


@given(METADATAS, ANYTHING)
def test_the_braces_of_an_entry_are_in_pairs_and_its_lines_are_fields(
    metadata: Metadata, known_by: str
) -> None:
    entry = bibtex_writing.entry(metadata, known_by)
    first, *fields, last = entry.split("\n")
    assert re.fullmatch(r"@[a-z]+\{[^\s,{}]+,", first)
    assert last == "}"
    for field in fields:
        match = re.fullmatch(r"  [a-z]+ += \{(.*)\},", field)
        assert match, field
        depth = 0
        for sign in re.findall("[{}]", match[1]):
            depth += 1 if sign == "{" else -1
            assert depth >= 0
        assert depth == 0


@pytest.mark.skipif(find_spec("pybtex") is None, reason="pybtex is not installed")
@given(METADATAS, ANYTHING)
def test_pybtex_reads_an_entry_with_its_names_and_fields(metadata: Metadata, known_by: str) -> None:
    database = import_module("pybtex.database")
    text = bibtex_writing.entry(metadata, known_by)
    # One entry before and one behind: nothing of the one between may spill into them.
    parsed = database.parse_string(
        f"@book{{a1, title = {{A}}}}\n{text}\n@book{{z1, title = {{Z}}}}", "bibtex"
    )
    assert len(parsed.entries) == 3
    assert parsed.entries["z1"].fields["title"] == "Z"
    entry = list(parsed.entries.values())[1]
    for role, names in (("author", metadata.authors), ("editor", metadata.editors)):
        told = [name for name in names if any(clean_line(part) for part in name[:2] + name[3:4])]
        assert len(entry.persons.get(role, [])) == len(told)
    assert ("title" in entry.fields) == bool(clean_line(metadata.title))
    assert unquote(entry.fields.get("url", "")) == unquote(clean_line(metadata.url))


def test_where_a_work_of_no_kind_appeared_stands_where_biblatex_prints_it() -> None:
    written = bibtex_writing.entry(KEPT, "he2021", frozenset())
    assert "@misc{he2021," in written
    assert "howpublished = {CGTN}," in written
