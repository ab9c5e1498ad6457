"""Making broken files of whole ones: bytes, tokens, and the members of archives, changed at random."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
import zlib
from collections.abc import Sequence
from typing import Final

from tests.bench.fuzzing.elements import elements_changed
from tests.bench.fuzzing.lines import lines_changed
from tests.bench.fuzzing.objects import objects_changed

_TOKENS: Final = (
    *(
        b"\0",
        b"\x1b]0;x\x07",
        b"\x1b[2J",
        b"\x9b31m",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r",
        b"\x85",
        b"\xe2\x80\xae",
    ),
    *(
        b"<",
        b">",
        b"&",
        b"&#27;",
        b"&#0;",
        b"&#x9b;",
        b"&#xd800;",
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b"<table>",
        b"<svg>",
    ),
    *(
        b"<math>",
        b"</p>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"<?xml version='1.0' encoding='utf-7'?>",
        b"<li>" * 40,
    ),
    *(
        b"-1",
        b"99999999999999999999",
        b"65536",
        b"0",
        b"%",
        b"../../",
        b"file:///etc/passwd",
        b"#",
        b"\\",
        b"{",
        b"}",
    ),
    *(
        b"obj",
        b"endobj",
        b"stream",
        b"/Kids",
        b"/Count 999999999",
        b"R",
        b"<<",
        b">>",
        b".so /etc/passwd\n",
        b".. include:: x",
    ),
    *(
        b"\n",
        b"\t",
        b"    ",
        b"> ",
        b"* ",
        b"- ",
        b"|",
        b"```\n",
        b"---\n",
        b"Content-Type: text/html; charset=x\n",
        b"=?utf-8?q?=1b?=",
    ),
)
_ENCODINGS: Final = (
    "utf-16",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "gb18030",
    "shift_jis",
    "koi8-r",
    "utf-7",
    "cp037",
)
_MOST_CHANGES: Final = 12
_MOST_BYTES: Final = 4 * 1024 * 1024


def broken(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The file, broken: of an archive mostly a member, of what gzip has packed mostly what is in it."""
    if chance.random() < 0.8:
        if data.startswith(b"PK"):
            return _archive(data, others, chance)
        if data.startswith(b"\x1f\x8b"):
            return gzip.compress(_changed(gzip.decompress(data), others, chance), 1)
        if data.startswith(b"%PDF"):
            if chance.random() < 0.7 and (whole := objects_changed(data, others, chance)):
                return whole[:_MOST_BYTES]
            if inflated := _streams_changed(data, others, chance):
                return inflated
    return _recoded(_changed(data, others, chance), chance)


def _changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    if chance.random() < 0.6:
        if data.lstrip().startswith(b"<"):
            return elements_changed(data, chance)[:_MOST_BYTES]
        if b"\0" not in data[:1024]:
            return lines_changed(data, others, chance)[:_MOST_BYTES]
    changed = bytearray(data)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        at = chance.randrange(len(changed) + 1)
        length = min(chance.choice((1, 2, 8, 64, 1024)), len(changed) - at)
        match chance.randrange(8):
            case 0:
                changed[at : at + length] = chance.randbytes(length)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length] * chance.choice((1, 2, 50))
            case 3 if others:
                other = chance.choice(others)
                begin = chance.randrange(len(other) + 1)
                changed[at : at + length] = other[begin : begin + chance.choice((8, 64, 4096))]
            case 4 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 5 if chance.random() < 0.2:
                del changed[at:]
            case _:
                changed[at:at] = chance.choice(_TOKENS)
        del changed[_MOST_BYTES:]
    return bytes(changed)


def _recoded(data: bytes, chance: random.Random) -> bytes:
    """A text now and then in another encoding than it was written in."""
    if chance.random() < 0.04 and not data.startswith((b"%PDF", b"PK", b"\x1f\x8b")):
        return data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")
    return data


def _archive(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The archive with some of its members broken, left out, doubled or called otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        entries = [entry for entry in old.infolist() if entry.file_size < _MOST_BYTES]
        wanted = {chance.randrange(len(entries)) for _ in range(chance.randint(1, 3))}
        for number, entry in enumerate(entries):
            member = old.read(entry)
            if number in wanted:
                match chance.randrange(10):
                    case 0:
                        continue
                    case 1:
                        entry.filename = chance.choice(
                            ("../" + entry.filename, entry.filename.upper(), "\x1b[2J")
                        )
                    case _:
                        member = _changed(member, others, chance)
            new.writestr(entry.filename, member, entry.compress_type)
    return out.getvalue()


def _streams_changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """A PDF with one of its packed streams broken from within; b"" where it has none.

    Its table of places no longer holds then, and what reads it has to look for its objects.
    """
    starts = []
    position = 0
    while (position := data.find(b"stream", position)) != -1:
        if data[position - 3 : position] != b"end":
            starts.append(position)
        position += 6
    for start in chance.sample(starts, min(4, len(starts))):
        begin = start + 6 + (2 if data[start + 6 : start + 8] == b"\r\n" else 1)
        end = data.find(b"endstream", begin)
        try:
            plain = zlib.decompress(data[begin:end].rstrip(b"\r\n"))
        except zlib.error:
            continue
        packed = zlib.compress(_changed(plain, others, chance), 1)
        return data[:begin] + packed + b"\n" + data[end:]
    return b""
