from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus import words
from corpus.sanitiser import clean_line
from corpus.search import pieces
from corpus.search.days import days_named
from corpus.search.query import LANGUAGE, MOST_TERMS, MOST_WORDS, parse
from corpus.search.tree import Clause, Days, Filter, Near, Query, Term, Word


def shown(part: Term | Near | Clause | Filter | Days) -> str:
    """A part of the tree, written so that a table can name it: ! exact, * open, ~ fuzzy, ^ cased."""
    if isinstance(part, Term):
        signs = "!" * part.exact + "*" * part.open + "~" * part.fuzzy + "^" * part.cased
        return " ".join(word.folded for word in part.words) + signs
    if isinstance(part, Near):
        return f"near {part.within}({', '.join(map(shown, part.terms))})"
    if isinstance(part, Clause):
        return " | ".join(map(shown, part.alternatives))
    minus = "-" * part.negated
    if isinstance(part, Days):
        return f"{minus}{part.first}..{part.last}"
    return f"{minus}{part.field}:{shown(part.term)}"


def read(text: str, *, typing: bool = False) -> list[str]:
    """All that a query asks for; what must not be there follows a minus sign."""
    asked = parse(text, typing=typing)
    fields: tuple[Filter | Days, ...] = (*asked.filters, *asked.days)
    without = [f"- {shown(part)}" for part in asked.without]
    return [*map(shown, asked.clauses), *without, *map(shown, fields)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("moon tide", ["moon", "tide"]),
        ("moon\u3000tide", ["moon", "tide"]),
        ("moon moon “moon” moon", ["moon", "moon!"]),
        ("Moon", ["moon^"]),
        ("ÉMILE", ["emile^"]),
        # what is written together
        ("state-of-the-art", ["state of the art"]),
        ("12(3)", ["12 3"]),
        ("don’t", ["don t"]),
        ("U.S.C.", ["u s c^"]),
        ("1,000.50", ["1,000.50"]),
        ("数据库", ["数 据 库"]),
        ("用BM25排名", ["用 bm25 排 名^"]),
        ("库", ["库"]),
        # quotation marks
        ('"rising tide"', ["rising tide!"]),
        ("“rising tide”", ["rising tide!"]),
        ("„so gut“ ”så bra” «si bien» »wie so«", ["so gut!", "sa bra!", "si bien!", "wie so!"]),
        ("「版权 数据」『库』", ["版 权 数 据!", "库!"]),
        ("「a『b』c」", ["a b c!"]),
        ("“a\" \"b” ＂c＂", ["a!", "b!", "c!"]),
        ('"a"b"c"', ["a!", "b", "c!"]),
        ('"a OR -b title:c near(d e) f~"', ["a or b title c near d e f!^"]),
        ('"protective ord*"', ["protective ord!*"]),
        ('moon""', ["moon"]),
        ("moon 」 tide", ["moon", "tide"]),
        # without
        ("moon -wind", ["moon", "- wind"]),
        ('moon -"two words" -wor* -wor~', ["moon", "- two words!", "- wor*", "- wor~"]),
        ("moon –a −b －c", ["moon", "- a", "- b", "- c"]),
        ("moon - tide", ["moon", "tide"]),
        ("a-b --help 1990-2000", ["a b", "help", "1990 2000"]),
        ("moon -near:2(a b) -title:x", ["moon", "- near 2(a, b)", "-title:x"]),
        ("moon -date:2021", ["moon", "-2021-01-01..2021-12-31"]),
        ("moon -OR", ["moon", "- or^"]),
        ("moon -§ tide", ["moon", "tide"]),
        # signs behind a word
        ("tid* tid＊", ["tid*"]),
        ("tide~ tide～ tide〜", ["tide~"]),
        ("a-b* 数据*", ["a b*", "数 据"]),
        # alternatives
        ("a OR b c", ["a | b", "c"]),
        ('c a OR "x y" OR near(d e)', ["c", "a | x y! | near 10(d, e)"]),
        ("a or b", ["a", "or", "b"]),
        ("a OR a", ["a"]),
        ("a OR b a OR b", ["a | b"]),
        ("a OR § b", ["a | b"]),
        # near
        ("near:5(a b)", ["near 5(a, b)"]),
        ("near(a b)", ["near 10(a, b)"]),
        ("NEAR：３（a “b c” d*）e", ["near 3(a, b c!, d*)", "e"]),
        ("near:5 (a b) c", ["near 5(a, b)", "c"]),
        ("near:(a b)", ["near 10(a, b)"]),
        ("near:0(12(3) moon)", ["near 0(12 3, moon)"]),
        ("near（12（3） moon）d", ["near 10(12 3, moon)", "d"]),
        ('near:2("a) b" c)', ["near 2(a b!, c)"]),
        ("near:2(a title:b near(c))", ["near 2(a, title b, near c)"]),
        (f"near:{'9' * 9_000}(a b)", [f"near {pieces.FARTHEST}(a, b)"]),
        ("near (a b)", ["near", "a", "b"]),
        ("near", ["near"]),
        # fields
        ('title:word TITLE:"two words"', ["title:word", "title:two words!"]),
        ("author：curie section:meth* lang:zh-Hans", ["author:curie", "section:meth*", "lang:zh hans^"]),
        ("in:/notes/a.md in:12 in:「my file」", ["in:notes a md", "in:12", "in:my file!"]),
        ("title:word title:word", ["title:word"]),
        # what is no field
        ("Re: x", ["re^", "x"]),
        ("std::map", ["std map"]),
        ("http://example.org/a 12:30", ["http example org a", "12 30"]),
        ("ſection:x", ["section x"]),
        ("subtitle:x", ["subtitle x"]),
        # days
        ("date:2021..2022", ["2021-01-01..2022-12-31"]),
        ("date:2021", ["2021-01-01..2021-12-31"]),
        ("date:2020-02 DATE:2021-03-05", ["2020-02-01..2020-02-29", "2021-03-05..2021-03-05"]),
        ("date:2021-03.. date:..2020-05-01", ["2021-03-01..", "..2020-05-01"]),
        ("date:2021…2022", ["2021-01-01..2022-12-31"]),
        ('date:"2021"', ["2021-01-01..2021-12-31"]),
    ],
)  # fmt: skip
def test_a_query_is_read_so(text: str, expected: list[str]) -> None:
    assert read(text) == expected
    assert parse(text).notes == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("moon se", ["moon", "se*"]),
        ("moon ", ["moon"]),
        ("moon,", ["moon"]),
        ("数据", ["数 据"]),
        ('"the sea" moon', ["the sea!", "moon*"]),
        ('"the sea"', ["the sea!"]),
        ('"protective ord', ["protective ord!*"]),
        ("a OR b", ["a | b*"]),
        ("a OR", ["a"]),
        ("a OR ", ["a"]),
        ("OR", []),
        ("near:5", []),
        ("near:5(", []),
        ("near:5(a", ["a*"]),
        ("near:5(a b", ["near 5(a, b*)"]),
        ('near:5(a "b c', ["near 5(a, b c!*)"]),
        ("near:5(a b)", ["near 5(a, b)"]),
        ("title:", []),
        ("title:pro", ["title:pro*"]),
        ('title:"on ti', ["title:on ti!*"]),
        ("date:", []),
        ("date:20", []),
        ("moon -", ["moon"]),
        ("moon -wor", ["moon"]),
        ("moon -wor ", ["moon", "- wor"]),
        ("moon -wor*", ["moon", "- wor*"]),
        ("moon -a-", ["moon"]),
        ('moon -"a b', ["moon"]),
        ('moon -"a b"', ["moon", "- a b!"]),
        ("moon -title:a", ["moon"]),
        ("moon -date:2021", ["moon"]),
        ("moon -near(a b", ["moon"]),
        ("moon -near(a b)", ["moon", "- near 10(a, b)"]),
        ("-wor", []),
        ('"', []),
        ("§", []),
        ("*", []),
        ("~", []),
        (" ", []),
    ],
)
def test_while_one_types_the_end_is_open_and_nothing_is_told_of_it(text: str, expected: list[str]) -> None:
    assert read(text, typing=True) == expected
    assert parse(text, typing=True).notes == ()


