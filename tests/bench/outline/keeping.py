"""What is made of fetched packages, kept in a file of the cache until the program that makes it changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any


class Keeping:
    """A file `path` of rows below a cache; `is_there` tells whether this program has written it."""

    def __init__(self, cache: Path, name: str, *program: Path) -> None:
        """Take the modules whose words decide about the rows."""
        self.path = cache / "outline" / f"{name}.jsonl"
        self._made_by = self.path.with_suffix(".made-by")
        self._program = sha256(b"".join(module.read_bytes() for module in program)).hexdigest()

    @property
    def is_there(self) -> bool:
        """Whether the rows were written, whole, by this program."""
        return self._made_by.exists() and self._made_by.read_text(encoding="utf-8") == self._program

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        """Write all rows."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._made_by.unlink(missing_ok=True)
        with self.path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        self._made_by.write_text(self._program, encoding="utf-8")
