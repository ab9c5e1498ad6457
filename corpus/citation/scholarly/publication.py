"""Where a work was published: its address, its publisher, and whether its author did it."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.metadata import Metadata
from corpus.people import outlet

_DOI: Final = expression(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)")


def doi(work: Metadata) -> str:
    """The DOI without the address of its resolver: "10.5555/jwl.3"; "" where there is none."""
    return _DOI.sub("", work.doi)


def address(work: Metadata) -> str:
    """The DOI as a link, else the URL."""
    return f"https://doi.org/{bare}" if (bare := doi(work)) else work.url


def publisher(work: Metadata) -> str:
    """The publisher; "" where the work’s author is."""
    return work.publisher if outlet(work._replace(container="")) else ""


def is_own_site(work: Metadata) -> bool:
    """Whether the site or publisher of a work is left out because it is its author."""
    return bool(work.container or work.publisher) and not outlet(work)
