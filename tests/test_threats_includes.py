"""Whatever an article points to, at home or in the world, is never fetched: two canaries get no visit."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from corpus.apart import Apart, server
from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.file_bytes import open_file
from corpus.format import FORMATS
from corpus.reading import documents_of
from corpus.source import Source
from tests.bench.fuzzing.judging import said_in
from tests.canaries import SONG, Canaries, canaries
from tests.epub_writing import NAV, book, chapter, package
from tests.office_writing import docx, fodt, odt, p, r
from tests.pdf_writing import Sheet, lines, pdf
from tests.zipping import zipped

WORDS: Final = "Words of the article."

Pointing = Callable[[str, str], str | bytes]
"""Makes an article that points to a URL and to a file's path."""


def entity(url: str, path: str) -> str:
    """A DTD that lies outside, and entities that do: one for the text, one for the DTD itself."""
    return (
        f'<!DOCTYPE x SYSTEM "{url}/dtd" [<!ENTITY file SYSTEM "file://{path}"><!ENTITY net SYSTEM "{url}/e">'
        f'<!ENTITY % more SYSTEM "file://{path}"> %more;]>'
    )


def html(url: str, path: str) -> str:
    return (
        f'<!DOCTYPE html><html><head><base href="{url}/"><link rel="stylesheet" href="{url}/a.css">'
        f'<meta http-equiv="refresh" content="0;url={url}/r"><script src="{url}/a.js"></script>'
        f'<style>@import url("{url}/b.css"); body {{ background: url(file://{path}) }}</style></head><body>'
        f'<p>{WORDS}</p><!--#include file="{path}" --><!--#include virtual="{url}/i" -->'
        f'<img src="{url}/a.png" alt=""><img src="file://{path}"><iframe src="file://{path}"></iframe>'
        f'<object data="{url}/o"></object><embed src="file://{path}"><xi:include href="file://{path}"'
        f' parse="text" xmlns:xi="http://www.w3.org/2001/XInclude"/><link rel="import" href="{path}">'
        f'<video src="{url}/v" poster="file://{path}"></video><svg><use href="{url}/s.svg#a"/></svg>'
        f'<math><mi href="file://{path}">x</mi></math><portal src="{url}/p"></portal></body></html>'
    )


def xinclude(url: str, path: str) -> str:
    return (
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{path}" parse="text"/>'
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{url}/x"/>'
    )


def epub(url: str, path: str) -> bytes:
    up = f"../../../../../../../../../../..{path}"
    items = (
        f'<item id="r" href="{url}/c.xhtml" media-type="application/xhtml+xml"/>'
        f'<item id="f" href="file://{path}" media-type="application/xhtml+xml"/>'
        f'<item id="u" href="{up}" media-type="application/xhtml+xml"/>'
    )
    spine = "".join(f'<itemref idref="{one}"/>' for one in ("i0", "r", "f", "u"))
    chapters = {"a.xhtml": html(url, path).partition("<body>")[2] + xinclude(url, path)}
    more = {"META-INF/encryption.xml": f"<?xml version='1.0'?>{entity(url, path)}<x>&file;&net;</x>"}
    listed = f'<li><a href="{url}/n">a</a></li><li><a href="{up}">b</a></li>'
    return book(chapters, opf=package(chapters, spine=spine, more=NAV + items), contents=listed, more=more)


def epub_with_entities(url: str, path: str) -> bytes:
    evil = f"<?xml version='1.0'?>{entity(url, path)}<html><body><p>{WORDS} &file; &net;</p></body></html>"
    chapters = {"a.xhtml": f"<p>{WORDS}</p>", "b.xhtml": ""}
    return book(chapters, more={"OEBPS/b.xhtml": evil})


def package_with_entities(url: str, path: str) -> bytes:
    opf = f"{entity(url, path)}{package(['a.xhtml'], '<dc:title>&file;&net;</dc:title>')}"
    return book({"a.xhtml": chapter(f"<p>{WORDS}</p>")}, opf=opf)


def word(url: str, path: str) -> bytes:
    picture = '<w:r><w:drawing><a:blip r:link="net"/><a:blip r:link="file"/></w:drawing></w:r>'
    fields = "".join(
        f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
        for instruction in (f'INCLUDETEXT "{path}"', f'INCLUDEPICTURE "{url}/p"', f'DDEAUTO "{path}"')
    )
    return docx(
        p(r(WORDS)) + p(picture) + p(fields) + '<w:altChunk r:id="file"/><w:subDoc r:id="net"/>',
        relations={
            "net": ("image", f"{url}/a.png"),
            "file": ("aFChunk", f"file://{path}"),
            "template": ("attachedTemplate", f"{url}/t.dotm"),
            "up": ("footnotes", f"../../../../../../../..{path}"),
        },
    )


def word_with_entities(url: str, path: str) -> bytes:
    evil = f"{entity(url, path)}<x>&file;&net;</x>"
    return zipped({"word/document.xml": evil})


