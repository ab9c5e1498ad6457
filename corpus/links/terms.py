"""Choosing the terms of a text directive: as few words as lead to the passage, and to no other before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from corpus.document import FILLER, Kind, Readable
from corpus.links.link import TextDirective
from corpus.links.resolving import place_of
from corpus.links.runs import Run, is_first, is_of_menu, run_at, run_before, run_behind, sign_between
from corpus.links.surface import Surface
from corpus.links.word_bounds import has_words, is_bounded
from corpus.words import columns

_EXACT: Final = 100
"""Characters of a passage that is named whole; of a longer one its beginning and its end are."""
_EXACT_AT_LAST: Final = 300
"""The same, where its beginning and its end lead elsewhere."""
_LENGTHS: Final = (3, 4, 5, 6, 8, 10, 14, 20)
"""How many words the beginning and the end have, in turn."""
_CONTEXTS: Final = (3, 6, 12, 30)
"""How many words stand before or behind, in turn."""
_ENOUGH: Final = 4
"""Words of a first term that need no others around them: a page has menus, which a reading leaves out."""
_PIECE: Final = 10_000
"""Characters of a passage that are looked at in one go for words in them."""
_SIGNS: Final = 8
"""Characters around a passage that may be found with it where they are no words, at the most."""
_TRIALS: Final = 60
"""Directives that are tried before the best of them is taken."""
_PLACES: Final = 400
"""Places of the same words that are looked at for each."""
_CHARACTERS: Final = 20_000_000
"""Characters that are looked through for all of them."""


class _Body(NamedTuple):
    """The words of a passage that name it: the first, and those of its end unless the first are all of it."""

    start: str
    end: str
    words: int
    """How many words the first are."""


class _Beside(NamedTuple):
    """What a prefix or a suffix may be taken from: a run, and where in it the passage is next."""

    run: Run
    at: int
    within: bool
    """Whether it is the run of the passage, and not the one before or behind."""
    sign: str = ""
    """What the page may have between both, shown or not: the reading has left it out."""


class Named(NamedTuple):
    """What names a passage: text directives of which one leads to it at the least, if it is `certain`."""

    directives: tuple[TextDirective, ...]
    certain: bool


def named(
    document: Readable, surface: Surface, base: int, start: int, end: int, *, whole: bool
) -> Named | None:
    """What names the passage [start, end) of a document; None where it has no words.

    `surface` is that of the document’s text from `base` on, as far as other places with the same words are
    looked for; `whole` tells that it is all of it, else there may be others, and there are words around the
    passage in any case. Where they cannot be told apart, the directive has the most words around the passage.
    """
    found, wider = _named(document, surface, base, start, end, whole=whole)
    if wider is not None:
        found, _ = _named(document, surface, base, *wider, whole=whole)
    return found


def _named(
    document: Readable, surface: Surface, base: int, start: int, end: int, *, whole: bool
) -> tuple[Named | None, tuple[int, int] | None]:
    """The same for the passage as it is; where that is in vain, also the passage with the signs around it."""
    first = _first_with_words(document, start, end)
    if first is None:
        return None, None
    run, start = first
    last, end = _last_with_words(document, start, end)
    before, behind = _before(document, run, start), _behind(document, last, end)
    bodies = _bodies(run, last, start, end)
    in_menus = document.block_near(start).kind is Kind.HEADING
    # A cell or a line of code may be one word, and not the only one of its kind.
    weak = bool(bodies[-1].end) and bodies[-1].words < _ENOUGH
    needs = (
        not is_bounded(run.text, start - run.start, unspaced=False)
        or ((in_menus or weak or not whole) and before is not None),
        not is_bounded(last.text, end - last.start, unspaced=False) or (not whole and behind is not None),
    )
    left = min(_TRIALS, max(6, _CHARACTERS // max(1, len(surface.text))))
    tried: set[TextDirective] = set()
    both: tuple[TextDirective, ...] = ()
    for directive in _candidates(bodies, before, behind, needs, in_menus=in_menus):
        if directive in tried:
            continue
        tried.add(directive)
        leads = partial(leads_to, surface, start=start - base, end=end - base)
        both = _with_sign(document, directive, before, behind, leads)
        if all(map(leads, _unsigned(both, before))):
            return Named(both, certain=True), None
        if len(tried) == left:
            break
    wider = _with_signs(run, last, start, end)
    return Named(both, certain=False), None if wider == (start, end) else wider


def _with_sign(
    document: Readable,
    directive: TextDirective,
    before: _Beside | None,
    behind: _Beside | None,
    leads: Callable[[TextDirective], bool],
) -> tuple[TextDirective, ...]:
    """The directive as it is and, before it, as it is where the page shows signs that the text has not.

    A sign may be a block of its own, in which no words are: alone it is certain, where it is enough. The
    words behind a title that are a link stand behind it in a menu, too: then the sign has to do.
    """
    signed = directive
    if before and before.sign and directive.prefix:
        enough = leads(directive._replace(prefix=""))
        signed = signed._replace(prefix=before.sign if enough else signed.prefix + before.sign)
    if behind and behind.sign and directive.suffix:
        signed = signed._replace(suffix=behind.sign)
        if not directive.prefix and is_of_menu(document, behind.run):
            return (signed,)
    return (directive,) if signed == directive else (signed, directive)


def _unsigned(directives: tuple[TextDirective, ...], before: _Beside | None) -> Iterator[TextDirective]:
    """The directives as they are looked for in the text: without the sign before the passage."""
    for directive in directives:
        sign = before.sign if before else ""
        yield directive._replace(prefix=directive.prefix.removesuffix(sign) if sign else directive.prefix)


def _with_signs(run: Run, last: Run, start: int, end: int) -> tuple[int, int]:
    """The passage with the signs around it that part it from the ends of its runs, such as marks."""
    before, behind = run.text[: start - run.start], last.text[end - last.start :]
    return start if has_words(before) else run.start, end if has_words(behind) else last.end


def _first_with_words(document: Readable, start: int, end: int) -> tuple[Run, int] | None:
    """The first run in which the passage has words, and where it begins there."""
    while start < end:
        words = document.text[start : min(end, start + _PIECE)].replace(FILLER, " ")
        if not words.strip():
            start += len(words)
            continue
        start += len(words) - len(words.lstrip())
        run = run_at(document, start)
        if has_words(run.text[start - run.start : end - run.start]):
            return run, start
        start = run.end
    return None


def _last_with_words(document: Readable, start: int, end: int) -> tuple[Run, int]:
    """The last run in which the passage has words, and where it ends there; there are some behind `start`."""
    while True:
        words = document.text[max(start, end - _PIECE) : end].replace(FILLER, " ")
        if not words.strip():
            end -= len(words)
            continue
        end -= len(words) - len(words.rstrip())
        run = run_at(document, end - 1)
        if has_words(run.text[max(0, start - run.start) : end - run.start]):
            return run, end
        end = run.start


def _before(document: Readable, run: Run, start: int) -> _Beside | None:
    words = run.text[: start - run.start]
    if words.strip():
        return _Beside(run, run.start + len(words.rstrip()), within=True) if has_words(words) else None
    other = run_before(document, run.start)
    sign = sign_between(document, other.end - 1, run.start) if other else None
    return None if other is None or sign is None else _Beside(other, other.end, within=False, sign=sign)


def _behind(document: Readable, run: Run, end: int) -> _Beside | None:
    words = run.text[end - run.start :]
    if words.strip():
        at = run.end - len(words.lstrip())
        return _Beside(run, at, within=True) if has_words(words) else None
    other = run_behind(document, run.end)
    if other is None:
        return None
    sign = sign_between(document, run.end - 1, other.start)
    if sign is None and not is_first(document, run.end - 1):
        return None
    return _Beside(other, other.start, within=False, sign=sign or "")


def _bodies(run: Run, last: Run, start: int, end: int) -> list[_Body]:
    """What names the passage, with more words from one to the next."""
    bodies: list[_Body] = []
    inside = end <= run.end
    if not inside or end - start > _EXACT:
        for count in _LENGTHS:
            until, words = run.after(start, count, end)
            since, _ = last.before(end, count, start)
            if since <= until:
                break
            bodies.append(_Body(run.part(start, until), last.part(since, end), words))
    if not bodies or (inside and end - start <= _EXACT_AT_LAST):
        some = run.part(start, min(end, run.end))
        bodies.append(_Body(some, "", len(columns(some)[0])))
    return bodies


def _candidates(
    bodies: list[_Body],
    before: _Beside | None,
    behind: _Beside | None,
    needs: tuple[bool, bool],
    *,
    in_menus: bool,
) -> Iterator[TextDirective]:
    """Text directives with more and more words; `needs` tells on which sides there have to be some.

    Context in the run of the passage is sure to be in the page; between two blocks the page may have what the
    text has not, so that context from there is tried last. `in_menus` tells that the page is likely to have
    the same words before the passage, where no reading sees them: then they do not do alone.
    """
    inner = tuple(side if side and side.within else None for side in (before, behind))
    outer = before, behind
    alone = not any(outer if in_menus else inner)
    if not any(needs):
        strong = [] if in_menus else [body for body in bodies if body.words >= _ENOUGH]
        for body in (*strong, *(bodies if alone else ())):
            yield TextDirective(body.start, body.end)
    few = bodies if len(bodies) < 3 else [bodies[0], bodies[-1]]
    for left, right in dict.fromkeys((inner, outer)):
        for count in _CONTEXTS:
            prefix, suffix = left and _prefix(left, count), right and _suffix(right, count)
            for body in few:
                yield from _around(body, prefix or "", suffix or "", needs)


def _around(body: _Body, prefix: str, suffix: str, needs: tuple[bool, bool]) -> Iterator[TextDirective]:
    """The body behind the prefix, before the suffix, and between both, as far as there are any."""
    for some, more in ((prefix, ""), ("", suffix), (prefix, suffix)):
        if (some or more) and (some or not needs[0]) and (more or not needs[1]):
            yield TextDirective(body.start, body.end, some, more)


def _prefix(side: _Beside, words: int) -> str:
    since, _ = side.run.before(side.at, words, side.run.start)
    return side.run.part(since, side.at)


def _suffix(side: _Beside, words: int) -> str:
    until, _ = side.run.after(side.at, words, side.run.end)
    return side.run.part(side.at, until)


def leads_to(surface: Surface, directive: TextDirective, start: int, end: int) -> bool:
    """Whether a directive leads to that passage, signs around it aside."""
    place = place_of(surface, directive, most=_PLACES)
    return place is not None and all(
        abs(one - other) < _SIGNS and not has_words(surface.text[min(one, other) : max(one, other)])
        for one, other in zip(place, (start, end), strict=True)
    )
