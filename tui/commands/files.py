"""Writing a file that was asked for: whole or not at all, and over none that is there already."""

from __future__ import annotations

import os
from pathlib import Path

from corpus.errors import PinciteError
from corpus.sanitiser import clean_name


def write_whole(path: Path, text: str, *, over: bool) -> None:
    """Write a text to a file as UTF-8; one that is there is left alone unless it may be written `over`.

    Raises PinciteError, and the old file is then as it was.
    """
    shown = clean_name(str(path))
    if path.is_dir():
        raise PinciteError(f"{shown} is a folder: give the name of a file in it.")
    if os.path.lexists(path) and not over:
        raise PinciteError(f"{shown} is there already: give another name, or --force to write over it.")
    # A link is followed, so that a file kept elsewhere stays there.
    real = Path(os.path.realpath(path))
    draft = real.with_name(f".{real.name}.{os.urandom(4).hex()}")
    try:
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(real)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as fault:
        raise PinciteError(f"{shown} cannot be written ({fault.strerror}): nothing was changed.") from fault
