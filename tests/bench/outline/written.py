"""Pages of manuals as plain text, their headings written in each of the ways that people write them.

What the headings are is known then, though nobody has tuned anything on these texts. Every other text has
its lines broken, as older files do. No title stands above: whether that is a heading can be argued.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Final, NamedTuple

from corpus.document import Kind
from tests.bench.outline.data import Headed, Heading
from tests.bench.outline.pages import Page, Piece, ends_as_a_sentence, is_prose, pieces

_MOST_BLOCKS: Final = 300
_FEWEST_PROSE: Final = 10
_FEWEST_HEADINGS: Final = 3
_WIDTH: Final = 72
_SHORT: Final = 80
_NUMBER: Final = re.compile(
    r"(?:(?:chapter|appendix|kapitel|anhang|chapitre|annexe|capítulo|apéndice|section|abschnitt)\s+)?"
    r"(?:第\s*[\d一二三四五六七八九十]+\s*[章节]|附录\s*\w|\d+(?:\.\d+)*\.?|[A-Z](?:\.\d+)+\.?|[A-Z]\.)\s*[-–—:]?\s+",
    re.IGNORECASE,
)
_CONTENTS: Final = re.compile(r"(?:\d+|[A-Z])\.\d+(?:\.\d+)*\.?\s")
_CHAPTER: Final = {"de": "Kapitel", "fr": "Chapitre", "es": "Capítulo"}
_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_DIGITS: Final = "〇一二三四五六七八九"


class _Title(NamedTuple):
    """A heading: its words, its level from 1 without gaps, and its numbers from the top down."""

    words: str
    level: int
    numbers: tuple[int, ...]


class _Lines(NamedTuple):
    """How a heading is written: its lines, and what it is called then."""

    lines: Sequence[str]
    title: str


def _plainly(words: str) -> _Lines:
    return _Lines([words], words)


def _bare(title: _Title, _: str) -> _Lines:
    return _plainly(title.words)


def _underlined(title: _Title, _: str) -> _Lines:
    width = sum(2 if ord(sign) > 0x2E7F else 1 for sign in title.words)
    return _Lines([title.words, "=-~^\"'"[title.level - 1] * width], title.words)


def _numbered(title: _Title, _: str) -> _Lines:
    number = ".".join(map(str, title.numbers))
    return _plainly(f"{number}{'.' if title.level == 1 else ''} {title.words}")


def _capitals(title: _Title, _: str) -> _Lines:
    return _plainly(title.words.upper() if title.level == 1 else title.words)


def _lettered(title: _Title, _: str) -> _Lines:
    number = title.numbers[-1]
    forms = (_roman(number), chr(64 + min(number, 26)), str(number))
    mark = f"{forms[title.level - 1]}." if title.level <= 3 else f"({chr(96 + min(number, 26))})"
    return _plainly(f"{mark} {title.words}")


def _chapters(title: _Title, language: str) -> _Lines:
    chapter = f"{_CHAPTER.get(language, 'Chapter').upper()} {_roman(title.numbers[0])}"
    return _Lines([chapter, "", title.words], f"{chapter} {title.words}")


def _sections(title: _Title, _: str) -> _Lines:
    return _plainly(f"§ {title.numbers[0]} {title.words}")


def _chinese(title: _Title, _: str) -> _Lines:
    number = _chinese_number(title.numbers[-1])
    mark = (f"第{number}章　", f"第{number}节　", f"{number}、", f"（{number}）")[min(title.level, 4) - 1]
    return _plainly(mark + title.words)


class Family(NamedTuple):
    """A way to write headings, down to a level; in languages, "" among them for those not told.

    `indent` stands before every line of the text beneath.
    """

    written: Callable[[_Title, str], _Lines]
    deepest: int
    languages: tuple[str, ...]
    indent: str = ""


_WESTERN: Final = ("", "en", "de", "fr", "es")
FAMILIES: Final = {
    "bare": Family(_bare, 6, (*_WESTERN, "zh")),
    "underlined": Family(_underlined, 6, (*_WESTERN, "zh")),
    "numbered": Family(_numbered, 6, (*_WESTERN, "zh")),
    "outdented": Family(_numbered, 6, _WESTERN, "   "),
    "capitals": Family(_capitals, 1, _WESTERN),
    "lettered": Family(_lettered, 4, _WESTERN),
    "chapters": Family(_chapters, 1, _WESTERN),
    "sections": Family(_sections, 1, ("de", "en", "")),
    "chinese": Family(_chinese, 4, ("zh",)),
    "headless": Family(_bare, 0, (*_WESTERN, "zh")),
}
"""The ways to write headings."""


def written(page: Page, family: Family) -> Headed | None:
    """A page in one of the ways, None for one that is no article or has too few headings for it.

    Headings deeper than the family knows are left out, and so is the page's own title.
    """
    some = _unnumbered(_plain(pieces(page.document)))
    prose = sum(piece.block.kind is Kind.PARAGRAPH and is_prose(piece.words) for piece in some)
    if len(some) > _MOST_BLOCKS or prose < _FEWEST_PROSE:
        return None
    some = _without_title(some)
    titles = _titles([piece for piece in some if piece.is_heading])
    shown = [one for one in titles if one.level <= family.deepest]
    if family.deepest and len(shown) < _FEWEST_HEADINGS:
        return None
    is_broken = sha256(page.source.encode()).digest()[0] & 1
    width = _WIDTH if is_broken and page.language != "zh" else 0
    lines: list[str] = []
    headings = []
    waiting = iter(titles)
    for piece in some:
        if not piece.is_heading:
            lines += [*_body(piece, width, family.indent), ""]
            continue
        one = next(waiting)
        if one.level <= family.deepest:
            heading = family.written(one, page.language)
            headings.append(Heading(one.level, heading.title))
            lines += ["", *heading.lines, ""]
    return Headed(page.source, "\n".join(lines).strip("\n") + "\n", tuple(headings))


def _plain(some: list[Piece]) -> list[Piece]:
    """Without short lines that may be a box's title, for nobody knows whether those are headings.

    Entries of a list of contents, which lead to other pages, are left out too.
    """
    started = next((at for at, piece in enumerate(some) if piece.is_heading or is_prose(piece.words)), 0)
    return [piece for piece in some[started:] if _is_plain(piece)]


def _is_plain(piece: Piece) -> bool:
    if piece.block.kind is Kind.ITEM:
        return not _CONTENTS.match(piece.words)
    is_short = len(piece.words) <= _SHORT and not ends_as_a_sentence(piece.words)
    return piece.block.kind is not Kind.PARAGRAPH or not is_short


def _without_title(some: list[Piece]) -> list[Piece]:
    """Without the title that a page opens with, where all its other headings stand below it."""
    headings = [piece for piece in some if piece.is_heading]
    if headings and all(piece.block.level > headings[0].block.level for piece in headings[1:]):
        return [piece for piece in some if piece is not headings[0]]
    return some


def _titles(headings: Iterable[Piece]) -> list[_Title]:
    above: list[int] = []
    numbers: list[int] = []
    titles = []
    for piece in headings:
        while above and above[-1] >= piece.block.level:
            above.pop()
        above.append(piece.block.level)
        numbers = [*numbers[: len(above)], *[0] * (len(above) - len(numbers))]
        numbers[-1] += 1
        titles.append(_Title(piece.words, min(len(above), 6), tuple(numbers)))
    return titles


def _unnumbered(some: list[Piece]) -> list[Piece]:
    """Without the numbers of headings, where most have one; a version number in one is a part of it."""
    headings = [piece.words for piece in some if piece.is_heading]
    if 2 * sum(_NUMBER.match(words) is not None for words in headings) <= len(headings):
        return some
    return [
        piece._replace(words=_NUMBER.sub("", piece.words, count=1)) if piece.is_heading else piece
        for piece in some
    ]


def _body(piece: Piece, width: int, indent: str) -> list[str]:
    block, words = piece
    if block.kind is Kind.CODE:
        return [f"{indent}    {line}" for line in words.splitlines()]
    first = rest = indent
    if block.kind is Kind.ITEM:
        margin = "  " * block.level
        mark = f"{block.marker.replace('•', '*')} " if block.marker else ""
        first, rest = indent + margin + mark, indent + margin + " " * len(mark)
    if not width:
        return [first + words]
    return textwrap.wrap(words, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs


def _chinese_number(number: int) -> str:
    tens, ones = divmod(number, 10)
    many = "" if tens <= 1 else _DIGITS[tens]
    return many + ("十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")
