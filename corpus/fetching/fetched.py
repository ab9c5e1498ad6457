"""A page as it was fetched."""

from __future__ import annotations

from typing import NamedTuple


class Fetched(NamedTuple):
    """A page as it was fetched.

    `address` is where it was found at last, without a fragment; `type` its media type, `charset` the encoding
    that its server says it is in, `etag` and `modified` what the server tells versions apart by; all of them
    "" where that is not said. `data` is None where the page is as it was known.
    """

    address: str
    data: bytes | None
    type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
