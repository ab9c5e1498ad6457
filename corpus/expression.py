"""Regular expressions that are compiled when they are first used.

To compile one costs up to two milliseconds, and most articles meet few of the many that we have.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, cast


class _Late:
    """Stands for a compiled expression, and has its methods from the first time that one is asked for."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags
        _LATE.append(self)

    def __getattr__(self, name: str) -> Any:
        compiled: re.Pattern[Any] = re.compile(self._source, self._flags)
        # From now on they are found here, and this is not asked again.
        methods = (method for method in dir(compiled) if not method.startswith("_"))
        self.__dict__.update((method, getattr(compiled, method)) for method in methods)
        return getattr(compiled, name)


def expression(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, without the wait: a fault in the expression is raised at its first use."""
    return cast("re.Pattern[AnyStr]", _Late(source, flags))


_LATE: Final[list[_Late]] = []
"""Those that nobody has compiled ahead of their use."""


def compile_one() -> bool:
    """Compile an expression of the modules that are loaded, ahead of its use; whether there was one.

    For a process that others are forked off: what it has not compiled, each of them has to.
    """
    if not _LATE:
        return False
    _LATE.pop().match  # noqa: B018 # to ask for it is what compiles it
    return True
