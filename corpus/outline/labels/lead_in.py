"""What leads in to what a sentence says: dates, connectives, adverbials, appositions, “I believe that”."""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.outline.function_words import CONNECTIVES, DETERMINERS, POINTING

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_PHRASES: Final = tuple(
    (
        "in addition|in fact|in short|in other words|in particular|in this regard|in this way|"
        "in this context|in this sense|of course|as a result|as such|for example|for instance|to be sure|"
        "on the other hand|on the one hand|that said|at the same time|after all|above all|by contrast|"
        "in contrast|in general|in the end|in conclusion|to be clear|these days|this time|once again|"
        "last but not least|as always|as usual|all in all|last week|last month|last year|this week|"
        "this month|this year|next week|next year|en effet|en outre|de plus|par exemple|en revanche|"
        "d’abord|d’autre part|en fait|sin embargo|por ejemplo|por otra parte|por lo tanto|en primer lugar|"
        "de hecho|es decir|кроме того|таким образом|во-первых|тем не менее|в частности|на самом деле"
    ).split("|")
)
_ADDRESSED: Final = frozenset(
    (
        "fellow citizens|fellow-citizens|my fellow citizens|fellow americans|my fellow americans|"
        "my countrymen|my friends|dear friends|friends|colleagues|dear colleagues|readers|dear readers|"
        "ladies and gentlemen|mr. president|mr. speaker|madam president|folks|meine damen und herren|"
        "liebe leser|mesdames et messieurs|señoras y señores"
    ).split("|")
)
"""Whom a speech is spoken to: left out whatever follows."""
_LED_IN: Final = frozenset((*CONNECTIVES, *_PHRASES))
_LONGEST: Final = max(map(len, _LED_IN | _ADDRESSED))
_WHEN: Final = expression(
    rf"""(?:In\s(?:recent|the\spast|the\slast|the\scoming)\s[^,.]{{1,30}}
    |(?:On|In|By|Since)\s(?:{_MONTH}\s)?\d{{1,4}}(?:,\s\d{{4}})?
    |(?:On|In)\s(?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,4}})?(?:,\s\d{{4}})?
    |On\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|evening|night))?
    |(?:Last|Next|This|Earlier\sthis|Later\sthis|The\s(?:next|following))\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
    |morning|day|night|evening|week|month|year|spring|summer|fall|autumn|winter)
    |(?:(?:Just|Only|About)\s)?(?:[Aa]|Two|Three|Four|Five|Six|Ten)\s(?:few\s|couple\s(?:of\s)?)?(?:day|week|month|year|decade)s?
    \s(?:ago|back|later|earlier)),\s+""",
    re.VERBOSE,
)
_WHEN_OPENS: Final = ("On ", "In ", "By ", "Since ")
_WHENS: Final = (
    *("recent ", "the past ", "the last ", "the coming "),
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    *("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"),
)
"""What may stand behind such a word, where no number does."""
_WHEN_OPENINGS: Final = (
    *("Last ", "Next ", "This ", "Earlier this ", "Later this ", "The next ", "The following "),
    *("Just ", "Only ", "About ", "A ", "a ", "Two ", "Three ", "Four ", "Five ", "Six ", "Ten "),
)
_TIMES: Final = "day morning night evening week month year decade spring summer fall autumn winter".split()
"""What such words tell the time by."""
# A clause that only says when, where or how: the one after it says what.
_ADVERBIAL: Final = expression(
    r"(?:Over|In|On|At|After|Before|With|Without|For|During|Since|Under|By|Like|From|Within|Throughout|Despite"
    r"|Besides|Among|Between|Beyond|Across|To|Due to|Thanks to|According to|As part of|Because of|Instead of)"
    r" [^,.;:“”]{1,80}, (?!and |or )(?=[^,]{0,40} )"
)
_ADVERBIALS: Final = tuple(
    """Over In On At After Before With Without For During Since Under By Like From Within Throughout Despite
    Besides Among Between Beyond Across To Due Thanks According As Because Instead""".split()
)
_CONJUNCTIONS: Final = frozenset("And But So Or Und Aber Denn Doch Et Mais Y Pero И А Но".split())
_NOT_ALONE: Final = ("that ", "far ", "far,", "what ", "what,", "much ", "many ")
"""What makes another thing of such a conjunction: “so that”, “so far”."""
_APPOSITION: Final = expression(
    r"(?P<head>[A-Z][^,.;:]{1,60}), (?:the|a|an|who|which|whose|one of|then|now|formerly"
    r"|published|dated|known|called)"
    r" [^,;:“”]{3,90}, (?=(?:also |has |have |had |is |are |was |were |will |would |can |could "
    r"|said |says |made |took "
    r"|wrote |gave |began |told |held |led |[a-z]{2,12}(?:ed|es|s) ))"
)
_APPOSED: Final = tuple(
    f", {word} "
    for word in (
        *("the", "a", "an", "who", "which", "whose", "one of", "then", "now", "formerly"),
        *("published", "dated", "known", "called"),
    )
)
_POINTING_AT: Final = frozenset("The A One Its Our My Another Perhaps Maybe".split())
_POINTS: Final = frozenset(
    """issue point question problem argument idea theme reason goal challenge lesson message claim aim thing
    fact truth answer result part way step tip""".split()
)
_POINT_IS: Final = expression(
    rf"(?:(?:Perhaps|Maybe) (?:the|one|its|our|my)|The|A|One|Its|Our|My|Another) (?:\w+ )?"
    rf"(?:{'|'.join(sorted(_POINTS))})"
    r"[^,.;:]{0,40}? (?:is|was|are|were) (?:that |to )?(?=\S+ \S)"
)
# What somebody who is only pointed at thinks or says, and what is merely said to be so: what follows is said.
_SAYS_THAT: Final = expression(
    r"(?:(?:I|We|He|She|They|You|One|It|There|Some|Many|People) (?:[\w’']+ ){0,4}?(?:that|how|why)"
    r"|(?:I|We) (?:also |really |strongly |still |just )?(?:think|believe|hope|guess|suspect"
    r"|realized|realised|knew|know))"
    r" (?=(?:the|a|an|[A-Z]|our|their|his|her|its|most|many|all|no|every|each|people|this)\b)"
)
_SAYING: Final = frozenset("I We He She They You One It There Some Many People".split())
_SAID: Final = tuple(
    f" {word} "
    for word in (
        *("that", "how", "why", "think", "believe", "hope", "guess", "suspect", "realized", "realised"),
        *("knew", "know", "known"),
    )
)
_WILLING: Final = tuple(
    f" {word} "
    for word in (
        *("will", "must", "should", "would", "shall", "need to", "needs to", "has to", "have to"),
        *("is to", "are to"),
    )
)
_WILL: Final = expression(
    r"(?:(?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*){0,4}|[Ww]e|[Ii]t|[Tt]hey|[Tt]he [\w’-]+(?: [\w’-]+)?)"
    r" (?:will|must|should|would|shall|needs? to|has to|have to|is to|are to) (?:also |further |then )?"
    r"(?!be )(?:(?:establish|create|build|make|develop|set up|adopt|introduce|provide|have) (?:an?|the) )?"
)
_BRACKETS: Final = expression(r"\s\([^()]{0,200}\)")
_INSERTED: Final = expression(r"(?:\s?—\s?[^—.;:]{3,120}?\s?—\s?|\s–\s[^–.;:]{3,120}?\s–\s)(?=\w)")
"""What a sentence has between two dashes."""
_BEFORE_MAIN: Final = frozenset(
    """If Just When While Although Though Because Unless Until Whether As Whereas Once Since After Before To
    In On At With Without For During By From Despite Throughout Given Based Inspired Thanks Rather Beyond
    Across""".split()
)
_FURTHEST: Final = 110
"""Characters in which such a clause is over."""
_SO_SHORT: Final = 20
"""Characters up to a comma that are no clause, but one more of a list."""
_LEFT: Final = 4
"""Words that must be left, for a sentence to stand for its passage."""


