"""`pincite import`: what a bibliography says of the articles in the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from corpus.exchange.bibliography import Bibliography, read_bibliography
from corpus.home import Home
from corpus.index import Index
from corpus.library import Library
from corpus.library.importing import Known, Match, imported, known_articles, matches
from corpus.sanitiser import clean_name
from corpus.sources import IMPORTED
from tui.commands.interruption import interruptible
from tui.commands.printing import as_json as json_option
from tui.commands.printing import print_json, progress
from tui.saying import say

_MOST: Final = 64_000_000
"""Bytes: a bibliography of fifty thousand works."""

_NAMED: Final = 20
"""So many works that were not matched are named; all of them with --json."""

_STATES: Final = ("matched", "ambiguous", "not found")


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and keep nothing.")
@json_option
def command(file: Path, dry_run: bool, as_json: bool) -> None:
    """Take over what a bibliography says of articles in the library.

    FILE is BibTeX, BibLaTeX, CSL-JSON or Better BibTeX's JSON, as Zotero and others export it. A work is
    told by the path of its file, by its DOI or by its address. What is taken over stands above what the
    article says of itself, and below what its reader has corrected.

    With --json: [{"key", "title", "state": "matched", "ambiguous" or "not found", "by": "path", "DOI",
    "address" or null, "articles": [ids], "fields": [names], "notes": [sentences]}].
    """
    name = clean_name(file.name)
    bibliography = read_bibliography(file, IMPORTED + name, _MOST)
    home = Home.here()
    with interruptible() as stopped, Library(home.library) as library:
        with progress("Looking for them in the library") as step:
            articles = known_articles(library, step)
        found = matches(bibliography.works, articles, file.absolute().parent)
        if not dry_run:
            _keep(library, found, articles, name)
        _report(found, bibliography, articles, as_json=as_json, dry_run=dry_run)
        if not dry_run and not stopped():
            with progress("Indexing") as step:
                Index(home.index).catch_up(library, progress=step, stop=stopped)


def _keep(library: Library, found: Sequence[Match], articles: Sequence[Known], name: str) -> None:
    known = {article.id: article.metadata for article in articles}
    matched = [match for match in found if match.state == "matched"]
    with progress("Taking over") as step:
        for number, match in enumerate(matched):
            step(number, len(matched), match.work.metadata.title)
            (id,) = match.articles
            library.take_over(id, imported(match.work, known[id], name))


def _report(
    found: Sequence[Match],
    bibliography: Bibliography,
    articles: Sequence[Known],
    *,
    as_json: bool,
    dry_run: bool,
) -> None:
    titles = {article.id: article.metadata.title or clean_name(article.path.name) for article in articles}
    notes = [_notes(match, titles) for match in found]
    sentences = [*bibliography.faults, *(note for some in notes for note in some)]
    for sentence in sentences[:_NAMED]:
        say(sentence)
    if len(sentences) > _NAMED:
        say(f"There is more of the kind ({len(sentences) - _NAMED:,}): --json says all of it.")
    if as_json:
        print_json([_as_json(match, some) for match, some in zip(found, notes, strict=True)])
        return
    counts = Counter(match.state for match in found)
    counted = ", ".join(f"{counts[state]:,} {state}" for state in _STATES)
    print(f"{counted}; nothing was kept" if dry_run else counted)


def _notes(match: Match, titles: dict[int, str]) -> list[str]:
    """A sentence for each value of a work that can be none, and one where it was not matched."""
    called = f"“{match.work.metadata.title or match.work.key or 'a work without a title'}”"
    notes = [f"{called}: {fault}" for fault in match.work.faults]
    return notes if match.state == "matched" else [*notes, f"{called} {_why_not(match, titles)}"]


def _why_not(match: Match, titles: dict[int, str]) -> str:
    if not match.articles:
        return "is not in the library: “pincite add” its file first, or give it its DOI or address."
    some = ", ".join(f"{id} “{titles[id]}”" for id in match.articles[:3])
    if len(match.articles) > 1:
        return f"is by its {match.by} one of {len(match.articles)} articles, {some}: keep one of them."
    return f"is by its {match.by} the same article as another work, {some}: keep one of the works."


def _as_json(match: Match, notes: list[str]) -> dict[str, Any]:
    metadata = match.work.metadata
    return {
        "key": match.work.key or None,
        "title": metadata.title or None,
        "state": match.state,
        "by": match.by or None,
        "articles": list(match.articles),
        "fields": sorted(metadata.sources),
        "notes": notes,
    }
