"""The macros of mdoc(7) that make blocks. Source: mandoc's mdoc(7), groff_mdoc(7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.formats.roff.blocks import Blocks
from corpus.formats.roff.mdoc_words import MACROS, MdocWords
from corpus.formats.roff.requests import Line, Requests
from corpus.formats.roff.tables import table_of
from corpus.formats.roff.words import Words, plain

_SIGNED: Final = {"-bullet": "•", "-dash": "–", "-hyphen": "-"}
_VOLUMES: Final = {
    "1": "General Commands Manual",
    "2": "System Calls Manual",
    "3": "Library Functions Manual",
    "4": "Kernel Interfaces Manual",
    "5": "File Formats Manual",
    "6": "Games Manual",
    "7": "Miscellaneous Information Manual",
    "8": "System Manager's Manual",
    "9": "Kernel Developer's Manual",
}
_SAID: Final = ("%A", "%T", "%B", "%J", "%I", "%C", "%V", "%N", "%R", "%P", "%Q", "%U", "%D", "%O")


class MdocPage:
    """Writes the blocks of a page from its lines."""

    def __init__(self, requests: Requests) -> None:
        self.title: list[str] = []
        self._requests = requests
        self._blocks = Blocks(requests.translated)
        self._words = MdocWords()
        self._date = ""
        self._section = ""
        # For each list that is open its kind, and the number of its last item.
        self._lists: list[tuple[str, int]] = []
        self._rows: list[list[str]] | None = None
        self._work: dict[str, list[str]] | None = None
        self._function: list[str] | None = None
        # What stands before an item, while that goes on over further lines.
        self._tag: str | None = None

    def pieces(self) -> list[str]:
        """The page as HTML."""
        for line in self._requests.lines():
            if line.name is None:
                self._text(line.rest)
            elif not self._block(line.name, line):
                self._inline(line.name, line)
        return self._blocks.pieces()

    def _text(self, text: str) -> None:
        if self._tag is not None:
            self._tag += f" {text}"
        elif self._rows:
            cells = text.split("\t")
            self._rows[-1][-1] = f"{self._rows[-1][-1]} {cells[0]}".strip()
            self._rows[-1].extend(cells[1:])
        elif not text.strip() and not self._blocks.is_verbatim:
            self._blocks.paragraph()
        else:
            self._blocks.text(text)

    def _inline(self, name: str, line: Line) -> None:
        arguments = line.arguments()
        if self._work is not None and name in _SAID:
            self._work.setdefault(name, []).append(" ".join(arguments))
            return
        if name == "Fo":
            self._function = [arguments[0] if arguments else ""]
            return
        if self._function is not None and name == "Fa":
            self._function.extend(arguments)
            return
        if name == "Fc" and self._function is not None:
            name, arguments, self._function = "Fn", self._function, None
        if name in MACROS:
            in_synopsis = self._section == "SYNOPSIS" and not self._lists
            if in_synopsis and name in ("Nm", "Fd", "In", "Ft", "Vt", "Cd"):
                self._blocks.paragraph()
            text = self._words.of([name, *arguments])
            if self._tag is not None:
                self._tag += text if self._words.goes_on or not text else f" {text}"
                if name == "Xc" or "Xc" in arguments:
                    self._tagged()
                return
            if self._rows:
                self._text(text)
            elif text:
                self._blocks.words.goes_on |= self._words.goes_on
                self._blocks.text(text)
            if in_synopsis and name == "Fn":
                self._blocks.paragraph()
        elif name == "br":
            self._blocks.words.line_break()
        elif name == "sp":
            self._blocks.paragraph()

    def _block(self, name: str, line: Line) -> bool:
        blocks = self._blocks
        if name in ("Dd", "Dt", "Os"):
            self._prologue(name, line)
        elif name in ("Sh", "Ss"):
            self._section = self._said(line) if name == "Sh" else self._section
            blocks.heading(1 if name == "Sh" else 2, self._html(line.arguments()))
        elif name in ("Pp", "Lp", "PP"):
            blocks.paragraph()
        elif name == "Bl":
            self._list(line.arguments())
        elif name == "It":
            self._item(line)
        elif name == "El":
            self._list_ends()
        elif name == "Bd":
            verbatim = {"-literal", "-unfilled"} & set(line.arguments())
            blocks.verbatim() if verbatim else blocks.paragraph()
        elif name == "Ed":
            blocks.verbatim_ends()
            blocks.paragraph()
        elif name in ("D1", "Dl"):
            blocks.put(f"<pre>\n{self._html(line.arguments())}</pre>")
        elif name == "Rs":
            self._work = {}
        elif name == "Re" and self._work is not None:
            work, self._work = self._work, None
            if authors := work.pop("%A", []):
                work["%A"] = [_counted(authors)]
            said = [words for key in _SAID for words in work.get(key, [])]
            blocks.paragraph()
            blocks.text(", ".join(said) + ".")
        elif name == "TS":
            blocks.put(table_of(self._requests.verbatim("TE"), self._requests.translated))
        else:
            return False
        return True

    def _prologue(self, name: str, line: Line) -> None:
        arguments = [plain(one, {}) for one in line.arguments()]
        if name == "Dd":
            self._date = " ".join(arguments).replace("$Mdocdate:", "").strip("$ ")
        elif name == "Dt" and arguments:
            section = arguments[1] if len(arguments) > 1 else ""
            self.title = [arguments[0], section, self._date, "", _VOLUMES.get(section[:1], "")]

    def _said(self, line: Line) -> str:
        return " ".join(line.arguments()).upper()

    def _html(self, arguments: list[str]) -> str:
        words = Words(self._requests.translated)
        words.add(self._words.of(arguments))
        return words.take()

    def _list(self, arguments: list[str]) -> None:
        kind = next((one for one in arguments if one in _KINDS), "-tag")
        self._blocks.indent()
        self._lists.append((kind, 0))
        if kind == "-column":
            self._rows = []

    def _list_ends(self) -> None:
        if not self._lists:
            return
        kind, _ = self._lists.pop()
        self._blocks.outdent()
        if kind == "-column" and self._rows is not None:
            rows, self._rows = self._rows, None
            cells = ("".join(f"<td>{self._cell(cell)}</td>" for cell in row) for row in rows)
            self._blocks.put(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")

    def _cell(self, cell: str) -> str:
        words = Words(self._requests.translated)
        words.add(cell)
        return words.take()

    def _item(self, line: Line) -> None:
        if not self._lists:
            return
        kind, number = self._lists[-1]
        self._lists[-1] = kind, number + 1
        if kind == "-column":
            self._rows = self._rows or []
            self._rows.append(self._cells(line))
        elif kind in _SIGNED:
            self._blocks.item("", _SIGNED[kind])
        elif kind == "-enum":
            self._blocks.item("", f"{number + 1}.")
        elif kind == "-item":
            self._blocks.paragraph()
        else:
            arguments = line.arguments()
            self._tag = self._words.of(arguments)
            if "Xo" not in arguments or "Xc" in arguments:
                self._tagged()

    def _tagged(self) -> None:
        """Begin the item whose tag is there."""
        text, self._tag = self._tag or "", None
        words = Words(self._requests.translated)
        words.add(text)
        # A tag is a tag, whatever it looks like.
        self._blocks.item(words.take(), f"tag {text}")

    def _cells(self, line: Line) -> list[str]:
        cells: list[list[str]] = [[]]
        for argument in line.rest.replace("\t", " Ta ").split():
            if argument == "Ta":
                cells.append([])
            else:
                cells[-1].append(argument)
        return [self._words.of(cell) for cell in cells]


_KINDS: Final = frozenset(
    ("-bullet", "-dash", "-hyphen", "-enum", "-item", "-tag", "-hang", "-diag", "-inset", "-ohang", "-column")
)


def _counted(names: Sequence[str]) -> str:
    """Names as a sentence has them: "A and B", "A, B, and C"."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
