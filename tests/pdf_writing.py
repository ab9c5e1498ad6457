"""Small PDFs, written by hand (ISO 32000): lines at their places, an outline, labels, links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

WIDTH, HEIGHT = 612, 792
LEFT, RIGHT, TOP, BOTTOM = 72.0, 540.0, 720.0, 90.0
_FONTS: Final = {"": "Helvetica", "b": "Helvetica-Bold", "i": "Helvetica-Oblique", "m": "Courier"}
# The widths of Helvetica, in thousandths of its size.
_NARROW = {**dict.fromkeys("ijl", 222), **dict.fromkeys(" ft.,:;I/", 278), **dict.fromkeys("r-()", 333)}
_WIDTHS = {**_NARROW, **dict.fromkeys("cksvxyzJ", 500), "w": 722, "m": 833, "M": 833, "W": 944}


def width(text: str, size: float, font: str = "") -> float:
    """How wide a text is."""
    if font == "m":
        return len(text) * 0.6 * size
    capitals = 694 if font != "b" else 722
    return sum(_WIDTHS.get(c, capitals if c.isupper() else 556) for c in text) * size / 1000


@dataclass
class Words:
    """A text at a place; fonts are "" plain, "b" bold, "i" italic, "m" for code."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = ""


@dataclass
class Sheet:
    """A page; `links` are boxes and where they lead: a URI, or the index of a page."""

    words: list[Words] = field(default_factory=list)
    links: list[tuple[float, float, float, float, str | int]] = field(default_factory=list)
    drawing: str = ""
    rotate: int = 0


def lines(
    texts: Iterable[str], *, x: float = LEFT, y: float = TOP, by: float = 12, **more: object
) -> list[Words]:
    """Texts one below the other."""
    return [Words(x, y - by * at, text, **more) for at, text in enumerate(texts)]  # type: ignore[arg-type]


