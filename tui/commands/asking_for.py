"""Options of every command that opens an article: where it may be fetched from, and what it is encoded in.

What stands before the command holds for it, too.
"""

from __future__ import annotations

from typing import Final

import click

from corpus.errors import BadValue

_LOCAL: Final = "pincite.local"
_ENCODING: Final = "pincite.encoding"


def _anywhere(context: click.Context, _option: click.Parameter, value: bool) -> bool:
    local: bool = context.meta.setdefault(_LOCAL, False) or value
    context.meta[_LOCAL] = local
    return local


def _codec(context: click.Context, _option: click.Parameter, value: str | None) -> str:
    if not value:
        before: str = context.meta.setdefault(_ENCODING, "")
        return before
    from corpus.encodings.names import said_codec  # few name one

    try:
        codec = context.meta[_ENCODING] = said_codec(value)
    except BadValue as fault:
        raise click.BadParameter(str(fault)) from fault
    return codec


local = click.option(
    "--local",
    is_flag=True,
    callback=_anywhere,
    help="Fetch also from this computer and its own network.",
)
"""The option of whatever may be given an address."""

encoding = click.option(
    "--encoding", metavar="NAME", callback=_codec, help="The encoding of the text, where it is told wrongly."
)
"""The option of whatever reads a text; the codec that is meant, or ""."""
