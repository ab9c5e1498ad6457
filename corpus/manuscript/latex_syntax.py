"""What in LaTeX matters to quotations: commands that quote, cite, annotate or hide, and their arguments."""

from __future__ import annotations

from typing import Final

from corpus.exchange.latex_decoding import decoded
from corpus.expression import expression
from corpus.manuscript.citing_markup import COMMAND

TOKEN: Final = expression(
    r"(?P<comment>%[^\n]*\n?[ \t]*)"
    r"|(?P<blank>\n[ \t]*\n\s*)"
    r"|(?P<verb>\\(?:verb|lstinline)\*?(?P<bar>[^\sa-zA-Z{*])[^\n]{0,500}?(?P=bar))"
    r"|(?P<accent>\\(?:[`'^\"~=.][ ]?(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])|[uvHrdckb]\{\\?[A-Za-z]\}))"
    rf"|(?P<cite>{COMMAND})"
    r"|(?P<begin>\\begin[ ]?\{([^{}\n]{1,60})\})"
    r"|(?P<end>\\end[ ]?\{([^{}\n]{1,60})\})"
    r"|(?P<formula>\\[(\[]|\$\$?)"
    r"|(?P<command>\\([a-zA-Z@]{1,60})\*?)"
    r"|(?P<sign>\\[\s\S])"
    r"|(?P<tie>~)"
    r"|(?P<german>\"[`'])"
    r"|(?P<brace>[{}])"
)

QUOTING: Final = {
    "enquote": "t",
    "textquote": "oot",
    "blockquote": "oot",
    "foreignquote": "at",
    "hyphenquote": "at",
    "foreigntextquote": "aoot",
    "hyphentextquote": "aoot",
    "foreignblockquote": "aoot",
    "hyphenblockquote": "aoot",
    "textcquote": "ppkot",
    "blockcquote": "ppkot",
    "foreigntextcquote": "appkot",
    "foreignblockcquote": "appkot",
    "mkbibquote": "t",
    "say": "t",
}
"""The arguments of commands that quote (csquotes § 3, § 5).

"t" are the words, "o" is what may stand in brackets, of which the first is a citation, "p" a note of a
citation in brackets, "k" the key of its work, "a" another.
"""

QUOTATIONS: Final = {
    "quote": "",
    "quotation": "",
    "quoting": "o",
    "verse": "o",
    "displayquote": "oo",
    "displaycquote": "ppko",
    "foreigndisplayquote": "aoo",
    "hyphendisplayquote": "aoo",
    "foreigndisplaycquote": "appko",
}
"""The environments that set a quotation off, and their arguments."""

NOTES: Final = frozenset(
    "footnote footnotetext endnote sidenote marginnote marginpar thanks pagenote".split()
)
HEADINGS: Final = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph title".split()
)
HIDDEN: Final = frozenset(
    "label ref pageref autoref cref Cref eqref nameref index input include includegraphics usepackage"
    " bibliography"
    " bibliographystyle addbibresource vspace hspace nocite documentclass pagestyle thispagestyle color"
    " selectlanguage"
    " setlength addtolength setcounter newcommand renewcommand hypersetup geometry graphicspath hyphenation"
    " graphics"
    " phantomsection addcontentsline markboth footnotemark todo textcolor colorbox fontsize foreignlanguage"
    " hypertarget hyperlink rule".split()
)
"""Commands of which the first argument, and for some all, is nothing that is read."""

UNREAD: Final = frozenset(
    "equation align alignat gather multline displaymath math eqnarray verbatim Verbatim lstlisting minted"
    " comment"
    " tikzpicture filecontents listing alltt".split()
)
"""Environments without words."""

MARKS: Final = {
    "og": "«",
    "fg": "»",
    "flqq": "«",
    "frqq": "»",
    "glqq": "„",
    "grqq": "“",
    "lq": "‘",
    "rq": "’",
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "item": "",
    "par": "",
}


def character(token: str) -> str:
    """What an accented letter, an escaped sign, a tie or a German mark of quotation stands for."""
    if token in ('"`', "\"'"):
        return "„" if token == '"`' else "“"
    if token == "~" or token[1] in ",; \n\t:!":
        return " "
    if token == "\\\\":
        return "\n"
    if len(token) > 2:
        return decoded(token)
    return "" if token[1] in "-/()[]" else token[1]
