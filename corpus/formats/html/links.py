"""Where the links and pictures of a page lead, and where the page itself was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, Protocol
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from corpus.expression import expression
from corpus.formats.html.saved import saved_from
from corpus.sanitiser import clean_line

_LONGEST: Final = 2_000
_NAME: Final = 200
_SCHEME: Final = expression(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_RUN: Final = frozenset(("javascript", "vbscript", "data", "about", "blob"))
"""Schemes of links that lead nowhere."""
_LATE: Final = ("data-src", "data-original", "data-lazy-src", "data-lazy")
"""Where scripts find the picture that they show when it comes into view."""


class Addresses(Protocol):
    """What a format makes of the addresses in its markup, and of the names of its places."""

    def link(self, written: str) -> str:
        """Where a link leads: "#name" for a place in the document; "" for nowhere."""

    def picture(self, attributes: Mapping[str, str | None]) -> str:
        """Where the picture of an `<img>` with these attributes lies."""

    def name(self, written: str) -> str:
        """The name that a place has among the document's anchors."""


class PageAddresses(NamedTuple):
    """The addresses of a web page: `base` is what they are relative to, `own` are those it has itself."""

    base: str = ""
    own: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tree: LexborHTMLParser, text: str) -> PageAddresses:
        """Those of a page; `text` is its source."""
        first = tree.css_first("base[href]")
        base = clean_line(first.attributes.get("href") or "")[:_LONGEST] if first else ""
        own = [saved_from(text).url]
        said = tree.css('link[rel~="canonical"][href], meta[property="og:url"][content]')
        own += [node.attributes.get("href") or node.attributes.get("content") or "" for node in said]
        return cls(base if _is_web(base) else "", frozenset(_bare(one) for one in own if _is_web(one)))

    def link(self, written: str) -> str:
        """Where a link leads; "#name" also where it names its own page by its whole address."""
        address = clean_line(written)[:_LONGEST]
        if address.startswith("#"):
            return self._within(address)
        scheme = _SCHEME.match(address)
        if scheme and scheme[1].lower() in _RUN:
            return ""
        whole = self._absolute(address)
        page, sign, _ = whole.partition("#")
        if sign and self.own and _bare(page) in self.own:
            return self._within(whole[len(page) :])
        return whole

    def picture(self, attributes: Mapping[str, str | None]) -> str:
        """Where a picture lies; "" for one that is written into the page itself."""
        written = [attributes.get("src") or "", *(attributes.get(name) or "" for name in _LATE)]
        written.append((attributes.get("srcset") or "").strip().partition(" ")[0])
        real = (one for one in map(clean_line, written) if one and not one.startswith("data:"))
        return self._absolute(next(real, ""))[:_LONGEST]

    def name(self, written: str) -> str:
        """A name as it is written."""
        return clean_line(written)[:_NAME]

    def _within(self, fragment: str) -> str:
        name = self.name(unquote(fragment[1:]))
        return f"#{name}" if name else ""

    def _absolute(self, address: str) -> str:
        if not self.base or not address:
            return address
        try:
            return urljoin(self.base, address)[:_LONGEST]
        except ValueError:  # brackets that are no address of a host
            return address


def _is_web(address: str) -> bool:
    return address.lower().startswith(("https://", "http://"))


def _bare(address: str) -> str:
    """An address without what does not tell two pages apart."""
    try:
        parts = urlsplit(clean_line(address))
    except ValueError:
        return address
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def names_of(attributes: Mapping[str, str | None], tag: str) -> Iterable[str]:
    """The names that an element gives to the place where it stands."""
    if id := attributes.get("id"):
        yield id
    if tag == "a" and (name := attributes.get("name")):
        yield name
