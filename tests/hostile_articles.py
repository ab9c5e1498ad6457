"""An article in each format, hostile in every field: what stands there a terminal or Textual would obey."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from html import escape
from typing import Final

from tests.epub_writing import NAV, book, package
from tests.office_writing import docx, odt, p, r
from tests.pdf_writing import LEFT, TOP, Sheet, lines, pdf

OBEYED: Final = "\x1b]52;c;TUFSSyBjbGlw\x07\x9b5;8;53m\u202e\u2066\x7f\b\u200f"
"""What a terminal would obey, or show in another order."""
MARKUP: Final = "[@click=app.quit]MARKup[/]"
"""What Textual would."""
NO_XML: Final = "\x1b\x07\b"
"""What XML cannot hold, save as what is mended."""

_PROSE = "The river had risen in the night, and the keeper wrote it into his book."


class Fields:
    """Writes into fields, and remembers into which. XML cannot hold all that is hostile."""

    def __init__(self, without: str = "") -> None:
        self.names: set[str] = set()
        self._obeyed = "".join(character for character in OBEYED if character not in without)

    def __getitem__(self, field: str) -> str:
        """What is written into a field, with a word that tells which it was."""
        return f"{self._told(field)} {MARKUP}{self._obeyed}x"

    def address(self, field: str) -> str:
        """The same where an address stands."""
        return f"{self._told(field)}{MARKUP}{self._obeyed}x"

    def name(self, field: str) -> str:
        """The same where brackets have a meaning of their own."""
        return f"{self._told(field)}{self._obeyed}x"

    def _told(self, field: str) -> str:
        self.names.add(field)
        return f"in{field}"


def _plain(f: Fields) -> str:
    return f"{f['heading'].upper()}\n\n{f['text']}\n\n1. {f['item']}\n2. b\n"


def _markdown(f: Fields) -> str:
    title, author = (f[one].encode("unicode_escape").decode() for one in ("title", "author"))
    return (
        f'---\ntitle: "{title}"\nauthor: "Ana {author}"\nlang: "{author}"\n---\n\n# {f["heading"]}\n\n'
        f"{f['text']} *{f['emphasis']}* `{f['code']}` [{f['label']}]"
        f"(<https://e.org/{f.address('target')}>) ![{f['picture']}](<{f.address('source')}>)\n\n"
        f"- {f['item']}\n\n> {f['quotation']}\n\n    {f['indented']}\n\n"
        f"| {f['column']} | b |\n|---|---|\n| {f['cell']} | 1 |\n\n"
        f"&#27;]0;MARKset&#7; {_references(f['reference'])}\n"
    )


def _references(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


def _html_body(f: Fields) -> str:
    page = f'<span epub:type="pagebreak" title="{f.address("pagebreak")}" id="pb"></span>'
    return (
        f'<h1 id="{f.address("anchor")}">{f["heading"]}</h1><p>{f["text"]} {_PROSE} {page}'
        f'<a href="https://e.org/{f.address("target")}">{f["label"]}</a>'
        f' <a href="#{f.address("anchor")}">a</a> '
        f'<em title="{f["hint"]}">{f["emphasis"]}</em> <code>{f["code"]}</code></p>'
        f"<ul><li>{f['item']}</li></ul><pre>{f['indented']}</pre>"
        f"<table><caption>{f['caption']}</caption><tr><th>{f['column']}</th><th>b</th></tr>"
        f"<tr><td>{f['cell']}</td><td>1</td></tr></table><blockquote><p>{f['quotation']}</p></blockquote>"
        f'<figure><img src="{f.address("source")}" alt="{f["picture"]}"/><figcaption>{f["figure"]}'
        f"</figcaption></figure><dl><dt>{f['term']}</dt><dd>b</dd></dl><p>"
        f'a<a href="#n1" epub:type="noteref">1</a>'
        f'</p><aside id="n1" epub:type="footnote"><p>1 {f["note"]}</p></aside>'
        f'<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext>{f["formula"]}</mtext></math>'
        f"<p>{_references(f['reference'])}</p>"
    )


def _html(f: Fields) -> str:
    meta = "".join(
        f'<meta name="{name}" content="{escape(f[field], quote=True)}">'
        for name, field in (
            ("author", "author"),
            ("citation_publisher", "publisher"),
            ("citation_journal_title", "journal"),
            ("citation_volume", "volume"),
        )
    )
    ld = f'{{"@type": "Article", "headline": "{_escaped(f["headline"])}"}}'
    return (
        f'<!DOCTYPE html><html lang="{f["lang"]}"><head><title>{f["title"]}</title>{meta}'
        f'<link rel="canonical" href="https://e.org/{f.address("canonical")}">'
        f'<script type="application/ld+json">{ld}</script></head><body>{_html_body(f)}</body></html>'
    )


def _escaped(text: str) -> str:
    return "".join(f"\\u{ord(character):04x}" for character in text)


def _dublin_core(f: Fields) -> str:
    fields = ("title", "creator", "publisher", "identifier", "language", "description", "date", "subject")
    return "".join(f"<dc:{field}>{f[field]}</dc:{field}>" for field in fields)


def _epub(f: Fields) -> bytes:
    name = f.name("member")
    chapters = {"a.xhtml": _html_body(f), f"{name}.xhtml": f"<p id='z'>{f['second']}</p>"}
    listed = (
        f'<li><a href="a.xhtml#{f.address("anchor")}">{f["contents"]}</a></li>'
        f'<li><a href="{name}.xhtml#z">{f["entry"]}</a></li>'
    )
    gone = f'<item id="{f.name("missing")}" href="missing.xhtml" media-type="application/xhtml+xml"/>'
    spine = f'<itemref idref="i0"/><itemref idref="i1"/><itemref idref="{f.name("missing")}"/>'
    opf = package(chapters, _dublin_core(f), spine=spine, more=NAV + gone)
    pages = f'</ol></nav><nav epub:type="page-list"><ol><li><a href="a.xhtml#pb">{f["page"]}</a></li>'
    return book(chapters, opf=opf, contents=listed + pages)


def _docx(f: Fields) -> bytes:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%1{f.name("marker")}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cells = "".join(f"<w:tc>{p(words)}</w:tc>" for words in (f["cell"], "b"))
    body = (
        p(f["heading"], "H1")
        + p(r(f["text"]) + '<w:r><w:footnoteReference w:id="5"/></w:r>')
        + p(f'<w:hyperlink r:id="out">{r(f["label"])}</w:hyperlink>')
        + p(f'<w:bookmarkStart w:id="1" w:name="{f.address("anchor")}"/>{r("here")}')
        + p(f'<w:r><w:drawing><wp:docPr descr="{f["picture"]}"/></w:drawing></w:r>')
        + f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"
        + p(f["item"], "", listed)
        + p(f["quotation"], "Quote")
        + p(f["indented"], "HTML Preformatted")
        + p(f"<m:oMath><m:r><m:t>{f['formula']}</m:t></m:r></m:oMath>")
    )
    return docx(
        body,
        relations={"out": ("hyperlink", f"https://e.org/{f.address('target')}")},
        numbering=numbering,
        core=_dublin_core(f),
        footnotes=f'<w:footnote w:id="5">{p(f["note"])}</w:footnote>',
    )


def _odt(f: Fields) -> bytes:
    style = '<style:style style:name="Q" style:display-name="Quotations" style:family="paragraph"/>'
    inside = (
        f'<text:h text:outline-level="1"><text:number>{f["number"]}</text:number>{f["heading"]}</text:h>'
        f'<text:p>{f["text"]}<text:a xlink:href="https://e.org/{f.address("target")}">{f["label"]}</text:a>'
        f'<text:bookmark text:name="{f.address("anchor")}"/>'
        f"<text:note><text:note-citation>{f['citation']}</text:note-citation><text:note-body><text:p>"
        f"{f['note']}</text:p></text:note-body></text:note></text:p>"
        f"<text:list><text:list-item><text:number>{f['marker']}</text:number><text:p>{f['item']}</text:p>"
        "</text:list-item></text:list>"
        f'<text:p><draw:frame><draw:image xlink:href="{f.address("source")}"/><svg:desc>{f["picture"]}'
        f'</svg:desc></draw:frame></text:p><text:p text:style-name="Q">{f["quotation"]}</text:p>'
        + "".join(
            "<table:table-row>"
            + "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in row)
            + "</table:table-row>"
            for row in ((f["cell"], "b"), ("1", "2"))
        ).join(("<table:table>", "</table:table>"))
    )
    return odt(inside, styles=style, meta=_dublin_core(f))


def _fb2(f: Fields) -> bytes:
    about = (
        f"<title-info><author><first-name>{f['first']}</first-name><last-name>"
        f"{f['author']}</last-name></author>"
        f"<book-title>{f['title']}</book-title><lang>{f['lang']}</lang></title-info>"
        f"<publish-info><publisher>{f['publisher']}</publisher><city>{f['city']}</city>"
        f"<isbn>{f['isbn']}</isbn></publish-info>"
    )
    section = (
        f'<section id="{f.address("anchor")}"><title><p>{f["heading"]}</p></title><p>{f["text"]}'
        f'<a l:href="#{f.address("anchor")}">a</a>'
        f'<a l:href="https://e.org/{f.address("target")}">{f["label"]}</a><a l:href="#n" type="note">'
        f"1</a></p>"
        f"<cite><p>{f['quotation']}</p></cite><poem><stanza><v>{f['verse']}</v></stanza></poem>"
        f"<table><tr><th>{f['column']}</th><th>b</th></tr><tr><td>{f['cell']}</td><td>2</td></tr></table>"
        f'<image l:href="#{f.address("source")}" alt="{f["picture"]}"/></section>'
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<FictionBook xmlns:l="http://www.w3.org/1999/xlink"'
        f' xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description>{about}</description><body>'
        f"{section}</body>"
        f'<body name="notes"><section id="n"><title><p>1</p></title><p>{f["note"]}</p></section>'
        f"</body></FictionBook>"
    ).encode()


def _rst(f: Fields) -> str:
    return (
        f"{f['heading']}\n{'=' * 99}\n\n:Author: {f['author']}\n:Date: {f['date']}\n\n"
        f"{f['text']} *{f['emphasis']}* ``{f['code']}`` `{f['label'].replace('[', '')}"
        f" <https://e.org/{f.address('target')}>`_ [#n]_\n\n- {f['item']}\n\n::\n\n  {f['indented']}\n\n"
        f".. image:: {f.address('source')}\n   :alt: {f['picture']}\n\n.. [#n] {f['note']}\n\n"
        f".. include:: {f.address('included')}\n\n.. list-table::\n\n   * - {f['cell']}\n     - b\n"
        f"   * - 1\n     - 2\n\n.. _{f.name('anchor')}:\n\nHere.\n"
    )


def _org(f: Fields) -> str:
    return (
        f"#+TITLE: {f['title']}\n#+AUTHOR: Ana {f['author']}\n* {f['heading']}\n:PROPERTIES:\n"
        f":CUSTOM_ID: {f.address('anchor')}\n:END:\n{f['text']} =code= see [[https://e.org/a{OBEYED}b][the"
        f" {f['label'].replace('[', '').replace(']', '')}]][fn:1]\n\n- {f['item']}\n- {f['term']} :: b\n"
        f"#+begin_quote\n{f['quotation']}\n#+end_quote\n: {f['indented']}\n\n| {f['cell']} | b |\n"
        f'| 1 | 2 |\n\n#+INCLUDE: "{f.address("included")}"\n\n[fn:1] {f["note"]}\n'
    )


def _asciidoc(f: Fields) -> str:
    return (
        f"= {f['title']}\nAna {f['author']} <ana@e.org>\n:sea: {f['attribute']}\n\n== {f['heading']}\n\n"
        f"{f['text']} *{f['emphasis']}* {{sea}} https://e.org/{f.name('target')}[label]"
        f" footnote:[{f['note'].replace('[', '').replace(']', '')}]\n\n* {f['item']}\n\n"
        f"----\n{f['indented']}\n----\n\n[quote, {f.name('source')}]\n____\n{f['quotation']}\n____\n\n"
        f"|===\n|{f['cell']} |b\n|1 |2\n|===\n\n[[{f.name('anchor')}]]\nHere.\n\n"
        f"image::{f.name('image')}[{f.name('picture')}]"
        f"\n\ninclude::{f.name('included')}[]\n"
    )


def _man(f: Fields) -> str:
    return (
        f'.TH "{f["title"]}" 1 2021-02-05 "{f["source"]}" "{f["manual"]}"\n.SH "{f["heading"]}"\n'
        f"{f['text']} \\*({OBEYED[:2]} \\[u001B]]0;MARKset\\[u0007] \\[u009B]5m\n.TP\n.B {f['term']}\nb\n"
        f'.IP "{f["marker"]}" 4\n{f["item"]}\n.UR https://e.org/{f.address("target")}\n{f["label"]}\n.UE\n'
        f".EX\n{f['indented']}\n.EE\n.TS\nl l.\n{f['cell']}\tb\n.TE\n.so {f.address('included')}\n"
    )


def _mdoc(f: Fields) -> str:
    return (
        f".Dd February 5, 2021\n.Dt {f.name('title')} 1\n.Os\n.Sh NAME\n.Nm {f.name('name')}\n"
        f".Nd {f['text']}\n"
        f".Sh {f['heading']}\n.Bl -tag\n.It Fl {f['term']}\n{f['item']}\n.El\n"
        f".Lk https://e.org/{f.address('target')} {f.name('label')}\n.Bd -literal\n{f['indented']}\n.Ed\n"
    )


def _mail(f: Fields) -> str:
    def word(field: str) -> str:
        return f"=?utf-8?B?{b64encode(f[field].encode()).decode()}?="

    parts = (
        f"Content-Type: text/html; charset=utf-8\n\n{_html_body(f)}",
        'Content-Type: application/pdf; name="a"\nContent-Disposition: attachment;'
        f' filename="{word("attachment")}"\n\nAAAA',
        f'Content-Type: text/plain; charset="{f.name("charset").replace(chr(7), "")}"\n\n{f["second"]}',
        f"Content-Type: message/rfc822\n\nFrom: {word('inner')} <i@e.org>\nSubject: {word('within')}\n"
        f"\nWords.",
    )
    return (
        f"From: {word('author')} <a@e.org>\nTo: {word('recipient')} <b@e.org>\nSubject: {word('title')}\n"
        f"Date: Mon, 5 Feb 2021 10:00:00 +0100\nMessage-ID: <{f.name('identifier')}@e.org>\n"
        f"MIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=AA\n\n"
        + "".join(f"--AA\n{part}\n" for part in parts)
        + "--AA--\n"
    )


def _mhtml(f: Fields) -> str:
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: https://e.org/{f.address('url')}\n"
        f"Subject: {f['title']}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="X"\n\n--X\n'
        f"Content-Type: text/html; charset=utf-8\n"
        f"Content-Location: https://e.org/{f.address('location')}\n\n"
        f"{_html(f)}\n--X\nContent-Type: image/png\n"
        f"Content-Location: https://e.org/{f.address('source')}\n\nx\n--X--\n"
    )


def _pdf(f: Fields) -> bytes:
    """The words of the page are harmless as they are drawn; what they are called is not."""
    sheet = Sheet(
        lines([_PROSE[:60], "inheading 0123456789 stands here"]),
        links=[(LEFT, TOP - 5, 300, TOP + 10, f"https://e.org/intarget{OBEYED[:2]}x")],
    )
    return pdf(
        [sheet],
        outline=[(f["contents"], 1, 0, TOP)],
        info={"Title": f["title"], "Author": f"Ana {f['author']}", "Subject": f["subject"]},
        labels="0<</P<feff" + f["page"].encode("utf-16-be").hex() + ">/S/D>>",
        means=dict(zip("0123456789", "\x1b\x07\x9b\x7f\u202e\u2066\b\u200f\0", strict=False)),
    )


_WRITERS: Final[dict[str, Callable[[Fields], str | bytes]]] = {
    "a.txt": _plain,
    "a.md": _markdown,
    "a.html": _html,
    "a.epub": _epub,
    "mended.epub": _epub,
    "a.docx": _docx,
    "a.odt": _odt,
    "a.fb2": _fb2,
    "a.rst": _rst,
    "a.org": _org,
    "a.adoc": _asciidoc,
    "a.1": _man,
    "mdoc.1": _mdoc,
    "a.eml": _mail,
    "a.mhtml": _mhtml,
    "a.pdf": _pdf,
}
ARTICLES: Final = tuple(_WRITERS)
"""The articles, by the names of their files."""
_OF_XML: Final = ("a.epub", "a.docx", "a.odt", "a.fb2")


def hostile_article(name: str) -> tuple[bytes, set[str]]:
    """The bytes of an article, and the fields of it that are hostile."""
    fields = Fields(without=NO_XML if name in _OF_XML else "")
    written = _WRITERS[name](fields)
    return written.encode() if isinstance(written, str) else written, fields.names