def open_document(url: str, path: str) -> bytes:
    frames = "".join(
        f'<text:p><draw:frame><draw:{kind} xlink:href="{address}"/></draw:frame></text:p>'
        for kind, address in (
            ("image", f"{url}/a.png"),
            ("image", f"file://{path}"),
            ("object", f"file://{path}"),
            ("object", f"../../../../../../../../..{path}"),
            ("floating-frame", f"{url}/f"),
        )
    )
    section = f'<text:section><text:section-source xlink:href="file://{path}"/></text:section>'
    return odt(f"<text:p>{WORDS}</text:p>{frames}{section}{xinclude(url, path)}")


def flat(url: str, path: str) -> bytes:
    written = fodt(f"<text:p>{WORDS} &file;&net;</text:p>").decode()
    return written.replace("?>\n", f"?>\n{entity(url, path)}", 1).encode()


def fiction_book(url: str, path: str) -> str:
    return (
        '<?xml version="1.0"?><?xml-stylesheet href="' + f'{url}/a.xsl"?><FictionBook'
        f' xmlns:l="http://www.w3.org/1999/xlink"><body><section><p>{WORDS}</p>'
        f'<image l:href="file://{path}"/>'
        f'<image l:href="{url}/a.png"/>{xinclude(url, path)}</section></body></FictionBook>'
    )


def fiction_book_with_entities(url: str, path: str) -> str:
    return (
        f'<?xml version="1.0"?>{entity(url, path)}<FictionBook><body><p>&file;&net;</p></body></FictionBook>'
    )


def restructured(url: str, path: str) -> str:
    directives = "".join(
        f".. {directive}\n\n"
        for directive in (
            f"include:: {path}",
            f"literalinclude:: {path}",
            f"raw:: html\n   :file: {path}",
            f"raw:: html\n   :url: {url}/raw",
            f"csv-table::\n   :file: {path}",
            f"csv-table::\n   :url: {url}/csv",
            f"image:: {url}/a.png",
            f"figure:: file://{path}",
            f"code:: python\n   :file: {path}",
            f"|x| image:: {path}",
            f"role:: raw-x(raw)\n   :format: {path}",
            f"math::\n   :file: {path}",
            f"csv-table::\n   :header: {path}\n   :file: {path}",
        )
    )
    return f"{WORDS}\n\n{directives}|x|\n"


def org(url: str, path: str) -> str:
    return (
        f'#+SETUPFILE: {path}\n#+SETUPFILE: {url}/s\n#+INCLUDE: "{path}"\n#+BIBLIOGRAPHY: {path}\n{WORDS}\n'
        f'[[file:{path}]] [[{url}/a.png]] [[file:{path}::1]]\n#+MACRO: x (eval (insert-file "{path}"))\n'
        f"{{{{{{x}}}}}}\n#+begin_src sh :results output :exports results\ncat {path}\n#+end_src\n"
        f'#+CALL: x("{path}")\n'
        f"#+LINK: y {url}/%s\n[[y:z]]\n#+TRANSCLUDE: [[file:{path}]]\n"
    )


def asciidoc(url: str, path: str) -> str:
    return (
        f"= Title\n:data-uri:\n:docinfo: shared\n:stem: {path}\n\n{WORDS}\n\ninclude::{path}[]\n\n"
        f"include::{url}/i.adoc[]\n\nimage::{url}/a.png[]\n\nimage::{path}[opts=inline]\n\n"
        f"include::../../../../..{path}[]"
        f"\n\nlink:{path}[a] video::{url}/v[]\n\n[source]\n----\ninclude::{path}[]\n----\n\n"
        f"|===\na|include::{path}[]\n|===\n"
    )


def man(url: str, path: str) -> str:
    asked = "so mso soquiet msoquiet psbb trf cf PSPIC INCLUDE nx hpf rd".split()
    requests = "".join(f".{name} {path}\n" for name in asked)
    more = f".sy cat {path}\n.pi cat {path}\n.open x {path}\n.opena x {path}\n.lf 1 {path}\n"
    drawn = f"\\X'ps: import {path}' \\V[HOME]\n.UR {url}/a\n.UE\n"
    return f".TH A 1\n.SH NAME\n{WORDS}\n{requests}{more}{drawn}"


def mdoc(url: str, path: str) -> str:
    head = f".Dd May 1, 2021\n.Dt A 1\n.Os\n.Sh NAME\n.Nm {WORDS}\n"
    return f"{head}.so {path}\n.Bd -file {path}\n.Ed\n.Lk {url}/a\n"


def mail(url: str, path: str) -> str:
    return (
        "From: Ana <a@e.org>\nSubject: x\nMIME-Version: 1.0\nDisposition-Notification-To: a@e.org\n"
        f"List-Unsubscribe: <{url}/u>\nContent-Type: multipart/mixed; boundary=A\n\n--A\n"
        f"Content-Type: text/html\n\n"
        f'{html(url, path)}\n--A\nContent-Type: message/external-body; access-type=URL;\n URL="{url}/e"\n\n'
        f"Content-Type: text/plain\n\n--A\nContent-Type: message/external-body; access-type=local-file;\n"
        f' name="{path}"\n\nContent-Type: text/plain\n\n--A--\n'
    )