@pytest.mark.parametrize(
    ("text", "note", "expected"),
    [
        ('moon "the sea', "quotation mark is not closed", ["moon", "the sea!"]),
        ("near:5(moon tide", "type )", ["near 5(moon, tide)"]),
        ("near:5(moon) tide", "two words", ["moon", "tide"]),
        ("near:5(moon moon)", "two words", ["moon"]),
        ("near:5() tide", "two words", ["tide"]),
        ("near:5 moon tide", "in parentheses", ["moon", "tide"]),
        ("near:moon tide", "in parentheses", ["moon", "tide"]),
        ("near:2(a OR b)", "only words and phrases", ["near 2(a, b)"]),
        ("near:2(-a b)", "only words and phrases", ["near 2(a, b)"]),
        ("near:2(a -b)", "only words and phrases", ["near 2(a, b)"]),
        ("OR moon", "OR wants", ["moon"]),
        ("moon OR", "OR wants", ["moon"]),
        ("moon OR OR tide", "OR wants", ["moon | tide"]),
        ("moon OR -tide", "OR wants", ["moon", "- tide"]),
        ("moon OR title:tide", "OR wants", ["moon", "title:tide"]),
        ("sun title:tide OR moon", "OR wants", ["sun", "moon", "title:tide"]),
        ("date:2021 OR moon", "OR wants", ["moon", "2021-01-01..2021-12-31"]),
        ("date:soon moon", "“soon” is none", ["moon"]),
        ("date:2021-02-30 moon", "“2021-02-30” is none", ["moon"]),
        ("date: moon", "date: wants", ["moon"]),
        ("title: moon", "title: wants", ["moon"]),
        ("in:§ moon", "as in in:12.", ["moon"]),
        ("* moon", "* counts only", ["moon"]),
        ("pro*tect", "* counts only", ["pro tect"]),
        ('"pro* tect"', "* counts only", ["pro tect!"]),
        ("~ moon", "~ counts only", ["moon"]),
        ("state-of~", "~ counts only", ["state of"]),
        ("数~", "~ counts only", ["数"]),
        ('"two words"~', "~ counts only", ["two words!"]),
        ("-moon", "Say also what to find", ["- moon"]),
        ("-title:moon -date:2021", "Say also what to find", ["-title:moon", "-2021-01-01..2021-12-31"]),
        ('"', "quotation mark is not closed", []),
        ("§ —", "no word in this query", []),
        ("- -", "no word in this query", []),
    ],
)
def test_what_is_wrong_is_told_and_the_words_are_still_taken(
    text: str, note: str, expected: list[str]
) -> None:
    asked = parse(text)
    assert len(asked.notes) == 1
    assert note in asked.notes[0]
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("title: mo", "title:"),
        ("date:20 mo", "date:"),
        ("-moon ", "Say also"),
        ("§ ", "no word"),
        ("OR b", "OR"),
    ],
)
def test_while_one_types_what_is_wrong_before_the_end_is_told(text: str, note: str) -> None:
    assert note in parse(text, typing=True).notes[0]


