"""Notes on the author behind an article, such as "Ana Ruiz is a professor of law at Vega".

Such a note is taken only where it says that it is about the author, or where it is about somebody whom the
byline names, or about somebody whom the article does not mention: an article may well end on a person.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.expression import expression
from corpus.metadata import Name

_LONGEST: Final = 900
_UNKNOWN: Final = 400
"""Characters of a note on somebody whom no byline names, at the most."""
_PARTICLE: Final = r"(?:de|del|della|da|di|van|von|der|den|la|le|al|el|bin|ibn|ben|y)"
_NAME: Final = rf"[A-ZÀ-Þ][\w.’'-]{{0,24}}(?: (?:[A-ZÀ-Þ][\w.’'-]{{0,24}}|{_PARTICLE})){{1,4}}"
_NAMED: Final = expression(
    rf"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|Sir|Dame|Rev|Judge|Justice)\.? )?(?P<names>{_NAME}"
    rf"(?:(?:, {_NAME}){{0,6}},? (?:and|und|et|y|&) {_NAME})?)"
    r"(?:,[^,.]{2,90},)? (?P<verb>is|are|was|has|teaches|teach|writes|write|covers|works|work|serves|studies"
    r"|leads|directs|edits|reports|ist|sind|lehrt|forscht|arbeitet|est|sont|enseigne|es|son|enseña)\b"
)
_IS: Final = frozenset(("is", "are", "ist", "sind", "est", "sont", "es", "son"))
_SURE: Final = (
    "is the author of",
    "are the authors of",
    "Follow him",
    "Follow her",
    "Follow them",
    "be reached at",
)
_OPENINGS: Final = tuple(
    f"{words.strip()} "
    for words in """the author is | the author was | the author has | the author teaches | the author, |
        the author lives | the authors are | the authors, | the authors teach | the writer is | the
        writer, | the writers are | the columnist is | our author | about the author | about the writer |
        der autor ist | die autorin ist | die autoren sind | der verfasser ist | die verfasserin ist |
        l'auteur est | l'auteure est | l'autrice est | les auteurs sont | el autor es | la autora es | los
        autores son""".split("|")
)
_ROLES: Final = frozenset(
    """professor professors lecturer lecturers fellow fellows researcher researchers scientist historian
        economist economists sociologist philosopher psychologist lawyer lawyers attorney attorneys
        solicitor barrister counsel judge journalist journalists reporter reporters correspondent editor
        editors columnist writer writers author novelist poet critic director directors founder co-founder
        cofounder president chair chairman chairwoman chairperson dean student students candidate analyst
        analysts consultant consultants partner partners contributor contributors ceo scholar scholars
        instructor teacher chief head minister ambassador secretary blogger producer executive manager
        engineer engineers designer developer strategist adviser advisor specialist expert teaches writes
        covers edits graduate professorin dozent dozentin wissenschaftler wissenschaftlerin forscher
        forscherin historiker historikerin ökonom journalist journalistin redakteur redakteurin autor
        autorin rechtsanwalt rechtsanwältin anwalt anwältin leiter leiterin lehrt professeur professeure
        chercheur chercheuse historien historienne économiste avocat avocate rédacteur rédactrice écrivain
        directeur directrice profesor profesora investigador investigadora historiador historiadora
        economista abogado abogada periodista escritor escritora directora catedrático catedrática""".split()
)
_HAN_OPENINGS: Final = tuple(
    bracket + words
    for bracket in ("", "（", "(", "【")
    for words in ("作者系", "作者为", "作者是", "作者：", "作者单位", "作者简介", "本文作者", "作者均")
)
_HAN_ROLES: Final = tuple(
    """教授 研究员 研究生 博士 硕士 学者 记者 编辑 律师 主任 大学 学院 学生 顾问 专家 所长 院长
        总编 评论员 作家 法官 撰稿 研究所 研究中心 主编 工程师""".split()
)
_SIGNS: Final = ".,;:!?()[]“”\"’'"


def is_authors_note(text: str, authors: tuple[Name, ...], mentioned: Callable[[str], bool]) -> bool:
    """Whether a block behind an article tells who its author is.

    `authors` are those that are known; `mentioned` tells whether a name stands in the article before it.
    """
    words = " ".join(text.split()).strip("*_ ")
    if not words or len(words) > _LONGEST:
        return False
    if words.startswith(_HAN_OPENINGS):
        return any(role in words for role in _HAN_ROLES)
    if words.replace("’", "'").lower().startswith(_OPENINGS):
        return _has_role(words.split(None, 2)[-1].removeprefix("author"))
    # The plain test first: nearly no paragraph passes it, and the expression costs its compilation.
    if not all(word[:1].isupper() for word in words.split(" ", 2)[:2]) or not _has_role(words):
        return False
    match = _NAMED.match(words)
    if match is None:
        return False
    if any(_names(match["names"], author) for author in authors):
        return True
    # Where the byline is known, whoever else stands at the end belongs to the article.
    said = match["verb"] in _IS or any(sign in words for sign in _SURE)
    if authors or len(words) > _UNKNOWN or not said:
        return False
    return not any(mentioned(part) for part in match["names"].replace(",", " ").split() if len(part) > 3)


def _has_role(words: str) -> bool:
    return any(word.strip(_SIGNS) in _ROLES for word in words.lower().split())


def _names(words: str, author: Name) -> bool:
    family = author.literal or author.family
    return bool(family) and family in words
