"""Learning where sections begin: the regression, and the table that is written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from corpus.outline.segmentation.weights import WEIGHTS
from tests.bench.outline import train
from tests.bench.outline.logistic import fitted

_ROCKS = "Granite is a coarse rock of quartz that cooled slowly under the ground near the quarry."
_BIRDS = "A heron stands in shallow water and catches more fish than the gull on the shore."


def test_the_regression_ends_where_no_weight_could_be_better() -> None:
    # Of rows without the column one of four is true, of rows with it three of four.
    rows = [[0.0]] * 4 + [[1.0]] * 4
    labels = [0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0]
    odds, weights, means = fitted(rows, labels, [1.0] * 8, 0.0)
    assert means == [0.5]
    assert odds == pytest.approx(0.0, abs=0.01)
    # The logarithm of nine: odds of one to three become three to one.
    assert weights == [pytest.approx(2.197, abs=0.02)]


def test_a_ridge_keeps_weights_small_and_a_row_counts_as_often_as_it_is_told() -> None:
    rows, labels = [[0.0], [1.0]], [0.0, 1.0]
    _, free, _ = fitted(rows, labels, [8.0, 8.0], 1.0)
    _, kept, _ = fitted(rows, labels, [8.0, 8.0], 50.0)
    assert free[0] > 3 * kept[0] > 0
    _, doubled, _ = fitted(rows * 2, labels * 2, [4.0] * 4, 1.0)
    assert doubled == [pytest.approx(free[0], abs=0.01)]


def test_the_table_that_is_written_holds_what_was_learned() -> None:
    scope: dict[str, object] = {}
    exec(train.table(WEIGHTS, "Learned from nothing"), scope)
    assert scope["WEIGHTS"] == WEIGHTS


def test_the_command_cross_validates_each_genre(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for genre in ("one", "two"):
        articles = [
            {
                "source": f"{genre} {number}",
                "paragraphs": [f"{_ROCKS} {number}"] * 3 + [_BIRDS] * 3,
                "boundaries": [0, 3],
                "titles": ["", "Birds"],
            }
            for number in range(8)
        ]
        (tmp_path / f"{genre}.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    files = [str(tmp_path / "one.jsonl"), str(tmp_path / "two.jsonl")]
    monkeypatch.setattr(sys, "argv", ["train", *files, "--folds", "2"])
    train.main()
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["fold", "fold", "one", "two"]
    # All articles are alike: what is learned from some is right for the others.
    assert all("Pk  0.0  WD  0.0  F1 100.0" in line for line in lines[2:])
