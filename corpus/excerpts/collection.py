"""Quotations in the order of their clips, each cited as its place among the others wants it, and their works.

A note cites a work in full where it comes first, and shortly afterwards; a number is given to a work where
it first appears; a key is the same wherever the work is cited, and in the bibliography.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.citation.phrase import Phrase
from corpus.citation.place import Place
from corpus.citation.quoting import Quoted, quoted
from corpus.citation.style import Cited, Form, Style
from corpus.clip import Clip
from corpus.excerpts.keys import keys_of
from corpus.excerpts.order import in_order
from corpus.excerpts.works import Work, works_of
from corpus.metadata import Metadata


class Excerpt(NamedTuple):
    """A clip as it is written down: its quotation with the citation, its number from 1, note and tags.

    `key` is its work’s, `locator` the place as the citation prints it, `lang` the language of its work.
    """

    number: int
    quoted: Quoted
    key: str
    locator: str
    lang: str
    note: str
    tags: tuple[str, ...]


class Entry(NamedTuple):
    """A work as it stands in the bibliography; `excerpts` are those taken from it.

    `uncapitalised` are words of its title as `Cited` wants them.
    """

    key: str
    number: int
    phrase: Phrase
    work: Metadata
    uncapitalised: frozenset[str]
    excerpts: tuple[Excerpt, ...]


class Collection(NamedTuple):
    """Excerpts and the bibliography they share, in a style.

    `remarks` are sentences about what is missing, or what has to be done by hand.
    """

    style: Style
    excerpts: tuple[Excerpt, ...]
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...] = ()


class Turn(NamedTuple):
    """How a clip is cited when its turn comes: the form, and what the style is given for it."""

    clip: Clip
    work: int
    form: Form
    cited: Cited


def turns(clips: Sequence[Clip], style: Style) -> tuple[list[Turn], list[Work], list[str]]:
    """The clips as they are cited one after another, their works, and the keys of these."""
    works = works_of(clips)
    keys = keys_of([work.metadata for work in works])
    of_clip = {index: number for number, work in enumerate(works) for index in work.clips}
    found: list[Turn] = []
    for index, clip in enumerate(clips):
        number = of_clip[index]
        work = works[number]
        first = work.clips[0]
        before = found[-1] if found and found[-1].work == number else None
        place = clip.place
        form: Form = "cite" if first == index or style.family != "note" else "ibid" if before else "short"
        if form == "ibid" and style.ibid is not None and before and before.clip.place == place:
            place = Place()  # "ibid." alone is the very same place
        cited = Cited(
            work.metadata,
            place,
            number + 1,
            0 if first == index else first + 1,
            work.uncapitalised,
            keys[number],
        )
        found.append(Turn(clip, number, form, cited))
    return found, works, keys


def collected(clips: Sequence[Clip], style: Style, *, append_place: bool = False) -> Collection:
    """The clips as a collection in a style.

    `append_place` puts the counted place behind a citation that has no other.
    """
    in_turn, works, keys = turns(clips, style)
    excerpts = tuple(_excerpt(number, turn, style, append_place) for number, turn in enumerate(in_turn, 1))
    entries = []
    for number, (work, key) in enumerate(zip(works, keys, strict=True)):
        cited = Cited(work.metadata, Place(), number + 1, 0, work.uncapitalised, key)
        phrase = style.write("entry", cited).phrase
        theirs = tuple(excerpts[index] for index in work.clips)
        entries.append(Entry(key, number + 1, phrase, work.metadata, work.uncapitalised, theirs))
    return Collection(
        style, excerpts, tuple(in_order(entries, style)), tuple(_remarks(in_turn, works, style))
    )


def _excerpt(number: int, turn: Turn, style: Style, append_place: bool) -> Excerpt:
    clip, work = turn.clip, turn.cited.work
    words, locator = quoted_in(style, clip, turn.form, turn.cited, append_place=append_place)
    return Excerpt(number, words, turn.cited.key, locator, work.lang, clip.note, clip.tags)


def quoted_in(
    style: Style, clip: Clip, form: Form, cited: Cited, *, append_place: bool
) -> tuple[Quoted, str]:
    """A clip quoted and cited in a style, and its locator there.

    `append_place` puts the counted place, as "[¶ 3]", behind a citation that has no other.
    """
    reference = style.write(form, cited)
    words = quoted(clip.passages, reference.phrase, style.quotation)
    if not append_place or reference.locator or cited.place.counted is None:
        return words, reference.locator
    first, last = cited.place.counted
    place = f" [¶ {first}]" if first == last else f" [¶¶ {first}–{last}]"
    if style.family == "note":
        return words._replace(citation=words.citation + place), ""
    return words._replace(stop=words.stop + place), ""


def _remarks(in_turn: Sequence[Turn], works: Sequence[Work], style: Style) -> Iterator[str]:
    missing = {
        "title": sum(not work.metadata.title for work in works),
        "author": sum(not work.metadata.authors for work in works),
        "date": sum(not work.metadata.date for work in works),
    }
    told = [f"{count} without {_article(name)} {name}" for name, count in missing.items() if count]
    if told:
        some = "work" if len(works) == 1 else "works"
        yield f"Of {len(works)} {some}, {_listed(told)}: m in the reader fills that in."
    if style.family == "text":
        yield from _alike(in_turn, style)


def _alike(in_turn: Sequence[Turn], style: Style) -> Iterator[str]:
    """What is said of different works that the text cites in the same words."""
    firsts = {turn.work: turn.cited._replace(place=Place()) for turn in reversed(in_turn)}
    words = Counter(style.write("cite", cited).phrase.plain for cited in firsts.values())
    for alike, count in words.items():
        if count > 1:
            yield f"More than one work is cited as {alike}: tell them apart by hand."


def _article(name: str) -> str:
    return "an" if name.startswith("a") else "a"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
