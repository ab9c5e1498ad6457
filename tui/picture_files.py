"""Pictures that were taken out of articles, for other programs to show: private, and gone with the reader."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from corpus.errors import CannotOpen
from corpus.home import make_private
from corpus.pictures import ENDINGS, MOST, Picture, ending_of
from corpus.sanitiser import clean_name

_BETWEEN: Final = "-"


class PictureFiles:
    """A folder below another one, of this process alone (mode 0700), made when it is first needed."""

    def __init__(self, above: Path) -> None:
        self._above = above
        self._folder: Path | None = None

    def keep(self, picture: Picture) -> Path:
        """Write a picture into a file that nobody else can read. Raises OSError."""
        if self._folder is None:
            make_private(self._above)
            _forget_dead(self._above)
            self._folder = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}{_BETWEEN}", dir=self._above))
        path = self._folder / f"{sha256(picture.data).hexdigest()[:16]}{picture.ending}"
        with suppress(FileExistsError):
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(picture.data)
        return path

    def forget(self) -> None:
        """Remove all of them."""
        folder, self._folder = self._folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _forget_dead(above: Path) -> None:
    """Remove what readers left behind that were ended without being asked."""
    for folder in above.iterdir():
        number = folder.name.partition(_BETWEEN)[0]
        if number.isdecimal() and not folder.is_symlink() and not _runs(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True  # somebody else's
    return True


def checked_file(path: Path) -> Path:
    """The file, which begins as a picture does and is called like one. Raises CannotOpen."""
    shown = clean_name(path.name)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            about = os.fstat(file.fileno())
            head = file.read(16) if stat.S_ISREG(about.st_mode) else b""
    except OSError as fault:
        raise CannotOpen(f"{shown} cannot be read ({fault.strerror}).") from fault
    if path.suffix.lower() not in ENDINGS or not ending_of(head) or about.st_size > MOST:
        raise CannotOpen(f"{shown} is no picture in PNG, JPEG, GIF or WebP: it is not opened.")
    return path