def without_lead_in(sentence: str, *, enumerated: bool = False) -> str:
    """A sentence from where it says what it is about; of an `enumerated` one only what is to be done."""
    if "(" in sentence:
        sentence = _BRACKETS.sub("", sentence)
    if sentence.count("—") > 1 or sentence.count("–") > 1:
        sentence = _INSERTED.sub(" ", sentence, count=1)
    sentence = _unaddressed(sentence)
    first, _, rest = sentence.partition(" ")
    if first in _CONJUNCTIONS and not rest.startswith(_NOT_ALONE):
        sentence = _rest(sentence, len(first) + 1)
    if ", " in sentence:
        sentence = _without_connective(_without_connective(sentence))
        # To compile an expression takes a millisecond: none is asked that cannot match.
        if _may_tell_when(sentence) and (match := _WHEN.match(sentence)):
            sentence = _rest(sentence, match.end())
        if sentence.startswith(_ADVERBIALS) and (match := _ADVERBIAL.match(sentence)):
            sentence = _rest(sentence, match.end())
        if sentence.count(", ") > 1 and any(opening in sentence for opening in _APPOSED):
            sentence = _APPOSITION.sub(r"\g<head> ", sentence, count=1)
    if enumerated:
        match = _WILL.match(sentence) if any(word in sentence for word in _WILLING) else None
        return sentence[match.end() :] if match and len(sentence[match.end() :].split()) >= 2 else sentence
    words = sentence.split(None, 4)
    if words and words[0] in _POINTING_AT and not _POINTS.isdisjoint(words[1:4]):
        sentence = _behind(sentence, _POINT_IS)
    says = words and words[0] in _SAYING and any(word in sentence for word in _SAID)
    return _behind(sentence, _SAYS_THAT) if says else sentence


