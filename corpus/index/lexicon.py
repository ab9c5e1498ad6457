"""Every word of the indexed articles as it is written (folded): its number, its stem, how common it is.

The index knows stems, and “protecti” is the beginning of no stem; it also keeps each article as a string
of its words' numbers. A run of the lexicon has a word a line, sorted by the words' bytes, and is searched
where it lies: nothing is read into tables first. What is indexed later begins a new run, so that one
changed article costs little; runs of about the same size are made one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from heapq import merge, nlargest
from itertools import groupby
from typing import Final, NamedTuple

BORDER: Final = chr(0x10FFFE)
"""Stands for no word, between the words of the title and those of the text."""
RARE: Final = chr(0x10FFFF)
"""Stands for every word that came too late to get a character of its own."""
_MOST_NUMBERS: Final = 0x10FFFE - 0x800
"""There are so many characters besides these two and surrogates."""
_PAGE: Final = 2_048
"""Bytes of a run that are looked through for a word, once it is known where it must lie."""
_COUNTED: Final = re.compile(rb"^([^\t]+)\t(\d+)", re.MULTILINE)
_IRREGULAR: Final = frozenset({"die", "lie", "tie"})


class Form(NamedTuple):
    """A word as it is written: in how many articles it is, its number, and its stem."""

    word: str
    articles: int
    number: int
    stem: str

    @property
    def character(self) -> str:
        """What stands for the word in an article's string of words."""
        return character(self.number)


def character(number: int) -> str:
    """The character that stands for the word with this number (from 0)."""
    if number >= _MOST_NUMBERS:
        return RARE
    # Surrogates are no characters, and could not be written.
    return chr(number if number < 0xD800 else number + 0x800)


def common_beginning(stem: str) -> str:
    """The letters with which every word of this stem begins.

    Porter's rules put other letters for at most the last letter of a stem (“happy” gives “happi”,
    “hoping” “hope”), but for “dying” and its like.
    """
    if stem in _IRREGULAR:
        return stem[:1]
    return stem[:-1] if len(stem) > 2 and stem.isascii() else stem


class Lexicon:
    """The runs of a lexicon as one."""

    def __init__(self, runs: Iterable[bytes] = ()) -> None:
        """Take the content of the runs' files."""
        self._runs = [Run(data) for data in runs]
        self._forms = lru_cache(maxsize=1024)(self._forms_of)

    def __len__(self) -> int:
        """How many numbers were given."""
        return max((run.numbered for run in self._runs), default=0)

    def form(self, word: str) -> Form | None:
        """The word, if it was indexed."""
        found = [form for run in self._runs if (form := run.form(word))]
        return _sum(found) if found else None

    def articles_with(self, word: str) -> int:
        """In how many articles the word was indexed. Those that went are counted still."""
        form = self.form(word)
        return form.articles if form else 0

    def forms(self, stem: str) -> tuple[Form, ...]:
        """Every word of that stem."""
        return self._forms(stem)

    def _forms_of(self, stem: str) -> tuple[Form, ...]:
        return tuple(self._joined(lambda run: run.with_stem(stem)))

    def completions(self, beginning: str, most: int | None = None) -> tuple[list[Form], bool]:
        """The words that begin so, the commonest first, at most so many; and whether these are all."""
        counts = self._counts(beginning)
        if most is None or len(counts) <= most:
            found = self._joined(lambda run: run.from_to(*run.range_of(beginning)))
            return sorted(found, key=lambda form: -form.articles), True
        commonest = nlargest(most, counts, key=counts.__getitem__)
        return [form for word in commonest if (form := self.form(word.decode("utf-8")))], False

    def _counts(self, beginning: str) -> dict[bytes, int]:
        counts: dict[bytes, int] = {}
        for run in self._runs:
            for word, articles in run.counts(beginning):
                counts[word] = counts.get(word, 0) + int(articles)
        return counts

    def beginning_with(self, beginning: str) -> list[tuple[str, int]]:
        """Every word that begins so, with the number of articles it is in."""
        return [(word.decode("utf-8"), articles) for word, articles in self._counts(beginning).items()]

    def _joined(self, forms_in: Callable[[Run], Iterable[Form]]) -> Iterable[Form]:
        if len(self._runs) == 1:
            return forms_in(self._runs[0])
        joined: dict[str, Form] = {}
        for run in self._runs:
            for form in forms_in(run):
                known = joined.get(form.word)
                joined[form.word] = (
                    form if known is None else known._replace(articles=known.articles + form.articles)
                )
        return joined.values()


