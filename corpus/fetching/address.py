"""Addresses of the web: told from other words, and written as they are asked for (RFC 3986, RFC 3490)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from corpus.errors import CannotOpen
from corpus.sanitiser import clean_line

LONGEST: Final = 8_000
"""The most characters that an address may have."""

_PORTS: Final = {"http": 80, "https": 443}
_SCHEME: Final = re.compile(r"\s*(?:https?|ftps?|gopher|gemini|file|data|javascript)://?", re.IGNORECASE)
_WEB: Final = re.compile(r"\s*https?://", re.IGNORECASE)
# RFC 3986, § 2: what may stand in a path or a query as it is; “%” is not written anew.
_PATH: Final = "/:@!$&'()*+,;=~-._%"
_HOST: Final = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?\.?|[0-9a-f:.]+(?:%[a-z0-9_.-]+)?")


class Address(NamedTuple):
    """An address of the web: its host as a name server knows it, its path as a server is asked for it.

    `fragment` is what stood behind “#”, as written: no server is ever sent it.
    """

    scheme: str
    host: str
    port: int
    path: str
    fragment: str = ""

    def __str__(self) -> str:
        """The address as it is kept: without its fragment, and without a port that goes without saying."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def authority(self) -> str:
        """The host, and the port where that does not go without saying: the field `Host` of a request."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def is_address(words: str) -> bool:
    """Whether words on the command line are an address, and no file's name."""
    return _SCHEME.match(words) is not None


def is_web_address(words: str) -> bool:
    """Whether they are an address that can be fetched."""
    return _WEB.match(words) is not None


def address_of(words: str, base: str = "") -> Address:
    """The address that words are, or are from the page at `base`. Raises CannotOpen with a sentence.

    A name and a password in it are not kept: they are sent to nobody.
    """
    words, shown = words.strip(), clean_line(words.strip()[:200])
    if len(words) > LONGEST or re.search(r"[\x00-\x1f\x7f-\x9f]", words):
        raise CannotOpen(f"{shown} is no address of the web: it is too long, or holds control characters.")
    try:
        parts = urlsplit(urljoin(base, words.replace("\\", "/")) if base else words)
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        raise CannotOpen(f"{shown} is no address of the web: check how it is written.") from fault
    if parts.scheme not in _PORTS:
        raise CannotOpen(f"{shown} cannot be fetched: Pincite fetches http and https alone.")
    host = _known_to_name_servers(host)
    if not host or port == 0:
        raise CannotOpen(f"{shown} is no address of the web: its host is missing, or can be no host’s name.")
    path = quote(parts.path or "/", safe=_PATH)
    if parts.query:
        path += "?" + quote(parts.query, safe=_PATH + "?[]")
    return Address(parts.scheme, host, port or _PORTS[parts.scheme], path, parts.fragment)


def _known_to_name_servers(host: str) -> str:
    """A host's name in ASCII; "" where it can be none."""
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    host = host.lower()
    return host if _HOST.fullmatch(host) and len(host) <= 253 else ""
