"""What a reader says of the encoding of a file, and takes back."""

from __future__ import annotations

from typing import Final

BY_ITS_BYTES: Final = "auto"
"""What a reader names who takes back what he said of an encoding."""


def settled(named: str, before: str) -> str:
    """The codec that a reader wants: what he names now, or said before; "" leaves it to the bytes."""
    return "" if named == BY_ITS_BYTES else named or before
