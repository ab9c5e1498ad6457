"""Whether a citation names a work: by its key, its address, its people and year, or its title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from corpus import words
from corpus.citation.titles import shortened
from corpus.exchange.key import key as key_of
from corpus.expression import expression
from corpus.metadata import Metadata, Name
from corpus.tracing.facts import Facts
from corpus.tracing.locators import labelled
from corpus.tracing.traced import Agreement

_TITLED: Final = 0.75
"""What part of the words of weight in a title a citation has to have."""
_HEAVY: Final = 4
"""Letters of a part of a name that tells whose it is."""
_NAME: Final = 3
"""Words of the longest name of a person; bodies have more, and those belong together."""
_ALIKE: Final = 5
"""Letters of a word that may be written with one other letter."""
_MERE: Final = 4
"""Words of a title that is more than a name given to a work."""
_PLAIN: Final = str.maketrans("“”‘’–—", "\"\"''--")
_KEY: Final = expression(r"(?P<name>\D{2,80}?)[_:.-]?(?P<year>(?:1[4-9]|20)\d\d)[_:.-]?(?P<more>[a-z]{0,40})")
_SLIGHT: Final = frozenset("a an and as at by for from in into is it of on or that the to with".split())
_LAWS: Final = frozenset(("legislation", "bill", "regulation", "treaty", "legal_case"))


class Naming(NamedTuple):
    """Whether a citation names a work, how surely (0 to 1), and a short phrase that says by what."""

    agreement: Agreement
    weight: float
    why: str = ""


_UNSAID: Final = Naming("unsaid", 0.0)


def named(facts: Facts, work: Metadata) -> Naming:
    """Whether a citation names that work; "wrong" only where it is sure that it names another."""
    if facts.dois and work.doi:
        same = work.doi.casefold() in (doi.casefold() for doi in facts.dois)
        return Naming("right", 0.98, "its DOI") if same else Naming("wrong", 0.0, "another DOI")
    if work.url and plain_address(work.url) in map(plain_address, facts.addresses):
        return Naming("right", 0.97, "its address")
    if facts.keys:
        return max((_by_key(one.key, work) for one in facts.keys), key=lambda naming: naming.weight)
    return _in_words(facts, work)


def plain_address(address: str) -> str:
    """An address without what may differ where the page is the same: scheme, "www.", fragment, last slash."""
    bare = re.sub(r"^https?://(?:www\.)?", "", address.casefold()).partition("#")[0]
    return bare.removeprefix("www.").rstrip("/")


def _by_key(key: str, work: Metadata) -> Naming:
    folded, ours = words.fold(key), words.fold(key_of(work))
    if folded == ours:
        return Naming("right", 0.9, "its key")
    match = _KEY.fullmatch(folded)
    if match is None:
        return Naming("unknown", 0.1, f"whose key is “{key}” cannot be told")
    name, year = "".join(filter(str.isalnum, match["name"])), int(match["year"])
    people = [_joined(words.columns(one.short())[2]) for one in _people(work)]
    known = name in people or any(
        name in words.columns(text)[2] for text in (work.title, *(one.literal for one in work.authors))
    )
    dated = work.date is None or work.date.year == year
    if known and dated:
        return Naming("right", 0.8, "author and year in its key")
    if known and work.date is not None:
        return Naming("wrong", 0.05, f"its year is {work.date.year}, not {year}")
    # Others make keys by rules of their own: with the right year it may be the same work.
    if dated or not work.authors:
        return Naming("unknown", 0.1, f"whose key is “{key}” cannot be told")
    return Naming("wrong", 0.0, f"“{key}” is the key of another work")


def _in_words(facts: Facts, work: Metadata) -> Naming:
    has = set(facts.forms)
    if not has:
        return _UNSAID
    titled = _titled(facts, has, work)
    people = [_name_forms(name) for name in _people(work)]
    present = [_is_present(ways, facts.capitals) for ways in people]
    strangers = _strangers(facts, work)
    other_year = _other_year(facts, work)
    same_year = bool(work.date and work.date.year in facts.years)
    if titled:
        if strangers and people and not any(present):
            return Naming("wrong", 0.2, f"it names {_listed(strangers)}")
        if other_year:
            return Naming("wrong", 0.3, other_year)
        return Naming("right", 0.85 + 0.05 * any(present) + 0.04 * same_year, "its title")
    if any(present):
        return _by_people(facts, work, present, strangers, other_year, same_year=same_year)
    if other_title := _other_title(facts, work):
        return Naming("wrong", 0.0, f"it names “{other_title}”")
    outlets = [words.columns(text)[2] for text in (work.container, work.publisher, work.container_short)]
    outlet = any(forms and all(form in has for form in forms) for forms in outlets)
    if strangers:
        if people and not outlet and (same_year or facts.years or facts.only_names):
            return Naming("wrong", 0.0, f"it names {_listed(strangers)}")
        return Naming("unknown", 0.05, f"whether {_listed(strangers)} is meant cannot be told")
    if other_year:
        return Naming("wrong", 0.05, other_year)
    if outlet:
        return Naming("right", 0.4 + 0.2 * same_year, "where it appeared")
    if same_year:
        return Naming("right", 0.2, "its year")
    # An editor, or a word of the title, is no more than a hint.
    doubt = f"whether {_listed(facts.names)} is meant cannot be told"
    return Naming("unknown", 0.05, doubt) if facts.names else _UNSAID


def _by_people(
    facts: Facts,
    work: Metadata,
    present: Sequence[bool],
    strangers: Sequence[str],
    other_year: str,
    *,
    same_year: bool,
) -> Naming:
    """What is said of a citation that names one of its people at the least."""
    if other_year:
        return Naming("wrong", 0.3, other_year)
    if strangers and facts.only_names:
        return Naming("wrong", 0.2, f"it names {_listed(strangers)}")
    if other_title := _other_title(facts, work, fully=True):
        return Naming("wrong", 0.3, f"it names “{other_title}”")
    share = sum(present) / len(present)
    weight = 0.45 + 0.15 * share + 0.2 * same_year + 0.05 * present[0]
    if not present[0] and "et" not in facts.forms and len(present) > 1:
        first = work.authors[0].short() if work.authors else ""
        return Naming("unknown", weight - 0.1, f"{first} is not named" if first else "")
    return Naming("right", weight, "author and year" if same_year else "its author")


def _titled(facts: Facts, has: set[str], work: Metadata) -> bool:
    """Whether a citation has the title, or the short form of it that styles make."""
    for title in dict.fromkeys(filter(None, (*titles_of(work), shortened(work)))):
        forms = words.columns(title)[2]
        heavy = [form for form in forms if form not in _SLIGHT]
        if not heavy or (len(heavy) == 1 and len(heavy[0]) < _ALIKE and not _runs(forms, facts.forms)):
            continue
        if sum(form in has for form in heavy) >= _TITLED * len(heavy) and _in_order(heavy, facts.forms):
            return True
    return False


def titles_of(work: Metadata) -> tuple[str, ...]:
    """The titles that a work has, in whatever script, without those that are not known."""
    some = [work.title, work.title_romanised, work.title_translated, work.title_short]
    # A law in a code has no other name; a judgment may be known by its citation.
    if work.type in _LAWS:
        some += [work.number if len(work.number) > _ALIKE else "", "" if work.title else work.container_short]
    return tuple(filter(None, some))


def _in_order(heavy: Sequence[str], forms: Sequence[str]) -> bool:
    """Whether most of the words stand near each other: those of a title, and no chance ones."""
    places = [at for at, form in enumerate(forms) if form in set(heavy)]
    wanted = max(1, int(_TITLED * len(heavy)))
    room = 3 * len(heavy) + 2
    return any(
        len({forms[at] for at in places[first:] if at - places[first] < room}) >= min(wanted, len(set(heavy)))
        for first in range(len(places))
    )


def _runs(wanted: Sequence[str], forms: Sequence[str]) -> bool:
    size = len(wanted)
    return any(list(forms[at : at + size]) == list(wanted) for at in range(len(forms) - size + 1))


def _other_title(facts: Facts, work: Metadata, *, fully: bool = False) -> str:
    """A title between quotation marks that has next to nothing of those of the work; "" for none.

    `fully` are only those looked at that are no mere name for it (“the Roadmap Article”), no words of it
    behind the place, and no translation into another script.
    """
    titles = titles_of(work)
    ours = {form for title in (*titles, work.container) for form in words.columns(title)[2]}
    placed = min((one.start for one in labelled(facts.text)), default=len(facts.text))
    for title in facts.titles:
        heavy = [form for form in words.columns(title)[2] if form not in _SLIGHT]
        if fully and (
            len(words.columns(title)[2]) < _MERE
            or not title.lstrip()[:1].isupper()
            or facts.text.find(title) > placed
            or title.translate(_PLAIN).isascii() != "".join(titles).translate(_PLAIN).isascii()
        ):
            continue
        if titles and len(heavy) > 1 and sum(form in ours for form in heavy) < 0.34 * len(heavy):
            return title.strip(" ,.")
    return ""


def _people(work: Metadata) -> tuple[Name, ...]:
    return work.authors or work.editors


def _name_forms(name: Name) -> list[list[str]]:
    """The folded words by which a person or a body is named, in each way."""
    ways = [words.columns(way)[2] for way in (name.literal, name.family, name.native) if way]
    if not name.literal and not name.family:
        ways.append(words.columns(name.given)[2])
    if len(ways) and name.literal and len(ways[0]) > 2:
        # A body may go by its letters: "RSO" for the River Statistics Office.
        ways.append(["".join(form[0] for form in ways[0] if form not in _SLIGHT)])
    return [way for way in ways if way]


def _is_present(ways: Sequence[Sequence[str]], capitals: Collection[str]) -> bool:
    """Whether a person is named, however that is spelt; of a name of several words one of weight will do."""
    for way in ways:
        heavy = [form for form in way if len(form) >= _HEAVY]
        if all(part in capitals for part in way) or (len(way) <= _NAME and any(p in capitals for p in heavy)):
            return True
        if any(_is_like_one(part, capitals) for part in heavy if len(way) <= _NAME):
            return True
    return False


def _strangers(facts: Facts, work: Metadata) -> list[str]:
    """The names in a citation that are none of the work’s, however they are written."""
    names = [*work.authors, *work.editors]
    texts = [part for name in names for part in name if part != name.order]
    texts += [str(value) for value in work[:-1] if isinstance(value, str)]
    known = {form for text in texts for form in words.columns(text)[2]}
    known |= {form for name in names for way in _name_forms(name) for form in way}
    known |= {_joined(way) for name in names for way in _name_forms(name)}
    return [name for name in facts.names if name not in known and not _is_like_one(name, known)]


def _is_like_one(word: str, known: Iterable[str]) -> bool:
    if len(word) < _ALIKE:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return any(
        len(other) >= _ALIKE and DamerauLevenshtein.distance(word, other, score_cutoff=1) <= 1
        for other in known
    )


def _other_year(facts: Facts, work: Metadata) -> str:
    """Says that a citation has another year than the work; "" where it has the same, or none."""
    if work.date is None or not facts.years or work.date.year in facts.years:
        return ""
    in_titles = {form for title in titles_of(work) for form in words.columns(title)[2]}
    others = [year for year in facts.years if str(year) not in in_titles]
    return f"its year is {work.date.year}, not {others[0]}" if others else ""


def _joined(forms: Iterable[str]) -> str:
    return "".join(forms)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(name.title() for name in names[:3])
