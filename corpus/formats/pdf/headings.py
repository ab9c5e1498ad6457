"""Headings: lines that say what an entry of the file's outline says, or that look like none of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats.pdf.engine import Bookmark
from corpus.formats.pdf.pieces import Line
from corpus.formats.pdf.profile import Profile

_NOT_WORDS: Final = expression(r"[\W_]+")
_NUMBERED: Final = expression(
    r"(?i)(?:chapter|part|appendix|section|annex|kapitel|teil|anhang|abschnitt|chapitre|partie|annexe"
    r"|cap[íi]tulo|parte|ap[ée]ndice|anexo|глава|часть|приложение)?"
    r"(?:\d{1,12}|[a-z]\d{0,9}|[ivxlc]{1,7})?"
    r"|第?[\d一二三四五六七八九十]{1,4}[章部節节編篇]|(?:付録|附录|附錄)[a-z]"
)
"""What stands before a title as its number, in letters and figures alone."""
_SPELT: Final = expression(
    r"(?i)(?:chapter|part|appendix|kapitel|teil|anhang|chapitre|partie|annexe|cap[íi]tulo|parte|ap[ée]ndice|глава)"
    r"\s*(?:[ivxlc]+|\d+|[a-z]|[^\W\d_]{3,14}(?:[- ][^\W\d_]{3,6})?)?[.:]?"
)
_DEPTH: Final = expression(r"(?:\d{1,3}|[A-Z])((?:\.\d{1,3}){0,5})\.?\s+\S")
_DOTTED: Final = expression(r"(?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,5}\.?\s+[^\W\d_]")
_NUMBER_ALONE: Final = expression(r"(?:\d{1,3}(?:\.\d{1,3}){0,5}|[A-Z]|[IVXLC]{1,7})[.)]?")
_CAPTION: Final = expression(
    r"(?i)(?:fig(?:ure|\.)?|table|listing|abb(?:ildung|\.)|tab(?:elle|leau|\.)|figura|tabla|tabela|[图圖図表])"
    r"\s*[\dA-Z][\d.–-]*\b"
)
_WORDY: Final = expression(r"[^\W\d_]{3}")
_SIGNS: Final = expression(r"[=≤≥∈→|<>{}\\]")
_ROMAN: Final = expression(r"[IVX]{1,6}\.\s+[A-Z][A-Z]")
_LETTERED: Final = expression(r"[A-Z]\.\s+[A-Z]\w")
_LONGEST_OF_CAPITALS: Final = 90
_MOST_LINES: Final = 5
_LONGEST: Final = 240
_UNFINISHED: Final = (",", ";", ":", ".")
_LONGEST_APART: Final = 90
_ROOM: Final = 1.15
"""Of the leading, how far a heading stands from the line above it at least."""
_LARGER, _LARGER_APART = 1.1, 1.06
"""Of the size of the text, how large a heading in its font is at least, and one in a font of its own."""
_WIDE, _FULL = 0.8, 0.95
_FLUSH: Final = 2.0


class Found(NamedTuple):
    """A heading on a page: how many lines it has, its level, and the entry that it is, if any."""

    lines: int
    level: int
    entry: int | None = None


def by_page(marks: Iterable[Bookmark]) -> dict[int, list[tuple[int, Bookmark]]]:
    """The entries of an outline, with their numbers, by the page that they lead to."""
    pages: dict[int, list[tuple[int, Bookmark]]] = defaultdict(list)
    for number, mark in enumerate(marks):
        pages[mark.page].append((number, mark))
    return pages


def listed_headings(
    lines: Sequence[Line], marks: Iterable[tuple[int, Bookmark]]
) -> tuple[dict[int, Found], dict[int, int]]:
    """The headings on a page that its outline lists, by index; and where every entry leads, by number."""
    found: dict[int, Found] = {}
    places: dict[int, int] = {}
    words = [bare(line.text) for line in lines]
    taken: set[int] = set()
    for number, mark in marks:
        hits = [
            (at, count)
            for at in range(len(lines))
            if at not in taken and (count := _length(lines, words, at, mark.title))
        ]
        if mark.y is not None:
            top = mark.y
            hits.sort(key=lambda hit: abs(lines[hit[0]].y - top + lines[hit[0]].size))
        if hits:
            at, count = hits[0]
            begin = _with_label(lines, at, taken)
            found[begin] = Found(at + count - begin, mark.level, number)
            taken.update(range(begin, at + count))
            places[number] = begin
        else:
            places[number] = _first_below(lines, mark.y)
    return found, places


def bare(text: str) -> str:
    """The letters and figures of a text, all small."""
    return _NOT_WORDS.sub("", text.casefold())


def is_label(text: str) -> bool:
    """Whether a line says what comes and its number, as "Chapter 3" does, and no more."""
    return bool(_SPELT.fullmatch(text))


def _length(lines: Sequence[Line], words: Sequence[str], at: int, title: str) -> int:
    """How many lines from `at` on say just that title; 0 if they do not."""
    wanted = bare(title)
    if not wanted:
        return 0
    said = ""
    for count in range(1, min(_MOST_LINES, len(lines) - at) + 1):
        line = lines[at + count - 1]
        if count > 1 and abs(line.size - lines[at].size) > 0.1 * line.size:
            return 0
        said += words[at + count - 1]
        if len(said) > len(wanted) + 40:
            return 0
        if said == wanted:
            return count
        if said.endswith(wanted) and _is_number(said[: -len(wanted)]):
            return count
        if wanted.endswith(said) and _is_number(wanted[: -len(said)]) and len(said) > 1:
            return count
    return 0


def _is_number(words: str) -> bool:
    return bool(_NUMBERED.fullmatch(words))


def _with_label(lines: Sequence[Line], at: int, taken: set[int]) -> int:
    """The index at which "Chapter 3", on lines of its own, stands right before a heading; else `at`."""
    for count in (1, 2):
        begin = at - count
        if begin < 0 or begin in taken:
            break
        said = " ".join(line.text for line in lines[begin:at])
        if (
            _SPELT.fullmatch(said)
            and lines[begin].size >= 0.6 * lines[at].size
            and lines[begin].text[:1].isupper()
        ):
            if count == 1 and begin and begin - 1 not in taken:
                longer = f"{lines[begin - 1].text} {said}"
                if _SPELT.fullmatch(longer) and not _SPELT.fullmatch(lines[begin - 1].text + "?"):
                    return begin - 1 if lines[begin - 1].text.isupper() else begin
            return begin
    return at


def _first_below(lines: Sequence[Line], y: float | None) -> int:
    if y is None:
        return 0
    return next((at for at, line in enumerate(lines) if line.y <= y), len(lines))


def looks(lines: Sequence[Line], at: int, profile: Profile, *, listed: bool) -> Found | None:
    """A heading that no outline lists: larger or bolder than the text, short, with room above it."""
    line = lines[at]
    text = line.text
    if not listed and (found := _capitals(lines, at)):
        return found
    numbered = bool(_DEPTH.match(text))
    # One letter alone parts an index by words.
    if line.mono or not _is_whole(line) or not any(map(str.isalpha, text[1:])) or _CAPTION.match(text):
        return None
    before = lines[at - 1] if at else None
    leading = profile.leading(line.size)
    if before is not None and before.column == line.column and before.y - line.y < _ROOM * leading:
        return None
    own = line.bold or _is_own(line, profile)
    larger = line.size >= profile.body * (_LARGER_APART if own else _LARGER)
    if not (larger or (line.bold and line.size >= 0.98 * profile.body)):
        return Found(1, _level(text, line, profile)) if _is_apart(lines, at, profile) else None
    count = 1
    while at + count < len(lines) and count < _MOST_LINES:
        following = lines[at + count]
        great = following.size >= _LARGER_APART * profile.body
        alike = abs(following.size - line.size) < 0.4 and (following.bold == line.bold or great)
        near = following.column == line.column and 0 < lines[at + count - 1].y - following.y < 1.35 * leading
        if not (alike and near):
            if near and following.size < line.size * 1.02 and following.column == line.column and not larger:
                return None  # the first words of a paragraph, or a term over its definition
            break
        count += 1
    said = " ".join(one.text for one in lines[at : at + count])
    if len(said) > _LONGEST or count >= _MOST_LINES or (said.endswith(_UNFINISHED) and not numbered):
        return None
    return Found(count, _level(said, line, profile))


def _is_whole(line: Line) -> bool:
    """Whether a line is one run of words, behind a number perhaps, and no row of cells."""
    number, *more = line.segments
    return not more or (len(more) == 1 and bool(_NUMBER_ALONE.fullmatch(number.text.strip())))


def _is_own(line: Line, profile: Profile) -> bool:
    """Whether a line is set in another font than the text is."""
    return line.italic or bool(line.family and profile.family and line.family != profile.family)


def _is_apart(lines: Sequence[Line], at: int, profile: Profile) -> bool:
    """Whether a line no larger than the text is a heading: text stands below it, and room between.

    It is numbered as parts of parts are, or in another font.
    """
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is None or following.column != line.column or following.mono:
        return False
    text = line.text
    if (
        len(text) > _LONGEST_APART
        or text.endswith(_UNFINISHED)
        or _SIGNS.search(text)
        or not _WORDY.search(text)
    ):
        return False
    own = _is_own(line, profile) and not _is_own(following, profile)
    room = line.y - following.y
    if _DOTTED.match(text) and line.x1 - line.x0 < _FULL * profile.measure:
        return not _DEPTH.match(following.text) and (own or room > _ROOM * profile.leading(line.size))
    flush = abs(line.x0 - following.x0) < _FLUSH and following.x1 - following.x0 > _WIDE * profile.measure
    short = line.x1 - line.x0 < _WIDE * profile.measure and text[0].isupper()
    return own and flush and short and room > _ROOM * profile.leading(line.size)


def with_labels(lines: Sequence[Line], headings: dict[int, Found]) -> dict[int, Found]:
    """Headings that were inferred, with "CHAPTER", "ONE" and what it is called made one."""
    joined: dict[int, Found] = {}
    begin = end = -1
    for at, found in sorted(headings.items()):
        if at == end and found.entry is None:
            said = " ".join(line.text for line in lines[begin:at])
            longer = " ".join(line.text for line in lines[begin : at + found.lines])
            if is_label(said) or is_label(longer):
                end = at + found.lines
                joined[begin] = Found(end - begin, found.level)
                continue
        joined[at] = found
        begin, end = at, at + found.lines if found.entry is None else -1
    return joined


def _capitals(lines: Sequence[Line], at: int) -> Found | None:
    """A heading as journals of engineers set them: "II. THE METHOD" in the middle, "A. Data" in italics."""
    line = lines[at]
    text = line.text
    if line.mono or len(text) > _LONGEST_OF_CAPITALS:
        return None
    if _ROMAN.match(text) and text.isupper():
        count = 1
        if at + 1 < len(lines) and _ends_capitals(line, lines[at + 1]):
            count = 2
        return Found(count, 1)
    following = lines[at + 1] if at + 1 < len(lines) else None
    above = lines[at - 1].y - line.y if at and lines[at - 1].column == line.column else None
    apart = above is None or above > 1.2 * line.size
    set_apart = line.italic and following is not None and not following.italic and apart
    return Found(1, 2) if set_apart and _LETTERED.match(text) and not text.endswith(_UNFINISHED) else None


def _ends_capitals(line: Line, following: Line) -> bool:
    """Whether a heading in capitals goes on: in the middle below it, and in capitals."""
    near = following.column == line.column and 0 < line.y - following.y < 1.5 * line.size
    middles = (line.x0 + line.x1) / 2 - (following.x0 + following.x1) / 2
    return near and following.text.isupper() and abs(middles) < line.size


def _level(said: str, line: Line, profile: Profile) -> int:
    depth = _DEPTH.match(said)
    if depth and (depth[1] or said[0].isdecimal()):
        return min(6, 1 + depth[1].count("."))
    greater = [size for size in profile.styles if size > line.size + 0.2]
    return min(6, 1 + len(greater))
