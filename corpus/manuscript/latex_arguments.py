"""The arguments of commands in LaTeX, and the citations in them."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression

_ARGUMENT: Final = expression(r"\\[\s\S]|[{}\[\]]")
_BRACE: Final = expression(r"\\[\s\S]|%[^\n]*|[{}]")
_SPACE: Final = expression(r"[ \t]{0,40}\n?[ \t]{0,40}")
_LONGEST: Final = 1_500


def braces(text: str, start: int, end: int) -> dict[int, int]:
    """The offset of the brace that closes, by that of the one that opens, in a stretch of a text."""
    fellows: dict[int, int] = {}
    waiting: list[int] = []
    for match in _BRACE.finditer(text, start, end):
        if match[0] == "{":
            waiting.append(match.start())
        elif match[0] == "}" and waiting:
            fellows[waiting.pop()] = match.start()
    return fellows


def argument(text: str, at: int, brackets: str) -> tuple[int, int] | None:
    """The offsets of the words of an argument that begins at `at`, in "[]" or "{}"; None if there is none."""
    space = _SPACE.match(text, at)
    start = space.end() if space else at
    if text[start : start + 1] != brackets[0]:
        return None
    depth, curly = 0, 0
    for match in _ARGUMENT.finditer(text, start, start + _LONGEST):
        sign = match[0]
        if sign in "{}":
            curly += 1 if sign == "{" else -1
        if sign == brackets[0] and (brackets == "{}" or not curly):
            depth += 1
        elif sign == brackets[1] and (brackets == "{}" or not curly):
            depth -= 1
            if not depth:
                return start + 1, match.start()
    return None


def arguments(text: str, at: int, kinds: str) -> tuple[str, int, int]:
    """The citation in the arguments from `at` on, where it stands, and the offset behind them.

    `kinds` are those of `corpus.manuscript.latex_syntax.QUOTING`. What csquotes cites by a key of its own is
    written as `\\autocite` is.
    """
    notes: list[str] = []
    citation, origin = "", at
    for kind in kinds:
        taken = argument(text, at, "{}" if kind in "ak" else "[]")
        if taken is None:
            continue
        said = text[slice(*taken)].strip()
        at = taken[1] + 1
        if kind == "p":
            notes.append(f"[{said}]")
            origin = origin if len(notes) > 1 else taken[0]
        elif kind == "k":
            citation, origin = f"\\autocite{''.join(notes)}{{{said}}}", origin if notes else taken[0]
        elif kind == "o" and said and not citation:
            # A citation may stand between braces, so that its own brackets are not taken for these.
            bare = said[1:-1] if said.startswith("{") and said.endswith("}") else said
            citation, origin = bare, taken[0] + text[slice(*taken)].index(bare)
    return (citation, origin, at) if any(map(str.isalnum, citation)) else ("", 0, at)