class Run:
    """Some words of a lexicon, sorted. The first line tells how many numbers had been given by then."""

    def __init__(self, data: bytes) -> None:
        """Take the content of a run's file."""
        first, _, rest = data.partition(b"\n")
        self.numbered = int(first or b"0")
        self._data = rest

    def form(self, word: str) -> Form | None:
        """The word, if it is in this run."""
        encoded = word.encode("utf-8")
        start, end = self._page_of(encoded)
        beginning = encoded + b"\t"
        if not self._data.startswith(beginning, start):
            start = self._data.find(b"\n" + beginning, start, end) + 1
            if not start:
                return None
        return _form(self._data[start : self._data.index(b"\n", start)].decode("utf-8"))

    def with_stem(self, stem: str) -> list[Form]:
        """Every word with that stem."""
        start, end = self.range_of(common_beginning(stem))
        lines = re.findall(
            rb"^.*\t%b$" % re.escape(stem.encode("utf-8")), self._data[start:end], re.MULTILINE
        )
        found = [_form(line.decode("utf-8")) for line in lines]
        if (form := self.form(stem)) and form.stem == stem:
            found.append(form)
        return found

    def range_of(self, beginning: str) -> tuple[int, int]:
        """The offsets between which the words lie that begin so."""
        prefix = beginning.encode("utf-8")
        return self._line_from(prefix)[0], self._line_from(prefix + b"\xff")[0]

    def counts(self, beginning: str) -> list[tuple[bytes, bytes]]:
        """Every word that begins so, and in how many articles it is."""
        start, end = self.range_of(beginning)
        return _COUNTED.findall(self._data, start, end)

    def from_to(self, start: int, end: int) -> list[Form]:
        """The words that lie between these offsets."""
        return [_form(line) for line in self._data[start:end].decode("utf-8").splitlines()]

    def _line_from(self, word: bytes) -> tuple[int, int]:
        """Where the first line lies whose word is not less than `word`."""
        data = self._data
        low, high = self._page_of(word)
        found = high
        while low < high:
            middle = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.index(b"\n", middle) + 1
            if data[middle : data.index(b"\t", middle)] < word:
                low = end
            else:
                high, found = middle, end
        return low, found

    def _page_of(self, word: bytes) -> tuple[int, int]:
        """The offsets of the lines among which a word lies, if it is in this run."""
        firsts, starts = self._pages
        number = max(0, bisect_right(firsts, word) - 1)
        return starts[number], starts[number + 1]

    @cached_property
    def _pages(self) -> tuple[list[bytes], list[int]]:
        """The words that a line of about every `_PAGE` bytes has, and where it lies; last, where all ends."""
        data, size = self._data, len(self._data)
        starts = [0, *(data.index(b"\n", offset) + 1 for offset in range(_PAGE, size, _PAGE))]
        starts = [start for start in dict.fromkeys(starts) if start < size]
        return [data[start : data.index(b"\t", start)] for start in starts], [*(starts or [0]), size]


def run_bytes(forms: Iterable[Form], numbered: int) -> bytes:
    """The content of a run's file. Words are folded, so none holds a tab or a line break."""
    lines = sorted(_line(form) for form in forms)
    return b"%d\n" % numbered + b"".join(lines)


def joined_runs(older: bytes, newer: bytes) -> bytes:
    """Two runs made one."""
    numbered, _, first = older.partition(b"\n")
    last, _, second = newer.partition(b"\n")
    lines = merge(first.splitlines(keepends=True), second.splitlines(keepends=True), key=_word)
    joined = []
    for _, alike in groupby(lines, key=_word):
        several = list(alike)
        if len(several) > 1:
            several = [_line(_sum([_form(line.decode("utf-8").rstrip("\n")) for line in several]))]
        joined.append(several[0])
    return b"%d\n" % max(int(numbered), int(last)) + b"".join(joined)


def _word(line: bytes) -> bytes:
    return line[: line.index(b"\t")]


def _line(form: Form) -> bytes:
    # A word that is its own stem, as most are, does without naming it.
    stem = "" if form.stem == form.word else form.stem
    return f"{form.word}\t{form.articles}\t{form.number}\t{stem}\n".encode()


def _form(line: str) -> Form:
    word, articles, number, stem = line.split("\t")
    return Form(word, int(articles), int(number), stem or word)


def _sum(forms: Sequence[Form]) -> Form:
    return forms[0]._replace(articles=sum(form.articles for form in forms))


class Numbering:
    """Gives words their numbers while articles are indexed, and counts the articles each is in."""

    def __init__(self, lexicon: Lexicon, stem: Callable[[str], str]) -> None:
        """Go on from a lexicon; `stem` gives a word's stem."""
        self._lexicon, self._stem = lexicon, stem
        self._known: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._next = len(lexicon)
        self._counts: dict[str, int] = {}

    def characters(self, words: Iterable[str]) -> Mapping[str, str]:
        """A character for each of the distinct words of one article, which is counted."""
        for word in words:
            if word not in self._known:
                self._number(word)
            self._counts[word] = self._counts.get(word, 0) + 1
        return self._known

    def _number(self, word: str) -> None:
        form = self._lexicon.form(word)
        number = form.number if form else self._next
        self._next += form is None
        self._numbers[word] = number
        self._known[word] = character(number)

    def run(self) -> bytes:
        """The run of what was counted since this was asked last."""
        forms = [
            Form(word, count, self._numbers[word], self._stem(word)) for word, count in self._counts.items()
        ]
        self._counts = {}
        return run_bytes(forms, self._next)
