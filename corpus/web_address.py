"""An address of the web as it is shown before it is opened, and as it is given to a browser: the same."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.errors import NoSuchPlace
from corpus.sanitiser import clean_line

_HOST: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_.])?|[0-9a-f:.]+")
# RFC 3986, § 2.2 and 2.3: what has a meaning of its own there, and what needs none.
_KEPT: Final = "%/:?#[]@!$&'()*+,;=~-._"
_LONGEST: Final = 8_000


class WebAddress(NamedTuple):
    """An address in ASCII: nothing in it can look like something else.

    `host` is the part that says whose it is; `reads_as` are the letters that a browser may show for it, ""
    where they are the same; `left_out` is a name or a password that stood before the host, and is not sent.
    """

    address: str
    host: str
    reads_as: str = ""
    left_out: str = ""


def web_address(text: str) -> WebAddress:
    """The address that a link has, whatever letters it is written in. Raises NoSuchPlace for none."""
    from urllib.parse import quote, urlsplit, urlunsplit

    text = clean_line(text)
    refused = NoSuchPlace(f"“{text[:120]}” is no address that a browser could open.")
    if len(text) > _LONGEST:
        raise refused
    try:
        parts = urlsplit(text)
        port, host = parts.port, parts.hostname or ""
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError as fault:
        raise refused from fault
    ascii_host = ascii_host.lower()
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(ascii_host):
        raise refused
    place = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    if port is not None:
        place += f":{port}"
    path, query, fragment = (quote(part, safe=_KEPT) for part in (parts.path, parts.query, parts.fragment))
    address = urlunsplit((parts.scheme, place, path, query, fragment))
    before = parts.netloc.rpartition("@")[0]
    return WebAddress(address, ascii_host, _letters(ascii_host), before)


def _letters(host: str) -> str:
    """The letters that stand behind a host in Punycode; "" where there are none."""
    if "xn--" not in host:
        return ""
    try:
        return clean_line(host.encode("ascii").decode("idna"))
    except ValueError:
        return ""
