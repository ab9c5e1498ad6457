"""`python -m tests.bench.outline.train FILE…`: learn where sections begin, and how well that carries over.

Each file holds articles without their headings, one a line (see `data`); a file is a genre. Printed is what
k-fold cross-validation finds: articles are parted by a hash of what they are, and all that is learned is
learned anew in each fold from the articles outside of it. `--write` then learns from all of them and writes
the table that the program reads.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from math import exp, log, sqrt
from operator import mul
from pathlib import Path
from statistics import fmean
from typing import Final, NamedTuple

from corpus.outline.segmentation import features, weights
from corpus.outline.segmentation.division import LONGEST, Terms, divided
from corpus.outline.segmentation.model import Weight, Weights, odds_of
from corpus.outline.segmentation.vocabulary import vocabulary
from tests.bench.outline import data
from tests.bench.outline.data import Headless
from tests.bench.outline.logistic import fitted
from tests.bench.outline.measures import Breaks, breaks_measured

_RIDGE: Final = 60.0
_SEARCHED: Final = 150
"""Articles of a genre that terms are tried on."""
_FARTHEST: Final = 200
_LEAST_SPREAD: Final = 0.05
_GRID: Final = {
    "threshold": (-1.1, -0.9, -0.7, -0.5, -0.3, -0.1, 0.1, 0.3),
    "trust": (0.0, 0.25, 0.5, 0.75, 1.0),
    "pk": (0.3, 0.5, 0.6, 0.7, 0.8, 0.9),
    "doubt": (0.2, 0.25, 0.3, 0.35, 0.4, 0.45),
}
"""What is tried of each term; `trust` is the share in which the lengths of sections count."""


class Example(NamedTuple):
    """An article with its features, the genre it is of, and the fold it is measured in."""

    article: Headless
    rows: Sequence[Sequence[float]]
    genre: str
    fold: int


def main() -> None:
    """Cross-validate, and write the table if asked to."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.outline.train", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="articles without headings, *.jsonl")
    parser.add_argument("--folds", type=int, default=5, help="0 for no cross-validation")
    parser.add_argument("--write", action="store_true", help="write the table that the program reads")
    chosen = parser.parse_args()
    examples = [one for path in chosen.files for one in read(path, max(1, chosen.folds))]
    measured: dict[str, list[Breaks]] = {}
    for fold in range(chosen.folds):
        learned = learn([one for one in examples if one.fold != fold])
        print(f"fold {fold}: {_terms(learned.terms)}", flush=True)
        for one in examples:
            if one.fold == fold:
                measured.setdefault(one.genre, []).append(
                    _measured(one, odds_of(one.rows, learned), learned.terms)
                )
    for genre, some in measured.items():
        print(
            f"{genre:<20}{len(some):>5} articles  {_figures(some)}  (cross-validated, {chosen.folds} folds)"
        )
    if chosen.write:
        digest = sha256(b"".join(path.read_bytes() for path in chosen.files)).hexdigest()[:12]
        names = ", ".join(path.stem for path in chosen.files)
        written = table(learn(examples), f"Learned from {names} ({len(examples)} articles, {digest})")
        Path(weights.__file__).write_text(written, encoding="utf-8")


def read(path: Path, folds: int) -> list[Example]:
    """The articles of a file, with their features."""
    return [
        Example(one, features.rows(one.paragraphs, vocabulary(one.paragraphs)), path.stem, _fold(one, folds))
        for one in data.headless(path)
    ]


def _fold(article: Headless, folds: int) -> int:
    return int(sha256((article.source + article.paragraphs[0]).encode()).hexdigest(), 16) % folds


def learn(examples: Sequence[Example]) -> Weights:
    """Weights by logistic regression, then the terms of the division by coordinate search.

    A genre counts by the square root of its gaps: one with many articles does not drown the others.
    """
    sizes: dict[str, int] = {}
    for one in examples:
        sizes[one.genre] = sizes.get(one.genre, 0) + len(one.rows)
    least = min(sizes.values())
    shares = {genre: sqrt(least / size) for genre, size in sizes.items()}
    rows = [row for one in examples for row in one.rows]
    labels = [
        float(at in breaks)
        for one in examples
        for breaks in [set(one.article.breaks)]
        for at in range(1, len(one.article.paragraphs))
    ]
    counts = [shares[one.genre] for one in examples for _ in one.rows]
    odds, learned, means = fitted(rows, labels, counts, _RIDGE)
    table = {
        name: Weight(_rounded(weight), _rounded(mean))
        for name, weight, mean in zip(features.NAMES, learned, means, strict=True)
    }
    ratios = _ratios(examples, shares)
    weights = Weights(_rounded(odds), table, Terms(-0.3, ratios, 0.7, 0.35))
    return weights._replace(terms=_searched(examples, weights, ratios))


