"""The benchmark of the search: a smoke run of all of it, and the parts of it that judge. Nothing is timed."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from corpus import words
from corpus.opening import shipped_path
from corpus.search.answer import Answer, Hit
from corpus.search.snippet import Snippet
from tests.bench.search import completeness, engines, fts5, manuals
from tests.bench.search.asking import keys
from tests.bench.search.drawing import Drawing, NothingToDraw
from tests.bench.search.measures import MEASURES, PARTS, Amounts, Row
from tests.bench.search.results import Results
from tests.bench.search.run import Run
from tests.bench.search.scan import FoldedTexts, Scan
from tests.bench.search.table import table, versions
from tests.bench.search.texts import Article, Texts, make_library

ARTICLES = ["six-part-roadmap.txt", "six-part-roadmap.zh.txt", "tour.md"]
FEW = Amounts(queries=2, phrases=3, words=3, starts=1, changes=1, drawn=12, chinese=6, altered=6)
NAME = "tiny"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    path = tmp_path_factory.mktemp("tiny") / "library.db"
    make_library(path, map(shipped_path, ARTICLES), 1_000_000)
    return Texts.of(NAME, path)


def test_a_run_has_every_measure_of_our_search(tiny: Texts, tmp_path: Path) -> None:
    results = Results()
    Run(tiny, ["pincite", "FTS5"], tmp_path, FEW, 1, results).measure(PARTS)
    rows = {row.measure: row for row in results.rows() if row.engine in ("pincite", "searching")}
    assert set(rows) == set(MEASURES)
    assert {row.engine for row in results.rows() if row.measure == "phrase of 3"} == {
        "pincite",
        "pincite, all counted",
        "FTS5",
        "plain scan",
        "scan to the end",
    }
    # Whatever is drawn from the texts, every engine finds; so do its processes.
    for row in results.rows():
        assert all(results.samples(row).answered), row
    for measure, asked in (("found", 12), ("found, Chinese", 6), ("marked", 18), ("not found", 6)):
        assert results.samples(rows[measure]).values == [True] * asked, results.remarks
    assert len(results.samples(Row("change", NAME, "pincite, child")).values) == 1
    printed = "\n".join(table(results))
    assert all(f"\n{name}: {measure.says}" in printed for name, measure in MEASURES.items())
    assert json.loads(json.dumps(list(results.as_json())))[0]["median"] > 0
    assert results.remarks == [f"tiny: 3 articles, {tiny.size:,} bytes of text."]
    assert "SQLite" in versions()


def test_the_same_seed_draws_the_same(tiny: Texts) -> None:
    one, same, other = (Drawing(tiny, seed).phrases(20, 2, 8) for seed in (1, 1, 2))
    assert one == same != other


def test_a_phrase_stands_where_it_was_drawn_from(tiny: Texts) -> None:
    texts = {article.id: article.text for article in tiny.articles}
    drawing = Drawing(tiny, 1)
    for drawn in drawing.phrases(50, 2, 8) + drawing.chinese_phrases(50, 2, 6):
        place = texts[drawn.article][drawn.start : drawn.end]
        assert place[0].isalnum()
        assert place[-1].isalnum()
        assert not set(drawn.text) & set('"“”')
        assert words.columns(drawn.text)[2] == words.columns(place)[2]
    for phrase in drawing.plain_phrases(20, 3):
        assert re.fullmatch("[A-Za-z]+ [A-Za-z]+ [A-Za-z]+", phrase)


def test_a_phrase_has_no_signs_at_its_edges(tmp_path: Path) -> None:
    text = "“__all__ (names)”"
    texts = Texts(NAME, tmp_path, (Article(7, "", text, ((0, len(text)),)),), len(text))
    (drawn,) = Drawing(texts, 1).phrases(1, 2, 2)
    assert (drawn.text, text[drawn.start : drawn.end]) == (" __all__ (names) ", "all__ (names")


def test_an_altered_phrase_stands_nowhere(tiny: Texts) -> None:
    folded = FoldedTexts(tiny)
    joined = [" ".join(words.fold(article.text).split()) for article in tiny.articles]
    drawing = Drawing(tiny, 1)
    assert all(folded.stands(phrase) for phrase in drawing.plain_phrases(20, 3))
    altered = drawing.altered_phrases(30, folded.stands)
    assert len(altered) == 30
    assert not any(words.fold(phrase) in text for phrase in altered for text in joined)
    with pytest.raises(NothingToDraw, match="only 0"):
        drawing.altered_phrases(1, lambda _: True)


def test_the_scan_stops_at_the_places_asked_for(tiny: Texts) -> None:
    folded = FoldedTexts(tiny)
    text = " ".join(words.columns(tiny.articles[0].text)[2])
    there = len(re.findall(r"\bthe\b", text))
    assert there > 1
    assert Scan(folded, 1).phrase("The") == there
    assert Scan(folded, None).phrase("The") >= there
    assert Scan(folded).phrase("the the the") == 0


def test_a_word_is_asked_for_from_its_third_letter_on() -> None:
    assert keys("river a") == ["riv", "rive", "river", "river ", "river a"]
    assert keys("ab") == ["ab"]


class Liar:
    """Gives the same answer to everything."""

    def __init__(self, answer: Answer) -> None:
        self.hits = lambda *_, **__: answer


def judged(answer: Answer, tiny: Texts) -> Results:
    results, liar = Results(), Liar(answer)
    amounts = Amounts(drawn=12, chinese=2, altered=5)
    asked: Any = liar
    completeness.complete(NAME, asked, FoldedTexts(tiny), Drawing(tiny, 1), amounts, results)
    return results


def values(results: Results, measure: str) -> list[float]:
    return results.samples(Row(measure, NAME, "pincite")).values


def test_a_search_that_finds_nothing_is_seen_through(tiny: Texts) -> None:
    results = judged(Answer(()), tiny)
    assert values(results, "found") == [False] * 12
    assert values(results, "found, Chinese") == [False] * 2
    assert values(results, "not found") == [True] * 5
    assert len(results.remarks) == 11
    assert results.remarks[-1] == "… and 4 more."


def test_a_search_that_finds_anything_is_seen_through(tiny: Texts) -> None:
    hits = tuple(
        Hit(article.id, "", "", (), None, 0, len(article.text), Snippet(""), ((0, 1),), 1.0)
        for article in tiny.articles
    )
    results = judged(Answer(hits), tiny)
    assert values(results, "found") == [True] * 12
    assert values(results, "marked") == [False] * 14
    assert values(results, "not found") == [False] * 5


def test_nothing_found_is_not_certain_where_looking_was_broken_off(tiny: Texts) -> None:
    assert values(judged(Answer((), complete=False), tiny), "not found") == [False] * 5


def test_texts_without_chinese_are_judged_without(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make_library(path, [shipped_path("six-part-roadmap.txt")], 1)
    texts = Texts.of(NAME, path)
    assert f"{NAME}: no Chinese in these texts." in judged(Answer(()), texts).remarks


def test_a_set_ends_when_it_has_its_size(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    written = make_library(path, map(shipped_path, ARTICLES), 100)
    texts = Texts.of(NAME, path)
    assert len(texts.articles) == 1
    assert texts.size == written >= 100


def test_what_cannot_be_opened_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, empty = tmp_path / "library.db", tmp_path / "empty.html"
    empty.touch()
    make_library(path, [empty, shipped_path("tour.md")], 100)
    assert len(Texts.of(NAME, path).articles) == 1
    assert "left out: empty.html is empty" in capsys.readouterr().err


def test_manuals_are_mixed_in_an_order_that_stays(tmp_path: Path) -> None:
    wanted = ["linux-doc-6/a.html", "debian-handbook/en-US/a.html", "debian-handbook/zh-CN/a.html"]
    others = ["linux-doc-6/genindex.html", "debian-handbook/ja-JP/a.html", "linux-doc-6/a.txt"]
    for name in wanted + others:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "linux-doc-6" / "again.html").symlink_to("a.html")
    folders = [tmp_path / "linux-doc-6", tmp_path / "debian-handbook"]
    chinese, rest = manuals.articles(folders)
    assert chinese == [tmp_path / "debian-handbook/zh-CN/a.html"]
    assert set(rest) == {tmp_path / "linux-doc-6/a.html", tmp_path / "debian-handbook/en-US/a.html"}
    moved = Path(shutil.copytree(tmp_path, tmp_path.parent / "moved", symlinks=True))
    again = manuals.articles([moved / "debian-handbook", moved / "linux-doc-6"])[1]
    assert [path.relative_to(moved) for path in again] == [path.relative_to(tmp_path) for path in rest]


def test_what_apt_cannot_fetch_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ready = tmp_path / "unpacked" / "debian-faq"
    ready.mkdir(parents=True)
    folders, missing = manuals.fetch(tmp_path)
    assert folders == [ready]
    assert len(missing) == len(manuals.PACKAGES) - 1
    assert "debian-policy is missing: there is no apt-get here" in missing
    assert "linux-doc is missing: there is no apt-cache here" in missing


def test_tantivy_is_left_out_where_it_cannot_be_had(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "could not be installed" in engines.install_tantivy(tmp_path / "file" / "tantivy")


def test_fts5_finds_beginnings_words_and_phrases(tiny: Texts, tmp_path: Path) -> None:
    assert fts5.write(tiny.library, tmp_path / "index") > 0
    engine = fts5.opened(tiny.library, tmp_path / "index")
    assert engine.typed("six par") > 0
    assert engine.typed("six par ") == engine.words("six par") == 0
    assert engine.phrase("six part") > 0 == engine.phrase("part six")
    assert engine.phrase('of"the') == engine.phrase("of the")
    engine.close()


def test_medians_are_divided_by_what_they_are_compared_with() -> None:
    results = Results()
    ours, theirs = Row("a key", NAME, "pincite"), Row("a key", NAME, "FTS5")
    for processor in (0.02, 0.04, 9.0):
        results.note(ours, 10.0, processor, answered=True)
    results.note(theirs, 0.5, 0.02, answered=False)
    assert results.ratio(ours) == (2.0, "÷ FTS5")
    assert results.ratio(theirs) is None
    lines = list(table(results))
    assert any("pincite" in line and line.endswith("2.00 ÷ FTS5") for line in lines)
    assert any("FTS5" in line and line.endswith("(hits for 0 of 1)") for line in lines)
    assert results.ratio(Row("a key", NAME, "tantivy")) is None


def test_a_child_can_import_what_this_process_can() -> None:
    from tests.bench.search.children import environment

    assert str(Path(__file__).parent.parent) in environment()["PYTHONPATH"].split(os.pathsep)
