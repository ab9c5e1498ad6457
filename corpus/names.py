"""Names of people and bodies, in the order in which they were published.

Only what is certain is taken apart: a body stays whole, and a family name is put first only where the
surname and the form of the given name both say so.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from typing import Final

from corpus.expression import expression
from corpus.metadata import Name
from corpus.sanitiser import clean_line

_LONGEST: Final = 2_000


def _table(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# The commonest surnames in pinyin: those of two syllables, then the others, commonest first. Of two that
# meet in one name, the earlier is the family's ("Wei Wang").
_PINYIN_SURNAMES: Final = {
    surname: rank
    for rank, surname in enumerate(
        _table("""
        ouyang sima zhuge shangguan situ xiahou huangfu murong
        wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie
        song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu lyu
        lv ding ren yao shen zhong cui tan fan wan lei long shi tao bai jin qin hou shao meng xiong hao kong
        qian yan wen fu fang zou qiu qi mao gu xi xia xue dai jia mo kang lai gong duan qu niu zhuang
        """)
    )
}
_SYLLABLE: Final = (
    r"(?:[bpmf](?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|ing|u)"
    r"|[dtnl](?:a|ai|ei|ao|ou|an|en|ang|eng|ong|i|ie|iao|iu|ian|in|iang|ing|u|ui|uo|uan|un|ue)|[dtl]e"
    r"|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    r"|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    r"|(?:[zcs]h?|r)(?:e|i|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)|[zcs]h?(?:a|ai|ei)|[zcs]h(?:ua|uai|uang)"
    r"|y(?:a|e|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)"
    r"|a|e|ai|ao|ou|an|en|ang|er)"
)
_PINYIN_GIVEN: Final = expression(rf"(?:{_SYLLABLE}['’-]?){{1,2}}(?<!['’-])")
# Korean, Cantonese and Taiwanese surnames that come first when the given name is hyphenated: "Kim Min-ji".
_HYPHENATED_SURNAMES: Final = frozenset(
    _table("""
    kim lee park choi jung jeong kang cho jo yoon jang lim moon ahn han shin seo kwon song hwang
    chan wong cheung lam leung ho ng tsang kwok tsai chang chen lin huang wu hsu hsieh wang
    """)
)
_HYPHENATED_GIVEN: Final = expression(r"[A-Z][a-z]+-[a-z]+")
_VIETNAMESE_SURNAMES: Final = frozenset({"nguyen", "tran", "pham"})

_HAN_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈"
    "钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易"
    "乔赖文习樊殷施洪颜庄安季温芦倪俞章鲁葛翟岳齐沙耿牛包左詹费辛宁許许張劉陳楊黃趙吳孫馬鄭謝鄧蕭葉蘇呂盧鍾韓馮羅"
)
_HAN_COMPOUND_SURNAMES: Final = frozenset(
    _table("欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 夏侯 皇甫 慕容 令狐 尉迟")
)
_HAN_BODY: Final = expression(
    r"(?:公司|大学|学院|法院|医院|委员会|委员|办公室|办公厅|中心|编辑部|研究所|研究院|出版社|日报|晚报|新闻|政府|协会|组织)$"
)
# What stands before the names of those who wrote, and of those who did something else.
_HAN_ROLE: Final = expression(
    r"[\u3400-\u9fff]{0,6}?(?:记者|通讯员|评论员|撰稿人)\s?[:：/／]?\s?|(?:作者|撰文|文|编译|口述)\s?[:：/／]\s?"
)
_HAN_OTHERS: Final = expression(
    r"(?:责任编辑|值班编辑|责编|编辑|美编|编审|校对|审核|监制|摄影|图片|图|摄)\s?[:：/／]"
)

# Words that make a name that of a body. Those that are surnames too (Church, Law, Post) are left out.
_BODY_WORDS: Final = frozenset(
    _table("""
    academy administration agency alliance assembly association authority authors bank board broadcasting
    bureau cabinet centre center charity club coalition college commission committee company conference
    congress consortium cooperative corporation council court department directorate division editorial
    editors embassy faculty federation forum foundation fund government group inc initiative institute
    institution journal laboratory league library llc ltd magazine ministry mission museum network news
    newspaper observatory office organisation organization panel parliament partnership party press
    programme project reuters school secretariat senate service services society staff statistics studio
    task team television times treasury tribunal trust union university xinhua
    daily gazette herald radio tribune weekly
    amt bundesamt fundación gmbh institut instituto ministerio ministerium ministère société universidad
    universität université verlag
    """)
)
_PARTICLES: Final = frozenset(
    _table(
        "af al av bin da das de del della den der di do dos du el ibn la le ten ter van vom von zu zum zur"
    )
)
_TITLES: Final = frozenset(_table("dr prof professor mr mrs ms sir dame"))
_SUFFIX: Final = expression(r"(?:Jr|Sr)\.?|II|III|IV", re.IGNORECASE)
_DEGREES: Final = expression(r",?\s(?:Ph\.?\s?D|M\.?D|LL\.?[BMD]|J\.D|Esq)\.?(?=,|;|$)")
_BYLINE: Final = expression(
    r"^(?:(?:written\s)?by\s|authors?:\s?|(?:作者|记者|文)\s?[:：/／])\s?", re.IGNORECASE
)
_ET_AL: Final = expression(r",?\s(?:et al\.?|and others)$|等$", re.IGNORECASE)
_ADDRESS: Final = expression(
    r"(?:https?://|www\.)\S*|[(<]?\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}[)>]?", re.IGNORECASE
)
_STRONG_BREAK: Final = expression(r"\s*[;；、|]\s*")
_COMMA: Final = expression(r"\s*[,，]\s*")
_AND: Final = expression(r"\s*&\s*|\s(?:and|und|et)\s", re.IGNORECASE)
_HAN_AND: Final = expression(r"(\w{2,4})[和与](\w{2,4})")


def parse_name(text: str) -> Name:
    """One person or body. A text without a letter, or the address of a page, gives an empty name.

    "Doe, Jane" is read as family, given; "Ana Ruiz" and "He Jing" in the order they stand in.
    """
    text = _tidy(text)
    if not _has_letter(text):
        return Name()
    if _is_han(text[:1]):
        return _han_person(text)
    if _is_body(text):
        return Name(literal=text)
    pieces = list(filter(_has_letter, _COMMA.split(text)))
    if len(pieces) > 1:
        suffixes = [piece for piece in pieces[2:] if _SUFFIX.fullmatch(piece)]
        if len(pieces) > 2 + len(suffixes):
            return Name(literal=text)
        if _SUFFIX.fullmatch(pieces[1]):
            return _person(" ".join(pieces).split())
        return Name(family=" ".join([pieces[0], *suffixes]), given=pieces[1])
    return _person(pieces[0].split())


def parse_names(text: str) -> tuple[Name, ...]:
    """The people and bodies of a byline or an author field, in its order: "By Ana Ruiz and He Jing".

    A comma parts two people unless the words around it can only be one: "Doe, Jane".
    """
    line = _BYLINE.sub("", clean_line(text)[:_LONGEST])
    pieces = [part for piece in _STRONG_BREAK.split(line) for part in _split(_ET_AL.sub("", piece))]
    return tuple(name for name in map(parse_name, pieces) if name != Name())


def _tidy(text: str) -> str:
    """One harmless line without addresses, degrees, or an affiliation in brackets."""
    line = _DEGREES.sub("", _ADDRESS.sub("", clean_line(text)[:_LONGEST]))
    return re.sub(r"(?<=\S)\s?[(（][^()（）]*[)）]$", "", line).strip(" ,;，；、")


def _has_letter(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _is_body(text: str) -> bool:
    first, _, rest = text.partition(" ")
    return (
        (first == "The" and bool(rest))
        or (not rest and len(text) > 1 and text.isascii() and text.isalpha() and text.isupper())
        or any(character.isdigit() or character in "@&" for character in text)
        or not _BODY_WORDS.isdisjoint(_words(text))
    )


def _split(text: str) -> list[str]:
    """The names between two strong breaks, parted at commas and “and”."""
    text = _DEGREES.sub("", text)
    parts = [_comma_pieces(part) for part in _AND.split(text)]
    if all(len(part) <= 2 for part in parts) and any(len(part) == 2 and _inverted(*part) for part in parts):
        return [", ".join(part) for part in parts]
    return [
        name for piece in _comma_pieces(text) for name in _split_at_and(re.sub(r"^(?:and|&)\s", "", piece))
    ]


def _comma_pieces(text: str) -> list[str]:
    """What stands between commas, save that a suffix stays with its name: "Martin King, Jr."."""
    pieces: list[str] = []
    for piece in filter(_has_letter, _COMMA.split(text)):
        if pieces and _SUFFIX.fullmatch(piece):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    return pieces


def _inverted(family: str, given: str) -> bool:
    """Whether "family, given" is one name: either side is too short to be a whole one."""
    if (
        _is_han(family[:1])
        or _AND.search(family)
        or _AND.search(given)
        or _is_body(family)
        or _is_body(given)
    ):
        return False
    core = [
        word for word in family.split() if word.casefold() not in _PARTICLES and not _SUFFIX.fullmatch(word)
    ]
    return len(core) == 1 or " " not in given


def _split_at_and(text: str) -> list[str]:
    if match := _HAN_AND.fullmatch(text):
        people = [name for name in map(_han_name, match.groups()) if name and name.family]
        return [match[1], match[2]] if len(people) == 2 else [text]
    if all(_is_han(word[0]) and len(word) > 1 for word in text.split()):
        return text.split()
    names: list[str] = []
    start = 0
    breaks = list(_AND.finditer(text))
    for match, following in zip_longest(breaks, breaks[1:]):
        left = text[start : match.start()].strip()
        right = text[match.end() : following.start() if following else len(text)].strip()
        if not _one_body(left, right):
            names.append(left)
            start = match.end()
    return [*names, text[start:]]


def _one_body(left: str, right: str) -> bool:
    """Whether "left and right" is the name of one body: "Ministry of Work and Housing".

    It is where only one side is a body by itself, and the other is what "of" leads to, or one word.
    """
    if _is_body(left):
        return not _is_body(right) and not {"of", "for", "on"}.isdisjoint(_words(left))
    return _is_body(right) and " " not in left


def _han_person(text: str) -> Name:
    """Who is meant by a text that begins in Chinese characters; nobody, where it is a mere role."""
    role = _HAN_ROLE.match(text)
    rest = text[role.end() :] if role else text
    if _HAN_OTHERS.match(text) or not rest:
        return Name()
    if role and (person := _han_name(rest)) and person.family:
        return person
    return Name(literal=text) if _is_body(text) else _han_name(text) or Name(literal=text)


def _han_name(text: str) -> Name | None:
    """A name that begins in Chinese characters; None if the text does not."""
    if not _is_han(text[:1]):
        return None
    joined = re.sub(r"[\s,，]", "", text)
    size = 2 if joined[:2] in _HAN_COMPOUND_SURNAMES else 1
    known = size == 2 or joined[0] in _HAN_SURNAMES
    if known and all(map(_is_han, joined)) and 1 <= len(joined) - size <= 2 and not _HAN_BODY.search(joined):
        return Name(joined[:size], joined[size:], "family-first")
    return Name(literal=text)


def _person(words: list[str]) -> Name:
    """A person whose words stand in the published order."""
    while len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES:
        words = words[1:]
    if len(words) > 1 and _family_first(words):
        return Name(words[0], " ".join(words[1:]), "family-first")
    start = len(words) - 1
    if start and _SUFFIX.fullmatch(words[start]):
        start -= 1
    if start > 2 and words[start - 1] in ("y", "e"):
        start -= 2
    while start and words[start - 1].casefold() in _PARTICLES and (start > 1 or words[0].islower()):
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]))


def _family_first(words: list[str]) -> bool:
    """Whether the first of at least two words is surely the family name."""
    plain = [_without_accents(word) for word in words]
    family, given = plain[0], plain[1:]
    if family in _VIETNAMESE_SURNAMES:
        return len(given) > 1
    if len(given) == 1 and family in _HYPHENATED_SURNAMES and _HYPHENATED_GIVEN.fullmatch(words[1]):
        return True
    if family not in _PINYIN_SURNAMES or len(given) > 2 or not _PINYIN_GIVEN.fullmatch("".join(given)):
        return False
    return _PINYIN_SURNAMES[family] < _PINYIN_SURNAMES.get(given[-1], len(_PINYIN_SURNAMES))


def _without_accents(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
