"""LaTeX as it stands in bibliographies, as plain text: accents, signs and dashes become characters.

What is unknown loses its backslash and its braces, and nothing else. It reads once from left to right,
so that no nesting, however deep, makes it slow.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from corpus.expression import expression

_TOKEN: Final = expression(
    r"\\(?P<word>[A-Za-z]+)\*?[ \t]*\n?[ \t]*|\\(?P<sign>.)|(?P<brace>[{}])|(?P<dash>---?)"
    r"|(?P<open>``)|(?P<close>'')|(?P<tie>~)|(?P<math>\$)|(?P<script>[_^])",
    re.DOTALL,
)
# Accents by the sign or the letter that asks for them: the mark that Unicode puts after the letter.
_ACCENTS: Final = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
_SYMBOLS: Final = {
    "ss": "ß",
    "SS": "ẞ",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "S": "§",
    "P": "¶",
    "textsection": "§",
    "textparagraph": "¶",
    "pounds": "£",
    "textsterling": "£",
    "texteuro": "€",
    "euro": "€",
    "copyright": "©",
    "textcopyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "textdegree": "°",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "slash": "/",
    "endash": "–",
    "emdash": "—",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotesingle": "'",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotedbl": '"',
    "guillemotleft": "«",
    "guillemotright": "»",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "textbullet": "•",
    "cdot": "·",
    "times": "×",
    "pm": "±",
    "sim": "~",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "space": " ",
    "quad": " ",
}
_SIGNS: Final = {
    "\\": " ",
    " ": " ",
    "\n": " ",
    "/": "",
    "-": "",
    ",": " ",
    "(": "",
    ")": "",
    "[": "",
    "]": "",
}
_PLAIN_ESCAPE: Final = expression(r"\\([_%&#{}$~^])|[{}]")
_LINK: Final = expression(r"\\href\s*\{([^{}]*)\}")
_QUOTED: Final = expression(r"\\(?:enquote|mkbibquote)\*?\s*\{([^{}]*)\}")
_NOT_SHOWN: Final = expression(r"\\(?:noopsort|label|index)\s*\{[^{}]*\}")


def decoded(latex: str) -> str:
    """The words of a text in LaTeX; never raises."""
    if not re.search(r"[\\{}$~`'-]", latex):
        return latex
    text = _QUOTED.sub(r"“\1”", _NOT_SHOWN.sub("", _LINK.sub("", latex)))
    mathematics = len(re.findall(r"(?<!\\)\$", text)) % 2 == 0
    out: list[str] = []
    accent, end, inside = "", 0, False
    for match in _TOKEN.finditer(text):
        accent = _put(out, text[end : match.start()], accent)
        end = match.end()
        token = match[match.lastgroup or 0]
        if match["sign"] in _ACCENTS or (match["word"] in _ACCENTS and _takes_letter(text, end)):
            accent = _ACCENTS[token]
        elif match["brace"]:
            accent = accent if token == "{" else ""
        elif match["math"] and mathematics:
            inside = not inside
        elif not (match["script"] and inside):
            accent = _put(out, _character(match, text, end), accent)
    _put(out, text[end:], accent)
    return unicodedata.normalize("NFC", "".join(out))


def unescaped(address: str) -> str:
    """An address or a DOI as it stands in a bibliography: only what LaTeX has to escape in it is undone."""
    return _PLAIN_ESCAPE.sub(lambda match: match[1] or "", address.replace("\\textunderscore", "_")).strip()


def _takes_letter(text: str, end: int) -> bool:
    """Whether the letter command before `end` has what it sets its accent on: "\\v{s}", "\\c c"."""
    return text[end : end + 1] == "{" or text[end - 1 : end].isspace()


def _character(match: re.Match[str], text: str, end: int) -> str:
    """What one token stands for."""
    if sign := match["sign"]:
        return _SIGNS.get(sign, sign)
    if word := match["word"]:
        return _word(word, text[end : end + 1])
    by_group = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
    return by_group.get(match[0], match[0])


def _word(word: str, following: str) -> str:
    if word in _SYMBOLS:
        return _SYMBOLS[word]
    size = "CAPITAL" if word[0].isupper() else "SMALL"
    greek = unicodedata.lookup(f"GREEK {size} LETTER {word.upper()}") if word.lower() in _GREEK else ""
    # A command for the looks of what follows, or a switch: neither says a word itself.
    looks = following == "{" or word in _SWITCHES or word.startswith("text")
    return greek or ("" if looks else word)


_GREEK: Final = frozenset(
    """
    alpha beta gamma delta epsilon zeta eta theta iota kappa mu nu xi omicron pi rho sigma tau upsilon phi
    chi psi omega
    """.split()
)
_SWITCHES: Final = frozenset(
    "it bf em rm sc sl tt sf itshape bfseries scshape normalfont relax protect".split()
)


def _put(out: list[str], text: str, accent: str) -> str:
    """Append a text, with the accent on its first letter; the accent that is still to be set."""
    if not text:
        return accent
    if not accent:
        out.append(text)
        return ""
    letter = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
    out.append(letter + (accent if letter.isalpha() else "") + text[1:])
    return ""
