"""The levels of headings: by what divides what, then by the depth of their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from corpus.outline.divisions import RANKS
from corpus.outline.lines.candidate import Candidate, kind_of

_Key: TypeAlias = tuple[int, int]

_UNDERLINED, _CALLED, _OTHERS = range(3)
_CHAPTERS: Final = RANKS["chapter"]


def key_of_levels(headings: Sequence[Candidate]) -> Callable[[Candidate], _Key]:
    """What tells the level of each of these headings, in order: the smallest key is the highest level."""
    lines: dict[str, list[int]] = {}
    for one in headings:
        lines.setdefault(one.family, []).append(one.line)
    ranks = _ranks(headings, lines)
    groups = _groups(headings, lines)

    def key(one: Candidate) -> _Key:
        if one.kind == "underlined":
            return _UNDERLINED, lines[one.family][0]
        if one.kind == "第":
            return _CALLED, one.rank
        if one.kind == "keyword" and one.family not in groups:
            return _CALLED, ranks[one.family]
        # Only over numbers is the first line without one surely the title.
        least = 0 if one.kind == "keyword" or "decimal" not in groups else -1
        return groups[one.family], 0 if one.kind == "keyword" else max(least, one.rank)

    # A preface stands beside the highest of what counts.
    top = min((key(one) for one in headings if one.path), default=(_OTHERS, 0))
    return lambda one: top if one.family == "named" else key(one)


def _ranks(headings: Sequence[Candidate], lines: dict[str, list[int]]) -> dict[str, int]:
    """The rank of each division that is called by name, as this text uses them."""
    ranks = {f"keyword {name}": rank for name, rank in RANKS.items()}
    # Some divide books into titles and those into parts, others the other way round.
    upper = [family for family in lines if ranks.get(family, _CHAPTERS) < _CHAPTERS]
    upper.sort(key=lambda family: lines[family][0])
    ranks.update(zip(upper, sorted(ranks[family] for family in upper), strict=True))
    counts = Counter(one.family for one in headings)
    # Regulations gather articles into sections; constitutions divide articles into them.
    if counts["keyword section"] > counts["keyword article"] > 0:
        ranks["keyword section"] = ranks["keyword article"] + 1
    # What is appended to the whole stands beside its highest divisions.
    if appended := lines.get("keyword appendix"):
        others = [lines[one] for one in lines if kind_of(one) == "keyword" and one != "keyword appendix"]
        if all(max(other) < appended[0] for other in others):
            ranks["keyword appendix"] = min((ranks[one] for one in lines if one in ranks), default=0)
    return ranks


def _groups(headings: Sequence[Candidate], lines: dict[str, list[int]]) -> dict[str, int]:
    """Where each other family stands: in the order in which they come up, the inner ones last."""
    families = [one for one in lines if kind_of(one) not in ("underlined", "keyword", "第", "named")]
    families.sort(key=lambda one: (kind_of(one) == "inner", lines[one][0]))
    groups = {family: at for at, family in enumerate(families, _OTHERS)}
    decimal = lines.get("decimal")
    if decimal:
        # "Abstract" stands beside "1. Introduction": the same level, only not counted.
        if "outdented" in groups:
            groups["outdented"] = groups["decimal"]
        # "A. Tables" behind "9. Results" is an appendix.
        if "letter" in groups and lines["letter"][0] > decimal[-1]:
            groups["letter"] = groups["decimal"]
    if "capitals" in groups and (beside := _in_capitals(headings, families)):
        groups["capitals"] = groups[beside] = min(groups["capitals"], groups[beside])
    called = [one for one in lines if kind_of(one) == "keyword"]
    outer = next((one for one in families if one in ("decimal", "roman", "letter")), None)
    if called == ["keyword appendix"] and outer and lines[outer][0] < lines["keyword appendix"][0]:
        groups["keyword appendix"] = groups[outer]
    return groups


def _in_capitals(headings: Sequence[Candidate], families: Sequence[str]) -> str | None:
    """The outermost numbered family, if its titles are in capitals like those without a number."""
    outer = next((one for one in families if one not in ("capitals", "outdented")), None)
    titles = [one.name for one in headings if one.family == outer and one.rank == 0 and one.name]
    return outer if titles and sum(map(str.isupper, titles)) * 2 > len(titles) else None
