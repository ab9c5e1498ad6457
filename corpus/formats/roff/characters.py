r"""The characters that roff has names for: \(em, \[Eu], \('e. Source: groff_char(7)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TABLE: Final = """
em — en – hy ‐ bu • sq □ lh ☜ rh ☞ dg † dd ‡ ps ¶ sc § co © rg ® tm ™ de ° mc µ ct ¢ Po £ Eu € eu €
Ye ¥ Do $ Cs ¤ Fn ƒ Of ª Om º 12 ½ 14 ¼ 34 ¾ 18 ⅛ 38 ⅜ 58 ⅝ 78 ⅞ S1 ¹ S2 ² S3 ³ fo ‹ fc › Fo « Fc »
oq ‘ cq ’ lq “ rq ” Bq „ bq ‚ aq ' dq " ga ` aa ´ a^ ^ a~ ~ ha ^ ti ~ rs \\ sl / ul _ at @ sh # bs
\\ ru _ ba | br │ bb ¦ or | Or ⌄ lB [ rB ] lC { rC } la ⟨ ra ⟩ bv │ lc ⌈ rc ⌉ lf ⌊ rf ⌋ pl + mi − -+
∓ +- ± t+- ± pc · md ⋅ mu × tmu × di ÷ tdi ÷ f/ ⁄ ** ∗ <= ≤ >= ≥ << ≪ >> ≫ eq = != ≠ == ≡ ne ≢ =~ ≅
|= ≃ ap ∼ ~~ ≈ ~= ≈ pt ∝ es ∅ mo ∈ nm ∉ sb ⊂ nb ⊄ sp ⊃ nc ⊅ ib ⊆ ip ⊇ ca ∩ cu ∪ /_ ∠ pp ⊥ is ∫ sum ∑
product ∏ coproduct ∐ gr ∇ sr √ sqrt √ lh ☜ rn ‾ if ∞ Ah ℵ Im ℑ Re ℜ wp ℘ pd ∂ -h ℏ hbar ℏ AN ∧ OR ∨
no ¬ tno ¬ te ∃ fa ∀ st ∋ 3d ∴ tf ∴ <- ← -> → <> ↔ da ↓ ua ↑ va ↕ lA ⇐ rA ⇒ hA ⇔ dA ⇓ uA ⇑ vA ⇕ an ⎯
CR ↵ fm ′ sd ″ ci ○ lz ◊ HE ♥ CL ♣ SP ♠ DI ♦ OK ✓ bullet • c* ⊗ c+ ⊕ r! ¡ r? ¿ -D Ð Sd ð TP Þ Tp þ
ss ß ff ff fi fi fl fl Fi ffi Fl ffl /L Ł /l ł /O Ø /o ø AE Æ ae æ OE Œ oe œ IJ Ĳ ij ĳ .i ı .j ȷ *A
Α *B Β *C Ξ *D Δ *E Ε *F Φ *G Γ *H Θ *I Ι *K Κ *L Λ *M Μ *N Ν *O Ο *P Π *Q Ψ *R Ρ *S Σ *T Τ *U Υ *W
Ω *X Χ *Y Η *Z Ζ *a α *b β *c ξ *d δ *e ε *f ϕ *g γ *h θ *i ι *k κ *l λ *m μ *n ν *o ο *p π *q ψ *r
ρ *s σ *t τ *u υ *w ω *x χ *y η *z ζ +f φ +h ϑ +p ϖ +e ϵ ts ς
"""
_NAMED: Final = dict(zip(_TABLE.split()[::2], _TABLE.split()[1::2], strict=True)) | {"bs": "\\", "rs": "\\"}
_ACCENTS: Final = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    ":": "\u0308",
    "~": "\u0303",
    ",": "\u0327",
    "o": "\u030a",
    "v": "\u030c",
    "-": "\u0304",
    ".": "\u0307",
    "a": "\u030b",
}
_CODE: Final = re.compile(r"u([0-9A-F]{4,6})((?:_[0-9A-F]{4,6})*)")
_NUMBER: Final = re.compile(r"char(\d{1,3})")


def character(name: str) -> str:
    """The character with that name; one that is not known is "" where its name tells nothing."""
    if found := _NAMED.get(name):
        return found
    if match := _CODE.fullmatch(name):
        codes = [int(code, 16) for code in (match[1], *match[2].split("_")[1:])]
        return "".join(chr(code) for code in codes if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF)
    if match := _NUMBER.fullmatch(name):
        return chr(int(match[1])) if int(match[1]) < 256 else ""
    if len(name) == 2 and name[0] in _ACCENTS and name[1].isalpha():
        return unicodedata.normalize("NFC", name[1] + _ACCENTS[name[0]])
    base, _, accent = name.partition(" ")
    if len(base) == 1 and (mark := {"aa": "'", "ga": "`", "ad": ":", "ho": ","}.get(accent)):
        return unicodedata.normalize("NFC", base + _ACCENTS[mark])
    return ""
