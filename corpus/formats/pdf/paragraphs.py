"""From lines in reading order to blocks: what begins a new one, over the ends of columns and pages."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

from corpus.document import Inline, Kind
from corpus.expression import expression
from corpus.formats.pdf.headings import Found
from corpus.formats.pdf.hyphens import Hyphens
from corpus.formats.pdf.margins import Margins
from corpus.formats.pdf.markers import Marker, is_certain, marker_of
from corpus.formats.pdf.notes import single
from corpus.formats.pdf.open_block import INDENT, WIDE, OpenBlock
from corpus.formats.pdf.pieces import Line
from corpus.formats.pdf.profile import Profile
from corpus.formats.pdf.setting import Place, Placed, Setting, Written, code_of
from corpus.formats.pdf.tables import rows_of, table_at

_INITIAL: Final = expression(r"[A-Z]\.")


class Paragraphs:
    """Takes pages one by one; `written` are the blocks that are finished."""

    def __init__(self, profile: Profile, hyphens: Hyphens) -> None:
        self.written: list[Written] = []
        self.places: dict[int, int] = {}
        """The block with which each entry of the outline begins, by its number."""
        self._profile, self._hyphens = profile, hyphens
        self._open: OpenBlock | None = None
        self._after: list[tuple[Written, Place]] = []
        self._label = ""
        self._passed: deque[Place] = deque()
        self._lists: list[float] = []
        self._term = False
        self._waiting: list[int] = []

    def page(
        self,
        lines: Sequence[Line],
        place: Place,
        headings: dict[int, Found],
        entries: dict[int, int],
        notes: Sequence[Line],
    ) -> None:
        """Take a page's lines; `headings` by index, `entries` the index of the line each entry leads to."""
        if not lines and not notes:
            self._passed.append(place)
        margins = Margins(lines, self._profile)
        leading_to: dict[int, list[int]] = {}
        for entry, at in entries.items():
            leading_to.setdefault(at, []).append(entry)
        at = 0
        top = True
        while at < len(lines):
            for entry in leading_to.get(at, ()):
                if at not in headings:
                    self._waiting.append(entry)
            count = self._take(lines, at, place, headings, margins, top)
            for inside in range(at, at + count):
                for entry in leading_to.get(inside, ()):
                    if inside in headings or inside > at:
                        self.places.setdefault(entry, self._current())
            at += count
            top = False
        self._waiting += [entry for entry, place in entries.items() if place >= len(lines)]
        for note in single(notes):
            self._after += ((block, place) for block in self._noted(note, place))

    def _noted(self, lines: Sequence[Line], place: Place) -> list[Written]:
        """The blocks of a footnote."""
        apart = Paragraphs(self._profile, self._hyphens)
        apart.page(lines, place, {}, {}, ())
        apart.end()
        return [
            block._replace(kind=Kind.NOTE if block.kind is not Kind.CODE else Kind.CODE)
            for block in apart.written
        ]

    def _current(self) -> int:
        """The number of the block that was begun last."""
        return len(self.written) if self._open else len(self.written) - 1

    def _take(
        self,
        lines: Sequence[Line],
        at: int,
        place: Place,
        headings: dict[int, Found],
        margins: Margins,
        top: bool,
    ) -> int:
        """Take what begins at a line; how many lines that has."""
        line = lines[at]
        if found := headings.get(at):
            self._end()
            self._heading(lines[at : at + found.lines], place, found)
            return found.lines
        if count := table_at(lines, at, self._profile):
            count = min([count, *(place - at for place in headings if place > at)])
            self._end()
            self._table(lines[at : at + count], place)
            return count
        placed = Placed(line, place)
        following = lines[at + 1] if at + 1 < len(lines) else None
        marker = self._marker(line, following, margins)
        flows = top or lines[at - 1].column != line.column
        if self._open and not marker and self._open.goes_on(line, following, margins, flows=flows):
            self._open.lines.append(placed)
            self._open.margins = margins
            return 1
        self._begin(placed, following, marker, margins)
        return 1

    def _marker(self, line: Line, following: Line | None, margins: Margins) -> Marker | None:
        """The marker of an item that begins with this line."""
        marker = marker_of(line)
        if not marker:
            return None
        if is_certain(marker):
            return marker
        inside = self._open
        if (
            inside
            and not inside.marker
            and inside.kind is Kind.PARAGRAPH
            and inside.last.column == line.column
        ):
            near = inside.last.y - line.y < WIDE * self._profile.leading(line.size)
            if near and margins.is_full(inside.last, line) and line.x0 - inside.left < INDENT * line.size:
                return None  # "… in section\n3. Then …"
        if inside and inside.marker and _INITIAL.fullmatch(marker.sign):
            hung = inside.last.column == line.column and abs(line.x0 - inside.left) < 0.35 * line.size
            if hung and margins.is_full(inside.last, line):
                return None  # "… Niemegeers,\nG. Beaucarne …"
        hangs = (
            following is not None and abs(following.x0 - marker.x) < 0.35 * line.size and marker.x > line.x0
        )
        among = following is not None and marker_of(following) and abs(following.x0 - line.x0) < 1
        after = (
            inside is not None
            and inside.marker is not None
            and abs(inside.own_left - line.x0) < 0.5 * line.size
        )
        inset = line.x0 - margins.left(line) > INDENT * line.size
        known = any(abs(x - line.x0) < 0.5 * line.size for x in self._lists)
        return marker if hangs or among or after or inset or known else None

    def _begin(self, placed: Placed, following: Line | None, marker: Marker | None, margins: Margins) -> None:
        line = placed.line
        ended = self._open
        self._end()
        size = line.size
        if line.mono and not marker and not self._is_term(line, following):
            self._open = OpenBlock(Kind.CODE, placed, margins, self._profile)
            self._mark()
            return
        left = margins.left(line)
        indented = line.x0 - left > INDENT * size
        if marker:
            while self._lists and self._lists[-1] > line.x0 - 0.3 * size:
                self._lists.pop()
            self._lists.append(line.x0)
            block = OpenBlock(Kind.ITEM, placed, margins, self._profile, marker)
            block.level = len(self._lists)
            block.tight = bool(
                ended
                and ended.kind is Kind.ITEM
                and ended.last.column == line.column
                and 0 < ended.last.y - line.y < WIDE * self._profile.leading(size)
            )
        elif self._is_term(line, following):
            block = OpenBlock(Kind.ITEM, placed, margins, self._profile)
            block.level = 1
            self._lists = [line.x0]
        else:
            first_indent = (
                self._profile.indented
                and indented
                and following is not None
                and (following.x0 < line.x0 - INDENT * size and abs(following.x0 - left) < INDENT * size)
            )
            while self._lists and (line.x0 <= self._lists[-1] + 0.3 * size or not indented):
                self._lists.pop()
            in_list = bool(self._lists) and not first_indent
            block = OpenBlock(Kind.ITEM if in_list else Kind.PARAGRAPH, placed, margins, self._profile)
            block.level = len(self._lists) if in_list else 0
            inset = indented and not first_indent and not in_list
            # One line by itself is no quotation: it stands in the middle, or at the right.
            if inset and following is not None and abs(following.x0 - line.x0) < 2:
                block.quote = 1
        self._open = block
        self._mark()

    def _mark(self) -> None:
        """The block that begins now is where the waiting entries lead."""
        for entry in self._waiting:
            self.places.setdefault(entry, len(self.written))
        self._waiting = []

    def _is_term(self, line: Line, following: Line | None) -> bool:
        """Whether a line is a term with its definition right below, further in."""
        if following is None or following.column != line.column or marker_of(following):
            return False
        near = 0 < line.y - following.y < WIDE * self._profile.leading(line.size)
        marked = line.bold or line.italic or line.mono
        inset = following.x0 - line.x0
        return near and 1.0 * line.size < inset < 6 * line.size and marked and not following.mono

    def _heading(self, lines: Sequence[Line], place: Place, found: Found) -> None:
        self._mark()
        setting = Setting(self._hyphens)
        setting.lines([Placed(line, place) for line in lines])
        spans = setting.spans(plain=(Inline.STRONG,))
        self._lists = []
        at = Placed(lines[0], place).at
        self._write(Written(setting.text, Kind.HEADING, found.level, spans=spans, at=at), setting.pages)

    def _table(self, lines: Sequence[Line], place: Place) -> None:
        self._mark()
        rows = rows_of(lines, self._profile)
        text = "\n".join("\t".join(row) for row in rows)
        at = Placed(lines[0], place).at
        self._write(Written(text, Kind.TABLE, at=at), [(0, place)])

    def front(self, lines: Sequence[Line], place: Place) -> None:
        """Write what stands with the title, and is no text."""
        self._end()
        self._mark()
        for block in self._noted(lines, place):
            self._write(block._replace(kind=Kind.NOTE, level=0, quote=0), [(0, place)])

    def aside(self, text: str, place: Place) -> None:
        """Write something beside the text, once the open block is finished."""
        self._end()
        if text.strip():
            self._write(Written(text, Kind.NOTE, at=(place.page, 0.0)), [(0, place)])

    def printed_contents(self, rows: Sequence[str], place: Place) -> None:
        """Write the lines of printed contents."""
        self._end()
        for number, row in enumerate(rows):
            self._write(Written(row, Kind.NOTE, tight=bool(number), at=(place.page, 0.0)), [(0, place)])

    def end(self) -> None:
        """Finish what is open."""
        self._end()

    def _end(self) -> None:
        block, self._open = self._open, None
        if block:
            if block.kind is Kind.CODE:
                text, pages = code_of(block.lines, self._profile.leading(block.last.size))
                self._write(Written(text, Kind.CODE, at=block.lines[0].at), pages)
            else:
                setting = Setting(self._hyphens)
                setting.lines(block.lines, block.marker.length if block.marker else 0)
                sign = block.marker.sign if block.marker else ""
                self._write(
                    Written(
                        setting.text,
                        block.kind,
                        block.level,
                        block.quote,
                        sign,
                        block.tight,
                        setting.spans(),
                        at=block.lines[0].at,
                    ),
                    setting.pages,
                )
        for note, place in self._after:
            self._write(note, [(0, place)])
        self._after = []

    def _write(self, block: Written, pages: Sequence[tuple[int, Place]]) -> None:
        """Write a block; of its pages those that are not the one before, and those without words before each.

        Who looks for such a page is led to what follows it.
        """
        told: list[tuple[int, str]] = []
        if not block.text.strip():
            return
        for at, place in pages:
            while self._passed and self._passed[0].page < place.page:
                self._tell(told, at, self._passed.popleft())
            self._tell(told, at, place)
        self.written.append(block._replace(pages=tuple(told)))

    def _tell(self, told: list[tuple[int, str]], at: int, place: Place) -> None:
        if place.label != self._label:
            told.append((at, place.label))
            self._label = place.label
