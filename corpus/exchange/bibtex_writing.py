"""A work as an entry of a BibLaTeX file, which Biber, Pandoc, Typst and Zotero read.

Entry types and fields are those of the BibLaTeX manual, § 2.1 and § 2.2. Capitals that a style must not
take from a title stand in braces. What BibLaTeX has no field for is kept in fields of our own, which
the programs pass over: `authororder` and `editororder` tell with `family-first` which names their source
prints so, `authornative` and `editornative` are the names in their own script (both joined by "and", empty
braces where there is none); `titleromanised`, `titletranslated` and `containerromanised` are what they say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from corpus.exchange.key import fit
from corpus.exchange.latex_encoding import encoded
from corpus.metadata import Metadata, Name
from corpus.sanitiser import clean_line

_TYPES: Final = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "collection": "collection",
    "dataset": "dataset",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "movie",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "periodical": "periodical",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "online",
}
_SUBTYPES: Final = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_CONTAINERS: Final = {
    "article": "journaltitle",
    "review": "journaltitle",
    "online": "organization",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "inreference": "booktitle",
    "misc": "howpublished",  # what BibLaTeX prints of a work without a kind
}
_UNCHANGED: Final = frozenset({"journaltitle", "organization", "howpublished"})
"""Containers of which no style changes the capitals."""
_INSTITUTIONAL: Final = frozenset({"report", "thesis"})
_BABEL: Final = {
    "de": "german",
    "en": "english",
    "en-gb": "british",
    "en-us": "american",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "zh": "chinese",
}
_CAPITALISED: Final = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_VERBATIM: Final = r"[{}\\\"^`|<> ]"
_OPENING, _CLOSING = "\ue000", "\ue001"
_HOLD: Final = {ord("{"): _OPENING, ord("}"): _CLOSING}
_PARTS_A_NAME: Final = r",|(?i:\band\b)|[{}]"


def entry(
    metadata: Metadata, key: str, uncapitalised: Collection[str] = (), annotations: Sequence[str] = ()
) -> str:
    """The work as an entry with that key, no newline at its end.

    `uncapitalised` are words of the title, in lower case, that keep no capital where a style wants the
    title like a sentence: see `corpus.citation.casing`. `annotations` are what its reader took from it or
    noted, a paragraph each.
    """
    kind = _TYPES.get(metadata.type) or ("online" if metadata.url else "misc")
    values = _values(metadata, kind, uncapitalised)
    values["annotation"] = " \\par ".join(map(_text, annotations))
    width = max((len(field) for field, value in values.items() if value), default=0)
    lines = [f"  {field:{width}} = {{{value}}}," for field, value in values.items() if value]
    return "\n".join([f"@{kind}{{{fit(key)},", *lines, "}"])


def _values(metadata: Metadata, kind: str, uncapitalised: Collection[str]) -> dict[str, str]:
    """The fields and what stands between their braces, in the order in which they are written."""
    container = metadata.container
    if kind == "online" and container in {name.literal for name in metadata.authors}:
        container = ""  # it would be printed twice
    field = _CONTAINERS.get(kind, "maintitle")
    return {
        "author": _names(metadata.authors),
        "editor": _names(metadata.editors),
        "title": _title(metadata.title, uncapitalised),
        "shorttitle": _title(metadata.title_short, uncapitalised),
        field: _text(container) if field in _UNCHANGED else _title(container, ()),
        "shortjournal": _text(metadata.container_short),
        "entrysubtype": _SUBTYPES.get(metadata.type, ""),
        "date": metadata.date.iso() if metadata.date else "",
        "edition": _text(metadata.edition),
        "volume": _text(metadata.volume),
        "number": _text(metadata.issue or metadata.number),
        "pages": re.sub(r"\s*[-–—]+\s*", "--", _text(metadata.pages).replace("{}", "")),
        "type": _text(metadata.genre),
        "institution" if kind in _INSTITUTIONAL else "publisher": _text(metadata.publisher),
        "location": _text(metadata.place),
        "jurisdiction": _text(metadata.jurisdiction),
        "isbn": _text(metadata.isbn),
        "doi": _verbatim(metadata.doi),
        "url": _verbatim(metadata.url),
        "urldate": metadata.accessed.iso() if metadata.accessed and metadata.url else "",
        **_language(metadata.lang),
        "titleromanised": _text(metadata.title_romanised),
        "titletranslated": _text(metadata.title_translated),
        "containerromanised": _text(metadata.container_romanised),
        **_orders("author", metadata.authors),
        **_orders("editor", metadata.editors),
    }


def _text(value: str) -> str:
    """The value as TeX reads it."""
    words = value.split(" ")
    if not value or ("".join(words).isalnum() and all(words)):
        return value  # most are plain words, and the rest is slow
    return _released(encoded(_held(clean_line(value))))


def _held(value: str) -> str:
    """The value with signs for its braces where they are not in pairs: the file's reader counts them."""
    depth = 0
    for sign in re.findall("[{}]", value):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            break
    return value.translate(_HOLD) if depth else value


def _released(text: str) -> str:
    """The text with commands for the braces that were held."""
    return text.replace(_OPENING, r"\textbraceleft{}").replace(_CLOSING, r"\textbraceright{}")


def _verbatim(value: str) -> str:
    """An address or the like, in which TeX reads no commands; what would end it is encoded."""
    return re.sub(_VERBATIM, lambda match: f"%{ord(match[0]):02X}", clean_line(value))


def _title(title: str, uncapitalised: Collection[str]) -> str:
    """The title with braces around the words that keep their capitals.

    A style takes none from the first word, unless from inside it.
    """
    clean = _held(clean_line(title))
    written, at = "", 0
    for match in re.finditer(_CAPITALISED, clean):
        word = match[0]
        inside = not word[1:].islower() and len(word) > 1 and not word.islower()
        if inside or (at and not word.islower() and word.lower() not in uncapitalised):
            written += f"{encoded(clean[at : match.start()])}{{{encoded(word)}}}"
        else:
            written += encoded(clean[at : match.end()])
        at = match.end()
    return _released(written + encoded(clean[at:]))


def _names(names: Sequence[Name]) -> str:
    return " and ".join(name for name in map(_name, names) if name)


def _name(name: Name) -> str:
    if literal := _text(name.literal):
        return f"{{{literal}}}"
    family, given = _part(name.family), _part(name.given)
    return f"{family}, {given}" if family and given else f"{{{family or given}}}" if family or given else ""


def _part(value: str) -> str:
    """A part of a name, in braces if something in it would be taken for a border between names."""
    text = _text(value)
    return f"{{{text}}}" if re.search(_PARTS_A_NAME, text) else text


def _language(lang: str) -> dict[str, str]:
    tag = clean_line(lang).lower()
    known = _BABEL.get(tag) or _BABEL.get(tag.partition("-")[0])
    return {"langid": known} if known else {"language": _text(lang)}


def _orders(role: str, names: Sequence[Name]) -> dict[str, str]:
    known = [name for name in names if _name(name)]
    told = {
        f"{role}order": [name.order if name.order == "family-first" else "" for name in known],
        f"{role}native": [f"{{{_text(name.native)}}}" if name.native else "" for name in known],
    }
    return {
        field: " and ".join(value or "{}" for value in values)
        for field, values in told.items()
        if any(values)
    }
