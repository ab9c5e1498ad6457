"""Quotations in the order of their clips, each cited as its turn wants it, and their one bibliography."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.citation.appended import in_brackets
from corpus.citation.place import Place
from corpus.citation.quoting import Quoted, quoted
from corpus.citation.style import Cited, Form, Reference, Style
from corpus.clip import Clip
from corpus.excerpts.entry import Entry, Excerpt
from corpus.excerpts.order import in_order
from corpus.excerpts.succession import Succession, Turn
from corpus.excerpts.works import Work
from corpus.sanitiser import clean_line

_UNKNOWN: Final = " unknown"
"""How the notes of a style end that say what is missing in a work: see `corpus.citation.work`."""


class Collection(NamedTuple):
    """Excerpts and the bibliography they share, in a style.

    `remarks` are sentences about what is missing, or what has to be done by hand.
    """

    style: Style
    excerpts: tuple[Excerpt, ...]
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...] = ()


def collected(clips: Sequence[Clip], style: Style, *, append_place: bool = False) -> Collection:
    """The clips as a collection in a style.

    `append_place` puts the counted place behind a citation that has no other.
    """
    succession = Succession(clips, style)
    in_turn, works, keys = list(succession), succession.works, succession.keys
    found = [
        quoted_in(style, turn.clip, turn.form, turn.cited, append_place=append_place) for turn in in_turn
    ]
    excerpts = [
        _excerpt(number, turn, *one) for number, (turn, one) in enumerate(zip(in_turn, found, strict=True), 1)
    ]
    entries, unchecked = [], [rule for _, reference in found for rule in reference.unchecked]
    for number, (work, key) in enumerate(zip(works, keys, strict=True)):
        cited = Cited(work.metadata, Place(), number + 1, 0, work.uncapitalised, key)
        reference = style.write("entry", cited)
        unchecked += reference.unchecked
        theirs = tuple(excerpts[index] for index in work.clips)
        entries.append(Entry(key, number + 1, reference.phrase, work.metadata, work.uncapitalised, theirs))
    remarks = [
        *_missing(works),
        *(_alike(in_turn, style) if style.family == "text" else ()),
        *_withheld([reference.notes for _, reference in found]),
        *(f"check this style: {rule}" for rule in dict.fromkeys(unchecked)),
    ]
    return Collection(style, tuple(excerpts), tuple(in_order(entries, style)), tuple(remarks))


def _excerpt(number: int, turn: Turn, words: Quoted, reference: Reference) -> Excerpt:
    clip, work = turn.clip, turn.cited.work
    # A line of its own would be a field of its own, where the format has a field a line.
    note, tags = clean_line(clip.note), tuple(map(clean_line, clip.tags))
    return Excerpt(number, words, turn.cited.key, clean_line(reference.locator), work.lang, note, tags)


def quoted_in(
    style: Style, clip: Clip, form: Form, cited: Cited, *, append_place: bool
) -> tuple[Quoted, Reference]:
    """A clip quoted and cited in a style, and the citation as the style gives it.

    `append_place` puts the counted place, as "[¶ 3]", behind a citation that has no other.
    """
    reference = style.write(form, cited)
    words = quoted(clip.passages, reference.phrase, style.quotation)
    if not append_place or reference.locator or cited.place.counted is None:
        return words, reference
    place = in_brackets(cited.place.counted)
    if style.family == "note":
        return words._replace(citation=words.citation + place), reference
    return words._replace(stop=words.stop + place), reference


def _missing(works: Sequence[Work]) -> Iterator[str]:
    missing = {
        "title": sum(not work.metadata.title for work in works),
        "author": sum(not work.metadata.authors for work in works),
        "date": sum(not work.metadata.date for work in works),
    }
    told = [f"{count} without {_article(name)} {name}" for name, count in missing.items() if count]
    if told:
        some = "work" if len(works) == 1 else "works"
        yield f"Of {len(works)} {some}, {_listed(told)}: m in the reader fills that in."


def _withheld(notes: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """What the style could not say of some places, and why; of what is not known is told elsewhere."""
    told = Counter(note for some in notes for note in some if not note.endswith(_UNKNOWN))
    for note, count in told.items():
        some = "the only quotation" if len(notes) == 1 else f"{count} of {len(notes)} quotations"
        yield f"In {some}: {note}."


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
