"""Where words may be cut short: not inside a name, a number, an abbreviation, a quotation or a bracket."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

from corpus.scripts import count_wide, is_wide

ABBREVIATIONS: Final = frozenset(
    """mr mrs ms dr prof st gen gov sen rep rev hon jr sr lt col capt sgt maj no nos vs v etc inc ltd co corp
    art arts para paras sec secs fig figs vol ed eds cf al approx dept est ca ch pp e.g i.e u.s u.n u.k
    jan feb mar apr jun jul aug sep sept oct nov dec bzw nr abs vgl z.b d.h u.a usw mme mlle sra""".split()
)
"""Words that a full stop belongs to, folded and without it."""

PARTICLES: Final = frozenset(
    "of the and for de la le du des del di da von van der den zu zum zur y e bin al ibn &".split()
)
"""Words in small letters that stand inside a name."""

_BREAK_BEFORE: Final = frozenset(
    """for of in on with by from to that and at as if but or into between under over through against because
    while when where which who whereas although since after before during without within about than
    und oder für von mit bei aus nach durch gegen über unter zwischen dass weil wenn als wie ohne um
    et ou pour dans sur avec par sans entre sous contre que qui dont où mais comme chez vers depuis
    y o para en con por sin sobre entre que como pero cuando donde desde hasta
    и или в на с по для от из к у о об при без между под над что как но когда где""".split()
)
_NOT_LAST: Final = _BREAK_BEFORE | frozenset(
    """the a an is was are were has have had will would can could may might must should shall its his her
    their our your my this these those not no be been being also more most very such some any all each every
    so whom whose what how just only both either neither nor too much many i he she we they it there
    der die das den dem des ein eine einen einem einer eines im am zum zur ins vom ist sind war waren wird
    werden hat haben kann können muss müssen soll sollen nicht kein keine sich sehr auch noch nur sein ihre
    le la les l’ un une des du de au aux ce cette ces son sa ses leur leurs est sont était été a ont avait
    ne pas plus très se si d’ il elle ils elles on nous vous je
    el los las lo una unos unas del al su sus es son era fue ha han había no más muy se este esta estos estas
    не это этот эта эти его её их был была было были есть же бы ли""".split()
)
_PAIRS: Final = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"), ("《", "》"), ("（", "）"), ("「", "」"))
_CLOSING: Final = frozenset("，。；：！？、,.;:!?”’」』）)]》〉】…—")
_OPENING: Final = frozenset("“‘「『（([《〈【")
# A clause of Chinese does not end in one of these.
_LEANING_HAN: Final = frozenset(
    "的和与與及或在对對於于把被从從向为為以是不了着所将將而之其这這那就也都很更最第"
)


class Grade(IntEnum):
    """How well words end: inside a name or a number, leaning on what follows, well, before a phrase."""

    INSIDE = 0
    WEAK = 1
    SOUND = 2
    GOOD = 3


class Cut(NamedTuple):
    """A place where words may end: an offset, and how well they would."""

    at: int
    grade: Grade


def cuts(text: str) -> list[Cut]:
    """The places inside a line of words where it may end, in order: each behind a word, before white space.

    In scripts without spaces, each is between two characters.
    """
    if count_wide(text) * 3 > len(text):
        return _between_characters(text)
    found: list[Cut] = []
    words = text.split()
    names = not _in_title_case(words)
    end = 0
    for index, word in enumerate(words[:-1]):
        end = text.index(word, end) + len(word)
        found.append(Cut(end, _grade(text, end, words, index + 1, names=names)))
    return found


def ends_weakly(words: str) -> bool:
    """Whether the last word asks for another one: an article, a preposition, an auxiliary, a possessive."""
    last = words.rpartition(" ")[2].strip("“”\"'‘’«»(,").lower()
    return not last or last in _NOT_LAST or last.endswith(("’s", "'s"))


def is_balanced(text: str) -> bool:
    """Whether every quotation and bracket that is opened is closed."""
    if text.isascii() and '"' not in text and "(" not in text and "[" not in text:
        return True
    # “ opens an English quotation, and closes a German one.
    pairs = (("„", "“"), *_PAIRS[1:]) if "„" in text else _PAIRS
    return text.count('"') % 2 == 0 and all(text.rfind(one) <= text.rfind(other) for one, other in pairs)


def _in_title_case(words: list[str]) -> bool:
    """Whether nearly all words have a capital: then one says nothing of a name."""
    long = [word for word in words[1:] if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and sum(word[0].isupper() for word in long) * 4 >= len(long) * 3


def _grade(text: str, end: int, words: list[str], at: int, *, names: bool) -> Grade:
    """How well the text ends at `end`, before the word `at`."""
    last, following = words[at - 1], words[at]
    if ends_weakly(last) or not is_balanced(text[:end]):
        return Grade.WEAK
    # Behind a comma even a name is over.
    if last[-1] in ",;:":
        return Grade.GOOD if last[-2:-1] not in ".0123456789" else Grade.SOUND
    if last.strip("(“\"'").rstrip(".").casefold() in ABBREVIATIONS or (len(last) == 2 and last[1] == "."):
        return Grade.INSIDE
    if names and last.strip("(“\"'")[:1].isupper() and at > 1 and _goes_on(words, at):
        return Grade.INSIDE
    if following.lower() in _BREAK_BEFORE or following in ("—", "–", "-", "|", "/"):
        return Grade.GOOD
    counted = following[0].isdigit() or following[0] in "§%$€£"
    if last[-1].isdigit() or last[0].isdigit() or (counted and (last[0].isupper() or last[-1] in ".§$€£")):
        return Grade.INSIDE
    return Grade.SOUND


def _goes_on(words: list[str], at: int) -> bool:
    """Whether a name goes on with this word."""
    following = words[at]
    if following[:1].isupper():
        return True
    if following.lower() in PARTICLES and at + 1 < len(words):
        return words[at + 1][:1].isupper() and following.lower() != "and"
    return False


def _between_characters(text: str) -> list[Cut]:
    found: list[Cut] = []
    for at in range(1, len(text)):
        last, following = text[at - 1], text[at]
        if (following in _CLOSING and following not in "，。；：、,;:—") or last in _OPENING:
            continue
        both = last.isalnum() and following.isalnum()
        if (both and not (is_wide(last) or is_wide(following))) or last.isspace():
            continue
        if not is_balanced(text[:at]) or last in _LEANING_HAN or following == "的":
            grade = Grade.WEAK
        elif following in "，。；：、,;:—" or last in "，；：、":
            grade = Grade.GOOD
        elif both and is_wide(last) != is_wide(following) and (last.isdigit() or following.isdigit()):
            grade = Grade.INSIDE
        else:
            grade = Grade.SOUND
        found.append(Cut(at, grade))
    return found
