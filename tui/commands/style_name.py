"""The name of a citation style on the command line: one of ours, or a .csl file."""

from __future__ import annotations

from typing import Final

import click

from corpus.citation import STYLES
from corpus.citation.catalogue import CSL
from corpus.home import Home
from corpus.sanitiser import clean_line

METAVAR: Final = f"[{'|'.join(STYLES)}|FILE{CSL}]"
"""How help shows what may stand there."""


def style_name(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """A name that `corpus.citation.STYLES` knows: of a style, or of a file, one of the reader's own too.

    Whether there is a style in the file is found out by citing.
    """
    if value is None or value in STYLES:
        return value
    own = f"{value}{CSL}"
    if (Home.here().styles / own).exists():
        return own
    names = ", ".join(STYLES)
    raise click.BadParameter(
        f"“{clean_line(value)}” is no style: choose one of {names}, or give a {CSL} file."
    )
