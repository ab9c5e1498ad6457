"""Whether the citation beside a quotation names the article and the place where its words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.document import Document, Readable
from corpus.expression import expression
from corpus.metadata import Metadata
from corpus.outline.section import Outline
from corpus.sanitiser import clean_line
from corpus.tracing.facts import Facts, facts_of
from corpus.tracing.locators import labelled, widened
from corpus.tracing.naming import Naming, named
from corpus.tracing.placing import called, spans_of
from corpus.tracing.stated import parts_of, places_in, written
from corpus.tracing.traced import Agreed, Agreement, Pinpoint
from corpus.tracing.writing import Cut, recognised

_LONGEST: Final = 4_000
"""Characters of a citation that are looked at."""
_NOTE_NUMBER: Final = expression(
    r"\s*\[\d{1,3}\]\s+(?=(?!(?:Paras?|Pars?|Pages?|At|Pp?)\b)[^\W\d_a-z]\w*[^\W\d_])"
)
"""What a note begins with before names: “[12] Ana Ruiz”."""
_LISTED: Final = expression(r"[(\s]*\[\d{1,4}\][)\s.]*")
"""A number in brackets alone, of a paragraph or of a list of works."""
_RANK: Final[dict[Agreement, int]] = {"right": 3, "unsaid": 2, "unknown": 1, "wrong": 0}


def agreed(
    citation: str,
    *,
    work: Metadata,
    passages: tuple[Readable, Sequence[tuple[int, int]]],
    before: str = "",
    outline: Outline | None = None,
) -> Agreed:
    """Whether a citation names `work`, and the place where the words stand: `passages` in its article.

    `passages` is the article, and the offsets [start, end) of the words in it. `before` is the citation
    that "ibid." means. "wrong" is said only of what certainly names another work or place; what cannot be
    told is "unknown", with a note that says why. `outline` is made where it is needed and not given.
    """
    citation, before = clean_line(citation[:_LONGEST]), clean_line(before[:_LONGEST])
    citation = _NOTE_NUMBER.sub("", citation)
    document, spans = passages
    if not citation:
        return Agreed("unsaid", "unsaid")
    judged = []
    for part in parts_of(citation):
        facts = facts_of(part)
        naming, pinpoints = _work(part, facts, work, before)
        if not any(one.pinpoint.kind == "page" for one in labelled(part)):
            pinpoints = tuple(_bare(pinpoint, document, spans) for pinpoint in pinpoints)
        place = _place(pinpoints, document, spans, outline, work)
        if place.place == "wrong" and _LISTED.fullmatch(part):
            doubt = f"whether {part.strip(' ().')} is a paragraph or a work of a list cannot be told"
            place = place._replace(place="unknown", notes=(doubt,))
        judged.append((naming, place))
    naming, place = max(judged, key=lambda one: (_RANK[one[0].agreement], one[0].weight, _RANK[one[1].place]))
    # Of several works in one citation, another is no fault of this one.
    if naming.agreement == "wrong":
        place = place._replace(place="unknown" if place.place != "unsaid" else "unsaid")
    note = (naming.why,) if naming.agreement in ("wrong", "unknown") and naming.why else ()
    return place._replace(work=naming.agreement, notes=(*note, *place.notes))


def _work(part: str, facts: Facts, work: Metadata, before: str) -> tuple[Naming, tuple[Pinpoint, ...]]:
    """Whether a part of a citation names the work, and the places that it names."""
    found = recognised(Cut.of(part), work)
    if found and found.tells:
        # A style that prints no year finds its words in a citation that has another one.
        dated = named(facts, work) if facts.years else None
        if dated and dated.agreement == "wrong":
            return dated, places_in(facts, work)
        return Naming("right", 1.0), found.pinpoints or (() if found.whole else places_in(facts, work))
    if facts.again or facts.numbered:
        pinpoints = places_in(facts, work)
        if not before:
            return Naming("unsaid", 0.0), pinpoints
        earlier = facts_of(before)
        naming, inherited = (
            _work(before, earlier, work, "") if not earlier.again else (Naming("unsaid", 0.0), ())
        )
        return naming, pinpoints or (inherited if facts.again else ())
    return named(facts, work), places_in(facts, work)


def _place(
    pinpoints: tuple[Pinpoint, ...],
    document: Readable,
    spans: Sequence[tuple[int, int]],
    outline: Outline | None,
    work: Metadata,
) -> Agreed:
    """Whether the words stand at one of the places that are named."""
    if not pinpoints:
        return Agreed("unsaid", "unsaid")
    says = ", ".join(map(written, pinpoints))
    if not spans:
        return Agreed("unsaid", "unknown", says)
    outline = outline or _outline(document, pinpoints)
    start, end = min(first for first, _ in spans), max(last for _, last in spans)
    ought = called(document, outline, start, end)
    judged = [_one_place(pinpoint, document, outline, spans, work) for pinpoint in pinpoints]
    best = max(judged, key=lambda one: (_RANK[one[0]], -len(one[1])))
    notes = tuple(filter(None, (best[1],)))
    if best[0] == "wrong" and len(judged) > 1:
        notes = ()
    return Agreed("unsaid", best[0], says, ought, notes)


def _bare(pinpoint: Pinpoint, document: Readable, spans: Sequence[tuple[int, int]]) -> Pinpoint:
    """A number without a label, that styles have for pages: of a text without any it may be another."""
    paged = not spans or document.page_at(spans[0][0])
    return pinpoint if paged or pinpoint.kind != "page" else pinpoint._replace(kind="")


def _outline(document: Readable, pinpoints: tuple[Pinpoint, ...]) -> Outline:
    if any(pinpoint.kind == "section" for pinpoint in pinpoints) and isinstance(document, Document):
        from corpus.outline import outline_of  # most citations name no section

        return outline_of(document)
    return Outline()


def _one_place(
    pinpoint: Pinpoint,
    document: Readable,
    outline: Outline,
    spans: Sequence[tuple[int, int]],
    work: Metadata,
) -> tuple[Agreement, str]:
    """Whether the words stand at that place, and a note."""
    places = spans_of(pinpoint, document, outline)
    for start, end in places:
        if any(start < last and first < end for first, last in spans):
            beyond = any(last > end or first < start for first, last in spans)
            return "right", f"the words go on beyond {written(pinpoint)}" if beyond else ""
    pages = bool(document.page_at(spans[0][0]))
    if pinpoint.kind == "page":
        return (
            ("wrong", _mistaken(pinpoint, document, outline, spans))
            if pages
            else _unpaged(pinpoint, document, outline, spans, work)
        )
    if pinpoint.kind == "paragraph":
        if document.counted_to < spans[-1][1]:
            return "unknown", "the paragraphs of this text are not counted yet"
        if not called(document, Outline(), *spans[0]):
            return "unknown", "the words stand in no paragraph that has a number"
        return "wrong", _mistaken(pinpoint, document, outline, spans)
    if pinpoint.kind == "section":
        return ("wrong", "") if places else ("unknown", f"this text has no section {pinpoint.first}")
    if pinpoint.kind == "note":
        return "unknown", "where the note is called cannot be told"
    return ("wrong", "") if pages else ("unknown", f"whether {pinpoint.first} is a page cannot be told")


def _unpaged(
    pinpoint: Pinpoint,
    document: Readable,
    outline: Outline,
    spans: Sequence[tuple[int, int]],
    work: Metadata,
) -> tuple[Agreement, str]:
    """What is said of a page where the text has none that are known."""
    ends = re.fullmatch(r"(\d{1,6})[-–](\d{1,6})", work.pages)
    if ends and pinpoint.first.isdecimal() and pinpoint.last.isdecimal():
        first, last = int(ends[1]), int(widened(ends[1], ends[2]))
        if int(pinpoint.last) < first or int(pinpoint.first) > last:
            return "wrong", f"the work stands on pages {work.pages}"
        return "unknown", "this text has no pages"
    mistaken = _mistaken(pinpoint, document, outline, spans)
    # A page of the web has none at all: the number was taken from the paragraphs.
    if mistaken and work.url and not work.pages and work.type not in ("book", "report", "chapter", "thesis"):
        return "wrong", mistaken
    return "unknown", mistaken or "this text has no pages"


def _mistaken(
    pinpoint: Pinpoint, document: Readable, outline: Outline, spans: Sequence[tuple[int, int]]
) -> str:
    """Says that a number counts another thing than its label says; "" where it does not."""
    other = pinpoint._replace(kind="paragraph" if pinpoint.kind == "page" else "page")
    for start, end in spans_of(other, document, outline):
        if any(start < last and first < end for first, last in spans):
            return f"{pinpoint.first} is the number of the {other.kind}"
    return ""
