"""The signs that notes open with ("[1]", "1.", "¹", "①", "*"), and those that works are told by."""

from __future__ import annotations

from typing import Final, NamedTuple

from corpus.expression import expression

_SIGN: Final = expression(
    r"\[\^?(?P<bracketed>\d{1,4})\]:?|\^(?P<caret>\d{1,4})\b|\((?P<round>\d{1,4})\)"
    r"|(?P<pointed>\d{1,4})[.、)]?(?=\s|\D)|(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})|(?P<circled>[①-⑳])"
)
_NUMBERED: Final = frozenset("0123456789[(^¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_RAISED: Final = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_MARK: Final = expression(r"[*†‡§]{1,3}\s?(?=\S)|[a-z]\.\s")
_WORK: Final = expression(
    r"\b(?:1[5-9]|20)\d\d\b|https?://|\bdoi\b|\bwww\.|\bRFC ?\d|\bISBN\b|\bpp?\. ?\d|《"
)


class NoteSign(NamedTuple):
    """The number of a note, and how an article refers to the first of such notes: one of these signs.

    `listed` tells that the items of a list are numbered so too.
    """

    number: int
    referred: tuple[str, ...]
    listed: bool = False


def note_sign(text: str) -> NoteSign | None:
    """The number that a note opens with; None where it opens with none."""
    text = text.lstrip()
    match = _SIGN.match(text) if text[:1] in _NUMBERED else None
    if match is None:
        return None
    if match["circled"]:
        return NoteSign(ord(match["circled"]) - ord("①") + 1, ("①",))
    if match["raised"]:
        return NoteSign(int(match["raised"].translate(_RAISED)), ("¹", "[1]"))
    if match["bracketed"]:
        return NoteSign(int(match["bracketed"]), ("[1]", "[^1]"))
    if match["caret"]:
        return NoteSign(int(match["caret"]), ("^1", "[^1]"))
    number = int(match["round"] or match["pointed"])
    return NoteSign(number, ("[1]", "¹", "［1］", "〔1〕"), listed=True)


def is_note(text: str) -> bool:
    """Whether a block opens as a note does: with a number, an asterisk, a dagger, a letter."""
    return note_sign(text) is not None or _MARK.match(text) is not None


def tells_of_work(text: str) -> bool:
    """Whether a block has what an entry of a bibliography has: a year, an address, pages."""
    return _WORK.search(text) is not None
