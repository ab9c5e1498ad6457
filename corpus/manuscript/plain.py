"""Manuscripts in plain text: paragraphs parted by blank lines, mail-like `>` and indented quotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.expression import expression
from corpus.manuscript.citing_markup import BRACKETED, CALL, COMMAND, IN_TEXT
from corpus.manuscript.paragraphs import Paragraph, ParagraphKind, Reading, paragraph
from corpus.manuscript.placed import Copy, Placed

_QUOTED: Final = expression(r"[ \t]{0,8}>(?:[ \t]?>){0,8}[ \t]?")
_NUMBERED: Final = expression(
    r"[ \t]{0,8}(?:\[\d{1,4}\][ \t]|\d{1,4}[.)][ \t]|[¹²³⁰⁴-⁹]{1,4}[ \t]?\S|\[\^[^\]\s]{1,80}\]:)"
)
_NOTE: Final = expression(r"[ \t]{0,3}\[\^([^\]\s]{1,80})\]:[ \t]*")
_MARKUP: Final = expression(rf"(?P<cite>{BRACKETED}|{COMMAND}|{IN_TEXT})|{CALL}")
# Far faster than to try all of that at every character.
_BEGINS: Final = expression(r"[\[\\@]|-(?=@)")
_INDENT: Final = 3


def read(text: str) -> Reading:
    """The paragraphs of a plain text."""
    paragraphs = []
    for kind, label, copy in _cut(text):
        if copy.length:
            paragraphs.append(with_markup(copy.placed(), kind, label))
    return Reading(paragraphs, [])


def with_markup(words: Placed, kind: ParagraphKind, label: str = "") -> Paragraph:
    """A paragraph with the citations told that are in it as markup."""
    copy, reached = Copy(), 0
    for begins in _BEGINS.finditer(words.text):
        match = _MARKUP.match(words.text, begins.start()) if begins.start() >= reached else None
        if match is None:
            continue
        copy.take_from(words, reached, match.start())
        if match["cite"]:
            copy.sign("cite", words.origin(match.start()), match[0])
        else:
            copy.sign("call", words.origin(match.start()), match[2])
        reached = match.end()
    copy.take_from(words, reached, len(words.text))
    return paragraph(copy, kind, label=label)


def _cut(text: str) -> Iterator[tuple[ParagraphKind, str, Copy]]:
    """The paragraphs with their kinds and the labels of notes."""
    kind: ParagraphKind = "prose"
    label, copy = "", Copy()
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip():
            yield kind, label, copy
            kind, label, copy = "prose", "", Copy()
            continue
        marked = _QUOTED.match(line)
        body = marked.end() if marked else len(line) - len(line.lstrip())
        told: ParagraphKind = "block" if marked else "maybe" if _indent(line) >= _INDENT else "prose"
        if (copy.length and (told == "block") != (kind == "block")) or (
            copy.length and told == "prose" and _NUMBERED.match(line)
        ):
            yield kind, label, copy
            kind, label, copy = told, "", Copy()
        if not copy.length:
            kind = told
            if note := _NOTE.match(line):
                kind, label, body = "note", note[1], note.end()
        elif kind == "maybe" and told == "prose":
            kind = "prose"
        if copy.length:
            copy.take("\n", start - 1)
        copy.take(text[start + body : end], start + body)
    yield kind, label, copy


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _indent(line: str) -> int:
    expanded = line[:80].expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
