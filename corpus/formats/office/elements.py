"""Looking into elements by their local names: strict documents have other namespaces for the same things."""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element

from corpus.formats import xml

local = cache(xml.local)
"""The name of an element or an attribute without its namespace: strict documents have others."""


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of an element, whatever its namespace; None where there is none."""
    if element is not None:
        for key, said in element.items():
            if local(key) == name:
                return said
    return None


def child(element: Element | None, name: str) -> Element | None:
    """The first child with that name, whatever its namespace."""
    if element is not None:
        for one in element:
            if local(one.tag) == name:
                return one
    return None


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is on: it is, where it stands there and says nothing else."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
