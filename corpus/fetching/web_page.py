"""Fetching a page of the web: from public addresses alone, in limited time, and never more than fits."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Callable, Mapping
from http.client import HTTPException
from typing import Final

from corpus.errors import CannotOpen
from corpus.fetching.address import Address, address_of
from corpus.fetching.connecting import Deadline
from corpus.fetching.exchange import Answer, ask
from corpus.fetching.fetched import Fetched

SECONDS: Final = 30.0
"""Seconds that a page is waited for, whatever happens."""
REDIRECTS: Final = 5
"""How many times a server may send us elsewhere."""

_ELSEWHERE: Final = (301, 302, 303, 307, 308)
_CHARSET: Final = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9_.:+-]{1,40})", re.IGNORECASE)


def fetch(
    words: str,
    *,
    local: bool = False,
    known: Mapping[str, Fetched] | None = None,
    progress: Callable[[int, int], None] = lambda _came, _total: None,
) -> Fetched:
    """Fetch what is at an address. Raises CannotOpen with a sentence that says why not.

    With `local` it may be on this machine or its network. `known` are pages as they were fetched before, by
    their address: of one that has not changed, no bytes are given. `progress` hears how many bytes have come,
    and of how many, 0 where that is not known.
    """
    address = address_of(words)
    been: set[str] = set()
    with Deadline(SECONDS) as deadline:
        while True:
            before = (known or {}).get(str(address))
            answer = _asked(address, before, deadline, local=local, progress=progress)
            if answer.status not in _ELSEWHERE or not answer.fields["location"]:
                return _fetched(address, answer, before)
            been.add(str(address))
            address = address_of(answer.fields["location"], str(address))
            if str(address) in been or len(been) > REDIRECTS:
                raise CannotOpen(f"{words.strip()} leads from page to page, and to none: check the address.")


def user_agent() -> str:
    """What we tell servers that we are."""
    from importlib import metadata  # 20 ms, for nothing but this

    try:
        return f"Pincite/{metadata.version('pincite')} (terminal reader)"
    except metadata.PackageNotFoundError:
        return "Pincite (terminal reader)"


def _asked(
    address: Address,
    known: Fetched | None,
    deadline: Deadline,
    *,
    local: bool,
    progress: Callable[[int, int], None],
) -> Answer:
    """What the server answers, or a sentence."""
    fields = {"User-Agent": user_agent()}
    if known and known.etag and known.etag.isascii():
        fields["If-None-Match"] = known.etag
    elif known and known.modified:
        fields["If-Modified-Since"] = known.modified
    try:
        answer = ask(address, fields, deadline, local=local, progress=progress)
    except (OSError, HTTPException, ValueError) as fault:
        late = deadline.is_over or isinstance(fault, socket.timeout)
        raise CannotOpen(_why_not(address, fault, late=late)) from fault
    if deadline.is_over:  # it was cut, and what came of it may look whole
        raise CannotOpen(_why_not(address, TimeoutError(), late=True))
    return answer


def _fetched(address: Address, answer: Answer, known: Fetched | None) -> Fetched:
    if answer.status == 304 and known:
        return known._replace(data=None)
    if answer.status != 200:
        raise CannotOpen(_refused(address, answer.status))
    type = answer.fields["content-type"]
    charset = _CHARSET.search(type)
    return Fetched(
        str(address),
        answer.data,
        type.partition(";")[0].strip().lower(),
        charset[1].lower() if charset else "",
        answer.fields["etag"],
        answer.fields["last-modified"],
    )


def _refused(address: Address, status: int) -> str:
    match status:
        case 404 | 410:
            return f"There is no page {address} (its server says {status}): check the address."
        case 401 | 402 | 403 | 407 | 451:
            return (
                f"{address} is not shown to everybody (its server says {status}):"
                " save it with a browser, and open the file."
            )
        case 429 | 503:
            return f"{address} is not to be had now (its server says {status}): try again later."
        case _ if status >= 500:
            return f"The server of {address} failed ({status}): try again later."
    return f"{address} cannot be fetched (its server says {status}): open it in a browser."


def _why_not(address: Address, fault: Exception, *, late: bool) -> str:
    if late:
        return f"{address} did not come in time: check the connection, and try again."
    if isinstance(fault, ConnectionRefusedError):
        return f"{address.authority} takes no connection: check the address, and try again later."
    # Not imported for this: where it was not needed, it was not the fault.
    ssl = sys.modules.get("ssl")
    if ssl and isinstance(fault, ssl.SSLCertVerificationError):
        return (
            f"{address.authority} does not prove that it is who it says ({fault.verify_message.rstrip('.')}):"
            " what comes from there could be anybody’s, and is not fetched."
        )
    if ssl and isinstance(fault, ssl.SSLError):
        return f"No safe connection with {address.authority} could be made: check the address."
    if isinstance(fault, OSError):
        what = fault.strerror or "the connection ended"
        return f"{address.authority} cannot be reached ({what}): check the connection, and try again."
    return f"{address} did not come whole, or in no form that can be read: try again later."
