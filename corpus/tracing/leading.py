"""Where a pasted citation, link or quotation leads: the articles it may mean, and the places in them.

The catalogue proposes articles by the words, names and years of what was pasted; each is then asked
whether a style writes it so, and where the place is that is named. A quotation is looked for word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from corpus.document import Readable
from corpus.outline.section import Outline
from corpus.sanitiser import clean_text
from corpus.tracing.facts import Facts, facts_of
from corpus.tracing.linking import link_of, linked
from corpus.tracing.locators import pinpoints_of
from corpus.tracing.naming import named
from corpus.tracing.pasted import Pasted, taken_apart
from corpus.tracing.placing import called, spans_of
from corpus.tracing.standing import words_in
from corpus.tracing.stated import parts_of, places_in, written
from corpus.tracing.traced import Certainty, Destination, Pinpoint
from corpus.tracing.work import Work
from corpus.tracing.writing import Cut, recognised

if TYPE_CHECKING:
    from corpus.library import Library
    from corpus.quotation.checked import Checked

_LONGEST: Final = 100_000
"""Characters of what was pasted that are looked at."""
_CITATION: Final = 4_000
_PARTS: Final = 12
"""Works of one citation that are looked up."""
_MOST: Final = 50
"""Destinations that are told."""
_ENOUGH: Final = 0.4
"""How surely a citation has to name an article that it is led to."""
_LEAST: Final = 0.3
"""How surely at the least: by its year alone an article is not named."""
_LIKELY: Final = 0.7
_FEW: Final = 12
"""Words of a citation that says no more than a place, or people and a year."""
_WORDS: Final = 3
"""Words before a citation that are a quotation, and no "see also"."""
_TITLE: Final = 100
"""Words of what seems a quotation that may be a title, or a citation up to its last parentheses."""
_TITLED: Final = 0.85
"""How surely a citation names an article by its title."""
_BETWEEN: Final = " \n\t([{<“‘\"'*_@\\#—–-"
_OPENED: Final = 12
"""Articles that are opened to see whether they are the one that is cited."""

Here = tuple[Readable, Outline, "int | None"]


class Checks(Protocol):
    """What looks for a quotation: `corpus.quotation` has it."""

    def check(self, quotation: str, *, prefer: Sequence[int | str] = ()) -> Checked:
        """Where the words of a quotation stand."""
        ...


class _Meant(NamedTuple):
    """An article that a citation names: how surely, by what, the places, and what stands before it."""

    work: Work
    weight: float
    length: int
    why: str
    pinpoints: tuple[Pinpoint, ...]
    quotation: str


def trace(
    text: str, *, library: Library | None, checker: Checks | None = None, here: Here | None = None
) -> tuple[Destination, ...]:
    """Where a citation, a link or a quotation may lead, likeliest first; () where it leads nowhere.

    `library` is looked through, `checker` looks for quotations in it. `here` is the article that is being
    read, its outline, and its number in the library, None for one that is not there: what names no article
    ("[1, para. 3]", "ibid. 12") is a place in it. What was pasted need not be harmless: it is made so, and
    of one longer than 100,000 characters the beginning is read. Raises LibraryUnavailable.
    """
    text = clean_text(text[:_LONGEST]).strip()
    if not text:
        return ()
    asked = _Asked(library, checker, here)
    if link := link_of(text):
        work = here and Work(None, here[0], here[1])
        return tuple(linked(link, library, work, here[2] if here else None))[:_MOST]
    pasted = taken_apart(text)
    found = list(asked.led(pasted, text))
    if not found or found[0].certainty == "possible":
        parts = list(parts_of(pasted.citation[-_CITATION:]))
        if len(parts) > 1:
            found += [one for part in parts[:_PARTS] for one in asked.led(Pasted("", part), part)]
    return tuple(dict.fromkeys(found))[:_MOST]


class _Asked:
    """A question, and where it is looked for."""

    def __init__(self, library: Library | None, checker: Checks | None, here: Here | None) -> None:
        self._library, self._checker = library, checker
        self._here = here and Work(None, here[0], here[1])
        self._id = here[2] if here else None

    def led(self, pasted: Pasted, text: str) -> Iterator[Destination]:
        """Where a citation with its quotation leads."""
        tail = text[-_CITATION:]
        facts = facts_of(pasted.citation[-_CITATION:])
        meant = self._meant(facts, tail, pasted)
        quotation = meant[0].quotation if meant else pasted.quotation
        sure = [one for one in meant if one.weight >= _ENOUGH]
        if self._here and not (meant or pasted.quotation) and (places := self._places_alone(facts, pasted)):
            yield from places
            return
        # Many words of which none is a title may be those of the article, with a name among them.
        doubtful = not sure or (sure[0].weight < _TITLED and len(facts.forms) > _FEW)
        stands = list(self._in_words(quotation or (text if doubtful else ""), sure))
        yield from stands
        sure_of_words = bool(stands) and stands[0].certainty == "sure"
        for one in meant:
            for place in self._places(one, "possible" if sure_of_words else self._certainty(one, meant)):
                if not (sure_of_words and _says_the_same(stands[0], place)):
                    yield place
        if not stands and not meant and self._here:
            yield from self._places_alone(facts, pasted)

    def _places_alone(self, facts: Facts, pasted: Pasted) -> tuple[Destination, ...]:
        """Where a citation leads that names no article: to places in the one that is being read."""
        assert self._here is not None
        if facts.keys or facts.names or facts.titles or facts.addresses or facts.dois:
            return ()
        work = self._here.metadata
        found = recognised(Cut.of(pasted.citation[-_CITATION:]), work)
        pinpoints = (found and found.pinpoints) or pinpoints_of(pasted.citation) or places_in(facts, work)
        alone = facts.again or facts.numbered or (found and found.whole)
        if not (alone or (pinpoints and len(facts.forms) <= _FEW)):
            return ()
        return tuple(self._places(_Meant(self._here, 0.0, 0, "in this article", pinpoints, ""), "likely"))

    def _meant(self, facts: Facts, tail: str, pasted: Pasted) -> list[_Meant]:
        """The articles that a citation names, likeliest first."""
        cut = Cut.of(tail)
        told = []
        split = pasted.quotation and len(pasted.quotation.split()) <= _TITLE
        whole = facts_of(tail) if split else facts
        for work in self._works(facts, whole):
            naming, said = named(facts, work.metadata), facts
            # What seemed a quotation may be a title; people’s names may stand in one by chance.
            if split and naming.weight <= _LEAST and (other := named(whole, work.metadata)).weight >= _TITLED:
                naming, said = other, whole
            if naming.agreement in ("right", "unknown") and naming.weight > _LEAST:
                told.append((naming, work, said))
        told.sort(key=lambda one: -one[0].weight)
        best = told[0][0].weight if told else 0.0
        meant = []
        for number, (naming, work, said) in enumerate(told):
            if naming.weight < best - 0.3:
                break
            found = recognised(cut, work.metadata) if number < _OPENED else None
            if found and found.tells:
                before = tail[: found.start].strip(_BETWEEN)
                quotation = (pasted.quotation or before) if len(before.split()) >= _WORDS else ""
                pinpoints = found.pinpoints or (() if found.whole else places_in(said, work.metadata))
                meant.append(_Meant(work, 1.0, found.length, naming.why, pinpoints, quotation))
            else:
                pinpoints = places_in(said, work.metadata)
                meant.append(_Meant(work, naming.weight, 0, naming.why, pinpoints, pasted.quotation))
        if pasted.appended:
            counted = pinpoints_of(pasted.appended)
            meant = [one._replace(pinpoints=counted) for one in meant]
        return sorted(meant, key=lambda one: (-one.weight, -one.length, one.work.article is not None))

    def _works(self, facts: Facts, whole: Facts) -> Iterator[Work]:
        """The articles that may be meant: that which is being read, and those that the catalogue proposes."""
        if self._here:
            yield self._here
        if self._library is None:
            return
        from corpus.tracing.candidates import (
            candidates_of,
        )  # not above: nothing is looked up in most readings

        candidates = candidates_of(self._library)
        ids = [*candidates.proposed(facts)]
        if whole.forms != facts.forms:
            ids += candidates.proposed(whole)
        named_by_address = False
        for work in self._opened(ids):
            named_by_address = named_by_address or named(whole, work.metadata).weight > _TITLED
            yield work
        if not named_by_address and (whole.dois or whole.addresses or whole.reports):
            yield from self._opened([id for id in candidates.by_address(whole) if id not in ids])

    def _opened(self, ids: Sequence[int]) -> Iterator[Work]:
        assert self._library is not None
        for kept in self._library.kept([id for id in dict.fromkeys(ids) if id != self._id]):
            yield Work(kept.id, kept.document, None)

    @staticmethod
    def _certainty(one: _Meant, meant: Sequence[_Meant]) -> Certainty:
        """An article is certain that no other is as likely as."""
        rivals = [other for other in meant if other is not one and other.weight >= one.weight - 0.05]
        rivals = [other for other in rivals if other.length >= one.length]
        if not rivals and one.weight >= 0.85:
            return "sure"
        return "likely" if one.weight >= _LIKELY else "possible"

    def _places(self, one: _Meant, certainty: Certainty) -> Iterator[Destination]:
        """The places that a citation names in an article; the article alone where it names none."""
        work, title = one.work, one.work.title
        if not one.pinpoints:
            yield Destination(work.article, title, None, None, "", certainty, one.why)
            return
        pinpoint = one.pinpoints[0]
        outline = work.sections() if pinpoint.kind == "section" else work.outline or Outline()
        spans = spans_of(pinpoint, work.document, outline)
        for number, (start, end) in enumerate(spans):
            place = called(work.document, outline, start, end)
            why = f"{one.why}, {written(pinpoint)}"
            yield Destination(
                work.article, title, start, end, place, "possible" if number else certainty, why
            )
        if not spans:
            lower: Certainty = "likely" if certainty == "sure" else certainty
            all_known = work.document.counted_to >= len(work.document.text)
            why = f"{one.why}; {'it has no' if all_known else 'not read as far as'} {written(pinpoint)}"
            yield Destination(work.article, title, None, None, "", lower, why)

    # Quotations ----------------------------------------------------------------------------------

    def _in_words(self, quotation: str, meant: Sequence[_Meant]) -> Iterator[Destination]:
        """Where the words of a quotation stand: in the articles that are cited first."""
        if not quotation.strip():
            return
        for work in [one.work for one in meant] + ([self._here] if self._here else []):
            if span := words_in(work.document.text, quotation):
                yield self._stands(work, *span, "sure", "the words stand there")
                return
        if self._checker is not None:
            yield from self._checked(quotation, meant)

    def _checked(self, quotation: str, meant: Sequence[_Meant]) -> Iterator[Destination]:
        assert self._checker is not None
        prefer = [one.work.article for one in meant if one.work.article is not None]
        cited = {one.work.article for one in meant}
        matches = self._checker.check(quotation, prefer=prefer).matches
        matches = tuple(sorted(matches, key=lambda match: match.article not in cited))
        for number, match in enumerate(matches):
            if not isinstance(match.article, int) or not match.spans:
                continue
            verbatim = match.verdict == "verbatim"
            alone = verbatim and (len(matches) == 1 or match.article in cited) and not number
            certainty: Certainty = "sure" if alone else "likely" if verbatim else "possible"
            article = None if match.article == self._id else match.article
            start, end = min(start for start, _ in match.spans), max(end for _, end in match.spans)
            why = "the words stand there" if verbatim else f"the words stand there {match.verdict}"
            yield Destination(article, match.title, start, end, match.place, certainty, why)

    def _stands(self, work: Work, start: int, end: int, certainty: Certainty, why: str) -> Destination:
        place = called(work.document, work.outline or Outline(), start, end)
        return Destination(work.article, work.title, start, end, place, certainty, why)


def _says_the_same(stands: Destination, place: Destination) -> bool:
    """Whether a place that a citation names is where its words stand, or is none."""
    if place.article != stands.article:
        return False
    if place.start is None or place.end is None or stands.start is None or stands.end is None:
        return True
    return place.start < stands.end and stands.start < place.end
