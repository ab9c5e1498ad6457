r"""Words of a manual page: escapes become characters and faces, and at last HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.formats.as_html import escaped
from corpus.formats.roff.characters import character

_ESCAPE: Final = re.compile(
    r"""\\(?:
    f(?:\[(?P<font>[^\]\n]{0,200})\]|\((?P<font2>..)|(?P<font1>.))
    |\[(?P<long>[^\]\n]{0,200})\]
    |\((?P<two>..)
    |C'(?P<named>[^'\n]{0,200})'
    |N'(?P<code>\d{1,6})'
    |s(?:'[^'\n]{0,200}'|\[[^\]\n]{0,200}\]|\([+-]?\d\d|[+-]\(\d\d|[+-]?[1-3]\d|[+-]?\d)
    |[mMFYgkV](?:\[[^\]\n]{0,200}\]|\(..|.)
    |(?P<drawn>[hvwlLDXZAbBxSHoR])(?P<delimiter>['"/|!]|.)(?P<inside>.{0,500}?)(?P=delimiter)
    |z(?:\\\(..|\\.|.)
    |n(?:\[[^\]\n]{0,200}\]|\(..|[+-]?.)
    |(?P<one>.)
    )?""",
    re.VERBOSE,
)
_ONES: Final = {
    "e": "\\",
    "E": "\\",
    "\\": "\\",
    "-": "-",
    "'": "´",
    "`": "`",
    " ": "\u00a0",
    "~": "\u00a0",
    "0": " ",
    "_": "_",
    ".": ".",
    "t": "\t",
    "a": "",
}
_FACES: Final = {"B": "b", "3": "b", "I": "i", "2": "i", "BI": "b", "4": "b", "CB": "b", "CI": "i"}
_CODE_FACES: Final = frozenset(("C", "CW", "CR", "L", "5"))


class Words:
    """A run of words in the faces that they are set in.

    `translated` are the characters that stand for others from where the page says so.
    """

    def __init__(self, translated: Mapping[str, str]) -> None:
        self._translated = translated
        self._runs: list[tuple[str, str]] = []
        self._face = self._before = ""
        self._said = False
        self.goes_on = False
        self._links: dict[int, str] = {}
        self._target, self._linked = "", 0

    def __bool__(self) -> bool:
        return self._said

    def face(self, name: str) -> None:
        r"""Set what follows in a face by its name in roff: "B", "I", "R", "P" for the one before."""
        if name in ("P", ""):
            self._face, self._before = self._before, self._face
            return
        self._before, self._face = self._face, "code" if name in _CODE_FACES else _FACES.get(name, "")

    def add(self, text: str, face: str | None = None) -> None:
        """Append words with their escapes; with `face` they are set in that one to begin with."""
        if face is not None:
            self.face(face)
        at = 0
        for match in _ESCAPE.finditer(text):
            self._put(text[at : match.start()])
            at = match.end()
            self._escape(match)
        self._put(text[at:])
        if face is not None:
            self._face = ""

    def space(self) -> None:
        r"""Part what was written from what follows, unless it was ended with \c."""
        if self.goes_on:
            self.goes_on = False
        elif self._runs and not self._runs[-1][1].endswith(("\n", " ")):
            self._runs.append((self._face, " "))

    def line_break(self) -> None:
        """Break the line."""
        if self:
            self._runs.append(("", "\n"))

    def open_link(self, target: str) -> None:
        """What follows leads somewhere, up to `close_link`."""
        self._links[len(self._runs)] = f'<a href="{escaped(target)}">'
        self._target, self._linked = target, len(self._runs)

    def close_link(self) -> None:
        """The link ends; one without words is its own words."""
        if not any(words.strip() for _, words in self._runs[self._linked :]):
            self._runs.append(("", self._target.removeprefix("mailto:")))
            self._said |= bool(self._runs[-1][1].strip())
        self._links[len(self._runs)] = "</a>"
        self.goes_on = False

    def plain(self) -> str:
        """The words without faces; nothing is taken."""
        return "".join(words for _, words in self._runs)

    def take(self, *, verbatim: bool = False) -> str:
        """The words as HTML; then there are none."""
        pieces: list[str] = []
        face = space = ""
        for at, (run, words) in enumerate(self._runs):
            if at in self._links:
                pieces += (f"</{face}>" if face else "", space, self._links[at])
                face = space = ""
            if not words.strip():  # in the face of what stands on both sides of it
                space += words
                continue
            if run != face:
                pieces += (f"</{face}>" if face else "", space, f"<{run}>" if run else "")
                face = run
            else:
                pieces.append(space)
            space = ""
            pieces.append(escaped(words))
        pieces += (f"</{face}>" if face else "", space)
        pieces.append(self._links.get(len(self._runs), ""))
        self._runs, self.goes_on, self._links, self._linked = [], False, {}, 0
        self._said = False
        said = "".join(pieces)
        return said if verbatim else said.replace("\n", "<br>")

    def _put(self, words: str) -> None:
        if words:
            if self._translated:
                words = "".join(self._translated.get(one, one) for one in words)
            self._runs.append((self._face, words))
            self._said = self._said or bool(words.strip())

    def _escape(self, match: re.Match[str]) -> None:
        font = match["font"] if match["font"] is not None else match["font2"] or match["font1"]
        if font is not None:
            self.face(font)
        elif name := match["long"] or match["two"] or match["named"]:
            self._put(character(name))
        elif match["code"]:
            code = int(match["code"])
            self._put(chr(code) if 31 < code < 0xD800 else "")
        elif match["drawn"] == "o":  # characters above each other: the first is the letter
            self._put(match["inside"][:1])
        elif match["drawn"] == "h" and match["inside"][:1].isdigit():
            self._put(" ")
        elif one := match["one"]:
            if one == "c":
                self.goes_on = True
            elif one in _ONES:
                self._put(_ONES[one])
            elif one.isalnum() and one not in "adurptEc":
                self._put(one)


def plain(text: str, translated: Mapping[str, str]) -> str:
    """Words with their escapes read, and no faces."""
    words = Words(translated)
    words.add(text)
    return words.plain()
