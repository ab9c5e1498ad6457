"""One request and what is answered to it: the fields, and the bytes as they were before they were packed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Final, NamedTuple

from corpus.errors import CannotOpen
from corpus.fetching.address import Address
from corpus.fetching.connecting import Deadline, connect
from corpus.sanitiser import clean_line

MOST_BYTES: Final = 32 * 1024 * 1024
"""The largest page that is fetched: what is larger could not be kept in the library."""
_AT_ONCE: Final = 64 * 1024
_GZIP: Final = b"\x1f\x8b"
_FIELDS: Final = ("content-type", "location", "etag", "last-modified")
_WANTED: Final = "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.8"


class Answer(NamedTuple):
    """What a server has answered: its status, the fields that are used here, and the bytes of the page.

    There are none where the status is not 200.
    """

    status: int
    fields: Mapping[str, str]
    data: bytes = b""


def ask(
    address: Address,
    fields: Mapping[str, str],
    deadline: Deadline,
    *,
    local: bool,
    progress: Callable[[int, int], None],
) -> Answer:
    """Ask for an address, and take the answer. Raises CannotOpen, OSError and HTTPException.

    `fields` are sent with the request; `progress` hears how many bytes have come, of how many (0 unknown).
    """
    connection = HTTPConnection(address.host, address.port)
    connection.sock = connect(address, deadline, local=local)
    try:
        connection.putrequest("GET", address.path, skip_host=True, skip_accept_encoding=True)
        # No cookie, no name, nothing that tells readers apart.
        sent = {"Host": address.authority, "Accept": _WANTED, "Accept-Encoding": "gzip, deflate", **fields}
        for name, value in {**sent, "Connection": "close"}.items():
            connection.putheader(name, value)
        connection.endheaders()
        with connection.getresponse() as response:
            told = {name: _told(response, name) for name in _FIELDS}
            if response.status != 200:
                return Answer(response.status, told)
            return Answer(200, told, _taken(response, address, progress))
    finally:
        connection.close()


def _told(response: HTTPResponse, name: str) -> str:
    """A field of the answer, one harmless line; "" where there is none.

    Addresses come in UTF-8 from servers that do not write them in ASCII, as they must.
    """
    field = response.getheader(name) or ""
    with suppress(UnicodeError):
        field = field.encode("latin-1").decode("utf-8")
    return clean_line(field)


def _taken(response: HTTPResponse, address: Address, progress: Callable[[int, int], None]) -> bytes:
    """The bytes of an answer, unpacked; never more than fits. Raises CannotOpen."""
    total = response.length or 0
    unpack = _unpacking(response.getheader("Content-Encoding") or "", address)
    pieces: list[bytes] = []
    length = came = 0
    too_large = CannotOpen(
        f"{address} is larger than {MOST_BYTES >> 20} MB: fetch it with another program, and open a part."
    )
    if total > MOST_BYTES:
        raise too_large
    while piece := response.read1(_AT_ONCE):
        came += len(piece)
        for data in unpack(piece):
            pieces.append(data)
            length += len(data)
            if max(length, came) > MOST_BYTES:
                raise too_large
        progress(came, total)
    if isinstance(unpack, _Unpacking):
        pieces.append(unpack.held_back())
    if came < total or (isinstance(unpack, _Unpacking) and not unpack.is_whole):
        raise HTTPException("the connection ended before all of it had come")
    return b"".join(pieces)


def _unpacking(coding: str, address: Address) -> Callable[[bytes], list[bytes]]:
    """What unpacks the pieces of an answer, in pieces that are not large. Raises CannotOpen."""
    coding = coding.strip().lower()
    if coding in ("", "identity"):
        return lambda piece: [piece]
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise CannotOpen(
            f"{address} came compressed in a way that nobody asked for ({clean_line(coding[:40])}):"
            " fetch it with another program, and open the file."
        )
    return _Unpacking(address, deflated=coding == "deflate")


class _Unpacking:
    """Unpacks what comes, as gzip or as deflate; the latter has a head (RFC 1950), or as often none.

    Of gzip there may be more parts than one (RFC 1952, § 2.2); what follows and is none, is left.
    """

    def __init__(self, address: Address, *, deflated: bool) -> None:
        self._address, self._deflated = address, deflated
        self._stream = None if deflated else zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._length = 0

    @property
    def is_whole(self) -> bool:
        """Whether all has come that was packed."""
        return self._stream is None or self._stream.eof

    def held_back(self) -> bytes:
        """What the stream has taken whole and not let out yet: to be asked once nothing more comes."""
        if self._stream is None or self._stream.eof:
            return b""
        try:
            return self._stream.decompress(b"", _AT_ONCE)
        except zlib.error as fault:
            raise CannotOpen(f"{self._address} came damaged: fetch it again.") from fault

    def __call__(self, piece: bytes) -> list[bytes]:
        if self._stream is None:
            headed = piece[0] & 0x0F == 8 and (len(piece) < 2 or int.from_bytes(piece[:2], "big") % 31 == 0)
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if headed else -zlib.MAX_WBITS)
        found: list[bytes] = []
        while piece and self._length <= MOST_BYTES:
            if self._stream.eof:
                if self._deflated or not piece.startswith(_GZIP[: len(piece)]):
                    break
                self._stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
            try:
                found.append(self._stream.decompress(piece, _AT_ONCE * 16))
            except zlib.error as fault:
                raise CannotOpen(f"{self._address} came damaged: fetch it again.") from fault
            self._length += len(found[-1])
            piece = self._stream.unused_data or self._stream.unconsumed_tail
        return found
