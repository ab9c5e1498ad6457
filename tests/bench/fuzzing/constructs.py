"""Pieces of the languages of texts, and of messages: each breaks something, or includes it."""

from __future__ import annotations

from typing import Final

SIGNS: Final = tuple(
    sign.encode()
    for sign in (
        *("> ", "* ", "- ", "+ ", "1. ", "#. ", "a) ", ". ", "** ", "*", "=", "#", "| ", "|", "|| ", ".. "),
        *(
            "   :a: ",
            ".B ",
            ".It ",
            "\t",
            "  ",
            ":: ",
            "[",
            "(",
            "{",
            "_",
            "`",
            "~",
            "\\",
            "$",
            "<b>",
            "[[",
            "''",
        ),
    )
)

VALUES: Final = tuple(
    value.encode("utf-8", "surrogateescape")
    for value in (
        *("", "0", "-1", "99999999999999999999", "a" * 3000, "\x1b]0;x\x07", "\x9b2J", "\u202ex", "[/b]"),
        *(
            "../../etc/passwd",
            "file:///etc/passwd",
            "[@click=app.quit]x[/]",
            "=?utf-8?b?G10w?=",
            "=?x?q?=1b?=",
        ),
        *(
            "=?utf-7?q?+ABs-?=",
            '"',
            '"a',
            "<",
            "<a@b",
            "(((((",
            ",,,,,",
            ";;;",
            "%s",
            "{a}",
            "|a|",
            "\\*a",
            "a_",
        ),
        *("text/html; charset=utf-7", "text/plain; charset=rot13", "text/plain; charset=unicode_escape"),
        *(
            "text/plain; charset=idna",
            "text/plain; charset=zlib",
            "text/html; charset=\x1b",
            "message/rfc822",
        ),
        *('multipart/mixed; boundary=""', 'multipart/related; boundary="a"', "multipart/alternative"),
        *("text/plain; format=flowed; delsp=yes", "text/html; charset*0*=utf-8''a; charset*9=b", "base64"),
        *("quoted-printable", "uuencode", "7bit", "Mon, 99 Foo 99999 25:61:61 +9999", "0000-00-00", "-1-1-1"),
        *(
            "9999-12-31T23:59:60Z",
            "Thu, 1 Jan 1970 00:00:00 +99999999999",
            '<a>, <b>, "c" <d>',
            "\udc85\udcff",
        ),
    )
)

_RST: Final = """.. include:: /etc/passwd
%%
.. raw:: html\n\n   <b>\x1b[2J</b>
%%
.. raw:: html\n   :file: /etc/passwd
%%
.. csv-table::\n   :file: /etc/passwd
%%
.. csv-table::\n   :widths: 1 0 99999999\n\n   a,b,"c
%%
.. |a| replace:: |a|\n\n|a|
%%
.. |a| replace:: |b|\n.. |b| replace:: |a| |a|\n\n|b| |b|
%%
.. _a: b_\n.. _b: a_\n\na_ b_
%%
.. |e| unicode:: 0x1b 0x9b 0xD800 0x110000\n\n|e|
%%
.. |d| date:: %s%\x1b\n\n|d|
%%
+---+---+\n| a | b |\n+---+   |\n| c     |\n+---+---+
%%
=====  =====\na      b\n=====  =====\nc\n       d\n=====  =====
%%
.. contents:: \x1b\n   :depth: 99999999999
%%
.. role:: x(raw)\n   :format: html\n\n:x:`<b>`
%%
.. default-role:: raw\n\n`a`
%%
.. [#] `a [#]_\n.. [#a] [#a]_\n.. [*] [*]_\n\n[#a]_ [#]_ [*]_ [9]_ [CIT]_
%%
.. math::\n\n   \\frac{a}{\\frac{\\frac{b
%%
.. code:: \x1b\n   :number-lines: x\n\n   a
%%
.. sectnum::\n   :depth: -1\n   :start: 99999999999999999999
%%
.. list-table::\n   :header-rows: 99\n\n   * - a\n   * - b\n     - c
%%
.. parsed-literal::\n\n   **a\n   *b
%%
.. figure:: javascript:0\n   :target: `a\n\n   b\n\n   c
%%
.. class:: \x1b\n.. meta::\n   :a: \x1b
%%
a\n  :: b\n   c\n d
%%
`a <b_>`_ `c`__ __ d_\n\n__ a_
%%
:a: b\n:c:\n   :d: e"""

