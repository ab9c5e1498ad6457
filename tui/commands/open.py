"""`pincite open`: where a citation, a link or a quotation leads."""

from __future__ import annotations

import sys
from typing import Final

import click

from corpus.errors import PinciteError
from corpus.home import Home
from tui.commands.printing import as_json as json_option
from tui.commands.printing import print_json
from tui.pasted import MOST
from tui.reading_call import read_traced
from tui.saying import say
from tui.services import Services
from tui.traced import Traced, trace_reference

_BYTES: Final = 4 * (MOST + 1)
"""What is read of standard input: as much as the longest reference may have, and a character more."""


@click.command(name="open")
@click.argument("reference", nargs=-1, required=True, metavar="REFERENCE")
@json_option
@click.pass_obj
def command(private: bool, reference: tuple[str, ...], as_json: bool) -> None:
    """Go where a citation, a link or a quotation leads.

    REFERENCE is a citation in any of the styles, a link, or the words of a quotation; “-” takes it from
    standard input. One place is opened; of several that it may mean, the reader lets you choose.
    """
    piped = reference == ("-",)
    services = Services.of(Home.here(), private=private)
    if services.kept is None:
        empty = "Nothing is in the library yet: “pincite add PATH” takes articles in."
        raise PinciteError(" ".join(services.warnings) or empty)
    traced = trace_reference(_piped() if piped else " ".join(reference), services)
    if as_json:
        print_json([_as_json(traced, number) for number in range(len(traced.offers))])
    if not traced.offers:
        if as_json:
            say(traced.sentence)
            raise click.exceptions.Exit(1)
        raise PinciteError(traced.sentence)
    if not as_json:
        raise click.exceptions.Exit(read_traced(traced, private=private, piped=piped))


def _piped() -> str:
    if sys.stdin.isatty():
        raise PinciteError("Nothing is piped in: write “some-program | pincite open -”, or the reference.")
    return sys.stdin.buffer.read(_BYTES).decode("utf-8", "replace")


def _as_json(traced: Traced, number: int) -> dict[str, object]:
    destination = traced.offers[number].destination
    return {**destination._asdict(), "words": traced.offers[number].words}
