"""What pandoc makes of a style: it is given citations in Markdown, and answers with its syntax tree.

Tree: https://hackage.haskell.org/package/pandoc-types/docs/Text-Pandoc-Definition.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from corpus.citation.csl.item import Task
from corpus.citation.phrase import Face, Phrase, Run

# Signs, and a bare number for a page: in a style of another language pandoc knows no English words.
_SIGNS: Final = {"page": "", "paragraph": "¶ ", "section": "§ "}
_FACES: Final = {
    "Emph": Face.ITALIC,
    "Strong": Face.STRONG,
    "SmallCaps": Face.SMALL_CAPITALS,
    "Superscript": Face.RAISED,
}
_WITHIN: Final = ("Subscript", "Strikeout", "Underline")
_BLANKS: Final = ("Space", "SoftBreak", "LineBreak")
_MARKS: Final = {"SingleQuote": "‘’", "DoubleQuote": "“”"}


def command(style: Path, items: Path) -> list[str]:
    """How pandoc is called: in its sandbox, without the reader's own files for it, with no network."""
    return [
        "pandoc",
        "--sandbox",
        f"--data-dir={style.parent}",
        "--from=markdown",
        "--to=json",
        "--citeproc",
        f"--csl={style}",
        f"--bibliography={items}",
    ]


def asked(task: Task) -> bytes:
    """The citations that bring out the form: the last of them is in it."""
    locator = f", {{{_SIGNS[task.label]}{task.words}}}" if task.words else ""
    return "".join(f"[@{id}{locator if id == 'work' else ''}]\n\n" for id in task.cited()).encode()


def read(answer: bytes, task: Task) -> Phrase:
    """The form in what pandoc answered. Raises ValueError, LookupError or TypeError."""
    blocks = json.loads(answer)["blocks"]
    if task.form == "entry":
        found = [node["c"][1] for node in _nodes(blocks, "Div") if node["c"][0][0] == "ref-work"]
        return _joined(_runs(found[0])) if found else Phrase()
    *_, last = _nodes(blocks, "Cite")
    return _joined(_runs(last["c"][1]))


def _nodes(tree: Any, kind: str) -> Iterator[Any]:
    """All nodes of a kind, in order."""
    if isinstance(tree, list):
        for part in tree:
            yield from _nodes(part, kind)
    elif isinstance(tree, dict):
        if tree.get("t") == kind:
            yield tree
        yield from _nodes(tree.get("c"), kind)


def _runs(tree: Any, face: Face = Face.ROMAN) -> Iterator[Run]:
    """The words of inlines or blocks, in their faces; what a note holds stands in their place."""
    if isinstance(tree, list):
        for part in tree:
            yield from _runs(part, face)
        return
    kind, content = tree["t"], tree.get("c")
    if kind == "Str":
        yield Run(content, face)
    elif kind in _BLANKS:
        yield Run(" ", face)
    elif kind in _FACES:
        # Within italics that is how a style sets off what is roman; two faces at once there are not.
        yield from _runs(content, _FACES[kind] if face is Face.ROMAN else face)
    elif kind == "Quoted":
        marks = _MARKS[content[0]["t"]]
        yield from (Run(marks[0], face), *_runs(content[1], face), Run(marks[1], face))
    elif kind in ("Link", "Span", "Div"):
        yield from _runs(content[1], face)
        # In a numbered list the number stands in the margin, in a span of its own.
        if "csl-left-margin" in content[0][1]:
            yield Run(" ", face)
    elif kind in ("Note", "Para", "Plain", *_WITHIN):
        yield from _runs(content, face)
    elif kind == "Code":
        yield Run(content[1], face)


def _joined(runs: Iterator[Run]) -> Phrase:
    """The runs as a phrase, those of one face together."""
    whole: list[Run] = []
    for run in runs:
        if whole and whole[-1].face is run.face:
            whole[-1] = Run(whole[-1].text + run.text, run.face)
        else:
            whole.append(run)
    return Phrase(*whole)
