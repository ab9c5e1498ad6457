"""The styles by their names; a style's module is imported when the style is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from corpus.citation.style import Style

CSL: Final = ".csl"
"""How the name of a style ends that is read from a file."""

_MODULES: Final = {
    "chicago": ("scholarly.chicago", "CHICAGO"),
    "chicago17": ("scholarly.chicago", "CHICAGO17"),
    "chicago-date": ("scholarly.chicago_dates", "CHICAGO_DATE"),
    "chicago17-date": ("scholarly.chicago_dates", "CHICAGO17_DATE"),
    "apa": ("scholarly.apa", "APA"),
    "mla": ("scholarly.mla", "MLA"),
    "harvard": ("scholarly.harvard", "HARVARD"),
    "bluebook": ("legal.bluebook", "BLUEBOOK"),
    "bluebook-review": ("legal.bluebook", "BLUEBOOK_REVIEW"),
    "oscola": ("legal.oscola", "OSCOLA"),
    "mcgill": ("legal.mcgill", "MCGILL"),
    "aglc": ("legal.aglc", "AGLC"),
    "ieee": ("numbered.ieee", "IEEE"),
    "vancouver": ("numbered.vancouver", "VANCOUVER"),
    "gb7714": ("numbered.gb7714", "GB7714"),
    "gb7714-2015": ("numbered.gb7714", "GB7714_2015"),
    "pandoc": ("keyed.pandoc", "PANDOC"),
    "latex": ("keyed.latex", "LATEX_STYLE"),
    "typst": ("keyed.typst", "TYPST_STYLE"),
    "org": ("keyed.org", "ORG_STYLE"),
    "markdown": ("described.markdown", "MARKDOWN_STYLE"),
    "plain": ("described.plain", "PLAIN_STYLE"),
}


class _Catalogue(Mapping[str, Style]):
    """Every style by its name, in the order in which they are shown.

    The styles of .csl files are there too, by the path of their file, but not counted or shown: there is
    no end of them. Asked for such a file, it raises NoSuchStyle where there is none, or no style in it.
    """

    def __getitem__(self, name: str) -> Style:
        if name.endswith(CSL):
            from corpus.citation.csl import csl_style  # few readers ever need it

            return csl_style(name)
        module, constant = _MODULES[name]
        style = getattr(import_module(f"corpus.citation.{module}"), constant)
        assert isinstance(style, Style)
        return style

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)

    def __contains__(self, name: object) -> bool:
        return name in _MODULES or (isinstance(name, str) and name.endswith(CSL))


STYLES: Final[Mapping[str, Style]] = _Catalogue()
"""Every style by its name, in the order in which they are shown."""
