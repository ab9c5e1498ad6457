"""The YAML block at the head of a Markdown file: who wrote the article, what it is called, and when.

The names are Pandoc's and CSL's: title, author, date, container-title, volume, page, url, DOI, lang …
A name has CSL's parts, and may have `order: family-first`, and `native`: itself in its own script.
YAML is read as events, without aliases, tags or objects: a few lines of `<<: [*a, *a]` keep an ordinary
loader busy for minutes, and a date that the calendar does not have makes it raise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from corpus.expression import expression
from corpus.identifiers import LONGEST
from corpus.metadata import Metadata, Name
from corpus.names import parse_name, parse_names
from corpus.sanitiser import clean_line, clean_text
from corpus.sources import FRONT_MATTER

if TYPE_CHECKING:
    from yaml.events import Event, ScalarEvent

_Node: TypeAlias = "str | list[_Node] | dict[str, _Node]"

_LARGEST: Final = 64 * 1024
_DEEPEST: Final = 16
_MOST_NODES: Final = 5_000
# As Pandoc has it, a blank line after the first rule makes it a rule and no front matter.
_OPENING: Final = expression(r"---[ \t]*\r?\n(?=[^\r\n])")
_CLOSING: Final = expression(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_PLAIN_LINE: Final = expression(r"^(title|author|date)[ \t]*:[ \t]*(\S[^\n]*)$", re.MULTILINE | re.IGNORECASE)
# CSL's variables, as Pandoc takes them, and what else people write for them.
_VARIABLES: Final = tuple(
    """
    title title-short shortTitle container-title container-title-short publisher publisher-place accessed URL
    type volume issue page number genre edition jurisdiction DOI ISBN title-romanised title-romanized
    title-translated translated-title container-title-romanised container-title-romanized
    """.split()
)
_OTHER_KEYS: Final = {
    "container": ("journal",),
    "place": ("place",),
    "pages": ("pages",),
    "title_short": ("short-title", "short_title"),
    "title_romanised": ("romanised-title", "romanized-title"),
    "container_romanised": ("romanised-container-title",),
    "lang": ("lang", "language"),
}


class _Refused(ValueError):
    """YAML that an article's head has no need of."""


def split(text: str) -> tuple[Metadata, str]:
    """The metadata at the head of a Markdown text, and the text after it; never raises.

    Of a block that is not sound YAML, the plain lines `title:`, `author:` and `date:` are read. A text
    that begins with no such block, or with one of more than 64 KB, is given back as it is.
    """
    opening = _OPENING.match(text)
    closing = opening and _CLOSING.search(text, opening.end(), opening.end() + _LARGEST)
    if not opening or not closing:
        return Metadata(), text
    block = clean_text(text[opening.end() : closing.start()])
    values = _read(block)
    if not values:
        return Metadata(), text
    return _metadata(values), text[closing.end() :]


def _read(block: str) -> dict[str, _Node]:
    """What the block says, by key in lower case; nothing if it is no front matter."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = _root(yaml.parse(block, Loader=loader))
    except (yaml.YAMLError, ValueError, ArithmeticError):  # PyYAML lets the last two out of its scanner
        return {match[1].lower(): _unquoted(match[2]) for match in _PLAIN_LINE.finditer(block)}
    return {key.casefold(): value for key, value in root.items()} if isinstance(root, dict) else {}


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _root(events: Iterator[Event]) -> _Node:
    """The value of the first document in the stream. Raises _Refused."""
    from yaml.events import DocumentStartEvent, StreamStartEvent

    counted = _counted(events)
    for event in counted:
        if not isinstance(event, StreamStartEvent | DocumentStartEvent):
            return _build(event, counted, 1)
    return ""


def _counted(events: Iterator[Event]) -> Iterator[Event]:
    for count, event in enumerate(events):
        if count > _MOST_NODES:
            raise _Refused("too many nodes")
        yield event


def _build(event: Event, events: Iterator[Event], depth: int) -> _Node:
    """The node that begins with `event`; all scalars are strings. Raises _Refused."""
    from yaml.events import (
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
    )

    if depth > _DEEPEST or getattr(event, "tag", None) is not None:
        raise _Refused("nested too deep, or tagged")
    if isinstance(event, ScalarEvent):
        return _scalar(event)
    if isinstance(event, SequenceStartEvent):
        items: list[_Node] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            items.append(_build(event, events, depth + 1))
        return items
    if isinstance(event, MappingStartEvent):
        pairs: dict[str, _Node] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            key = _build(event, events, depth + 1)
            if not isinstance(key, str):
                raise _Refused("a key that is no word")
            pairs[key] = _build(next(events), events, depth + 1)
        return pairs
    raise _Refused("an alias")


def _scalar(event: ScalarEvent) -> str:
    empty = not event.style and event.value.lower() in ("~", "null")
    return "" if empty else str(event.value)


def _metadata(values: dict[str, _Node]) -> Metadata:
    """What the block says; what it says under `citation`, as Quarto has it, comes after the rest."""
    # Not above: many articles have no such block, and only those need what reads it.
    from corpus.exchange.csl_reading import date_text, values_of
    from corpus.stating import stated

    nested = values.get("citation")
    if isinstance(nested, dict):
        values = {key.casefold(): value for key, value in nested.items()} | values
    # CSL's names have capitals in them, and a reader need not.
    item = {variable: values[variable.casefold()] for variable in _VARIABLES if variable.casefold() in values}
    said = values_of(item)
    for field, keys in _OTHER_KEYS.items():
        if not said.get(field):
            said[field] = next((text for key in keys if (text := _line(values.get(key)))), "")
    said["date"] = date_text(values.get("date", values.get("issued", "")))
    said["authors"] = _people(values.get("author", values.get("authors", "")))
    said["editors"] = _people(values.get("editor", values.get("editors", "")))
    if said.get("title") and (subtitle := _line(values.get("subtitle"))):
        said["title"] = f"{said['title']}: {subtitle}"
    return stated(said, FRONT_MATTER).metadata


def _line(node: _Node | None) -> str:
    return clean_line(node)[:LONGEST] if isinstance(node, str) else ""


def _people(node: _Node) -> tuple[Name, ...]:
    """One string may name several people; each entry of a list is one."""
    if isinstance(node, str):
        return parse_names(node)
    names = map(_person, node if isinstance(node, list) else [node])
    return tuple(name for name in names if name != Name())


def _person(node: _Node) -> Name:
    """A name as a string, by CSL's parts, or, as Quarto has it, either of them under `name`."""
    from corpus.exchange.csl_reading import name_of

    if isinstance(node, list):
        return Name()
    if isinstance(node, str):
        return parse_name(node)
    inner = node.get("name")
    if isinstance(inner, dict):
        return name_of(inner)
    return parse_name(inner) if isinstance(inner, str) and "family" not in node else name_of(node)
