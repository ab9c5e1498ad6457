"""What is copied, and what is said of it. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from corpus.citation import STYLES, Form, cite, cited_at
from corpus.citation.appended import with_place
from corpus.citation.quoting import merged, together
from corpus.document import Kind, Readable
from corpus.errors import NoSuchPlace
from corpus.expression import expression
from corpus.outline import Outline
from corpus.passages.passage import Passage, passage_of_paragraph
from corpus.passages.shown_passage import places_of
from corpus.sources import READER_EARLIER
from tui.choosing import Choice

What = Literal["text", "words", "citation", "short", "entry", "link"]
"""The passage with its citation, its words alone, its citation alone, that for when the work is cited
again, the entry in the bibliography, or a link to the passage."""
_DASHES: Final = frozenset("-–")
_BARE: Final = expression(r"(?:\d+|[ivxlc]+)(?:[-–](?:\d+|[ivxlc]+))?")
"""Pages, as many styles print them."""
_MOST: Final = 200_000
"""Characters that can be copied at once."""


class Clip(NamedTuple):
    """A text to copy, and what the receipt says of it.

    `words` is how many of the article it holds; `thing` what it is where it holds none; `html` the same
    with italics and the like, "" where it has none.
    """

    text: str
    words: int
    detail: str
    html: str = ""
    thing: str = ""

    @property
    def called(self) -> str:
        """What it is, to be said of a copy: "23 words", "the citation"."""
        return self.thing or counted_words(self.words)


_SAID: Final[dict[What, tuple[Form, str]]] = {
    "text": ("cite", ""),
    "citation": ("cite", "the citation"),
    "short": ("short", "the short form"),
    "entry": ("entry", "the bibliography entry"),
}
"""For what is copied the form of the citation, and what the receipt calls it."""
_UNKNOWN: Final = " unknown"


def passage_at(document: Readable, outline: Outline, choice: Choice | None, cursor: int) -> Passage:
    """The words that were chosen, else the paragraph at the cursor, else the block there.

    Raises NoSuchPlace where there are none, or more than anybody quotes.
    """
    if choice is not None:
        passage = Passage(document, outline, choice.start, choice.end)
    else:
        block = document.block_near(cursor)
        number = document.paragraph_at(cursor) if block.kind is Kind.CONTINUATION else block.number
        if block.start == block.end:
            raise NoSuchPlace("There are no words here to copy: move to a paragraph.")
        if number is not None:
            passage = passage_of_paragraph(document, outline, number)
        else:
            passage = Passage(document, outline, block.start, block.end)
    if passage.end - passage.start > _MOST:
        raise NoSuchPlace("That is too long to quote: choose less of it with v.")
    return passage


def passages_at(document: Readable, outline: Outline, parts: Sequence[Choice], cursor: int) -> list[Passage]:
    """The parts that were chosen, in reading order; without any, what `passage_at` gives.

    Raises NoSuchPlace as that does.
    """
    if not parts:
        return [passage_at(document, outline, None, cursor)]
    passages = [passage_at(document, outline, part, cursor) for part in parts]
    return merged(passages) or passages[:1]  # nothing but white space was chosen


def clip(
    passages: Passage | Sequence[Passage],
    style: str,
    what: What,
    *,
    append_place: bool = False,
    append_link: bool = False,
) -> Clip:
    """What is copied of passages; `append_place` puts the counted place behind a citation without one.

    `append_link` puts a link to the passages behind the citation; in HTML the citation is the link.

    Raises NoSuchPlace where the paragraphs before it are not counted yet, or there is nothing to cite.
    """
    parts = [passages] if isinstance(passages, Passage) else passages
    words = sum(part.words for part in parts)
    if what == "words":
        return Clip(together(parts).plain, words, "the words alone")
    document = parts[-1].document
    if what == "link":
        return _link(document, parts)
    if not is_placed(parts[-1]):
        raise NoSuchPlace("The paragraphs up to here are still being counted: cite this in a moment.")
    form, called = _SAID[what]
    citation = cite(document.metadata, parts, style, form)
    place = citation.locator
    if append_place and form != "entry":
        bare, citation = citation, with_place(citation, parts[0].to(parts[-1]))
        if added := citation.citation.removeprefix(bare.citation).strip():
            place = f"{added} behind it"
    if append_link and what in ("text", "citation"):
        citation = replace(citation, link=_link(document, parts).text)
        place = f"{place} + link" if place else "link behind it"
    notes = citation.notes
    if READER_EARLIER in document.metadata.sources.values():
        notes = (*notes, "corrected for an earlier text of this file: see m")
    if STYLES[style].family == "number" and form != "entry":
        notes = ("number it as in your list", *notes)
    detail = described(STYLES[style].label, place, notes, fix="m to fix")
    if what == "text":
        return Clip(citation.text, words, detail, citation.html)
    if not citation.citation:
        label = STYLES[style].label
        raise NoSuchPlace(f"Too little is known of this article for a citation in {label}: m fills that in.")
    return Clip(citation.citation, 0, detail, citation.citation_html, called)


def _link(document: Readable, parts: Sequence[Passage]) -> Clip:
    """A link to the passages, and where it leads."""
    from corpus.citation.linked import address, around  # not above: most readings end without a link
    from corpus.links import link_to
    from corpus.links.reading import SCHEME

    link = link_to(document, [(part.start, part.end) for part in parts])
    if link.startswith(SCHEME):
        detail = "opens in Pincite alone, m adds a web address"
    else:
        detail = f"leads to these words on {link.split('/')[2]}"
    return Clip(link, 0, detail, around(address(link), link), "the link")


def described(label: str, locator: str, notes: Iterable[str], *, fix: str = "") -> str:
    """What a receipt says of a citation: the style, the place, what the style forbids, what is not known.

    `fix` says how what is not known can be filled in: "Chicago, p. 3 · title and date unknown, m to fix".
    """
    notes = tuple(notes)
    missed = [note.removesuffix(_UNKNOWN) for note in notes if note.endswith(_UNKNOWN)]
    told = [note for note in notes if not note.endswith(_UNKNOWN)]
    unknown = ""
    if missed:
        *front, last = missed
        listed = f"{', '.join(front)} and {last}" if front else last
        unknown = ", ".join(filter(None, (f"{listed}{_UNKNOWN}", fix)))
    styled = f"{label}, {place_called(locator)}" if locator else label
    return " · ".join(part for part in (styled, *told, unknown) if part)


def place_called(locator: str) -> str:
    """A locator as it is said on its own: a style that prints pages bare means "p. 3" by "3"."""
    if not _BARE.fullmatch(locator):
        return locator
    return f"pp. {locator}" if _DASHES & set(locator) else f"p. {locator}"


def counted_words(count: int) -> str:
    """A number of words as it is said: "1 word", "1,234 words"."""
    return f"{count:,} word{'' if count == 1 else 's'}"


def is_placed(passage: Passage) -> bool:
    """Whether its place can be told: what a source prints is known before the paragraphs are counted."""
    return passage.end <= passage.document.counted_to or passage.document.prints_numbers


def measured(parts: Sequence[Choice], outline: Outline, style: str) -> str:
    """What was chosen amounts to, and the place that a citation of it will have.

    "23 words · third para.", "2 parts, 40 words · ¶¶ 3-5", "23 words · no ¶ (MLA)".
    """
    passages = merged([Passage(part.document, outline, part.start, part.end) for part in parts])
    if not passages:
        return ""
    words = counted_words(sum(passage.words for passage in passages))
    if len(passages) > 1:
        words = f"{len(passages)} parts, {words}"
    place = _place_words(passages[0].to(passages[-1]), style)
    return f"{words} · {place}" if place else words


def _place_words(passage: Passage, style: str) -> str:
    """The locator as the style prints it, or the shortest way to say that it prints none."""
    document = passage.document
    # Every key asks for it, and a style that another program makes takes too long for that.
    if is_placed(passage) and not style.endswith(".csl"):
        reference = STYLES[style].write("cite", cited_at(document.metadata, passage))
        if reference.locator:
            return place_called(reference.locator)
        if any(note.startswith("no ¶") for note in reference.notes):
            return f"no ¶ ({STYLES[style].label})"
    return " · ".join(filter(None, places_of(passage)))
