"""What is asked of a process that reads an article: how it is to be read, and how much it may take."""

from __future__ import annotations

import json
import os
from typing import NamedTuple

from corpus.apart.limits import Limits
from corpus.file_bytes import FileBytes
from corpus.source import Source


class Wanted(NamedTuple):
    """A `Source` without its bytes, and limits.

    With the target of a `picture`, that is wanted, and nothing else of the article.
    """

    name: str
    encoding: str
    page: bool
    at_once: bool
    served: str
    limits: Limits
    picture: str = ""

    @classmethod
    def of(cls, source: Source, limits: Limits) -> Wanted:
        """What is wanted of a source."""
        return cls(source.name, source.encoding, source.page, source.at_once, source.served, limits)

    def source(self, descriptor: int) -> Source:
        """The source again, its bytes being those of an open file, which stays open."""
        data = FileBytes(os.dup(descriptor))
        return Source(data, self.name, self.encoding, self.page, self.at_once, self.served)

    def plain(self) -> bytes:
        """All of it as JSON."""
        return json.dumps(self).encode("ascii")

    @classmethod
    def read(cls, plain: bytes) -> Wanted:
        """What `plain` was made of. Raises ValueError, TypeError."""
        name, encoding, page, at_once, served, limits, picture = json.loads(plain)
        return cls(name, encoding, page, at_once, served, Limits(*limits), picture)
