"""A phrase that sets a passage off: the few words around one of its most telling ones, verbatim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from heapq import nlargest
from math import prod
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.outline.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PALE,
    PREPOSITIONS,
    STOP,
    SUBJECTS,
    asks_for_noun,
)
from corpus.outline.labels.salience import NOUN, PARTICIPLE, VERB, WORD, Salience, as_counted, kind, root

_WORD: Final = expression(rf"({WORD})")
_MOST_WORDS: Final = 4
_TELLING: Final = 14
"""Words of a passage that phrases are looked for around."""
_BEGINNING: Final = 40
_CONTRAST: Final = 3
"""How many times more frequent a single name must be than elsewhere."""
_OCCURRENCES: Final = 2
_LEAST: Final = 0.03
"""How likely a phrase must be to hold one of the author’s words."""
_ALONE: Final = 0.7
_CUT: Final = 0.6
"""What is left of the worth of a phrase that goes on, or begins, with words which cannot be taken."""
_AGAIN: Final = 1.25
"""What a phrase is worth more that the passage has more than once: it is a term."""
_BEFORE_NOUNS: Final = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_BEFORE_VERBS: Final = (SUBJECTS | AUXILIARIES) - _BEFORE_NOUNS | {"to"}
_CUT_OFF: Final = frozenset(
    """good work works call calls look looks use uses need needs help start thing things part parts way
    ways""".split()
)
"""Words that are passed over, and yet may end a name: “the civic good”."""
_ADJECTIVES: Final = ("able", "ible")
_NO_PLURALS: Final = ("ss", "us", "is", "ics", "’s")
_GERMAN: Final = frozenset(("der", "das", "und", "nicht", "ist", "dem"))
_AFTER_VERBS: Final = (DETERMINERS - PREPOSITIONS) | frozenset(
    "it them him us me more less little much very too so".split()
)
_APOSTROPHES: Final = frozenset("’'")
_ELIDED: Final = frozenset("lLdDsSnNcC")
"""A French article, or another little word, that has lost its vowel: “l’arrêt”."""
_OF: Final = frozenset(("of", "de", "du", "del", "der", "des"))


class Phrase(NamedTuple):
    """A phrase, verbatim; the roots of its words; how likely all miss the author's; its form's worth."""

    words: str
    roots: frozenset[str]
    missed: float
    worth: float

    @property
    def value(self) -> float:
        """How likely it holds one of the author's words, less for its form."""
        return (1 - self.missed) * self.worth


def phrases(text: str, salience: Salience) -> list[Phrase]:
    """The phrases of one to four words around the most telling words of a text, the best first.

    Each paragraph is in a line of its own.
    """
    words = _Words(text)
    # Neither at the beginning nor there again: such words are many, and tell little.
    again = (word for word, times in Counter(words.counted).items() if times > 1)
    pool = dict.fromkeys((*words.counted[:_BEGINNING], *again))
    telling = nlargest(_TELLING, pool, key=salience.__getitem__)
    found: dict[str, Phrase] = {}
    for word in telling:
        at = -1
        for _ in range(min(_OCCURRENCES, words.counted.count(word))):
            at = words.counted.index(word, at + 1)
            for first, end in words.around(at):
                phrase = " ".join(words.written[first:end])
                if phrase[1:2] in _APOSTROPHES and phrase[0] in _ELIDED and phrase[2:3].islower():
                    phrase = phrase[2:]
                phrase = phrase.removesuffix("’s").removesuffix("'s")
                if phrase in found or not (worth := words.worth(first, end)):
                    continue
                inside = [inner for inner in words.counted[first:end] if kind(inner)]
                roots = frozenset(map(root, inside))
                # “protection equals protection”
                if len(roots) < len(inside):
                    continue
                term = end - first > 1 and text.count(phrase) > 1
                if not _sets_off(words, first, end, salience, term=term):
                    continue
                if term:
                    worth *= _AGAIN
                missed = prod(1 - salience[inner] for inner in inside)
                found[phrase] = Phrase(phrase, roots, missed, worth)
    return sorted(found.values(), key=lambda one: -one.value)


def _sets_off(words: _Words, first: int, end: int, salience: Salience, *, term: bool) -> bool:
    """Whether a phrase tells a passage from others; a `term` is one that the passage has more than once.

    No phrase is better than one that tells nothing.
    """
    inside = [word for word in words.counted[first:end] if kind(word)]
    strong = [word for word in inside if word not in PALE]
    if not (words.names(first, end) or len(strong) > 1 or (strong and term)):
        return False
    least = _CONTRAST if end - first == 1 else 1
    if not any(salience.contrast(word) > least for word in strong or inside):
        return False
    return term or (inside[-1:] == strong[-1:] and not words.runs_on(first, end))