def _rounded(number: float) -> float:
    return float(f"{number:.3g}")


def _ratios(examples: Sequence[Example], shares: dict[str, float]) -> tuple[float, ...]:
    """How much more probable each length of a section is than if breaks knew nothing of each other.

    The lengths are taken to be spread as a logarithmic normal distribution. Given are logarithms.
    """
    lengths, counts = [], []
    for one in examples:
        places = [0, *one.article.breaks, len(one.article.paragraphs)]
        lengths += [after - before for before, after in pairwise(places)]
        counts += [shares[one.genre]] * (len(places) - 1)
    total = sum(counts)
    mean = sum(map(mul, lengths, counts)) / total
    middle = sum(log(length) * count for length, count in zip(lengths, counts, strict=True)) / total
    apart = sum((log(length) - middle) ** 2 * count for length, count in zip(lengths, counts, strict=True))
    spread = max(_LEAST_SPREAD, apart / total)
    normal = [-((log(length) - middle) ** 2) / spread / 2 - log(length) for length in range(1, _FARTHEST)]
    scale = log(sum(map(exp, normal)))
    return tuple(
        normal[length - 1] - scale - log(1 / mean) - (length - 1) * log(1 - 1 / mean)
        for length in range(1, LONGEST + 1)
    )


def _searched(examples: Sequence[Example], weights: Weights, ratios: tuple[float, ...]) -> Terms:
    """The terms with the least Pk - F1, both of them aims, by the mean of the genres' means."""
    genres: dict[str, list[Example]] = {}
    for one in sorted(examples, key=lambda one: sha256(one.article.paragraphs[0].encode()).digest()):
        genres.setdefault(one.genre, []).append(one)
    some = [(one, odds_of(one.rows, weights)) for genre in genres.values() for one in genre[:_SEARCHED]]

    def cost(values: dict[str, float]) -> float:
        terms = _made(values, ratios)
        costs: dict[str, list[float]] = {}
        for one, odds in some:
            found = _measured(one, odds, terms)
            costs.setdefault(one.genre, []).append(found.pk - found.f1)
        return fmean(map(fmean, costs.values()))

    values = {"threshold": -0.3, "trust": 0.5, "pk": 0.7, "doubt": 0.35}
    tried: dict[tuple[float, ...], float] = {}
    for _ in range(2):
        for name, choices in _GRID.items():
            options = [{**values, name: choice} for choice in choices]
            for option in options:
                tried.setdefault(
                    tuple(option.values()), cost(option) if tuple(option.values()) not in tried else 0.0
                )
            values = min(options, key=lambda option: tried[tuple(option.values())])
    return _made(values, ratios)


def _made(values: dict[str, float], ratios: tuple[float, ...]) -> Terms:
    lengths = tuple(round(values["trust"] * ratio, 2) for ratio in ratios)
    return Terms(values["threshold"], lengths, values["pk"], values["doubt"])


def _measured(one: Example, odds: list[float], terms: Terms) -> Breaks:
    return breaks_measured(one.article.breaks, divided(odds, terms), len(one.article.paragraphs))


def _figures(some: Sequence[Breaks]) -> str:
    pk, difference, f1 = (100 * fmean(values) for values in zip(*some, strict=True))
    return f"Pk {pk:4.1f}  WD {difference:4.1f}  F1 {f1:4.1f}"


def _terms(terms: Terms) -> str:
    lengths = " ".join(f"{worth:g}" for worth in terms.lengths[:6])
    return f"threshold {terms.threshold}, pk {terms.pk}, doubt {terms.doubt}, lengths {lengths} …"


def table(weights: Weights, origin: str) -> str:
    """The module that the program reads."""
    lines = [
        '"""The table that `python -m tests.bench.outline.train … --write` has written: do not edit it."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final",
        "",
        "from corpus.outline.segmentation.division import Terms",
        "from corpus.outline.segmentation.model import Weight, Weights",
        "",
        f"# {origin}.",
        "WEIGHTS: Final = Weights(",
        f"    odds={weights.odds},",
        "    features={",
        *(f'        "{name}": Weight({one.weight}, {one.usual}),' for name, one in weights.features.items()),
        "    },",
        "    terms=Terms(",
        f"        threshold={weights.terms.threshold},",
        "        lengths=(",
        *(f"            {worth}," for worth in weights.terms.lengths),
        "        ),",
        f"        pk={weights.terms.pk},",
        f"        doubt={weights.terms.doubt},",
        "    ),",
        ")",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
