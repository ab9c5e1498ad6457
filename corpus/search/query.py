"""The query language: what a reader typed into the search, read into a tree."""

from __future__ import annotations

from typing import Final, TypeVar, cast

from corpus import words
from corpus.expression import expression
from corpus.sanitiser import clean_line
from corpus.search.days import days_named
from corpus.search.pieces import STARS, TILDES, Kind, Piece, pieces, pieces_inside
from corpus.search.tree import Clause, Days, Field, Filter, Near, Query, Term, Word

__all__ = ["LANGUAGE", "Clause", "Days", "Field", "Filter", "Near", "Query", "Term", "Word", "parse"]

LANGUAGE: Final[tuple[tuple[str, str], ...]] = (
    ("moon tide", "both words, in any of their forms"),
    ("Moon", "with its capital letter"),
    ('"rising tide"', "word for word"),
    ("moon -wind", "moon, where no wind is"),
    ("tid*", "words that begin so"),
    ("protektion~", "words that are spelt nearly so"),
    ("moon OR sun", "one of them, or both"),
    ("near:5(moon tide)", "with at most 5 words between them"),
    ("title:tides", 'also title:"on tides"'),
    ("author:curie", "by somebody of that name"),
    ("section:methods", "under a heading with that word"),
    ("in:12", "in one article: its number or name"),
    ("date:2021..2022", "also 2021-03, 2021-03.., ..2022"),
    ("lang:zh", "in that language"),
)
"""An example for each form of the language, and what it finds: together at most 58 columns wide."""

MOST_TERMS: Final = 64
"""Words, phrases and filters of one query; what comes after them is not taken, and a note says so."""
MOST_WORDS: Final = 1_000
"""Words of all of them together."""

_Item = TypeVar("_Item", Clause, Term, Filter, Term | Near)

_ECHO: Final = 30
"""Characters of the query that a note repeats."""
_MISPLACED_STAR: Final = expression(rf"(?:^|\w)[{STARS}]")

_QUOTE: Final = (
    "A quotation mark is not closed: close it after its last word; now the phrase reaches to the end."
)
_PARENTHESIS: Final = "near:…( is not closed: type ) after its last word."
_NEAR: Final = "near: wants two words or phrases in parentheses, as in near:5(moon tide)."
_INSIDE: Final = "In the parentheses of near: only words and phrases can stand: put OR and - outside of them."
_OR: Final = 'OR wants a word or a phrase on either side, as in moon OR sun; type "or" to find that word.'
_STAR: Final = "* counts only at the end of a word, as in tid*: elsewhere it is passed over."
_TILDE: Final = "~ counts only right after a single word, as in tide~: elsewhere it is passed over."
_DATE: Final = "date: wants a year, a month or a day, as in date:2021-03 or date:2021..2022"
_NO_WORD: Final = "There is no word in this query: type letters or digits."
_ONLY_WITHOUT: Final = "Say also what to find: add a word that has no - before it."
_TOO_MANY: Final = f"This query is too long: only its first {MOST_TERMS} words, phrases and fields are taken."
_TOO_LONG: Final = f"This query is too long: only its first {MOST_WORDS:,} words are taken."


def parse(query: str, *, typing: bool = False) -> Query:
    """Read a query; never raises: what is wrong is said in the notes, and its words are still looked for.

    All words must be there. What is written together (``state-of-the-art``, ``12(3)``, a run of Chinese)
    must stand together, what is in quotation marks also word for word. `LANGUAGE` lists the other forms.
    A field that is not known (``Re:``, ``http:``) is a word like any other. A number after near: above
    999 is taken as 999.

    While `typing`, the last word is open if nothing follows it, in a phrase not yet closed and in a
    field too; what is only unfinished at the end is not told; and what is negated at the end is not
    taken before something follows it or closes it: ``-wor`` would exclude too much on its way to
    ``-word``.
    """
    reading = _Reading(query, typing=typing)
    for piece in pieces(query):
        reading.take(piece)
        if reading.full:
            break
    return reading.query()


