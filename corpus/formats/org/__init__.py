"""Org, as its export reads: headings, paragraphs, lists, blocks, tables, notes. Source: the Org syntax.

Nothing is included or run; comments, drawers, and what is marked not to be exported are left out.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.document import Document
from corpus.editing import Value
from corpus.formats.as_html import document_of, escaped, joined
from corpus.formats.list_writing import ListWriting
from corpus.formats.org.words import OrgWords
from corpus.metadata import Metadata
from corpus.names import parse_names
from corpus.progress import tell
from corpus.sanitiser import clean_line, clean_text
from corpus.sources import FIELDS
from corpus.stating import stated

_HEADING: Final = re.compile(r"(\*+)[ \t]+(.*)")
_TAGS: Final = re.compile(r":[\w@#%:]+:")
_KEYWORD: Final = re.compile(r"[ \t]*#\+([A-Za-z_-]+)(?:\[[^\]]*\])?:[ \t]*(.*)")
_BEGIN: Final = re.compile(r"[ \t]*#\+begin_(\w+)[ \t]*(.*)", re.IGNORECASE)
_ITEM: Final = re.compile(
    r"([ \t]*)([-+]|(?<=[ \t])\*|(?:\d{1,4}|[A-Za-z])[.)])(?:[ \t]+|$)(?:\[@(\d{1,4})\][ \t]*)?(.*)"
)
_TERM: Final = re.compile(r"(.*?\S)[ \t]+::(?:[ \t]+(.*)|$)")
_BOX: Final = re.compile(r"\[([ X-])\](?=\s|$)")
_DRAWER: Final = re.compile(r"[ \t]*:([\w-]+):[ \t]*")
_PLANNING: Final = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):[ \t]")
_NOTE: Final = re.compile(r"\[fn:([\w-]{1,80})\][ \t]*(.*)")
_RULE: Final = re.compile(r"[ \t]*-{5,}[ \t]*")
_LATEX: Final = re.compile(r"[ \t]*\\begin\{([A-Za-z*]+)\}")
_FIELDS: Final = {"title": "title", "author": "authors", "date": "date", "language": "lang"}
_VERBATIM: Final = frozenset(("src", "example"))
_WRITTEN: Final = 0.4  # of the time is over when all lines are written as HTML
_SILENT: Final = frozenset(("comment", "export"))


def parse(text: str) -> Document:
    """Make a document of Org."""
    reader = _Reader(clean_text(text).split("\n"))
    reader.read()
    metadata = reader.metadata()
    return document_of(reader.pieces, metadata, format="org", not_read=reader.not_read, done=_WRITTEN)


class _Reader:
    """Goes through the lines once, and writes HTML."""

    def __init__(self, lines: list[str]) -> None:
        self.pieces: list[str] = []
        self.not_read: list[str] = []
        self._lines = lines
        self._at = 0
        self._words = OrgWords()
        self._lists = ListWriting(self.pieces)
        self._paragraph: list[str] = []
        self._blocks: list[str] = []
        self._said: dict[str, str] = {}
        self._caption = ""
        self._skipped_below = 0
        self._blank = False
        self._missing: set[str] = set()

    def metadata(self) -> Metadata:
        """What the keywords at its head say."""
        said: dict[str, Value] = {key: value for key, value in self._said.items() if key != "authors"}
        said["authors"] = parse_names(self._said.get("authors", ""))
        return stated(said, FIELDS).metadata

    def read(self) -> None:
        """Read all lines."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            tell(_WRITTEN * self._at / len(self._lines))
            self._at += 1
            heading = _HEADING.fullmatch(line) if line[:1] == "*" else None
            if heading:
                self._heading(heading)
            elif not self._skipped_below:
                self._line(line)
        self._flush()
        self._lists.close()
        self._end_notes()

    def _heading(self, match: re.Match[str]) -> None:
        self._flush()
        self._lists.close()
        self.pieces.extend(f"</{self._blocks.pop()}>" for _ in list(self._blocks))
        level = len(match[1])
        if self._skipped_below and level > self._skipped_below:
            return
        words, *last = match[2].rstrip().rsplit(None, 1) or [""]
        tags = last[0] if last and _TAGS.fullmatch(last[0]) else ""
        title = words if tags else match[2].strip()
        hidden = title.startswith("COMMENT") or ":noexport:" in tags
        self._skipped_below = level if hidden else 0
        if not hidden:
            anchor = f'<a id="{escaped(clean_line(title))}"></a>'
            self.pieces.append(f"{anchor}<h{min(level, 6)}>{self._words.html(title)}</h{min(level, 6)}>")

    def _line(self, line: str) -> None:
        bare = line.strip()
        if not bare:
            self._flush()
            if self._blank:  # two blank lines end all lists
                self._lists.close()
            self._blank = True
            return
        indent = len(line) - len(line.lstrip())
        item = _ITEM.fullmatch(line)
        if self._lists and not item and indent <= self._lists.depth and (self._blank or not self._paragraph):
            self._flush()
            self._lists.close(indent)
        self._blank = False
        if not self._special(line, bare, indent):
            if item:
                self._item(item, indent)
            else:
                if self._lists and indent <= self._lists.depth:
                    self._flush()
                    self._lists.close(indent)
                self._paragraph.append(line)

    def _special(self, line: str, bare: str, indent: int) -> bool:
        """Read a line that is no paragraph and no item; tell whether it was one."""
        if bare.startswith("#") and (bare == "#" or bare[1:2] in " \t"):
            self._flush()
        elif match := _BEGIN.fullmatch(line):
            self._begin(match[1].lower())
        elif bare.lower().startswith("#+end_"):
            self._end()
        elif match := _KEYWORD.fullmatch(line):
            self._keyword(match[1].lower(), match[2].strip())
        elif bare.startswith("|"):
            self._flush()
            self._at -= 1
            self._table()
        elif bare == ":" or bare.startswith(": "):
            self._flush()
            self._at -= 1
            self._fixed()
        elif (match := _DRAWER.fullmatch(line)) and match[1].lower() != "end":
            self._drawer()
        elif _PLANNING.match(line) and not self._paragraph:
            pass
        elif _RULE.fullmatch(line):
            self._flush()
            self.pieces.append("<hr>")
        elif not indent and (match := _NOTE.fullmatch(line)):
            self._flush()
            self._lists.close()
            self._paragraph = [match[2]]
            self._note(match[1])
        elif match := _LATEX.match(line):
            self._flush()
            self._verbatim([line, *self._up_to(f"\\end{{{match[1]}}}", kept=True)])
        else:
            return False
        return True

    def _flush(self) -> None:
        lines, self._paragraph = self._paragraph, []
        if lines:
            words = (
                "\n".join(lines) if any(line.rstrip().endswith("\\\\") for line in lines) else joined(lines)
            )
            self.pieces.append(f"<p>{self._words.html(words)}</p>")

    def _item(self, match: re.Match[str], indent: int) -> None:
        self._flush()
        sign, number, rest = match[2], match[3] or "", match[4]
        rest = _BOX.sub(lambda box: {" ": "☐", "X": "☑", "-": "◪"}[box[1]], rest, count=1)
        term = _TERM.fullmatch(rest)
        if sign in "-+*" and term:
            self._lists.item(indent, "dl", term=self._words.html(term[1]))
            rest = term[2] or ""
        elif sign in "-+*":
            self._lists.item(indent, "ul")
        else:
            said = number or (sign[:-1] if sign[:-1].isdigit() else "")
            self._lists.item(indent, "ol", number=said, style="1" if said else "a")
        self._paragraph = [rest] if rest.strip() else []

    def _begin(self, name: str) -> None:
        self._flush()
        if name in _VERBATIM:
            lines = self._up_to(f"#+end_{name}")
            self._verbatim([re.sub(r"^([ \t]*),(?=\*|#\+|,)", r"\1", line) for line in lines])
        elif name in _SILENT:
            self._up_to(f"#+end_{name}")
        elif name == "verse":
            lines = self._up_to("#+end_verse")
            self.pieces.append(f"<p>{'<br>'.join(self._words.html(line.strip()) for line in lines)}</p>")
        else:
            tag = "blockquote" if name == "quote" else "div"
            self.pieces.append(f"<{tag}>")
            self._blocks.append(tag)

    def _end(self) -> None:
        self._flush()
        if self._blocks:
            self._lists.close()
            self.pieces.append(f"</{self._blocks.pop()}>")

    def _up_to(self, end: str, *, kept: bool = False) -> list[str]:
        """The lines up to one that begins like this; none where there is no such line."""
        first = self._at
        if end in self._missing:  # so it is from here on, too
            return []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            if line.strip().lower().startswith(end.lower()):
                return self._lines[first : self._at if kept else self._at - 1]
        self._missing.add(end)
        self._at = first
        return []

    def _verbatim(self, lines: list[str]) -> None:
        lines = [line.expandtabs(8) for line in lines]
        indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        caption, self._caption = self._caption, ""
        code = escaped("\n".join(line[indent:] for line in lines))
        said = f"<figcaption>{self._words.html(caption)}</figcaption>" if caption else ""
        self.pieces.append(f"{said}<pre>\n{code}</pre>")

    def _fixed(self) -> None:
        lines = []
        while self._at < len(self._lines) and re.match(r"[ \t]*:(?: |$)", self._lines[self._at]):
            lines.append(self._lines[self._at].lstrip()[2:])
            self._at += 1
        self._verbatim(lines)

    def _keyword(self, name: str, value: str) -> None:
        self._flush()
        if name == "include":
            self.not_read.append(value.split('"')[1] if value.count('"') > 1 else value)
        elif name == "caption":
            self._caption = value
        elif name in ("name", "target") and value:
            self.pieces.append(f'<a id="{escaped(value)}"></a>')
        elif name == "macro":
            key, _, body = value.partition(" ")
            self._words.macros[key] = body
        elif field := _FIELDS.get(name):
            self._said[field] = f"{self._said.get(field, '')} {value}".strip()
        elif name == "subtitle" and self._said.get("title"):
            self._said["title"] += f": {value}"

    def _drawer(self) -> None:
        self._flush()
        for line in self._up_to(":end:"):
            key, _, value = line.strip().partition(" ")
            if key.lower() == ":custom_id:" and value.strip():
                self.pieces.append(f'<a id="{escaped(value.strip())}"></a>')

    def _table(self) -> None:
        rows: list[list[str]] = []
        header = 0
        while self._at < len(self._lines) and self._lines[self._at].lstrip().startswith("|"):
            line = self._lines[self._at].strip()
            self._at += 1
            if re.match(r"\|-", line):
                header = header or len(rows)
            elif not re.fullmatch(r"(?:\|\s*(?:<[lrc]?\d*>\s*)?)++", line):
                rows.append(line.removeprefix("|").removesuffix("|").split("|"))
        caption, self._caption = self._caption, ""
        if header == len(rows):
            header = 0
        self.pieces.append("<table>" + (f"<caption>{self._words.html(caption)}</caption>" if caption else ""))
        for number, row in enumerate(rows):
            tag = "th" if number < header else "td"
            cells = "".join(f"<{tag}>{self._words.html(cell.strip())}</{tag}>" for cell in row)
            self.pieces.append(f"<tr>{cells}</tr>")
        self.pieces.append("</table>")

    def _note(self, name: str) -> None:
        """A note stands where it is written, up to the next one, a heading, or a blank line."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip() or _NOTE.match(line) or _HEADING.fullmatch(line):
                break
            self._paragraph.append(line)
            self._at += 1
        words, self._paragraph = joined(self._paragraph), []
        self._write_note(name, words)

    def _write_note(self, name: str, words: str) -> None:
        name = escaped(name)
        note = f"<p>[{name}] {self._words.html(words)}</p>"
        self.pieces.append(f'<aside role="doc-footnote" id="fn.{name}">{note}</aside>')

    def _end_notes(self) -> None:
        for name, words in self._words.notes[:10_000]:
            self._write_note(name, words)
