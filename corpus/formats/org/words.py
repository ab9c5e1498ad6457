"""The words of an Org paragraph: faces, links, notes, as HTML. Source: the Org syntax, "Objects"."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from corpus.formats.as_html import escaped

_LEAD: Final = r"(?:(?<=^)|(?<=[\s\-({'\"“‘—]))"
_TRAIL: Final = r"(?=$|[\s\-.,:;!?'\")}\[\]”’…—\\])"
_OBJECT: Final = re.compile(
    rf"""
    (?P<link>\[\[(?P<target>[^\]\[]{{1,2000}})\](?:\[(?P<said>(?:[^\]]|\](?!\])){{1,2000}})\])?\])
    |(?P<note>\[fn:(?P<name>[\w-]{{0,80}})(?::(?P<inside>[^\[\]]{{0,4000}}))?\])
    |(?P<snippet>@@[a-z]{{1,20}}:.{{0,2000}}?@@)
    |{_LEAD}(?P<verbatim>[=~])(?P<code>\S|\S.{{0,600}}?\S)(?P=verbatim){_TRAIL}
    |{_LEAD}(?P<sign>[*/_+])(?P<faced>[^\s*/_+]|\S.{{0,600}}?\S)(?P=sign){_TRAIL}
    |<<<?(?P<place>[^<>\n]{{1,200}})>>>?
    |<(?P<address>(?:https?|mailto|ftp):[^\s<>]{{1,2000}})>
    |(?P<url>\bhttps?://[^\s<>\[\]|"“”]{{1,2000}}[^\s<>\[\]|"“”.,;:!?)'’])
    |(?P<break>\\\\[ \t]*$)
    |(?<=\w)(?P<raised>[\^_])\{{(?P<script>[^{{}}\n]{{1,80}})\}}
    |\\(?P<entity>[A-Za-z]{{2,12}})(?:\{{\}}|(?![A-Za-z]))
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_FACES: Final = {"*": "strong", "/": "em", "_": "u", "+": "del"}
_PICTURE: Final = re.compile(r"(?i)\S+\.(?:png|jpe?g|gif|svg|webp)")
_ENTITIES: Final = {
    "ldots": "…",
    "dots": "…",
    "nbsp": "\u00a0",
    "to": "→",
    "infty": "∞",
    "approx": "≈",
    "S": "§",
}
_DEEPEST: Final = 4
_MACRO_LONGEST: Final = 4_000
_MACROS_LONGEST: Final = 1_000_000
"""Characters that all macros of a text may write: a short text must not become an endless one."""
_PLACE: Final = re.compile(r"\$([1-9])")
_MACRO: Final = re.compile(r"\{\{\{([A-Za-z][\w-]{0,60})(?:\(((?:[^)]|\)(?!\}\}\})){0,2000})\))?\}\}\}")


class OrgWords:
    """Writes words as HTML; `notes` are the notes that stand inside of paragraphs, by their names."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str]] = []
        self.macros: dict[str, str] = {}
        self._room = _MACROS_LONGEST

    def html(self, text: str, depth: int = 0) -> str:
        """The HTML of words, faces in faces to some depth."""
        if depth == 0 and "{{{" in text:
            text = _MACRO.sub(self._expanded, text)
        pieces: list[str] = []
        at = 0
        for match in _OBJECT.finditer(text):
            pieces += (escaped(text[at : match.start()]), self._object(match, depth))
            at = match.end()
        pieces.append(escaped(text[at:]))
        return "".join(pieces)

    def _object(self, match: re.Match[str], depth: int) -> str:
        if match["link"]:
            return self._link(match["target"], match["said"], depth)
        if match["note"]:
            return self._note(match["name"], match["inside"])
        if match["code"]:
            return f"<code>{escaped(match['code'])}</code>"
        if match["faced"]:
            tag = _FACES[match["sign"]]
            inside = escaped(match["faced"]) if depth >= _DEEPEST else self.html(match["faced"], depth + 1)
            return f"<{tag}>{inside}</{tag}>"
        if match["place"]:
            return f'<a id="{escaped(match["place"])}"></a>'
        if address := match["address"] or match["url"]:
            return f'<a href="{escaped(address)}">{escaped(address)}</a>'
        if match["break"]:
            return "<br>"
        if match["script"]:
            tag = "sup" if match["raised"] == "^" else "sub"
            return f"<{tag}>{escaped(match['script'])}</{tag}>"
        if name := match["entity"]:
            found = _ENTITIES.get(name) or unescape(f"&{name};")
            return escaped(found if not found.startswith("&") else match[0])
        return ""  # what is meant for one kind of output alone

    def _link(self, target: str, said: str | None, depth: int) -> str:
        target = target.strip()
        where = target.removeprefix("file:")
        if said is None and _PICTURE.fullmatch(where):
            name = where.rpartition("/")[2]
            return f'<img src="{escaped(where)}" alt="{escaped(name)}">'
        if target[:1] in ("#", "*"):
            where = f"#{target[1:]}"
        words = (
            self.html(said, depth + 1) if said and depth < _DEEPEST else escaped(said or target.lstrip("*#"))
        )
        if "://" not in where and not where.startswith(("#", "mailto:")):
            place, found, within = where.partition("::")
            where = f"{place}#{within.lstrip('*#')}" if found else place
            if "." not in place and "/" not in place and not place.startswith(("http", "doi:")):
                where = f"#{place}"
        return f'<a href="{escaped(where)}">{words}</a>'

    def _note(self, name: str, inside: str | None) -> str:
        if inside is not None:
            name = name or f"{len(self.notes) + 1}"
            self.notes.append((name, inside))
        return f'<a href="#fn.{escaped(name)}">[{escaped(name)}]</a>'

    def _expanded(self, match: re.Match[str]) -> str:
        body = self.macros.get(match[1])
        if body is None or self._room <= 0:
            return match[2] or ""
        arguments = [one.replace("\\,", ",") for one in re.split(r"(?<!\\),", match[2] or "", maxsplit=8)]
        arguments += [""] * (9 - len(arguments))
        pieces = _PLACE.split(body[:_MACRO_LONGEST])
        length = at = 0
        while at < len(pieces) and length < _MACRO_LONGEST:
            if at % 2:
                pieces[at] = arguments[int(pieces[at]) - 1]
            length += len(pieces[at])
            at += 1
        self._room -= length
        return "".join(pieces[:at])[:_MACRO_LONGEST]
