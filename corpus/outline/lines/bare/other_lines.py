"""Short lines between paragraphs that are no titles: whose a picture is, who wrote and when, links, code."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression

_CREDIT: Final = expression(
    r"(?i)(?:photo(?:graph)?s?|images?|pictures?|illustration|screenshot|video|figure|fig\.?|table|chart|graph"
    r"|sources?|credits?|caption|bild|foto|quelle|abbildung|abb\.|tabelle|tab\.|légende|crédit|tableau"
    r"|fuente|figura|tabla|cuadro|beispiel|exemple|ejemplo|图|表|圖|例)"
    r" ?(?:\d|[:：]|courtesy|by\b|credit|source|of the\b|from\b|via\b)"
    r"|(?:by|von|par|por) (?-i:[A-Z])[^ ]*(?: (?:(?:and|und|et|y|e|&) )?(?-i:[A-Z])[^ ]*){1,8}$"
    r"|courtesy |dear |hi |hello |hey |cheers\b|thanks,|sehr geehrte|chère? |estimad"
    r"|(?:sincerely|regards|yours|best wishes|kind regards|mit freundlichen|cordialement|atentamente)\b"
    r"|published |updated |posted |last (?:updated|modified)|copyright|©|all rights"
    r"|(?:to|from|cc|subject|date|re|sent|tel|fax|e-?mail|author|editor|译者|作者) ?[:：]"
)
_CREDITS: Final = tuple(
    """photo|image|picture|illustration|screenshot|video|fig|table|chart|graph|source|credit|caption|bild|foto
    |quelle|abbildung|abb.|tabelle|tab.|tabla|cuadro|beispiel|exemple|ejemplo|légende|crédit|fuente|图|表|圖|例
    |by |von |par |por |courtesy |dear |hi |hello |hey
    |cheers|thanks,|sehr geehrte|chèr|estimad|sincerely|regards|yours|best wishes|kind regards
    |mit freundlichen|cordialement|atentamente|published |updated |posted |last |copyright|©|all rights
    """.replace("\n    ", "").split("|")
)
_FIELDS: Final = tuple("to from cc subject date re sent tel fax e-mail email author editor 译者 作者".split())
"""How what `_CREDIT` finds begins, in small letters; a colon follows a field."""
_CREDITED: Final = expression(
    r"(?i)\b(?:photo(?:graph)?s?|images?|illustration|courtesy) (?:by|of|from|courtesy)\b|\d年"
)
_PICTURED: Final = ("photo", "image", "illustration", "courtesy", "年")
"""What `_CREDITED` finds has one of these."""
_MONTH: Final = (
    "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mär|Mai|Okt|Dez|janv|févr|mars|avr|juin|juil|août"
    r"|enero|abril|agosto)[^\W\d]*\.?"
)
_DATE: Final = expression(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?(?:\d{1,2}\.? )?" + _MONTH + r" +\d{1,4}"
    r"|\d{4}-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d"
)
_ELSEWHERE: Final = tuple(
    "back to|return to|skip to|jump to|click |click:|read more|see more|learn more|view |next:|previous:"
    "|table of contents|continue reading|share th|sign up|log in|subscribe|advertisement|related:"
    "|related articles|see also:".split("|")
)
_CODE_SIGNS: Final = frozenset("=<>{}[]$\\^~;|`")
_SURE_SIGNS: Final = frozenset("={}$\\;|")
_SEVERAL: Final = 2
_JOINED: Final = expression(r"\w_\w|\w/\w+/|[a-z]\w*\.\w+\(")
_TYPED: Final = expression(
    r"(?:import|from|class|def|return|let|var|const|sudo|git|cd) "
    r"|.*(?:\w\(|\w\.\w+ |, \w+$|\.(?:py|sh|c|h|txt|js|html|json|exe)\b|\d\.\d)"
)


def is_credit(text: str) -> bool:
    """Whether a line says whose or what a picture is, who wrote or when, or greets: not what follows."""
    lowered = text.lower()
    # To compile an expression takes a millisecond or more: none is asked that cannot match.
    if (
        lowered.startswith(_CREDITS)
        or (lowered.startswith(_FIELDS) and (":" in text[:9] or "：" in text[:9]))
    ) and _CREDIT.match(text):
        return True
    if any(map(str.isdecimal, text)) and _DATE.match(text):
        return True
    return any(word in lowered for word in _PICTURED) and bool(_CREDITED.search(text))


def leads_elsewhere(text: str) -> bool:
    """Whether a line is a link to another place, as pages of the web have them between their paragraphs."""
    return text.lower().startswith(_ELSEWHERE)


def is_code(text: str) -> bool:
    """Whether a line is of a program or what one types: it has signs, or joins words as no title does."""
    # A title of several words may name a function, an option, a sign.
    if text[0].isupper() and text.count(" ") >= _SEVERAL:
        return not _SURE_SIGNS.isdisjoint(text)
    if not _CODE_SIGNS.isdisjoint(text) or "()" in text or "::" in text or " --" in text:
        return True
    return bool(_JOINED.search(text)) or (text[0].islower() and bool(_TYPED.match(text)))