_ORG: Final = """#+INCLUDE: /etc/passwd
%%
#+SETUPFILE: /etc/passwd
%%
#+TITLE: \x1b[2J
%%
#+BEGIN_SRC \x1b
%%
#+END_SRC
%%
#+BEGIN_QUOTE\n#+BEGIN_QUOTE\n#+BEGIN_EXAMPLE
%%
#+MACRO: a {{{a}}}{{{a}}}\n{{{a}}}
%%
[fn:1] a[fn:1][fn::b [fn::c]]\n[fn:1]
%%
| a | b |\n|---+---|\n| c\n|-
%%
#+TBLFM: $1=1::@2$3='(a)
%%
:PROPERTIES:\n:CUSTOM_ID: \x1b\n:END:
%%
* TODO [#A] COMMENT a :b:c:\n* \n*** x
%%
[[file:/etc/passwd][a [[b]]]] [[*a]] [[#\x1b]] <<<a>>> <<b>>
%%
\\begin{a}\n\\begin{b}\n\\end{a}
%%
- [X] a :: b\n  1. [@9999999999999999999] c\n\t- d
%%
*a /b _c +d ~e =f= g~ h+ i_ j/ k*
%%
#+LINK: a b%sc%h\n[[a:%s]]
%%
#+begin_src\n,* a\n#+end_src\n#+RESULTS:\n: b"""

_ASCIIDOC: Final = """include::/etc/passwd[]
%%
|===\n|a |b\n|===
%%
[cols="99999999*,0,-1a"]\n|===\na|b\n\n!===\n!c\n!===\n9999+^.99+|d
%%
ifdef::a[]
%%
endif::[]
%%
ifeval::["{a}" == "{b}"]
%%
:a: {b}{b}\n:b: {a}{a}\n\n{a}
%%
[[a,\x1b]]<<a,b>> xref:c[d <<e>>] anchor:\x1b[]
%%
footnote:[a footnote:[b]] footnote:x[] footnote:x[y]
%%
****\n====\n----\n____\n++++\n--
%%
a:: b::: c;; d\n+\n--\ne\n--
%%
image::javascript:0[\x1b,99999999999]
%%
[NOTE]\n[quote,\x1b,\x1b]\n[%header,format=csv]
%%
....\n<1> a\n....\n<1> b\n<99999999999> c
%%
stem:[\\frac{a] latexmath:[\\\\] pass:[<b>\x1b</b>] +++<u>+++
%%
== a\n====== b\n======= c\n= d
%%
`a *b _c #d# e_ f* g` ``h `i"""

