"""The numbers that judgments, reports and statutes print before their paragraphs.

They are taken out of the text, as a list's are, and stand beside it as labels. A false number is worse
than none: so a mark is believed only as a part of a chain that counts on, through prose, over most of
the text. A list inside an article, numbered headings, years, and the entries of a bibliography are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.blocks import Kind
from corpus.document import Document
from corpus.expression import expression
from corpus.formats.number_chain import SKIPPED, Candidate, Style, chain_of, own_block, with_further
from corpus.labels import STATUTES
from corpus.scripts import count_wide

_MARK: Final = expression(
    r"(?P<mark>[\[［【]\s?(?P<bracketed>\d{1,4}[A-Za-z]?)\s?[\]］】]"
    r"|[\[{(]?¶{1,2}\s?(?P<pilcrow>\d{1,4}[A-Za-z]?)[\]})]?\.?"
    r"|§\s?(?P<section>\d{1,4}(?:\.\d{1,3})*[A-Za-z]?)\.?"
    r"|[(（]\s?(?P<round>\d{1,4})\s?[)）]"
    r"|(?P<pointed>\d{1,4}[A-Z]?)(?:\.(?!\d)|[、．])"
    r"|(?P<half>\d{1,4})\)"
    r"|(?P<bare>\d{1,4}[A-Z]?)(?=\s+[\"“‘'(\[]?[A-Z\u00c0-\u00de\u4e00-\u9fff]|$))\s*"
)
_STYLES: Final[dict[str, Style]] = {
    "bracketed": "[]", "pilcrow": "¶", "section": "§", "round": "()", "pointed": ".", "half": ")",
    "bare": "bare",
}  # fmt: skip
_FIRST: Final = frozenset("0123456789[［【(（{¶§")
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LISTS: Final = expression(
    r"\W*(?:\d[\d.]*\s+)?(?:references?|bibliography|works cited|literature|sources|(?:end|foot)?notes"
    r"|参考文献|参考资料|注释|脚注|注)\W*",
    re.IGNORECASE,
)
_REFERENCE: Final = expression(r"[\[［](\d{1,4})[\]］]")
_REFERRED: Final = 5
"""Notes are referred to; of a judgment’s paragraphs a table of contents may name one in so many."""
_TITLE: Final = 40
"""Characters of a title that was not seen as a heading, at the most."""
_ANY_LEVEL: Final = 255
_WORK: Final = expression(r"\b(?:1[5-9]|20)\d\d\b|https?://|\bdoi\b")
_CLOSERS: Final = frozenset(".!?…:;”’\"')]。！？：；」』）—–")
_SIGNED: Final = frozenset(("[]", "¶", "§"))
"""Styles that hardly anything else is numbered in."""
_LEGAL: Final = STATUTES | {"legal_case"}
_EARLY: Final = 2
"""The first number at which a text may begin: the very first may be lost with a headnote."""


_LONG_CHAIN: Final = 12
"""Members that prove so much that they may be shorter."""
_LONG: Final = 400
"""Characters that count of one member."""


_ENTRY: Final = 250
"""Characters of an entry in a bibliography, at the most on the average."""


_LEFT: Final = 0.35
"""So many numbers of the same style that are none of the chain, to one that is, make a text full of lists."""


class Numbering(NamedTuple):
    """How a text numbers its paragraphs, and the last number: to go on with in the part that follows."""

    style: Style
    last: int


class _Rules(NamedTuple):
    """What a chain must have, at the least.

    So many `members`; `length` letters in them on the average (fewer in a long chain; three to a wide
    character); a share that
    ends as sentences do (`closed`); a share of the paragraphs that it stands among (`among`) and of all
    (`of_all`); a share of the text between its first and its last word (`extent`).
    """

    members: int
    length: int
    closed: float
    among: float
    of_all: float
    extent: float


_STRICT: Final = _Rules(6, 80, 0.75, 0.6, 0.5, 0.6)
_MILD: Final = _Rules(3, 50, 0.6, 0.35, 0.25, 0.35)
_KNOWN: Final = _Rules(1, 0, 0.0, 0.25, 0.0, 0.0)
"""For the part of a text after one that is numbered already."""


def with_numbers(document: Document, *, after: Numbering | None = None, part: bool = False) -> Document:
    """The document with the numbers of its paragraphs as labels, if its source prints any.

    `part` tells that it is a part of a longer text, `after` how the parts before it are numbered.
    """
    found = _best(document, after, part=part)
    if not found:
        return document
    from corpus.formats.taking_numbers import without_numbers  # most articles need none of it

    return without_numbers(document, found)


def may_be_numbered(document: Document) -> bool:
    """Whether anything in a beginning may turn out to be the number of a paragraph."""
    return next(_candidates(document), None) is not None


def numbering_of(document: Document, before: Numbering | None = None) -> Numbering | None:
    """How a document is numbered, as `with_numbers` has left it; `before` where it is not."""
    marks = document.labels.numbers.labels
    match = _MARK.match(marks[-1]) if marks else None
    if not match:
        return before
    name, number = _read(match)
    return Numbering(_STYLES[name], int(number.rstrip(_LETTERS)))


def _read(match: re.Match[str]) -> tuple[str, str]:
    """The group of the expression that was found, and the number in it."""
    return next((name, number) for name, number in match.groupdict().items() if number and name != "mark")


# Candidates --------------------------------------------------------------------------------------


def _candidates(document: Document) -> Iterator[Candidate]:
    """The blocks that begin with a number, save in bibliographies and notes."""
    text = document.text
    starts, ends, kinds, levels, quotes, markers = document.blocks.columns()
    listing = 0
    for index, kind in enumerate(kinds):
        start, end = starts[index], ends[index]
        if kind == Kind.HEADING or (kind == Kind.PARAGRAPH and end - start < _TITLE):
            if _LISTS.fullmatch(text[start:end]):
                listing = levels[index] or _ANY_LEVEL
            elif listing and kind == Kind.HEADING and levels[index] <= listing:
                listing = 0
        if listing or quotes[index]:
            continue
        words, outside = text[start : min(end, start + 24)], 0
        if kind == Kind.ITEM:
            if levels[index] != 1 or not (marker := markers.get(index, "")) or marker[0] not in _FIRST:
                continue
            words, outside = f"{marker} {words}", len(marker) + 1
        elif kind not in (Kind.PARAGRAPH, Kind.HEADING) or words[:1] not in _FIRST:
            continue
        if kind == Kind.HEADING and document.format != "text":
            continue  # its author said that it is one
        match = _MARK.match(words)
        if match is None or (start + match.end() - outside >= end and not _is_before_words(document, index)):
            continue
        yield _candidate(match, index, Kind(kind), end - start, max(0, match.end() - outside))


def _is_before_words(document: Document, index: int) -> bool:
    """Whether a block that is but a number stands before a paragraph of its own."""
    blocks = document.blocks
    if index + 1 >= len(blocks):
        return False
    following = blocks[index + 1]
    return following.kind is Kind.PARAGRAPH and not _MARK.match(
        document.text[following.start : following.end][:24]
    )


def _candidate(match: re.Match[str], index: int, kind: Kind, length: int, cut: int) -> Candidate:
    name, number = _read(match)
    digits = number.rstrip(_LETTERS)
    value = int(digits.rpartition(".")[2])
    weight = {Kind.PARAGRAPH: 1.0, Kind.ITEM: 0.9}.get(kind, 0.3) - (0.25 if length < 40 else 0.0)
    return Candidate(index, _STYLES[name], value, number[len(digits) :], match["mark"], cut, weight)


# Chains ------------------------------------------------------------------------------------------


def _best(document: Document, after: Numbering | None, *, part: bool) -> list[Candidate]:
    """The numbered paragraphs, in order; none where the numbers are not sure."""
    by_style: dict[Style, list[Candidate]] = {}
    for candidate in _candidates(document):
        by_style.setdefault(candidate.style, []).append(candidate)
    chains: list[list[Candidate]] = []
    for style, members in by_style.items():
        goes_on = after.last if after and after.style == style else None
        # In a statute the numbers in round brackets are subsections, which begin again in each section.
        legal = document.metadata.type in _LEGAL and style in (".", "bare")
        rules = _MILD if style in _SIGNED or legal else _STRICT
        chain = chain_of(members, goes_on)
        if goes_on is not None and chain and 0 < chain[0].value - goes_on <= SKIPPED + 1:
            rules = _KNOWN
        elif not _begins_well(chain, style, part=part):
            continue
        if not _holds(document, chain, rules):
            continue
        found = with_further(members, chain, rules.members)
        if style in _SIGNED or len(members) - len(found) <= _LEFT * len(found):
            chains.append(found)
    return max(chains, key=len, default=[])


def _begins_well(chain: Sequence[Candidate], style: Style, *, part: bool) -> bool:
    """Whether a chain begins where one does: at 1; with a sure sign, or in a part, at any number."""
    if not chain:
        return False
    if chain[0].value <= _EARLY:
        return True
    return style in _SIGNED or (part and len(chain) >= _STRICT.members + 2 and chain[-1].value < 1_000)


def _holds(document: Document, chain: Sequence[Candidate], rules: _Rules) -> bool:
    """Whether a chain is made of the paragraphs of a text: prose, and most of what there is."""
    if len({one.value for one in chain}) < rules.members:
        return False
    starts, ends, kinds, _, quotes, _ = document.blocks.columns()
    own = [own_block(document, one) for one in chain]
    texts = [document.text[starts[at] : ends[at]] for at in own]
    least = rules.length if len(chain) < _LONG_CHAIN else rules.length * 2 // 3
    if sum(min(_LONG, len(text) + 2 * count_wide(text)) for text in texts) < least * len(texts):
        return False
    if sum(text[-1:] in _CLOSERS for text in texts) < rules.closed * len(chain):
        return False
    skipped = sum(other.value - one.value - 1 for one, other in pairwise(chain) if other.value > one.value)
    if skipped * 6 > len(chain):
        return False
    members = set(own) | {one.block for one in chain}
    first, last = chain[0].block, own[-1]
    if _are_works(texts):
        return False
    others = [
        at for at, kind in enumerate(kinds) if kind == Kind.PARAGRAPH and not quotes[at] and at not in members
    ]
    among = sum(first < at < last for at in others)
    if len(chain) < max(rules.among * (len(chain) + among), rules.of_all * (len(chain) + len(others))):
        return False
    if rules.extent and starts[first] > len(document.text) // 2:
        return False
    return ends[last] - starts[first] >= rules.extent * len(document.text) and not (
        rules.extent and _are_notes(document.text[: starts[first]], chain)
    )


def _are_works(texts: Sequence[str]) -> bool:
    """Whether these are the entries of a bibliography: short, and nearly each with a year or an address."""
    dated = sum(_WORK.search(text) is not None for text in texts)
    return dated * 10 >= 7 * len(texts) and sum(map(len, texts)) < _ENTRY * len(texts)


def _are_notes(before: str, chain: Sequence[Candidate]) -> bool:
    """Whether the text before them refers to them: then they are notes, or a list of works."""
    referred = {match[1] for match in _REFERENCE.finditer(before)}
    called = sum(f"{one.value}" in referred for one in chain)
    return called > 1 and called * _REFERRED >= len(chain)
