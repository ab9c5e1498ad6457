"""The package of an EPUB: what is in the book, and in which order it is read.

Sources: EPUB 3.3 §§ 3.1 (media types), 4.2 (container) and 5 (package document), OPF 2.0.1 §§ 2.3 to 2.6.
Wherever a book deviates from them in a way that can be understood, it is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.expression import expression
from corpus.formats.archive import Archive, BadEntry
from corpus.formats.xml import BadXML, local, tree

CONTAINER: Final = "META-INF/container.xml"

_PACKAGE: Final = "application/oebps-package+xml"
_NCX: Final = "application/x-dtbncx+xml"
_WORDS: Final = frozenset(
    "application/xhtml+xml text/html text/x-oeb1-document application/x-dtbook+xml image/svg+xml".split()
)
_ENDINGS: Final = (".xhtml", ".html", ".htm", ".xml")
_ABSOLUTE: Final = expression(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_NUMBERS: Final = expression(r"(\d+)")
_MOST_FALLBACKS: Final = 10
_MOST_REPEATS: Final = 20
"""Times that files stand in a book again, all together: more are only there to break readers."""


class Item(NamedTuple):
    """A file of the book, by its name in the archive."""

    name: str
    media: str
    properties: frozenset[str]
    fallback: str


class Chapter(NamedTuple):
    """A file that is read, and whether it is in the line that one reads along.

    `instead` is the file that it stands in for: links to that lead here.
    """

    name: str
    linear: bool
    instead: str = ""


class Package(NamedTuple):
    """What a book says of itself.

    `name` is the package document's, `root` its root, None where it cannot be read. `nav` and `ncx` are the
    files with its contents, "" for none; `roles` what files are, in the words of its guide. `missing` are
    the names of files that it reads and has not.
    """

    name: str
    root: Element | None
    chapters: tuple[Chapter, ...]
    nav: str
    ncx: str
    roles: Mapping[str, str]
    missing: tuple[str, ...] = ()


def package_of(archive: Archive) -> Package:
    """The package of a book; without one its files in the order of their names, numbers counted."""
    name = _package_name(archive)
    root = _root(archive, name)
    if root is None:
        return Package("", None, _all_words(archive), "", _first_ending(archive, ".ncx"), {})
    items = _items(archive, root, name)
    chapters, missing = _chapters(items, root)
    by_name = {item.name: item for item in items.values() if item.name}
    nav = next((item.name for item in by_name.values() if "nav" in item.properties), "")
    said = next((one.get("toc", "") for one in root.iter() if local(one.tag) == "spine"), "")
    ncx = items[said].name if said in items else ""
    ncx = ncx or next((item.name for item in by_name.values() if item.media == _NCX), "")
    return Package(
        name,
        root,
        chapters or _all_words(archive),
        nav,
        ncx or _first_ending(archive, ".ncx"),
        _guide(archive, root, name),
        missing,
    )


def within(archive: Archive, base: str, reference: str) -> str:
    """The name in the archive of what a file `base` in it refers to; "" for what is not there.

    What stands behind "#" is left out. Nothing outside of the archive is ever meant: above its root is its
    root, as in all addresses (EPUB 3.3 § 4.1.5).
    """
    path = reference.partition("#")[0].strip()
    if not path or _ABSOLUTE.match(path):
        return ""
    from urllib.parse import unquote  # few need it so early

    for written in dict.fromkeys((unquote(path), path, unquote(path).partition("?")[0])):
        joined = posixpath.join("/", posixpath.dirname(base), written)
        name = posixpath.normpath(joined).lstrip("/")
        if found := archive.find(name):
            return found
    return ""


def _package_name(archive: Archive) -> str:
    """The package document: the first that the container names and that is there, else any."""
    container = archive.find(CONTAINER) or _first_ending(archive, CONTAINER)
    root = _root(archive, container)
    named = [] if root is None else [one for one in root.iter() if local(one.tag) == "rootfile"]
    named.sort(key=lambda one: one.get("media-type", _PACKAGE) != _PACKAGE)
    top = container[: len(container) - len(CONTAINER)]  # some put the whole book into a folder
    for one in named:
        if (path := one.get("full-path", "")) and (name := within(archive, f"{top}x", path)):
            return name
    return _first_ending(archive, ".opf")


def _first_ending(archive: Archive, ending: str) -> str:
    names = (name for name in archive.names if name.lower().endswith(ending.lower()))
    return min(names, key=lambda name: (name.count("/"), name), default="")


def _root(archive: Archive, name: str) -> Element | None:
    try:
        return tree(archive.read(name)) if name else None
    except (BadXML, BadEntry):
        return None


def _items(archive: Archive, root: Element, package: str) -> dict[str, Item]:
    return {
        one.get("id", ""): Item(
            within(archive, package, one.get("href", "")),
            one.get("media-type", "").strip().lower(),
            frozenset(one.get("properties", "").split()),
            one.get("fallback", ""),
        )
        for one in root.iter()
        if local(one.tag) == "item" and one.get("id")
    }


def _chapters(items: Mapping[str, Item], root: Element) -> tuple[tuple[Chapter, ...], tuple[str, ...]]:
    """The files in the order of the spine, as often as they stand there; and those in it that are missing.

    Some books list places in a file as items of their own: that file is read once.
    """
    chapters: list[Chapter] = []
    missing: list[str] = []
    known: dict[str, str] = {}
    for one in root.iter():
        if local(one.tag) != "itemref":
            continue
        said = one.get("idref", "")
        name = _readable(items, said)
        again = known.get(name) == said and len(chapters) - len(known) < _MOST_REPEATS
        if name and (name not in known or again):
            known.setdefault(name, said)
            instead = items[said].name if items[said].name != name else ""
            chapters.append(Chapter(name, one.get("linear", "yes").strip().lower() != "no", instead))
        elif not name and (said not in items or not items[said].name):
            missing.append(said)
    return tuple(chapters), tuple(missing)


def _readable(items: Mapping[str, Item], said: str) -> str:
    """The file of an item, or the one that stands in for it where it is no page or needs scripts."""
    chain: list[Item] = []
    while said in items and len(chain) < _MOST_FALLBACKS:
        chain.append(items[said])
        said = chain[-1].fallback
    words = [item for item in chain if item.name and item.media in _WORDS]
    pages = (item.name for item in sorted(words, key=lambda item: "scripted" in item.properties))
    # Some say the wrong thing of a file, or nothing.
    others = (item.name for item in chain if item.name.lower().endswith(_ENDINGS))
    return next(pages, "") or next(others, "")


def _all_words(archive: Archive) -> tuple[Chapter, ...]:
    """All files with words in them, as one would read them without a package."""
    names = (name for name in archive.names if name.lower().endswith(_ENDINGS[:3]))
    return tuple(Chapter(name, linear=True) for name in sorted(names, key=_counted))


def _counted(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBERS.split(name)]


def _guide(archive: Archive, root: Element, package: str) -> dict[str, str]:
    references: Iterable[Element] = (one for one in root.iter() if local(one.tag) == "reference")
    roles: dict[str, str] = {}
    for one in references:
        if name := within(archive, package, one.get("href", "")):
            roles.setdefault(name, re.sub("[^a-z]", "", one.get("type", "").lower()))
    return roles
