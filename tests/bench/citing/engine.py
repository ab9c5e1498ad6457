"""The same works cited by a CSL engine, to compare with."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence

from corpus.metadata import Metadata

_STYLE = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>A bench</title><id>bench</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="(" suffix=")"><group delimiter=", ">
    <names variable="author"><name form="short" and="symbol"/></names>
    <date variable="issued"><date-part name="year"/></date>
    <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
  </group></layout></citation>
  <bibliography><layout suffix="."><text variable="title"/></layout></bibliography>
</style>
"""
"""Author, year and place: less than any of the styles asks for that we write."""


def citing_by_csl(works: Sequence[Metadata]) -> Callable[[], object] | None:
    """What cites one of the works anew, in a small style of our own; None without citeproc-py."""
    try:
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source import Locator
        from citeproc.source.json import CiteProcJSON
    except ImportError:
        return None
    items = [
        {
            "id": str(number),
            "type": "article-journal",
            "title": work.title,
            "author": [{"family": name.family or name.literal, "given": name.given} for name in work.authors],
            "issued": {"date-parts": [[work.date.year if work.date else 2000]]},
        }
        for number, work in enumerate(works)
    ]
    with tempfile.NamedTemporaryFile(suffix=".csl") as file:
        file.write(_STYLE)
        file.flush()
        style = CitationStylesStyle(file.name, validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)

    def cite() -> object:
        citation = Citation([CitationItem("0", locator=Locator("paragraph", "3"))])
        bibliography.register(citation)
        return bibliography.cite(citation, lambda _: None)

    return cite
