"""Manual pages of some packages as `man` prints them, with the headings that their sources mark."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from tests.bench.outline.data import Headed, Heading

PACKAGES: Final = {
    "bash": "",
    "coreutils": "",
    "findutils": "",
    "git-man": "",
    "gpg": "",
    "manpages-de": "",
    "manpages-es": "",
    "manpages-fr": "",
    "openssh-client": "",
    "rsync": "",
    "tmux": "",
    "util-linux": "",
}
"""The packages; none of them is in the data that heading families were tuned on."""

_MOST_OF_ONE: Final = 12
_MOST_BYTES: Final = 200_000
_PATIENCE: Final = 60.0
_HEADING: Final = re.compile(r"^[.'][ \t]*(?:(SH|Sh)|SS|Ss)\b[ \t]*(.*)$", re.MULTILINE)
# What groff's escapes stand for in a title; fonts and sizes for nothing.
_ESCAPES: Final = re.compile(
    r"\\(?:f(?:\[[^]]*\]|\(..|.)|s[-+]?\d+|[&/,:%]|\((..)|\[u([0-9A-F]{4})\]|\[([^]]*)\]|(.))"
)
_SIGNS: Final = {"hy": "-", "aq": "'", "dq": '"', "-": "-", "e": "\\", " ": " ", "~": " "}


def texts(folder: Path) -> Iterator[Headed]:
    """The manual pages of an unpacked package, mixed: by a hash of the path. Needs `man`."""
    paths = [path for path in folder.rglob("usr/share/man/**/*.gz") if not path.is_symlink()]
    names = {path.relative_to(folder.parent).as_posix(): path for path in paths}
    found = 0
    for name in sorted(names, key=lambda name: sha256(name.encode()).digest()):
        one = _text(name, names[name])
        if one is not None:
            yield one
            found += 1
        if found == _MOST_OF_ONE:
            return


def headings(source: str) -> tuple[Heading, ...]:
    """The headings that the source of a manual page marks: sections, and those below them."""
    return tuple(
        Heading(1 if match[1] else 2, title)
        for match in _HEADING.finditer(source)
        if (title := _title(match[2]))
    )


def _text(name: str, path: Path) -> Headed | None:
    source = gzip.decompress(path.read_bytes()).decode(errors="replace")
    marked = headings(source)
    if not marked or len(source) > _MOST_BYTES:
        return None
    printed = subprocess.run(
        ["man", "--local-file", "--encoding=UTF-8", str(path)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""},
        timeout=_PATIENCE,
    )
    return Headed(name, printed.stdout, marked)


def _title(words: str) -> str:
    words = re.sub(r'\\".*', "", words).strip()
    words = words[1:-1].replace('""', '"') if re.fullmatch(r'".*"', words) else words.replace('" "', " ")
    return " ".join(_ESCAPES.sub(_sign, words).split())


def _sign(match: re.Match[str]) -> str:
    if match[2]:
        return chr(int(match[2], 16))
    name = match[1] or match[3] or match[4]
    return _SIGNS.get(name, "") if name else ""
