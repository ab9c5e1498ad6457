"""Manuscripts in LaTeX: marks, csquotes, the environments that set a quotation off, and footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from corpus.exchange.latex_decoding import decoded
from corpus.manuscript.latex_arguments import argument, arguments, braces
from corpus.manuscript.latex_syntax import (
    HEADINGS,
    HIDDEN,
    MARKS,
    NOTES,
    QUOTATIONS,
    QUOTING,
    TOKEN,
    UNREAD,
    character,
)
from corpus.manuscript.paragraphs import Paragraph, ParagraphKind, Reading, Slip, paragraph
from corpus.manuscript.placed import Copy

_DOCUMENT: Final = "\\begin{document}"


class _Outer(NamedTuple):
    """What was being read when a note began in it."""

    copy: Copy
    kind: ParagraphKind
    label: str


def read(text: str) -> Reading:
    """The paragraphs of a text in LaTeX."""
    return _Reader(text).read()


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        begin = text.find(_DOCUMENT)
        self._at = begin + len(_DOCUMENT) if begin >= 0 else 0
        end = text.find("\\end{document}", self._at)
        self._end = end if end >= 0 else len(text)
        self._fellows = braces(text, self._at, self._end)
        self._copy = Copy()
        self._kind: ParagraphKind = "prose"
        self._label = ""
        self._citation: tuple[str, int] = ("", 0)
        self._quotations: list[str] = []
        self._entries = False
        self._outer: list[_Outer] = []
        self._closing: dict[int, Callable[[], None]] = {}
        """What is done at a brace that closes."""
        self._lacking: set[str] = set()
        self._paragraphs: list[Paragraph] = []
        self._slips: list[Slip] = []
        self._does: dict[str, Callable[[re.Match[str]], None]] = {
            "comment": self._comment,
            "blank": self._blank,
            "verb": self._verb,
            "accent": self._character,
            "cite": self._cite,
            "begin": self._begin,
            "end": self._environment_end,
            "formula": self._formula,
            "command": self._command,
            "sign": self._character,
            "tie": self._character,
            "german": self._character,
            "brace": self._brace,
        }

    def read(self) -> Reading:
        """All of it."""
        while match := TOKEN.search(self._text, self._at, self._end):
            self._words(self._at, match.start())
            self._at = match.end()
            name = str(match.lastgroup)
            self._does[name](match)
        self._words(self._at, self._end)
        while self._outer:
            self._end_note()
        self._flush()
        return Reading(self._paragraphs, self._slips)

    def _words(self, start: int, end: int) -> None:
        if start < end and (self._copy.length or not self._text[start:end].isspace()):
            self._copy.take(self._text[start:end], start)

    def _comment(self, _match: re.Match[str]) -> None:
        """Left out."""

    def _blank(self, match: re.Match[str]) -> None:
        if self._outer:
            self._copy.take(" ", match.start())
        elif self._quotations:
            self._part(match.start())
        else:
            self._flush()

    def _part(self, origin: int) -> None:
        """Begin a paragraph in a quotation that is set off."""
        if self._copy.length and not self._copy.ends_paragraph:
            self._copy.take("\n\n", origin)

    def _verb(self, match: re.Match[str]) -> None:
        since = self._copy.length
        start = match.start() + match[0].index(match[0][-1]) + 1
        self._copy.take(self._text[start : match.end() - 1], start)
        self._copy.sign("literal", start, since=since)

    def _character(self, match: re.Match[str]) -> None:
        self._copy.take(character(match[0]), match.start())

    def _cite(self, match: re.Match[str]) -> None:
        self._copy.sign("cite", match.start(), " ".join(match[0].split()))

    def _formula(self, match: re.Match[str]) -> None:
        closing = {"$": "$", "$$": "$$", "\\(": "\\)", "\\[": "\\]"}[match[0]]
        end = self._text.find(closing, match.end(), min(self._end, match.end() + 2_000))
        blank = self._text.find("\n\n", match.end(), end) if end >= 0 else 0
        if end < 0 or blank >= 0:
            return
        since = self._copy.length
        self._copy.take(self._text[match.end() : end], match.end())
        self._copy.sign("literal", match.end(), since=since)
        self._at = end + len(closing)

    def _brace(self, match: re.Match[str]) -> None:
        if done := self._closing.pop(match.start(), None):
            done()

    def _begin(self, match: re.Match[str]) -> None:
        name = match[0][match[0].index("{") + 1 : -1].rstrip("*")
        closing = f"\\end{{{match[0][match[0].index('{') + 1 : -1]}}}"
        ends = self._ends(closing)
        if name in UNREAD:
            if ends >= 0:
                self._at = ends + len(closing)
        elif name in QUOTATIONS:
            if not self._quotations:
                self._flush()
            if ends < 0:
                what = f"The quotation that {match[0]} begins is never ended."
                self._slips.append(Slip(match.start(), what))
                return
            cited = self._arguments(QUOTATIONS[name])
            self._citation = cited if not self._quotations else self._citation
            self._quotations.append(name)
            self._kind = "block"
        else:
            self._flush()
            self._entries = self._entries or name == "thebibliography"
            while taken := argument(self._text, self._at, "[]") or argument(self._text, self._at, "{}"):
                self._at = taken[1] + 1

    def _ends(self, closing: str) -> int:
        """Where an environment ends; -1 where it does not."""
        if closing in self._lacking:
            return -1
        found = self._text.find(closing, self._at, self._end)
        if found < 0:
            self._lacking.add(closing)
        return found

    def _environment_end(self, match: re.Match[str]) -> None:
        name = match[0][match[0].index("{") + 1 : -1].rstrip("*")
        if self._quotations and name == self._quotations[-1]:
            if len(self._quotations) == 1:
                self._flush()
            self._quotations.pop()
            self._kind = "block" if self._quotations else "prose"
            return
        if not self._quotations:
            self._flush()
        self._entries = self._entries and name != "thebibliography"

    def _arguments(self, kinds: str) -> tuple[str, int]:
        """Pass over arguments before the words; the citation in them, and where it stands."""
        citation, origin, self._at = arguments(self._text, self._at, kinds)
        return citation, origin

    def _skip(self, *brackets: str) -> None:
        """Pass over the arguments that are there, in that order."""
        for kind in brackets:
            if taken := argument(self._text, self._at, kind):
                self._at = taken[1] + 1

    def _command(self, match: re.Match[str]) -> None:
        name, start = match[0].strip("\\*"), match.start()
        if name in QUOTING:
            self._quoting(name, start)
        elif name in NOTES:
            self._note(name, start)
        elif name in HEADINGS:
            self._flush()
            self._skip("[]")
            self._kind = "heading"
            self._at_brace(self._flush)
        elif name in ("item", "par", "bibitem", "newpage", "clearpage", "bigskip", "medskip", "smallskip"):
            self._part(start) if self._quotations else self._flush()
            self._skip("[]", *(("{}",) if name == "bibitem" else ()))
        elif name in ("url", "href"):
            self._link(name, start)
        elif name in HIDDEN:
            self._skip("[]", "{}", "[]")
        else:
            self._copy.take(MARKS.get(name) or decoded(f"{match[0].rstrip('*')}{{}}"), start)
            # White space behind a command’s name is none; an empty group ends the name.
            while self._text[self._at : self._at + 1] in (" ", "\t") and self._at < self._end:
                self._at += 1

    def _at_brace(self, done: Callable[[], None]) -> bool:
        """Go into the argument that follows, and have something done at its end; whether there is one."""
        while self._text[self._at : self._at + 1].isspace() and self._at < self._end:
            self._at += 1
        closing = self._fellows.get(self._at)
        if closing is None:
            return False
        self._at += 1
        self._closing[closing] = done
        return True

    def _quoting(self, name: str, start: int) -> None:
        citation, origin = self._arguments(QUOTING[name].rstrip("t"))
        before = self._copy
        while self._text[self._at : self._at + 1].isspace() and self._at < self._end:
            self._at += 1
        closing = self._fellows.get(self._at, start)

        def close() -> None:
            if self._copy is not before:
                return
            self._copy.mark("close", closing)
            if citation:
                self._copy.sign("cite", origin, citation)

        if self._at_brace(close):
            self._copy.mark("open", start)
        else:
            self._slips.append(
                Slip(start, f"The quotation that \\{name} begins is never closed: it was not checked.")
            )

    def _note(self, name: str, start: int) -> None:
        self._skip("[]")
        outer = _Outer(self._copy, self._kind, self._label)
        if not self._at_brace(self._end_note):
            return
        label = f"note at {start}"
        if name != "footnotetext":
            self._copy.sign("call", start, label)
        self._outer.append(outer)
        self._copy, self._kind, self._label = Copy(), "note", label

    def _end_note(self) -> None:
        if self._outer:
            if self._copy.length:
                self._paragraphs.append(paragraph(self._copy, "note", label=self._label))
            self._copy, self._kind, self._label = self._outer.pop()

    def _link(self, name: str, start: int) -> None:
        taken = argument(self._text, self._at, "{}")
        if taken is None:
            return
        address = self._text[slice(*taken)].replace("\\", "")
        since, self._at = self._copy.length, taken[1] + 1
        copy = self._copy

        def sign() -> None:
            if self._copy is copy:
                copy.sign("link", start, address, since=since)

        if name == "url":
            copy.take(self._text[slice(*taken)], taken[0])
            copy.sign("literal", taken[0], since=since)
            sign()
        else:
            self._at_brace(sign)

    def _flush(self) -> None:
        """End the paragraph."""
        if self._outer:
            return
        copy, kind, (citation, at) = self._copy, self._kind, self._citation
        self._copy = Copy()
        self._kind = "block" if self._quotations else "prose"
        if kind == "block":
            self._citation = ("", 0)
        cites = any(sign.kind == "cite" for sign in copy.signs)
        if cites or (copy.length and copy.placed().text.strip()):
            told: ParagraphKind = "entry" if self._entries and kind == "prose" else kind
            self._paragraphs.append(
                paragraph(copy, told, citation=citation if kind == "block" else "", cited_at=at)
            )
