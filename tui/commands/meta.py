"""`pincite meta`: what is known of an article, where each value came from, and correcting it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from corpus.editing import FIELDS, field_named, shown, swapped, value_of, written
from corpus.errors import BadValue, NoSuchPlace, PinciteError
from corpus.exchange import csl_writing
from corpus.exchange.key import key
from corpus.fetching.address import is_address
from corpus.home import Home
from corpus.library import Library
from corpus.library.taking_in import take_in
from corpus.metadata import Metadata, Name
from corpus.name_notation import names_of
from corpus.sources import confidence
from tui.commands.articles import article_named
from tui.commands.asking_for import local as local_option
from tui.commands.printing import Column, print_json, print_table
from tui.commands.printing import as_json as json_option
from tui.fetching import fetched, kept
from tui.opening import looks_like_path

_COLUMNS: Final = (Column("field"), Column("value"), Column("from"), Column("confidence"))
_EPILOG: Final = "\b\nFields:\n" + "\n".join(f"{field.name:<21}{field.hint}" for field in FIELDS.values())


class _Changes(NamedTuple):
    """What the command line asks for: texts by field, fields to forget, numbers of authors to swap."""

    texts: dict[str, str]
    forgotten: tuple[str, ...]
    swaps: tuple[int, ...]


def _settings(_context: click.Context, _option: click.Parameter, values: Sequence[str]) -> dict[str, str]:
    texts = {}
    for value in values:
        name, equals, text = value.partition("=")
        if not equals:
            raise click.BadParameter(f"“{value}” has no “=”: write --set title=… and the like.")
        texts[_field(name)] = text
    return texts


def _fields(_context: click.Context, _option: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(_field, values))


def _field(name: str) -> str:
    try:
        return field_named(name).name
    except BadValue as fault:
        raise click.BadParameter(str(fault)) from fault


@click.command(name="meta", epilog=_EPILOG)
@click.argument("article", metavar="PATH|URL|ARTICLE")
@click.option(
    "--set",
    "texts",
    multiple=True,
    metavar="FIELD=VALUE",
    callback=_settings,
    help="Correct a field; nothing after the “=” says that the article has none.",
)
@click.option(
    "--unset",
    "forgotten",
    multiple=True,
    metavar="FIELD",
    callback=_fields,
    help="Take a correction back; where there is none, what was imported.",
)
@click.option(
    "--swap",
    "swaps",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Take the other part of the N-th author for the family name: of “He Jing”, He or Jing.",
)
@local_option
@json_option
def command(
    article: str,
    texts: dict[str, str],
    forgotten: tuple[str, ...],
    swaps: tuple[int, ...],
    local: bool,
    as_json: bool,
) -> None:
    """Show what is known of an article, and correct it.

    Each value stands with where it came from and how far it may be believed: confirmed by the reader,
    stated by who published it, likely by the article's own words, or guessed. What is corrected is kept in
    the library, and never written to the file.

    With --json: {"item": the work as CSL-JSON, "fields": [{"field", "value", "source", "confidence"}]},
    null where a value is not known.
    """
    changes = _Changes(texts, forgotten, swaps)
    if any(changes):
        metadata = _corrected(article, changes, local=local)
    else:
        metadata = article_named(article, local=local).document.metadata
    if as_json:
        item = csl_writing.item(metadata, key(metadata))
        print_json({"item": item, "fields": [_as_json(metadata, field) for field in FIELDS]})
        return
    rows = [_row(metadata, field) for field in FIELDS if shown(metadata, field) or field in metadata.sources]
    print_table(_COLUMNS, rows)


def _corrected(reference: str, changes: _Changes, *, local: bool) -> Metadata:
    """The metadata of an article with these changes, which the library keeps from now on."""
    for field, text in changes.texts.items():
        value_of(field, text)  # all of them are good, or none is kept
    with Library(Home.here().library) as library:
        id = _id_of(library, reference, local=local)
        for field in changes.forgotten:
            library.edit(id, field, None)
        texts = dict(changes.texts)
        if changes.swaps:
            said = texts.get("authors")
            known = library.document(id).metadata.authors if said is None else names_of(said)
            texts["authors"] = written(_swapped(known, changes.swaps))
        for field, text in texts.items():
            library.edit(id, field, text)
        return library.document(id).metadata


def _id_of(library: Library, reference: str, *, local: bool) -> int:
    """The number of the article in the library, which takes in the file that is named."""
    if reference == "-":
        raise PinciteError("What is piped in is kept nowhere: save it to a file, and correct that.")
    if is_address(reference):
        home = Home.here()
        page = kept(reference, home) or fetched(reference, home, local=local).path
        return take_in(library, page).article.id
    path = Path(os.path.abspath(reference))
    if not os.path.lexists(reference):
        try:
            return library.find(reference).id
        except NoSuchPlace:
            if not looks_like_path(reference):
                raise
    # Who wrote a file's name is told what is wrong with the file.
    return take_in(library, path).article.id


def _swapped(names: Sequence[Name], numbers: Sequence[int]) -> tuple[Name, ...]:
    """The names, with the parts of those exchanged that have these numbers. Raises NoSuchPlace."""
    exchanged = list(names)
    for number in numbers:
        if number > len(exchanged):
            raise NoSuchPlace(f"There is no author {number}: this article has {len(names) or 'none'}.")
        exchanged[number - 1] = swapped(exchanged[number - 1])
    return tuple(exchanged)


def _row(metadata: Metadata, field: str) -> tuple[str, ...]:
    source = metadata.sources.get(field, "")
    return field, shown(metadata, field), source, confidence(source) if source else ""


def _as_json(metadata: Metadata, field: str) -> dict[str, Any]:
    source = metadata.sources.get(field)
    return {
        "field": field,
        "value": shown(metadata, field) or None,
        "source": source,
        "confidence": confidence(source) if source else None,
    }
