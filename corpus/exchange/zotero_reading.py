"""An item in Zotero's own JSON, which the plug-in Better BibTeX exports with the paths of its files.

Its types and fields become those of CSL (https://aurimasv.github.io/z2csl/typeMap.xml lists both).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_TYPES: Final = {
    "bill": "bill",
    "blogPost": "post-weblog",
    "book": "book",
    "bookSection": "chapter",
    "case": "legal_case",
    "computerProgram": "software",
    "conferencePaper": "paper-conference",
    "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary",
    "encyclopediaArticle": "entry-encyclopedia",
    "forumPost": "post",
    "hearing": "hearing",
    "interview": "interview",
    "journalArticle": "article-journal",
    "letter": "personal_communication",
    "magazineArticle": "article-magazine",
    "manuscript": "manuscript",
    "newspaperArticle": "article-newspaper",
    "patent": "patent",
    "preprint": "article",
    "presentation": "speech",
    "report": "report",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "webpage": "webpage",
}
# CSL's variable → Zotero's fields, which differ by the type of the item.
_FIELDS: Final = {
    "title": ("title", "caseName", "nameOfAct", "subject"),
    "title-short": ("shortTitle",),
    "container-title": (
        *("publicationTitle", "bookTitle", "proceedingsTitle", "websiteTitle", "blogTitle"),
        *("encyclopediaTitle", "dictionaryTitle", "forumTitle", "reporter", "code"),
    ),
    "container-title-short": ("journalAbbreviation",),
    "volume": ("volume", "reporterVolume", "codeNumber"),
    "issue": ("issue",),
    "page": ("pages", "firstPage"),
    "issued": ("date", "dateEnacted", "dateDecided", "issueDate"),
    "accessed": ("accessDate",),
    "publisher": ("publisher", "institution", "university", "company", "court"),
    "publisher-place": ("place",),
    "edition": ("edition",),
    "number": ("reportNumber", "number", "publicLawNumber", "docketNumber", "patentNumber", "billNumber"),
    "genre": ("reportType", "thesisType", "genre"),
    "language": ("language",),
    "URL": ("url",),
    "DOI": ("DOI",),
    "ISBN": ("ISBN",),
}
# Who counts as the author depends on the type of the item.
_AUTHORS: Final = frozenset(
    {"author", "presenter", "programmer", "inventor", "interviewee", "sponsor", "podcaster", "artist"}
)


def is_native(item: Mapping[str, Any]) -> bool:
    """Whether an item is in Zotero's own form."""
    return isinstance(item.get("itemType"), str)


def is_no_work(item: Mapping[str, Any]) -> bool:
    """Whether an item only belongs to another one."""
    return item.get("itemType") in ("annotation", "attachment", "note")


def csl_item(native: Mapping[str, Any]) -> dict[str, Any]:
    """The item as CSL-JSON has it; never raises."""
    item: dict[str, Any] = {
        variable: next((native[field] for field in fields if native.get(field)), None)
        for variable, fields in _FIELDS.items()
    }
    creators = native.get("creators")
    people = [one for one in creators if isinstance(one, Mapping)] if isinstance(creators, list) else []
    return item | {
        "type": _TYPES.get(native["itemType"], ""),
        "author": [_name(one) for one in people if one.get("creatorType") in _AUTHORS],
        "editor": [_name(one) for one in people if one.get("creatorType") == "editor"],
    }


def _name(creator: Mapping[str, Any]) -> dict[str, Any]:
    if creator.get("name"):
        return {"literal": creator["name"]}
    return {"family": creator.get("lastName"), "given": creator.get("firstName")}
