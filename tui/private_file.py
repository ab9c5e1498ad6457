"""Files that are the reader's own: written whole or not at all, and nobody else's to read."""

from __future__ import annotations

import os
from pathlib import Path

from corpus.home import make_private


def write_privately(path: Path, text: str) -> None:
    """Write the text to the file in one step, with mode 0600; a missing directory is made, mode 0700.

    A link is followed, so that settings kept elsewhere stay there. Raises OSError; the old file is
    then as it was.
    """
    path = Path(os.path.realpath(path))
    make_private(path.parent)
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
