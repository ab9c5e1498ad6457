"""Markdown, by the CommonMark specification with tables and strikethrough: read as its HTML reads."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from corpus.document import Document
from corpus.formats import front_matter, html
from corpus.formats.paragraph_numbers import with_numbers
from corpus.formats.star_pages import with_star_pages
from corpus.scripts import is_wide


def parse(text: str) -> Document:
    """Make a document of Markdown; a YAML block at its head is its metadata."""
    metadata, body = front_matter.split(text.removeprefix("\ufeff"))
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reader.add_render_rule("softbreak", _soft_break)
    document = html.parse_markup(f"<body>{reader.render(body)}")
    metadata = metadata.filled_from(document.metadata)
    return with_numbers(with_star_pages(document._replace(metadata=metadata, format="markdown")))


def _soft_break(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    """A line break inside a paragraph is a space, but not between characters that stand close anyway."""
    before = tokens[index - 1].content[-1:] if index else ""
    after = tokens[index + 1].content[:1] if index + 1 < len(tokens) else ""
    return "" if before and after and is_wide(before) and is_wide(after) else "\n"