def test_each_kind_of_fault_is_told_once_and_harmlessly() -> None:
    (note,) = parse(f"moon date:\x1b]0;x\x07\u202e{'9' * 5000} " + "date:x " * 50).notes
    assert clean_line(note) == note
    assert len(note) < 200


def test_terms_keep_what_was_written_for_the_case_of_letters() -> None:
    assert parse("iPad’s “数Ｂ”") == Query(
        (
            Clause((Term((Word("ipad", "iPad"), Word("s", "s"))),)),
            Clause((Term((Word("数", "数"), Word("b", "Ｂ")), exact=True),)),
        )
    )
    assert Term((Word("b", "Ｂ"),)).cased
    assert not Term((Word("数", "数"), Word("strasse", "straße"))).cased


def test_a_filter_keeps_its_value_as_written() -> None:
    written = [filter.written for filter in parse('in:/Notes/a.md in:"/my file" title:Tid*').filters]
    assert written == ["/Notes/a.md", "/my file", "Tid*"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2023-2", ("2023-02-01", "2023-02-28")),
        ("2021/03/05", ("2021-03-05", "2021-03-05")),
        ("2021年3月", ("2021-03-01", "2021-03-31")),
        ("2021年3月5日..2021年", ("2021-03-05", "2021-12-31")),
        ("２０２１．．２０２２", ("2021-01-01", "2022-12-31")),
        ("2022-03..2021", ("2021-01-01", "2022-03-31")),
        ("2021..2021-03", ("2021-01-01", "2021-03-31")),
        ("9999", ("9999-01-01", "9999-12-31")),
        ("..0001", ("", "0001-12-31")),
        ("", None),
        ("..", None),
        ("0000", None),
        ("2021-00", None),
        ("2021-13", None),
        ("2021-02-29", None),
        ("20211", None),
        ("2021..soon", None),
        ("2021 2022", None),
    ],
)
def test_days_are_named_so(text: str, expected: tuple[str, str] | None) -> None:
    assert days_named(text) == expected


