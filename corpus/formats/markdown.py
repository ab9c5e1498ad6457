"""Markdown, by the CommonMark specification with tables and strikethrough: read as its HTML reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from corpus.document import Document
from corpus.expression import expression
from corpus.formats import front_matter, html
from corpus.formats.paragraph_numbers import with_numbers
from corpus.formats.star_pages import with_star_pages
from corpus.formats.tex_text import formula_at
from corpus.metadata import Metadata
from corpus.progress import part, tell
from corpus.scripts import is_wide

_NOTE: Final = expression(r"^\[\^(?=[^\]\s]{1,40}\]:)", re.MULTILINE)
_DEEPEST: Final = 100
"""Quotations and items in one another: the parser leaves out what is deeper, and of a list all behind it."""
_DEEPEST_IN_A_LINE: Final = 20
_IN_BLOCKS: Final = 0.3
"""How much of the time is over when the text is divided into blocks, and below, when their words are read."""
_PARSED: Final = 0.6
_LEFT_OUT: Final = f"It is nested {_DEEPEST} deep: what is deeper, and what follows, may be missing."
_BEGINNING: Final = 64 * 1024
"""The most characters that a long text begins with."""
_LINKS: Final = expression(r"(?:\A|\n[ \t]*\n)((?: {0,3}\[[^\[\]\n]+\]:[^\n]*(?:\n|\Z))+)")
# Of §§ 4.5 and 4.6 what may hold an empty line: nothing in it is the address of a link.
_VERBATIM: Final = expression(
    r"^ {0,3}(?:(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|<!--.*?(?:-->|\Z)|<(?P<tag>script|pre|style|textarea)\b.*?(?:</(?P=tag)>|\Z))",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)


def parse(text: str) -> Document:
    """Make a document of Markdown; a YAML block at its head is its metadata."""
    metadata, body = front_matter.split(text.removeprefix("\ufeff"))
    return _document(metadata, _parted_notes(body), {})


def parse_beginning(text: str) -> Document:
    """Make a document of what a long text begins with: offsets in it are those in the whole.

    A link's address may be written anywhere (§ 4.7); where it is not known, the link's brackets are text.
    """
    metadata, body = front_matter.split(text.removeprefix("\ufeff"))
    body = _parted_notes(body)
    env: EnvType = {}
    MarkdownIt("commonmark").parse("\n".join(_LINKS.findall(_VERBATIM.sub("\n\n", body))), env)
    first = body[:_BEGINNING]
    end = first.rfind("\n\n", _BEGINNING // 2)
    return _document(metadata, first[:end] if end > 0 else first[: first.rfind("\n") + 1] or first, env)


def _document(metadata: Metadata, body: str, env: EnvType) -> Document:
    """The document of a text; links are known whose addresses `env` has."""
    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    reader.enable(["table", "strikethrough"]).add_render_rule("softbreak", _soft_break)
    reader.core.ruler.at("inline", _inline)
    if "$" in body or "\\" in body:
        reader.inline.ruler.before("escape", "formula", _formula)
    tokens = reader.parse(body, env)
    _keep_numbers(tokens)
    markup = f"<body>{reader.renderer.render(tokens, reader.options, env)}"
    with part(_PARSED, 1):
        document = html.parse_markup(markup)
    metadata = metadata.filled_from(document.metadata)
    fault = _LEFT_OUT if max((token.level for token in tokens), default=0) >= _DEEPEST - 1 else ""
    document = document._replace(metadata=metadata, format="markdown", fault=fault)
    return with_numbers(with_star_pages(document))


def _parted_notes(body: str) -> str:
    """The text with each footnote ("[^1]: …") in a paragraph of its own.

    The specification knows no footnotes: it takes "[^1]: Ibid." for the address of a link, and drops it.
    """
    if "[^" not in body or "```" in body or "~~~" in body:
        return body
    return _NOTE.sub(r"\n\\[^", body)


def _keep_numbers(tokens: Sequence[Token]) -> None:
    """Let items have the numbers that are written before them, where these grow.

    The specification counts on from the first, whatever is written (§ 5.3), and makes a 13 of the 14 in a
    judgment that leaves out one: there the written number is the one to cite.
    """
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and lists and token.info:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            items = lists.pop()
            numbers = [int(item.info) for item in items]
            if all(first < second for first, second in pairwise(numbers)):
                for item in items:
                    item.attrSet("value", item.info)


def _formula(state: StateInline, silent: bool) -> bool:
    """A formula of TeX, whose signs mean nothing in Markdown: as MathJax keeps it, else as it is written."""
    found = formula_at(state.src, state.pos) if state.src[state.pos] in "$\\" else None
    if found is None:
        return False
    if not silent:
        if found.line and "</" not in found.written:
            token = state.push("html_inline", "", 0)
            mode = "; mode=display" if found.display else ""
            token.content = f'<script type="math/tex{mode}">{found.written}</script>'
        else:
            state.push("text", "", 0).content = state.src[found.start : found.end]
    state.pos = found.end
    return True


def _inline(state: StateCore) -> None:
    """Read the words in all blocks, as the parser's own rule does, and tell how far that is."""
    # Brackets in a line may be nested as deep as is usual: each level costs as much again.
    state.md.options["maxNesting"] = _DEEPEST_IN_A_LINE
    blocks = [token for token in state.tokens if token.type == "inline"]
    for number, token in enumerate(blocks):
        tell(_IN_BLOCKS + (_PARSED - _IN_BLOCKS) * number / len(blocks))
        token.children = token.children or []
        state.md.inline.parse(token.content, state.md, state.env, token.children)


def _soft_break(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    """A line break inside a paragraph is a space, but not between characters that stand close anyway."""
    before = tokens[index - 1].content[-1:] if index else ""
    after = tokens[index + 1].content[:1] if index + 1 < len(tokens) else ""
    return "" if before and after and is_wide(before) and is_wide(after) else "\n"