def broken(text: str, measure: float, size: float = 10) -> list[str]:
    """The lines that a text has in a measure: as many words in each as there is room for."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) <= measure or not found[-1]:
            found[-1] = longer
        else:
            found.append(word)
    return found


def typeset(paragraphs: Sequence[str], *, size: float = 10, gap: float = 6, rows: int = 48) -> list[Sheet]:
    """Paragraphs on as many pages as they need, ragged, with a gap between them, and numbers at the foot."""
    sheets: list[Sheet] = [Sheet()]
    y, left = TOP, rows
    for paragraph in paragraphs:
        for line in broken(paragraph, RIGHT - LEFT, size):
            if not left:
                sheets.append(Sheet())
                y, left = TOP, rows
            sheets[-1].words.append(Words(LEFT, y, line, size))
            y -= size * 1.2
            left -= 1
        y -= gap
    for number, sheet in enumerate(sheets, 1):
        sheet.words.append(Words(300, 40, str(number), size))
    return sheets


def pdf(
    sheets: Sequence[Sheet],
    *,
    outline: Sequence[tuple[str, int, int, float]] = (),
    labels: str = "",
    info: dict[str, str] | None = None,
    encrypt: bool = False,
    means: Mapping[str, str] | None = None,
) -> bytes:
    """The bytes of a PDF. `outline` are titles, levels (1 or 2), indexes of pages, and heights.

    `means` are signs of the plain font that stand for other characters than those they are drawn as.
    """
    objects: list[str] = ["", "", ""]  # 1: the catalog, 2: the pages, 3: the fonts

    def add(body: str) -> int:
        objects.append(body)
        return len(objects)

    names = list(_FONTS.items())
    objects[2] = "<<" + " ".join(
        f"/F{at} <</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
        for at, (_, name) in enumerate(names)
    )
    objects[2] += ">>"
    if means:
        meaning = add(_meaning(means))
        objects[2] = objects[2].replace("WinAnsiEncoding", f"WinAnsiEncoding/ToUnicode {meaning} 0 R", 1)
    first = len(objects) + 1
    numbers = [first + 2 * at for at in range(len(sheets))]
    for sheet in sheets:
        content = "".join(_drawn(words) for words in sheet.words) + sheet.drawing
        links = " ".join(_link(link, numbers) for link in sheet.links)
        add(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {sheet.rotate}"
            f"/Resources<</Font 3 0 R>>/Contents {len(objects) + 2} 0 R/Annots[{links}]>>"
        )
        add(f"<</Length {len(content.encode('latin-1'))}>>stream\n{content}\nendstream")
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<</Type/Pages/Kids[{kids}]/Count {len(sheets)}>>"
    catalog = "<</Type/Catalog/Pages 2 0 R"
    if outline:
        catalog += f"/Outlines {_outline(objects, outline, numbers)} 0 R"
    if labels:
        catalog += f"/PageLabels<</Nums[{labels}]>>"
    objects[0] = catalog + ">>"
    trailer = "/Root 1 0 R"
    if info:
        said = "".join(f"/{name} {_string(value)}" for name, value in info.items())
        trailer += f"/Info {add(f'<<{said}>>')} 0 R"
    if encrypt:
        mark = "<" + "5a" * 32 + ">"
        trailer += f"/Encrypt<</Filter/Standard/V 1/R 2/O{mark}/U{mark}/P -4>>/ID[<00><00>]"
    return _file(objects, trailer)


def _meaning(means: Mapping[str, str]) -> str:
    """What signs stand for (§ 9.10.3)."""
    pairs = "\n".join(
        f"<{ord(sign):02x}> <{meant.encode('utf-16-be').hex()}>" for sign, meant in means.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n1 begincodespacerange\n<00> <ff>\n"
        f"endcodespacerange\n{len(means)} beginbfchar\n{pairs}\nendbfchar\nendcmap\nend\nend"
    )
    return f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream"


def _drawn(words: Words) -> str:
    font = list(_FONTS).index(words.font)
    shown = words.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    shown = shown.encode("cp1252").decode("latin-1")
    return f"BT /F{font} {words.size} Tf 1 0 0 1 {words.x:.2f} {words.y:.2f} Tm ({shown}) Tj ET\n"


def _link(link: tuple[float, float, float, float, str | int], numbers: Sequence[int]) -> str:
    *box, target = link
    where = " ".join(f"{edge:.1f}" for edge in box)
    leads = (
        f"/A<</S/URI/URI({target})>>"
        if isinstance(target, str)
        else f"/Dest[{numbers[target]} 0 R/XYZ 0 700 0]"
    )
    return f"<</Type/Annot/Subtype/Link/Rect[{where}]{leads}>>"


def _outline(objects: list[str], entries: Sequence[tuple[str, int, int, float]], pages: Sequence[int]) -> int:
    """Add an outline; entries of the second level stand below the first one before them."""
    root = len(objects) + 1
    number = {at: root + 1 + at for at in range(len(entries))}
    upper = [at for at, entry in enumerate(entries) if entry[1] == 1]
    objects.append(f"<</Type/Outlines/First {number[upper[0]]} 0 R/Last {number[upper[-1]]} 0 R>>")
    for at, (title, level, page, y) in enumerate(entries):
        above = max((one for one in upper if one <= at), default=at)
        end = min((one for one in upper if one > at), default=len(entries))
        body = f"<</Title {_string(title)}/Dest[{pages[page]} 0 R/XYZ 0 {y} 0]"
        body += f"/Parent {root if level == 1 else number[above]} 0 R"
        following = end if level == 1 else at + 1
        if following < (len(entries) if level == 1 else end):
            body += f"/Next {number[following]} 0 R"
        if level == 1 and end > at + 1:
            body += f"/First {number[at + 1]} 0 R/Last {number[end - 1]} 0 R"
        objects.append(body + ">>")
    return root


def _string(text: str) -> str:
    return f"<feff{text.encode('utf-16-be').hex()}>"


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body.encode("latin-1") + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010} 00000 n \n".encode()
    out += f"trailer<</Size {len(objects) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
