"""The pages of a PDF, one after the other: cleared of what frames them, and made paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from corpus.formats.pdf.engine import Bookmark, Pdf
from corpus.formats.pdf.formulas import joined
from corpus.formats.pdf.front import around_title, has_prose, has_said, imprint, name_of, title_of, title_page
from corpus.formats.pdf.furniture import Sampled
from corpus.formats.pdf.headings import by_page, listed_headings, looks, with_labels
from corpus.formats.pdf.hyphens import Hyphens
from corpus.formats.pdf.lines import lines_of
from corpus.formats.pdf.notes import parted_from_notes
from corpus.formats.pdf.paragraphs import Paragraphs
from corpus.formats.pdf.pieces import Line, Page
from corpus.formats.pdf.printed_contents import plain, without_contents
from corpus.formats.pdf.profile import profile_of, sample_of
from corpus.formats.pdf.setting import Place, Written
from corpus.sanitiser import clean_line

_Marks: TypeAlias = Sequence[tuple[int, Bookmark]]
"""Entries of the outline, with their numbers."""
_LISTED: Final = 3
"""Entries from which on an outline tells of all headings that are greater than the text."""
_LAST_IMPRINT: Final = 3
"""The index of the last page on which an imprint may stand, blank ones between."""
_MOST_TEXT: Final = 40_000_000
"""Characters; ten times as many as a book of 1,500 pages has."""
_LEAST_ASIDE: Final = 4
"""Characters written sideways, below which they are part of a drawing."""


class Pages:
    """Reads the pages of an opened PDF in order."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self.marks = list(pdf.bookmarks())
        self._listed = len(self.marks) >= _LISTED
        self._sampled: dict[int, tuple[Page, list[Line]]] = {}
        for index in sample_of(pdf.count):
            page = pdf.page(index)
            self._sampled[index] = page, lines_of(page.pieces)
        sample = [Sampled(index, lines) for index, (_, lines) in self._sampled.items()]
        self._profile = profile_of(sample)
        hyphens = self._hyphens = Hyphens()
        for one in sample:
            hyphens.learn(line.text for line in one.lines)
        hyphens.judge(line.text for one in sample for line in one.lines)
        self._labelled = bool(pdf.count and any(pdf.label(index) for index in self._sampled))
        self._paragraphs = Paragraphs(self._profile, hyphens)
        self.places = self._paragraphs.places
        self.left = 0
        """Pages at the end that were not read: the text is too long."""
        self._in_contents = self._titled = False
        self.title = ""
        """What the first page says is the title, if the outline does not list it as the heading of a part."""
        self.damaged: list[str] = []
        self.pictured: list[str] = []
        self.wordless = 0
        """Pages on which nothing stands but what frames them, or what is drawn."""

    @property
    def blocks(self) -> list[Written]:
        """The blocks that are finished."""
        return self._paragraphs.written

    def read(self) -> Iterator[int]:
        """Read page after page; each time about how many characters are finished."""
        marks = by_page(self.marks)
        length = counted = 0
        for index in range(self._pdf.count):
            page, lines = self._page(index)
            label = self._label(index, lines)
            if not page.width:
                self.damaged.append(label)
            elif page.pictures:
                self.pictured.append(label)
            lines = self._profile.furniture.removed(lines, index, label)
            self.wordless += bool(page.width and not page.pictures and not lines and not page.aside)
            self._hyphens.learn(line.text for line in lines)
            self._take(joined(lines), Place(index, label), marks.get(index, []), page.aside)
            length += sum(len(block.text) for block in self.blocks[counted:])
            counted = len(self.blocks)
            if length > _MOST_TEXT:
                self.left = self._pdf.count - index - 1
                break
            yield length
        self._paragraphs.end()

    def _page(self, index: int) -> tuple[Page, list[Line]]:
        gutter = self._profile.gutter
        if index not in self._sampled:
            page = self._pdf.page(index)
            return page, lines_of(page.pieces, gutter)
        page, lines = self._sampled.pop(index)
        if gutter and not any(line.column for line in lines):
            lines = lines_of(page.pieces, gutter)
        return page, lines

    def _label(self, index: int, lines: Sequence[Line]) -> str:
        if self._labelled:
            return clean_line(self._pdf.label(index))
        if self._profile.furniture.offset is not None:
            return self._profile.furniture.printed(index, lines)
        return str(index + 1)

    def _take(self, lines: list[Line], place: Place, marks: _Marks, aside: str) -> None:
        before, contents, after = without_contents(lines, going_on=self._in_contents)
        self._in_contents = bool(contents) and not after
        if contents and not self._listed:
            above, below = _parted(marks, before)
            self._body(before, place, above, aside="", ends=True)
            self._paragraphs.printed_contents([clean_line(plain(line)) for line in contents], place)
            self._text(after, place, below)
            self._aside(aside, place)
            return
        self._body(before + after, place, marks, aside)

    def _body(
        self, lines: list[Line], place: Place, marks: _Marks, aside: str, *, ends: bool = False
    ) -> None:
        """Take the lines of a page, or those above its contents: with those it `ends`."""
        runs = self._front(lines, place.page, marks, ends=ends)
        texts = [run for is_front, run in runs if not is_front]
        if not texts:
            self._text([], place, marks)  # what leads here leads to what follows
        for is_front, run in runs:
            if is_front:
                self._paragraphs.front(run, place)
                continue
            own = marks
            if run is not texts[-1]:
                own, marks = _parted(marks, run)
            self._text(run, place, own)
        self._aside(aside, place)

    def _aside(self, aside: str, place: Place) -> None:
        if len(aside) >= _LEAST_ASIDE:
            self._paragraphs.aside(clean_line(aside), place)

    def _front(
        self, lines: list[Line], index: int, marks: _Marks, *, ends: bool
    ) -> list[tuple[bool, list[Line]]]:
        """The lines of a page in runs, and which of them stand with the title and are no text."""
        profile = self._profile
        if index:
            return [(self._is_matter(lines, index), lines)]
        self._titled = title_page(lines, profile, self._pdf.count)
        if self._titled:
            first, last = title_of(lines, profile)
            begin, end = 0, len(lines)
        else:
            begin, first, last, end = around_title(lines, profile, ends=ends)
        title = lines[first:last]
        listed = bool(listed_headings(title, marks)[0])
        heads = listed or (title and not self._listed and looks(title, 0, profile, listed=False))
        if not listed:
            self.title = name_of(title)
        runs = [
            (False, lines[:begin]),
            (True, lines[begin:first]),
            (not heads, title),
            (True, lines[last:end]),
            (False, lines[end:]),
        ]
        return [run for run in runs if run[1]] or [(False, lines)]

    def _is_matter(self, lines: list[Line], index: int) -> bool:
        """Whether a page goes on with what a title page begins: imprints, notices, tables of who did what."""
        if not self._titled or not lines:
            return False
        before = self._listed and index < min(mark.page for mark in self.marks)
        says = has_prose(lines, self._profile) or has_said(lines, self._profile)
        self._titled = (index <= _LAST_IMPRINT and imprint(lines, self._profile)) or (before and not says)
        return self._titled

    def _text(self, lines: list[Line], place: Place, marks: _Marks) -> None:
        profile = self._profile
        lines, notes = parted_from_notes(lines, profile.body)
        headings, entries = listed_headings(lines, marks)
        inside = {at + more for at, found in headings.items() for more in range(found.lines)}
        listed = self._listed
        for at in range(len(lines)):
            if at not in inside and not listed and (found := looks(lines, at, profile, listed=listed)):
                headings[at] = found
                inside.update(range(at, at + found.lines))
        headings = with_labels(lines, headings)
        self._paragraphs.page(lines, place, headings, entries, notes)


def _parted(marks: _Marks, lines: Sequence[Line]) -> tuple[_Marks, _Marks]:
    """The entries whose headings are among these lines, and the others."""
    here = {found.entry for found in listed_headings(lines, marks)[0].values()}
    return [mark for mark in marks if mark[0] in here], [mark for mark in marks if mark[0] not in here]
