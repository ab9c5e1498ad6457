"""Breaking a PDF by its objects, so that its table of places still holds: ISO 32000-1, § 7.

What reads it then gets to what the objects say: trees that go round, numbers that are none, strings with
controls in them, and what pages draw.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Final

_OBJECT: Final = re.compile(rb"(?<!\d)(\d{1,7})\s+\d{1,5}\s+obj\b(.*?)\bendobj", re.DOTALL)
_STREAM: Final = re.compile(rb"\bstream\r?\n")
_REFERENCE: Final = re.compile(rb"\b(\d+)\s+\d+\s+R\b")
_NUMBER: Final = re.compile(rb"(?<![\w.+-])[+-]?\d*\.?\d+(?![\w.]| \d+ R)")
_NAME: Final = re.compile(rb"/[^\s/<>\[\]()]+")
_STRING: Final = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_VALUE: Final = re.compile(rb"(/[A-Za-z]+)\s*(\[[^\[\]]*\]|\d+ \d+ R|/[^\s/<>\[\]()]+|[-+\d.]+)")
_ARRAY: Final = re.compile(rb"\[[^\[\]]*\]")
_ROOT: Final = re.compile(rb"/(Root|Info)\s+\d+\s+\d+\s+R")
_FIRST: Final = re.compile(rb"/First\s+(\d+)")
_TOLD: Final = re.compile(
    rb"/(?:Outlines|Title|Kids|Dests|Names|PageLabels|Nums|Annots|Dest|A|StructTreeRoot|ToUnicode|Encoding|W|Catalog)\b"
)
_NUMBERS: Final = tuple(
    number.encode()
    for number in (
        *("0", "-1", "1", "2", "0.00001", "-32768", "65536", "2147483647", "-2147483648", "4294967296"),
        *("99999999999999999999", "1e9", "--1", ".", "1.7976931348623157e308", "3.5", "90", "45", "1000000"),
    )
)
_STRINGS: Final = (
    b"<feff001b005b0032004a>",
    b"<fffe1b005b00>",
    b"<feffd800>",
    b"(\\033]0;x\\007)",
    b"(\\233 2J)",
    b"()",
    b"<>",
    b"<7>",
    b"(" + b"a" * 4000 + b")",
    b"(((((",
    b"<feff202e0041002800290029>",
    b"(javascript:0)",
    b"(file:///etc/passwd)",
    b"(http://a\\nb/\\033)",
    b"(D:99991399259999+99'99')",
    b"([@click=app.quit]x[/])",
    b"null",
    b"true",
    b"<<>>",
    b"[]",
    b"7",
)
_NAMES: Final = tuple(
    b"/" + name.encode()
    for name in (
        *(
            "Kids",
            "Count",
            "First",
            "Next",
            "Prev",
            "Parent",
            "Dest",
            "A",
            "GoTo",
            "URI",
            "Names",
            "Nums",
            "S",
        ),
        *(
            "D",
            "r",
            "R",
            "a",
            "P",
            "St",
            "XYZ",
            "FitR",
            "Type0",
            "Type3",
            "Identity-H",
            "Identity-V",
            "Length",
        ),
        *(
            "ASCIIHexDecode",
            "ASCII85Decode",
            "LZWDecode",
            "RunLengthDecode",
            "JBIG2Decode",
            "Crypt",
            "a#1b",
            "",
        ),
        *(
            "Form",
            "Image",
            "Link",
            "Widget",
            "Pages",
            "Page",
            "Differences",
            "ActualText",
            "Artifact",
            "XObject",
        ),
    )
)
_OPERATORS: Final = (
    b"q " * 300,
    b"Q " * 40,
    b"BT ET BT",
    b"1 0 0 1 99999999 -99999999 cm",
    b"0 0 0 0 0 0 Tm",
    b"0.001 0 0 0.001 0 0 cm",
    b"99999 Tz",
    b"-99999 Tc",
    b"/F1 0 Tf",
    b"/F1 -12 Tf",
    b"/F1 1e9 Tf",
    b"90 rg",
    b"3 Tr",
    b"(\\033[2J) Tj",
    b"[(a) -99999 (b) 1e9 (c)] TJ",
    b"T*\n" * 200,
    b"/Span <</ActualText (\\033x)>> BDC (a) Tj EMC",
    b"BI /W 9999 /H 9999 /BPC 8 /CS /G ID EI",
    b"/X Do",
    b"0 1 -1 0 300 300 Tm",
    b"0 0 99999 99999 re f",
    b"<0000> Tj",
    b"0 0 m 9 9 l S\n" * 300,
)

Objects = dict[int, bytes]


def objects_changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The PDF written anew with some of its objects broken; b"" where they cannot be found."""
    root, objects = b" ".join(sorted({key[0] for key in _ROOT.finditer(data)})), _objects(data)
    if not objects or b"/Root" not in root:
        # Where the trailer is packed, its keys are; the root is told by its type.
        catalog = next((number for number, body in objects.items() if re.search(rb"/Catalog\b", body)), None)
        if catalog is None:
            return b""
        root = b"/Root %d 0 R" % catalog
    foreign = _objects(chance.choice(others)) if others and chance.random() < 0.2 else {}
    numbers = list(objects)
    telling = [number for number in numbers if _TOLD.search(objects[number])] or numbers
    for _ in range(chance.randint(1, 6)):
        number = chance.choice(telling if chance.random() < 0.6 else numbers)
        objects[number] = _changed(objects[number], number, objects, foreign, chance)
    return _written(objects, root)


