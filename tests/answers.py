"""What a terminal answers when a program asks it something."""

from __future__ import annotations

import re
from typing import Final

_ANSWERS: Final = (
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[5n"), b"\x1b[0n"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:dddd/dddd/dddd\x1b\\"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:1111/1111/1111\x1b\\"),
)

LONGEST_QUESTION: Final = 16
"""Bytes of the longest question."""


def answers(recent: bytes, fresh: int) -> bytes:
    """The answers to the questions that end in the last `fresh` bytes of what was written, in their order.

    `recent` has LONGEST_QUESTION bytes before those, where so many were written.
    """
    asked = [
        (match.end(), answer)
        for question, answer in _ANSWERS
        for match in question.finditer(recent)
        if match.end() > len(recent) - fresh
    ]
    return b"".join(answer for _, answer in sorted(asked))
