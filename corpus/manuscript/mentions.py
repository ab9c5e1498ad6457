"""The places of a paragraph at which something is cited: markup, notes that are called, parentheses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, Literal, NamedTuple

from corpus.expression import expression
from corpus.manuscript.citing_words import has_year, is_numbered
from corpus.manuscript.paragraphs import Paragraph

_PARENTHESES: Final = expression(
    r"[(（][^()（）]{1,600}(?:\([^()]{0,80}\)[^()（）]{0,300}){0,3}[)）]|\[[^\[\]]{1,300}\]"
)
_RAISED: Final = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_CALLED: Final = expression(
    rf"[{_RAISED}]{{1,3}}|(?<=[”\"’»」])\d{{1,3}}(?![\w%.,]*\d|[\w%])"
    rf"|(?<=[^\d\s][.,;:])\d{{1,3}}(?![\w%.,]*\d|[\w%])"
)
_PLAIN_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NAMES_BEFORE: Final = expression(
    r"(?<![\w’])(?:(?:[^\W\d_a-z][\w’'-]*|and|&|et al\.?|und|van|von|de|del|di|la|le|al|e|y)"
    r"(?:,(?= ))?\s+){1,8}\Z"
)
_NAMES_REACH: Final = 120
# What a sentence begins with rather than a name does.
_NO_NAME: Final = expression(
    r"(?:(?:As|In|By|For|But|And|Yet|While|Though|Although|When|Where|Here|Thus|So|Or|With|To|See|Since"
    r"|Because|If|After"
    r"|Before|Wie|Nach|Bei|Selon|Comme|Según|Como)\s+)*"
)

MentionKind = Literal["markup", "note", "parentheses"]


class Mention(NamedTuple):
    """Something at [start, end) of a paragraph that may be a citation.

    `words` are the citation, or the label of a note; `origin` is where it stands in the manuscript.
    """

    start: int
    end: int
    kind: MentionKind
    words: str
    origin: int


def mentions_in(paragraph: Paragraph, labels: Collection[str]) -> list[Mention]:
    """What may be cited in a paragraph, in order; `labels` are those of the notes that there are."""
    text, place = paragraph.words.text, paragraph.words
    found = [
        Mention(sign.start, sign.end, "note" if sign.kind == "call" else "markup", sign.value, sign.origin)
        for sign in paragraph.signs
        if sign.kind in ("cite", "call")
    ]
    for match in _PARENTHESES.finditer(text):
        start, end = match.span()
        number = match[0].strip("[] ")
        if match[0][0] != "[":
            found.append(Mention(start, end, "parentheses", match[0], place.origin(start)))
        elif number in labels:
            found.append(Mention(start, end, "note", number, place.origin(start)))
        elif (is_numbered(match[0]) and not has_year(match[0])) or _is_bracketed(match[0]):
            found.append(Mention(start, end, "parentheses", match[0], place.origin(start)))
    if labels and paragraph.kind != "note":
        found += _raised(paragraph, labels)
    return sorted(found)


def _is_bracketed(words: str) -> bool:
    """Whether square brackets hold a citation, by its key or by names and a year."""
    return "@" in words or (has_year(words) and any(character.isupper() for character in words))


def _raised(paragraph: Paragraph, labels: Collection[str]) -> Iterator[Mention]:
    """The numbers of notes that are raised in the text, or that have lost that."""
    for match in _CALLED.finditer(paragraph.words.text):
        label = match[0].translate(_PLAIN_DIGITS)
        if label in labels:
            yield Mention(match.start(), match.end(), "note", label, paragraph.words.origin(match.start()))


def with_names(text: str, mention: Mention) -> tuple[str, int]:
    """A citation of which the names stand before the parentheses: “He & Fang (2021)”; and where it begins."""
    if mention.kind != "parentheses":
        return mention.words, mention.start
    low = max(0, mention.start - _NAMES_REACH)
    match = _NAMES_BEFORE.search(text, low, mention.start)
    if match is None or not any(character.isupper() for character in match[0]):
        return mention.words, mention.start
    start = _NO_NAME.match(text, match.start(), match.end()).end()  # type: ignore[union-attr]
    return text[start : mention.end], start


def is_narrative(text: str, mention: Mention) -> bool:
    """Whether the names stand before the parentheses, which begin with the year."""
    return (
        mention.kind == "parentheses"
        and mention.words[1:5].isdigit()
        and with_names(text, mention)[1] < mention.start
    )
