"""Citations read by writing them: what was pasted is compared with what every style makes of a work.

A style writes the work with a place that no work has, and with numbers of notes that no text has: what
stands around them is the citation, and what stands in their stead in a pasted text is its own place.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from corpus import words
from corpus.citation import STYLES, refer
from corpus.citation.place import Place
from corpus.citation.style import Cited, Form
from corpus.exchange.key import key
from corpus.expression import expression
from corpus.metadata import Metadata
from corpus.tracing.locators import pinpoints_of
from corpus.tracing.traced import Pinpoint

_Kind: TypeAlias = Literal["page", "paragraph", "section", "note", ""]

_FORMS: Final[tuple[Form, ...]] = ("cite", "short", "ibid", "entry")
_NOTE: Final = 7654321
"""Stands for the number of a note, or of an entry in a list."""
_ANY: Final = str(_NOTE)
_PLACES: Final[tuple[tuple[Place, _Kind], ...]] = (
    (Place(), ""),
    (Place(pages=("8765432", "8765432")), "page"),
    (Place(numbers=("8765432", "8765432"), counted=(8765432, 8765432)), "paragraph"),
    (Place(counted=(8765432, 8765432)), "paragraph"),
    (Place(section="8765432"), "section"),
    (Place(division="Article 8765432"), "section"),
    (Place(heading="Qwxyz"), "section"),
)
_LONGEST_LOCATOR: Final = 14
"""Words between what stands before a place and what stands behind it."""
_KEPT: Final = 64
"""Works of which it is remembered how they are written."""
_SLACK: Final = 0.15
"""How much smaller a part of a style’s words may be in a text than of the style that it has most of."""
_KEYED: Final = frozenset(("pandoc", "latex", "typst", "org"))
_OPENS_A_NUMBER: Final = expression(r"(?:^|[^\w)])[\[(]\Z|^\[\Z|^\Z")
_TRIED: Final = 40
"""Places at either end of a text at which a citation may begin."""
_LONG: Final = 6
"""Words of a citation that is known for one wherever it stands."""
_UNTELLING: Final = frozenset(
    "ibid id supra note n at and et al in the of on a an untitled article text page work nd no date"
    " ed eds".split()
)


class Writing(NamedTuple):
    """How a style writes a work: the words before its place and behind it; `tells` whether they name it.

    `placed` tells whether there is a place between them; `kind` what a bare number in it counts.
    """

    before: tuple[str, ...]
    behind: tuple[str, ...]
    placed: bool
    kind: _Kind
    tells: bool


class Recognised(NamedTuple):
    """A citation that a style makes of a work, found in a text: offsets [start, end), and the place in it.

    `tells` is false for one that any work may have in its list or its notes: "[1]", "ibid.". `length`
    counts the words that agree, `whole` tells that there are no others.
    """

    start: int
    end: int
    pinpoints: tuple[Pinpoint, ...]
    tells: bool
    length: int
    whole: bool


class Cut(NamedTuple):
    """A text cut into words: their offsets, their folded forms, and the places in the row of each of them."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, text: str) -> Cut:
        """Cut a text; the gap that is left for a note’s number is one."""
        starts, ends, forms = words.columns(text.replace("__", "00"))
        places: dict[str, list[int]] = defaultdict(list)
        for at, form in enumerate(forms):
            places[form].append(at)
            if form.isdecimal():
                places[_ANY].append(at)
        return cls(text, starts, ends, forms, places)


def recognised(cut: Cut, work: Metadata) -> Recognised | None:
    """The citation of a work in a text, whatever the style and the form; None where there is none.

    Of several the longest one, or the one whose place is named.
    """
    if not cut.forms:
        return None
    return max(
        (one for writing in _likely(cut, work) for one in _found(cut, writing)),
        key=lambda one: (one.tells, one.length, bool(one.pinpoints), all(pin.kind for pin in one.pinpoints)),
        default=None,
    )


def _likely(cut: Cut, work: Metadata) -> Iterator[Writing]:
    """The writings of the styles in which the text may be: those that it has most words of."""
    written = _written_of(work)
    telling = _telling(work)
    has = set(cut.forms)
    nearest: dict[str, float] = {}
    for style in STYLES:
        if (style, 0) not in written:
            written[style, 0] = tuple(_writings(work, style, 0, telling))
        nearest[style] = max((_share(writing, has) for writing in written[style, 0]), default=0.0)
        yield from written[style, 0]
    least = max(nearest.values()) - _SLACK
    for style, share in nearest.items():
        if share < least:
            continue
        for number in range(1, len(_PLACES)):
            if (style, number) not in written:
                written[style, number] = tuple(_writings(work, style, number, telling))
            yield from written[style, number]


