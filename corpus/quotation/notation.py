"""What a quotation says of itself: what it left out, put in or changed, and which of it is not quoted.

Understood are the marks of the handbooks: for an omission “…”, “. . .”, “[...]”, “(…)” and “* * *”; in
brackets what the writer put in or changed, “[the Court]”, “[t]he”, “walk[ed]”, “walk[]” (The Bluebook, rules
5.2 and 5.3; The Chicago Manual of Style, 17th edition, 13.50–13.62); remarks such as “[sic]” and “(emphasis
added)”; the “>” before the lines of a block; a citation behind the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final, Literal, NamedTuple

from corpus import words
from corpus.expression import expression
from corpus.quotation.letters import Letters, without_glued_notes
from corpus.sanitiser import clean_text

MOST_OMITTED: Final = 300
"""Words that an ellipsis may stand for; what leaves out more joins two passages, and does not quote one."""
_MOST_REPLACED: Final = 10
"""Words of the source that a bracket may stand for."""
_MOST_CITATIONS: Final = 60
"""Words of the source that a remark such as “[citations omitted]” may stand for."""

_WIDE: Final = str.maketrans("［］〔〕（）＊＞", "[][]()*>")
_BLOCK_MARK: Final = expression(r"^[^\S\n]*>[> \t]*", re.MULTILINE)
_ESCAPED: Final = expression(r"\\(?=[\[\]().*])")
_DOTS: Final = r"(?:…+(?:\s?\.)?|\.(?:\s?\.){2,}|⋯+|。{3,6})"
_OMISSION: Final = (
    rf"\[\s*(?:{_DOTS}|---?|[—–])\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}|\*(?:\s?\*){{2,}}"
    r"|[\[(][前中后後下以]?略[\])]"
)
_SPECIAL: Final = expression(
    rf"(?P<omission>{_OMISSION})|\[(?P<bracket>[^\[\]]{{0,400}})\]|\((?P<remark>[^()]{{1,120}})\)"
)
_CHANGED: Final = (
    r"(?:emphas[ie]s|italics?|underlin(?:e|ing)|stress|bold(?:face)?|translations?|quotation marks|quotes?"
    r"|citations?|cites?|footnotes?|notes?|references?|alterations?|changes?|brackets?|ellips[ei]s"
    r"|punctuation|capitali[sz]ation|spelling|headings?|paragraph (?:breaks?|numbers?))"
)
_BY: Final = (
    r"(?:mine|ours|added|supplied|removed|omitted|deleted|in (?:the )?(?:original|source)|theirs|his|hers"
    r"|by .{1,40})"
)
_REMARK: Final = expression(
    r"(?:sic[!.]?|recte .{1,40}|cleaned up"
    rf"|(?:(?:original|internal|some|all|my|our|author[’']s|further) )?{_CHANGED}"
    rf"(?:,? (?:and|&) [a-z ]{{1,40}})? {_BY}"
    r"|(?:my|our|author[’']s) (?:emphasis|italics|translation)"
    r"|hervorh(?:ebung(?:en)?|\.) .{1,40}|herv\. .{1,30}|anm(?:erkung|\.) .{1,30}"
    r"|nous soulignons|je souligne|souligné par .{1,30}|c[’']est (?:moi|nous) qui soulign(?:e|ons)"
    r"|italiques? .{1,30}|(?:énfasis|cursivas?|negritas?) .{1,30}|la cursiva es .{1,15}"
    r"|(?:corsivo|enfasi) .{1,30}"
    r"|原文如此|原文[まマ]{2}|ママ|着重号.{0,12}|强调.{0,12}|[引笔作]者注|傍点.{0,12}|強調.{0,12})",
    re.IGNORECASE,
)
_OMITTED: Final = expression(r"\b(?:omitted|removed|deleted)\b", re.IGNORECASE)
_CITED: Final = expression(
    r"\b\d{4}[a-z]?\b|\bn\.\s?d\.|[§¶@]|\b(?:pp?|paras?|at|n|note|ch|art|sec|vol|no)\b\.?\s*\d|[第]\s*\d|\A[\[(]\s*\d{1,3}\b",
    re.IGNORECASE,
)
_LAST: Final = expression(r"[(\[][^()\[\]]{1,300}[)\]]\s*[.,;。]?\s*\Z")
_OPENING: Final = "“‘«‹„‚\"'「『《〈"
CLOSED: Final = expression(r"[”’»›“\"'」』》〉«](?!\w)")
"""What closes a quotation. One that is a part of a word is an apostrophe."""
_SIGNED: Final = expression(r"\n\s*(?:—|–|--|―)\s*[^\n]{1,300}\Z")

JointKind = Literal["omission", "bracket", "remark"]


class Joint(NamedTuple):
    """What stands between two pieces of a quotation, as it is `written`.

    In its place the source has the same `letters`, or at most so many other words; where it is `glued`
    to a word, letters of that word alone.
    """

    kind: JointKind
    written: str
    letters: str = ""
    most: int = 0
    glued: bool = False


class Piece(NamedTuple):
    """Words of the source, one after the other. It may begin or end within a word where it is `open`.

    At the offsets `recased` of its text the writer says that the letter was changed: “[t]he”.
    """

    letters: Letters
    open_before: bool = False
    open_behind: bool = False
    recased: tuple[int, ...] = ()


class Reading:
    """A quotation, or what of it is taken for quoted: pieces with joints between them.

    `before` and `behind` are brackets at its ends, `citation` what is behind it and not of it. `noteless`
    tells that numbers which seemed to call notes were taken out of it: the source must have none there.
    """

    def __init__(self, text: str, citation: str = "", *, noteless: bool = False) -> None:
        """Read the words of a quotation, which are clean."""
        self.text, self.citation, self.noteless = text, citation, noteless
        self.pieces: list[Piece] = []
        self.joints: list[Joint] = []
        self.before: Joint | None = None
        self.behind: Joint | None = None
        waiting: Joint | None = None
        for part in _parts(text):
            if isinstance(part, Joint):
                waiting = _joined(waiting, part)
            elif self.pieces:
                self.joints.append(waiting or Joint("remark", ""))
                self.pieces.append(part)
                waiting = None
            else:
                self.before, waiting = waiting, None
                self.pieces.append(part)
        self.behind = waiting

    @cached_property
    def units(self) -> int:
        """How many words and signs of the source it has."""
        return sum(len(piece.letters) for piece in self.pieces)

    @property
    def runs(self) -> Iterator[list[int]]:
        """The numbers of the pieces between two omissions, run by run."""
        run = [0]
        for number, joint in enumerate(self.joints, 1):
            if joint.kind == "omission":
                yield run
                run = []
            run.append(number)
        yield run


def readings(quotation: str) -> tuple[Reading, ...]:
    """How a quotation may be read: without what seems to be a citation behind it, with it, without notes.

    It may come from anywhere. A reading without words has no pieces.
    """
    text = clean_text(quotation).strip()
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and lines[0].translate(_WIDE).lstrip().startswith(">"):
        text = _BLOCK_MARK.sub("", text.replace("＞", ">")).strip()
    text = _ESCAPED.sub("", text)
    bare = text
    if match := _SIGNED.search(bare):
        bare = bare[: match.start()]
    if bare[:1] and bare[0] in _OPENING:
        last = max((match.start() for match in CLOSED.finditer(bare)), default=-1)
        is_short = len(bare) - last < last
        if is_short and _CITED.search(bare, last):
            bare = bare[: last + 1]
    shadow = bare.translate(_WIDE)
    if (match := _LAST.search(shadow)) and match.start() and _CITED.search(shadow[match.start() :]):
        bare = bare[: match.start()]
    found = [Reading(text)]
    if bare != text and (short := Reading(bare, text[len(bare) :])).pieces:
        found.insert(0, short)
    if (noteless := without_glued_notes(bare)) != bare:
        found.append(Reading(noteless, text[len(bare) :], noteless=True))
    return tuple(found)


def _parts(text: str) -> Iterator[Joint | Piece]:
    """The pieces and joints of a quotation in their order."""
    shadow = text.translate(_WIDE)
    begun, kept, opened = 0, "", False
    recased: list[int] = []

    def piece(end: int, *, open_behind: bool = False) -> Iterator[Piece]:
        letters = Letters(kept + text[begun:end])
        if letters.forms:
            yield Piece(letters, opened, open_behind, tuple(recased))
        recased.clear()

    at = 0
    while match := _SPECIAL.search(shadow, at):
        start, end = match.span()
        at = end
        if match["omission"] is not None:
            yield from piece(start)
            yield Joint("omission", match[0], most=MOST_OMITTED)
            begun, kept, opened = end, "", False
            continue
        content = match["bracket"] if match["bracket"] is not None else match["remark"]
        remark = _is_remark(content)
        if match["bracket"] is None and not remark:
            at = start + 1  # something may be left out in a parenthesis
            continue
        before = start > 0 and _joins(shadow[start - 1])
        behind = end < len(shadow) and _joins(shadow[end])
        if len(content) == 1 and content.isalpha() and behind and not before:
            # Of “[t]he” the letter alone was changed, from a capital or to one.
            kept, begun = kept + text[begun:start] + content, end
            recased.append(len(kept) - 1)
            continue
        letters = Letters(content).letters
        number = content.strip().isdecimal()
        glued = (before or behind) and not remark and not number
        yield from piece(start, open_behind=before and glued)
        most = _most(content, remark=remark, number=number and before)
        yield Joint("remark" if remark else "bracket", text[start:end], letters, most, glued)
        begun, kept, opened = end, "", behind and glued
    yield from piece(len(text))


def _joins(character: str) -> bool:
    """Whether a bracket beside a character is a part of its word."""
    return character.isalnum() and not words.is_unspaced(character)


def _most(content: str, *, remark: bool, number: bool) -> int:
    if remark:
        return _MOST_CITATIONS if _OMITTED.search(content) else 0
    return 0 if number else _MOST_REPLACED


def _is_remark(content: str) -> bool:
    parts = [part.strip() for part in re.split(r"[;,]|\band\b", content)]
    whole = _REMARK.fullmatch(content.strip()) is not None
    return whole or (len(parts) > 1 and all(_REMARK.fullmatch(part) for part in parts))


def _joined(first: Joint | None, second: Joint) -> Joint:
    """Two joints with nothing between them as one."""
    if first is None or not first.written:
        return second
    if not second.written:
        return first
    kind: JointKind = (
        "omission"
        if "omission" in (first.kind, second.kind)
        else "bracket"
        if "bracket" in (first.kind, second.kind)
        else "remark"
    )
    # Of a remark nothing stands in the source, unless it stands there alone.
    letters = "".join(one.letters for one in (first, second) if one.kind == kind)
    return Joint(
        kind,
        f"{first.written} {second.written}",
        letters,
        max(first.most, second.most),
        first.glued and second.glued,
    )
