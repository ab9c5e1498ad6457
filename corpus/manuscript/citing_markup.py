"""Citations as markup writes them: by the key of a work in a bibliography."""

from __future__ import annotations

from typing import Final

KEY: Final = r"(?:\{[^{}\n]{1,200}\}|[\w](?:[\w:.#$%&+?<>~/-]{0,200}[\w/])?)"

BRACKETED: Final = rf"\[[^\[\]@]{{0,300}}(?<!\w)@{KEY}[^\[\]]{{0,400}}\]"
"""Pandoc’s `[see @he2021, ¶ 3; @smith2004]` and Org’s `[cite:@he2021 ¶ 3]`."""

IN_TEXT: Final = rf"(?<![\w@/.:])-?@{KEY}(?:[ ]?\[[^\[\]\n]{{0,200}}\])?"
"""Pandoc’s `@he2021 [¶ 3]` and Typst’s `@he2021[¶ 3]`."""

COMMAND: Final = (
    r"\\[A-Za-z]{0,20}[cC]ite[a-zA-Z]{0,20}\*?(?:[ ]?\[[^\[\]{}]{0,200}\]|[ ]?\[\{[^{}]{0,200}\}\]){0,2}"
    r"(?:[ ]?\{[^{}\n]{1,300}\})"
)
"""LaTeX’s `\\autocite[see][¶~3]{he2021}` and its kin."""

CALL: Final = r"\[\^([^\s\[\]]{1,80})\]"
"""The call of a note in Markdown: `[^1]`."""
