"""Words that tell a title from a sentence, a caption, an item or a turn in a talk."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression

MINOR: Final = frozenset(
    "a an the of and or nor in on to for with from by at as is vs via but into over it its your our how what"
    " why when who than that this be are about not don t s de la le les el los las der die das und et y en du"
    " des von zu im dans pour para".split()
)
"""Words without a capital in a title that is set with capitals."""

VERBS: Final = frozenset(
    "is are was were has have had shall will must should may can could would does did do am been ist sind war"
    " wird werden hat est sont était sera es son fue será".split()
)
"""What sentences have, and most titles have not."""

ASKING: Final = frozenset(
    "what why how who when where which can should do does is are will was wie warum wer wann wo comment pourquoi"
    " qui quand cómo qué quién cuándo".split()
)
POINTING: Final = frozenset("i we you he she they it this that these those there here my our".split())
CONNECTIVES: Final = frozenset(
    "and but so or then yet because if given as however finally first next".split()
)

_CREDIT: Final = expression(
    r"(?i)(?:photo(?:graph|s)?|image|picture|illustration|screenshot|video|figure|fig\.?|table|chart|graph|source"
    r"|credits?|caption|bild|foto|quelle|abbildung|abb\.|légende|crédit|fuente|图|表|圖)s? ?(?:\d|[:：]|courtesy|by\b"
    r"|credit|source|of the\b|from\b|via\b)"
    r"|(?:by|von|par|por) (?-i:[A-Z])[^ ]*(?: (?-i:[A-Z])[^ ]*){1,3}$|courtesy |dear |hi |hello |hey |cheers\b|thanks,|sehr geehrte|chers? |estimad"
    r"|(?:sincerely|regards|yours|best wishes|kind regards|mit freundlichen|cordialement|atentamente)\b"
    r"|(?:published|updated|posted|last (?:updated|modified)|copyright|©|all rights) ?"
    r"|(?:to|from|cc|subject|date|re|sent|tel|fax|e-?mail|author|editor|译者|作者) ?[:：]"
)
_CREDITED: Final = expression(
    r"(?i)\b(?:photo(?:graph)?s?|images?|illustration|courtesy) (?:by|of|from|courtesy)\b|\d年"
)
_DATE: Final = expression(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?(?:\d{1,2}\.? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mai|Okt|Dez|janv|févr|mars|avr|juin|juil|août|enero|abril|agosto)"
    r"[^\W\d]*\.? +\d{1,4}|\d{4}-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d"
)
_GOING_ON: Final = frozenset(
    "a an the of in on to for with from by at as is are was were be and or nor but that which than use consider"
    " into der die das von zu mit und oder ist sind le la les de du et ou est sont el los las y o es son".split()
)
"""No title ends with these: the sentence goes on below."""
_NUMBERED: Final = expression(r"\d+(?:\.\d+)+\.?\s|\d+\s\s|\d+(?:\.\d+)*:")
_NUMBERS: Final = "one two three four five six seven eight nine ten".split()
_ITEM: Final = expression(r"[-*•+–·‣▪◦→☐]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|\([ivx]{1,5}\)\s|\d{1,3}:\s")
_SPEAKER: Final = expression(
    r"(?:[A-Z0-9]{1,4}|[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20}){0,2})(?: \([^()]{1,40}\))?\s?: ?\S"
)
_ELSEWHERE: Final = (
    *("back to", "return to", "skip to", "jump to", "click", "read more", "see more", "learn more", "view "),
    *("next:", "previous:", "table of contents", "continue reading", "share th", "sign up", "log in"),
    *("subscribe", "advertisement", "related:", "related articles", "see also:"),
)
_CODE_SIGNS: Final = frozenset("=<>{}$\\\\^~;|`")
_JOINED: Final = expression(r"\w_\w|\w/\w+/|[a-z]\w*\.\w+\(")
_CALL: Final = expression(
    r"\w\(|\w\.\w+ |, \w+$|\.(?:py|sh|c|h|txt|js|html|json|exe)\b|\d\.\d|^(?:import|from|class|def|return|let|var|const|sudo|git|cd) "
)
_CLOSING: Final = expression(
    r"(?i)(?:in )?(?:(?:table of )?contents$|conclu|summary|summing|what[’']s next|what comes next|next steps?$|looking (?:ahead|forward|back)"
    r"|resources|references|bibliograph|external links|see also|further|footnotes|acknowledg|(?:special )?thanks"
    r"|credit|contact|get in touch|get involved|join us|work with us|your turn|closing|final |bringing it"
    r"|moving forward|learn more|want to|fazit|schluss|ausblick|literatur|danksag|conclusion|remerci|pour aller"
    r"|conclusi|agradec|referencias|结语|结论|结束语|后记|参考文献|致谢|展望)"
)
_WORD: Final = expression(r"[^\W_]+(?:['’][^\W_]+)?")


def words_of(text: str) -> list[str]:
    """The words of a line, as letters and digits make them."""
    return _WORD.findall(text)


def is_item(text: str) -> bool:
    """Whether a block opens as an item of a list does."""
    return not text[:1].isupper() and bool(_ITEM.match(text)) or text[1:2] in (".", ")") and text[2:3] == " "


def is_speaker(text: str) -> bool:
    """Whether a block is a turn in a talk: who speaks, a colon, what is said; “Part 2: …” is none."""
    colon = text.find(":", 0, 60)
    if colon < 1 or text[:colon].split()[-1:] == [] or not _SPEAKER.match(text):
        return False
    last = text[:colon].split()[-1].lower()
    return not (last.isdigit() and colon > 3 and " " in text[:colon]) and last not in _NUMBERS


def leads_elsewhere(text: str) -> bool:
    """Whether a line is a link to another place, as pages of the web have them between their paragraphs."""
    return text.lower().startswith(_ELSEWHERE)


def is_code(text: str) -> bool:
    """Whether a line is of a program, or what one types: signs of it, or words joined as no title has them."""
    if not _CODE_SIGNS.isdisjoint(text) or "()" in text or "::" in text or " --" in text:
        return True
    return bool(_JOINED.search(text)) or (text[0].islower() and bool(_CALL.search(text)))


def closes_text(title: str) -> bool:
    """Whether a title is one of those that stand at the end of a text, beside its highest divisions."""
    return bool(_CLOSING.match(title))


def is_credit(text: str) -> bool:
    """Whether a line says whose or what a picture is, who wrote or when, or greets: not what follows."""
    return bool(_CREDIT.match(text) or _DATE.match(text) or _CREDITED.search(text))


def runs_on(text: str) -> bool:
    """Whether a line is the beginning of a sentence that goes on below, or counted and thus not bare."""
    last = text.rpartition(" ")[2].lower()
    return last in _GOING_ON or (text[0].isdigit() and bool(_NUMBERED.match(text)))
