"""Any other style, read from a CSL file and written by a program that knows CSL (pandoc, citeproc-py).

What such a program makes of a passage was never checked against the rules of the style, and every
citation says so. It takes a tenth of a second: what was made once is kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from corpus.citation.csl.engines import engine, written
from corpus.citation.csl.item import SIGNS, Task, item_of, locator_of, stands_whole
from corpus.citation.csl.style_file import StyleFile, read_style
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, Form, NoSuchStyle, Reference, Style
from corpus.citation.work import unknown
from corpus.home import Home
from corpus.sanitiser import clean_name

_MOST: Final = 999
"""The highest number in a list that is asked of a program."""


def csl_style(name: str) -> Style:
    """The style in a .csl file: a path, or a name in the reader's folder of styles. Raises NoSuchStyle.

    The writers of the style raise it too, where no program is there that knows CSL, or it fails.
    """
    style_file = read_style(_path(name))
    return Style(
        name,
        style_file.title,
        f"{style_file.title}, from {clean_name(style_file.path.name)}",
        "note" if style_file.in_notes else "text",
        Quotation("note" if style_file.in_notes else "parenthesis", block_words=100),
        cite=_Writer(style_file, "cite"),
        short=_Writer(style_file, "short"),
        entry=_Writer(style_file, "entry"),
        ibid=_Writer(style_file, "ibid"),
    )


def _path(name: str) -> Path:
    path = Path(name).expanduser()
    if path.is_absolute() or path.exists():
        return path
    kept = Home.here().styles / path
    return kept if kept.exists() else path


class _Writer:
    """Writes one form of a style."""

    def __init__(self, style_file: StyleFile, form: Form) -> None:
        self._file = style_file
        self._form = form

    def __call__(self, cited: Cited) -> Reference:
        """The citation. Raises NoSuchStyle."""
        work, place = cited.work, cited.place
        item = item_of(work)
        label, words = ("", "") if self._form == "entry" else locator_of(place)
        said = f"{SIGNS[label]}{words}" if words else ""
        others = min(_MOST, cited.number - 1) if self._file.numbered else 0
        task = Task(item, label, words, self._form, others)
        program = engine()
        phrase = written(program, self._file, task)
        if not phrase and self._form == "ibid":
            task = task._replace(form="short")
            phrase = written(program, self._file, task)
        if not phrase:
            raise self._nothing()
        notes = (() if said else place.notes) + unknown(work)
        # A style that has no place for a locator drops it without a word.
        if said and phrase == written(program, self._file, task._replace(label="", words="")):
            notes += (f"no {said}: this style does not print it",)
            said = ""
        unchecked = [f"written by {program} from {clean_name(self._file.path.name)}, not by Pincite"]
        if said and label == "paragraph" and not place.numbers:
            unchecked.append("whether paragraphs may be counted")
        if any(stands_whole(name) for name in (*work.authors, *work.editors)):
            unchecked.append("names that begin with the family name stand whole")
        return Reference(phrase, said, notes, tuple(unchecked))

    def _nothing(self) -> NoSuchStyle:
        why = ", because it has no bibliography" if self._form == "entry" else ""
        return NoSuchStyle(
            f"“{clean_name(self._file.path.name)}” gives nothing for this{why}: choose another style."
        )
