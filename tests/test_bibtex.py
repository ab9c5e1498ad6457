"""BibTeX as it is found in the world, and what becomes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exchange.bibtex_parsing import Entry, parse
from corpus.exchange.bibtex_reading import files_of, names_of, values_of, with_inherited
from corpus.exchange.latex_decoding import decoded, unescaped
from corpus.metadata import Metadata, Name, PartialDate
from corpus.stating import stated

RUIZ, BAKER = Name("Ruiz", "Ana"), Name("Baker", "Tom")


def read(text: str) -> Metadata:
    return stated(values_of(parse(text).entries[0]), "a.bib").metadata._replace(sources={})


def test_an_article_of_bibtex() -> None:
    text = """
    @string{jwl = "Journal of " # {Water Law}}
    @article{ruiz2019,
      author = {Ruiz, Ana and Tom Baker and others},
      title = "{R}ivers {\\&} Rules",
      journal = jwl, volume = 12, number = {3}, pages = {145--170},
      year = 2019, month = feb,
      doi = {https://doi.org/10.5555/jwl\\_3}, url = {https://example.org/a\\%20b},
    }"""
    assert read(text) == Metadata(
        title="Rivers & Rules",
        authors=(RUIZ, BAKER),
        date=PartialDate(2019, 2),
        container="Journal of Water Law",
        volume="12",
        issue="3",
        pages="145–170",
        doi="10.5555/jwl_3",
        url="https://example.org/a%20b",
        type="article-journal",
    )


def test_an_entry_of_biblatex() -> None:
    text = """@Report(panel,
      title={Access to Records}, subtitle={A Survey}, author={{Law Reform Panel}},
      editor={family=Gogh, given=Vincent, prefix=van},
      institution={The Panel}, type={techreport}, number={7}, date={2020-05-06/2020-06-01}, location={London},
      urldate={2026-01-15}, langid={english}, shorttitle={Access}, edition={Second},
      isbn={978-0-306-40615-7})"""
    assert read(text) == Metadata(
        title="Access to Records: A Survey",
        authors=(Name(literal="Law Reform Panel"),),
        editors=(Name("van Gogh", "Vincent"),),
        date=PartialDate(2020, 5, 6),
        publisher="The Panel",
        place="London",
        number="7",
        genre="Technical report",
        accessed=PartialDate(2026, 1, 15),
        lang="en",
        title_short="Access",
        edition="2",
        isbn="978-0-306-40615-7",
        type="report",
    )


def test_a_chapter_takes_over_what_its_book_says() -> None:
    entries = parse(
        "@incollection{petrov, title={Margins}, crossref={Records}}\n"
        "@book{records, title={Reading Records}, publisher={Northgate}, year=2017}"
    ).entries
    chapter = stated(values_of(with_inherited(entries)[0]), "a.bib").metadata
    assert (chapter.title, chapter.container, chapter.publisher) == (
        "Margins",
        "Reading Records",
        "Northgate",
    )
    assert (chapter.type, chapter.date) == ("chapter", PartialDate(2017))


MESSES = {
    "a comma is missing": "@misc{k, title={A} author={Ana Ruiz}}",
    "a comma too many": "@misc{k,, title={A},, author={Ana Ruiz},}",
    "no key": "@misc{title={A}, author={Ana Ruiz}}",
    "words around it": "Notes.\n@comment{x}\n @MISC { k , TITLE = {A}, Author = {Ana Ruiz} } and so on",
    "a field twice": "@misc{k, title={A}, title={B}, author={Ana Ruiz}}",
    "an unknown constant": "@misc{k, title={A}, note=unknown, author={Ana Ruiz}}",
    "on one line with others": "@comment{x}\n@misc{k, title={A}, author={Ana Ruiz}}@misc{l, title={B}}",
    "an open brace before": "@misc{j, title={Open,\n year=2000}\n@misc{k, title={A}, author={Ana Ruiz}}",
    "an at sign inside": "@misc{k, title={A}, note={me@example.org}, author={Ana Ruiz}}",
}


@pytest.mark.parametrize("text", MESSES.values(), ids=MESSES.keys())
def test_a_file_that_is_not_sound_still_gives_its_entries(text: str) -> None:
    entries = [stated(values_of(entry), "").metadata for entry in parse(text).entries]
    found = next(entry for entry in entries if entry.title == "A")
    assert found.authors == (RUIZ,)


def test_an_open_brace_costs_one_value_and_is_said() -> None:
    parsed = parse("@misc{k,\n title = {A {good} title,\n year = {2000},\n author = {Ana Ruiz}\n}")
    assert parsed.faults == ("“k” has a brace or a quotation mark that is not closed: close it.",)
    assert parsed.entries[0].fields["year"] == "2000"
    assert parsed.entries[0].fields["author"] == "Ana Ruiz"


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Ruiz, Ana and Baker, Tom", (RUIZ, BAKER)),
        ("Ana Ruiz and Tom Baker", (RUIZ, BAKER)),
        ("van Gogh, Vincent", (Name("van Gogh", "Vincent"),)),
        ("Ludwig van Beethoven", (Name("van Beethoven", "Ludwig"),)),
        ("King, Jr., Martin", (Name("King Jr.", "Martin"),)),
        ("{Rivers and Sons} and Ruiz, Ana", (Name(literal="Rivers and Sons"), RUIZ)),
        ("Ana {Ruiz Ortega}", (Name("Ruiz Ortega", "Ana"),)),
        ("He Jing", (Name("He", "Jing", "family-first"),)),
        ('G{\\"o}del, Kurt AND\n Erd{\\H o}s, P.', (Name("Gödel", "Kurt"), Name("Erdős", "P."))),
        ("World Health Organization", (Name(literal="World Health Organization"),)),
        ("张伟 and 李娜", (Name("张", "伟", "family-first"), Name("李", "娜", "family-first"))),
        ("family=Ruiz, given=Ana", (RUIZ,)),
        ("☃ and {—} and others and , Ana", (Name("Ana"),)),
        ("", ()),
    ],
)
def test_names(field: str, names: tuple[Name, ...]) -> None:
    assert names_of(field) == names


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (
            'G{\\"o}del, \\\'Emile, na\\"{\\i}ve, {\\v{S}}koda, \\c{c}a, \\v c, \\aa',
            "Gödel, Émile, naïve, Škoda, ça, č, å",
        ),
        ("{\\ss} Stra{\\ss}e \\oe uvre {\\L}\\'od\\'z", "ß Straße œuvre Łódź"),
        ("A--B --- C ``x'' `y' 50\\% \\& \\$5", "A–B — C “x” `y' 50% & $5"),
        ("\\emph{Rivers} and \\textbf{{R}ules}, \\enquote{so}", "Rivers and Rules, “so”"),
        ("H$_2$O, CO\\textsubscript{2}, $\\alpha$-helix, $E=mc^2$", "H2O, CO2, α-helix, E=mc2"),
        ("costs $5 or more", "costs $5 or more"),
        ("VM\\slash CMS\\emdash {A} System", "VM/CMS—A System"),
        ("\\href{https://example.org}{here}~now\\\\then", "here now then"),
        ("{\\it old} \\LaTeX\\ \\unknown x", "old LaTeX unknownx"),
        ("plain_text^2 {", "plain_text^2 "),
        ("\\", "\\"),
    ],
)
def test_latex_becomes_words(latex: str, words: str) -> None:
    assert decoded(latex) == words


def test_a_word_that_no_string_explains_is_left_out_and_said_once() -> None:
    text = "@article{k, journal=jwl, publisher=jwl # { Press}, month=oct, year=2019}"
    parsed = parse(f"{text}\n@misc{{l, note=jwl}}")
    assert parsed.faults == ("“jwl” stands for a word, but no @string says for which.",)
    found = stated(values_of(parsed.entries[0]), "").metadata
    assert (found.container, found.publisher, found.date) == ("", "Press", PartialDate(2019, 10))


def test_of_several_books_and_addresses_the_first_is_taken() -> None:
    found = read(
        "@book{k, isbn={3-540-16807-9, 0-387-16807-9 (paperback)}, url={https://a.org; https://b.org}}"
    )
    assert (found.isbn, found.url) == ("3-540-16807-9", "https://a.org")
    unknown = parse("@misc{k, isbn={????}, url={--}, date={?}, title={?}}").entries[0]
    assert stated(values_of(unknown), "") == (Metadata(title="?", sources={"title": ""}), ())


def test_an_address_is_no_latex() -> None:
    assert unescaped("https://example.org/a\\_b\\%20{c}~d--e") == "https://example.org/a_b%20c~d--e"


def test_an_address_may_stand_in_howpublished() -> None:
    assert read("@misc{k, howpublished={\\url{https://example.org/a\\_b}}}").url == "https://example.org/a_b"
    assert read("@misc{k, howpublished={CGTN}}").container == "CGTN"


@pytest.mark.parametrize(
    ("file", "paths"),
    [
        ("/home/ana/x.html", ("/home/ana/x.html",)),
        (
            "Full Text:/home/ana/x.html:text/html;:C\\:\\\\texts\\\\y.txt:PDF",
            ("/home/ana/x.html", "C:\\texts\\y.txt"),
        ),
    ],
)
def test_the_paths_of_an_entrys_files(file: str, paths: tuple[str, ...]) -> None:
    assert set(paths) <= set(files_of(Entry("misc", "k", {"file": file})))


def test_an_issue_of_two_months_appeared_in_neither() -> None:
    assert read("@article{k, year=2021, month={March--April}}").date == PartialDate(2021)
    assert read("@article{k, year=2021, month=feb # {~5}}").date == PartialDate(2021, 2, 5)
    assert read("@article{k, year=2021, month=2, day=5}").date == PartialDate(2021, 2, 5)


def test_what_can_be_no_value_is_left_out_and_said() -> None:
    metadata, faults = stated(
        values_of(parse("@misc{k, title={A}, date={2021-02-31}, doi={x}}").entries[0]), ""
    )
    assert metadata == Metadata(title="A", sources={"title": ""})
    assert [fault[:30] for fault in faults] == [
        "“x” is no DOI: write it as in ",
        "“2021-02-31” is no date: write",
    ]


BOMBS = {
    "open braces": "@misc{k, title=" + "{" * 300_000,
    "open fields": "@misc{k," + "a={\n" * 100_000,
    "nothing but at signs": "@" * 300_000,
    "heads": "@a{" * 100_000,
    "constants that grow": "@string{a={"
    + "x" * 900
    + "}}\n"
    + "@string{a=a # a # a}\n" * 1_000
    + "@misc{k, title=a}",
    "pieces": "@misc{k, title=" + "a#" * 100_000,
    "accents": "@misc{k, title={" + "\\'" * 100_000 + "}}",
    "names": "@misc{k, author={" + "A and " * 100_000 + "}}",
    "brackets in names": "@misc{k, author={" + "{a} " * 20_000 + "}}",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_file_that_is_made_to_hurt_is_read_like_any_other(bomb: str) -> None:
    parsed = parse(bomb)
    for entry in parsed.entries[:50]:
        for value in stated(values_of(entry), "").metadata:
            assert len(str(value)) < 100_000


_PIECES = st.sampled_from(
    [
        "@misc",
        "@string",
        "{",
        "}",
        '"',
        "(",
        ")",
        ",",
        "=",
        "#",
        "\\",
        "title",
        "author",
        "\n",
        " and ",
        "é",
        "\x1b",
        "$",
        "date",
    ]
)


@given(st.text() | st.lists(_PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_no_text_makes_it_raise(text: str) -> None:
    for part in (text, f"@misc{{k, title={{{text}}}, author={{{text}}}, date={{{text}}}, file={{{text}}}}}"):
        for entry in with_inherited(parse(part).entries):
            metadata, _ = stated(values_of(entry), "a.bib")
            assert "\x1b" not in repr(metadata)
            files_of(entry)
