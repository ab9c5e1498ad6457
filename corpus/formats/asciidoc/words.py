"""The words of an AsciiDoc paragraph: faces, links, notes, as HTML. Source: the AsciiDoc language, "Text"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from corpus.formats.as_html import escaped
from corpus.formats.asciidoc.references import name_of_section

_LEAD: Final = r"(?<![\w\\:;}])"
_INSIDE: Final = r"(\S|\S.{0,600}?\S)"
_STYLED: Final = r"(?:\[[^\[\]\n]{0,80}\])?"
_PATTERN: Final = rf"""
    (?P<pass>\+\+\+(?P<raw>.{{0,2000}}?)\+\+\+|pass:[a-z,]{{0,20}}\[(?P<passed>(?:[^\]\\]|\\.){{0,2000}})\])
    |(?P<formula>(?:stem|latexmath|asciimath):\[(?P<tex>(?:[^\]\\]|\\.){{0,2000}})\])
    |``(?P<code2>.{{1,600}}?)``
    |{_LEAD}{_STYLED}`\+(?P<literal>.{{1,600}}?)\+`(?!\w)
    |(?P<quoted>["'])`(?P<quotation>\S.{{0,800}}?)`(?P=quoted)
    |{_LEAD}{_STYLED}`(?P<code>\S|\S[^`]{{0,600}}?\S)`(?!\w)
    |(?P<note>footnote(?:ref)?:(?P<noted>[\w-]{{0,80}})\[(?P<inside>(?:[^\]\[]|\[[^\]\[]{{0,200}}\]){{0,4000}})\])
    |(?P<xref><<(?P<to>[^<>,\n]{{1,200}})(?:,(?P<named>[^<>]{{0,400}}))?>>)
    |(?P<macro>\b(?P<kind>link|xref|mailto|image|icon|kbd|btn|menu|linkgit|man|anchor):
        (?P<where>[^\s\[\]]{{0,1000}})\[(?P<said>(?:[^\]\\]|\\.){{0,1000}})\])
    |(?P<url>\b(?:https?|ftp|irc)://[^\s\[\]<>"]{{1,1000}})(?:\[(?P<shown>(?:[^\]\\]|\\.){{0,1000}})\])?
    |\[\[(?P<place>[^\[\],\n]{{1,200}})(?:,[^\[\]\n]{{0,200}})?\]\]
    |{_STYLED}(?P<double>\*\*|__|\#\#)(?P<faced2>\S.{{0,600}}?)(?P=double)
    |{_LEAD}{_STYLED}(?P<sign>[*_\#])(?P<faced>\S|\S.{{0,600}}?\S)(?P=sign)(?!\w)
    |(?P<script>[\^~])(?P<raised>[^\s^~]{{1,80}})(?P=script)
    |(?P<break>[ ]\+[ ]*$)
    |(?P<dash>(?<=\w)--(?=\w)|(?<=[ ])--(?=[ ]))
    |\((?P<mark>C|R|TM)\)
    |\{{(?P<attribute>[\w-]{{1,60}})\}}
    |\\(?P<escaped>[*_`\#^~\[\]{{}}<+\\](?:[*_`\#])?)
    """
# What the words of a text have beside these that underlines its title: then it is of the older AsciiDoc.
_OLDER: Final = rf"""
    ``(?P<old_quotation2>[^`'\n].{{0,400}}?)''
    |`(?P<old_quotation>[^`'\n]{{1,400}})'(?!\w)
    |{_LEAD}'(?P<old_faced>\S|\S[^'\n]{{0,400}}?\S)'(?!\w)
    |{_LEAD}\+(?P<old_code>\S|\S[^+\n]{{0,400}}?\S)\+(?!\w)
    |"""
_FLAGS: Final = re.VERBOSE | re.DOTALL | re.MULTILINE
_OBJECT: Final = re.compile(_PATTERN, _FLAGS)
_OLDER_OBJECT: Final = re.compile(_OLDER + _PATTERN, _FLAGS)
_FACES: Final = {"*": "strong", "_": "em", "#": "span"}
_KNOWN: Final = {
    "nbsp": "\u00a0",
    "zwsp": "",
    "sp": " ",
    "empty": "",
    "lt": "<",
    "gt": ">",
    "amp": "&",
    "apos": "'",
    "quot": '"',
    "lsquo": "‘",
    "rsquo": "’",
    "ldquo": "“",
    "rdquo": "”",
    "startsb": "[",
    "endsb": "]",
    "vbar": "|",
    "caret": "^",
    "asterisk": "*",
    "tilde": "~",
    "plus": "+",
    "backslash": "\\",
    "backtick": "`",
    "two-colons": "::",
    "two-semicolons": ";;",
    "deg": "°",
    "cpp": "C++",
}
# An attribute in front of an address, or of a part of one, with words in brackets behind it.
_LEADING: Final = re.compile(r"\{([\w-]{1,60})\}(?=[^\s\[\]{}]{0,200}\[)")
_ADDRESS: Final = re.compile(r"(?:https?|ftp|irc)://|(?:link|xref|mailto|image):")
_DEEPEST: Final = 4
_FILLED_LONGEST: Final = 1_000_000
"""Characters that all attributes of a text may write: a short text must not become an endless one."""
_SENTENCE_ENDS: Final = ".,;:!?)'\""


class AsciiDocWords:
    """Writes words as HTML; `attributes` are those that the text sets, `notes` the notes that were met."""

    def __init__(self, titles: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take what the places of the text are called, by their names: see `references.titles_of`."""
        self._titles = titles
        self.attributes: dict[str, str] = {}
        self.notes: list[tuple[str, str]] = []
        self.is_older = False
        self._room = _FILLED_LONGEST

    def html(self, text: str, depth: int = 0) -> str:
        """The HTML of words, faces in faces to some depth."""
        if not depth and "}" in text:
            text = _LEADING.sub(self._leading, text)
        pieces: list[str] = []
        at = 0
        for match in (_OLDER_OBJECT if self.is_older else _OBJECT).finditer(text):
            said = (self._older(match, depth) if self.is_older else "") or self._object(match, depth)
            pieces += (escaped(text[at : match.start()]), said)
            at = match.end()
        pieces.append(escaped(text[at:]))
        return "".join(pieces)

    def set(self, name: str, value: str) -> None:
        """Set an attribute to a value, in which others are known by then; "!" before or behind unsets it."""
        if "!" in name:
            self.attributes.pop(name.strip("!"), None)
        else:
            self.attributes[name] = self._filled(value) if "{" in value else value

    def name_of_section(self, title: str) -> str:
        """The name of a section that is given none."""
        apart = (self.attributes.get(name, "_") for name in ("idprefix", "idseparator"))
        return name_of_section(title, *apart)

    def _leading(self, match: re.Match[str]) -> str:
        """An attribute before words in brackets, filled where it holds an address: they are what is shown."""
        value = self.attributes.get(match[1].lower(), "")
        return (self._value(match[1]) or match[0]) if _ADDRESS.match(value) else match[0]

    def _older(self, match: re.Match[str], depth: int) -> str:
        """What only the older AsciiDoc has; "" for what both have."""
        if quotation := match["old_quotation"]:
            return f"‘{self._inner(quotation, depth)}’"
        if quotation := match["old_quotation2"]:
            return f"“{self._inner(quotation, depth)}”"
        if faced := match["old_faced"]:
            return f"<em>{self._inner(faced, depth)}</em>"
        return f"<code>{escaped(match['old_code'])}</code>" if match["old_code"] else ""

    def _object(self, match: re.Match[str], depth: int) -> str:
        if code := match["code"] or match["code2"] or match["literal"] or match["tex"]:
            return f"<code>{escaped(self._filled(code) if match['code'] else code)}</code>"
        if match["quotation"]:
            opens, closes = ("“", "”") if match["quoted"] == '"' else ("‘", "’")
            return f"{opens}{self._inner(match['quotation'], depth)}{closes}"
        if match["pass"]:
            # What is passed on as it is may be markup: its words are kept.
            return escaped(re.sub(r"<[^<>]{0,500}>", "", match["raw"] or match["passed"] or ""))
        if match["note"]:
            return self._note(match["noted"], match["inside"])
        if match["xref"]:
            return self._reference(match["to"], match["named"], depth)
        if match["macro"]:
            return self._macro(match["kind"], match["where"], match["said"], depth)
        if url := match["url"]:
            return self._address(url, match["shown"], depth)
        if match["place"]:
            return f'<a id="{escaped(match["place"].strip())}"></a>'
        if faced := match["faced"] or match["faced2"]:
            tag = _FACES[(match["sign"] or match["double"])[0]]
            return f"<{tag}>{self._inner(faced, depth)}</{tag}>"
        if match["script"]:
            tag = "sup" if match["script"] == "^" else "sub"
            return f"<{tag}>{escaped(match['raised'])}</{tag}>"
        if match["mark"]:
            return {"C": "©", "R": "®", "TM": "™"}[match["mark"]]
        if match["attribute"]:
            return self._attribute(match[0], match["attribute"], depth)
        return "<br>" if match["break"] else "—" if match["dash"] else escaped(match["escaped"] or "")

    def _inner(self, text: str, depth: int) -> str:
        return self.html(text, depth + 1) if depth < _DEEPEST else escaped(text)

    def _filled(self, text: str) -> str:
        """A text with the attributes in it that are known."""

        def filled(match: re.Match[str]) -> str:
            value = self._value(match[1])
            return _KNOWN.get(match[1].lower(), match[0]) if value is None else value

        return re.sub(r"\{([\w-]{1,60})\}", filled, text)

    def _value(self, name: str) -> str | None:
        """What an attribute is set to; None where it is not, or where enough has been written already."""
        value = self.attributes.get(name.lower())
        if value is None or self._room <= 0:
            return None
        value = value[:2_000]
        self._room -= len(value)
        return value

    def _attribute(self, raw: str, name: str, depth: int) -> str:
        value = self._value(name)
        if value is not None:
            # What could be filled in it was when it was set: names that are left are looked at once more.
            return self._inner(value, max(depth, _DEEPEST - 1))
        return escaped(_KNOWN.get(name.lower(), raw))

    def _note(self, name: str, inside: str) -> str:
        if not inside:
            return f"[{escaped(name)}]" if name else ""
        number = str(len(self.notes) + 1)
        self.notes.append((number, inside))
        return f'<a href="#_footnotedef_{number}">[{number}]</a>'

    def _reference(self, target: str, said: str | None, depth: int) -> str:
        target = self._filled(target.strip())
        name = target.lstrip("#")
        where = target if "#" in target[1:] or target.endswith(".adoc") else f"#{name}"
        if not said and (title := self._titles.get(name, "")) and self._room > 0:
            self._room -= len(title)
            said = title
        words = self._inner(said.strip(), depth) if said else escaped(name)
        return f'<a href="{escaped(where)}">{words}</a>'

    def _macro(self, kind: str, where: str, said: str, depth: int) -> str:
        where = self._filled(where)
        if kind in ("image", "icon"):
            alt = said.split(",")[0].strip().strip('"').removeprefix("alt=").strip('"')
            return f'<img src="{escaped(where)}" alt="{escaped(alt or where.rpartition("/")[2])}">'
        if kind in ("kbd", "btn"):
            return f"<kbd>{escaped(said)}</kbd>"
        if kind == "menu":
            return escaped(" ‣ ".join([where, *(one.strip() for one in said.split(">"))]))
        if kind in ("linkgit", "man"):
            return escaped(f"{where}({said})" if said else where)
        if kind == "anchor":
            return f'<a id="{escaped(where)}"></a>'
        if kind == "xref":
            return self._reference(where, said or None, depth)
        return self._address(f"mailto:{where}" if kind == "mailto" else where, said, depth)

    def _address(self, url: str, said: str | None, depth: int) -> str:
        url, rest = self._filled(url), ""
        if said is None:
            bare = url.rstrip(_SENTENCE_ENDS)
            url, rest = bare, url[len(bare) :]
        words = (
            re.split(r",\s*(?:window|role|opts?|options|id)=", said or "")[0]
            .strip()
            .removesuffix("^")
            .strip('"')
        )
        shown = self._inner(words, depth) if words else escaped(url.removeprefix("mailto:"))
        return f'<a href="{escaped(url)}">{shown}</a>{escaped(rest)}'
