"""Faithful quotations: what writers, style sheets and programs do to words without changing them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from random import Random
from typing import Final

from corpus.quotation.negation import hides_negation
from tests.bench.checking.passages import Drawing, Drawn, Token, written

ELLIPSES: Final = ("…", " … ", " . . . ", " ... ", "[…] ", " [...] ", " (…) ", " . . . . ", " [. . .] ")
_CITATIONS: Final = (
    " (He & Fang, 2021, para. 6)",
    " (Smith 2004, p. 12)",
    " [12, p. 4]",
    " (n.d., § 4)",
    " [@he2021, ¶ 3]",
)
_REMARKS: Final = (" [sic]", " [emphasis added]", " (emphasis in original)", " (italics mine)")
_SIGNS: Final = ("[12]", "¹", "*", "²³", "†")
_STAND_INS: Final = ("[the Court]", "[he]", "[these]", "[that is, the author]", "[]")
_HYPHENS: Final = ("-", "-", "‐", "\u00ad")
_CURLY: Final = re.compile(r"(?<!\w)\"(.*?)\"(?!\w)")


def faithful(drawing: Drawing) -> dict[str, Callable[[], tuple[Drawn, str]]]:
    """For each kind what makes a quotation of that kind, of a passage that it draws."""
    chance = drawing.chance

    def whole(change: Callable[[str, Random], str]) -> Callable[[], tuple[Drawn, str]]:
        def make() -> tuple[Drawn, str]:
            drawn = drawing.passage()
            return drawn, change(drawn.text, chance)

        return make

    return {
        "marks and dashes": whole(typographic),
        "capitals": whole(lambda text, _: text.upper()),
        "wrapped, broken words": whole(wrapped),
        "set off as a block": whole(block),
        "soft hyphens": whole(softened),
        "ellipses": lambda: _with_ellipses(drawing),
        "brackets": lambda: _with_brackets(drawing),
        "remarks and citation": whole(_remarked),
        "signs of notes": lambda: _with_signs(drawing),
        "several of these": lambda: _with_several(drawing),
    }


def typographic(text: str, chance: Random) -> str:
    """Other quotation marks and dashes, and marks around it."""
    if chance.random() < 0.5:
        text = _CURLY.sub(r"“\1”", text).replace("'", "’").replace(" - ", " – ")
    else:
        text = text.translate(str.maketrans("“”„‘’", '"""\'\'')).replace("—", "--").replace("\u2011", "-")
    opening, closing = chance.choice(("“”", "‘’", "«»", "„“", '""', "「」"))
    return f"{opening}{text}{closing}"


def wrapped(text: str, chance: Random) -> str:
    """Lines of at most 60 characters, with some words broken."""
    text = "\n".join(textwrap.wrap(text, chance.choice((40, 60, 72)), break_long_words=False))
    long = list(re.finditer(r"(?<![\w-])[A-Za-z]{8,}(?![\w-])", text))
    for match in sorted(chance.sample(long, min(2, len(long))), key=lambda one: -one.start()):
        at = chance.randrange(match.start() + 3, match.end() - 2)
        text = f"{text[:at]}{chance.choice(_HYPHENS)}\n{text[at:]}"
    return text


def block(text: str, chance: Random) -> str:
    """Lines that begin with a sign for quoting."""
    sign = chance.choice(("> ", ">", "> > "))
    return "\n".join(f"{sign}{line}" for line in textwrap.wrap(text, 64, break_long_words=False))


def softened(text: str, chance: Random) -> str:
    """Soft hyphens and other spaces in it."""
    text = re.sub(r"([a-z]{4})([a-z]{4})", lambda one: f"{one[1]}\u00ad{one[2]}", text)
    return text.replace(" ", chance.choice(("\u00a0", "  ", "\u2009")))


def _remarked(text: str, chance: Random) -> str:
    chunks = text.split(" ")
    at = chance.randrange(len(chunks))
    chunks[at] += chance.choice(_REMARKS)
    return " ".join(chunks) + chance.choice(_CITATIONS)


def split_by_ellipses(drawing: Drawing, times: int) -> tuple[Drawn, list[list[Token]]]:
    """A passage and the parts of it that are left when as often some words are left out."""
    chance = drawing.chance
    drawn = drawing.passage(chance.choice((24, 36, 50, 80)))
    tokens, parts = list(drawn.tokens), []
    share = len(tokens) // (times + 1)
    for _ in range(times):
        kept = chance.randrange(4, share - 2)
        parts.append(tokens[:kept])
        rest = tokens[kept + chance.randrange(1, max(2, share - kept)) :]
        # An ellipsis that stands for a “not” alone is no faithful one.
        while hides_negation(" ".join(token.text for token in tokens[kept : len(tokens) - len(rest)])):
            rest = rest[1:]
        tokens = rest
    return drawn, [*parts, tokens]


def _with_ellipses(drawing: Drawing) -> tuple[Drawn, str]:
    chance = drawing.chance
    drawn, parts = split_by_ellipses(drawing, chance.choice((1, 1, 2)))
    text = written(parts[0])
    for part in parts[1:]:
        text += chance.choice(ELLIPSES) + written(part)
    return drawn, text


def _with_brackets(drawing: Drawing) -> tuple[Drawn, str]:
    chance = drawing.chance
    drawn = drawing.passage()
    while drawn.wide:
        drawn = drawing.passage()
    texts = [token.text for token in drawn.tokens]
    first = texts[0]
    if len(first) > 1 and first.isalpha():
        texts[0] = f"[{first[0].swapcase()}]{first[1:]}"
    at = chance.randrange(2, len(texts) - 2)
    if re.fullmatch(r"[a-z]{5,}", texts[at]):
        kept = chance.randrange(3, len(texts[at]))
        texts[at] = f"{texts[at][:kept]}{chance.choice(('[ed]', '[]', '[ing]', '[s]'))}"
    elif "[" not in texts[at] and "]" not in texts[at] and not hides_negation(texts[at]):
        texts[at] = chance.choice(_STAND_INS)
    return drawn, " ".join(texts)


def _with_signs(drawing: Drawing) -> tuple[Drawn, str]:
    chance = drawing.chance
    drawn = drawing.passage()
    text, count = re.subn(
        r"(?<=[a-z]{3})([.,]?)(?= )",
        lambda one: one[1] + (chance.choice(_SIGNS) if chance.random() < 0.1 else ""),
        drawn.text,
    )
    return drawn, text if count else f"{text}{chance.choice(_SIGNS)}"


def _with_several(drawing: Drawing) -> tuple[Drawn, str]:
    chance = drawing.chance
    drawn, text = chance.choice((_with_ellipses, _with_brackets))(drawing)
    if chance.random() < 0.3:
        text = text.upper()
    text = chance.choice((typographic, wrapped, block))(text, chance)
    return drawn, text + (chance.choice(_CITATIONS) if chance.random() < 0.5 else "")
