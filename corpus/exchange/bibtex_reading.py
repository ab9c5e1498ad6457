"""An entry of BibTeX or BibLaTeX as values of metadata.

The fields and types are those of BibTeX (“BibTeXing”, 1988) and of BibLaTeX's manual, § 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.editing import Value
from corpus.exchange.bibtex_parsing import Entry
from corpus.exchange.csl_reading import with_natives
from corpus.exchange.latex_decoding import decoded, unescaped
from corpus.expression import expression
from corpus.identifiers import LONGEST
from corpus.metadata import Name
from corpus.names import parse_name
from corpus.sanitiser import clean_line

_MOST_NAMES: Final = 500

# Type of the entry → type of CSL, and what kind of report or thesis it is, where the type says so.
_TYPES: Final = {
    "article": ("article-journal", ""),
    "book": ("book", ""),
    "mvbook": ("book", ""),
    "booklet": ("pamphlet", ""),
    "collection": ("book", ""),
    "proceedings": ("book", ""),
    "manual": ("book", ""),
    "inbook": ("chapter", ""),
    "incollection": ("chapter", ""),
    "inproceedings": ("paper-conference", ""),
    "conference": ("paper-conference", ""),
    "inreference": ("entry-encyclopedia", ""),
    "techreport": ("report", "Technical report"),
    "report": ("report", ""),
    "phdthesis": ("thesis", "PhD thesis"),
    "mastersthesis": ("thesis", "Master’s thesis"),
    "thesis": ("thesis", ""),
    "unpublished": ("manuscript", ""),
    "online": ("webpage", ""),
    "electronic": ("webpage", ""),
    "www": ("webpage", ""),
    "patent": ("patent", ""),
    "dataset": ("dataset", ""),
    "software": ("software", ""),
    "periodical": ("periodical", ""),
    "legislation": ("legislation", ""),
    "jurisdiction": ("legal_case", ""),
    "standard": ("standard", ""),
}
# What a page stands in: the site, by Zotero, or who runs it, by BibLaTeX's manual.
_SITES: Final = dict.fromkeys(("online", "electronic", "www"), ("titleaddon", "organization"))
_SUBTYPES: Final = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
# Our field → theirs, the best first.
_LINES: Final = {
    "publisher": ("publisher", "institution", "school", "organization"),
    "container_short": ("shortjournal",),
    "title_short": ("shorttitle",),
    "place": ("location", "address"),
    "volume": ("volume",),
    "pages": ("pages",),
    "lang": ("langid", "language"),
    "jurisdiction": ("jurisdiction",),
    "title_romanised": ("titleromanised",),
    "title_translated": ("titletranslated",),
    "container_romanised": ("containerromanised",),
}
_ADDRESSES: Final = {"doi": ("doi",), "url": ("url",), "isbn": ("isbn",)}
_GENRES: Final = {"phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "techreport": "Technical report"}
_ORDINALS: Final = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_AND: Final = expression(r"[{}]|\s+and\s+(?=\S)|\\.", re.IGNORECASE)
_COMMA: Final = expression(r"[{},]|\\.")
_URL: Final = expression(r"\\url\s*\{([^{}]*)\}|(https?://[^\s{}]+)")
_PART: Final = expression(r"\s*(family|given|prefix|suffix)\s*=\s*")


def values_of(entry: Entry) -> dict[str, Value]:
    """What an entry says, by field of `Metadata`: people as names, all else as text; never raises."""

    def line(*names: str) -> str:
        return next((text for name in names if (text := _line(entry.fields.get(name, "")))), "")

    kind, genre = _TYPES.get(entry.type, ("", ""))
    said: dict[str, Value] = {field: line(*names) for field, names in _LINES.items()}
    for field, names in _ADDRESSES.items():
        said[field] = next((unescaped(text) for name in names if (text := entry.fields.get(name))), "")
    said["title"] = _with_subtitle(line("title"), line("subtitle"))
    said["container"] = _with_subtitle(
        line("journaltitle", "journal", "booktitle", "maintitle", "eventtitle", *_SITES.get(entry.type, ())),
        line("journalsubtitle", "booksubtitle"),
    )
    if said["container"] == said["publisher"]:
        said["publisher"] = ""  # the organization of a page is named once
    said["authors"], said["editors"] = _people(entry, "author"), _people(entry, "editor")
    said["date"] = _date(line("date"), line("year"), line("month"), line("day"))
    said["accessed"] = _first_day(line("urldate", "lastchecked"))
    said["edition"] = _edition(line("edition"))
    in_issues = kind in ("article-journal", "periodical")
    said["issue" if in_issues else "number"] = line("number")
    said["issue"] = said.get("issue") or line("issue")
    said["genre"] = _GENRES.get(line("type").lower(), line("type")) or genre
    said["type"] = _SUBTYPES.get(line("entrysubtype").lower(), kind)
    how = entry.fields.get("howpublished", "")
    if match := _URL.search(how):
        said["url"] = said["url"] or unescaped(match[1] or match[2])
    elif entry.type == "misc" and not said["container"]:
        said["container"] = line("howpublished")
    return said


def with_inherited(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each with what it takes over from the one that its `crossref` names.

    The title of the book is then the chapter's `booktitle` (BibLaTeX's manual, appendix B).
    """
    by_key = {entry.key.lower(): entry for entry in entries if entry.key}
    whole = []
    for entry in entries:
        parent = by_key.get(_line(entry.fields.get("crossref", "")).lower())
        taken = dict(parent.fields) if parent else {}
        for theirs, ours in (("title", "booktitle"), ("subtitle", "booksubtitle")):
            if theirs in taken:
                taken[ours] = taken.pop(theirs)
        whole.append(entry._replace(fields={**taken, **entry.fields}))
    return whole


