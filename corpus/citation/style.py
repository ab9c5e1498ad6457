"""What a style is, and what citing in it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from corpus.citation.quoting import Quotation
from corpus.errors import PinciteError
from corpus.metadata import Metadata
from corpus.passage import Passage


class NoSuchStyle(PinciteError):
    """A style was asked for that Pincite does not write."""


class Reference(NamedTuple):
    """A citation without its quotation; the fields mean what they mean in `Citation`."""

    citation: str
    locator: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style.

    `name` is its key in `STYLES` and in the settings, `label` what a reader sees, `describes` one
    line about it. `refer` writes the citation, `quotation` says how the style sets a quotation.
    """

    name: str
    label: str
    describes: str
    quotation: Quotation
    refer: Callable[[Metadata, Passage], Reference]


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage cited in a style.

    `text` is the quotation with its citation, `citation` the citation alone, `style` the style's
    name. `locator` is the place as printed in it, "" where the style withholds it. `notes` say in
    short phrases what is missing and why, for the receipt.
    """

    text: str
    citation: str
    style: str
    locator: str
    notes: tuple[str, ...]
