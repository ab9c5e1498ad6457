"""The signs that lines of AsciiDoc are told by. Source: the AsciiDoc language documentation."""

from __future__ import annotations

import re
from typing import Final

HEADING: Final = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*)")
UNDERLINE: Final = re.compile(r"(=+|-+|~+|\^+|\++)[ \t]*")
LEVELS: Final = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
ATTRIBUTE: Final = re.compile(r":(!?[\w-]+!?):(?:[ \t]+(.*))?")
AUTHOR: Final = re.compile(r"[^\W\d][^<>:;]{0,120}(?:<[^<>]*>)?(?:;.*)?")
REVISION: Final = re.compile(r"(?:v?([\w.]+),)?[ \t]*([^:]*\d{4}[^:]*)(?::.*)?")
BLOCK_ATTRIBUTES: Final = re.compile(r"\[(?!\[)([^\[\]]*(?:\[[^\]]*\][^\[\]]*)*)\][ \t]*")
ANCHOR: Final = re.compile(r"\[\[([^\[\],]+)(?:,[^\]]*)?\]\][ \t]*")
TITLE: Final = re.compile(r"\.([^\s.].*)")
DELIMITER: Final = re.compile(r"(-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--|`{3,}\w*|[|,:!]={3,})[ \t]*")
DIRECTIVE: Final = re.compile(r"(include|ifdef|ifndef|ifeval|endif)::([^\[]*)\[(.*)\][ \t]*")
MACRO: Final = re.compile(r"(image|video|audio|toc)::([^\[]*)\[(.*)\][ \t]*")
BULLET: Final = re.compile(r"[ \t]*(\*{1,6}|-|•)[ \t]+(\S.*)")
NUMBER: Final = re.compile(r"[ \t]*(\.{1,6}|\d{1,4}\.|[a-zA-Z]\.|[ivx]{1,5}\))[ \t]+(\S.*)")
CALLOUT: Final = re.compile(r"<(\d{1,3}|\.)>[ \t]+(.*)")
TERM: Final = re.compile(r"[ \t]*(\S.{0,400}?)(:{2,4}|;;)(?:[ \t]+(.*)|[ \t]*)")
ADMONITION: Final = re.compile(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(.*)")
BOX: Final = re.compile(r"\[([ xX*])\](?=\s)")
RULES: Final = frozenset(("'''", "---", "- - -", "***", "* * *"))
