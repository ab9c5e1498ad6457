"""Formulas in one line: fractions, roots, and what is set high or low, with the signs that Unicode has."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression

_HIGH: Final = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOW: Final = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_ROOTS: Final = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_RAISED: Final = frozenset("′″‴⁗'\"°*†‡∗")
"""Signs that stand high by themselves."""
# A number, a letter with what is set beside it, or what has brackets: "2.5", "x₁", "v⃗", "x_max", "(a+b)".
_ONE: Final = expression(
    r"\d+(?:[.,]\d+)?|[^\W\d_][\u0300-\u036f\u20d0-\u20ff]?[′″‴⁰-₟¹²³]*(?:_\w+)?|\([^()]*\)|\[[^\[\]]*\]|."
)
_NUMBERS: Final = expression(r"\d{1,4}(?:\s?[,;–-]\s?\d{1,4})+")
_RAISED_FIGURES: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NAME: Final = expression(r"\w+")
_SPACED: Final = expression(r" ([=+\-−<>≤≥±×·→,;]) ?")


def high(words: str) -> str:
    """What is set high: "²", where Unicode has it, else "^(a+b)"; "" for nothing."""
    return _beside(words, _HIGH, "^")


def low(words: str) -> str:
    """What is set low: "₂", where Unicode has it, else "_max"; "" for nothing."""
    return _beside(words, _LOW, "_")


def raised_numbers(words: str) -> str:
    """Several numbers that are set high, as those of notes are: "¹,²", "³–⁵"; "" for anything else."""
    return words.translate(_RAISED_FIGURES) if _NUMBERS.fullmatch(words) else ""


def high_and_low(above: str, below: str) -> str:
    """What is set high and low beside one thing: the low first."""
    return low(below) + high(above)


def over(above: str, below: str) -> str:
    """A fraction: "a/b", "(a + b)/2"."""
    return f"{grouped(above)}/{grouped(below)}"


def root(words: str, degree: str = "") -> str:
    """A root: "√2", "∛(a + b)", "ⁿ√x"."""
    degree = degree.strip()
    sign = _ROOTS.get(degree)
    if sign is None:
        sign = f"{_exact(degree, _HIGH) or f'[{degree}]'}√"
    return f"{sign}{grouped(words)}"


def grouped(words: str) -> str:
    """The words as one thing: in brackets, unless they are one by themselves."""
    words = words.strip()
    return words if _ONE.fullmatch(words) else f"({words})"


def _beside(words: str, signs: dict[str, str], sign: str) -> str:
    words = _SPACED.sub(r"\1", words.strip())
    if not words:
        return ""
    if sign == "^" and all(character in _RAISED for character in words):
        return words
    return _exact(words, signs) or sign + (words if _NAME.fullmatch(words) else grouped(words))


def _exact(words: str, signs: dict[str, str]) -> str:
    """The words in other signs; "" where one has none."""
    if not all(character in signs for character in words):
        return ""
    return "".join(signs[character] for character in words)
