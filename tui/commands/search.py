"""`pincite search`: where words stand, in the library or in the files that are named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.home import Home
from corpus.index import Index
from corpus.library import Library
from corpus.sanitiser import clean_line
from corpus.search import Search, search_documents
from corpus.search.answer import Answer, Hit
from corpus.search.query import LANGUAGE
from tui.commands.articles import article_named
from tui.commands.catching_up import catch_up
from tui.commands.folders import files_meant
from tui.commands.printing import as_json as json_option
from tui.commands.printing import print_json, print_lines
from tui.saying import say

_FORMS = "\b\n" + "\n".join(f"{example:<20}{meaning}" for example, meaning in LANGUAGE)


@click.command(name="search", epilog=_FORMS)
@click.argument("query")
@click.argument("more", nargs=-1, metavar="")
@click.option("--in", "within", multiple=True, metavar="PATH…", help="Search these files and folders alone.")
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=20, show_default=True, help="At most so many."
)
@json_option
def command(query: str, more: tuple[str, ...], within: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find words in the library.

    The best places come first. What a query may say stands below.
    """
    if more and not within:
        raise click.UsageError("Put a query of several words in quotation marks.")
    if within:
        _show(search_documents(query, _articles(within + more), limit), as_json=as_json)
        return
    home = Home.here()
    with Library(home.library) as library:
        index = Index(home.index)
        _show(Search(library, index).hits(query, limit=limit), as_json=as_json)
        catch_up(index, library)


def _show(answer: Answer, *, as_json: bool) -> None:
    for note in answer.notes:
        say(note)
    for typed, offered in answer.corrected:
        say(f"0 for {clean_line(typed)} · {answer.total:,} for {offered}")
    if as_json:
        print_json([_as_json(hit) for hit in answer.hits])
    elif answer.hits:
        _print(answer.hits)
    else:
        say("Nothing was found.")
    if answer.total > len(answer.hits):
        say(f"{len(answer.hits):,} of {answer.total:,} places are shown: --limit shows more.")


def _articles(paths: tuple[str, ...]) -> Iterator[tuple[str, Document]]:
    """One article after the other, so that a folder's are not all held at once."""
    for path in paths:
        if not Path(path).is_dir():
            yield article_named(path)[:2]
            continue
        for file in files_meant([Path(path)]):
            try:
                yield article_named(str(file))[:2]
            except CannotOpen as fault:
                # Nobody named this file: it does not keep the others from being searched.
                say(str(fault))


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "article": hit.article,
        "title": hit.title,
        "section": list(hit.section),
        "paragraph": hit.paragraph,
        "start": hit.start,
        "end": hit.end,
        "snippet": hit.snippet.text,
        "score": hit.score,
    }


def _print(hits: tuple[Hit, ...]) -> None:
    from rich.text import Text

    lines = []
    for hit in hits:
        place = [hit.title, *hit.section] + ([hit.place] if hit.place else [])
        lines.append(Text(" › ".join(place), style="bold"))
        snippet = Text(f"  {hit.snippet.text}")
        for start, end in hit.snippet.marks:
            snippet.stylize("reverse", start + 2, end + 2)
        lines.append(snippet)
    print_lines(lines)
