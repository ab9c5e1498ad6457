"""`pincite check`: whether quotations stand in the articles, word for word, and where they are cited."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import click

from corpus.encodings.said import settled
from corpus.errors import CannotOpen, PinciteError
from corpus.file_bytes import read_bytes
from corpus.manuscript import quotation_in, read_manuscript
from corpus.manuscript.checking import ManuscriptChecker
from corpus.manuscript.quoted import Manuscript
from corpus.manuscript.reading import FORMATS, MOST_BYTES, ManuscriptFormat
from tui.commands.asking_for import encoding as encoding_option
from tui.commands.check_report import Report, lines_of, report_json
from tui.commands.check_sources import checker_of
from tui.commands.printing import as_json as json_option
from tui.commands.printing import print_json, print_lines, progress
from tui.opening import looks_like_path

_LONGEST_NAME: Final = 1_000
"""Characters that the path of a file may have; what is longer is a quotation."""


@click.command(name="check")
@click.argument("target", metavar="QUOTE|FILE|-")
@click.argument("more", nargs=-1, metavar="")
@click.option("--in", "within", multiple=True, metavar="PATH…", help="Look in these files and folders alone.")
@click.option(
    "--format", type=click.Choice(FORMATS), help="That of the manuscript, if its name does not tell it."
)
@encoding_option
@click.option("--all", "all_of_it", is_flag=True, help="Show also what is right.")
@json_option
@click.pass_context
def command(
    context: click.Context,
    target: str,
    more: tuple[str, ...],
    within: tuple[str, ...],
    format: ManuscriptFormat | None,
    encoding: str,
    all_of_it: bool,
    as_json: bool,
) -> None:
    """Check a quotation, or every quotation of a manuscript, against the library.

    FILE is a manuscript in Markdown, plain text, HTML or LaTeX, “-” is one on standard input. Of each
    quotation is said whether its words stand there verbatim, altered, in part (partial) or not at all
    (absent), and whether the citation beside it names the right work and place; unchecked is one that
    proves nothing, as of one word alone. The status is 0 if all is right, 1 if not, or if a part of the
    manuscript could not be read.

    With --json it is one object: "quotations" (each with "line", "column", "kind", "text", "verdict",
    "right", "matches", "citation", "cited_at", "before", "agreed", "faults"), "faults", "passed_over",
    "searched", "right", and "summary".
    """
    if more and not within:
        raise click.UsageError(
            "Put a quotation of several words in quotation marks, and check one file a time."
        )
    name, manuscript, path = _manuscript(target, format, settled(encoding, ""))
    if not manuscript.quotations and not manuscript.faults:
        raise PinciteError(f"Nothing is quoted in {name}: there is nothing to check.")
    with checker_of(within + more, path) as checker:
        report = _report(name, manuscript, checker)
        if as_json:
            print_json(report_json(report))
        else:
            print_lines(list(lines_of(report, all_of_it=all_of_it or not name)))
    context.exit(0 if report.is_right else 1)


def _manuscript(
    target: str, format: ManuscriptFormat | None, encoding: str
) -> tuple[str, Manuscript, Path | None]:
    """What it is called, what is quoted in it, and its file. Raises CannotOpen."""
    if target == "-":
        if sys.stdin.isatty():
            raise PinciteError(
                "Nothing is piped in: write “some-program | pincite check -”, or give a file’s name."
            )
        return "-", read_manuscript(sys.stdin.buffer.read(MOST_BYTES + 1), "", format, encoding), None
    path = Path(target)
    if len(target) <= _LONGEST_NAME and (os.path.lexists(target) or _names_a_file(target)):
        data = read_bytes(path, MOST_BYTES + 1)
        return target, read_manuscript(data, path.name, format, encoding), path
    quoted = quotation_in(target)
    if quoted is None:
        raise CannotOpen("There are no words in this quotation: give some that stand in the source.")
    return "", Manuscript((quoted,)), None


def _names_a_file(target: str) -> bool:
    """Whether a word that is no file’s name was meant for one; a quotation has more words than one."""
    return len(target.split()) == 1 and looks_like_path(target)


def _report(name: str, manuscript: Manuscript, checker: ManuscriptChecker) -> Report:
    checked, titles = [], 0
    with progress("Checking") as step:
        for number, quoted in enumerate(manuscript.quotations):
            step(number, len(manuscript.quotations))
            one = checker.check(quoted)
            if name and checker.is_title(one):
                titles += 1
            else:
                checked.append(one)
    return Report(name, manuscript, checked, checker.searched, titles)
