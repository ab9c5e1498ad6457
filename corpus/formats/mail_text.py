"""The plain text of a message: quotations by their signs, lines that flow, and the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.document import Kind
from corpus.draft import Draft
from corpus.formats.plain import Manner, parse_lines

_QUOTED: Final = re.compile(r"(?:>[ \t]?)+")
_SIGNATURE: Final = "-- "
_RULE: Final = re.compile(r"[-_=~*]{30,}")
_FOOTER: Final = 15
"""Lines of such a footer, the rule included, at the most."""
_ADDRESS: Final = re.compile(r"https?://|\w@\w|www\.")
_SEEN: Final = 500
_DEEPEST: Final = 50


def written_text(draft: Draft, text: str, *, flowed: bool = False, joined: bool = False) -> None:
    """Write a clean text; `flowed` lines go on where they end in a space (RFC 3676 § 4).

    With `joined` that space is none of the text's.
    """
    lines = text.rstrip().split("\n")
    if flowed:
        lines = _unwrapped(lines, joined=joined)
    end = _signed(lines)
    footer = _footed(lines[:end])
    body = _parted(lines[:footer])
    # Headings are not looked for: a line in a letter is a line.
    draft.take(parse_lines(body, (), Manner.of(body)))
    if below := "\n".join(line.strip() for line in lines[footer + 1 : end]).strip("\n"):
        draft.add(below, Kind.NOTE)
    if signature := "\n".join(line.strip() for line in lines[end + 1 :]).strip("\n"):
        draft.add(signature, Kind.NOTE)


def _signed(lines: Sequence[str]) -> int:
    """The index of the line that parts the signature from the text; their number where there is none."""
    found = [at for at, line in enumerate(lines) if line in (_SIGNATURE, "--")]
    return found[-1] if found and len(lines) - found[-1] <= _DEEPEST else len(lines)


def _footed(lines: Sequence[str]) -> int:
    """The index of the rule above what a mailing list puts below each letter; their number without one.

    It holds an address. Above it may stand that of whoever pays for the list.
    """
    end = len(lines)
    for at in range(end - 1, max(end - _FOOTER, -1), -1):
        if _depth(lines[at]):
            break
        if _RULE.fullmatch(lines[at].rstrip()):
            if not any(_ADDRESS.search(line[:_SEEN]) for line in lines[at + 1 : end]):
                break
            end = at
    return end


def _depth(line: str) -> int:
    match = _QUOTED.match(line)
    return match[0].count(">") if match else 0


def _parted(lines: Sequence[str]) -> list[str]:
    """The lines with a blank one wherever a quotation begins, ends, or changes its depth."""
    parted: list[str] = []
    before = 0
    for line in lines:
        depth = _depth(line)
        if depth != before and parted and parted[-1].strip():
            parted.append("")
        # A quotation's blank line is one.
        bare = depth and not _QUOTED.sub("", line, count=1).strip()
        parted.append("" if bare else line)
        before = depth
    return parted


def _unwrapped(lines: Sequence[str], *, joined: bool) -> list[str]:
    """The paragraphs of flowed lines, each in one line."""
    done: list[str] = []
    pieces: list[str] = []
    open_depth = 0
    for line in lines:
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        if pieces and depth != open_depth:
            done.append(_quoted("".join(pieces), open_depth))
            pieces = []
        open_depth = depth
        goes_on = words.endswith(" ") and words != _SIGNATURE
        pieces.append(words[:-1] if goes_on and joined else words)
        if not goes_on:
            done.append(_quoted("".join(pieces), depth))
            pieces = []
    if pieces:
        done.append(_quoted("".join(pieces), open_depth))
    return done


def _quoted(words: str, depth: int) -> str:
    return f"{'>' * depth} {words}" if depth else words
