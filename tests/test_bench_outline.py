"""The benchmark of outlines: measures computed by hand, texts whose headings are known, its command."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from corpus.opening import open_bytes
from corpus.outline.labels import Label
from tests.bench.outline import __main__ as command
from tests.bench.outline import data, finding, labelling, man_pages, manuals, pages, unseen, written
from tests.bench.outline.baselines import even, u00
from tests.bench.outline.data import Headed, Heading, Headless
from tests.bench.outline.keeping import Keeping
from tests.bench.outline.labelling import Labelled
from tests.bench.outline.measures import breaks_measured, difference, headings_measured

ROCKS = "Granite is a coarse rock of quartz and feldspar that cooled slowly, far below the ground."
BIRDS = "A heron stands in shallow water for an hour, and then catches more fish than the gull."
MARKET = "The guild fixed the price of bread each Friday; a baker who asked for more was fined."
PAGE = f"""<html><title>T</title><body><p>Home</p><h1>Chapter 1. A walk</h1><p>{ROCKS}</p><p>{ROCKS}</p>
<h2>1.1. Birds</h2><p>{BIRDS}</p><p>{BIRDS}</p><h3>Note</h3><p>{BIRDS}</p><ul><li>{BIRDS}</li></ul>
<h2>1.2. Bread</h2><h3>1.2.1. Its price</h3><p>{MARKET}</p><pre>a = 1</pre><p>{MARKET}</p><p>{MARKET}</p>
<h3>1.2.2. Its weight</h3><p>{MARKET}</p><p>{MARKET}</p><p>{MARKET}</p><p>Copyright 2020</p><p>Next</p>
</body></html>"""


def test_breaks_are_compared_as_pk_and_window_diff_say() -> None:
    # Eight paragraphs in two sections: the window is 2, and there are six places for it.
    assert breaks_measured([4], [4], 8) == (0.0, 0.0, 1.0)
    assert breaks_measured([4], [], 8) == (2 / 6, 2 / 6, 0.0)
    assert breaks_measured([4], [5], 8) == (2 / 6, 2 / 6, 0.0)
    # Both windows over the break see two there, which only WindowDiff holds against it.
    assert breaks_measured([4], [3, 4], 8) == (1 / 6, 2 / 6, 2 / 3)
    assert breaks_measured([], [], 1) == (0.0, 0.0, 1.0)


def test_headings_are_compared_in_order_and_with_their_parents() -> None:
    true = [Heading(1, "One"), Heading(2, "Of it"), Heading(1, "CHAPTER II: Two")]
    found = [Heading(1, "One"), Heading(1, "of it"), Heading(1, "none"), Heading(1, "CHAPTER II — Two")]
    measured = headings_measured(true, found)
    assert measured == (3, 4, 3, 2)
    assert (measured.precision, measured.recall, measured.f1) == (0.75, 1.0, 6 / 7)
    assert measured.parents == pytest.approx(2 / 3)
    assert headings_measured([], []).f1 == 1.0


def test_a_difference_is_as_sure_as_its_articles_agree() -> None:
    assert difference([3.0, 4.0, 5.0], [1.0, 2.0, 3.0]) == (2.0, 2.0, 2.0)
    mean, low, high = difference([0.0, 4.0] * 20, [1.0] * 40)
    assert mean == 1.0
    # The error of the mean is 2/√40, so nineteen of twenty lie within ± 0.62.
    assert 0.3 < low < 0.5
    assert 1.5 < high < 1.7
    assert difference([0.0, 4.0], [1.0, 1.0], seed=2) == difference([0.0, 4.0], [1.0, 1.0], seed=2)


def test_an_even_split_and_u00_divide_what_is_evident() -> None:
    article = [ROCKS] * 4 + [BIRDS] * 4
    assert even(article, 2) == [4]
    assert u00(article) == [4]
    assert u00([ROCKS] * 8) == []


def test_a_label_hits_by_a_word_of_the_title_in_whatever_form() -> None:
    some = [
        Labelled("The price of baking", Label("What a baker asks", "")),
        Labelled("Herons", Label("Some stand in water", "a heron")),
        Labelled("Herons", Label("Some stand in the water", "the gulls")),
        Labelled("面包价格", Label("行会定下的价格", "")),
        Labelled("面包价格", Label("面粉和代价", "")),
    ]
    assert labelling.hits(some)[:3] == (0.6, 0.4, 0.2)
    assert labelling.roots("What is it about?") == set()
    article = Headless("a", (ROCKS, BIRDS), (1,), ("", "Of birds"))
    assert [one.title for one in labelling.labelled(article)] == ["Of birds"]


def test_an_article_of_a_manual_loses_headings_boxes_code_and_what_stands_around_it() -> None:
    (article,) = manuals.articles_of(open_bytes(PAGE.encode(), "a.html"), "a")
    assert article.titles == ("Chapter 1. A walk", "1.1. Birds", "1.2.1. Its price", "1.2.2. Its weight")
    assert article.breaks == (2, 6, 9)
    assert article.paragraphs == (*[ROCKS] * 2, *[BIRDS] * 4, *[MARKET] * 6)


def test_a_long_page_is_divided_at_its_highest_headings() -> None:
    article = PAGE[PAGE.index("<p>Gran") : PAGE.index("<p>Copy")]
    parts = (article.replace("<h2>", f"<h2>{part}.").replace("<h3>", f"<h3>{part}.") for part in range(11))
    body = "".join(f"<h1>{number}</h1>{part}" for number, part in enumerate(parts))
    found = manuals.articles_of(open_bytes(body.encode(), "a.html"), "a")
    assert [one.source for one in found] == ["a", *(f"a#{number}" for number in range(1, 11))]
    assert {len(one.paragraphs) for one in found} == {12}


@pytest.mark.parametrize("name", written.FAMILIES)
def test_a_page_is_written_with_headings_that_are_known(name: str) -> None:
    language = "zh" if name == "chinese" else "en"
    one = written.written(
        pages.Page("a", language, open_bytes(PAGE.encode(), "a.html")), written.FAMILIES[name]
    )
    if name in ("capitals", "chapters", "sections"):
        # Only two headings stand at the first level, which makes no such article.
        assert one is None
        return
    assert one is not None
    lines = one.text.splitlines()
    assert [title for title in (heading.title for heading in one.headings) if title not in lines] == []
    levels = [heading.level for heading in one.headings]
    assert levels == ([] if name == "headless" else [1, 1, 2, 2])
    assert ROCKS in " ".join(one.text.split())
    assert any(line.endswith("    a = 1") for line in lines)


def test_lines_that_may_be_headings_are_left_out_of_a_text() -> None:
    page = PAGE.replace("<ul>", "<p>A box</p><p>It is so:</p><ul><li>1.2. Bread</li>")
    one = written.written(
        pages.Page("a", "", open_bytes(page.encode(), "a.html")), written.FAMILIES["headless"]
    )
    assert one is not None
    lines = one.text.splitlines()
    assert "It is so:" in lines
    assert [line for line in lines if "A box" in line or "1.2." in line] == []


def test_ways_to_write_headings_count_as_their_readers_do() -> None:
    one = written._Title("Bread", 2, (4, 19))
    forms = {name: family.written(one, "de").lines for name, family in written.FAMILIES.items()}
    assert forms["numbered"] == ["4.19 Bread"]
    assert forms["lettered"] == ["S. Bread"]
    assert forms["chapters"] == ["KAPITEL IV", "", "Bread"]
    assert forms["chinese"] == ["第十九节　Bread"]
    assert forms["underlined"] == ["Bread", "-----"]
    assert written._underlined(written._Title("面包", 1, (1,)), "zh").lines == ["面包", "===="]
    assert [written._roman(number) for number in (4, 9, 14, 18)] == ["IV", "IX", "XIV", "XVIII"]
    assert [written._chinese_number(number) for number in (3, 10, 12, 20, 21)] == [
        "三",
        "十",
        "十二",
        "二十",
        "二十一",
    ]


def test_headings_of_a_manual_page_are_read_as_they_are_printed() -> None:
    source = (
        '.TH X 1\n.SH NAME\n.SH "SEE ALSO" \\" there\n.SS \\fBgit\\-log\\fR \\(aqa\\(aq\n.Ss Two\n.SHARP no\n'
    )
    assert man_pages.headings(source) == (
        Heading(1, "NAME"),
        Heading(1, "SEE ALSO"),
        Heading(2, "git-log 'a'"),
        Heading(2, "Two"),
    )


def test_manual_pages_are_printed_by_man(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "pack/usr/share/man/man1/x.1.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(gzip.compress(b".SH NAME\nx\n"))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/man").write_text('#!/bin/sh\necho "NAME at $MANWIDTH"\n')
    (tmp_path / "bin/man").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    (one,) = man_pages.texts(tmp_path / "pack")
    assert one == Headed("pack/usr/share/man/man1/x.1.gz", "NAME at 80\n", (Heading(1, "NAME"),))


def test_what_is_made_is_kept_until_the_program_changes(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("1")
    article = Headless("a", ("one\u2028line", "two"), (1,), ("", "Two"))
    Keeping(tmp_path, "some", program).write([data.headless_row(article)])
    keeping = Keeping(tmp_path, "some", program)
    assert keeping.is_there
    assert data.headless(keeping.path) == [article]
    program.write_text("2")
    assert not Keeping(tmp_path, "some", program).is_there


def test_the_command_tells_what_was_tuned_on_and_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    article = Headless("a", (*[ROCKS] * 4, *[BIRDS] * 4, *[MARKET] * 4), (4, 8), ("", "Herons", "Bread"))
    (tmp_path / "blog.jsonl").write_text(json.dumps(data.headless_row(article)))
    text = Headed("b", f"Stone\n=====\n\n{ROCKS}\n\nBread\n=====\n\n{MARKET}\n", (Heading(1, "Stone"),))
    (tmp_path / "explicit-rfc.jsonl").write_text(json.dumps(data.headed_row(text)))
    ready = tmp_path / "cache/unpacked/harden-doc/en-US"
    ready.mkdir(parents=True)
    (ready / "a.html").write_text(PAGE)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(
        sys, "argv", ["outline", str(tmp_path), "--cache", str(tmp_path / "cache"), "--show", "1"]
    )
    command.main()
    said = capsys.readouterr().out
    tuned, other = said.split("unseen: nothing was tuned on these", 1)
    assert said.startswith(f"data {data.digest(tmp_path)} · ")
    assert "tuned on: " in tuned
    assert "blog            U00               Pk   0.0" in tuned
    assert "manuals en      ours" in other
    assert "rfc             P  50.0  R 100.0" in other
    assert "b: missed [] false ['Bread']" in other
    assert "privoxy is missing: there is no apt-get here" in other
    assert "Manual pages are missing: there is no man here." in other
    assert "six paragraphs" in other


def test_wrong_headings_are_told_by_their_words() -> None:
    one = Headed("a", f"CHAPTER I\n\n{ROCKS}\n", (Heading(1, "Chapter I."), Heading(1, "Gone")))
    (wrong,) = finding._wrong(one, [Heading(1, "CHAPTER I"), Heading(1, "More")], 3)
    assert wrong == "  a: missed ['Gone'] false ['More']"


def test_unseen_texts_are_drawn_another_way_for_each_set() -> None:
    texts = [Headed(str(number), "", ()) for number in range(80)]
    some, others = unseen._drawn("bare", texts), unseen._drawn("numbered", texts)
    assert len(some) == len(others) == 60
    assert some != others
    assert some == unseen._drawn("bare", texts[::-1])
