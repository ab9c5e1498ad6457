"""Word files and OpenDocument texts, written by the tests: a body in their XML, and what goes with it."""

from __future__ import annotations

from typing import Final

from corpus.document import Document, Kind
from corpus.opening import open_bytes
from tests.zipping import zipped

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES: Final = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_ODF: Final = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
        for name, full in (
            *(
                ("office", "office"),
                ("text", "text"),
                ("style", "style"),
                ("table", "table"),
                ("draw", "drawing"),
            ),
            *(("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta")),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_STYLES: Final = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>'
    for id, name, more in (
        *((f"H{n}", f"heading {n}", f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr>') for n in (1, 2, 3)),
        *(
            (name, name, "")
            for name in ("Title", "Subtitle", "Quote", "caption", "toc 1", "HTML Preformatted")
        ),
        ("Special", "Special Heading", '<w:basedOn w:val="H2"/>'),
    )
)


def docx(body: str, *, relations: dict[str, tuple[str, str]] | None = None, **parts: str) -> bytes:
    """A Word file with that body.

    `relations` are kinds and targets by identifier; `parts` the insides of others: `numbering`, `styles`,
    `footnotes`, `endnotes`, `settings`, `core`.
    """
    parts.setdefault("styles", _STYLES)
    roots = {"core": "dc:core"}
    written: dict[str, str | bytes] = {
        "_rels/.rels": _relations(
            {"r1": ("officeDocument", "word/document.xml"), "r2": ("core-properties", "word/core.xml")}
        ),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            {name: (name, f"{name}.xml") for name in parts} | (relations or {})
        ),
    }
    for name, inside in parts.items():
        root = roots.get(name, f"w:{name}")
        written[f"word/{name}.xml"] = f"<{root} {_NAMES}>{inside}</{root}>"
    return zipped(written)


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    lines = (
        f'<Relationship Id="{id}" Type="{_R}/{kind}" Target="{target}"'
        + (' TargetMode="External"' if ":" in target else "")
        + "/>"
        for id, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{package}">{"".join(lines)}</Relationships>'


def p(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph of a Word file; what is no markup is one run."""
    runs = (
        inside
        if inside.startswith("<") or not inside
        else f'<w:r><w:t xml:space="preserve">{inside}</w:t></w:r>'
    )
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of a Word file."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(body: str, *, styles: str = "", automatic: str = "", meta: str = "", **parts: str) -> bytes:
    """An OpenDocument text with that body; `parts` are other files by name, with "__" for a slash."""
    written: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_ODF}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {_ODF}><office:styles>{styles}</office:styles>"
        "</office:document-styles>",
        "meta.xml": f"<office:document-meta {_ODF}><office:meta>{meta}</office:meta></office:document-meta>",
    }
    return zipped(written | {f"{name.replace('__', '/')}.xml": part for name, part in parts.items()})


def fodt(body: str) -> bytes:
    """The same without an archive around it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_ODF}'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Flat</dc:title>'
        f"</office:meta><office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def opened(data: bytes, name: str = "flood.docx") -> Document:
    return open_bytes(data, name)


def blocks(data: bytes, name: str = "flood.docx") -> list[tuple[Kind, int, str, str]]:
    """Kind, level, marker and words of each block."""
    document = opened(data, name)
    return [(b.kind, b.level, b.marker, document.text[b.start : b.end]) for b in document.blocks]


def words(data: bytes, name: str = "flood.docx") -> list[str]:
    """The words of each block."""
    return [text for *_, text in blocks(data, name)]
