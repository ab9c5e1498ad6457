"""Pages that a browser saved whole (RFC 2557): the page among the parts, with its address and its day."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from typing import Final

from corpus.document import Document
from corpus.editing import Value
from corpus.errors import CannotOpen
from corpus.formats import html
from corpus.formats.message import message_of, parts_of, said, text_of, words_of_field
from corpus.source import Source
from corpus.sources import SAVED
from corpus.stating import stated

_PAGES: Final = ("text/html", "application/xhtml+xml")
_MOST_PARTS: Final = 10_000


def read(source: Source) -> Iterator[Document]:
    """Read the page that the file holds. Raises CannotOpen where there is none."""
    message = message_of(source.all())
    page = _page(message)
    if page is None:
        raise CannotOpen(f"{source.shown} holds no page: save it from your browser once more.")
    text, encoding = text_of(page, source.encoding)
    document = html.parse(text)
    where = words_of_field(message, "Snapshot-Content-Location") or words_of_field(page, "Content-Location")
    fields: dict[str, Value] = {
        "url": where if where.startswith(("http://", "https://")) else "",
        "accessed": words_of_field(message, "Date"),
    }
    metadata = document.metadata.filled_from(stated(fields, SAVED).metadata)
    if not metadata.title:
        title: dict[str, Value] = {"title": words_of_field(message, "Subject")}
        metadata = metadata.filled_from(stated(title, SAVED).metadata)
    yield document._replace(metadata=metadata, format="mhtml", encoding=encoding)


def _page(message: Message) -> Message | None:
    """The part that is the page: what `start` names, else the first that is HTML."""
    start = str(message.get_param("start", "") or "")
    first: Message | None = None
    waiting, count = [message], 0
    while waiting and count < _MOST_PARTS:
        part = waiting.pop()
        count += 1
        inner = parts_of(part)
        if inner is not None:
            waiting.extend(reversed(inner))
        elif part.get_content_type() in _PAGES:
            if start and said(part, "Content-ID").strip() == start:
                return part
            first = first or part
    return first
