"""`pincite cite`: a passage with a citation to the exact place."""

from __future__ import annotations

import re
from string import ascii_letters
from typing import Final, get_args

import click

from corpus.citation import Form, cite
from corpus.home import Home
from corpus.links import link_to
from corpus.passages.passage import Passage, passage_of_quote
from corpus.passages.shown_passage import passage_called
from tui.commands.articles import Article, article_named
from tui.commands.asking_for import encoding as encoding_option
from tui.commands.asking_for import local as local_option
from tui.commands.printing import as_json as json_option
from tui.commands.printing import print_json, print_lines
from tui.commands.style_name import METAVAR, style_name
from tui.saying import say
from tui.settings import load

_NUMBER: Final = r"([1-9][0-9]{0,8}[A-Za-z]?)"
_NUMBERS: Final = re.compile(rf"{_NUMBER}(?:[-–]{_NUMBER})?")


def _paragraphs(
    _context: click.Context, _option: click.Parameter, value: str | None
) -> tuple[str, str] | None:
    """The numbers of the first and the last paragraph that are meant: "3", "3-5"."""
    if value is None:
        return None
    match = _NUMBERS.fullmatch(value)
    if match is None:
        raise click.BadParameter(f"“{value}” is no paragraph: write a number, or two as in 3-5.")
    first, last = match[1], match[2] or match[1]
    if int(last.rstrip(ascii_letters)) < int(first.rstrip(ascii_letters)):
        raise click.BadParameter(f"“{value}” runs backwards: write the lower number first.")
    return first, last


@click.command(name="cite")
@click.argument("article", metavar="PATH|URL|ARTICLE")
@click.option(
    "--paragraph",
    metavar="N[-M]",
    callback=_paragraphs,
    help="The paragraph, or the first and the last, by the numbers beside them when one reads: those that"
    " the source prints, else those that are counted.",
)
@click.option("--quote", metavar="TEXT", help="The words to cite, as they stand in the article.")
@click.option("--style", metavar=METAVAR, callback=style_name, help="In place of the style in the settings.")
@click.option(
    "--form",
    type=click.Choice(get_args(Form)),
    default="cite",
    help="What stands behind the words (cite), what does when they are cited again (short) and directly"
    " after (ibid), or the entry in the bibliography.",
)
@local_option
@encoding_option
@json_option
def command(
    article: str,
    paragraph: tuple[str, str] | None,
    quote: str | None,
    style: str | None,
    form: Form,
    local: bool,
    encoding: str,
    as_json: bool,
) -> None:
    """Print a passage with its citation; an entry in the bibliography without it.

    The passage is whole paragraphs, or the words of --quote, in those paragraphs where both are given.
    """
    if paragraph is None and quote is None:
        raise click.UsageError("Say which passage: --paragraph N, --quote TEXT, or both.")
    named = article_named(article, local=local, encoding=encoding)
    passage = _passage(named, paragraph, quote)
    citation = cite(named.document.metadata, passage, style or _usual_style(), form)
    if as_json:
        print_json(
            {
                "text": citation.text,
                "citation": citation.citation,
                "style": citation.style,
                "locator": citation.locator,
                "link": link_to(named.document, [(passage.start, passage.end)]),
                "notes": list(citation.notes),
                "unchecked": list(citation.unchecked),
            }
        )
        return
    print_lines([citation.citation if form == "entry" else citation.text])
    for note in citation.notes:
        say(note)
    for rule in citation.unchecked:
        say(f"check this style: {rule}")


def _passage(article: Article, paragraph: tuple[str, str] | None, quote: str | None) -> Passage:
    within = None
    if paragraph is not None:
        within = passage_called(article.document, article.outline, *paragraph)
    if quote is None and within is not None:
        return within
    return passage_of_quote(article.document, article.outline, quote or "", within)


def _usual_style() -> str:
    """The style of the settings; what is wrong with them is said."""
    settings, faults = load(Home.here())
    for fault in faults:
        say(fault)
    return settings.style