def _written_of(work: Metadata) -> dict[tuple[str, int], tuple[Writing, ...]]:
    """What was written of a work so far, by style and place; of the works asked for last it is kept."""
    known_by = tuple(work[:-1])
    with _writing_down:
        written = _written.setdefault(known_by, {})
        _written.move_to_end(known_by)
        while len(_written) > _KEPT:
            _written.popitem(last=False)
    return written


def _share(writing: Writing, has: set[str]) -> float:
    """What part of its words a text has."""
    some = [word for word in writing.before if word != _ANY]
    return sum(word in has for word in some) / len(some) if some else 1.0


_writing_down = threading.Lock()
_written: OrderedDict[tuple[object, ...], dict[tuple[str, int], tuple[Writing, ...]]] = OrderedDict()


def _writings(work: Metadata, style: str, number: int, telling: frozenset[str]) -> Iterator[Writing]:
    """How a style writes a work with a place of that number, each form once."""
    place, kind = _PLACES[number]
    seen = set()
    for form in _forms(style, place):
        reference = refer(Cited(work, place, _NOTE, _NOTE), style, form)
        plain, locator = reference.phrase.plain, reference.locator
        if plain in seen:
            continue
        seen.add(plain)
        if not locator:
            if not number:
                yield from _writing(plain, "", None, telling)
            continue
        before, found, behind = plain.rpartition(locator)
        if found:
            yield from _writing(before, behind, kind, telling)


def _forms(style: str, place: Place) -> tuple[Form, ...]:
    """An entry seldom names a place; in the styles of markup it is a file’s, and no citation."""
    if style in _KEYED:
        return ("cite",)
    return _FORMS if place == Place() or place.pages else _FORMS[:3]


def _writing(before: str, behind: str, kind: _Kind | None, telling: frozenset[str]) -> Iterator[Writing]:
    one, other = (tuple(words.columns(part)[2]) for part in (before, behind))
    tells = any(word in telling for word in (*one, *other))
    yield Writing(one, other, kind is not None, kind or "", tells)
    if tells and one[:1] == (_ANY,):
        # An entry is pasted without its number in the list, too.
        yield Writing(one[1:], other, kind is not None, kind or "", tells)


def _telling(work: Metadata) -> frozenset[str]:
    """The words by which a citation may name a work."""
    names = [part for name in (*work.authors, *work.editors) for part in name if part != name.order]
    titles = (work.title, work.title_romanised, work.title_translated, work.container, work.number, work.doi)
    some = [*names, *titles, work.title_short, work.container_short, work.url, key(work)]
    return frozenset(words.columns(" ".join(some))[2]) - _UNTELLING


def _found(cut: Cut, writing: Writing) -> Iterator[Recognised]:
    """Where a text has the words of a citation; a short one must begin it or end it."""
    forms, before, behind = cut.forms, writing.before, writing.behind
    length = len(before) + len(behind)
    if not before or length > len(forms):
        return
    bare = before == (_ANY,) and not behind
    # A citation ends what was pasted, or begins it: of many beginnings these are enough.
    first = cut.places.get(before[0], ())
    for at in (*first[:_TRIED], *first[_TRIED:][-_TRIED:]):
        if not _stands(forms, at, before):
            continue
        if bare and not _OPENS_A_NUMBER.search(cut.text, max(0, cut.starts[at] - 2), cut.starts[at]):
            continue
        reached = at + len(before)
        for end in _ends(forms, reached, writing):
            last = end + len(behind)
            if length < _LONG and at and last < len(forms):
                continue
            pinpoints = _between(cut, reached, end, writing)
            if pinpoints is not None:
                start, stop = cut.starts[at], cut.ends[last - 1]
                whole = not at and last == len(forms)
                yield Recognised(start, stop, pinpoints, writing.tells, length, whole)


def _stands(forms: Sequence[str], at: int, wanted: Sequence[str]) -> bool:
    return at + len(wanted) <= len(forms) and all(
        word in (_ANY, forms[at + number]) and (word != _ANY or forms[at + number].isdecimal())
        for number, word in enumerate(wanted)
    )


def _ends(forms: Sequence[str], reached: int, writing: Writing) -> Iterator[int]:
    """Where the place may end: before the words behind it, or at the end of all, or where it begins."""
    furthest = min(reached + _LONGEST_LOCATOR, len(forms)) if writing.placed else reached
    if writing.behind:
        for end in range(reached, furthest + 1):
            if _stands(forms, end, writing.behind):
                yield end
                return
    else:
        yield reached
        if reached < furthest == len(forms):
            yield furthest


def _between(cut: Cut, first: int, last: int, writing: Writing) -> tuple[Pinpoint, ...] | None:
    """The places that the words from one to another name; None where they say something else."""
    if first == last:
        return ()
    start = cut.ends[first - 1]
    end = cut.starts[last] if last < len(cut.starts) else len(cut.text)
    return pinpoints_of(cut.text[start:end], writing.kind) or None
