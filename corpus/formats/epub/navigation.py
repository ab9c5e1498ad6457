"""The contents of an EPUB and the pages of its printed edition, as its navigation files list them.

Sources: EPUB 3.3 § 7 (navigation document), OPF 2.0.1 § 2.4.1 with ANSI/NISO Z39.86-2005 § 8 (NCX).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.errors import CannotOpen
from corpus.formats.archive import Archive, BadEntry
from corpus.formats.binding import Point
from corpus.formats.epub.package import Package, within
from corpus.formats.xml import BadXML, local, tree
from corpus.sanitiser import clean_line, clean_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from selectolax.lexbor import LexborNode

_LONGEST: Final = 500
_DEEPEST: Final = 60
_MOST: Final = 50_000
"""Entries that are taken, at the most."""


class Navigation(NamedTuple):
    """What the navigation files list: `pages` are labels and where each begins, `roles` what files are."""

    contents: tuple[Point, ...] = ()
    pages: tuple[tuple[str, str], ...] = ()
    roles: Mapping[str, str] = MappingProxyType({})


def navigation_of(archive: Archive, package: Package) -> Navigation:
    """The contents and pages of a book: those of EPUB 3, else those of EPUB 2; empty where there are none."""
    found = Navigation()
    if package.nav and (data := _read(archive, package.nav)):
        found = _of_document(data, _Target(archive, package.nav))
    if package.ncx and not (found.contents and found.pages) and (data := _read(archive, package.ncx)):
        older = _of_ncx(data, _Target(archive, package.ncx))
        found = Navigation(found.contents or older.contents, found.pages or older.pages, found.roles)
    return found


def _read(archive: Archive, name: str) -> bytes:
    try:
        return archive.read(name)
    except BadEntry:
        return b""


class _Target:
    """Tells where a reference in a navigation file leads: "name in the archive#place"; "" for nowhere."""

    def __init__(self, archive: Archive, base: str) -> None:
        self._archive, self._base = archive, base
        self._known: dict[str, str] = {}

    def __call__(self, reference: str) -> str:
        path, sign, place = reference.strip().partition("#")
        if path not in self._known:
            self._known[path] = clean_name(within(self._archive, self._base, path) if path else self._base)
        name = self._known[path]
        if "%" in place:
            from urllib.parse import unquote

            place = unquote(place)
        if not name or not reference:
            return ""
        return f"{name}#{place}" if sign and (place := clean_line(place)) else name


def _of_document(data: bytes, target: Callable[[str], str]) -> Navigation:
    from selectolax.lexbor import LexborHTMLParser

    from corpus.formats.depth import refuse_bottomless
    from corpus.formats.xhtml import html_of

    text = html_of(data)
    try:
        refuse_bottomless(text)
    except CannotOpen:
        return Navigation()
    navs = LexborHTMLParser(text).css("nav")
    kinds = [(node.attributes.get("epub:type") or node.attributes.get("role") or "").split() for node in navs]
    by_kind = {
        kind.removeprefix("doc-"): node for node, said in zip(navs, kinds, strict=True) for kind in said
    }
    contents = by_kind.get("toc") or next(
        (node for node, said in zip(navs, kinds, strict=True) if not said), None
    )
    pages = by_kind.get("page-list") or by_kind.get("pagelist")
    landmarks = by_kind.get("landmarks")
    return Navigation(
        _with_targets(list(_entries(contents, target)) if contents else []),
        tuple(
            (point.title, point.target) for point in _entries(pages, target) if point.title and point.target
        )
        if pages
        else (),
        _roles(landmarks, target) if landmarks else {},
    )


def _entries(nav: LexborNode, target: Callable[[str], str]) -> Iterator[Point]:
    """The links in lists below a node, and the words that stand there in place of one."""
    depth, taken = 0, 0
    node, leaving = nav, False
    while taken < _MOST:
        is_list = node.tag in ("ol", "ul")
        if not leaving:
            depth += is_list
            words = node.tag == "a" or (
                node.tag == "span" and node.parent is not None and node.parent.tag == "li"
            )
            if words and depth:
                taken += 1
                yield Point(
                    _line(_label(node)), target(node.attributes.get("href") or ""), min(depth, _DEEPEST)
                )
            elif node.child is not None:
                node = node.child
                continue
        depth -= is_list
        if node.mem_id == nav.mem_id:
            return
        leaving = node.next is None
        following = node.parent if leaving else node.next
        if following is None:
            return
        node = following


def _label(node: LexborNode) -> str:
    if words := (node.text() or "").strip():
        return words
    pictures = (child.attributes.get("alt") or "" for child in node.css("img"))
    return next((words for words in pictures if words), node.attributes.get("title") or "")


def _line(words: str) -> str:
    return clean_line(words[: 4 * _LONGEST])[:_LONGEST]


def _with_targets(points: list[Point]) -> tuple[Point, ...]:
    """The entries that lead somewhere: one that only holds others leads where the first of them does."""
    placed = []
    target, level = "", 0
    for point in reversed(points):
        if not point.target and point.level < level:
            point = point._replace(target=target)
        if point.target:
            placed.append(point)
        target, level = point.target, point.level
    return tuple(reversed(placed))


def _roles(landmarks: LexborNode, target: Callable[[str], str]) -> dict[str, str]:
    roles: dict[str, str] = {}
    for link in landmarks.css("a[href]"):
        name = target(link.attributes.get("href") or "").partition("#")[0]
        for kind in (link.attributes.get("epub:type") or "").split():
            roles.setdefault(name, re.sub("[^a-z]", "", kind.lower()))
    return roles


def _of_ncx(data: bytes, target: Callable[[str], str]) -> Navigation:
    try:
        root = tree(data)
    except BadXML:
        return Navigation()
    contents: list[Point] = []
    pages: list[tuple[str, str]] = []
    waiting = [(root, 0)]
    while waiting and len(contents) + len(pages) < _MOST:
        element, level = waiting.pop()
        kind = local(element.tag)
        if kind == "navPoint":
            level += 1
            contents.append(Point(_text(element), target(_source(element)), min(level, _DEEPEST)))
        elif kind == "pageTarget":
            label, where = _text(element) or element.get("value", ""), target(_source(element))
            if label and where:
                pages.append((label, where))
        waiting.extend((child, level) for child in reversed(element))
    return Navigation(_with_targets(contents), tuple(pages))


def _text(element: Element) -> str:
    label = next((child for child in element if local(child.tag) == "navLabel"), None)
    return "" if label is None else _line(" ".join(label.itertext()))


def _source(element: Element) -> str:
    return next((child.get("src", "") for child in element if local(child.tag) == "content"), "")
