"""Labels for what the author gave no heading: the first words of a passage that say what it is about.

A label is a run of the passage's own words. What leads in to them (a date, a connective, an
apposition) is left out, and "…" stands where a clause is cut short.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.outline.enumeration import opening_ordinal
from corpus.scripts import count_han

# A label is made of the beginning of a passage alone, however long the passage is.
_READ: Final = 900
_WORDS: Final = 10
_FEWEST: Final = 5
_FEWEST_IN_CLAUSE: Final = 4
_CHARACTERS: Final = 68
_HAN_CHARACTERS: Final = 20

_ABBREVIATIONS: Final = frozenset(
    """mr mrs ms dr prof st gen gov sen rep rev hon jr sr lt col capt sgt no nos vs etc inc ltd co corp
    art arts para paras fig figs vol ed eds cf al approx dept est
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
_STOP: Final = expression(r"[.!?](?:[\"”’)\]]{0,3})\s+(?=[\"“‘(\[]?[A-Z0-9À-Þ])")
_HAN_STOP: Final = expression(r"[。！？]")
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_LEAD_IN: Final = expression(
    rf"""(?:However|Moreover|Furthermore|Additionally|Also|Thus|Therefore|Hence|Meanwhile|Indeed|Similarly|Likewise
    |Instead|Still|Yet|Then|Now|Today|Yesterday|Recently|Finally|Nevertheless|Nonetheless|Consequently|Accordingly
    |In\saddition|In\sfact|In\sshort|In\sother\swords|In\sparticular|In\sthis\s(?:regard|context|sense|way)
    |Of\scourse|As\sa\sresult|As\ssuch|For\sexample|For\sinstance|To\sbe\ssure|On\sthe\sother\shand|That\ssaid
    |At\sthe\ssame\stime|After\sall|Above\sall|By\scontrast|In\scontrast
    |(?:Last|This|Next)\s(?:week|month|year|summer|winter|spring|autumn|fall)
    |In\s(?:recent|the\spast|the\slast|the\scoming)\s[^,.]{{1,30}}
    |(?:On|In|By|Since)\s(?:{_MONTH}\s)?\d{{1,4}}(?:,\s\d{{4}})?
    |(?:On|In)\s(?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,4}})?(?:,\s\d{{4}})?
    |On\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|evening|night))?),\s+""",
    re.VERBOSE,
)
# A clause that only says when, where or how: the one after it says what.
_ADVERBIAL: Final = expression(
    r"(?:Over|In|On|At|After|Before|With|Without|For|During|Since|Under|By|Like|From|Within|Throughout|Despite"
    r"|Besides|Among|Between|Beyond|Across|To|Due to|Thanks to|According to)"
    r" [^,.;:“”]{1,80}, (?!and |or )(?=[^,]{0,40} )"
)
_SUBORDINATE: Final = expression(
    r"(?:If|When|While|Although|Though|Because|Unless|Until|Whether|As|Whereas|Once|Just as"
    r"|To|In|On|Over|At|After|Before|With|For|During|Since|From|Under"
    r"|Even if|Even though|Where|[A-Z][a-z]+ing)\b"
)
_CONJUNCTION: Final = expression(r"(?:And|But|So|Or)\s+")
_HAN_LEAD_IN: Final = expression(
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"|因此|然而|但是|同时|此外|另外|所以|不过|近日|日前|今天|近年来|总之)[，,]\s?"
)
_BRACKETS: Final = expression(r"\s?\([^()]{0,200}\)")
_APPOSITION: Final = expression(
    r"(?P<head>[A-Z][^,.;:]{1,60}), (?:the|a|an|who|which|whose|one of|then|now|formerly"
    r"|published|dated|known|called)"
    r" [^,;:“”]{3,90}, (?=(?:also |has |have |had |is |are |was |were |will |would |can |could "
    r"|said |says |made |took "
    r"|wrote |gave |began |told |held |led |[a-z]{2,12}(?:ed|es|s) ))"
)
_POINT_IS: Final = expression(
    r"(?:The|A|One|Its|Our|My) (?:central|main|key|core|most important|principal|primary|biggest"
    r"|real|chief|basic) (?:issue|point|question|problem|argument|idea|theme|reason|goal"
    r"|challenge|lesson|message|claim|aim)"
    r"[^,.;:]{0,40}? (?:is|was|are|were) (?:that )?(?=\S+ \S)"
)
_WILL: Final = expression(
    r"(?:(?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*){0,4}|[Ww]e|[Ii]t|[Tt]hey|[Tt]he [\w’-]+(?: [\w’-]+)?)"
    r" (?:will|must|should|would|shall|needs? to|has to|have to|is to|are to) (?:also |further |then )?"
    r"(?!be )(?:(?:establish|create|build|make|develop|set up|adopt|introduce|provide|have) (?:an?|the) )?"
)
_CLAUSE_END: Final = expression(
    r";|:\s|\s?—\s?|\s–\s|,\s(?!\d)"
    r"|\s(?=(?:based on|because|in order to|while|so that|when|where|which|whereas|although)\s)"
)
_BREAK_BEFORE: Final = frozenset(
    "for of in on with by from to that and at as if but or into between under over through against".split()
)
_NOT_LAST: Final = frozenset(
    """the a an of to in on for with by and or that which who whom whose from at as is was are were has have
    had will would can could may might must should shall its his her their our your my this these those not
    no be been being than into about between but also more most very such some any all each every if when
    while because so""".split()
)
_PARTICLES: Final = frozenset("of the and for de la du von van der den bin al".split())


