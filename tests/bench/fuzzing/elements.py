"""Breaking markup where its tags still match: what a parser of XML lets through, and a reader has to bear."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

_TAG: Final = re.compile(rb"<(/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)(/?)>")
_VALUE: Final = re.compile(rb"""=\s*("[^"<]*"|'[^'<]*')""")
_WORDS: Final = re.compile(rb">([^<>&]{2,})<")
_VALUES: Final = tuple(
    value.encode()
    for value in (
        *("", "0", "-1", "1", "2", "9", "65536", "99999999999999999999", "1e9", "nan", "inf", "1.5", "0x1b"),
        *("²", "٣", "１", "1_0", "+1", " 1 ", "x", "true", "none", "%", "50%", "#", "##", "a b", "a&#10;b"),
        *(
            "&#9;",
            "&#x85;",
            "\u2028",
            "\u202e",
            "\u00ad",
            "\ufeff",
            "\ufffe",
            "&amp;#27;",
            "[@click=app.quit]",
        ),
        *("../../etc/passwd", "file:///etc/passwd", "http://[", "http://a:b@c:99999/", "javascript:0", "//"),
        *("%1b%5b2J", "%00", "%ff", "?", "data:,x", "mailto:", "cid:", "urn:x", "\\", "{}", "%s", "a" * 3000),
    )
)


def elements_changed(data: bytes, chance: random.Random) -> bytes:
    """The markup with a few of its elements, values and words left out, moved, nested, doubled or swapped."""
    for _ in range(chance.randint(1, 6)):
        change: Callable[[bytes, random.Random], bytes] = chance.choice(
            (_value_changed, _value_changed, _words_changed, _element_changed, _element_changed, _renamed)
        )
        data = change(data, chance)
    return data


def _value_changed(data: bytes, chance: random.Random) -> bytes:
    found = list(_VALUE.finditer(data))
    if not found:
        return data
    value = chance.choice(found)
    other = chance.choice(_VALUES) if chance.random() < 0.7 else chance.choice(found)[1][1:-1]
    other = other.replace(b'"', b"&quot;").replace(b"'", b"&apos;")
    return data[: value.start(1) + 1] + other + data[value.end(1) - 1 :]


def _words_changed(data: bytes, chance: random.Random) -> bytes:
    found = list(_WORDS.finditer(data))
    if not found:
        return data
    words = chance.choice(found)
    at = chance.choice((words.start(1), words.end(1), chance.randint(words.start(1), words.end(1))))
    return data[:at] + chance.choice(_VALUES) + data[words.end(1) if chance.random() < 0.5 else at :]


def _element_changed(data: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    opening = [at for at, tag in enumerate(tags) if not tag[1]]
    if not opening:
        return data
    at = chance.choice(opening)
    start, end = tags[at].start(), _end_of(tags, at)
    element, inner = data[start:end], data[tags[at].end() : end]
    before, after = data[:start], data[end:]
    match chance.randrange(5):
        case 0:
            return before + after
        case 1:
            return before + element * chance.choice((2, 2, 30)) + after
        case 2:
            place = chance.choice(tags).end()
            return data[:place] + element[:65_536] + data[place:] if len(element) <= 65_536 else data
        case 3 if not tags[at][4] and inner:
            times = chance.choice((1, 2, 100, 600))
            closing = b"</" + tags[at][2] + b">"
            return before + tags[at][0] * times + element + closing * times + after
        case _:
            return before + inner.removesuffix(b"</" + tags[at][2] + b">") + after


def _renamed(data: bytes, chance: random.Random) -> bytes:
    """An element that is called as another one of the file."""
    tags = list(_TAG.finditer(data))
    opening = [at for at, tag in enumerate(tags) if not tag[1]]
    if not opening:
        return data
    at, name = chance.choice(opening), chance.choice(tags)[2]
    tag, end = tags[at], _end_of(tags, at)
    closing = b"</" + tag[2] + b">"
    if not tag[4] and data[:end].endswith(closing):
        data = data[: end - len(closing)] + b"</" + name + b">" + data[end:]
    return data[: tag.start(2)] + name + data[tag.end(2) :]


def _end_of(tags: list[re.Match[bytes]], at: int) -> int:
    """Where the element ends that a tag begins; the end of the tag, where nothing closes it."""
    if tags[at][4]:
        return tags[at].end()
    depth = 0
    for tag in tags[at:]:
        if tag[2] == tags[at][2] and not tag[4]:
            depth += -1 if tag[1] else 1
            if not depth:
                return tag.end()
    return tags[at].end()
