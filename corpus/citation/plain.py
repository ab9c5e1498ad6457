"""A sentence without markup that claims no style: who wrote what, where it appeared, and the place in it."""

from __future__ import annotations

from typing import Final

from corpus.citation.described import address, appeared, people, title
from corpus.citation.labelled import Labels, best, named
from corpus.citation.phrase import Phrase, phrase
from corpus.citation.quoting import Quotation
from corpus.citation.stops import capitalised, stopped
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.tidying import tidied
from corpus.citation.work import joined, unknown

_LABELS: Final = Labels(("page ", "pages "), ("paragraph ", "paragraphs "), "section ")


def _cite(cited: Cited) -> Reference:
    return _written(cited, ("people", "title", "where", "place", "address"))


def _short(cited: Cited) -> Reference:
    return _written(cited, ("family", "short title", "place"))


def _entry(cited: Cited) -> Reference:
    return _written(cited, ("people", "title", "where", "pages", "address"))


def _written(cited: Cited, parts: tuple[str, ...]) -> Reference:
    """A sentence of those parts; those that are not known are left out."""
    cited = tidied(cited)
    work = cited.work
    kind = best(work, cited.place) if "place" in parts else None
    place = named(cited.place, kind, _LABELS)
    name = phrase(title(work, short="short title" in parts).plain)
    known: dict[str, tuple[Phrase | str, ...]] = {
        "people": (people(work),),
        "family": (people(work, short=True),),
        "title": (name,),
        "short title": (name,),
        "where": appeared(work),
        "place": (place,),
        "pages": (f"pages {work.pages}" if work.pages else "",),
        "address": (address(work),),
    }
    sentence = joined((found for part in parts for found in known[part]), name)
    notes = (cited.place.notes if kind in (None, "counted") and "place" in parts else ()) + unknown(work)
    return Reference(stopped(capitalised(sentence)), place, notes)


PLAIN_STYLE: Final = Style(
    "plain",
    "Plain",
    "Plain words, by no style",
    "note",
    Quotation("note", block_words=100),
    cite=_cite,
    short=_short,
    entry=_entry,
)