def label(text: str) -> str:
    """A label for a passage: its first clause, an opening ordinal kept before a dash ("First — …")."""
    text = " ".join(text[:_READ].split())
    ordinal = opening_ordinal(text)
    opening = ""
    if ordinal:
        opening, text = ordinal.words, text[ordinal.end :].lstrip(" ,，:：、—–-")
    if _is_han(text):
        words = _han_label(text)
    else:
        words = _shortened(_without_lead_in(_first_sentence(text), bool(ordinal)))
    if not ordinal:
        return _capitalised(words)
    return f"{_capitalised(opening)} — {words}" if words else _capitalised(opening)


def announcement_label(text: str, start: int, end: int) -> str:
    """A label for a passage that announces an enumeration in [start, end): the words about that.

    The announcing sentence serves where the announcement is not cut off from it; else the words from
    the announcement on, with the possessive before them ("Xi’s six-part roadmap …").
    """
    first = max((match.end() for match in _stops(text) if match.end() <= start), default=0)
    announced = " ".join(text[start:end].split())
    sentence = label(text[first : first + _READ])
    owner = re.search(r"[\w.-]{1,30}[’']s\s+$", text[max(0, start - 34) : start])
    if announced.casefold() in sentence.casefold() and not (owner and sentence.endswith("…")):
        return sentence
    return label(text[start - len(owner[0]) if owner else start :])


def _is_han(text: str) -> bool:
    return count_han(text[:40]) * 3 > len(text[:40])


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _stops(text: str) -> list[re.Match[str]]:
    """Where sentences end: not after an abbreviation, an initial, or a number that goes on."""
    if _is_han(text):
        return list(_HAN_STOP.finditer(text))
    found = []
    for match in _STOP.finditer(text):
        word = re.search(r"[\w.’]*$", text[max(0, match.start() - 20) : match.start()])
        last = word[0] if word else ""
        initials = (len(last) == 1 and last.isupper()) or re.fullmatch(r"(?:\w\.){1,4}\w", last)
        if text[match.start()] == "." and (last.casefold() in _ABBREVIATIONS or initials):
            continue
        found.append(match)
    return found


def _first_sentence(text: str) -> str:
    """The first sentence with something to say: a salutation or an exclamation is passed over."""
    start = 0
    for match in _stops(text):
        if len(text[start : match.end()].split()) >= 4:
            return text[start : match.end()].strip()
        start = match.end()
        if start > 60:
            break
    return text[start:] if len(text[start:].split()) >= 4 else text


