"""Formulas of TeX as one line that can be read: "\\frac{a}{b}" is "a/b"; none where a command is unknown.

Sources: LaTeX (Lamport, § 3.3 and C.7), amsmath's guide, and what MathJax and KaTeX take. The line is what
the same formula would be in MathML (`mathml`); the TeX itself stays in the target of the mark over it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats import formula
from corpus.formats.tex_signs import (
    ACCENTS,
    BETWEEN,
    BLACKBOARD,
    DELIMITERS,
    FACES,
    FUNCTIONS,
    NOTHING,
    SIGNS,
    SPACES,
)
from corpus.sanitiser import clean_line

LONGEST: Final = 2_000
"""The most characters of a formula that is read."""

_TOKEN: Final = expression(
    r"\\(?P<raw>text|textrm|textit|textbf|mbox|operatorname\*?|hbox)\s*\{(?P<words>[^{}$\\]{0,300})\}"
    r"|\\(?P<edge>begin|end)\s*\{(?P<name>[a-zA-Z]{1,20}\*?)\}(?:\s*\{(?P<columns>[lcr|@ ]{0,40})\})?"
    r"|\\(?P<side>left|right|middle|[bB]igg?[lrm]?)(?![a-zA-Z])\s*(?P<bracket>\\[a-zA-Z]{1,12}|\\?[^\sa-zA-Z])"
    r"|\\sqrt\s*\[(?P<degree>[^\[\]{}\\]{1,20})\]"
    r"|\\(?P<command>[a-zA-Z]{1,30})"
    r"|\\(?P<escaped>[\s\S])"
    r"|(?P<space>[\s~]+)|(?P<prime>'+)|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[\s\S])"
)
_OPENED: Final = {"pmatrix": "()", "bmatrix": "[]", "vmatrix": "||", "Bmatrix": "{}", "cases": ("{", "")}
_TABLES: Final = frozenset("matrix pmatrix bmatrix vmatrix Bmatrix cases array smallmatrix".split())
_ROWS: Final = frozenset(
    f"{name}{star}"
    for name in "equation align aligned alignat gather gathered eqnarray multline split displaymath".split()
    for star in ("", "*")
)
_SHORT_SPACES: Final = {",": " ", ":": " ", ";": " ", " ": " ", "\n": " ", "!": "", "/": "", "-": ""}
_LEADING: Final = frozenset("+−±∓")
"""Signs that may stand before one thing, and then have no space."""
_APPLIED: Final = "\u2061"
"""Stands between a function and what it is of, as in Unicode."""
_LIMITED: Final = expression(rf"(?:[∑∏∫∬∮⋃⋂]|{'|'.join(sorted(FUNCTIONS))})[_^₀-₉⁰¹²³⁴-ⁿ]")
_BESIDE: Final = expression(r"[_^]\w+[\u0300-\u036f]?$")
_LETTER_WITH: Final = expression(r"[^\W\d_](?:[_^]\w+|[₀-₉⁰-ⁿ¹²³′]+)+")
_COMMENT: Final = expression(r"(?<!\\)%")
_ALONE: Final = expression(
    r"\\(?:tag\b|begin\{(?:equation|align|gather|eqnarray|multline|split|displaymath))"
)
_TEX: Final = expression(r"\\[a-zA-Z]|[_^]")


class _Wanting(NamedTuple):
    """A command that waits for its arguments."""

    wants: int
    read: Callable[..., str]
    taken: list[str]
    on_base: bool = False
    """Whether it is set on what stands before it."""


class _Part:
    """A group, or a table, while it is read."""

    __slots__ = ("name", "things", "wanting")

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.things: list[str] = []
        self.wanting: list[_Wanting] = []

    def add(self, words: str) -> None:
        """A thing more: an argument of what waits for one, else the next in the row."""
        while self.wanting:
            waiting = self.wanting[-1]
            waiting.taken.append(words)
            if len(waiting.taken) < waiting.wants:
                return
            self.wanting.pop()
            base = [self.things.pop() if self.things else ""] if waiting.on_base else []
            words = waiting.read(*base, *waiting.taken)
        self.things.append(words)

    def words(self) -> str:
        """The row as it is read, with spaces around what stands between two things, and around names."""
        text, last = "", ""
        for thing in self.things:
            before = text.rstrip()[-1:]
            if thing in BETWEEN and before and (before not in "([{,;" or thing not in _LEADING):
                text = f"{text.rstrip()} {thing} "
            elif thing != _APPLIED:
                text += f" {thing}" if last and _part(last, thing) else thing
            if thing in (",", ";"):
                text += " "
            last = thing
        return clean_line(" ".join(text.split()))


def _part(last: str, thing: str) -> bool:
    """Whether a space parts two things: a name is one of them, or what is set beside one would go on."""
    if not thing or thing[0] in " )]},;" or last[-1] in " ([{":
        return False
    if _LIMITED.match(last):
        return True
    if last in FUNCTIONS or last == _APPLIED:
        return thing[0] not in "(["
    if _BESIDE.search(last) and thing[0].isalnum():
        return True
    return (thing in FUNCTIONS or _LIMITED.match(thing) is not None) and last[-1] not in "−+/"


def line(written: str) -> str:
    """A formula of TeX (without its delimiters) as a line; "" for one that is too long or cannot be read."""
    if len(written) > LONGEST or _COMMENT.search(written):
        return ""
    parts = [_Part()]
    for match in _TOKEN.finditer(written):
        kind, said = match.lastgroup, match[0]
        if match["edge"]:
            if not _edge(match["edge"], match["name"], parts):
                return ""
        elif match["raw"]:
            _add_words(parts[-1], match["raw"], match["words"])
        elif match["side"]:
            sign = _delimiter(match["bracket"])
            if sign is None:
                return ""
            parts[-1].add(sign)
        elif match["degree"]:
            degree = match["degree"]
            parts[-1].wanting.append(_Wanting(1, lambda words, of=degree: formula.root(words, of), []))
        elif kind == "command":
            if not _command(match["command"], parts[-1]):
                return ""
        elif kind == "escaped":
            if not _escaped(match["escaped"], parts[-1]):
                return ""
        elif kind == "prime":
            base = parts[-1].things.pop() if parts[-1].things and not parts[-1].wanting else ""
            parts[-1].add(base + "′" * len(said))
        elif kind == "number":
            while said and parts[-1].wanting:  # each digit is an argument: "\\frac12"
                parts[-1].add(said[0])
                said = said[1:]
            if said:
                parts[-1].add(said)
        elif kind == "sign" and not _sign(said, parts):
            return ""
    whole = parts[0]
    return "" if len(parts) > 1 or whole.wanting else whole.words()


def _sign(said: str, parts: list[_Part]) -> bool:
    if said == "{":
        parts.append(_Part("{"))
    elif said == "}":
        if len(parts) == 1 or parts[-1].name != "{" or parts[-1].wanting:
            return False
        group = parts.pop()
        parts[-1].add(group.words())
    elif said in "^_":
        read = _with_high if said == "^" else _with_low
        parts[-1].wanting.append(_Wanting(1, read, [], on_base=True))
    elif said == "&":
        if parts[-1].name in ("{", ""):
            return False
        parts[-1].things.append(", " if parts[-1].name in _TABLES else " ")
    elif said == "$":
        return False
    else:
        parts[-1].add("−" if said == "-" else said)
    return True


def _with_high(base: str, above: str) -> str:
    return base + formula.high(above)


def _with_low(base: str, below: str) -> str:
    return base + formula.low(below)


def _edge(edge: str, name: str, parts: list[_Part]) -> bool:
    """Begin or end what is set in rows."""
    if name not in _TABLES and name not in _ROWS:
        return False
    if edge == "begin":
        parts.append(_Part(name))
        return True
    if len(parts) == 1 or parts[-1].name != name or parts[-1].wanting:
        return False
    opening, closing = _OPENED.get(name, ("", ""))
    rows = parts.pop().words().strip("; ")
    parts[-1].add(f"{opening}{rows}{closing}")
    return True


def _add_words(part: _Part, command: str, words: str) -> None:
    if command.startswith("operatorname"):
        part.add(clean_line(words))
        part.things.append(_APPLIED)
    else:
        spaces = " " if words[:1] == " " else "", " " if words[-1:] == " " else ""
        part.add(f"{spaces[0]}{clean_line(words)}{spaces[1]}")


def _delimiter(written: str) -> str | None:
    """The bracket behind \\left and the like; None for none that is known."""
    if written[:1] == "\\":
        name = written[1:]
        return DELIMITERS.get(name, SIGNS.get(name)) if name.isalpha() else {"|": "‖"}.get(name, name)
    return "" if written == "." else written


def _escaped(sign: str, part: _Part) -> bool:
    if sign == "\\":
        part.things.append("; ")
    elif sign in "{}%$#&_|":
        part.add("‖" if sign == "|" else sign)
    elif sign in _SHORT_SPACES:
        part.things.append(_SHORT_SPACES[sign])
    else:
        return False
    return True


def _command(name: str, part: _Part) -> bool:
    """What a command says; whether it is known."""
    if name in _WANTING:
        wants, read = _WANTING[name]
        part.wanting.append(_Wanting(wants, read, []))
    elif name in ACCENTS:
        part.wanting.append(_Wanting(1, _accent(ACCENTS[name]), []))
    elif name in FACES:
        part.wanting.append(_Wanting(1, str, []))
    elif name in SIGNS or name in DELIMITERS:
        part.add(SIGNS.get(name) or DELIMITERS[name])
    elif name in FUNCTIONS:
        part.add(name)
    elif name in SPACES:
        part.things.append("  ")
    else:
        return name in NOTHING
    return True


def _accent(sign: str) -> Callable[[str], str]:
    def read(words: str) -> str:
        if len(words) == 1 or _LETTER_WITH.fullmatch(words):
            return words[0] + sign + words[1:]
        return f"({words}){sign}"

    return read


def _choose(above: str, below: str) -> str:
    return f"({above} choose {below})"


def _blackboard(words: str) -> str:
    return "".join(BLACKBOARD.get(character, character) for character in words)


_WANTING: Final[dict[str, tuple[int, Callable[..., str]]]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac"), (2, formula.over)),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), (2, _choose)),
    "sqrt": (1, formula.root),
    "mathbb": (1, _blackboard),
    "not": (1, lambda words: words + "\u0338"),
    "pmod": (1, lambda words: f" (mod {words})"),
    "boxed": (1, str),
    "tag": (1, lambda words: f"  ({words})"),
    "stackrel": (2, lambda above, base: base + formula.high(above)),
    "overset": (2, lambda above, base: base + formula.high(above)),
    "underset": (2, lambda below, base: base + formula.low(below)),
    "overbrace": (1, str),
    "underbrace": (1, str),
    "substack": (1, str),
}


def within_a_line(written: str) -> str:
    """A formula that `line` reads, as it can be written into a line of LaTeX; "" for one that cannot."""
    aligned = written.replace("{aligned}", "")
    return "" if _ALONE.search(aligned) or not line(written) else clean_line(written)


def is_tex(words: str) -> bool:
    """Whether words have what only TeX has: a command, or what is set high or low."""
    return _TEX.search(words) is not None