class _Words:
    """The words of a text in columns: as written, as counted, what each can be, whether it stands apart.

    A word stands apart that has more than a space between it and the one before.
    """

    def __init__(self, text: str) -> None:
        # What is between the words, and the words, by turns.
        pieces = _WORD.split(text)
        self.written = pieces[1::2]
        self.counted = as_counted(" ".join(self.written)).split()
        self._kinds = list(map(kind, self.counted))
        self._apart = [sign != " " for sign in pieces[::2]]
        self._german = len(_GERMAN.intersection(self.counted)) > 1
        if self._german:
            self._part_german()

    def _part_german(self) -> None:
        """Only nouns have capitals in German: before one, one word more tells of what kind it is."""
        written = self.written
        for at in range(1, len(written)):
            if written[at - 1][0].isupper() or (written[at][0].islower() and self._kinds[at] == NOUN):
                self._apart[at] = True

    def around(self, at: int) -> Iterator[tuple[int, int]]:
        """The phrases that a word may be part of: the first word, and one past the last."""
        kinds, apart = self._kinds, self._apart
        first, end = at, at + 1
        if kinds[at] < PARTICIPLE:
            return
        while first and at - first < _MOST_WORDS and not apart[first] and kinds[first] == NOUN:
            if kinds[first - 1] not in (NOUN, PARTICIPLE):
                break
            first -= 1
        while end < len(kinds) and end - at < _MOST_WORDS and not apart[end] and kinds[end] == NOUN:
            end += 1
        # “dedicated teams” has a name, “teams dedicated” or “they remained” none.
        if kinds[first] == PARTICIPLE and not self._begins_noun(first) and first < end - 1:
            first += 1
        while first < end - 1 and self.counted[first].endswith("ly"):
            first += 1
        while end - 1 > at and self.counted[end - 1].endswith(("ly", "ing")) and end - first > 2:
            end -= 1
        if end - first > _MOST_WORDS:
            # Nothing so long is one phrase: the word has those with it that stand next to it.
            first, end = max(first, at - 1), min(end, at + 2)
        end = self._without_verb(first, end)
        yield first, end
        if end - first > 2:
            yield end - 2, end
        if end - first > 1 and self._before(first) in _BEFORE_VERBS:
            yield first + 1, end
        if end - first <= 2:
            yield from self._with_of(first, end)

    def _without_verb(self, first: int, end: int) -> int:
        """Where a phrase ends: “pilots earn the least” has a verb before the article."""
        follows = end < len(self.counted) and not self._apart[end] and self.counted[end] in _AFTER_VERBS
        return end - 1 if follows and end - first > 1 else end

    def worth(self, first: int, end: int) -> float:
        """What a phrase is worth by its form, from 0 to 1."""
        last = self.counted[end - 1]
        # “comfortable participating”
        if end - first > 1 and self.counted[end - 2].endswith(_ADJECTIVES) and last.endswith("ing"):
            return 0.0
        if asks_for_noun(last) or self._breaks_name(first, end):
            return 0.0
        worth = _ALONE if end - first == 1 else 1.0
        if last in PALE:
            worth *= _CUT
        # “the application starts to grow”
        goes_on = not self._apart[end] and self.counted[end] == "to"
        if goes_on and last.endswith(("s", "ing")) and end - first > 1 and self.counted[end - 2][-1] != "s":
            return 0.0
        if last.endswith(_ADJECTIVES) or (not self._apart[end] and self.counted[end] in _CUT_OFF):
            return 0.0
        # “people working” is no name for anything, “agile coaching” is.
        if last.endswith("ing") and (end - first == 1 or self.counted[end - 2][-1] == "s"):
            return 0.0
        if not self._apart[end] and self._kinds[end] > VERB:
            worth *= _CUT
        before = self._before(first)
        return worth * _CUT if before in _BEFORE_VERBS or (before and before not in STOP) else worth

    def names(self, first: int, end: int) -> bool:
        """Whether the phrase has a name in it: a word with a capital that does not begin a sentence."""
        if self._german:
            return False
        written = self.written
        names = [at for at in range(first, end) if self._is_name(at)]
        # “the Government”, and elsewhere “government”
        return bool(names) and (end - first > 1 or written[first].lower() not in written)

    def _is_name(self, at: int) -> bool:
        word = self.written[at]
        if self.counted[at] in PALE:
            return False
        return word[1:] != word[1:].lower() or (word[0].isupper() and not self._apart[at])

    def runs_on(self, first: int, end: int) -> bool:
        """Whether the words may only meet: “hurdles organizers face”, “generating reports”."""
        if self.counted[first].endswith("ing") and self._before(first) not in DETERMINERS:
            return True
        inner = self.written[first : end - 1]
        return any(
            word.islower()
            and word.endswith("s")
            and not word.endswith(_NO_PLURALS)
            and after.islower()
            and kind(after) == NOUN
            for word, after in zip(inner, self.written[first + 1 : end], strict=True)
        )

    def _begins_noun(self, first: int) -> bool:
        """Whether a name for something may begin with the word, by what is before it."""
        before = self._before(first)
        return not before or before in _BEFORE_NOUNS or self.written[first][0].isupper()

    def _before(self, first: int) -> str:
        return "" if not first or self._apart[first] else self.counted[first - 1]

    def _with_of(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """The phrase with “of speech” behind it, or with “freedom of” before it."""
        counted, apart, kinds = self.counted, self._apart, self._kinds
        if not apart[end] and counted[end] in _OF and not apart[end + 1]:
            further = end + 1
            while (
                further - first < _MOST_WORDS
                and kinds[further] >= PARTICIPLE
                and not counted[further].endswith("ing")
            ):
                further += 1
                if apart[further]:
                    break
            if further > end + 1:
                yield first, self._without_verb(end, further)
        named = not counted[first].endswith("ing")
        if named and first > 1 and counted[first - 1] in _OF and not (apart[first] or apart[first - 1]):
            before = first - 2
            if kinds[before] == NOUN and not asks_for_noun(counted[before]) and end - before <= _MOST_WORDS:
                yield before, end

    def _breaks_name(self, first: int, end: int) -> bool:
        """Whether a name goes on before the phrase or behind it."""
        written, apart = self.written, self._apart
        if not apart[end] and written[end - 1][0].isupper():
            following = written[end + 1] if written[end] in _OF and not apart[end + 1] else written[end]
            if following[0].isupper():
                return True
        if not first or apart[first] or not written[first][0].isupper():
            return False
        before = written[first - 1]
        if before in _OF:
            return first > 1 and written[first - 2][0].isupper()
        return before[0].isupper() and first > 1 and not apart[first - 1]
