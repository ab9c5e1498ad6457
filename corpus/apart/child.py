"""The side of the process that reads an article: it takes its place, raises walls, and writes frames."""

from __future__ import annotations

import ctypes
import fcntl
import gc
import importlib
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final, NoReturn

from corpus import progress
from corpus.apart import walls
from corpus.apart.frames import BEGINNING, FAILED, PROGRESS, WHOLE, write_frame
from corpus.apart.wanted import Wanted
from corpus.errors import PinciteError
from corpus.format import modules_for
from corpus.packed.document import pack
from corpus.reading import documents_of
from corpus.sanitiser import clean_name

INPUT: Final = 0
OUTPUT: Final = 3
_END_WITH_PARENT: Final = 1
"""Of prctl(2): PR_SET_PDEATHSIG."""
_UNHEARD: Final = 70
"""EX_SOFTWARE, of sysexits(3): whoever waits says that it ended early."""
_POLITE: Final = 5
"""By how much it stands back for others, once there is something to look at."""
_HANDLED: Final = (
    signal.SIGINT,
    signal.SIGTERM,
    signal.SIGHUP,
    signal.SIGCHLD,
    signal.SIGPIPE,
    signal.SIGXCPU,
)


def read_apart(wanted: Wanted, article: int, output: int, parent: int) -> NoReturn:
    """Read an open file as is wanted and write its documents to a pipe, in a fork of the process `parent`.

    It never comes back: the process ends.
    """
    try:
        # What the other process had is none of ours to tidy up.
        gc.freeze()
        _take_place(article, output, parent)
        _load(wanted.name)
        walls.shut(wanted.limits)
        status = _read(wanted)
    except BaseException:
        status = _UNHEARD
    os._exit(status)


def _take_place(article: int, output: int, parent: int) -> None:
    """Hold nothing open but the article and the pipe, answer signals by ending, and end with the parent."""
    for number in _HANDLED:
        signal.signal(number, signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    # Both out of the way first: they may be where the other is to be.
    article, output = (fcntl.fcntl(one, fcntl.F_DUPFD, 10) for one in (article, output))
    nothing = os.open(os.devnull, os.O_RDWR)
    for one, place in ((article, INPUT), (nothing, 1), (nothing, 2), (output, OUTPUT)):
        if one != place:
            os.dup2(one, place, inheritable=False)
    os.closerange(OUTPUT + 1, os.sysconf("SC_OPEN_MAX"))
    _end_with_parent(parent)
    # What was not written yet there is not to be written twice.
    sys.stdin = sys.stdout = sys.stderr = None


def _load(name: str) -> None:
    """Load what reads files with such a name: behind the walls all is slower, and compiled anew each time."""
    for module in modules_for(name):
        with suppress(ImportError):  # whoever needs it is told
            importlib.import_module(module)


def _end_with_parent(parent: int) -> None:
    """On Linux: when the process ends that this one was forked off, so does this one."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_END_WITH_PARENT, ctypes.c_ulong(signal.SIGKILL), *[ctypes.c_ulong(0)] * 3)
    if os.getppid() != parent:  # it has ended before it was asked for
        os._exit(_UNHEARD)


def _read(wanted: Wanted) -> int:
    """Write what is read; the exit status."""
    shown = clean_name(wanted.name) or "The input"
    progress.heard_by(_teller())
    try:
        if wanted.picture:
            from corpus.pictures import picture_in  # few processes are asked for one

            write_frame(OUTPUT, WHOLE, picture_in(wanted.source(INPUT), wanted.picture).data)
            return 0
        for document in documents_of(wanted.source(INPUT)):
            # Not compressed: it goes through a pipe, and is thrown away.
            packed = pack(document, 0)
            write_frame(OUTPUT, WHOLE if document.digest else BEGINNING, packed)
            os.setpriority(os.PRIO_PROCESS, 0, _POLITE)
    except PinciteError as fault:
        return _fail(str(fault))
    except MemoryError:
        return _fail(f"{shown} takes more memory than an article may: split it, and open a part.")
    except RecursionError:
        return _fail(f"{shown} is nested more deeply than any article: it cannot be read.")
    except Exception as fault:
        # Whatever a reader of a format did not expect is told by its kind, and spoils nothing else.
        return _fail(f"{shown} cannot be read: it is damaged, or unlike others ({type(fault).__name__}).")
    return 0


def _teller() -> Callable[[float], None]:
    """What tells how far it is, in percent, where that has changed."""
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        percent = max(0, min(100, int(100 * share)))
        if percent > told:
            told = percent
            write_frame(OUTPUT, PROGRESS, bytes((percent,)))

    return tell


def _fail(sentence: str) -> int:
    write_frame(OUTPUT, FAILED, sentence.encode("utf-8", "replace"))
    return 1
