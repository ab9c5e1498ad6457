"""A PDF against the same book in HTML: `python -m tests.bench.formats.pdf [-nMOST] BOOK.pdf PAGES.html…`.

Says which share of the headings and of the paragraphs of the HTML are there exactly, and the headings that
are none in it. Section numbers and the signs of notes are left out of account, for the two print them in
their own ways. A folder stands for all pages in it; with -n so many examples of what is missing are printed.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections import Counter
from pathlib import Path

from corpus.document import Document, Kind
from corpus.formats import html
from corpus.opening import open_bytes
from tests.bench.formats.command_line import words_given

_SPACE = re.compile(r"\s+")
_SIGNS = re.compile(r"\[(?:\d{1,3}|[a-z])\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=[^\W\d])\s*↩.*$")
_NUMBER = re.compile(
    r"^(?:(?:chapter|chapitre|kapitel|cap[íi]tulo|appendix|anhang|annexe|ap[ée]ndice|part|глава)\s+)?"
    r"(?:(?:[a-z]{3,9}\s+)?(?=[a-z]))?(?:(?:\d+|[a-z])(?:\.\d+)*\.?\s+|第\s?\w{1,3}\s?章\s*)",
    re.IGNORECASE,
)
_NOTE_LINK = re.compile(
    r'<a class="(?:footnote|footnote-reference|fn-backref)[^"]*"[^>]*>.*?</a>'
    r'|<a href="#ftn[^"]*"[^>]*>.*?</a>'
    r'|<span class="footnote">.*?</span>|<sup[^>]*>(?:<[^>]*>)*\[?\d+\]?(?:<[^>]*>)*</sup>',
    re.DOTALL,
)
_QUOTES = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
# DocBook's two ways to print a reference, a caption, and a link.
_REFERENCE = re.compile(r"((?:Section|Chapter|Abschnitt|Kapitel|Appendix|Anhang) [\dA-Z.]*\d), \"[^\"]*\"")
_CAPTION = re.compile(r"^((?:Table|Figure|Tabelle|Abbildung|表|図|图) ?[\d.]+)[.:]")
_ADDRESS = re.compile(r" \((?:https?|ftp|mailto):[^\s)]*\)")
_LEAST = 20


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", _SIGNS.sub("", text))
    text = _SPACE.sub(" ", text.translate(_QUOTES))
    text = _CAPTION.sub(r"\1", _ADDRESS.sub("", _REFERENCE.sub(r"\1", text)))
    return re.sub(r" +(?=[.,;:)])", "", text).strip()


def _title(text: str) -> str:
    return re.sub(r"[\W_]+", "", _NUMBER.sub("", _plain(text)).casefold())


def _texts(document: Document, kinds: set[Kind]) -> list[str]:
    blocks = (block for block in document.blocks if block.kind in kinds)
    return [document.text[block.start : block.end] for block in blocks]


def _pages(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.html")) if path.is_dir() else [path]
    return [path for path in found if path.stem not in ("genindex", "search", "footnotes")]


def _found(wanted: list[str], there: Counter[str]) -> tuple[int, list[str]]:
    left = there.copy()
    missing = []
    for text in wanted:
        if left[text] > 0:
            left[text] -= 1
        else:
            missing.append(text)
    return len(wanted) - len(missing), missing


def measure(book: Path, pages: list[Path], *, show: int = 0) -> str:
    """One line of figures; with `show`, so many examples of what is missing above it."""
    documents = [html.parse(_NOTE_LINK.sub("", page.read_text("utf-8", "replace"))) for page in _pages(pages)]
    began = time.process_time()
    pdf = open_bytes(book.read_bytes(), book.name)
    spent = time.process_time() - began
    headings = [_title(text) for one in documents for text in _texts(one, {Kind.HEADING})]
    headings = list(dict.fromkeys(filter(None, headings)))
    ours = [_title(text) for text in _texts(pdf, {Kind.HEADING})]
    listed = {_title(entry.title) for entry in pdf.contents}
    told = Counter([*ours, *listed])
    got, lost = _found(headings, told)
    false = [
        text
        for text in ours
        if text not in set(headings) and not any(h and text.endswith(h) for h in headings)
    ]
    prose = {Kind.PARAGRAPH, Kind.ITEM}
    wanted = [text for one in documents for text in map(_plain, _texts(one, prose)) if len(text) >= _LEAST]
    # The contents that a page shows are no paragraphs.
    wanted = [text for text in wanted if _title(text) not in set(headings)]
    there = Counter(map(_plain, _texts(pdf, prose | {Kind.NOTE, Kind.CODE, Kind.HEADING})))
    kept, missing = _found(wanted, there)
    for text in missing[:show]:
        print("  paragraph", repr(text[:300]))
    for text in lost[:show]:
        print("  heading", repr(text))
    for text in false[:show]:
        print("  false", repr(text))
    count = len(set(pdf.labels.pages.labels))
    return (
        f"{book.name}: headings {got}/{len(headings)} = {got / max(1, len(headings)):.3f},"
        f" false {len(false)}/{len(ours)};"
        f" paragraphs {kept}/{len(wanted)} = {kept / max(1, len(wanted)):.3f};"
        f" {count} pages in {spent:.1f} CPU s"
    )


if __name__ == "__main__":
    arguments = words_given(__doc__, 2)
    examples = int(arguments.pop(0)[2:]) if arguments[0].startswith("-n") else 0
    print(measure(Path(arguments[0]), [Path(one) for one in arguments[1:]], show=examples))
