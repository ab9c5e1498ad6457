"""E-mail as it was sent: its headers, the words of its parts, and the names of what is attached.

Sources: RFC 5322, RFC 2045 to 2049 (MIME), RFC 3676 (flowed text). Attachments are named, and not opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from typing import Final

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.editing import Value
from corpus.errors import CannotOpen
from corpus.formats import html
from corpus.formats.mail_text import written_text
from corpus.formats.message import (
    address_of,
    message_of,
    name_of,
    parts_of,
    people_of,
    said,
    text_of,
    words_of_field,
)
from corpus.metadata import Metadata, Name
from corpus.names import parse_name
from corpus.sanitiser import clean_line, clean_text
from corpus.source import Source
from corpus.sources import FIELDS
from corpus.stating import stated

_SHOWN: Final = ("From", "To", "Cc", "Newsgroups", "Date")
_MOST_PARTS: Final = 500
_DEEPEST: Final = 10
_AS_GOOD: Final = 0.8
"""A plain text with this share of the words of the HTML beside it says the same, and is read."""
_NEXT: Final = re.compile(rb"\r?\n\r?\nFrom \S[^\r\n]{0,200}\d{4}[^\r\n]{0,50}\r?\n")
_LIST: Final = re.compile(r"\s*\"?(.*?)\"?\s*<[^<>]*>\s*")


def read(source: Source) -> Iterator[Document]:
    """Read a message, or the first of a mailbox. Raises CannotOpen for one that holds no words."""
    data, fault = source.all(), ""
    if data.startswith(b"From "):
        if following := _NEXT.search(data):
            data = data[: following.start()]
            fault = "This is a mailbox with several messages: only the first of them is shown."
        data = data.partition(b"\n")[2]
    message = message_of(data)
    draft = Draft()
    encodings = _write(draft, message, source.encoding)
    document = draft.document(_metadata(message), format="mail")
    yield document._replace(encoding=encodings[0] if encodings else "ascii", fault=fault)


def _write(draft: Draft, message: Message, encoding: str) -> list[str]:
    """Write a message and those that it holds; the encodings that were told."""
    encodings: list[str] = []
    attached: list[str] = []
    count = 0
    # Parts that are still to be written, the next one last, and how deep the message is that they stand in.
    waiting: list[tuple[Message, int, bool]] = [(message, 1, True)]
    while waiting and count < _MOST_PARTS:
        part, depth, is_message = waiting.pop()
        count += 1
        if is_message:
            _head(draft, part, depth)
        kind = part.get_content_type()
        inner = parts_of(part)
        if kind == "multipart/encrypted" or kind.startswith("application/pkcs7-mime"):
            if not len(waiting) and depth == 1:
                raise CannotOpen(
                    "This message is encrypted: open it in your mail program, and save its text."
                )
            attached.append("an encrypted part")
        elif inner is not None and kind == "message/rfc822":
            waiting.extend((one, min(depth + 1, _DEEPEST), True) for one in reversed(inner))
        elif inner is not None:
            chosen = _chosen(part, inner, encoding)
            waiting.extend((one, depth, False) for one in reversed(chosen))
        elif kind.startswith("multipart/"):  # without parts: its boundary is missing
            encodings.append(_text(draft, part, "text/plain", encoding))
        elif _is_attached(part) or not kind.startswith("text/"):
            if kind not in ("application/pgp-signature", "application/pkcs7-signature"):
                attached.append(f"{name_of(part)} ({kind})" if name_of(part) else kind)
        else:
            encodings.append(_text(draft, part, kind, encoding))
    for name in attached:
        draft.add(f"[attached: {clean_line(name)[:200]}]", Kind.NOTE)
    return encodings


def _head(draft: Draft, message: Message, depth: int) -> None:
    """What stands above a message: its subject, and who wrote to whom and when."""
    if subject := words_of_field(message, "Subject"):
        draft.add(subject, Kind.HEADING, level=min(depth, 6))
    lines = [f"{field}: {words}" for field in _SHOWN if (words := words_of_field(message, field))]
    if lines:
        draft.add("\n".join(lines), Kind.NOTE)


def _is_attached(part: Message) -> bool:
    return said(part, "Content-Disposition").partition(";")[0].strip().lower() == "attachment"


def _chosen(part: Message, parts: list[Message], encoding: str) -> list[Message]:
    """Which parts of a multipart are read: all, or the best of the same thing in several forms."""
    kind = part.get_content_type()
    if kind == "multipart/related":
        return parts[:1]
    if kind != "multipart/alternative" or len(parts) < 2:
        return parts
    plain = next((one for one in parts if one.get_content_type() == "text/plain"), None)
    rich = next((one for one in reversed(parts) if _is_rich(one)), None)
    if plain is None or rich is None:
        return [rich or plain or parts[-1]]
    words = len(text_of(plain, encoding).text.split())
    if rich.get_content_type() == "text/html":
        others = html.parse_markup(text_of(rich, encoding).text).text
        return [plain if words >= _AS_GOOD * len(others.split()) else rich]
    return [plain if words else rich]


def _is_rich(part: Message) -> bool:
    return part.get_content_type() == "text/html" or part.is_multipart()


def _text(draft: Draft, part: Message, kind: str, encoding: str) -> str:
    """Write a part that is text; the encoding that it was in."""
    text, told = text_of(part, encoding)
    if kind in ("text/html", "application/xhtml+xml"):
        draft.take(html.parse_markup(text))
    elif kind in ("text/plain", "text/markdown", "text/enriched"):
        flowed = str(part.get_param("format", "")).lower() == "flowed"
        written_text(draft, clean_text(text), flowed=flowed, joined=str(part.get_param("delsp", "")) == "yes")
    else:
        draft.add(clean_text(text).strip("\n").expandtabs(8), Kind.CODE)
    return told


def _metadata(message: Message) -> Metadata:
    listed = _LIST.fullmatch(words_of_field(message, "List-Id"))
    url = words_of_field(message, "Archived-At").strip("<> ")
    fields: dict[str, Value] = {
        "title": words_of_field(message, "Subject"),
        "authors": tuple(_author(name, address) for name, address in people_of(message, "From")),
        "date": words_of_field(message, "Date"),
        "container": listed[1] if listed else words_of_field(message, "Newsgroups"),
        "url": url,
        "lang": words_of_field(message, "Content-Language"),
        "type": "post" if listed or url else "personal_communication",
    }
    return stated(fields, FIELDS).metadata


def _author(name: str, address: str) -> Name:
    found = parse_name(name)
    return found if found != Name() else Name(literal=clean_line(name) or address_of(address))