_ROFF: Final = """.so /etc/passwd
%%
.de a\n.a\n..\n.a
%%
.de a\n.b\n.b\n.b\n..\n.de b\n.a\n.a\n..\n.a
%%
.ds a \\*a\\*a\n\\*a
%%
.ds a \\*b\\*b\\*b\\*b\n.ds b \\*c\\*c\\*c\\*c\n.ds c \\*d\\*d\\*d\\*d\n.ds d xxxxxxxx\n\\*a
%%
.while 1 .br
%%
.if 1 \\{\\
%%
.\\}
%%
.ie n .el .ie t \\{ a
%%
.nr a 99999999999999999999 9\n\\n+a\\n-a
%%
.TS\nl l.\na\tb
%%
.TS\nallbox tab(\x1b);\nc s | n ^ a.\nT{\na\n.sp 9999\nT};b\n_;=\n.T&\nl.\n.TE
%%
.EQ\na over b\n.EN
%%
\\[u001B]\\N'27'\\[char155]\\U'1b'\\(\x1b\x1b\\*(\x1b
%%
\\h'99999999n'\\l'99999n-'\\v'-9999'\\o'abc'\\z\\D'l 9 9'\\w'a'\\s-9999\\X'\x1b'
%%
.tr a\x1bb\\[u009B]
%%
.Bl -column a b c\n.It a Ta b\n.El
%%
.Bl -tag -width 99999999999n\n.It Xo\n.Bl -enum\n.It
%%
.El
%%
.Fo a
%%
.Fc
%%
.Bd -literal -offset 9999999\n.Bd -filled
%%
.Ed\n.Ed
%%
.Op Fl a Oo Ar b Oc Oc Op Op Op
%%
.ce 99999999999\n.ta 9999 T 1 T T\n.ll 1\n.in -9999\n.ti 999999\n.RS 99999\n.RS -9
%%
.am SH\n.SH a\n..\n.rm TH\n.als a b\n.als b a\n.rn PP a\n.PP
%%
.ig\n.ec #\n.cc ,\n.eo\n.char a \\[u001B]
%%
.TH \x1b 99999 "a\n.SH\n.SH "" ""\n.TP\n.TP\n.IP \\(bu 9999
%%
.sp -9999\n.bp\n.nf\n.fi\n.TQ\n.SY\n.UR javascript:0\n.UE\n.MT a@b\n.ME\n.OP
%%
\\fB\\f[\\fI\\f(\\FX\\m[\x1b]\\M[
%%
\\$1\\$*\\$@\\\\$9\\n(.$\\*[a\\*[b]]"""

_MESSAGES: Final = """Content-Type: multipart/mixed; boundary="a"\n\n--a
%%
--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n--a
%%
--a--
%%
Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\nSubject: \x1b
%%
Content-Transfer-Encoding: base64\n\nG1swbTxiPhtb====\n=
%%
Content-Transfer-Encoding: quoted-printable\n\n=1B=9B=\n=ZZ=
%%
begin 644 \x1b\n#0V%T\n`\nend
%%
Content-Disposition: attachment; filename*0*=utf-8''%1b; filename*9=b
%%
Content-Type: text/plain; charset=utf-16\n\n\x00a
%%
Content-Type: text/html; charset=x-user-defined\n\n<p>\x1b<base href=javascript:0><a href=cid:\x1b>b</a>
%%
Content-Location: file:///etc/passwd\nContent-Base: http://[\nContent-ID: <\x1b>
%%
From: "[@click=app.quit]x[/]" <a\x1b@b>, =?utf-8?q?=1b=5b2J?= <c>\nDate: x\nReferences: <
%%
> > >a\n>> b\n>c\n-- \nd\n-----BEGIN PGP SIGNATURE-----
%%
On x, y wrote:\n\n> a\n>  b\n> > c"""

_MARKDOWN: Final = """[a]: <b "c\n[a][a]
%%
![a](b "c" [d](e) ![\x1b](\x1b)
%%
[^1]: a[^1]\n\n    b[^2]\n\n[^2]: [^1]
%%
| a |\n|-|\n| b | c |\n|
%%
---\ntitle: "\x1b[2J"\nauthor: [[[[a]]]]\ndate: -1\n---
%%
---\na: &a [b, b]\nc: &c [*a, *a, *a, *a]\nd: [*c, *c, *c, *c]\n<<: *c\n---
%%
---\ntitle: !!python/object/apply:os.system [id]\n---
%%
***a **b *c __d _e ~~f` g`` h```
%%
$$\n\\frac{a}{\n$$
%%
<details>\n<div>\n<!--\n<![CDATA[\n<?php
%%
```\x1b\na
%%
- a\n   - b\n\t- c\n      1. d\n10) e
%%
a\n=\n-\nb\n---\n&#27;&#x9b;&#0;
%%
<https://\x1b> <a@b> <javascript:0>"""

CONSTRUCTS: Final = tuple(
    piece.strip("\n").encode()
    for language in (_RST, _ORG, _ASCIIDOC, _ROFF, _MESSAGES, _MARKDOWN)
    for piece in language.split("\n%%\n")
)
"""Of reStructuredText, Org, AsciiDoc, roff, messages and Markdown; each stands on lines of its own."""
