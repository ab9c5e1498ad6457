"""The parts and fields of a MIME message, whatever is wrong with it.

The standard library's newer way of reading fields raises on many that are broken: the older one is used, and
what is encoded in them (RFC 2047) decoded here.
"""

from __future__ import annotations

import binascii
import codecs
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses
from typing import Any, Final

from corpus.encodings.decoding import Decoded, decode
from corpus.encodings.names import codec_of
from corpus.errors import CannotOpen
from corpus.sanitiser import clean_line

_LONGEST: Final = 2_000
_MOST_PEOPLE: Final = 50


class _Part(Message):
    """A part whose fields are taken apart, whatever they say.

    They are never longer than can be: that takes time in their square.
    """

    def get(self, name: str, failobj: Any = None) -> Any:
        value = super().get(name, failobj)
        if isinstance(value, Header):  # with bytes in it that no field may have
            value = str(value)
        return value[: 2 * _LONGEST] if isinstance(value, str) else value

    def get_param(
        self, param: str, failobj: Any = None, header: str = "content-type", unquote: bool = True
    ) -> Any:
        try:
            return super().get_param(param, failobj, header, unquote)
        except (ValueError, LookupError, TypeError):  # told in pieces (RFC 2231), and once more as a whole
            return failobj


def message_of(data: bytes) -> Message:
    """The message that bytes are. Raises CannotOpen for one that is nested without end."""
    try:
        return BytesParser(_Part, policy=compat32).parsebytes(data)
    except RecursionError as fault:
        raise CannotOpen(
            "This message holds messages without end: it was made to break readers, and stays shut."
        ) from fault


def parts_of(part: Message) -> list[Message] | None:
    """The parts that a part is made of; None where it is none of parts."""
    # Of words it is not asked: the standard library fails at an encoding that is told in pieces (RFC 2231).
    payload = part.get_payload() if part.is_multipart() else None
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else None


def said(part: Message, field: str) -> str:
    """What a field says, as it is written; "" where it is missing."""
    wanted = field.lower()
    value = next((value for name, value in part.raw_items() if name.lower() == wanted), "")
    return str(value)[: 20 * _LONGEST]


def words_of_field(part: Message, field: str) -> str:
    """What a field says, in one harmless line."""
    return _decoded(said(part, field))


def people_of(part: Message, field: str) -> list[tuple[str, str]]:
    """The names and addresses that a field holds."""
    try:
        people = getaddresses([said(part, field)])
    except (ValueError, IndexError, TypeError, RecursionError):  # comments nest
        return []
    return [(_decoded(name), address) for name, address in people[:_MOST_PEOPLE] if name or address]


def address_of(address: str) -> str:
    """An address in one harmless line."""
    return _decoded(address)[:200]


def name_of(part: Message) -> str:
    """The name of the file that a part is, in one harmless line; "" for none. Nothing is done with it."""
    try:
        name = part.get_filename("")
    except ValueError:  # the name of an encoding that can be none
        return ""
    return _decoded(str(name))[:200]


def text_of(part: Message, encoding: str = "") -> Decoded:
    """The text of a part, and the encoding it was in; `encoding` is what the reader says that is."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return Decoded("", "ascii")
    return decode(payload, encoding or _stated(part))


def _stated(part: Message) -> str:
    """The encoding that a part says it is in; "" for none."""
    try:
        return _meant(str(part.get_content_charset("") or ""))
    except ValueError:  # in the name of an encoding that can be none
        return ""


def _meant(name: str) -> str:
    """The encoding that is meant by a name, as browsers read it; "" for none, and for ASCII.

    ASCII is what programs say that were told nothing: the bytes tell more.
    """
    try:
        is_ascii = codecs.lookup(name).name == "ascii"
    except (LookupError, ValueError):
        is_ascii = False
    return "" if is_ascii else codec_of(name)


def _decoded(value: str) -> str:
    data = value.encode("utf-8", "surrogateescape")
    text = data.decode("utf-8", "replace") if "=?" in value else decode(data).text if data else ""
    if "=?" in text:
        with suppress(HeaderParseError, ValueError, LookupError, binascii.Error):
            text = "".join(
                chunk if isinstance(chunk, str) else decode(chunk, _meant(charset or "")).text
                for chunk, charset in decode_header(text)
            )
    return clean_line(text)[:_LONGEST]