def _objects(data: bytes) -> Objects:
    """Every object by its number, those that are packed in streams of others, too."""
    found: Objects = {}
    for match in _OBJECT.finditer(data):
        number, body = int(match[1]), match[2].strip()
        if b"/ObjStm" in body[:400]:
            found.update(_packed(body))
        elif b"/XRef" not in body[:400]:
            found[number] = body
    return found


def _packed(body: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects in a stream of objects (§ 7.5.7): numbers and places stand before them."""
    first, plain = _FIRST.search(body), _plain(body)
    if not first or plain is None:
        return
    told = [int(number) for number in plain[: int(first[1])].split() if number.isdigit()]
    starts = [int(first[1]) + start for start in told[1::2]]
    for number, start, end in zip(told[::2], starts, [*starts[1:], len(plain)], strict=False):
        yield number, plain[start:end].strip()


def _plain(body: bytes) -> bytes | None:
    """What is in a stream that is not packed, or packed in the usual way; else None."""
    if not (begin := _STREAM.search(body)):
        return None
    raw = body[begin.end() : body.rfind(b"endstream")]
    head = body[: begin.start()]
    if b"/Filter" not in head:
        return raw
    if head.count(b"Decode") != 1 or b"/FlateDecode" not in head or b"/Predictor" in head:
        return None
    try:
        return zlib.decompressobj().decompress(raw, 1 << 20)
    except zlib.error:
        return None


def _changed(body: bytes, number: int, objects: Objects, foreign: Objects, chance: random.Random) -> bytes:
    if chance.random() < 0.08:
        return chance.choice(list((foreign or objects).values()))
    begin = _STREAM.search(body)
    if begin and chance.random() < 0.7 and (plain := _plain(body)) is not None:
        head = re.sub(rb"/(?:Filter|DecodeParms)\s*(?:\[[^\]]*\]|/\w+|<<.*?>>)", b"", body[: begin.start()])
        changed = _drawn(plain, chance)
        head = re.sub(rb"/Length\s+\d+(?: \d+ R)?", b"/Length %d" % len(changed), head)
        return head + b"stream\n" + changed + b"\nendstream"
    head, rest = (body[: begin.start()], body[begin.start() :]) if begin else (body, b"")
    targets = list(objects)
    changes: tuple[Callable[[], bytes], ...] = (
        lambda: _one(
            _REFERENCE,
            head,
            b"%d 0 R" % chance.choice((number, *chance.choices(targets, k=4), 99_999)),
            chance,
        ),
        lambda: _one(_REFERENCE, head, b"%d 0 R" % number, chance),
        lambda: _one(_NUMBER, head, chance.choice(_NUMBERS), chance),
        lambda: _one(_STRING, head, chance.choice(_STRINGS), chance),
        lambda: _one(_NAME, head, chance.choice(_NAMES), chance),
        lambda: _one(_VALUE, head, b"", chance),
        lambda: _one(_VALUE, head, _other_value(head, targets, chance), chance),
        lambda: _array(head, chance),
    )
    change = chance.choice(changes)
    return change() + rest


def _one(pattern: re.Pattern[bytes], head: bytes, by: bytes, chance: random.Random) -> bytes:
    """One of what is found is replaced."""
    found = list(pattern.finditer(head))
    if not found:
        return head
    match = chance.choice(found)
    return head[: match.start()] + by + head[match.end() :]


def _other_value(head: bytes, targets: list[int], chance: random.Random) -> bytes:
    """One of its keys with a value of another kind."""
    keys: list[bytes] = _NAME.findall(head) or [b"/A"]
    value = chance.choice((b"null", b"[]", b"<<>>", b"[[[]]]", b"true", b"%d 0 R" % chance.choice(targets)))
    other = chance.choice((value, chance.choice(_STRINGS), chance.choice(_NUMBERS), chance.choice(_NAMES)))
    return chance.choice(keys) + b" " + other


def _array(head: bytes, chance: random.Random) -> bytes:
    """One of its arrays is emptied, longer, nested or turned round."""
    found = list(_ARRAY.finditer(head))
    if not found:
        return head
    match = chance.choice(found)
    inner = match[0][1:-1]
    other = chance.choice(
        (b"[]", b"[" + (inner + b" ") * 60 + b"]", b"[" * 200 + inner + b"]" * 200, b"[" + inner[::-1] + b"]")
    )
    return head[: match.start()] + other + head[match.end() :]


def _drawn(plain: bytes, chance: random.Random) -> bytes:
    """What a page draws, or what else a stream says, with some of its lines and words others."""
    lines = plain.split(b"\n")
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[at : at + chance.choice((1, 1, 10))]
                lines = lines or [b""]
            case 1:
                lines[at:at] = lines[at : at + chance.choice((1, 5, 40))] * chance.choice((1, 3, 40))
            case 2:
                lines[at] = _one(_NUMBER, lines[at], chance.choice(_NUMBERS), chance)
            case 3:
                lines[at] = _one(_STRING, lines[at], chance.choice(_STRINGS), chance)
            case 4:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            case _:
                lines.insert(at, chance.choice(_OPERATORS))
    return b"\n".join(lines)[: 1 << 20]


def _written(objects: Objects, root: bytes) -> bytes:
    """A PDF of these objects, its table right."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table, most = len(out), max(objects)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number in sorted(places):
        out += b"%d 1\n%010d 00000 n \n" % (number, places[number])
    out += b"trailer\n<</Size %d %b>>\nstartxref\n%d\n%%%%EOF\n" % (most + 1, root, table)
    return bytes(out)
