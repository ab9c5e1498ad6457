"""Small EPUBs, written as tests need them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.zipping import zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
TITLE = "<dc:title>The Sea</dc:title>"


def chapter(body: str) -> str:
    """A file of XHTML."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
    )


def package(
    items: Iterable[str], metadata: str = TITLE, *, spine: str | None = None, more: str = "", guide: str = ""
) -> str:
    """A package document: hrefs of chapters, that are in the spine in this order if `spine` is not given."""
    listed = list(items)
    manifest = "".join(
        f'<item id="i{at}" href="{href}" media-type="application/xhtml+xml"/>'
        for at, href in enumerate(listed)
    )
    if spine is None:
        spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(listed)))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:opf="http://www.idpf.org/2007/opf"><metadata>{metadata}</metadata>'
        f'<manifest>{manifest}{more}</manifest><spine toc="ncx">{spine}</spine>'
        f"<guide>{guide}</guide></package>"
    )


def nav(entries: str, more: str = "") -> str:
    """A navigation document with these entries of a list."""
    return chapter(f'<nav epub:type="toc"><h1>Contents</h1><ol>{entries}</ol></nav>{more}')


NAV = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
NCX = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'


def book(
    chapters: Mapping[str, str],
    *,
    opf: str | None = None,
    contents: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An EPUB of chapters by their names, bodies as `chapter` takes them; `contents` are those of `nav`."""
    files: dict[str, str | bytes] = {"mimetype": "application/epub+zip"}
    files["META-INF/container.xml"] = CONTAINER.format("OEBPS/content.opf")
    files["OEBPS/content.opf"] = opf or package(chapters, more=NAV if contents else "")
    files |= {f"OEBPS/{name}": chapter(body) for name, body in chapters.items()}
    if contents:
        files["OEBPS/nav.xhtml"] = nav(contents)
    return zipped(files | dict(more or {}))
