"""Lines that may be headings, by the family of marks that makes them so; none is believed yet."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.outline.layout import Layout, is_contents_entry, is_tabular
from corpus.outline.numbering import HAN_DIGITS, Path, value
from corpus.scripts import count_han, count_wide


class Candidate(NamedTuple):
    """A line that may be a heading.

    `family` are the marks it is known by; `rank` where it stands among the levels of its family, 0
    the highest; `path` its number, empty where it has none; `lines` how many lines it takes. `isolated`
    tells whether a blank line follows, `below` how long the next lines are, in characters.
    """

    line: int
    lines: int
    family: str
    rank: int
    path: Path
    title: str
    isolated: bool = False
    below: tuple[int, ...] = ()


_ROMAN: Final = r"[IVXLCDM]{1,9}"
_KEYWORD_RANKS: Final = {
    "volume": 0, "book": 1, "title": 2, "part": 3, "act": 3, "chapter": 4, "appendix": 4, "annex": 4,
    "scene": 5, "article": 6, "section": 7, "§": 7,
}  # fmt: skip
_KEYWORD: Final = expression(
    r"(?P<word>(?:CHAPTER|PART|BOOK|VOLUME|SECTION|ARTICLE|APPENDIX|ANNEX|TITLE|ACT|SCENE"
    r"|Chapter|Part|Book|Volume|Section|Article|Appendix|Annex|Title|Act|Scene)\s(?:THE\s|the\s)?|§{1,2}\s?)"
    rf"(?P<number>\d{{1,4}}(?:\.\d{{1,3}})*|{_ROMAN}|[A-Z]|[A-Za-z]{{3,8}})(?![\w’'])"
    r"(?P<rest>.*)"
)
_HAN_RANKS: Final = {"编": 0, "篇": 0, "卷": 0, "部": 0, "部分": 0, "章": 1, "回": 1, "节": 2, "条": 3}
_HAN_UNIT: Final = expression(
    rf"第(?P<number>[{HAN_DIGITS}]{{1,7}}|\d{{1,4}})(?P<unit>部分|[编篇卷部章回节条])(?P<rest>(?![一-龥]).*)"
)
_HAN_LIST: Final = expression(
    rf"(?:(?P<number>[{HAN_DIGITS}]{{1,4}})、|[（(](?P<inner>[{HAN_DIGITS}]{{1,4}})[）)])\s?(?P<rest>\S.*)"
)
_DECIMAL: Final = expression(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,5})\.?\s{1,4}(?P<rest>\S.*)")
_ROMAN_LINE: Final = expression(rf"(?P<number>{_ROMAN})\.(?:\s{{1,4}}(?P<rest>\S.*))?")
_LETTER: Final = expression(r"(?P<number>[A-Z](?:\.\d{1,3}){0,4})\.?\s{1,4}(?P<rest>\S.*)")
_UNDERLINING: Final = frozenset('=-*~^"+#')
# An expression is asked, and compiled, only where the first character allows it.
_KEYWORD_FIRST: Final = frozenset("CPBVSAT§")
_HAN_FIRST: Final = frozenset(f"第（({HAN_DIGITS}")
_UNDERLINE: Final = expression(r"([=\-*~^\"+#])\1{2,119}")
_CLOSING: Final = expression(r"[.,;:。，；：、]$")
_SENTENCE: Final = expression(r"[.!?]\s+[A-Z]|\b(?:is|are|was|were|has|have|shall|will|must|should|may)\b")


def candidate_at(layout: Layout, index: int) -> list[Candidate]:
    """What the line could be a heading as: of more than one family where its number can be read twice."""
    text = layout.short(index)
    if not text or text.isdigit():
        return []
    if not layout.starts_block(index) and not _may_stand_inside(text, layout.short(index + 1)):
        return []
    if found := _underlined(layout, index, text):
        return [found]
    if is_tabular(text) or is_contents_entry(text):
        return []
    if found := _han_unit(index, text) or _han_list(layout, index, text):
        return [found]
    if not layout.starts_block(index):
        return []
    if found := _keyword(layout, index, text):
        return [found]
    found_all = [
        found
        for found in (
            _decimal(layout, index, text),
            _roman(layout, index, text),
            _letter(layout, index, text),
        )
        if found
    ]
    if found_all:
        return found_all
    found = _outdented(layout, index, text) or _capitals(layout, index, text)
    return [found] if found else []


def _may_stand_inside(text: str, following: str) -> bool:
    """Whether a line in the middle of a block is worth a look: most of a text is not."""
    return following[:1] in _UNDERLINING or text[0] in _HAN_FIRST


def _underlined(layout: Layout, index: int, text: str) -> Candidate | None:
    line = layout.short(index + 1)
    if not (match := _UNDERLINE.fullmatch(line)) or _UNDERLINE.fullmatch(text) or is_tabular(text):
        return None
    width = len(text) + count_wide(text)
    if abs(len(line) - width) > max(2, width // 5) and abs(len(line) - len(text)) > 2:
        return None
    overlined = layout.short(index - 1) == line
    if not (layout.starts_block(index) or overlined) or not any(c.isalnum() for c in text):
        return None
    return Candidate(index, 2, f"underlined {match[1]}{overlined:d}", 0, (), text)


def _han_unit(index: int, text: str) -> Candidate | None:
    match = _HAN_UNIT.match(text) if text[0] == "第" else None
    # An article whose words stand on the same line is a paragraph: as a heading they would be lost.
    if not match or len(text) > 40 or re.search("[。；，：:;]", match["rest"].rstrip("）)")):
        return None
    rank = _HAN_RANKS[match["unit"]]
    return Candidate(index, 1, f"第{match['unit']}", rank, (value(match["number"]) or 0,), text)


def _han_list(layout: Layout, index: int, text: str) -> Candidate | None:
    match = _HAN_LIST.match(text) if text[0] in _HAN_FIRST else None
    if not match or len(text) > 32 or re.search("[。；，、：:!！]", match["rest"]):
        return None
    if not layout.starts_block(index) and layout.short(index - 1)[-1:] not in "。！？”":
        return None
    family = "一、" if match["number"] else "（一）"
    number = value(match["number"] or match["inner"]) or 0
    return Candidate(index, 1, family, 0, (number,), text)


def _keyword(layout: Layout, index: int, text: str) -> Candidate | None:
    match = _KEYWORD.match(text) if text[0] in _KEYWORD_FIRST else None
    if not match or len(text) > 100:
        return None
    rest = match["rest"].strip()
    word = "§" if "§" in match["word"] else match["word"].split()[0].lower()
    path = tuple(value(part) or 0 for part in match["number"].split("."))
    if not path[0] and match["number"] != "0":
        return None
    # "Part two of the plan …" is a sentence: a title stands apart from its number, or in capitals.
    apart = not rest or rest[0] in ".:—–-" or (match["rest"][:1] == " " and not rest[0].islower())
    if not apart or re.search(r"[,;]$", text) or len(rest.split()) > 14 or _runs_on(rest.lstrip(".:—–- ")):
        return None
    if not rest.strip(".:—–- "):
        return _with_title_below(layout, index, text, word, path)
    if not layout.ends_block(index):
        return _two_lines(layout, index, text, word, path)
    return Candidate(index, 1, f"keyword {word}", _KEYWORD_RANKS[word], path, text)


def _two_lines(layout: Layout, index: int, text: str, word: str, path: Path) -> Candidate | None:
    """A keyword line whose title runs on to a second line, and no further."""
    second = layout.short(index + 1)
    if not second or not layout.ends_block(index + 1) or (_CLOSING.search(second) and not second.isupper()):
        return None
    return Candidate(index, 2, f"keyword {word}", _KEYWORD_RANKS[word], path, f"{text} {second}")


def _with_title_below(layout: Layout, index: int, text: str, word: str, path: Path) -> Candidate:
    """A keyword line without a title of its own, with the one under it if there is one."""
    family, rank = f"keyword {word}", _KEYWORD_RANKS[word]
    at = index + 1 if layout.short(index + 1) else index + 2
    below = layout.short(at)
    numbered = any(pattern.match(below) for pattern in (_KEYWORD, _DECIMAL, _ROMAN_LINE, _LETTER))
    if not below or numbered or not layout.ends_block(at) or len(below) > 60:
        return Candidate(index, 1, family, rank, path, text)
    if _CLOSING.search(below) or not _is_titled(below):
        return Candidate(index, 1, family, rank, path, text)
    return Candidate(index, at - index + 1, family, rank, path, f"{text.rstrip('.:—–- ')} — {below}")


def _decimal(layout: Layout, index: int, text: str) -> Candidate | None:
    match = _DECIMAL.match(text) if text[0].isdecimal() else None
    # "1.2 per cent" may open a line of prose; further out than the body it does not.
    lower = match is not None and "." in match["number"] and layout.body >= 3
    if not match or not (lower or re.match(r"[A-Z\"“(<`'\u4e00-\u9fff]", match["rest"])):
        return None
    path = tuple(int(part) for part in match["number"].split("."))
    return _numbered(layout, index, text, match["rest"], "decimal", path)


def _roman(layout: Layout, index: int, text: str) -> Candidate | None:
    match = _ROMAN_LINE.fullmatch(text) if text[0] in "IVXLCDM" else None
    number = value(match["number"]) if match else None
    if not match or number is None:
        return None
    return _numbered(layout, index, text, match["rest"] or "", "roman", (number,))


def _letter(layout: Layout, index: int, text: str) -> Candidate | None:
    match = _LETTER.match(text) if "A" <= text[0] <= "Z" else None
    if not match or not match["rest"][0].isupper() or ("." not in text[:4]):
        return None
    first, *others = match["number"].split(".")
    path = (ord(first) - ord("A") + 1, *map(int, others))
    return _numbered(layout, index, text, match["rest"], "letter", path)


def _numbered(layout: Layout, index: int, text: str, rest: str, family: str, path: Path) -> Candidate | None:
    """A line that opens with a number, if its words could be a title and it stands by itself."""
    # In a text whose body is indented, its lists are indented too, and its headings are not.
    indented = layout.indent(index) >= layout.body if layout.body >= 3 else layout.indent(index) > 8
    if indented or len(text) > 100 or len(rest.split()) > 14 or re.search(r"[,;:]$", rest):
        return None
    if _runs_on(rest) or (rest.endswith(".") and len(rest.split()) > 7):
        return None
    lines = 1
    if not layout.ends_block(index):
        second = layout.short(index + 1)
        hangs = layout.indent(index + 1) > layout.indent(index) and layout.ends_block(index + 1)
        if (
            hangs
            and len(second) <= 60
            and not _CLOSING.search(second)
            and layout.indent(index + 1) != layout.body
        ):
            text, lines = f"{text} {second}", 2
        elif len(path) == 1 or layout.body < 3:
            return None
    return Candidate(index, lines, family, len(path) - 1, path, text)


def _outdented(layout: Layout, index: int, text: str) -> Candidate | None:
    """A line further out than the body, as manuals and requests for comments set their headings."""
    indent = layout.indent(index)
    inner = layout.body >= 6 and indent == 3 and not layout.blank(index + 1)
    if layout.body < 3 or len(text.split()) > 10 or not (inner or text[0].isupper()):
        return None
    if re.search(r"[.,;]$", text) or "@" in text or "://" in text or "\t" in text:
        return None
    if not (indent == 0 or inner) or not layout.following(index):
        return None
    if not layout.ends_block(index) and layout.indent(index + 1) <= indent:
        return None
    return Candidate(index, 1, "outdented", 1 if indent else 0, (), text)


def _capitals(layout: Layout, index: int, text: str) -> Candidate | None:
    """A line in capitals alone, with prose under it."""
    letters = [character for character in text if character.isalpha()]
    if layout.body >= 3 or len(letters) < 4 or not text.isupper() or count_han(text):
        return None
    if not layout.ends_block(index) or re.search(r"[.,;!?…]$", text) or len(text) > 80:
        return None
    if text[0] in '-*•+>"“([{<' or "@" in text or "://" in text:
        return None
    prose = layout.following(index)
    if len(prose) < 60 or sum(character.islower() for character in prose) * 2 < len(prose):
        return None
    return Candidate(index, 1, "capitals", 0, (), text)


def _runs_on(title: str) -> bool:
    """Whether words are a sentence rather than a title."""
    return len(title.split()) > 9 and bool(_SENTENCE.search(title))


def _is_titled(text: str) -> bool:
    """Whether the words are set as a title: in capitals, or the longer ones with capital initials."""
    if count_han(text):
        return len(text) <= 20
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return text[0].isupper() and sum(word[0].isupper() for word in words) * 5 >= len(words) * 4
