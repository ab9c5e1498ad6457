"""A collection as a LaTeX document that can be compiled as it is; notes are footnotes."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from corpus.citation.markup import LATEX, Markup
from corpus.excerpts.collection import Collection
from corpus.excerpts.entry import Excerpt
from corpus.excerpts.lists import bibtex
from corpus.excerpts.prose import Prose, name_of_list
from corpus.scripts import CJK

_HEAD: Final = r"""\documentclass{article}
\usepackage{iftex}
\ifpdftex
  \usepackage[T1]{fontenc}
\else
  \usepackage{fontspec}
\fi
"""
# Sets Chinese and Japanese; its headings would be Chinese without the scheme.
_CHINESE: Final = "\\usepackage[scheme=plain]{ctex}  % XeLaTeX or LuaLaTeX\n"
_WORKS: Final = "\\usepackage[backend=biber,style=authoryear]{biblatex}\n\\addbibresource{\\jobname.bib}\n"
_HANGING: Final = r"\begin{list}{}{\leftmargin=2em \itemindent=-2em}"


class LatexProse(Prose):
    """LaTeX; works that are cited by keys are for biblatex and Biber, and stand in the document itself."""

    markup: ClassVar[Markup] = LATEX
    keys: ClassVar[str] = "latex"

    def page(self, body: str, collection: Collection) -> str:
        """The document, with the packages that its words need."""
        head = _HEAD + (_CHINESE if re.search(f"[{CJK}]", body) else "")
        works = ""
        if self.is_keyed(collection):
            head += _WORKS
            file = bibtex(collection, annotated=False)
            works = f"\\begin{{filecontents}}[overwrite]{{\\jobname.bib}}\n{file}\\end{{filecontents}}\n"
        return f"{works}{head}\n\\begin{{document}}\n\n{body}\n\n\\end{{document}}\n"

    def heading(self, words: str) -> str:
        """A heading without a number."""
        return f"\\section*{{{words}}}"

    def paragraph(self, excerpt: Excerpt, written: str) -> str:
        """A paragraph that is not indented: it follows none."""
        del excerpt
        return f"\\noindent {written}"

    def remark(self, written: str) -> str:
        """What the reader noted, smaller."""
        return f"{{\\small\\noindent {written}\\par}}"

    def mark(self, number: int, note: str) -> str:
        """The footnote itself; LaTeX numbers it."""
        del number
        return f"\\footnote{{{note}}}"

    def entries(self, entries: list[str]) -> str:
        """The works, with hanging indents; behind `\\item` a bracket would be an option: braces part them."""
        items = "\n".join(f"\\item {{}}{entry}" for entry in entries)
        return f"{_HANGING}\n{items}\n\\end{{list}}"

    def keyed_list(self, collection: Collection) -> str:
        """The place where biblatex sets the works."""
        return f"\\printbibliography[title={{{name_of_list(collection.style.name)}}}]"
