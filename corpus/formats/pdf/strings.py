"""Strings that PDFium is asked for twice: how long they are, and what they are."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Final

_LONGEST: Final = 2_000
"""Of titles, names and addresses: what is longer is none."""


def said_in_utf16(ask: Callable[[Any, int], int]) -> str:
    """What a function writes into a buffer as UTF-16; "" for nothing."""
    size = ask(None, 0)
    if not 2 < size <= 4 * _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def said_in_bytes(ask: Callable[[Any, int], int]) -> str:
    """The same of one that writes bytes."""
    size = ask(None, 0)
    if not 1 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.value.decode("utf-8", "replace")
