"""`pincite check`: quotations proved against the library or files, and their citations."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.home import Home
from tests.calling import Call

RIVERS = """---
title: On Rivers and Their Names
author: Ana Ruiz
date: 2021-02-05
---

# Sources

The first spring is small, and it never fails. Those who drink from it say that it tastes of iron.

A second spring was found in 1904, when the surveyors had already left the valley for good.

# Mouths

A river ends where its name does, said the pilot, and nobody on the ship contradicted him.

The delta remembers every flood of the last two hundred years, layer upon layer, in 14 bands of clay.

No map shows the delta as it is, because it changes faster than maps are drawn. The office in the port
prints a new one each spring, and each autumn it is thrown away; the pilots steer by the colour of the
water.
"""
BRIDGES = """---
title: Bridges Without Toll
author: [Tom Hale, Mia Brandt]
date: 2018
---

A bridge that costs nothing to cross is paid for by those who never cross it.

The council did not repeal the toll in 1931; it forgot to collect it.

Every engineer since has praised the arch, and none of them has copied it.

The stones came from a quarry upstream, on rafts, in the one month of the year when the water allows it.
"""

# Twenty quotations: five are doctored in five ways, and one names a wrong paragraph.
DRAFT = """# On water

Ruiz (2021, para. 1) writes that “the first spring is small, and it never fails.” Elsewhere she says
that “those who drink from it say … that it tastes of iron” (Ruiz, 2021, para. 1).

“A second spring was found in 1905, when the surveyors had already left” (Ruiz, 2021, para. 2). As
she tells, “[a] river ends where its name does, said the pilot” (Ruiz, 2021, para. 3).

> The delta remembers every flood of the last two hundred years, layer upon layer, in 14 bands of clay.
>
> — Ruiz (2021, para. 4)

“No map shows the delta as it is, because it changes faster than maps are drawn” (Ruiz, 2021, para.
5). “The pilots steer by the colour of the water” (Ruiz, 2021, para. 2).

“A bridge that costs nothing to cross is paid for by those who never cross it”.[^1] But “the council
did repeal the toll in 1931” [@hale2018, ¶ 2]. “It forgot to collect it” [@hale2018, ¶ 2]. “Every
engineer since has not praised the arch” (Hale & Brandt, 2018, para. 3). “None of them has copied
it” (ibid.).

“The stones came from a quarry upstream, in the one month of the year” (Hale & Brandt, 2018, para.
4). “The stones came from a quarry upstream, on rafts, and nobody on the ship contradicted him”
(Hale & Brandt, 2018, para. 4).

“The delta was dredged by a company from abroad in that very year” (Ruiz, 2021).

The office “prints a new one each spring” and “each autumn it is thrown away” (Ruiz, 2021, para. 5).
‘Nobody on the ship contradicted him’ (Ruiz, 2021, para. 3). The rafts went “in the one month of the
year when the [river] allows it” (Hale & Brandt, 2018, para. 4). “THE SURVEYORS HAD ALREADY LEFT THE
VALLEY” (Ruiz, 2021, para. 2).

It is a “roadmap”, as “Bridges Without Toll” (2018) would say.

