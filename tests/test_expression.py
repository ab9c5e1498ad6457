"""Expressions that are compiled at their first use: all of them can be, and they do what others do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from corpus.expression import _Late, compile_one, expression

ROOT = Path(__file__).parent.parent


def late(value: object) -> Iterator[_Late]:
    """The expressions in a value of a module: it is one, or a table of them."""
    if isinstance(value, _Late):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from late(item)


def all_of_ours() -> Iterator[tuple[str, _Late]]:
    for package in ("corpus", "tui"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            if "expression(" in path.read_text("utf-8") and name != "corpus.expression":
                for variable, value in vars(import_module(name)).items():
                    for found in late(value):
                        yield f"{name}.{variable}", found


def test_every_expression_of_ours_can_be_compiled() -> None:
    found = dict(all_of_ours())
    assert "corpus.sanitiser._HARMFUL" in found
    for each in found.values():
        assert isinstance(each.pattern, (str, bytes))


def test_an_expression_does_what_a_compiled_one_does() -> None:
    ours = expression(r"(?P<word>[a-z]+)", re.IGNORECASE)
    match = ours.search("1 River")
    assert match is not None
    assert match["word"] == "River"
    assert ours.sub("x", "One two") == "x x"
    assert (ours.flags & re.IGNORECASE, ours.groups) == (re.IGNORECASE, 1)


def test_a_fault_is_told_at_the_first_use() -> None:
    faulty = expression("(")
    with pytest.raises(re.error):
        faulty.search("")


def test_an_expression_can_be_compiled_ahead_of_its_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.expression._LATE", [])
    ours = expression("[a-z]+")
    assert "match" not in vars(ours)
    assert compile_one()
    assert "match" in vars(ours)
    assert not compile_one()
