"""Which of a passage's first sentences makes the best title: what it tells, where it stands, its form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.outline.function_words import POINTING
from corpus.outline.labels.cuts import is_balanced
from corpus.outline.labels.lead_in import main_clause
from corpus.outline.labels.opening import label_of_sentence
from corpus.outline.labels.phrases import Phrase
from corpus.outline.labels.salience import Salience, kind, root, words_of
from corpus.outline.labels.stops import stops

_LEAST: Final = 0.015
"""How likely a phrase must be to hold one of the author’s words."""
_SENTENCES: Final = 4
_LEAST_WORDS: Final = 3
_SHORT: Final = 5
_LEAST_CHARACTERS: Final = 8
_LATER: Final = 0.05
"""What a sentence loses for each one that stands before it: an entry leads to the beginning."""
_CUT: Final = 0.04
_ASKED: Final = 0.03
_SPEAKING: Final = 0.15
"""What it loses for beginning with somebody, or something, that is only pointed at."""
_SALUTING: Final = tuple(
    "dear |hello|hi |hey |welcome|thank you|thanks|good morning|good evening|greetings|ladies and gentlemen"
    "|congratulations|click |read more|photo|image|source:|update:|note:|editor|for more information"
    "|to learn more|see also|stay tuned|subscribe|back to |sehr geehrte|liebe |chers |chère|cher |bonjour"
    "|estimad|querid|buenos|уважаем|дорог".split("|")
)
_SPOKEN_TO: Final = tuple("mr. |mrs. |madam |my fellow |ladies |meine damen|mesdames|señoras".split("|"))
"""What a list of those who are spoken to has in it."""
_SALUTED: Final = 0.4
_AUTHORS: Final = frozenset("i we you my our your".split())
_THIS: Final = frozenset("this that these those such".split())
_ASKING: Final = frozenset(
    "how what why who when where which do does did is are was can could should would will".split()
)
_EXPLETIVE: Final = expression(r"It(?:[’']s| is| was) \w+ (?:to|that)\b")
"""What only looks as if it pointed: “It is easy to …”."""
_TELLING: Final = 0.06
_UNASKED: Final = 0.25
_UNSAID: Final = 0.1
_LEAST_SAID: Final = 5


class Label(NamedTuple):
    """What stands for a section: words of it, cut short with “…”, and a phrase that sets it off, or “”.

    Both are the section's own words; the phrase holds none of the first.
    """

    words: str
    phrase: str = ""


def chosen(paragraphs: Sequence[str], offered: Sequence[Phrase], salience: Salience) -> Label:
    """The best title that the sentences at the beginning of a passage offer, together with a phrase.

    Each paragraph is in one line. The title is "" where none has words for it.
    """
    best, found = -1.0, Label("")
    for number, sentence in enumerate(islice(_sentences(paragraphs), _SENTENCES)):
        # No words of it can be better than all of them: most of the later ones need not be cut to a title.
        if (
            best
            > 1 - _missed(words_of(sentence), salience, offered[0] if offered else None) - _LATER * number
        ):
            continue
        for words in _titles(sentence):
            counted = words_of(words)
            if len(counted) < _LEAST_WORDS or not any(map(kind, counted)):
                continue
            phrase = _beside(counted, offered)
            value = (
                1 - _missed(counted, salience, phrase) - _LATER * number - _fault(sentence, words, counted)
            )
            if value > best:
                best, found = value, Label(words, phrase.words if phrase else "")
    return found


def _titles(sentence: str) -> Iterator[str]:
    """What a sentence has for a title: all of it, as far as that goes, and what it mainly says."""
    yield label_of_sentence(sentence)
    if main := main_clause(sentence):
        yield label_of_sentence(main)


def _missed(counted: Sequence[str], salience: Salience, phrase: Phrase | None) -> float:
    """How likely the author put none of these words over the passage."""
    missed = max(0.0, 1 - phrase.value) if phrase else 1.0
    for word in dict.fromkeys(counted):
        missed *= 1 - salience[word]
    return missed


def beside_title(words: str, offered: Sequence[Phrase]) -> Label:
    """A title with the best of the phrases, the best first, that has no word in common with it."""
    phrase = _beside(words_of(words), offered)
    return Label(words, phrase.words if phrase else "")


def _beside(counted: Sequence[str], offered: Sequence[Phrase]) -> Phrase | None:
    taken = frozenset(map(root, counted))
    return next(
        (phrase for phrase in offered if phrase.value > _LEAST and taken.isdisjoint(phrase.roots)), None
    )


def _sentences(paragraphs: Sequence[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        start = 0
        for stop in (*stops(paragraph), len(paragraph)):
            # What is behind the last stop may be cut off.
            sentence = paragraph[start:stop].removeprefix("[]").strip(" |*•·–—-")
            if len(sentence) > _LEAST_CHARACTERS:
                yield sentence
            start = stop


def _is_salutation(sentence: str) -> bool:
    """Whether a sentence, in small letters, only speaks to somebody, or leads to something else."""
    if sentence.startswith(_SALUTING):
        return True
    return sentence[-1:] in ",:" and ", " in sentence and any(one in sentence for one in _SPOKEN_TO)


def _fault(sentence: str, words: str, counted: Sequence[str]) -> float:
    """What the form of a title takes from its value."""
    fault = 0.0
    first = counted[0].partition("’")[0]
    if first in _AUTHORS or (first == "it" and _EXPLETIVE.match(words)):
        fault += _TELLING
    elif first in POINTING:
        fault += _SPEAKING
    if counted[-2:-1] and counted[-2] in _THIS and not words.endswith("…"):
        fault += _SPEAKING
    if len(counted) < _SHORT:
        fault += _CUT
    if words.endswith("…") or not is_balanced(words):
        fault += _CUT
        # “As we left the pier, my friend…” does not come to what it says.
        said = words.rpartition(", ")[2] if ", " in words else ""
        if len(said.split()) < _LEAST_SAID and main_clause(sentence):
            fault += _UNSAID
    if sentence.endswith("?"):
        fault += _ASKED if first in _ASKING else _UNASKED
    if "://" in words or _is_salutation(sentence.lower()):
        fault += _SALUTED
    return fault
