"""Options of every command that opens an article: where it may be fetched from, and what it is encoded in."""

from __future__ import annotations

import click

from corpus.errors import BadValue

local = click.option("--local", is_flag=True, help="Fetch also from this computer and its own network.")
"""The option of whatever may be given an address."""


def _codec(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    if not value:
        return ""
    from corpus.encodings.names import said_codec  # few name one

    try:
        return said_codec(value)
    except BadValue as fault:
        raise click.BadParameter(str(fault)) from fault


encoding = click.option(
    "--encoding", metavar="NAME", callback=_codec, help="The encoding of the text, where it is told wrongly."
)
"""The option of whatever reads a text; the codec that is meant, or ""."""
