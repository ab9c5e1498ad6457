"""What stands with a title and is none of the text: title pages, imprints, names and dates under a title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats.pdf.headings import is_label
from corpus.formats.pdf.markers import marker_of
from corpus.formats.pdf.pieces import Line
from corpus.formats.pdf.profile import Profile
from corpus.sanitiser import clean_line

_IMPRINT: Final = expression(
    r"(?i)©|\bcopyright\b|\bisbn\b|\ball rights reserved\b|\bimpressum\b|\(c\) ?[12]\d{3}"
)
_SUMMARY: Final = expression(
    r"(?i)(?:executive )?(?:abstract|summary)|synopsis|introduction|preface|foreword|contents|keywords?\b.*"
    r"|zusammenfassung|kurzfassung|einleitung|vorwort|inhalt|r[ée]sum[ée]|sommaire|resumen|resumo|introducci[óo]n"
    r"|riassunto|аннотация|введение|摘\s*要|要\s*旨|概\s*要"
)
"""What heads the text below a title."""
_SMALL_WORDS: Final = frozenset(
    "and the of by in at for to with from und von der die das für im am"
    " et de du des la le les y e del do da di".split()
)
_OPENING: Final = "([{<“„«‘\"'*†‡0123456789¹²³⁴⁵⁶⁷⁸⁹⁰"
"""What may stand before a name: brackets, and signs of notes."""
_ADDRESS: Final = expression(r"(?i)\bwww\.|://|\bhomepage\b")
_WORD: Final = expression(r"[^\W\d_]{2}")
_YEAR: Final = expression(r"\b[12]\d{3}\b")
_SAID: Final = tuple(":;?!.。")
_NAMED: Final = 0.75
"""Of the words of names and addresses, how many have a capital at least; German has it for half of all."""
_LEAST_PAGES: Final = 4
"""Below that a page without prose is all there is: a letter, a bill, a slide."""
_MOST_LINES: Final = 30
_MOST_IN_TITLE: Final = 5
_MOST_ABOVE: Final = 12
_MOST_AT_LEFT: Final = 16
"""Lines of a letterhead above a title, and of names under it that stand at the left."""
_MOST_IN_IMPRINT: Final = 60
_GREAT: Final = 1.25
"""Of the size of the text, how large a title is at the least."""
_PROSE: Final = 0.55
"""Of the measure, how wide two lines of prose are at the least."""
_WIDE: Final = 0.8
"""Of the measure, how wide a line is at least that no heading, and no name, is."""
_LARGER: Final = 1.1
_FLUSH: Final = 2.0
_OFF: Final = 0.8
"""Of its size, how far a centred line is from the middle at the most, and from the margin at least."""


def title_page(lines: Sequence[Line], profile: Profile, count: int) -> bool:
    """Whether these are the lines of a title page: the first of so many pages, without any prose."""
    return (
        count >= _LEAST_PAGES
        and len(lines) <= _MOST_LINES
        and any(_is_great(line, profile) for line in lines)
        and not any(map(marker_of, lines))
        and not has_prose(lines, profile)
    )


def imprint(lines: Sequence[Line], profile: Profile) -> bool:
    """Whether the page behind a title page tells whose the book is, and nothing else."""
    if len(lines) > _MOST_IN_IMPRINT or any(_is_great(line, profile) for line in lines):
        return False
    return any(_IMPRINT.search(line.text) for line in lines)


class Around(NamedTuple):
    """Where the title of a first page is among its lines: from `first` to `last`.

    A letterhead stands above it from `begin`, names and dates below it up to `end`. Without one all are 0.
    """

    begin: int = 0
    first: int = 0
    last: int = 0
    end: int = 0


def around_title(lines: Sequence[Line], profile: Profile, *, ends: bool = False) -> Around:
    """What stands above and below the title of a first page; `ends` tells that contents follow."""
    first, last = title_of(lines, profile)
    if first != last and _is_masthead(lines, last, profile):
        first, size = last + 1, lines[last + 1].size
        last = first + sum(1 for _ in takewhile(lambda line: line.size > size - 0.5, lines[first:]))
    above = lines[:first]
    if not 0 < last - first <= _MOST_IN_TITLE or any(_is_text(line, profile) for line in above):
        return Around()
    label = next((at for at in (first - 1, first - 2) if at >= 0 and is_label(_said(lines[at:first]))), first)
    begin = 0 if label <= _MOST_ABOVE else label
    return Around(begin, label, last, _Names(lines, first, profile).end(last, ends=ends))


def _is_masthead(lines: Sequence[Line], last: int, profile: Profile) -> bool:
    """Whether what ends at a line is the name of a journal: its address is next, and then the title."""
    if last + 1 >= len(lines) or not _ADDRESS.search(lines[last].text):
        return False
    below = lines[last + 1]
    heads = _SUMMARY.fullmatch(below.text) or below.text[:1].isdecimal()
    return _is_great(below, profile) and not heads


def _said(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


class _Names:
    """The lines under a title that name who wrote it, where and when: in the middle, or at the left."""

    def __init__(self, lines: Sequence[Line], title: int, profile: Profile) -> None:
        self._lines, self._profile = lines, profile
        self._middle = (lines[title].x0 + lines[title].x1) / 2
        self._left = min(line.x0 for line in lines)

    def end(self, last: int, *, ends: bool) -> int:
        """Where they end that begin behind the last line of the title."""
        lines, end, at_left = self._lines, last, 0
        while end < len(lines) and self._is_one(end):
            at_left += not self._is_centred(lines[end])
            end += 1
        # What goes on as it began is a list, a table; where all of it is set so, it is a poem, or a notice.
        while end < len(lines) and end > last and len(lines[end].segments) > 1 < len(lines[end - 1].segments):
            end -= 1
        return end if (ends or end < len(lines)) and at_left <= _MOST_AT_LEFT else last

    def _is_one(self, at: int) -> bool:
        line, profile = self._lines[at], self._profile
        following = self._lines[at + 1] if at + 1 < len(self._lines) else None
        if _SUMMARY.fullmatch(line.text) or marker_of(line):
            return False
        if len(line.segments) > 1:
            return all(_is_named(segment.text, 1) for segment in line.segments)
        before_text = following is not None and _is_text(following, profile)
        if self._is_centred(line):
            heads = line.bold and not _is_great(line, profile) and before_text
            return not heads and not (following is not None and _are_prose(line, following, profile))
        differs = line.size > _LARGER * profile.body or line.text.isupper() or line.text.endswith(",")
        return not (line.bold or line.text.endswith(_SAID) or (differs and before_text)) and _is_named(
            line.text, 2
        )

    def _is_centred(self, line: Line) -> bool:
        off = abs((line.x0 + line.x1) / 2 - self._middle)
        return off <= _OFF * line.size and line.x0 >= self._left + _OFF * line.size


def _is_text(line: Line, profile: Profile) -> bool:
    """Whether a line is as wide as those of text, or begins an item."""
    if marker_of(line):
        return True
    wide = line.x1 - line.x0 > _WIDE * profile.measure
    return wide and len(line.segments) == 1 and (line.text.endswith(_SAID) or not _is_named(line.text, 2))


def _is_named(text: str, least: int) -> bool:
    """Whether a line is of names, places, dates or addresses: nearly all words of it have a capital.

    There are so many words at the least, or a year among them.
    """
    if "@" in text or "://" in text:
        return True
    firsts = [
        first
        for word in text.split()
        if word.casefold() not in _SMALL_WORDS
        and _WORD.search(word)
        and (first := word.lstrip(_OPENING)[:1]).isalpha()
    ]
    if not firsts:
        return any(map(str.isdecimal, text)) or not any(map(str.isalnum, text))
    named = sum(map(str.isupper, firsts))
    enough = len(firsts) >= least or bool(_YEAR.search(text))
    return enough and named > _NAMED * len(firsts)


def title_of(lines: Sequence[Line], profile: Profile) -> tuple[int, int]:
    """The lines of the title, from, to: the first of the greatest, and those that are as great behind it."""
    great = max((line.size for line in lines), default=0.0)
    if great < _GREAT * profile.body:
        return 0, 0
    first = next(at for at, line in enumerate(lines) if line.size > great - 0.5)
    last = first + 1
    while last < len(lines) and lines[last].size > great - 0.5:
        last += 1
    return first, last


def name_of(title: Sequence[Line]) -> str:
    """What a title says, without the sign of a note.

    "" for letters that are set apart one by one, and for the heading of a part with its number.
    """
    words = clean_line(_said(title)).rstrip("*†‡§ ").split()
    apart = 2 * sum(len(word) == 1 for word in words) > len(words)
    numbered = is_label(" ".join(words[:2])) or "".join(words)[:1].isdecimal()
    return "" if apart or numbered else " ".join(words)


def _is_great(line: Line, profile: Profile) -> bool:
    return line.size >= _GREAT * profile.body


def has_said(lines: Sequence[Line], profile: Profile) -> bool:
    """Whether somewhere a line ends as sentences do, and is as wide as one."""
    return any(line.text.endswith(".") and line.x1 - line.x0 > _PROSE * profile.measure for line in lines)


def has_prose(lines: Sequence[Line], profile: Profile) -> bool:
    """Whether somewhere three lines stand below one another as those of paragraphs do.

    Two are enough at the foot: the paragraph may go on overleaf.
    """
    run = 0
    for line, following in pairwise(lines):
        run = run + 1 if _are_prose(line, following, profile) else 0
        if run >= 2:
            return True
    return run > 0


def _are_prose(line: Line, following: Line, profile: Profile) -> bool:
    """Whether two lines are wide, and share a margin: those that are set in the middle share none."""
    return (
        line.column == following.column
        and (abs(line.x0 - following.x0) < _FLUSH or abs(line.x1 - following.x1) < _FLUSH)
        and abs(line.size - following.size) < 0.1 * line.size
        and 0 < line.y - following.y < 1.8 * line.size
        and line.x1 - line.x0 > _PROSE * profile.measure
    )
