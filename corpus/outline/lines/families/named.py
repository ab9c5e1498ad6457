"""Divisions that have a name and no number: a preface, an epilogue, the references."""

from __future__ import annotations

from typing import Final

from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.layout import Layout

_NAMES: Final = frozenset(
    """abstract preface foreword introduction prologue epilogue interlude conclusion conclusions afterword
    postscript summary bibliography references glossary acknowledgements acknowledgments appendix
    vorwort einleitung einführung prolog epilog schluss schluß nachwort fazit zusammenfassung anhang literatur
    préface avant-propos prologue épilogue postface résumé annexe bibliographie
    prefacio prólogo introducción epílogo conclusión conclusiones resumen bibliografía apéndice
    prefazione prologo introduzione epilogo conclusione conclusioni appendice bibliografia
    prefácio introdução conclusão apêndice
    предисловие введение заключение послесловие пролог эпилог приложение
    序 序言 前言 引言 导言 导论 绪论 楔子 结语 结论 后记 尾声 附则 附录 参考文献 摘要 致谢""".split()
)


def named(layout: Layout, index: int, text: str) -> Candidate | None:
    """The line as such a division, if nothing else stands on it."""
    if not layout.ends_block(index) or len(text) > 20:
        return None
    if text.rstrip(".: ").replace(" ", "").casefold() not in _NAMES or not layout.following(index):
        return None
    return Candidate(index, 1, "named", 0, (), text, text)
