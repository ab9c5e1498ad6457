"""Where the end of a choice may stand when it moves by words. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from corpus.document import Readable
from corpus.expression import expression
from corpus.words import is_unspaced, tokens

Edge = Literal["start", "end"]

_JOINED: Final = expression(r"[-_'’‐‑&@/.]")
"""What stands inside a word, one at a time: don’t, four-part, file_name, U.S.A, either/or."""
_NEAR: Final = 400
"""Characters on either side within which a border is looked for first; then in more and more."""
_FARTHEST: Final = 100_000
_DOTTED: Final = expression(r"\w(?:\.\w)+")
_BETWEEN_WORDS: Final = expression(r"\s")


def words(text: str, *, whole_runs: bool = True) -> Iterator[tuple[int, int]]:
    """The words as a reader sees them.

    Of a script without spaces, all that stands between two signs is one; or, without `whole_runs`, each
    character is (but Korean has spaces, and its syllables stay together).
    """
    start = end = 0
    before = ""
    for word in tokens(text):
        first = text[word.start]
        between = text[end : word.start]
        if is_unspaced(first):
            joined = not between and bool(before) and (_is_syllable(first) and _is_syllable(before))
            joined = joined or (whole_runs and not between and is_unspaced(before or "a"))
        else:
            joined = bool(before) and not is_unspaced(before)
            joined = joined and (not between or _JOINED.fullmatch(between) is not None)
        if not joined:
            if start < end:
                yield start, _with_stop(text, start, end)
            start = word.start
        end, before = max(end, word.end), first
    if start < end:
        yield start, _with_stop(text, start, end)


def word_border(document: Readable, offset: int, by: int, edge: Edge) -> int | None:
    """The next border after an offset, or the last before it; None where there is none far and wide.

    Borders are where words start, or where they end; a character of Chinese is a word, as it counts as
    one. What stands behind the last word of a sentence is not looked at here.
    """
    text = document.text
    reach = _NEAR
    while reach <= _FARTHEST:
        first, last = max(0, offset - reach), min(len(text), offset + reach)
        near = text[first:last]
        spans = list(words(near, whole_runs=False))
        # At the edges of what was looked at, a word may have been cut.
        begun = 0 if first == 0 else _first_whole(near)
        ended = len(near) if last == len(text) else _last_whole(near)
        spans = [span for span in spans if begun <= span[0] and span[1] <= ended]
        borders = [first + (span[0] if edge == "start" else span[1]) for span in spans]
        found = [border for border in borders if (border > offset if by > 0 else border < offset)]
        if found:
            return min(found) if by > 0 else max(found)
        if first == 0 and last == len(text):
            return None
        reach *= 4
    return None


def _first_whole(text: str) -> int:
    """Where the first word begins that is certainly not cut in front."""
    match = _BETWEEN_WORDS.search(text, 0, len(text) // 4)
    return match.end() if match else 1


def _last_whole(text: str) -> int:
    """Where the last word ends that is certainly not cut behind."""
    quarter = len(text) - len(text) // 4
    tail = text[quarter:]
    bare = tail.rstrip() if tail[-1:].isspace() else tail[: max(tail.rfind(sign) for sign in " \n\t")]
    return quarter + len(bare) if bare else len(text) - 1


def _with_stop(text: str, start: int, end: int) -> int:
    """The end of the word, behind the stop of an abbreviation like U.S."""
    return end + 1 if text[end : end + 1] == "." and _DOTTED.fullmatch(text, start, end) else end


def _is_syllable(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3"
