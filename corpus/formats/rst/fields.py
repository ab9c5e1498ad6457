"""What reStructuredText says of itself: the fields at its head, as docutils has them."""

from __future__ import annotations

from typing import Final

from docutils import nodes

from corpus.editing import Value
from corpus.metadata import Metadata
from corpus.names import parse_names
from corpus.sanitiser import clean_line
from corpus.sources import FIELDS
from corpus.stating import stated

_READ: Final = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "date": "date",
    "created": "date",
    "organization": "publisher",
    "language": "lang",
    "pep": "number",
}
_BEFORE: Final = (nodes.comment, nodes.target, nodes.substitution_definition, nodes.system_message)


def fields_of(tree: nodes.document) -> tuple[Metadata, nodes.field_list | None]:
    """The metadata, and the list of fields that it stands in; that is outside of the article."""
    fields = _first(tree)
    if fields is None:
        return Metadata(), None
    said: dict[str, Value] = {}
    for field in fields.children:
        if not isinstance(field, nodes.field) or len(field.children) != 2:
            continue
        name, body = field.children
        key = _READ.get(name.astext().strip().lower())
        words = clean_line(body.astext())
        if key == "authors":
            said.setdefault(key, parse_names(words))
        elif key:
            said.setdefault(key, words)
    return stated(said, FIELDS).metadata, fields


def _first(tree: nodes.document) -> nodes.field_list | None:
    """The list of fields that the text begins with, before its title or right behind it."""
    for node in tree.children:
        if isinstance(node, nodes.field_list):
            return node
        if isinstance(node, nodes.section):
            rest = [one for one in node.children if not isinstance(one, (*_BEFORE, nodes.title))]
            return rest[0] if rest and isinstance(rest[0], nodes.field_list) else None
        if not isinstance(node, _BEFORE):
            return None
    return None
