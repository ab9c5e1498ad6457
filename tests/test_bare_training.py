from __future__ import annotations

import json
from pathlib import Path

from corpus.outline.lines.bare.weights import WEIGHTS
from tests.bench.outline.bare_training import Example, examples, learned, texts

PROSE = "The committee met in the morning and went through the papers that it had been sent by the board."


def test_what_is_found_with_headings_alone_weighs_for_them() -> None:
    found = [
        *(Example({"asks": 1.0, "comma": 1.0}, right=False) for _ in range(8)),
        *(Example({"title case": 2.0, "comma": 1.0}, right=True) for _ in range(8)),
        Example({"title case": 1.0}, right=False),
    ]
    weights = learned(found)
    assert weights["title case"] > 0.5 > -0.5 > weights["asks"]
    assert set(weights) == {"", "asks", "comma", "title case"}


def test_each_text_is_learned_from_twice_and_its_traits_are_those_of_the_table(tmp_path: Path) -> None:
    lines = ["Vega", "", PROSE, "", "How the pier burned", "", PROSE, "", "What comes next", "", PROSE]
    headed = {"source": "port", "text": "\n".join(lines), "headings": [{"line": 4}, {"line": 8}]}
    wiki = {"title": "Sea", "paragraphs": [PROSE, PROSE], "boundaries": [0, 1], "titles": ["", "Tides"]}
    (tmp_path / "explicit-bareline.jsonl").write_text(json.dumps(headed))
    (tmp_path / "explicit-headless.jsonl").write_text("")
    (tmp_path / "wiki.jsonl").write_text(json.dumps(wiki))
    made = list(texts(tmp_path))
    assert [len(text.headings) for text in made] == [2, 2, 1, 1]
    found = [example for text in made for example in examples(text)]
    assert sum(example.right for example in found) == 6
    assert any(name in WEIGHTS for example in found for name in example.traits)
