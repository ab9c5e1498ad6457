"""Where a value of metadata came from, in words a reader understands, and how far it may be believed.

In the order of precedence: what stands earlier is asked first, and holds where two disagree.
"""

from __future__ import annotations

from typing import Final, Literal

Confidence = Literal["confirmed", "stated", "likely", "guessed"]
"""`confirmed` by the reader; `stated` for machines to read, by whoever published or filed the article;
`likely` where the article's own words say so; `guessed` where something else was taken for it."""

READER: Final = "you"
IMPORTED: Final = "imported from "
"""How the source of a value begins that came with a bibliography; the file's name follows."""
READER_EARLIER: Final = "you, of an earlier text"
"""What the reader said of what stood in the file before something else did."""
CSL_SIDECAR: Final = "the .csl.json file beside it"
BIB_SIDECAR: Final = "the .bib file beside it"
FRONT_MATTER: Final = "front matter"
JSON_LD: Final = "JSON-LD"
CITATION_TAGS: Final = "citation_"
"""How the names of those tags begin; the source is the tag's own name."""
PRISM: Final = "PRISM"
DUBLIN_CORE: Final = "Dublin Core"
OPEN_GRAPH: Final = "OpenGraph"
SAVED: Final = "what saved the page"
FIELDS: Final = "the fields at its head"
"""Of reStructuredText, Org and AsciiDoc, a manual page, or a message."""

_CONFIDENCE: Final[dict[str, Confidence]] = {
    READER: "confirmed",
    CSL_SIDECAR: "stated",
    BIB_SIDECAR: "stated",
    FRONT_MATTER: "stated",
    JSON_LD: "stated",
    PRISM: "stated",
    DUBLIN_CORE: "stated",
    OPEN_GRAPH: "stated",
    FIELDS: "stated",
    SAVED: "stated",
    READER_EARLIER: "guessed",
    "the page’s title": "guessed",
    "the first heading": "guessed",
}


def confidence(source: str) -> Confidence:
    """How far a value from that source may be believed; what the article's words say is `likely`."""
    if source.startswith((CITATION_TAGS, IMPORTED)):
        return "stated"
    return _CONFIDENCE.get(source, "likely")
