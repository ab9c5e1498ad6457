"""The words of a paragraph in Markdown: what is emphasis, a link, code or a citation goes out of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from html import unescape
from typing import Final

from corpus.expression import expression
from corpus.manuscript.citing_markup import BRACKETED, CALL, COMMAND, IN_TEXT
from corpus.manuscript.paragraphs import Paragraph, ParagraphKind, paragraph
from corpus.manuscript.placed import Copy, Placed

_SYNTAX: Final = expression(
    r"(?P<escape>\\[!-/:-@\[-`{-~\n])"
    rf"|(?P<cite>{BRACKETED}|{COMMAND}|{IN_TEXT})"
    r"|(?P<code>`+)"
    rf"|(?P<call>{CALL})"
    r"|(?P<note>\^\[)"
    r"|(?P<math>\$(?=[^\s$])[^$\n“”«»]{0,300}(?<=[^\s$\\])\$(?!\d))"
    r"|(?P<comment><!--)"
    r"|(?P<address><https?://[^<>\s]{1,2000}>)"
    r"|(?P<tag></?[a-zA-Z][^<>]*>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\](?:\([ ]*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*){0,4})"
    r"(?:\s+(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s*\)|\[[^\[\]\n]{0,200}\])?)"
    r"|(?P<emphasis>\*+|_+|~~)",
)
# Far faster than to try all of that at every character.
_BEGINS: Final = expression(r"[\\\[\]@`^$<&!*_~]|-(?=@)")
_ADDRESS: Final = expression(r"\]\(\s*<?([^\s<>]*?)>?(?:\s+[\"'].*)?\s*\)", 16)
_TAG: Final = expression(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_RAISED: Final = expression(r"<sup>\s*(?:<a[^<>]*>)?\[?(\d{1,3})\]?(?:</a>)?\s*</sup>", 2)
_BRACKET: Final = expression(r"\\.|[\[\]]", 16)
_CODE: Final = expression(r"`+")

RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""For numbers that stand raised in the page."""


def read_words(
    words: Placed, kind: ParagraphKind, label: str, addresses: Mapping[str, str]
) -> list[Paragraph]:
    """The paragraph with these words, and behind it the notes that are written in it.

    `addresses` are those of links by reference, by their names.
    """
    found = []
    waiting = [(words, kind, label)]
    while waiting:
        words, kind, label = waiting.pop()
        reader = _Reader(words, addresses)
        copy = reader.read()
        found.append(paragraph(copy, kind, label=label))
        waiting += [(note, "note", name) for name, note in reversed(reader.notes)]
    return found


