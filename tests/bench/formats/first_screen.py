"""How long the first screen of long books takes, beside that of a short text: all in one run, turn by turn.

    python -m tests.bench.formats.first_screen [--rounds 10] [FILE ...]

The books are made here: a web page of 20 MB, an EPUB of 30 MB with 200 chapters, a PDF of 1,500 pages;
others can be named. Each is read by a home that has never seen it.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.programs import pincite
from tests.bench.starting import prepare, started
from tests.bench.texts import TEXTS, write
from tests.bench.watched import GaveUp

_WORDS: Final = "the river had risen in the night and the keeper of the lock wrote it into his book".split()
_CONTAINER: Final = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_CHAPTERS: Final = 200
_PAGES: Final = 1_500


def main() -> int:
    """Make the books, open each in turn, and print how long that took; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=10)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [_short(folder), *_books(folder), *asked.files]
        program = pincite()
        prepare(program, folder)
        times: dict[str, list[float]] = {}
        for number in range(asked.rounds + 1):
            for path in paths:
                try:
                    with started(program, path.absolute(), folder) as watched:
                        taken = watched.until(_is_there) - watched.started
                except (GaveUp, OSError) as fault:
                    print(f"{path.name}: {fault}", file=sys.stderr)
                    continue
                if number:  # the first compiles what was never used
                    times.setdefault(path.name, []).append(taken)
    short = statistics.median(times[paths[0].name])
    print(f"{'':32} median ms   least ms   ÷ the short text")
    for shown, taken_each in times.items():
        middle = statistics.median(taken_each)
        print(f"{shown:32} {1000 * middle:9.0f} {1000 * min(taken_each):10.0f} {middle / short:10.2f}")
    return 0


def _is_there(lines: list[str]) -> bool:
    """Whether words stand on the page, and something at the foot."""
    return sum(bool(line.strip()) for line in lines[:-1]) > 8 and bool(lines[-1].strip())


def _short(folder: Path) -> Path:
    text = next(text for text in TEXTS.values() if text.size <= 20_000)
    path = folder / text.file
    write(text, path)
    return path


def _books(folder: Path) -> Iterator[Path]:
    chance = random.Random(8)
    for name, make in (("book.html", _page), ("book.epub", _epub), ("book.pdf", _pdf)):
        path = folder / name
        make(path, chance)
        yield path


def _paragraph(chance: random.Random, words: int = 90) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


def _chapter(number: int, chance: random.Random, paragraphs: int) -> str:
    body = "".join(f"<p>{_paragraph(chance)}</p>\n" for _ in range(paragraphs))
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{number}</title></head><body>' + (
        f"<h1>Chapter {number}</h1>\n{body}</body></html>"
    )


def _page(path: Path, chance: random.Random) -> None:
    body = "".join(f"<p>{_paragraph(chance)}</p>\n" for _ in range(45_000))
    path.write_text(f"<html><body><h1>The Book</h1>{body}</body></html>", encoding="utf-8")


def _epub(path: Path, chance: random.Random) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        names = [f"c{number}.xhtml" for number in range(1, _CHAPTERS + 1)]
        items = "".join(
            f'<item id="{name[:-6]}" href="{name}" media-type="application/xhtml+xml"/>' for name in names
        )
        refs = "".join(f'<itemref idref="{name[:-6]}"/>' for name in names)
        book.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier>'
            "<dc:title>The Book</dc:title><dc:language>en</dc:language></metadata>"
            f"<manifest>{items}</manifest><spine>{refs}</spine></package>",
        )
        for number, name in enumerate(names, 1):
            book.writestr(name, _chapter(number, chance, 120))
            # What a book weighs is its pictures.
            book.writestr(f"p{number}.jpg", chance.randbytes(130_000))


def _pdf(path: Path, chance: random.Random) -> None:
    pages, font = [3 + 2 * number for number in range(_PAGES)], 3 + 2 * _PAGES
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {_PAGES} >>"]
    for page in pages:
        lines = [_paragraph(chance, 14) for _ in range(40)]
        drawn = "\n".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 60 780 Td\n{drawn}\nET"
        objects += (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {page + 1} 0 R"
            f" /Resources << /Font << /F1 {font} 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        )
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    out, places = b"%PDF-1.4\n", list[int]()
    pieces = [out]
    at = len(out)
    for number, object in enumerate(objects, 1):
        piece = f"{number} 0 obj\n{object}\nendobj\n".encode("ascii")
        places.append(at)
        at += len(piece)
        pieces.append(piece)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    pieces.append(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n".encode("ascii")
    )
    path.write_bytes(b"".join(pieces))


if __name__ == "__main__":
    sys.exit(main())
