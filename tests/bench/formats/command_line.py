"""The words behind `python -m tests.bench.formats.…`."""

from __future__ import annotations

import sys


def words_given(usage: str | None, least: int) -> list[str]:
    """What was written; where that is less than is needed, or asks for help, the usage is said instead."""
    given = sys.argv[1:]
    asks = not {"-h", "--help"}.isdisjoint(given)
    if asks or len(given) < least:
        print(usage)
        sys.exit(0 if asks else 2)
    return given
