"""A work and a place in it, as CSL takes them.

Fields: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.citation.place import Place
from corpus.citation.style import Form
from corpus.exchange import csl_writing
from corpus.metadata import Metadata, Name
from corpus.people import full_name

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

    item = csl_writing.item(work, "work")
    if not work.type:
        item["type"] = "webpage" if work.url else "article"  # no style writes the kind that says least
    for role, names in (("author", work.authors), ("editor", work.editors)):
        if role in item:
            item[role] = [person for person in map(_name, names) if any(person.values())]
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
