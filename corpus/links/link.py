"""A link to a passage, taken apart."""

from __future__ import annotations

from typing import NamedTuple


class TextDirective(NamedTuple):
    """A text directive of a URL fragment: `#:~:text=[prefix-,]start[,end][,-suffix]`.

    URL Fragment Text Directives, W3C Community Group draft, § 3: the words themselves, decoded; "" for what
    is not given.
    """

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""


class Link(NamedTuple):
    """A link to a passage: `url` without its fragment, "" for one of our own; its text directives.

    One of our own (`pincite:`) names its article by `digest`, the first characters of the SHA-256 of its
    bytes, and by `title`, for whoever reads the link or has another copy.
    """

    url: str
    directives: tuple[TextDirective, ...] = ()
    digest: str = ""
    title: str = ""
