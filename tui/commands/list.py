"""`pincite list`: what is in the library."""

from __future__ import annotations

from typing import Final

import click

from corpus.home import Home
from corpus.library import Article, Library
from tui.commands.printing import Column, print_json, print_table
from tui.commands.printing import as_json as json_option
from tui.saying import say

_COLUMNS: Final = (
    Column("id", number=True),
    Column("title"),
    Column("authors"),
    Column("date"),
    Column("words", number=True),
    Column("read", number=True),
)


@click.command(name="list")
@json_option
def command(as_json: bool) -> None:
    """List what is in the library.

    The article that was read last comes first.
    """
    with Library(Home.here().library) as library:
        articles = library.articles()
    if as_json:
        print_json([_as_json(article) for article in articles])
    elif articles:
        print_table(_COLUMNS, [_row(article) for article in articles])
    else:
        say("The library is empty: “pincite add PATH” takes files and folders into it.")


def _as_json(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "authors": list(article.authors),
        "date": article.date or None,
        "source": article.address or str(article.path),
        "words": article.words,
        "read": round(article.read, 4),
    }


def _row(article: Article) -> tuple[str, ...]:
    words, read = f"{article.words:,}", f"{article.read:.0%}"
    return str(article.id), article.title, ", ".join(article.authors), article.date, words, read
