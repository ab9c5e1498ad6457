"""Lines that publishers set behind an article: disclaimers, copyright, corrections, credits and others.

A line is told by how it opens, and only a short block can be one. Where its opening words could also be
those of an article's last paragraph, more is asked of it.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from corpus.sentences import SIGNS

END: Final = "End"
"""The name of the sign that a press release ends with."""
_SHORT: Final = 240
_LONG: Final = 900


class _Family(NamedTuple):
    """What lines of one family open with (one phrase a line), and how long one is at the most.

    `with_one_of` are words of which it must have one; a `single` one has but one sentence.
    """

    name: str
    openings: str
    longest: int = _SHORT
    with_one_of: tuple[str, ...] = ()
    single: bool = False


_FAMILIES: Final = (
    _Family(
        "Disclaimer",
        """disclaimer: | disclosure: | full disclosure: | conflict of interest: | conflicts of interest: |
            competing interests: | declaration of interest | haftungsausschluss: | avertissement : |
            descargo de responsabilidad: | 免责声明 | 特别声明： | 郑重声明：""",
        _LONG,
    ),
    _Family(
        "Disclaimer",
        """the views expressed | the opinions expressed | the views and opinions | the opinions and views
            | views expressed | opinions expressed | all views | all opinions | any views | any opinions |
            the views in this | the opinions in this | this article reflects | the article reflects | this
            article represents | this article does not | this post does not | this is an opinion | this is
            the personal | the content of this article | nothing in this article | die hier geäußerten |
            die in diesem | der beitrag gibt | les opinions exprimées | les propos | las opiniones
            expresadas | las opiniones vertidas | 本文仅代表 | 本文只代表 | 文章仅代表 | 本文不代表 |
            本文为作者个人""",
        _LONG,
        (
            *("author", "writer", "own", "columnist", "contributor", "not necessarily", "advice"),
            *("autor", "verfasser", "auteur", "rédaction", "作者", "本网", "本站", "观点", "立场"),
        ),
    ),
    _Family(
        "Copyright",
        """© | copyright © | copyright (c) | copyright 1 | copyright 2 | (c) 19 | (c) 20 | ⓒ | 版权所有 |
            版权声明 | 本文版权 | 著作权归 | 版权归 | 转载请 | 如需转载 | 未经授权 | 未经许可""",
        _LONG,
    ),
    _Family(
        "Copyright",
        """all rights reserved | alle rechte vorbehalten | tous droits réservés | todos los derechos
            reservados | reproduced with permission | reprinted with permission""",
        single=True,
    ),
    _Family(
        "Licence",
        """this work is licensed | this article is licensed | this post is licensed | this work is
            published under | licensed under | this article is republished | this article is made
            available under | this article is published under | available under a creative | except where
            otherwise noted | republished under | cc by | text is available under | dieser text ist
            lizenziert | dieser artikel steht | lizenz: | cet article est republié | licence : | este
            artículo se publica bajo""",
        _LONG,
    ),
    _Family(
        "First published",
        """this article was originally | this article originally | this article first | this article was
            first | this article appeared | this article appears | this essay was | this essay first |
            this piece was | this piece first | this piece originally | this post was originally | this
            post originally | this post first | this story was originally | this story originally | this
            story first | this column was | originally published | originally appeared | first published |
            first appeared | a version of this | a longer version of this | a shorter version of this | an
            earlier version of this | this is an edited version | this is an extract from | this is an
            excerpt from | adapted from | excerpted from | reprinted from | zuerst erschienen | dieser
            artikel erschien | dieser beitrag erschien | dieser text erschien | cet article a été publié |
            cet article est paru | este artículo fue publicado | publicado originalmente | 本文原载 |
            本文首发 | 本文刊于 | 原载于 | 原文刊于 | 本文来源 | 原文链接 | 原标题""",
        with_one_of=tuple(
            "publish|appear|posted|version of|adapted|excerpt|extract|erschien|publié|paru|publicado"
            "|载|首发|刊|来源|链接|标题".split("|")
        ),
        single=True,
    ),
    _Family(
        "Correction",
        """correction: | corrections: | correction, | clarification: | editor's note: | editors' note: |
            [editor's note | this article has been updated | this article has been corrected | this
            article has been amended | this article was amended | this article was updated | this article
            was corrected | this story has been updated | this story was updated | this post has been
            updated | anmerkung der redaktion: | note de la rédaction | nota del editor: | nota de la
            redacción: | 更正： | 编者注： | 编者按：""",
        _LONG,
    ),
    _Family(
        "Credits",
        """作者： | 作者: | （作者： | (作者: | 文/ | 撰文： | 责任编辑 | （责任编辑 | (责任编辑 | 责编：
            | 责编: | （责编 | (责编 | 编辑： | 编辑: | （编辑 | (编辑 | 编审： | 审核： | 校对： | 来源：
            | 来源: | （来源 | (来源 | 图片来源 | 译者： | （译者 | 翻译： | （记者 | photo: | photos: |
            photo credit | image credit | image: | images: | cover image: | header image: | photo by |
            photograph by | photographs by | illustration by | reporting by | (reporting by | additional
            reporting by | editing by | (editing by | translated by | translated from | source: | foto: |
            fotos: | bild: | crédits | crédit photo | traducción de | traduit de | traduit par | aus dem
            englischen""",
        single=True,
    ),
    _Family(
        "Read more",
        """read more: | read more on | read also: | read next: | related: | related articles | related
            stories | related posts | see also: | more from | share this | share on | follow us | follow
            me on | subscribe to our | sign up for our | sign up to our | sign up here | join our
            newsletter | get our newsletter | like this article | enjoyed this | if you enjoyed this | if
            you liked this | click here to | lire aussi | à lire aussi | lesen sie auch | mehr zum thema |
            lea también | 相关阅读 | 延伸阅读 | 推荐阅读 | 扫码 | 扫描二维码 | 关注我们 | 点击查看 |
            点击阅读""",
        single=True,
    ),
    _Family(
        "Tags",
        """tags: | tagged: | filed under | topics: | posted in | categories: | keywords: | key words: |
            schlagwörter: | mots-clés | palabras clave: | etiquetas: | 标签： | 标签: | 关键词：""",
        single=True,
    ),
    _Family(
        "Contact",
        """media contact | press contact | contact: | for media inquiries | for media enquiries | for
            press inquiries | for press enquiries | pressekontakt | contact presse | contacto de prensa |
            联系方式： | 媒体联系""",
        400,
    ),
)
_ABBREVIATED: Final = ("st", "dr", "mr", "mrs", "ms", "no", "vol", "inc", "u.s", "co", "prof", "p", "pp")
_ENDS: Final = frozenset("###|# # #|-30-|– 30 –|- 30 -|—30—|ends|(ends)|-ends-|（完）|(完)|■|♦".split("|"))


@cache
def _by_letter() -> dict[str, list[tuple[str, _Family]]]:
    """The openings by their first letter, because most lines open with none of them."""
    found: dict[str, list[tuple[str, _Family]]] = {}
    for family in _FAMILIES:
        for opening in family.openings.split("|"):
            plain = " ".join(opening.split())
            found.setdefault(plain[0], []).append((plain, family))
    return found


def closing_name(text: str) -> str:
    """What a line is that publishers set behind an article ("Copyright"); "" for any other block."""
    if len(text) > 2_000:
        return ""
    words = " ".join(text.split()).strip("*_ ").replace("’", "'").lower()
    if words in _ENDS:
        return END
    for opening, family in _by_letter().get(words[:1], ()):
        if words.startswith(opening) and _fits(words, family):
            return family.name
    return ""


def _fits(words: str, family: _Family) -> bool:
    if len(words) > family.longest:
        return False
    if family.with_one_of and not any(sign in words for sign in family.with_one_of):
        return False
    return not (family.single and _sentences(words) > 1)


def _sentences(words: str) -> int:
    """How many sentences there are, about: a full stop after a single letter or before another ends none."""
    inner = words.rstrip(".!?。！？)） ").removesuffix("read the original article").rstrip(". ")
    stops = sum(map(inner.count, SIGNS))
    return 1 + stops - sum(inner.count(f" {short}. ") for short in _ABBREVIATED)
