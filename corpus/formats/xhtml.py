"""XHTML as the HTML that it would be: what XML may write and HTML may not, written as HTML.

Sources: XML 1.0 §§ 2.7 and 3.1, Namespaces in XML 1.0 § 4, XHTML 1.0 appendix C.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.encodings.decoding import decode
from corpus.expression import expression

_PROLOGUE: Final = expression(
    r"\ufeff?\s*(?:<\?xml\b[^>]{0,200}\?>\s*)?(?:<!--.*?-->\s*)*+<!DOCTYPE\s[^>\[]{0,400}(?P<subset>\[)?",
    re.DOTALL | re.IGNORECASE,
)
_SUBSET_END: Final = expression(r"\]\s*>")
_DECLARED: Final = expression(
    r"<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"'](?P<name>[A-Za-z0-9_.:-]{2,40})[\"']"
)
_PREFIX: Final = expression(r"\bxmlns:(?P<prefix>\w{1,20})\s*=\s*[\"']http://www\.w3\.org/1999/xhtml[\"']")
_CLOSED: Final = expression(r"<(?P<name>[A-Za-z][\w:-]{0,40})(?P<rest>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*?)/>")
_CDATA: Final = expression(r"<!\[CDATA\[(?P<words>.*?)\]\]>", re.DOTALL)
_CASE: Final = expression(r"<epub:case\b.*?</epub:case\s*>", re.DOTALL)
_CASE_END: Final = expression(r"</epub:case\s*>")
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ESCAPED: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def html_of(data: bytes) -> str:
    """The text of an XHTML file as HTML; never fails, whatever it is."""
    text = decode(data, _said(data)).text
    if (
        (prologue := _PROLOGUE.match(text))
        and prologue["subset"]
        and (end := _SUBSET_END.search(text, prologue.end()))
    ):
        # What a file declares for itself is never read: HTML would show it.
        text = text[end.end() :]
    if "<![CDATA[" in text:
        last = text.rfind("]]>") + 3  # what nothing ends is not looked for, over and over
        text = _CDATA.sub(lambda match: match["words"].translate(_ESCAPED), text[:last]) + text[last:]
    if match := _PREFIX.search(text[:4096]):
        text = re.sub(rf"<(/?){re.escape(match['prefix'])}:", r"<\1", text)
    if "<epub:case" in text:
        last = max((match.end() for match in _CASE_END.finditer(text)), default=0)
        # EPUB 3.0 § 2.1.3.4.1: what stands beside it is for who knows no other
        text = _CASE.sub("", text[:last]) + text[last:]
    return _CLOSED.sub(_opened, text) if "/>" in text else text


def _said(data: bytes) -> str:
    """The encoding that the XML declaration names, where Python knows it and it is no Unicode."""
    match = _DECLARED.match(data[:300].decode("latin-1").lstrip())
    if not match or match["name"].lower().startswith(("utf", "ucs", "iso-10646", "us-ascii")):
        return ""
    try:
        data.decode(match["name"])
    except (LookupError, ValueError):
        return ""
    return match["name"].lower()


def _opened(match: re.Match[str]) -> str:
    """An element that closes at once: HTML closes only what must be empty."""
    name = match["name"]
    return match[0] if name.lower() in _VOID else f"<{name}{match['rest']}></{name}>"