def _without_lead_in(sentence: str, enumerated: bool) -> str:
    """The sentence from where it says what it is about."""
    sentence = _BRACKETS.sub("", sentence)
    for pattern in (_CONJUNCTION, _LEAD_IN, _LEAD_IN, _ADVERBIAL):
        # All but the first end in a comma: without one, they need not even be compiled.
        match = pattern.match(sentence) if pattern is _CONJUNCTION or ", " in sentence else None
        if match and len(sentence[match.end() :].split()) >= 4:
            sentence = _capitalised(sentence[match.end() :])
    if ", " in sentence:
        sentence = _APPOSITION.sub(r"\g<head> ", sentence, count=1)
    # Once its clause has gone, the sentence must still have words enough to stand for the passage.
    for pattern in (_WILL,) if enumerated else (_POINT_IS,):
        match = pattern.match(sentence)
        if match and len(sentence[match.end() :].split()) >= 2:
            sentence = sentence[match.end() :]
    return sentence


def _shortened(sentence: str) -> str:
    """The sentence, or so many words of it as make a label."""
    words = sentence.split()
    if len(words) <= _WORDS and len(sentence) <= _CHARACTERS:
        return _trimmed(sentence)
    for match in () if _SUBORDINATE.match(sentence) else _CLAUSE_END.finditer(sentence):
        clause = sentence[: match.start()]
        if len(clause.split()) > _WORDS or len(clause) > _CHARACTERS:
            break
        if (
            len(clause.split()) >= _FEWEST_IN_CLAUSE
            and _balanced(clause)
            and not _ends_weakly(clause.split())
        ):
            return _trimmed(clause)
    most = _WORDS
    while most > 1 and len(" ".join(words[:most])) > _CHARACTERS:
        most -= 1
    cut = next((at for at in range(most, _FEWEST, -1) if _good_cut(words, at)), 0)
    if not cut:
        cut = next((at for at in range(most, 1, -1) if _possible_cut(words, at)), most)
    kept = " ".join(words[:cut])
    # A single word may be longer than any label: a link, or a text without spaces.
    return _trimmed(kept[:_CHARACTERS]) + "…"


def _good_cut(words: list[str], at: int) -> bool:
    return at < len(words) and words[at].lower() in _BREAK_BEFORE and _possible_cut(words, at)


def _possible_cut(words: list[str], at: int) -> bool:
    """Whether a label can end before this word: not inside a name, a number, a quotation, an abbreviation."""
    if at >= len(words):
        return True
    last, following = words[at - 1], words[at]
    if _ends_weakly(words[:at]) or not _balanced(" ".join(words[:at])):
        return False
    if last[-1:] in ",;:":
        return True
    if last[:1].isupper() and at > 1 and following[:1].isupper():
        return False
    if last[:1].isupper() and following.lower() in _PARTICLES and at + 1 < len(words):
        return not words[at + 1][:1].isupper() or following.lower() == "and"
    return not (last[-1:].isdigit() or last[:1].isdigit() or last.rstrip(".").casefold() in _ABBREVIATIONS)


def _ends_weakly(words: list[str]) -> bool:
    return not words or words[-1].strip("“”\"'‘,").lower() in _NOT_LAST


def _balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _trimmed(words: str) -> str:
    kept = words.strip().rstrip(",;:—–- ")
    last = kept.rstrip(".").rpartition(" ")[2]
    if (
        kept.endswith(".")
        and not kept.endswith("..")
        and "." not in last
        and last.casefold() not in _ABBREVIATIONS
    ):
        kept = kept[:-1]
    return kept[1:] if kept[:1] in '“"' and not _balanced(kept) else kept


def _han_label(text: str) -> str:
    match = _HAN_LEAD_IN.match(text)
    if match and len(text) - match.end() >= 4:
        text = text[match.end() :]
    for match in re.finditer("[，。；：！？,;]", text[: _HAN_CHARACTERS + 1]):
        clause = text[: match.start()]
        if (
            len(clause) >= 6
            and clause.count("“") == clause.count("”")
            and clause.count("《") == clause.count("》")
        ):
            return clause
    if len(text) <= _HAN_CHARACTERS:
        return text.rstrip("，。；：,;")
    cut = _HAN_CHARACTERS - 2
    # Latin words and numbers are not cut, and an opened title or quotation is left out.
    while cut > 8 and text[cut - 1].isascii() and text[cut - 1].isalnum() and text[cut].isascii():
        cut -= 1
    kept = text[:cut]
    for opening, closing in ("《》", "“”"):
        if kept.count(opening) > kept.count(closing) and kept.rfind(opening) >= 6:
            kept = kept[: kept.rfind(opening)]
    return kept.rstrip("，。；：、,;") + "…"
