"""What citeproc-py makes of a style, in a process of its own: ``python -m corpus.citation.csl.citeproc``.

So it can be stopped where it does not end, and takes no time and no memory from reading.
"""

from __future__ import annotations

import json
import sys
import warnings
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from corpus.citation.csl.item import Task
from corpus.citation.phrase import Face, Phrase, Run

_FACES: Final = {"i": Face.ITALIC, "em": Face.ITALIC, "b": Face.STRONG, "sup": Face.RAISED}


def command(style: Path, items: Path) -> list[str]:
    """How it is called."""
    return [sys.executable, "-P", "-m", "corpus.citation.csl.citeproc", str(style), str(items)]


def asked(task: Task) -> bytes:
    """The locator and the form, as JSON."""
    return json.dumps(
        {"label": task.label, "words": task.words, "cited": task.cited(), "entry": task.form == "entry"}
    ).encode()


def read(answer: bytes, _task: Task) -> Phrase:
    """The form in what was answered."""
    reader = _Faces()
    reader.feed(answer.decode())
    reader.close()
    return Phrase(*reader.runs)


class _Faces(HTMLParser):
    """The words of a little HTML, in their faces."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Run] = []
        self._open: list[Face] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a face."""
        small = tag == "span" and "small-caps" in (dict(attrs).get("style") or "")
        self._open.append(_FACES.get(tag, Face.SMALL_CAPITALS if small else Face.ROMAN))

    def handle_endtag(self, _tag: str) -> None:
        """End it."""
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take words."""
        faces = [face for face in self._open if face is not Face.ROMAN]
        self.runs.append(Run(" ".join(data.split("\n")), faces[0] if faces else Face.ROMAN))


def main(style: str, items: str) -> int:
    """Write the form that standard input asks for to standard output, as HTML; the exit status."""
    # Not above: the module is imported for `command` too, and citeproc-py is untyped.
    citeproc: Any = import_module("citeproc")
    source_of = import_module("citeproc.source.json").CiteProcJSON
    wanted: dict[str, Any] = json.load(sys.stdin)
    warnings.simplefilter("ignore")  # about fields that it does not know
    source = source_of(json.loads(Path(items).read_text("utf-8")))
    read = citeproc.CitationStylesStyle(style, validate=False)
    whole = citeproc.CitationStylesBibliography(read, source, citeproc.formatter.html)
    locator = {"locator": citeproc.Locator(wanted["label"], wanted["words"])} if wanted["words"] else {}
    citations = []
    for id in wanted["cited"]:
        item = citeproc.CitationItem(id, **(locator if id == "work" else {}))
        citations.append(citeproc.Citation([item]))
    for citation in citations:
        whole.register(citation)
    said = [str(whole.cite(citation, lambda _item: None)) for citation in citations][-1]
    if wanted["entry"]:
        said = str(whole.bibliography()[-1]) if whole.style.has_bibliography() else ""
    sys.stdout.buffer.write(said.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
