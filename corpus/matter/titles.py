"""The titles of what stands before or behind an article: "Abstract", "Notes", "Literatur", 参考文献."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Purpose: TypeAlias = Literal[
    "summary", "notes", "references", "further", "author", "thanks", "rights", "disclaimer", "sharing"
]
"""What a part is for that is not of the article itself."""

_LONGEST: Final = 48
_TITLES: Final[dict[Purpose, str]] = {
    "summary": """abstract, summary, executive summary, standfirst, synopsis, in brief, at a glance, key
        points, tl;dr, zusammenfassung, kurzfassung, kurz gefasst, résumé, resumen, sumario, 摘要,
        内容摘要, 内容提要, 提要, 核心提示, 导读""",
    "notes": """notes, footnotes, endnotes, end notes, notes and references, anmerkungen, fußnoten,
        endnoten, einzelnachweise, notes de bas de page, notas, notas al pie, 注释, 註釋, 脚注, 尾注, 附注""",
    "references": """references, bibliography, works cited, literature cited, cited works, citations,
        sources, reference list, literatur, literaturverzeichnis, quellen, quellenverzeichnis,
        bibliographie, références, bibliografía, referencias, fuentes, 参考文献, 參考文獻, 参考资料,
        引用文献, 资料来源""",
    "further": """further reading, see also, external links, related links, additional resources,
        recommended reading, weiterführende literatur, siehe auch, weblinks, pour aller plus loin, voir
        aussi, liens externes, lecturas recomendadas, véase también, enlaces externos, 延伸阅读, 扩展阅读,
        外部链接, 参见""",
    "author": """about the author, about the authors, about the writer, about the contributors, author
        biography, author bio, über den autor, über die autorin, über die autoren, zum autor, zur autorin,
        zur person, à propos de l'auteur, à propos des auteurs, l'auteur, sobre el autor, sobre la autora,
        sobre los autores, acerca del autor, 作者简介, 作者介绍, 关于作者""",
    "thanks": """acknowledgements, acknowledgments, acknowledgement, acknowledgment, danksagung,
        remerciements, agradecimientos, 致谢, 鸣谢""",
    "rights": """copyright, copyright notice, license, licence, rights and permissions, copyright and
        license, impressum, droits d'auteur, derechos de autor, 版权声明, 版权信息, 许可""",
    "disclaimer": """disclaimer, disclaimers, legal notice, disclosure, disclosures, disclosure statement,
        conflict of interest, conflicts of interest, competing interests, haftungsausschluss,
        avertissement, descargo de responsabilidad, 免责声明, 声明, 利益冲突""",
    "sharing": """share this, share this article, share, related articles, related posts, related stories,
        related, read more, read next, more from, more on this story, tags, comments, mehr zum thema,
        lesen sie auch, à lire aussi, lire aussi, lea también, 相关阅读, 相关文章, 推荐阅读, 标签""",
}
_MATTERS: Final = {
    " ".join(title.split()): purpose for purpose, titles in _TITLES.items() for title in titles.split(",")
}
_AROUND: Final = " \t\n*_#=—–-.:：·【】[]〔〕"


def purpose_of_title(words: str) -> Purpose | None:
    """What a part is for that has these words as its title, without a number before them; None for others."""
    if len(words) > _LONGEST:
        return None
    title = plain_title(words)
    if title in _MATTERS:
        return _MATTERS[title]
    # "7. References", "VII Notes": the number of the section stands before its title.
    number, _, rest = title.partition(" ")
    if rest and number.rstrip(".").isalnum() and set(number) <= set("0123456789.ivx"):
        return _MATTERS.get(plain_title(rest))
    return None


def plain_title(words: str) -> str:
    """A title without what decorates it, in lower case."""
    return " ".join(words.split()).strip(_AROUND).replace("’", "'").lower()


def titled_line(text: str) -> tuple[Purpose, str, int] | None:
    """What a block is for that opens with its title and a colon; the title; where the rest begins."""
    for at, character in enumerate(text[:_LONGEST]):
        if character in ":：】" or (character in "—–" and at):
            purpose = purpose_of_title(text[:at])
            return (purpose, text[:at].strip(_AROUND), at + 1) if purpose else None
    return None
