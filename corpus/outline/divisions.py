"""What the divisions of books and laws are called, and how a line or a paragraph opens with one.

"CHAPTER IV", "Part Two", "§ 3", "Section 4(b)", "Artículo 12", "Article premier", "第一千二百条之一",
and with the number first: "Erstes Kapitel", "2. Teil", "Première partie".
"""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.outline.numbering import HAN_DIGITS, Path, value

RANKS: Final = {
    "volume": 0, "book": 1, "title": 2, "part": 3, "act": 3, "chapter": 4, "appendix": 4, "scene": 5,
    "section": 6, "article": 7, "§": 8, "rule": 8, "clause": 8,
}  # fmt: skip
"""The divisions by the name we call them, and which stands above which, 0 the highest."""

HAN_RANKS: Final = {
    **dict.fromkeys(("编", "編", "篇", "卷", "部", "部分", "편"), 0),
    **dict.fromkeys(("章", "回", "장"), 1),
    **dict.fromkeys(("节", "節", "절"), 2),
    **dict.fromkeys(("条", "條", "조"), 3),
}
"""The same of the Chinese, Japanese and Korean ones."""

_NAMES: Final = {
    "volume": "volume vol band tome tomo том",
    "book": "book buch livre libro livro книга",
    "title": "title titel titre título titulo titolo",
    "part": "part teil partie parte часть deel",
    "act": "act akt acte acto atto",
    "chapter": "chapter kapitel chapitre capítulo capitulo capitolo глава hoofdstuk",
    "appendix": "appendix annex anhang annexe anexo allegato приложение bijlage schedule",
    "scene": "scene szene scène escena scena",
    "section": "section sec abschnitt sección seccion sezione seção раздел",
    "article": "article art artikel artículo articulo articolo artigo статья",
    "rule": "rule regulation",
    "clause": "clause",
}
_CALLED: Final = {name: ours for ours, names in _NAMES.items() for name in names.split()}
_ARTICLES: Final = frozenset("article section § rule clause".split())
_PREFIXES: Final = frozenset(name[:3] for name, ours in _CALLED.items() if ours in _ARTICLES) | {"§"}
_SHORTEST: Final = 40
"""Characters among which the name and the number of a division stand."""

_ROMAN: Final = "[IVXLCDM]{1,9}"
_PARTS: Final = expression(r"\d{1,4}(?:[.-]\d{1,4}){0,3}")
_NUMBER: Final = expression(
    r"(?:(?:the|THE)\s)?"
    rf"(?P<number>\d{{1,4}}(?:[.-]\d{{1,4}}){{0,3}}|{_ROMAN}|[A-Z]|[^\W\d_]{{3,12}}(?:-[^\W\d_]{{3,6}})?)"
    r"(?P<letter>[a-z](?![^\W\d_])|(?:bis|ter|quater)\b)?(?P<inner>(?:\(\w{1,4}\)){0,3})(?:º|°|er\b)?(?![\w’'])"
)
_HAN: Final = expression(
    rf"(?:第(?P<number>[{HAN_DIGITS}]{{1,9}}|\d{{1,4}})(?P<unit>部分|[编編篇卷部章回节節条條])"
    rf"(?P<more>之[{HAN_DIGITS}]{{1,3}})?|제\s?(?P<count>\d{{1,4}})\s?(?P<part>[편장절조]))"
)
_TITLED: Final = frozenset(".:—–-")


class Opening(NamedTuple):
    """How words open: with a division of that `name` (as in `RANKS` or `HAN_RANKS`), numbered `path`.

    `end` is the place in the words where the number ends. `first` tells that the number stands before
    the name.
    """

    name: str
    path: Path
    end: int
    first: bool = False

    @property
    def rank(self) -> int:
        """Which stands above which among those of its script, 0 the highest."""
        return HAN_RANKS[self.name] if self.name in HAN_RANKS else RANKS[self.name]

    @property
    def is_article(self) -> bool:
        """Whether the words of such a division may stand on the line of its number, as in a law."""
        return self.name in _ARTICLES or self.name in ("条", "條", "조")


def may_open(words: str) -> bool:
    """Whether some words may open with an article of a law: a cheap test, that few others pass."""
    first = words[:1]
    return first in ("第", "§", "제") or (first.isupper() and words[:3].lower() in _PREFIXES)


def opening_of(words: str) -> Opening | None:
    """The division that some words open with; None where they open with none."""
    first = words[:1]
    if first in ("第", "제"):
        return _han(words)
    if first == "§":
        return _numbered(words, "§", len(words[:3]) - len(words[:3].lstrip("§ \u00a0")))
    if not (first.isupper() or first.isdecimal()):
        return None
    word = words[:_SHORTEST].split(None, 1)[0]
    if first.isupper() and (name := _CALLED.get(word.rstrip(".").lower())):
        return _numbered(words, name, len(word) + 1) if word.rstrip(".") != word.lower() else None
    return _number_first(words, word)


def _han(words: str) -> Opening | None:
    match = _HAN.match(words)
    if not match:
        return None
    path: Path = (value(match["number"] or match["count"]) or 0,)
    if match["more"]:
        path += (value(match["more"][1:]) or 0,)
    return Opening(match["unit"] or match["part"], path, match.end())


def _numbered(words: str, name: str, at: int) -> Opening | None:
    match = _NUMBER.match(words, at)
    path = _path(match["number"]) if match else ()
    if not match or not path:
        return None
    if words.startswith("§§"):
        path = path[:1]
    if match["letter"]:
        path += (_letter(match["letter"]),)
    inner = match["inner"].strip("()").split(")(") if match["inner"] else []
    return Opening(name, path + tuple(value(one) or 0 for one in inner), match.end())


def _letter(suffix: str) -> int:
    return {"bis": 2, "ter": 3, "quater": 4}.get(suffix) or ord(suffix) - ord("a") + 1


def _path(number: str) -> Path:
    """A number taken apart; empty where it is none."""
    if number[0].isdecimal():
        return tuple(map(int, re.split("[.-]", number))) if _PARTS.fullmatch(number) else ()
    # "Appendix C" stands behind B, and no book has a hundred.
    known = ord(number) - ord("A") + 1 if number in ("C", "D", "L", "M") else value(number)
    return () if known is None else (known,)


def _number_first(words: str, number: str) -> Opening | None:
    """The division of which the number stands before its name: "Erstes Kapitel", "2. Teil"."""
    rest = words[len(number) : _SHORTEST].lstrip()
    name = rest.split(None, 1)[0].rstrip(".:") if rest else ""
    called = _CALLED.get(name.lower()) if name else None
    if called is None or called in _ARTICLES:
        return None
    bare = number.rstrip(".")
    # "2a. Teil" stands behind "2. Teil".
    added = bare[-1:] if bare[:-1].isdecimal() and bare[-1:] in ascii_lowercase else ""
    path = _path(bare.removesuffix(added))
    end = words.index(name, len(number)) + len(name)
    behind = words[end:].lstrip()
    # "The First Part of the Journey" is a title of its own.
    apart = not behind or behind[0] in _TITLED
    if not apart or len(path) != 1:
        return None
    return Opening(called, path + tuple(map(_letter, added)), end, first=True)
