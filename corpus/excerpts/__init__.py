"""Clips written down for others: a document with one bibliography, or a list of works for other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.citation import STYLES, style_named
from corpus.clip import Clip
from corpus.errors import PinciteError
from corpus.excerpts.collection import Collection, collected
from corpus.sanitiser import clean_text

if TYPE_CHECKING:
    from corpus.citation import Style
    from corpus.excerpts.prose import Prose

_PROSE: Final = {
    "md": ("markdown", "MarkdownProse"),
    "html": ("html", "HtmlProse"),
    "tex": ("latex", "LatexProse"),
    "typ": ("typst", "TypstProse"),
    "org": ("org", "OrgProse"),
}
_LISTS: Final = {"bib": "bibtex", "csl.json": "csl_json", "ris": "ris"}

FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "md": "Markdown",
        "html": "HTML",
        "tex": "LaTeX",
        "typ": "Typst",
        "org": "Org",
        "bib": "BibLaTeX",
        "csl.json": "CSL-JSON",
        "ris": "RIS",
    }
)
"""What clips can be written as, by the ending of a file’s name."""

_CITE_BY_KEYS: Final = frozenset({"pandoc", "latex", "typst", "org"})
"""Styles that all do the same in different languages."""

_KEYED: Final = "pandoc"
"""The style whose locators stand in a list of works, which has no style."""


class Exported(NamedTuple):
    """A whole file, and sentences about what is missing in it or has to be done by hand."""

    text: str
    remarks: tuple[str, ...] = ()


class CannotExport(PinciteError):
    """Clips cannot be written as was asked for."""


def export(
    clips: Sequence[Clip],
    style: str,
    format: str,
    *,
    bibliography: str = "clips.bib",
    append_place: bool = False,
) -> Exported:
    """The clips as a file of a format: see `FORMATS`. Control characters are in none but line breaks.

    `bibliography` is what a format calls the file of its works that cannot hold them itself;
    `append_place` puts the counted place behind a citation without one. Raises NoSuchStyle, CannotExport.
    """
    if format in _LISTS:
        collection = collected(clips, STYLES[_KEYED])
        write: Callable[[Collection], str] = getattr(import_module("corpus.excerpts.lists"), _LISTS[format])
        return Exported(clean_text(write(collection)), collection.remarks)
    if format not in _PROSE:
        raise CannotExport(f"Clips are not written as “{clean_text(format)}”: choose {', '.join(FORMATS)}.")
    module, name = _PROSE[format]
    prose: Prose = getattr(import_module(f"corpus.excerpts.{module}"), name)()
    collection = collected(clips, _for(style_named(style), prose, format), append_place=append_place)
    text = prose.write(collection, bibliography)
    beside = prose.beside(collection, bibliography)
    return Exported(clean_text(text), (*collection.remarks, *beside))


def _for(style: Style, prose: Prose, format: str) -> Style:
    """The style; for one that cites by keys, the one that does so in the language of the format."""
    if style.family != "markup" or style.quotation.markup is prose.markup:
        return style
    if style.name not in _CITE_BY_KEYS or not prose.keys:
        raise CannotExport(
            f"Citations in the style “{style.label}” are no {FORMATS[format]}: give another --style."
        )
    return STYLES[prose.keys]
