"""Where a link in an article leads: to a place in it, to a file, to the web, or nowhere that is safe."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from corpus.errors import NoSuchPlace
from corpus.sanitiser import clean_line
from corpus.web_address import WebAddress, web_address

_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]+):", re.IGNORECASE)
_SEEN: Final = 60


class Inside(NamedTuple):
    """A place in the same article: a name among its `anchors`; "" is its beginning."""

    anchor: str


class InFile(NamedTuple):
    """A file, and the place in it; `address` is where it lies on the web, "" where that is not known."""

    path: Path
    anchor: str = ""
    address: str = ""


class OnTheWeb(NamedTuple):
    """An address of the web."""

    web: WebAddress

    @property
    def anchor(self) -> str:
        """The place in the page that it leads to."""
        return self.web.address.partition("#")[2]


class Mail(NamedTuple):
    """Somebody's address: nothing is opened for it."""

    address: str


class Nowhere(NamedTuple):
    """A link that is not followed, and a sentence that says why."""

    sentence: str


Target: TypeAlias = Inside | InFile | OnTheWeb | Mail | Nowhere


def read_target(target: str, *, path: Path | None = None, url: str = "") -> Target:
    """Where the target of a link leads from an article.

    `path` is the article's own file and `url` its own address, as far as they are known: targets may go by
    them. Nothing is looked up: whether there is such a file is for others to see.
    """
    target = clean_line(target)
    if not target or target.startswith("#"):
        return Inside(target[1:])
    scheme = match[1].lower() if (match := _SCHEME.match(target)) else ""
    if scheme in ("http", "https"):
        return _on_the_web(target, url)
    if scheme == "mailto":
        return _mail(target)
    if scheme == "file":
        return _in_file(_local(target), path)
    if scheme:
        return Nowhere(
            f"This link is “{_cut(target)}”: Pincite opens no {scheme}: links, only those of the web."
        )
    return _relative(target, path, url)


def _relative(target: str, path: Path | None, url: str) -> Target:
    from urllib.parse import unquote, urljoin, urlsplit

    try:
        address = urljoin(url, target) if url.startswith(("http://", "https://")) else ""
        parts = urlsplit(target)
    except ValueError:
        return Nowhere(f"This link leads to “{_cut(target)}”, which is no address.")
    if parts.netloc:
        return _on_the_web(address or f"https:{target}", url)
    if path is None:
        if address:
            return _on_the_web(address, url)
        return Nowhere(f"This link leads to “{_cut(target)}”, and where this article lies is not known.")
    name = unquote(parts.path)
    if "\0" in name:
        return Nowhere("This link leads to a file whose name cannot be.")
    if not name:
        return Inside(parts.fragment)
    found = Path(os.path.normpath(path.parent / name))
    return _in_file(InFile(found, parts.fragment, address), path)


def _in_file(target: InFile | Nowhere, path: Path | None) -> Target:
    if isinstance(target, InFile) and target.path == path:
        return Inside(target.anchor)
    return target


def _local(target: str) -> InFile | Nowhere:
    from urllib.parse import unquote, urlsplit

    try:
        parts = urlsplit(target)
    except ValueError:
        return Nowhere(f"This link leads to “{_cut(target)}”, which is no address.")
    name = unquote(parts.path)
    if parts.netloc not in ("", "localhost") or not name.startswith("/") or "\0" in name:
        return Nowhere(f"This link leads to “{_cut(target)}”, a file that is not on this computer.")
    return InFile(Path(os.path.normpath(name)), parts.fragment)


def _on_the_web(address: str, url: str) -> Target:
    try:
        web = web_address(address)
    except NoSuchPlace as fault:
        return Nowhere(str(fault))
    before, sign, anchor = web.address.partition("#")
    if sign and url and before == url.partition("#")[0]:
        return Inside(anchor)
    return OnTheWeb(web)


def _mail(target: str) -> Target:
    from urllib.parse import unquote

    address = clean_line(unquote(target.partition(":")[2].partition("?")[0]))
    return Mail(address) if "@" in address else Nowhere("This link is to an e-mail address, and has none.")


def _cut(target: str) -> str:
    return target if len(target) <= _SEEN else f"{target[:_SEEN]}…"
