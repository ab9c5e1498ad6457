"""What one block before an article says, and the words to call it by."""

from __future__ import annotations

from typing import Final, NamedTuple

from corpus.metadata import Metadata, Name, PartialDate
from corpus.scripts import is_han

_LABEL: Final = 64


class Reading(NamedTuple):
    """What a block says, and the parts of its label."""

    metadata: Metadata = Metadata()
    label: tuple[str, ...] = ()

    def joined(self, other: Reading) -> Reading:
        """This one, and what another says that this one does not."""
        return Reading(self.metadata.filled_from(other.metadata), (*self.label, *other.label))


def known(
    source: str, *, date: PartialDate | None = None, authors: tuple[Name, ...] = (), container: str = ""
) -> Metadata:
    """Metadata of what is given, each field with where it comes from."""
    given = {"date": date, "authors": authors, "container": container}
    return Metadata(
        date=date,
        authors=authors,
        container=container,
        sources={name: source for name, value in given.items() if value},
    )


def cut(line: str) -> str:
    """So many words of a line as make a label."""
    # A Chinese character is as wide as two others, and says as much.
    most = _LABEL // 2 if is_han(line[:1]) else _LABEL
    if len(line) <= most:
        return line.rstrip(".。")
    kept = line[:most] if most < _LABEL else line[:most].rpartition(" ")[0] or line[:most]
    return kept.rstrip(",;:，；：、 ") + "…"
