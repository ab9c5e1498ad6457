"""The styles by their names; a style's module is imported when the style is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from corpus.citation.style import Style

CSL: Final = ".csl"
"""How the name of a style ends that is read from a file."""

_MODULES: Final = {
    "chicago": ("chicago", "CHICAGO"),
    "chicago17": ("chicago", "CHICAGO17"),
    "chicago-date": ("chicago_dates", "CHICAGO_DATE"),
    "chicago17-date": ("chicago_dates", "CHICAGO17_DATE"),
    "apa": ("apa", "APA"),
    "mla": ("mla", "MLA"),
    "harvard": ("harvard", "HARVARD"),
    "bluebook": ("bluebook", "BLUEBOOK"),
    "bluebook-review": ("bluebook", "BLUEBOOK_REVIEW"),
    "oscola": ("oscola", "OSCOLA"),
    "mcgill": ("mcgill", "MCGILL"),
    "aglc": ("aglc", "AGLC"),
    "ieee": ("ieee", "IEEE"),
    "vancouver": ("vancouver", "VANCOUVER"),
    "gb7714": ("gb7714", "GB7714"),
    "gb7714-2015": ("gb7714", "GB7714_2015"),
    "pandoc": ("pandoc", "PANDOC"),
    "latex": ("latex", "LATEX_STYLE"),
    "typst": ("typst", "TYPST_STYLE"),
    "org": ("org", "ORG_STYLE"),
    "markdown": ("markdown", "MARKDOWN_STYLE"),
    "plain": ("plain", "PLAIN_STYLE"),
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