def saved(url: str, path: str) -> str:
    return (
        f"Snapshot-Content-Location: {url}/page\nMIME-Version: 1.0\n"
        f"Content-Type: multipart/related; boundary=X\n\n"
        f"--X\nContent-Type: text/html\nContent-Location: file://{path}\n\n{html(url, path)}\n--X--\n"
    )


def printed(url: str, path: str) -> bytes:
    actions = (
        f"/OpenAction<</S/GoToR/F({path})/D[0/Fit]>>"
        f"/AA<</WC<</S/Launch/F({path})>>/O<</S/URI/URI({url}/o)>>>>"
        f"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.launchURL\\('{url}/j'\\))>>]>>"
        f"/EmbeddedFiles<</Names[(a)<</Type/Filespec/F({path})>>]>>>>"
        f"/AcroForm<</Fields[]/XFA({url}/x)>>/Metadata<</F({path})>>"
    )
    sheet = Sheet(lines([WORDS]), drawing="/X Do ")
    outside = (
        f"/Resources<</XObject<</X<</Type/XObject/Subtype/Image/F({path})/FFilter/DCTDecode>>>>/Font 3 0 R>>"
    )
    written = pdf([sheet]).replace(b"/Type/Catalog", f"/Type/Catalog{actions}".encode(), 1)
    return written.replace(b"/Resources<</Font 3 0 R>>", outside.encode(), 1)


def markdown(url: str, path: str) -> str:
    return (
        f"---\nbibliography: {path}\ninclude: !include {path}\n---\n\n"
        f"{WORDS} ![a]({url}/a.png) ![b](file://{path})\n\n"
        f'!include {path}\n\n{{{{< include {path} >}}}}\n\n```{{include}} {path}\n```\n\n--8<-- "{path}"\n\n'
        f"![[{path}]]\n\n<iframe src='file://{path}'></iframe>\n"
    )


def plain(url: str, path: str) -> str:
    return f'{WORDS}\n\n{url}/a file://{path} \\input{{{path}}} @include "{path}"\n'


ARTICLES: Final[dict[str, Pointing]] = {
    "a.txt": plain,
    "a.md": markdown,
    "a.html": html,
    "a.epub": epub,
    "entities.epub": epub_with_entities,
    "package.epub": package_with_entities,
    "a.docx": word,
    "entities.docx": word_with_entities,
    "a.odt": open_document,
    "flat.fodt": flat,
    "a.fb2": fiction_book,
    "entities.fb2": fiction_book_with_entities,
    "a.rst": restructured,
    "a.org": org,
    "a.adoc": asciidoc,
    "a.1": man,
    "mdoc.1": mdoc,
    "a.eml": mail,
    "a.mhtml": saved,
    "a.pdf": printed,
}
REFUSED: Final = {"entities.docx", "entities.fb2"}
"""Those of which nothing is left without what they point to; a flat one with a DTD is shown as it stands."""


@pytest.fixture
def birds(tmp_path: Path) -> Iterator[Canaries]:
    with canaries(tmp_path) as both:
        yield both


def written(name: str, birds: Canaries) -> bytes:
    article = ARTICLES[name](birds.url, str(birds.path))
    return article.encode() if isinstance(article, str) else article


def read(documents: Callable[[], Iterator[Document]]) -> tuple[str, str]:
    """All that is said of an article, and its format; or the sentence of the refusal."""
    try:
        document = list(documents())[-1]
    except CannotOpen as refused:
        return str(refused), ""
    return "\n".join(words for _, words in said_in(document)), document.format


@pytest.mark.parametrize("name", ARTICLES)
def test_reading_here_touches_nothing(name: str, birds: Canaries) -> None:
    data = written(name, birds)
    said, _ = read(lambda: documents_of(Source(data, name)))
    assert birds.hits() == []
    assert SONG not in said
    assert (WORDS in said) != (name in REFUSED)


def test_reading_apart_touches_nothing(
    birds: Canaries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.apart.start", server.served)  # one process for all of them
    formats = set()
    for name in ARTICLES.keys() - REFUSED - {"entities.epub", "package.epub", "flat.fodt", "mdoc.1"}:
        path = tmp_path / name
        path.write_bytes(written(name, birds))
        with Apart(Source(open_file(path), name)) as apart:
            said, format = read(apart.documents)
        formats.add(format)
        assert birds.hits() == []
        assert SONG not in said
        assert WORDS in said
    assert formats == set(FORMATS)


def test_the_canaries_notice_a_visit(birds: Canaries) -> None:
    """Else the tests above would prove nothing."""
    assert birds.path.read_text() == f"{SONG}\n"
    with socket.create_connection(("127.0.0.1", int(birds.url.rpartition(":")[2]))):
        pass
    assert set(birds.hits()) >= {"server"}
    assert birds.hits() == []
