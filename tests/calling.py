"""The program called as on a command line."""

from __future__ import annotations

from collections.abc import Callable

Call = Callable[..., tuple[int, str, str]]
"""Takes the words of a call; gives its exit status, standard output and standard error."""