@pytest.mark.parametrize(("text", "finds"), LANGUAGE)
def test_every_example_of_the_help_is_without_fault_and_fits(text: str, finds: str) -> None:
    asked = parse(text)
    assert asked.notes == ()
    assert asked != parse("")
    assert max(len(form) for form, _ in LANGUAGE) + 2 + len(finds) <= 58
    field = text.partition(":")[0]
    for other in finds.partition("also ")[2].split(", "):
        assert parse(other if ":" in other else f"{field}:{other}").notes == () or not other


# Properties of any query.

SIGNS = st.sampled_from(
    [
        *'"“”„«»「」『』＂-–−－*＊~～()（）:：. \u3000\n\t',
        *(
            "OR",
            " OR ",
            "near:2(",
            "near(",
            "title:",
            "in:",
            "date:",
            "2021",
            "..",
            "-",
            "a",
            "B",
            "数",
            "据",
            "が",
        ),
        *("か\u3099", "1,000.50", "é", "İ", "ß", "ำ", "\x1b", "\u202e", "\ud800"),
    ]
)
QUERIES = st.lists(SIGNS | st.text(max_size=3), max_size=30).map("".join)


def terms_of(asked: Query) -> Iterator[Term]:
    parts = [part for clause in asked.clauses for part in clause.alternatives] + list(asked.without)
    for part in parts:
        yield from part.terms if isinstance(part, Near) else (part,)
    yield from (filter.term for filter in asked.filters)


@given(QUERIES, st.booleans())
@example("か\u3099き が", False)
@example('near:2("a)', True)
def test_a_query_is_read_whatever_it_is(text: str, typing: bool) -> None:
    asked = parse(text, typing=typing)
    assert asked == parse(text, typing=typing)
    for note in asked.notes:
        assert note == clean_line(note)
        assert note.endswith(".")
    for term in terms_of(asked):
        assert term.words
        assert not (term.fuzzy and len(term.words) > 1)
        assert not (term.open and words.is_unspaced(term.words[-1].written))
        for word in term.words:
            assert word.written in text
            assert words.columns(word.written)[2] == [word.folded]
    for part in (asked.clauses, asked.without, asked.filters, asked.days):
        assert len(set(part)) == len(part)
    for days in asked.days:
        assert days.first <= days.last or not days.last
        assert days.first or days.last


@given(QUERIES)
def test_the_words_of_a_query_without_its_signs_are_all_taken(text: str) -> None:
    plain = re.sub("[^ aB数据é]", " ", text)
    taken = {word.folded for term in terms_of(parse(plain)) for word in term.words}
    assert taken == {form[0] if words.is_unspaced(form[0]) else form for form in words.columns(plain)[2]}


@given(QUERIES)
def test_pieces_lie_one_after_the_other(text: str) -> None:
    place = 0
    for piece in pieces.pieces(text):
        assert place <= piece.start <= piece.end <= piece.after <= len(text)
        assert piece.after > place
        place = piece.after
        inside = piece.start
        for inner in pieces.pieces_inside(text, piece) if piece.kind is pieces.Kind.NEAR else ():
            assert inside <= inner.start <= inner.end <= inner.after <= piece.end
            assert inner.after > inside
            inside = inner.after


# The work that a query gives.

