"""How much a process that reads an article may take: more for a longer one, and never without end."""

from __future__ import annotations

from typing import Final, NamedTuple

_MEMORY: Final = 2 * 1024**3
_SECONDS: Final = 30
_A_SECOND: Final = 100_000
"""Bytes for which there is another second."""
_MOST_SECONDS: Final = 300
_WAITING: Final = 2
"""How many times as long it is waited for: the machine may be doing something else."""


class Limits(NamedTuple):
    """Seconds of computing, and bytes of memory beyond what a process has to begin with."""

    seconds: int
    memory: int = _MEMORY

    @classmethod
    def of(cls, size: int) -> Limits:
        """Those of a file with so many bytes."""
        return cls(min(_MOST_SECONDS, _SECONDS + size // _A_SECOND))

    @property
    def patience(self) -> float:
        """Seconds after which the process is ended, whatever it does."""
        return _WAITING * self.seconds