class _Reading:
    """A query as far as it is read."""

    def __init__(self, query: str, *, typing: bool) -> None:
        self._query = query
        self._typing = typing
        # Dictionaries for their order, and so that nothing is in them twice.
        self._clauses: dict[Clause, None] = {}
        self._alternatives: dict[Term | Near, None] = {}
        self._without: dict[Term | Near, None] = {}
        self._filters: dict[Filter, None] = {}
        self._days: dict[Days, None] = {}
        # By the sentence without what it repeats of the query: each kind of fault is told once.
        self._notes: dict[str, str] = {}
        self._terms_left = MOST_TERMS
        self._words_left = MOST_WORDS
        # Whether an alternative to what was taken last is to come, and whether there can be one.
        self._joining = self._joinable = False
        self.full = False
        """Whether nothing more can be taken."""

    def take(self, piece: Piece) -> None:
        """Read one more piece."""
        if piece.kind is Kind.QUOTED and not piece.closed:
            self._say(_QUOTE, piece)
        if self._is_or(piece):
            if self._joining or not self._joinable:
                self._say(_OR, piece)
            self._joining = self._joinable
        elif piece.negated and self._may_go_on(piece):
            self._stop_joining()
        elif piece.field == "date":
            self._take_days(piece)
        elif piece.field and piece.field != "near":
            self._take_filter(piece)
        else:
            self._take_term(piece)

    def query(self) -> Query:
        """The query that was read."""
        if self._joining and not self._typing:
            self._say(_OR)
        self._close_clause()
        # While one types, only a space says that what stands there is all of it.
        if not self._typing or self._query[-1:].isspace():
            self._say_if_nothing_is_to_be_found()
        return Query(
            tuple(self._clauses),
            tuple(self._without),
            tuple(self._filters),
            tuple(self._days),
            tuple(self._notes.values()),
        )

    def _say_if_nothing_is_to_be_found(self) -> None:
        negated = [one.negated for one in self._filters] + [days.negated for days in self._days]
        if self._clauses or not all(negated):
            return
        if self._without or negated:
            self._say(_ONLY_WITHOUT)
        elif self._query.strip() and not self._notes:
            self._say(_NO_WORD)

    def _text(self, piece: Piece) -> str:
        return self._query[piece.start : piece.end]

    def _say(self, sentence: str, piece: Piece | None = None, ending: str = "") -> None:
        """Note a fault, unless it is at the end of what is still being typed."""
        if not (self._typing and piece and piece.after == len(self._query)):
            self._notes.setdefault(sentence, sentence + ending)

    def _may_go_on(self, piece: Piece) -> bool:
        """Whether the next key may lengthen the piece."""
        if not self._typing or piece.after < len(self._query) or piece.closed:
            return False
        return not self._text(piece).endswith(tuple(STARS + TILDES))

    def _is_or(self, piece: Piece) -> bool:
        plain = piece.kind is Kind.PLAIN and not piece.negated and not piece.field
        return plain and self._text(piece) == "OR"

    def _stop_joining(self) -> None:
        if self._joining:
            self._say(_OR)
        self._joining = self._joinable = False

    def _close_clause(self) -> None:
        if self._alternatives:
            self._add(Clause(tuple(self._alternatives)), self._clauses, *self._alternatives)
            self._alternatives = {}

    def _add(self, item: _Item, items: dict[_Item, None], *spent: Term | Near) -> None:
        """Add what is not there yet, and give back the room that a repetition took."""
        if item in items:
            terms = [term for one in spent for term in (one.terms if isinstance(one, Near) else (one,))]
            self._terms_left += len(terms)
            self._words_left += sum(len(term.words) for term in terms)
        items[item] = None

    def _take_term(self, piece: Piece) -> None:
        if piece.field == "near":
            self._say(_NEAR, piece)
            if self._text(piece).isdecimal():
                return
        made = self._near(piece) if piece.kind is Kind.NEAR else self._term(piece)
        if made is None:
            return
        if piece.negated:
            self._stop_joining()
            self._add(made, self._without, made)
            return
        if not self._joining:
            self._close_clause()
        self._add(made, self._alternatives, made)
        self._joining, self._joinable = False, True

    def _take_filter(self, piece: Piece) -> None:
        self._stop_joining()
        # `pieces` knows no other fields than these five and the two that are taken elsewhere.
        field = cast("Field", piece.field)
        if term := self._term(piece):
            self._add(Filter(field, term, self._text(piece), piece.negated), self._filters, term)
        elif not self.full:
            like = next(form for form, _ in LANGUAGE if form.startswith(f"{field}:"))
            self._say(f"{field}: wants a word right after its colon, as in {like}.", piece)

    def _take_days(self, piece: Piece) -> None:
        self._stop_joining()
        text = self._text(piece).strip()
        if not (named := days_named(text)):
            short = clean_line(text if len(text) <= _ECHO else f"{text[:_ECHO]}…")
            self._say(_DATE, piece, f"; “{short}” is none." if short else ".")
            return
        days = Days(*named, negated=piece.negated)
        if days not in self._days and self._spend(0):
            self._days[days] = None

    def _near(self, piece: Piece) -> Term | Near | None:
        """What near(…) holds: if that is one term only, the term."""
        if not piece.closed:
            self._say(_PARENTHESIS, piece)
        terms: dict[Term, None] = {}
        for inner in pieces_inside(self._query, piece):
            if inner.negated or self._is_or(inner):
                self._say(_INSIDE, piece)
            if not self._is_or(inner) and (term := self._term(inner)):
                self._add(term, terms, term)
            if self.full:
                break
        if len(terms) < 2:
            self._say(_NEAR, piece)
            return next(iter(terms), None)
        return Near(piece.within, tuple(terms))

    def _term(self, piece: Piece) -> Term | None:
        """What a piece without spaces, or one in quotation marks, asks for; None if it has no word."""
        text = self._text(piece)
        cut, end = _words(text)
        starred, tilded = text.startswith(tuple(STARS), end), text.startswith(tuple(TILDES), end)
        spaced = bool(cut) and not words.is_unspaced(cut[-1].written)
        quoted = piece.kind is Kind.QUOTED
        fuzzy = tilded and spaced and len(cut) == 1 and not quoted
        if _MISPLACED_STAR.search(text, 0, end) or (starred and not cut):
            self._say(_STAR, piece)
        if tilded and not fuzzy and not quoted:
            self._say(_TILDE, piece)
        cut, whole = cut[: self._words_left], len(cut) <= self._words_left
        if not whole:
            self._say(_TOO_LONG)
            self.full = True
        if not cut or not self._spend(len(cut)):
            return None
        typed = self._typing and piece.start + end == len(self._query)
        return Term(cut, exact=quoted, open=whole and spaced and (starred or typed), fuzzy=fuzzy)

    def _spend(self, length: int) -> bool:
        """Take room for one more term of so many words; False if there is none."""
        if not self._terms_left:
            self._say(_TOO_MANY)
            self.full = True
            return False
        self._terms_left -= 1
        self._words_left -= length
        return True


def _words(text: str) -> tuple[tuple[Word, ...], int]:
    """The words of a stretch of the query, and where the last of them ends."""
    cut = list(words.tokens(text))
    made = tuple(Word(token.folded, text[token.start : token.end]) for token in cut)
    return made, cut[-1].end if cut else 0
