"""A work and a place in it, as CSL takes them.

Fields: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from corpus.citation.place import Place
from corpus.citation.style import Form
from corpus.metadata import Metadata, Name, PartialDate
from corpus.people import full_name

_FIELDS: Final = {
    "title": "title",
    "container": "container-title",
    "container_short": "container-title-short",
    "title_short": "title-short",
    "publisher": "publisher",
    "place": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "number": "number",
    "genre": "genre",
    "jurisdiction": "jurisdiction",
    "doi": "DOI",
    "isbn": "ISBN",
    "url": "URL",
}
SIGNS: Final = {"": "", "page": "p. ", "paragraph": "¶ ", "section": "§ "}
"""What a reader sees before the words of a locator, by its label in CSL."""


class Task(NamedTuple):
    """What is to be written: a CSL item (JSON), a locator (label and words, or both empty), and the form.

    `others` are so many other works to be cited before it, so that it has its number in a list.
    """

    item: str
    label: str
    words: str
    form: Form
    others: int = 0

    def cited(self) -> list[str]:
        """The ids of what has to be cited, in this order, for the last of them to be in the form."""
        before = {"cite": [], "entry": [], "ibid": ["work"], "short": ["work", "other0"]}[self.form]
        return [*(f"other{number}" for number in range(1, self.others + 1)), *before, "work"]

    def items(self) -> str:
        """The works that are cited, as JSON."""
        others = (
            f'{{"id": "other{number}", "type": "book", "title": "Other {number}"}}'
            for number in range(self.others + 1)
        )
        return f"[{', '.join([self.item, *others])}]"


def item_of(work: Metadata) -> str:
    """The work as a CSL item in JSON, whose id is "work"."""
    import json  # not for readers who never ask for such a style

    item: dict[str, Any] = {"id": "work", "type": work.type or ("webpage" if work.url else "article")}
    item |= {theirs: value for ours, theirs in _FIELDS.items() if (value := getattr(work, ours))}
    item |= {role: names for role, names in (("author", work.authors), ("editor", work.editors)) if names}
    for role in ("author", "editor"):
        if role in item:
            item[role] = [_name(name) for name in item[role]]
    for role, date in (("issued", work.date), ("accessed", work.accessed)):
        if date:
            item[role] = _date(date)
    return json.dumps(item, ensure_ascii=False, sort_keys=True)


def stands_whole(name: Name) -> bool:
    """Whether a name must be given to a program as one word: all of them turn round "He Jing"."""
    return not name.literal and full_name(name) != f"{name.given} {name.family}".strip()


def locator_of(place: Place) -> tuple[str, str]:
    """The label and the words of the best locator that a place has; two empty texts where it has none."""
    for label, ends in (("page", place.pages), ("paragraph", place.numbers or place.counted)):
        if ends:
            first, last = (re.sub(r"[^\w.()-]", "", str(end)) for end in ends)
            return label, first if first == last else f"{first}-{last}"
    return ("section", section) if (section := re.sub(r"[^\w.()-]", "", place.section)) else ("", "")


def _name(name: Name) -> dict[str, str]:
    if name.literal or stands_whole(name):
        return {"literal": full_name(name)}
    return {part: value for part, value in (("family", name.family), ("given", name.given)) if value}


def _date(date: PartialDate) -> dict[str, list[list[int]]]:
    return {"date-parts": [[part for part in date if part]]}