class _Reader:
    """Reads the words of one paragraph."""

    def __init__(self, words: Placed, addresses: Mapping[str, str]) -> None:
        self._words = words
        self._text = words.text
        self._addresses = addresses
        self._copy = Copy()
        self._fellows = _brackets(self._text)
        self._links: dict[int, tuple[int, str]] = {}
        """Where a link’s words begin in the copy, and its address, by the offset of the bracket that"
        " closes it."""
        self._runs: dict[int, list[int]] | None = None
        self.notes: list[tuple[str, Placed]] = []

    def read(self) -> Copy:
        """The words without markup."""
        reached = at = 0
        while begins := _BEGINS.search(self._text, at):
            match = _SYNTAX.match(self._text, begins.start())
            at = begins.end()
            if match is not None:
                self._copy.take_from(self._words, reached, match.start())
                reached = at = self._take(match, str(match.lastgroup))
        self._copy.take_from(self._words, reached, len(self._text))
        return self._copy

    def _take(self, match: re.Match[str], name: str) -> int:
        """Copy what a piece of syntax stands for; the offset behind what is done with it."""
        start, end = match.span()
        origin = self._words.origin(start)
        if name == "escape":
            self._copy.take(match[0][1:], origin + 1)
        elif name == "cite":
            self._copy.sign("cite", origin, match[0])
        elif name == "call":
            self._copy.sign("call", origin, match[0][2:-1])
        elif name == "entity":
            self._copy.take(unescape(match[0]), origin)
        elif name == "math":
            self._literal(start + 1, end - 1)
        elif name == "address":
            since = self._copy.length
            self._literal(start + 1, end - 1)
            self._copy.sign("link", origin, match[0][1:-1], since=since)
        elif name == "emphasis":
            if self._stays(match):
                self._copy.take_from(self._words, start, end)
        elif name == "tag":
            return self._tag(match)
        else:
            return {
                "code": self._code,
                "note": self._note,
                "comment": self._comment,
                "open": self._open,
                "close": self._close,
            }[name](match)
        return end

    def _literal(self, start: int, end: int) -> None:
        since = self._copy.length
        self._copy.take_from(self._words, start, end)
        self._copy.sign("literal", self._words.origin(start), since=since)

    def _code(self, match: re.Match[str]) -> int:
        if self._runs is None:
            self._runs = {}
            for run in _CODE.finditer(self._text):
                self._runs.setdefault(len(run[0]), []).append(run.start())
        same = self._runs.get(len(match[0]), [])
        index = bisect_right(same, match.start())
        if index == len(same):
            self._copy.take_from(self._words, *match.span())
            return match.end()
        self._literal(match.end(), same[index])
        return same[index] + len(match[0])

    def _note(self, match: re.Match[str]) -> int:
        closing = self._fellows.get(match.end() - 1)
        if closing is None:
            self._copy.take_from(self._words, *match.span())
            return match.end()
        origin = self._words.origin(match.start())
        note = Copy()
        note.take_from(self._words, match.end(), closing)
        # No label that a writer gives has white space in it.
        label = f"note at {origin}"
        self.notes.append((label, note.placed()))
        self._copy.sign("call", origin, label)
        return closing + 1

    def _comment(self, match: re.Match[str]) -> int:
        closing = self._text.find("-->", match.end())
        if closing >= 0:
            return closing + 3
        self._copy.take_from(self._words, *match.span())
        return match.end()

    def _tag(self, match: re.Match[str]) -> int:
        tag = _TAG.match(match[0])
        name = tag[2].lower() if tag else ""
        origin = self._words.origin(match.start())
        if tag and name == "q":
            self._copy.mark("close" if tag[1] else "open", origin)
        elif name == "br":
            self._copy.take("\n", origin)
        elif name == "sup" and (raised := _RAISED.match(self._text, match.start())):
            self._copy.take(raised[1].translate(RAISED), origin)
            return raised.end()
        return match.end()

    def _open(self, match: re.Match[str]) -> int:
        start = match.end() - 1
        closing = self._fellows.get(start)
        address = None if closing is None else self._address(start, closing)
        if closing is None or address is None:
            self._copy.take_from(self._words, *match.span())
        elif match[0] == "![":
            behind = _SYNTAX.match(self._text, closing)
            return behind.end() if behind else closing + 1
        else:
            self._links[closing] = (self._copy.length, address)
        return match.end()

    def _address(self, start: int, closing: int) -> str | None:
        """The address that a bracketed stretch leads to; None where it is no link."""
        behind = _SYNTAX.match(self._text, closing)
        said = behind[0] if behind else "]"
        if said.startswith("]("):
            found = _ADDRESS.fullmatch(said)
            return found[1] if found else ""
        name = said[2:-1] if len(said) > 2 else ""
        # A name longer than that is none, and to look for it would take long in a text full of brackets.
        name = name or (self._text[start + 1 : closing] if closing - start <= 200 else "")
        return self._addresses.get(name.casefold())

    def _close(self, match: re.Match[str]) -> int:
        link = self._links.get(match.start())
        if link is None:
            self._copy.take_from(self._words, match.start(), match.start() + 1)
            return match.start() + 1
        since, address = link
        self._copy.sign("link", self._words.origin(match.start()), address, since=since)
        return match.end()

    def _stays(self, match: re.Match[str]) -> bool:
        """Whether stars or underscores are no emphasis: between spaces, or underscores inside a word."""
        before, after = (
            self._text[match.start() - 1 : match.start()],
            self._text[match.end() : match.end() + 1],
        )
        if (not before or before.isspace()) and (not after or after.isspace()):
            return True
        return match[0][0] == "_" and before.isalnum() and after.isalnum()


def _brackets(text: str) -> dict[int, int]:
    """The offset of the bracket that closes, by that of the one that opens."""
    fellows: dict[int, int] = {}
    waiting: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            waiting.append(match.start())
        elif match[0] == "]" and waiting:
            fellows[waiting.pop()] = match.start()
    return fellows