LONG = [
    "a" * 100_000,
    "数" * 100_000,
    "moon " * 20_000,
    " ".join(f"word{number}" for number in range(5_000)),
    " OR ".join(["a", "b"] * 5_000),
    '"' * 10_000,
    '"" ' * 10_000,
    '"moon ' * 10_000,
    "“" * 10_000,
    "«" * 10_000,
    "「moon" * 10_000,
    "(" * 10_000,
    "near(" * 10_000,
    "near:2(a) " * 10_000,
    "near:2(" + "a (b) " * 10_000,
    "near:2(" + '"" ' * 10_000 + ")",
    "near:" + "1" * 100_000,
    ("near:1" + " " * 50) * 1_000,
    "-" * 100_000,
    "- " * 50_000,
    "title:" * 10_000,
    "title: " * 10_000,
    "date:" + "." * 100_000,
    "date:x " * 10_000,
    "*" * 100_000,
    "~ " * 50_000,
    "」" * 100_000,
    " " * 100_000,
    " ".join(f"in:{number}" for number in range(5_000)),
    " ".join(f"date:{number}" for number in range(1000, 6_000)),
]


class _Counted:
    """An expression that adds up how many characters it looks at."""

    def __init__(self, inner: Any, counts: list[int]) -> None:
        self._inner, self._counts = inner, counts

    def _count(self, match: re.Match[str] | None, start: int, end: int) -> re.Match[str] | None:
        self._counts[0] += (match.end() if match else end) - start + 1
        return match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        end = len(text) if end is None else end
        return self._count(self._inner.search(text, start, end), start, end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        # One that is anchored gives up where its first characters do not fit.
        found = self._inner.match(text, start, len(text) if end is None else end)
        return self._count(found, start, start)


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:12].replace("\n", " "))
@pytest.mark.parametrize("typing", [False, True])
def test_a_long_query_is_read_in_time_that_grows_with_its_length(
    text: str, typing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, cut = [0], [0]
    for name in ("_GAP", "_CHUNK", "_MINUS", "_FIELD", "_NEAR", "_BORDER"):
        monkeypatch.setattr(pieces, name, _Counted(getattr(pieces, name), looked))
    ends = {opener: _Counted(end, looked) for opener, end in pieces._ENDS.items()}
    monkeypatch.setattr(pieces, "_ENDS", ends)
    columns = words.columns

    def counted(stretch: str) -> tuple[list[int], list[int], list[str]]:
        cut[0] += len(stretch)
        return columns(stretch)

    monkeypatch.setattr(words, "columns", counted)
    asked = parse(text, typing=typing)
    assert looked[0] <= 10 * len(text)
    assert cut[0] <= len(text)
    terms = list(terms_of(asked))
    assert len(terms) + len(asked.days) <= MOST_TERMS
    assert sum(len(term.words) for term in terms) <= MOST_WORDS
    assert len(asked.notes) < 10


def test_what_is_too_long_is_told_and_the_beginning_is_taken() -> None:
    asked = parse(" ".join(f"word{number}" for number in range(MOST_TERMS + 1)))
    assert [shown(clause) for clause in asked.clauses] == [f"word{number}" for number in range(MOST_TERMS)]
    assert f"first {MOST_TERMS} words" in asked.notes[0]
    assert parse(" ".join(f"word{number}" for number in range(MOST_TERMS))).notes == ()
    assert len(parse(" ".join(f"title:word{number}" for number in range(MOST_TERMS + 1))).notes) == 1
    for repeated in ("moon ", "a OR b ", "near(a b) ", "title:a moon ", "moon -tide ", "date:2021 "):
        assert parse(repeated * 1_000).notes in ((), parse(repeated).notes)
    (clause,), notes = (
        parse("数" * (MOST_WORDS + 1), typing=True).clauses,
        parse("数" * (MOST_WORDS + 1)).notes,
    )
    assert len(clause.alternatives[0].words) == MOST_WORDS  # type: ignore[union-attr] # it is no Near
    assert "too long" in notes[0]
    (term,) = terms_of(parse('"' + "moon " * (MOST_WORDS + 1) + 'ti*"'))
    assert not term.open
