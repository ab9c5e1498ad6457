"""A summary before an article: "Summary: …", or a title such as "Abstract" with its paragraphs."""

from __future__ import annotations

from typing import Final, NamedTuple

from corpus.document import Kind, Structure
from corpus.matter.block_reading import cut
from corpus.matter.titles import purpose_of_title, titled_line
from corpus.sanitiser import clean_line

_LONGEST: Final = 3_000
"""Characters of all of it, at the most."""
_MOST: Final = 3
"""Paragraphs under a title, at the most."""
_TITLE: Final = 48
_KEYWORDS: Final = (
    *("keywords:", "key words:", "keywords—", "schlüsselwörter:", "schlagwörter:", "mots-clés", "mots clés"),
    *("palabras clave:", "关键词：", "关键词:", "【关键词】", "[关键词]"),
)


class Summary(NamedTuple):
    """The blocks of a summary, title included, and a line to call it by; "" where a heading does."""

    blocks: range
    label: str


def is_summary(document: Structure, heading: int) -> bool:
    """Whether a heading, by the index of its block, is the title of a summary."""
    starts, ends, *_ = document.blocks.columns()
    # In a large text the words of a heading are at hand as a whole alone.
    return purpose_of_title(document.text[starts[heading] : ends[heading]]) == "summary"


def summary_at(document: Structure, at: int) -> Summary | None:
    """The summary that begins with a block, if an article follows it."""
    starts, ends, kinds, *_ = document.blocks.columns()
    if kinds[at] == Kind.HEADING:
        return _under_heading(document, at) if is_summary(document, at) else None
    words = document.text[starts[at] : min(ends[at], starts[at] + _LONGEST + 1)]
    if len(words) > _LONGEST or at + 1 >= len(kinds):
        return None
    if ends[at] - starts[at] <= _TITLE and purpose_of_title(words) == "summary":
        if at + 2 >= len(kinds) or not _is_paragraph(document, at + 1):
            return None
        said = document.text[starts[at + 1] : ends[at + 1]]
        title = clean_line(words).rstrip(":： ")
        return _with_keywords(document, range(at, at + 2), f"{title} — {cut(clean_line(said))}")
    opening = titled_line(words)
    if opening is None or opening[0] != "summary":
        return None
    _, title, after = opening
    rest = clean_line(words[after:])
    return _with_keywords(document, range(at, at + 1), f"{title} — {cut(rest)}") if rest else None


def _with_keywords(document: Structure, blocks: range, label: str) -> Summary:
    """The summary, with the line of key words that may follow it."""
    starts, ends, kinds, *_ = document.blocks.columns()
    at = blocks.stop
    if at + 1 < len(kinds) and _is_paragraph(document, at):
        words = document.text[starts[at] : min(ends[at], starts[at] + _TITLE)]
        if words.lower().startswith(_KEYWORDS):
            return Summary(range(blocks.start, at + 1), label)
    return Summary(blocks, label)


def _under_heading(document: Structure, at: int) -> Summary | None:
    starts, ends, kinds, *_ = document.blocks.columns()
    end = at + 1
    while end < len(kinds) and end - at <= _MOST and _is_paragraph(document, end):
        end += 1
    # What goes on without another heading is the article.
    if end == at + 1 or end == len(kinds) or kinds[end] != Kind.HEADING:
        return None
    return Summary(range(at, end), "") if ends[end - 1] - starts[at + 1] <= _LONGEST else None


def _is_paragraph(document: Structure, at: int) -> bool:
    starts, ends, kinds, _, quotes, _ = document.blocks.columns()
    plain = kinds[at] in (Kind.PARAGRAPH, Kind.NOTE) and not quotes[at]
    return plain and ends[at] - starts[at] <= _LONGEST
