"""A picture in the file of an article, taken out of it by a process apart."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from corpus.apart.frames import FAILED, WHOLE, Ended, Frames, Late, TooMuch
from corpus.apart.limits import Limits
from corpus.apart.starting import start
from corpus.apart.wanted import Wanted
from corpus.errors import CannotOpen
from corpus.file_bytes import open_file
from corpus.pictures import MOST, Picture, ending_of
from corpus.sanitiser import clean_line
from corpus.source import Source

_LONGEST_SENTENCE: Final = 400
_BROKEN: Final = "This picture could not be got out of the file: it is damaged."


def picture_of(path: Path, target: str) -> Picture:
    """The picture with that target in the file of an article. Raises CannotOpen. For a thread."""
    data = open_file(path)
    limits = Limits.of(len(data))
    wanted = Wanted.of(Source(data, path.name), limits)._replace(picture=target)
    process = start(wanted, data.descriptor)
    frames = Frames(process.output, time.monotonic() + limits.patience)
    try:
        return _checked(*frames.next())
    except Late as fault:
        raise CannotOpen("This picture takes too long to get, and was given up.") from fault
    except (Ended, TooMuch) as fault:
        raise CannotOpen(_BROKEN) from fault
    finally:
        process.forget()
        frames.close()


def _checked(kind: int, data: bytes) -> Picture:
    """What a frame says; nothing that comes from the process is trusted. Raises CannotOpen."""
    if kind == FAILED:
        raise CannotOpen(clean_line(data.decode("utf-8", "replace"))[:_LONGEST_SENTENCE] or _BROKEN)
    if kind != WHOLE or len(data) > MOST or not (ending := ending_of(data[:16])):
        raise CannotOpen(_BROKEN)
    return Picture(data, ending)
