"""Words that tell a title from a sentence, an item or a turn in a talk."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.outline.numbering import CARDINALS

MINOR: Final = frozenset(
    """a an the of and or nor in on to for with from by at as is vs via but into over it its your our how
    what why when who than that this be are about not don t s de la le les el los las der die das und et
    y en du des von zu im dans pour para""".split()
)
"""Words without a capital in a title that is set with capitals."""

VERBS: Final = frozenset(
    """is are was were has have had shall will must should may can could would does did do am been ist sind
    war wird werden hat est sont était sera es son fue será""".split()
)
"""What sentences have, and most titles have not."""

ASKING: Final = frozenset(
    """what why how who when where which can should do does is are will was wie warum wer wann wo comment
    pourquoi qui quand cómo qué quién cuándo""".split()
)
POINTING: Final = frozenset("i we you he she they it this that these those there here my our".split())
CONNECTIVES: Final = frozenset(
    "and but so or then yet because if given as however finally first next".split()
)

_YOU: Final = frozenset("you your you’ve you've you’re you're vous votre vos sie ihr ihre usted su".split())
_GOING_ON: Final = frozenset(
    """a an the of in on to for with from by at as is are was were be and or nor but that which than use
    consider into der die das von zu mit und oder ist sind le la les de du et ou est sont el los las y o
    es son""".split()
)
"""No title ends with these: the sentence goes on below."""
_NUMBERED: Final = expression(r"\d+(?:\.\d+)+\.?\s|\d+\s\s|\d+(?:\.\d+)*:")
_ITEM: Final = expression(r"[-*•+–·‣▪◦→☐]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|\([ivx]{1,5}\)\s|\d{1,3}:\s")
_SPEAKER: Final = expression(
    r"(?:[A-Z0-9]{1,4}|[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20}){0,2})(?: \([^()]{1,40}\))?\s?: ?\S"
)
_CLOSING: Final = expression(
    r"(?i)(?:in )?(?:(?:table of )?contents$|conclu|summary|summing|what[’']s next|what comes next"
    r"|next steps?$|looking (?:ahead|forward|back)|resources|references|bibliograph|external links|see also"
    r"|further|footnotes|acknowledg|(?:special )?thanks|credit|contact|get in touch|get involved"
    r"|join us|work with us|your turn|closing|final |bringing it|moving forward|learn more|want to"
    r"|fazit|schluss|ausblick|literatur|danksag|remerci|pour aller|agradec|referencias"
    r"|结语|结论|结束语|后记|参考文献|致谢|展望)"
)
_WORD: Final = expression(r"[^\W_]+(?:['’][^\W_]+)?")


def words_of(text: str) -> list[str]:
    """The words of a line, as letters and digits make them."""
    return _WORD.findall(text)


def is_item(text: str) -> bool:
    """Whether a block opens as an item of a list does."""
    lettered = text[1:2] in (".", ")") and text[2:3] == " "
    return lettered or (not text[:1].isupper() and bool(_ITEM.match(text)))


def is_speaker(text: str) -> bool:
    """Whether a block is a turn in a talk: who speaks, a colon, what is said; “Part 2: …” is none."""
    colon = text.find(":", 0, 60)
    if colon < 1 or not _SPEAKER.match(text):
        return False
    last = text[:colon].rpartition(" ")[2].lower()
    return last not in CARDINALS and not (last.isdigit() and " " in text[:colon])


def asks_you(text: str) -> bool:
    """Whether a line speaks to somebody."""
    return not _YOU.isdisjoint(word.lower() for word in words_of(text))


def runs_on(text: str) -> bool:
    """Whether a line is the beginning of a sentence that goes on below, or counted and thus not bare."""
    last = text.rpartition(" ")[2].lower()
    return last in _GOING_ON or (text[0].isdigit() and bool(_NUMBERED.match(text)))


def closes_text(title: str) -> bool:
    """Whether a title is one of those that stand at the end of a text, beside its highest divisions."""
    return bool(_CLOSING.match(title))
