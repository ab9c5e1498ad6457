"""What became of the quotations of a manuscript, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from corpus.diff_text import FULL, diff_pieces
from corpus.manuscript.checking import CheckedQuoted
from corpus.manuscript.quoted import Fault, Manuscript, Spot
from corpus.quotation.checked import Match, Searched, Verdict
from corpus.sanitiser import clean_line, clean_name

if TYPE_CHECKING:
    from rich.text import Text

_WORDS: Final = 100
"""Characters of a quotation that its first line shows."""
_UNCHECKED: Final = "unchecked"
_STYLES: Final = {Verdict.VERBATIM: "green", Verdict.PARTIAL: "yellow"}
_COLOURS: Final = {"same": "", "gone": "red", "come": "green"}


class Report(NamedTuple):
    """All that is said of a manuscript.

    `name` is "" for a quotation that was typed by itself; `titles` are those that were told only by the
    articles.
    """

    name: str
    manuscript: Manuscript
    quotations: Sequence[CheckedQuoted]
    searched: Searched
    titles: int = 0

    @property
    def is_right(self) -> bool:
        """Whether nothing is to be said against it."""
        return not self.manuscript.faults and all(one.is_right for one in self.quotations)


def lines_of(report: Report, *, all_of_it: bool) -> Iterator[Text]:
    """The lines for people: what is wrong, in the order of the manuscript; or `all_of_it`; and a summary."""
    from rich.text import Text

    told: list[tuple[Spot, CheckedQuoted | Fault]] = [(one.quoted.spot, one) for one in report.quotations]
    told += [(fault.spot, fault) for fault in report.manuscript.faults]
    for spot, one in sorted(told, key=lambda pair: pair[0]):
        if isinstance(one, Fault):
            yield _line((_at(report, spot), "bold"), ("fault", "red"), (f"  {one.sentence}", ""))
        elif all_of_it or not one.is_right:
            yield from _quotation_lines(report, one)
    yield Text(summary(report), style="bold")


def summary(report: Report) -> str:
    """How many quotations there are of each kind, on one line."""
    counted = Counter(map(_verdict, report.quotations))
    kinds = (*(verdict.value for verdict in Verdict), _UNCHECKED)
    wrong = sum(one.is_cited_wrongly for one in report.quotations)
    parts = [" · ".join(f"{counted[kind]} {kind}" for kind in kinds if counted[kind]) or "nothing is quoted"]
    parts += [f"{_many(wrong, 'citation')} wrong"] if wrong else []
    parts += [_many(len(report.manuscript.faults), "fault")] if report.manuscript.faults else []
    over = report.manuscript.passed_over
    passed = [
        _many(count, what)
        for count, what in (
            (over.short, "word or two set off"),
            (over.titles + report.titles, "title"),
        )
        if count
    ]
    said = f"{_many(len(report.quotations), 'quotation')}: {'; '.join(parts)}."
    said += f" Passed over: {', '.join(passed)}." if passed else ""
    return f"{said} Looked for in {_articles(report.searched)}."


def report_json(report: Report) -> dict[str, object]:
    """The same for programs."""
    over = report.manuscript.passed_over
    return {
        "manuscript": clean_name(report.name),
        "format": report.manuscript.format,
        "encoding": report.manuscript.encoding,
        "right": report.is_right,
        "quotations": [_quotation_json(one) for one in report.quotations],
        "faults": [{**_spot_json(one.spot), "sentence": one.sentence} for one in report.manuscript.faults],
        "passed_over": {"short": over.short, "titles": over.titles + report.titles},
        "searched": report.searched._asdict(),
        "summary": summary(report),
    }


def _verdict(one: CheckedQuoted) -> str:
    """What is said of a quotation: one that is at fault itself was looked for nowhere."""
    checked = one.checked
    return _UNCHECKED if checked.faults and not checked.matches else checked.verdict.value


def _quotation_lines(report: Report, one: CheckedQuoted) -> Iterator[Text]:
    verdict = one.checked.verdict
    head = _at(report, one.quoted.spot)
    words = clean_line(one.quoted.text)
    shown = words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"
    style = _STYLES.get(verdict, "red")
    yield _line((head, "bold"), (_verdict(one), style), (f"  “{shown}”", ""))
    for fault in one.checked.faults:
        yield _line(("    ", ""), (fault, ""))
    if one.match is not None:
        yield from _match_lines(one.match)
        for other in one.checked.matches:
            # What is pieced together is shown with all its pieces, what was typed with all its places.
            if other is not one.match and (verdict is Verdict.PARTIAL or not report.name):
                yield from _match_lines(other)
    if verdict is Verdict.ABSENT and not one.checked.faults:
        yield _line(("    ", ""), (f"not in {_articles(one.checked.searched)}", ""))
    yield from _citation_lines(report, one)


def _match_lines(match: Match) -> Iterator[Text]:
    place = f" · {match.place}" if match.place else ""
    yield _line(("    ", ""), (f"{match.title}{place}", "italic"))
    if any(run.kind != "same" for run in match.diff):
        pieces = diff_pieces(match.diff, FULL, signs=True)
        yield _line(("    ", ""), *((shown.text, _COLOURS[shown.kind]) for shown in pieces))
    if match.verdict is not Verdict.VERBATIM and match.offered:
        yield _line(("    the source: ", "dim"), (f"“{clean_line(match.offered)}”", ""))
    for remark in match.remarks:
        yield _line(("    ", ""), (remark, "dim"))


def _citation_lines(report: Report, one: CheckedQuoted) -> Iterator[Text]:
    quoted, agreed = one.quoted, one.agreed
    citation = clean_line(quoted.citation)
    shown = citation if len(citation) <= _WORDS else f"{citation[: _WORDS - 1].rstrip()}…"
    if not quoted.citation:
        return
    where = _at(report, quoted.cited_at or quoted.spot)
    if agreed is None:
        if one.cited and one.checked.verdict is Verdict.ABSENT:
            yield _line(("    ", ""), (f"the citation names “{one.cited[0]}”: {shown}", "dim"))
        return
    if one.is_cited_wrongly:
        yield _line(("    ", ""), (where, "bold"), ("wrong citation", "red"), (f"  {shown}", ""))
        yield _line(("      ", ""), (what_is_wrong(one), ""))
    else:
        yield _line(("    ", ""), (f"{shown}: {_what_is_right(one)}", "dim"))


def what_is_wrong(one: CheckedQuoted) -> str:
    """What of a citation is wrong, in words."""
    agreed, match = one.agreed, one.match
    if agreed is None or match is None:
        return ""
    parts = []
    if agreed.work == "wrong":
        parts.append(f"it names another work than “{match.title}”")
    if agreed.place == "wrong":
        ought = agreed.ought or match.place
        parts.append(
            f"it says {agreed.says}, the words stand at {ought}" if ought else f"it says {agreed.says}"
        )
    return clean_line("; ".join((*parts, *agreed.notes)))


def _what_is_right(one: CheckedQuoted) -> str:
    agreed = one.agreed
    if agreed is None:
        return ""
    said = {
        "right": "the right work",
        "unsaid": "no work is named",
        "unknown": "whether it names the work cannot be told",
        "wrong": "",
    }[agreed.work]
    place = {
        "right": "the right place",
        "unsaid": "no place is named",
        "unknown": "whether it names the place cannot be told",
        "wrong": "",
    }[agreed.place]
    return clean_line(", ".join(filter(None, (said, place, *agreed.notes))))


def _line(*pieces: tuple[str, str]) -> Text:
    from rich.text import Text

    line = Text()
    for words, style in pieces:
        line.append(words, style)
    return line


def _at(report: Report, spot: Spot) -> str:
    return f"{clean_name(report.name)}:{spot.line}:{spot.column}  " if report.name else ""


def _articles(searched: Searched) -> str:
    the = "the" if searched.where.startswith("these") else "these"
    these = "the one article" if searched.articles == 1 else f"{the} {searched.articles:,} articles"
    unread = f", of which {searched.unreadable:,} could not be read" if searched.unreadable else ""
    return f"{these} of {searched.where}{unread}"


def _many(count: int, what: str) -> str:
    if count == 1:
        return f"1 {what}"
    plural = what.replace("word or two", "words or two") if what.startswith("word") else f"{what}s"
    return f"{count:,} {plural}"


def _spot_json(spot: Spot) -> dict[str, int]:
    return {"line": spot.line, "column": spot.column}


def _quotation_json(one: CheckedQuoted) -> dict[str, object]:
    quoted = one.quoted
    return {
        **_spot_json(quoted.spot),
        "kind": quoted.kind,
        "text": quoted.text,
        "verdict": _verdict(one),
        "right": one.is_right,
        "matches": [_match_json(match) for match in one.checked.matches],
        "citation": quoted.citation,
        "cited_at": _spot_json(quoted.cited_at) if quoted.cited_at else None,
        "before": quoted.before,
        "agreed": one.agreed._asdict() if one.agreed else None,
        "faults": list(one.checked.faults),
    }


def _match_json(match: Match) -> dict[str, Any]:
    return {
        **match._asdict(),
        "verdict": match.verdict.value,
        "diff": [run._asdict() for run in match.diff],
    }
