"""A collection as a web page of its own, that needs nothing else to be read."""

from __future__ import annotations

import re
from html import escape
from typing import ClassVar, Final

from corpus.citation.markup import HTML, Markup
from corpus.excerpts.collection import Collection
from corpus.excerpts.entry import Excerpt
from corpus.excerpts.prose import HEADING, Prose

_ADDRESS: Final = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]]")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 38em; margin: 3em auto; padding: 0 1em; line-height: 1.5; font-family: Georgia, serif; }}
h1, h2 {{ font-size: 1.2em; }}
blockquote {{ margin: 1.5em 2em; }}
blockquote p:first-child {{ margin-top: 0; }}
.remark {{ margin: -0.5em 0 1.5em 2em; font-size: 0.9em; color: #666; }}
.works p {{ padding-left: 2em; text-indent: -2em; overflow-wrap: break-word; }}
.notes li {{ overflow-wrap: break-word; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


class HtmlProse(Prose):
    """HTML 5."""

    markup: ClassVar[Markup] = HTML

    def page(self, body: str, collection: Collection) -> str:
        """The page, which asks nothing of any other place."""
        del collection
        return _PAGE.format(title=escape(HEADING), body=body)

    def heading(self, words: str) -> str:
        """The title of the page, or that of its list."""
        level = 1 if words == HEADING else 2
        return f"<h{level}>{escape(words)}</h{level}>"

    def paragraph(self, excerpt: Excerpt, written: str) -> str:
        """A quotation that is run in."""
        return f"<p{_language(excerpt)}>{written}</p>"

    def block(self, excerpt: Excerpt, written: str, citation: str) -> str:
        """A quotation that is set off."""
        return (
            super()
            .block(excerpt, written, citation)
            .replace("<blockquote>", f"<blockquote{_language(excerpt)}>", 1)
        )

    def remark(self, written: str) -> str:
        """What the reader noted, smaller."""
        return f'<p class="remark">{written}</p>'

    def mark(self, number: int, note: str) -> str:
        """A raised number that leads to the note."""
        del note
        return f'<sup><a id="mark-{number}" href="#note-{number}">{number}</a></sup>'

    def notes(self, notes: list[str]) -> str:
        """The notes, each with a way back."""
        listed = "\n".join(
            f'<li id="note-{number}">{_linked(note)} <a href="#mark-{number}">↩</a></li>'
            for number, note in enumerate(notes, 1)
        )
        return f'<h2>Notes</h2>\n<ol class="notes">\n{listed}\n</ol>'

    def entries(self, entries: list[str]) -> str:
        """The works, their addresses as links."""
        listed = "\n".join(f"<p>{_linked(entry)}</p>" for entry in entries)
        return f'<div class="works">\n{listed}\n</div>'


def _linked(written: str) -> str:
    """The words, in HTML already, with a link at every address of the web."""
    return _ADDRESS.sub(lambda match: f'<a href="{match[0]}">{match[0]}</a>', written)


def _language(excerpt: Excerpt) -> str:
    """The attribute that tells the language of a quotation, where it is known."""
    return f' lang="{excerpt.lang}"' if _LANGUAGE.fullmatch(excerpt.lang) else ""
