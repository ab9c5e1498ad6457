"""Lists of names, by the rules of the styles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from corpus.citation.phrase import Phrase, phrase
from corpus.metadata import Name
from corpus.people import full_name, in_characters, initials

Writer = Callable[[Name], str]
"""How one name is written."""


class NameList(NamedTuple):
    """How a list of names is written.

    Of more than `at_most` names the first `kept` stand, and `et_al`; where `ellipsis` is set, it stands in
    the place of "et al.", and the last name behind it. `serial` is the comma before the conjunction: of two
    names it stands only where the first is inverted, for there it ends the given name.
    """

    first: Writer
    others: Writer
    at_most: int
    kept: int = 1
    conjunction: str = "and"
    serial: bool = True
    et_al: Phrase = phrase("et al.")
    ellipsis: str = ""


def inverted(name: Name) -> str:
    """Family name first, parted by a comma; a name that was published so has none: "Ruiz, Ana", "He Jing"."""
    if name.order == "family-first" or stands_whole(name):
        return full_name(name)
    return f"{name.family}, {name.given}"


def initialled(name: Name) -> str:
    """Family name and initials, whatever the order of the source: "Ruiz, A.", "He, J."."""
    if stands_whole(name):
        return full_name(name)
    letters = initials(name.given)
    return f"{name.family}, {letters}" if letters else full_name(name)


def initials_first(name: Name) -> str:
    """Initials and family name: "M. Stone"."""
    if stands_whole(name):
        return full_name(name)
    return f"{initials(name.given)} {name.family}".strip()


def stands_whole(name: Name) -> bool:
    """Whether a name is not to be taken apart: a body’s, a single word, or one in Chinese characters."""
    parted = name.family and name.given and not name.literal
    return not parted or (not name.family.isascii() and in_characters((name,)))


def with_native(written: Writer) -> Writer:
    """The same way of writing, with the name in its own script behind it: "Zhang Wei 张伟"."""

    def both(name: Name) -> str:
        latin = written(name)
        return f"{latin} {name.native}" if name.native and name.native != latin else latin

    return both


def family(name: Name) -> str:
    """The name in a short citation: the family’s, save that one in Han characters is never cut."""
    return full_name(name) if in_characters((name,)) else name.short()


def listed(names: Sequence[Name], rule: NameList) -> Phrase:
    """The names by that rule; empty where there are none."""
    many = len(names) > rule.at_most
    kept = names[: rule.kept] if many else names
    written = [(rule.others if index else rule.first)(name) for index, name in enumerate(kept)]
    if not written:
        return Phrase()
    is_inverted = "," in written[0]
    if many and rule.ellipsis:
        return phrase(f"{', '.join(written)}, {rule.ellipsis} {rule.others(names[-1])}")
    if many:
        comma = "," if rule.serial and (is_inverted or len(written) > 1) else ""
        return f"{', '.join(written)}{comma} " + rule.et_al
    if len(written) == 1:
        return phrase(written[0])
    comma = "," if rule.serial and (is_inverted or len(written) > 2) else ""
    return phrase(f"{', '.join(written[:-1])}{comma} {rule.conjunction} {written[-1]}")