def files_of(entry: Entry) -> tuple[str, ...]:
    """What may be paths in the field `file`, as Zotero and JabRef write it: ``name:path:type;…``."""
    field = entry.fields.get("file", "").replace("{", "").replace("}", "")
    parts = re.split(r"(?<!\\)[;:]", field[: LONGEST * 8])
    plain = [re.sub(r"\\(.)", r"\1", part).strip() for part in (*parts, field)]
    return tuple(dict.fromkeys(path for path in plain if "." in path or "/" in path))


def _people(entry: Entry, role: str) -> tuple[Name, ...]:
    """The people of a role; `corpus.exchange.bibtex_writing` tells more of them in fields of its own."""
    names = names_of(entry.fields.get(role, ""))
    orders = [_line(part) for part in _parted(entry.fields.get(f"{role}order", ""), _AND)]
    if len(orders) == len(names):
        names = tuple(
            name._replace(order="family-first") if order == "family-first" else name
            for name, order in zip(names, orders, strict=True)
        )
    return with_natives(names, [_line(part) for part in _parted(entry.fields.get(f"{role}native", ""), _AND)])


def names_of(field: str) -> tuple[Name, ...]:
    """The names of a field that are parted by "and"; what has no letter is none, "others" neither."""
    pieces = _parted(field, _AND)[:_MOST_NAMES]
    names = [_name(piece) for piece in pieces if piece.strip().lower() != "others"]
    return tuple(name for name in names if name != Name())


def _name(piece: str) -> Name:
    """One name: "Last, First", "von Last, Jr, First", "First Last", a body in braces; or by parts."""
    piece = piece.strip()
    if _whole_in_braces(piece):
        literal = _line(piece)
        return Name(literal=literal) if any(map(str.isalpha, literal)) else Name()
    parts = _parted(piece, _COMMA)
    if _PART.match(piece):
        said = {match[1]: _line(part[match.end() :]) for part in parts if (match := _PART.match(part))}
        family = " ".join(filter(None, (said.get("prefix"), said.get("family"), said.get("suffix"))))
        return Name(family, said.get("given", "")) if any(map(str.isalpha, family)) else Name()
    plain = [_line(part) for part in parts]
    if not plain[0]:
        return parse_name(" ".join(plain))
    if len(plain) > 1 and any(map(str.isalpha, plain[0])):
        suffix = plain[1:-1]
        return Name(" ".join(filter(None, (plain[0], *suffix))), plain[-1])
    given, _, last = piece.rpartition(" {")
    if given and last.endswith("}") and "{" not in last[:-1] and "}" not in last[:-1]:
        return Name(_line(last[:-1]), _line(given))
    return parse_name(plain[0])


def _whole_in_braces(piece: str) -> bool:
    """Whether one pair of braces holds all of a name."""
    depth = 0
    for index, sign in enumerate(piece):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return index > 0 and index == len(piece) - 1
    return False


def _parted(text: str, breaks: re.Pattern[str]) -> list[str]:
    """What stands between the breaks that are in no braces."""
    pieces: list[str] = []
    depth = start = 0
    for match in breaks.finditer(text):
        sign = match[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif depth <= 0 and not sign.startswith("\\"):
            pieces.append(text[start : match.start()])
            start = match.end()
    return [*pieces, text[start:]]


def _line(latex: str) -> str:
    return clean_line(decoded(latex[: 8 * LONGEST]))[:LONGEST]


def _with_subtitle(title: str, subtitle: str) -> str:
    if not title or not subtitle:
        return title
    return f"{title}{' ' if title[-1] in ':?!.' else ': '}{subtitle}"


def _date(date: str, year: str, month: str, day: str) -> str:
    """BibLaTeX's date, or what year, month and day say together; the month may hold the day too."""
    if date:
        return _first_day(date)
    if not month or "–" in month:
        return year  # an issue of two months appeared in neither
    if month.isdigit():
        return "-".join(filter(None, (year, month, day)))
    return f"{month} {day} {year}" if day else f"{month} {year}"


def _first_day(date: str) -> str:
    """The first day of a span, without the signs for what is uncertain (ISO 8601-2)."""
    return date.partition("/")[0].rstrip("?~%")


def _edition(text: str) -> str:
    """The number, where it is written "2nd" or "Second"."""
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?\.?(?: ed(?:ition|n|\.)?)?", text):
        return match[1]
    return str(_ORDINALS.index(text.lower()) + 1) if text.lower() in _ORDINALS else text