def _may_tell_when(sentence: str) -> bool:
    """Whether a sentence may open with words that tell when; to ask the expression costs its compilation."""
    if sentence.startswith(_WHEN_OPENS):
        following = sentence.partition(" ")[2]
        return following[:1].isdecimal() or following.startswith(_WHENS)
    opening = sentence.partition(",")[0]
    return sentence.startswith(_WHEN_OPENINGS) and any(time in opening for time in _TIMES)


def main_clause(sentence: str) -> str:
    """What a sentence says, without the clause before it that tells when, where, why or if; or ""."""
    first = sentence.partition(" ")[0]
    if first not in _BEFORE_MAIN and not first.endswith("ing"):
        return ""
    comma = sentence.find(", ", 0, _FURTHEST)
    # “Whether on the pier, the quay, or here, …”
    while comma >= 0 and (
        sentence.startswith(_GOES_ON, comma + 2) or sentence.find(", ", comma + 2, comma + _SO_SHORT) >= 0
    ):
        comma = sentence.find(", ", comma + 2, _FURTHEST)
    rest = sentence[comma + 2 :].split(None, _LEFT)
    if comma < 0 or len(rest) < _LEFT:
        return ""
    # “Working at night will pay, make friends and …” has its verb before the comma.
    begun = rest[0][0].isupper() or rest[0].lower() in POINTING | DETERMINERS
    return capitalised(" ".join(rest)) if first in _BEFORE_MAIN or begun else ""


_GOES_ON: Final = ("and ", "or ", "but ", "which ", "who ", "where ", "such ", "including ", "especially ")


def _behind(sentence: str, opening: re.Pattern[str]) -> str:
    """What is behind an opening, if that is two words at least."""
    match = opening.match(sentence)
    if match and len(sentence[match.end() :].split()) >= 2:
        return capitalised(sentence[match.end() :])
    return sentence


def capitalised(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def _rest(sentence: str, at: int) -> str:
    """What is behind the place, if that is enough, and tells what it is about."""
    words = sentence[at:].split(maxsplit=_LEFT)
    if len(words) < _LEFT or words[0].lower().replace("'", "’").partition("’")[0] in POINTING:
        return sentence
    return capitalised(sentence[at:])


def _without_connective(sentence: str) -> str:
    comma = sentence.find(", ", 0, _LONGEST + 2)
    opening = _lowered(sentence[: max(0, comma)])
    return _rest(sentence, comma + 2) if opening in _LED_IN else sentence


def _unaddressed(sentence: str) -> str:
    """The sentence without those to whom it is spoken."""
    for sign in (", ", ": "):
        end = sentence.find(sign, 0, _LONGEST + 2)
        if end > 0 and _lowered(sentence[:end]) in _ADDRESSED and len(sentence) > end + 2:
            return capitalised(sentence[end + 2 :])
    return sentence


def _lowered(words: str) -> str:
    return words.lower().replace("'", "’")
