"""Files made to break readers, in every format: each is read at once, or refused in a sentence."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Final

import pytest

from corpus.apart import Apart
from corpus.apart.limits import Limits
from corpus.errors import CannotOpen
from corpus.file_bytes import open_file
from corpus.opening import open_bytes
from corpus.source import Source
from tests.bench.fuzzing.judging import faults_of
from tests.epub_writing import NCX, book, package
from tests.office_writing import docx, fodt, odt, p
from tests.pdf_writing import Sheet, lines, pdf
from tests.zipping import zipped

DEEP: Final = 10_000
FORM = (
    b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 7 0 R>>>>/Length 12>>"
    b"stream\n/X Do /X Do \nendstream"
)
MAIL: Final = "From: Ana <a@e.org>\nTo: b\nSubject: x\nMIME-Version: 1.0\n"
MAN: Final = ".TH A 1\n.SH NAME\nwords\n"


def deep(start: str, end: str = "", inside: str = "words", times: int = DEEP) -> str:
    return start * times + inside + end * times


def entities(root: str) -> str:
    """Ten to the ninth times one entity."""
    each = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY e0 "words">{each}]><{root}>&e9;</{root}>'


def zip_bomb(kind: str) -> bytes:
    """16 MB of nothing in a few kB."""
    nothing = b" " * (16 << 20)
    if kind == "epub":
        return book({"a.xhtml": "<p>words</p>"}, more={"OEBPS/content.opf": nothing})
    if kind == "docx":
        return zipped({"word/document.xml": nothing})
    if kind == "odt":
        return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": nothing})
    return zipped({"a.fb2": b"<FictionBook>" + nothing})


def repeated_form() -> bytes:
    """A form that draws itself, twice."""
    sheet = Sheet(lines(["Words of the article."]), drawing="/X Do ")
    data = pdf([sheet]).replace(
        b"/Resources<</Font 3 0 R>>", b"/Resources<</XObject<</X 7 0 R>>/Font 3 0 R>>"
    )
    return data.replace(b"xref\n", b"7 0 obj\n" + FORM + b"\nendobj\nxref\n", 1)


def circle_of_pages() -> bytes:
    """A tree of pages that holds itself."""
    data = pdf([Sheet(lines(["Words of the article."]))])
    return data.replace(b"/Kids[4 0 R]", b"/Kids[4 0 R 2 0 R 2 0 R]").replace(
        b"/Count 1>>", b"/Count 2000000000>>"
    )


NESTED: Final[dict[str, str | bytes]] = {
    "blocks.html": deep("<div>"),
    "closed by nothing.html": deep("<div></x>"),
    "slashes.html": deep("<div/>"),
    "quoted.html": deep('<div a="<">'),
    "formulas.html": "<p>words <math>" + deep("<mrow>", "</mrow>") + "</math>",
    "lists.md": deep("- ", times=2_000),
    "quotations.md": deep("> ", times=2_000),
    "links.md": deep("[", "](x)", times=2_000),
    "head.md": f"---\na: {deep('[', ']')}\n---\nwords",
    "aliases.md": "---\na0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    + "---\nwords",
    "tags.md": "---\ntitle: !!python/object/apply:os.system ['false']\n---\nwords",
    "lists.rst": deep("- ", times=2_000),
    "drawers.org": deep(":a:\n"),
    "notes.org": deep("[fn:: a ", "]", times=2_000),
    "blocks.adoc": "x\n\n" + "\n".join("=" * n for n in range(4, 400)),
    "attributes.adoc": "= T\n:a: {b}{b}\n:b: {a}{a}\n\nwords {a}",
    "indents.1": MAN + deep(".RS\n"),
    "widths.1": MAN + deep("\\w'", "'", times=2_000),
    "equations.1": MAN + ".EQ\n" + deep("{", "}") + "\n.EN\n",
    "remarks.eml": MAIL.replace("Ana", deep("(", ")")) + "\nwords",
    "groups.eml": MAIL.replace("Ana", deep("a:")) + "\nwords",
    "quotations.eml": MAIL + "\n" + deep(">"),
    "parts.eml": MAIL + deep("Content-Type: message/rfc822\n\n", times=1_000),
    "page.mhtml": f"{MAIL}Content-Type: text/html\n\n{deep('<div>')}",
    "sections.fb2": f"<FictionBook><body>{deep('<section>', '</section>')}</body></FictionBook>",
    "chapter.epub": book({"a.xhtml": "<p>words</p>", "b.xhtml": deep("<div>", "</div>")}),
    "contents.epub": book({"a.xhtml": "<p>words</p>"}, contents=deep("<li>a<ol>", "</ol></li>")),
    "older contents.epub": book(
        {"a.xhtml": "<p>words</p>"},
        opf=package(["a.xhtml"], more=NCX),
        more={"OEBPS/toc.ncx": f"<ncx><navMap>{deep('<navPoint>', '</navPoint>')}</navMap></ncx>"},
    ),
    "tables.docx": docx(p("words") + deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", p("x"), 150)),
    "fields.docx": docx(p("words") + p(deep('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "", "<w:r/>"))),
    "lists.odt": odt(
        "<text:p>words</text:p>"
        + deep("<text:list><text:list-item>", "</text:list-item></text:list>", "<text:p>x</text:p>", 240)
    ),
    "spans.odt": odt(f"<text:p>words{deep('<text:span>', '</text:span>', times=480)}</text:p>"),
    "pages.pdf": circle_of_pages(),
    "packed.html.gz": gzip.compress(deep("<div>").encode()),
}
ENTITIES: Final[dict[str, str | bytes]] = {
    "a.fb2": entities("FictionBook"),
    "a.docx": zipped({"word/document.xml": entities("w")}),
    "a.odt": zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": entities("x")}),
    "a.fodt": fodt("<text:p>words</text:p>"),
    "package.epub": book({"a.xhtml": "<p>words</p>"}, opf=entities("package")),
    "chapter.epub": book({"a.xhtml": "<p>words</p>"}, more={"OEBPS/a.xhtml": entities("html")}),
    "contents.epub": book(
        {"a.xhtml": "<p>words</p>"}, contents="<li/>", more={"OEBPS/nav.xhtml": entities("html")}
    ),
    "a.html": entities("html"),
}


def read(data: str | bytes, name: str) -> int:
    """How long the text is; 0 where it is refused in a sentence."""
    try:
        document = open_bytes(data.encode() if isinstance(data, str) else data, name)
    except CannotOpen as refused:
        assert str(refused).endswith(".")  # noqa: PT017 # either is right
        return 0
    assert faults_of(document) == []
    return len(document.text)


@pytest.mark.parametrize("name", NESTED)
def test_what_is_nested_without_end_is_read_or_refused(name: str) -> None:
    assert read(NESTED[name], name) < 20 * len(NESTED[name])


@pytest.mark.parametrize("name", ENTITIES)
def test_entities_that_hold_entities_stay_small(name: str) -> None:
    assert read(ENTITIES[name], name) < 2_000


@pytest.mark.parametrize("kind", ["epub", "docx", "odt", "fb2"])
def test_an_archive_that_unpacks_to_far_more_stays_shut(kind: str) -> None:
    with pytest.raises(CannotOpen, match=r"times its size|broken|damaged"):
        open_bytes(zip_bomb(kind), f"a.{kind}" + (".zip" if kind == "fb2" else ""))


def test_a_form_that_draws_itself_is_not_waited_for(tmp_path: Path) -> None:
    """Nothing stops the engine but the end of its process."""
    path = tmp_path / "form.pdf"
    path.write_bytes(repeated_form())
    with (
        Apart(Source(open_file(path), path.name), Limits(1)) as apart,
        pytest.raises(CannotOpen, match="takes too long"),
    ):
        list(apart.documents())
