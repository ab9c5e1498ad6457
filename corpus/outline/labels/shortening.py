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

_SUBORDINATE: Final = expression(
    r"(?:If|When|While|Although|Though|Because|Unless|Until|Whether|As|Whereas|Once|Just as"
    r"|To|In|On|Over|At|After|Before|With|For|During|Since|From|Under"
    r"|Even if|Even though|Where|[A-Z][a-z]+ing"
    r"|Wenn|Als|Weil|Obwohl|Während|Si|Quand|Lorsque|Cuando|Aunque)\b"
)
_CLAUSE_END: Final = expression(
    r";\s|:\s|\s?—\s?|\s–\s|\s-\s"
    r"|,\s(?=(?:which|who|whose|but|and|so|yet|while|because|although|though|if|as|with|where|when|since|including"
    r"|such as|or|not|even|then|making|allowing|especially|particularly"
    r"|aber|und|sondern|weil|dass|wenn|obwohl|der|die|das|mais|et|qui|que|dont|où|car|pero|y|que|porque|donde)\s)"
    r"|\s(?=(?:based on|because|in order to|while|so that|whereas|although)\s)"
)


def shortened(sentence: str, most_words: int = WORDS) -> str:
    """The sentence, or so many words of it as make a label, with “…” where a clause is cut short."""
    words = sentence.split()
    if len(words) <= most_words and len(sentence) <= CHARACTERS:
        return trimmed(sentence)
    most = min(CHARACTERS, len(" ".join(words[:most_words])) + 1)
    clauses = () if _SUBORDINATE.match(sentence) else _CLAUSE_END.finditer(sentence, 0, most + 12)
    ends = [match.start() for match in clauses if match.start() <= most]
    for end in reversed(ends):
        clause = sentence[:end]
        if end >= _LEAST_CLAUSE * most and is_balanced(clause) and not ends_weakly(clause):
            return trimmed(clause)
    # A single word may be longer than any label: a link, or a text without spaces.
    return trimmed(sentence[: best_cut(sentence, most - 1) or most - 1]) + "…"


def trimmed(words: str) -> str:
    """The words without the punctuation that ends them, and without a quotation mark that has no other."""
    kept = words.strip().rstrip(",;:—–- ")
    if kept.endswith(".."):
        kept = kept.rstrip(".") + "…"
    last = kept.rstrip(".").rpartition(" ")[2]
    if kept.endswith(".") and "." not in last and last.casefold() not in ABBREVIATIONS:
        kept = kept[:-1]
    return kept[1:] if kept[:1] in '“"„«' and not is_balanced(kept) else kept