[^1]: Hale & Brandt, “Bridges Without Toll,” 2018, para. 1.
"""
EXPECTED = [
    *(
        "verbatim",
        "verbatim",
        "altered",
        "verbatim",
        "verbatim",
        "verbatim",
        "verbatim",
        "verbatim",
        "altered",
    ),
    *("verbatim", "altered", "verbatim", "altered", "partial", "absent", "verbatim", "verbatim", "verbatim"),
    *("verbatim", "verbatim"),
]
WRONGLY_CITED = [7]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the command is given, with two articles and a draft in it."""
    here = tmp_path / "here"
    here.mkdir()
    for name, text in (("rivers.md", RIVERS), ("bridges.md", BRIDGES), ("draft.md", DRAFT)):
        (here / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def answer(pincite: Call) -> Callable[..., dict[str, Any]]:
    """Call it for JSON; what it answered, with the status."""

    def ask(*args: str) -> dict[str, Any]:
        status, out, _ = pincite("check", *args, "--json")
        return {**json.loads(out), "status": status}

    return ask


Answer = Callable[..., dict[str, Any]]


@pytest.fixture
def filled(pincite: Call) -> None:
    """Both articles in the library."""
    assert pincite("add", "rivers.md", "bridges.md")[0] == 0


def _verdicts(report: dict[str, Any]) -> list[str]:
    return [one["verdict"] for one in report["quotations"]]


def _at(words: str, behind: str = "") -> str:
    """Where words stand in the draft, as a compiler would say it."""
    offset = DRAFT.index(words, DRAFT.index(behind))
    line = DRAFT.count("\n", 0, offset) + 1
    return f"draft.md:{line}:{offset - DRAFT.rfind(chr(10), 0, offset)}"


def _wrong(report: dict[str, Any]) -> list[int]:
    """Which quotations are cited wrongly, by their order from 1."""
    agreed = [one["agreed"] or {} for one in report["quotations"]]
    return [at for at, one in enumerate(agreed, 1) if "wrong" in (one.get("work"), one.get("place"))]


@pytest.mark.usefixtures("filled")
def test_every_verdict_on_a_manuscript_of_twenty_quotations_is_right(answer: Answer) -> None:
    report = answer("draft.md")
    assert len(report["quotations"]) == len(EXPECTED) == 20
    assert [(one["text"][:40], one["verdict"]) for one in report["quotations"]] == [
        (one["text"][:40], verdict) for one, verdict in zip(report["quotations"], EXPECTED, strict=True)
    ]
    assert _wrong(report) == WRONGLY_CITED
    wrong = report["quotations"][WRONGLY_CITED[0] - 1]["agreed"]
    assert (wrong["work"], wrong["place"], wrong["says"], wrong["ought"]) == ("right", "wrong", "¶ 2", "¶ 5")
    assert (report["status"], report["right"], report["faults"]) == (1, False, [])
    assert report["passed_over"] == {"short": 1, "titles": 2}
    assert report["searched"]["articles"] == 2


def test_files_stand_in_place_of_the_library_and_the_manuscript_does_not_prove_itself(answer: Answer) -> None:
    report = answer("draft.md", "--in", ".")
    assert _verdicts(report) == EXPECTED
    assert _wrong(report) == WRONGLY_CITED
    assert report["searched"] == {"articles": 2, "where": "these files", "unreadable": 0}
    assert not Home.here().library.exists()
    assert _verdicts(answer("draft.md", "--in", "rivers.md", "bridges.md")) == EXPECTED


@pytest.mark.usefixtures("filled")
def test_a_manuscript_in_the_library_does_not_prove_itself(pincite: Call, answer: Answer) -> None:
    assert pincite("add", "draft.md")[0] == 0
    report = answer("draft.md")
    assert _verdicts(report) == EXPECTED
    assert report["searched"]["articles"] == 2


LATEX = r"""\begin{document}
Ruiz says \enquote{the first spring is small} \autocite[¶~1]{ruiz2021}, and ``a second spring was found in
1905'' \autocite[¶~2]{ruiz2021}.
\begin{quote}
A river ends where its name does. \parencite[¶~4]{ruiz2021}
\end{quote}
\end{document}
"""
PAGE = """<p>Ruiz says <q>the first spring is small</q> (Ruiz, 2021, para. 1), and &ldquo;a second spring was
found in 1905&rdquo; (Ruiz, 2021, para. 2).</p>
<blockquote>A river ends where its name does. <footer>Ruiz (2021, para. 4)</footer></blockquote>
"""


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("name", "text"), [("paper.tex", LATEX), ("page.html", PAGE)])
def test_other_formats_are_checked_as_well(folder: Path, answer: Answer, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    report = answer(name)
    assert _verdicts(report) == ["verbatim", "altered", "verbatim"]
    assert _wrong(report) == [3]


@pytest.mark.usefixtures("filled")
def test_for_people_what_is_wrong_is_shown_with_its_place(pincite: Call) -> None:
    status, out, err = pincite("check", "draft.md")
    assert (status, err) == (1, "")
    assert f"{_at('A second spring was')}  altered  “A second spring was found in 1905," in out
    assert "found in [-1905-] {+1904+}, when" in out
    assert "the source: “A second spring was found in 1904, when the surveyors had already left”" in out
    assert (
        f"{_at('(Ruiz, 2021, para. 2).', behind='The pilots')}  wrong citation  (Ruiz, 2021, para. 2)" in out
    )
    assert "it says ¶ 2, the words stand at ¶ 5" in out
    assert "absent  “The delta was dredged by a company" in out
    assert "not in these 2 articles of the library" in out
    assert "the first spring is small" not in out
    last = out.splitlines()[-1]
    assert last.startswith("20 quotations: 14 verbatim · 4 altered · 1 partial · 1 absent; 1 citation wrong.")
    assert last.endswith("Looked for in these 2 articles of the library.")
    assert "the first spring is small" in pincite("check", "draft.md", "--all")[1]


@pytest.mark.usefixtures("filled")
def test_a_manuscript_that_is_right_is_said_to_be_in_one_line(folder: Path, pincite: Call) -> None:
    (folder / "short.txt").write_text("“The first spring is small” (Ruiz, 2021, para. 1).", encoding="utf-8")
    status, out, _ = pincite("check", "short.txt")
    assert (status, out) == (
        0,
        "1 quotation: 1 verbatim. Looked for in these 2 articles of the library.\n",
    )


@pytest.mark.usefixtures("filled")
def test_faults_alone_fail_too_and_are_told_where_they_are(folder: Path, pincite: Call) -> None:
    (folder / "short.txt").write_text("One.\n\nThis “is broken.", encoding="utf-8")
    status, out, _ = pincite("check", "short.txt")
    assert status == 1
    assert out.startswith("short.txt:3:6  fault  ")
    assert "0 quotations: nothing is quoted; 1 fault." in out


@pytest.mark.usefixtures("filled")
def test_a_quotation_by_itself(pincite: Call, answer: Answer) -> None:
    status, out, _ = pincite("check", "the first spring is small, and it never fails")
    assert status == 0
    assert out.startswith("verbatim  “the first spring")
    assert "On Rivers and Their Names · ¶ 1" in out
    report = answer("“The first spring is not small” (Ruiz, 2021, para. 1)")
    assert (_verdicts(report), report["status"], report["manuscript"]) == (["altered"], 1, "")
    (one,) = report["quotations"]
    assert one["matches"][0]["offered"] == "The first spring is small"
    assert {"kind": "gone", "text": "not "} in one["matches"][0]["diff"]
    assert one["agreed"]["place"] == "right"


@pytest.mark.usefixtures("filled")
def test_a_quotation_of_one_word_proves_nothing(pincite: Call) -> None:
    status, out, _ = pincite("check", "spring")
    assert status == 1
    assert "A quotation of one word proves nothing" in out
    assert "unchecked" in out
    assert "absent" not in out


@pytest.mark.usefixtures("filled")
def test_json_has_the_documented_shape(answer: Answer) -> None:
    report = answer("draft.md")
    assert set(report) - {"status"} == {
        *(
            "manuscript",
            "format",
            "encoding",
            "right",
            "quotations",
            "faults",
            "passed_over",
            "searched",
            "summary",
        ),
    }
    one = report["quotations"][0]
    assert set(one) == {
        *("line", "column", "kind", "text", "verdict", "right", "matches", "citation", "cited_at", "before"),
        *("agreed", "faults"),
    }
    assert (one["line"], one["column"], one["kind"], one["right"]) == (3, 35, "inline", True)
    assert one["cited_at"] == {"line": 3, "column": 1}
    (match,) = one["matches"]
    assert set(match) == {
        *("verdict", "article", "title", "spans", "place", "diff", "offered", "remarks"),
    }
    start, end = match["spans"][0]
    assert end - start == len(match["offered"])


@pytest.mark.usefixtures("filled")
def test_what_is_piped_in_is_a_manuscript(
    answer: Answer, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    with (folder / "draft.md").open(encoding="utf-8") as piped:
        monkeypatch.setattr("sys.stdin", piped)
        report = answer("-", "--format", "markdown")
    assert (_verdicts(report), report["manuscript"]) == (EXPECTED, "-")


def test_it_says_what_it_cannot_do(pincite: Call, folder: Path) -> None:
    assert pincite("check", "draft.md")[::2] == (
        1,
        "pincite: The library is empty: add articles to it with “pincite add”, or name files with --in.\n",
    )
    assert "There is no file missing.md" in pincite("check", "missing.md")[2]
    assert "no words" in pincite("check", "…")[2]
    (folder / "plain.txt").write_text("Nothing here.", encoding="utf-8")
    assert pincite("check", "plain.txt")[::2] == (
        1,
        "pincite: Nothing is quoted in plain.txt: there is nothing to check.\n",
    )
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    assert "is a picture" in pincite("check", "picture.md")[2]
    (folder / "none").mkdir()
    assert "There are no articles" in pincite("check", "draft.md", "--in", "none")[2]
    assert pincite("check")[0] == 2
    assert pincite("check", "one", "two")[0] == 2


def test_nothing_of_a_manuscript_drives_the_terminal(folder: Path, pincite: Call) -> None:
    hostile = "“the \x1b]0;owned\x07 spring\u202e is [red]small” (Ruiz\x9b2J 2021)"
    (folder / "bad\x1b[2J.txt").write_text(hostile, encoding="utf-8")
    for options in ((), ("--json",)):
        _, out, err = pincite("check", "bad\x1b[2J.txt", "--in", "rivers.md", *options)
        assert not set("\x1b\x07\x9b\u202e") & set(out + err)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("citation", "work", "place"),
    [
        ("(Ruiz, 2021, para. 5)", "right", "right"),
        ("(Ruiz, 2021)", "right", "unsaid"),
        ("(Ruiz, 2021, paras. 4-5)", "right", "right"),
        ("(Ruiz, 2021, para. 4)", "right", "wrong"),
        ("(Ruiz, 2020, para. 5)", "wrong", "unknown"),
        ("(Hale & Brandt, 2018, para. 1)", "wrong", "unknown"),
        ("[@ruiz2021, ¶ 5]", "right", "right"),
        ("[@hale2018, ¶ 5]", "wrong", "unknown"),
        ("(para. 4)", "unsaid", "wrong"),
    ],
)
def test_what_a_citation_names(answer: Answer, citation: str, work: str, place: str) -> None:
    report = answer(f"“No map shows the delta as it is” {citation}")
    (one,) = report["quotations"]
    assert (one["verdict"], one["citation"]) == ("verbatim", citation)
    assert (one["agreed"]["work"], one["agreed"]["place"]) == (work, place)
    assert report["status"] == int("wrong" in (work, place))
