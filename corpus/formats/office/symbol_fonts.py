"""Signs of fonts that are no letters: what Symbol and Wingdings show in the place of a character.

Source: the character sets of both, as the Unicode Consortium maps Symbol (MAPPINGS/VENDORS/ADOBE/symbol.txt).
"""

from __future__ import annotations

from typing import Final

_PRIVATE: Final = range(0xF020, 0xF100)
_SYMBOL: Final[dict[int, str]] = dict(
    zip(
        (*range(0x20, 0x7F), *range(0xA0, 0xFF)),
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        strict=True,
    )
)
_WINGDINGS: Final[dict[int, str]] = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
    0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", 0xA1: "○", 0xA4: "◉",
}  # fmt: skip
_UNKNOWN: Final = "•"


def sign(code: int, font: str) -> str:
    """What a font shows for a character with that code; the character where the font is one of letters."""
    low = code - 0xF000 if code in _PRIVATE else code
    name = font.lower()
    if name.startswith(("wingdings", "webdings")):
        return _WINGDINGS.get(low, _UNKNOWN)
    if name.startswith("symbol") or code in _PRIVATE:
        return _SYMBOL.get(low, _UNKNOWN)
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def readable(text: str, font: str = "") -> str:
    """A text with the signs of such fonts as they show; in a font of letters only what no letter can be."""
    if font.lower().startswith(("symbol", "wingdings", "webdings")):
        return "".join(sign(ord(character), font) for character in text)
    if text.isascii() or not any(ord(character) in _PRIVATE for character in text):
        return text
    return "".join(sign(ord(one), font) if ord(one) in _PRIVATE else one for one in text)
