"""A sentence cut down to a label: its first clause, or so many words of it as fit."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.outline.labels.cuts import ABBREVIATIONS, best_cut, ends_weakly, is_balanced

CHARACTERS: Final = 68
"""Characters that a label may have."""
WORDS: Final = 14
"""Words that a label may have."""
_LEAST_CLAUSE: Final = 0.5
"""What part of a label the clause must fill that is taken for it."""

_SUBORDINATE: Final = frozenset(
    """If When While Although Though Because Unless Until Whether As Whereas Once Just To In On Over At After
    Before With For During Since From Under Even Where Wenn Als Weil Obwohl Während Si Quand Lorsque Cuando
    Aunque Если Когда Хотя""".split()
)
"""Words at the beginning of what is less than half a sentence: it is not cut at its end."""
_CLAUSE_END: Final = expression(
    r";\s|:\s|\s?—\s?|(?<!\d)\s[–-]\s"
    r"|,\s(?=(?:but|so|yet|while|because|although|though|if|as|with|when|since|not|even|then|making|allowing"
    r"|aber|sondern|weil|wenn|obwohl|mais|car|pero|porque|но)\s)"
    r"|(?P<open>,\s(?=(?:which|who|whose|where|including|such as|especially|particularly|like"
    r"|der|die|das|dass|qui|que|dont|où|donde|который|которая|которые)\s))"
    r"|(?P<list>,\s(?=(?:and|or|und|oder|et|ou|y|o|и|или)\s))"
    r"|\s(?=(?:based on|because|in order to|while|so that|whereas|although)\s)"
)
"""Where a clause ends: that goes on in what follows (`open`), that may be one of a list."""

_REASONS: Final = ("because", "unless", "until", "if", "just", "only", "but", "in order to", "so that")
_DENIED: Final = expression(r"n[’']t\b|\b(?:not|never|no|nor|nicht|kein|keine|pas|jamais|nunca)\b")
"""What makes the opposite of a sentence that is cut before its reason: “He did not fail because …”."""


def shortened(sentence: str, most_words: int = WORDS) -> str:
    """The sentence, or so many words of it as make a label, with “…” where a clause is cut short."""
    words = sentence.split()
    if len(words) <= most_words and len(sentence) <= CHARACTERS:
        return trimmed(sentence)
    most = min(CHARACTERS, len(" ".join(words[:most_words])) + 1)
    hangs = words[0] in _SUBORDINATE or (words[0].endswith("ing") and words[0][0].isupper())
    ends = [] if hangs else list(_CLAUSE_END.finditer(sentence, 0, most + 12))
    for match in reversed(ends):
        clause = sentence[: match.start()]
        goes_on = match["open"] or (match["list"] and "," in clause)
        long = len(clause) + bool(goes_on) > most
        reason = sentence[match.start() : match.start() + 16].lstrip(" ,").startswith(_REASONS)
        if reason and _DENIED.search(clause):
            continue
        if long or len(clause) < _LEAST_CLAUSE * most or not is_balanced(clause) or ends_weakly(clause):
            continue
        return trimmed(clause) + ("…" if goes_on else "")
    # A single word may be longer than any label: a link, or a text without spaces.
    return trimmed(sentence[: best_cut(sentence, most - 1) or most - 1]) + "…"


def trimmed(words: str) -> str:
    """The words without the punctuation that ends them, and without a quotation mark that has no other."""
    kept = words.strip().rstrip(",;:—–- ")
    if kept.endswith(".."):
        kept = kept.rstrip(".") + "…"
    last = kept.rstrip(".").rpartition(" ")[2]
    if kept.endswith(".") and "." not in last and last.casefold() not in ABBREVIATIONS:
        kept = kept[:-1].rstrip()
    return kept[1:].lstrip() if kept[:1] in '“"„«' and not is_balanced(kept) else kept
