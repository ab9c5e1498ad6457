"""What was pasted, taken apart: a quotation and the citation that goes with it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.expression import expression

_OPENING: Final = "“\"‘'«„‹「『《"
_CLOSING: Final = {
    "“": "”",
    '"': '"',
    "‘": "’",
    "'": "'",
    "«": "»",
    "„": "“”",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
}
_CITATION: Final = 1_200
"""Characters that a citation behind a quotation takes at most."""
_WORDS: Final = 6
"""Words of the shortest quotation that stands before a citation without marks around it."""
_ENTRY: Final = expression(r"@[A-Za-z]{3,30}\{")
_BLOCK: Final = 25
"""Words of a quotation that stands on lines of its own without a mark."""
_PARENTHESIS: Final = expression(
    r"(?:\((?!\d{4}\)|nn?\s)[^()]{1,800}(?:\([^()]{0,200}\)[^()]{0,800}){0,3}\)|\[[^\[\]]{1,400}\](?:\d{1,6}(?:-\d{1,6})?)?|\\\w{3,30}(?:\[[^\]]{0,300}\]){0,2}\{[^{}]{1,300}\}"
    r"|@[\w:./-]{2,100}(?:\[[^\[\]]{0,300}\])?|#cite\([^()]{2,300}(?:\([^()]{0,200}\)[^()]{0,300}){0,2}\))[\s.]{0,3}\Z"
)
_MARKUP: Final = expression(
    r"^[ \t]{0,8}(?:\\(?:begin|end)\{(?:quote|quotation|displayquote)\}|\#\+(?:begin|end)_quote"
    r"|\#quote\([^()\n]{0,100}\)\[)[ \t]*$\n?|\n\]\s{0,3}\Z",
    re.IGNORECASE | re.MULTILINE,
)
_APPENDED: Final = expression(r"\s\[¶{1,2}\s(?P<first>\d{1,6})(?:–(?P<last>\d{1,6}))?\]\s*\Z")


class Pasted(NamedTuple):
    """A quotation without the marks around it, and its citation; "" for none.

    `appended` is the counted place that Pincite puts behind a citation which may not hold it: "¶ 3".
    """

    quotation: str
    citation: str
    appended: str = ""


def taken_apart(text: str) -> Pasted:
    """What was pasted as a quotation and a citation; what may be either is taken for a citation."""
    appended = ""
    if match := _APPENDED.search(text[-60:]):
        appended = match[0].strip(" []\n")
        text = text[: len(text) - len(match[0])]
    text = _MARKUP.sub("", text).strip()
    if _ENTRY.match(text):
        return Pasted("", text)
    quotation, citation = _of_a_block(text) or _in_marks(text) or _before_a_parenthesis(text) or ("", text)
    return Pasted(quotation.strip(), citation.strip(), appended)


def _of_a_block(text: str) -> tuple[str, str] | None:
    """A quotation of lines of its own, and the citation on the last one."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or len(lines[-1]) > _CITATION:
        return None
    quoted = [line.lstrip("> ") for line in lines]
    last = quoted[-1].strip()
    before = sum(len(line.split()) for line in quoted[:-1])
    if (
        last[:1] in "—–(-[\\@"
        or lines[0].startswith(">") != lines[-1].startswith(">")
        or (before >= max(_BLOCK, 1.5 * len(last.split())) and re.search(r"\w\w", last))
    ):
        return "\n".join(quoted[:-1]), last.lstrip("—–- ")
    return None


def _in_marks(text: str) -> tuple[str, str] | None:
    """A quotation between marks, and what stands behind them."""
    if text[:1] not in _OPENING or not text:
        return None
    closing, depth = _CLOSING[text[0]], 0
    for at, character in enumerate(text):
        if character == text[0] and text[0] not in closing:
            depth += 1
        elif character in closing and at and not _is_apostrophe(text, at):
            depth -= 1
            if depth <= 0:
                return _parted(text, at)
    return None


def _parted(text: str, at: int) -> tuple[str, str] | None:
    behind = text[at + 1 :].strip(" .,;—–-\n")
    return (text[1:at], behind) if len(behind) <= _CITATION else None


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] in "’'" and text[at + 1 : at + 2].isalnum()


def _before_a_parenthesis(text: str) -> tuple[str, str] | None:
    """Words, and a citation in parentheses or in markup behind them."""
    begins = max(0, len(text) - _CITATION)
    match = _PARENTHESIS.search(text, begins)
    if match is None or len(re.findall(r"\w+", text[: match.start()][-2_000:])) < _WORDS:
        return None
    return text[: match.start()], match[0]
