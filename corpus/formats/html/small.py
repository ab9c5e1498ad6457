"""What is small in a line: what is set high or low, readings over characters, pictures, ticks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

from corpus.expression import expression
from corpus.formats import formula
from corpus.sanitiser import clean_line

_LONGEST: Final = 24
_NOT_WORDS: Final = "img, math, script, span.katex, ruby, br, [hidden], [style]"
_SIGNS: Final = expression(r"[\[(]?[\d*†‡§¶#]+[\])]?|[\[(][\w ]{1,12}[\])]")
_NOTED: Final = frozenset("footnote-anchor footnote footnote-ref noteref footnoteref fnref".split())
_FIGURES: Final = 4
_PIXEL: Final = frozenset("0123")


class Script(NamedTuple):
    """Words that are set high or low, and where the link leads that they are.

    `holds_more` tells that there are elements in it.
    """

    words: str
    link: str = ""
    holds_more: bool = False


def script_of(node: LexborNode) -> Script | None:
    """What a short `<sup>` or `<sub>` says; None for one that is to be read as other words are."""
    only = node.child
    if only is not None and only.next is None and only.tag == "-text":  # as nearly all are
        words = clean_line(only.text_content or "")
        return Script(words) if 0 < len(words) <= _LONGEST else None
    words = clean_line(node.text())
    if not words or len(words) > _LONGEST or node.css_first(_NOT_WORDS) is not None:
        return None
    links = node.css("a[href]")
    if len(links) > 1 or (links and clean_line(links[0].text()) not in (words, words.strip("[]()"))):
        return None
    return Script(words, links[0].attributes.get("href") or "" if links else "", holds_more=True)


def note_sign(node: LexborNode, attributes: Mapping[str, str | None]) -> str:
    """The sign of a note that a style sheet alone sets high, as on Substack and CourtListener; else ""."""
    classes = attributes.get("class")
    if (
        not classes
        or _NOTED.isdisjoint(classes.split())
        or not (attributes.get("href") or "").startswith("#")
    ):
        return ""
    words = clean_line(node.text()) if node.css_first("sup") is None else ""
    return formula.high(words) if words.isdecimal() and len(words) < _FIGURES else ""


def set_aside(words: str, tag: str, *, after_variable: bool) -> str:
    """The words of a `<sup>` or `<sub>` as they can be read in a line.

    Figures have signs of their own ("x²", "H₂O"), and so have those of notes ("word¹"); the letters of an
    ordinal or an abbreviation stay as they are ("19th", "Mme"). `after_variable` tells of a formula ("xᵏ").
    """
    if tag == "sub":
        return words if " " in words else formula.low(words)
    if numbers := formula.raised_numbers(words):
        return numbers
    if _SIGNS.fullmatch(words):
        return formula.high(words) if words.isdecimal() else words
    if words.isalpha() and not after_variable:
        return words
    return words if " " in words and not after_variable else formula.high(words)


def picture_words(node: LexborNode, attributes: Mapping[str, str | None]) -> str:
    """What stands for a picture: its alternative text; "" for one that only adorns the page."""
    said = attributes.get("alt")
    if said is None:
        said = attributes.get("title") or attributes.get("aria-label") or ""
        if not said and _in_figure(node) and attributes.get("width", "") not in _PIXEL:
            said = "picture"
    return clean_line(said)


def _in_figure(node: LexborNode) -> bool:
    parent = node.parent
    for _ in range(4):
        if parent is None:
            return False
        if parent.tag == "figure":
            return True
        parent = parent.parent
    return False


def tick(attributes: Mapping[str, str | None]) -> str:
    """The box of a list of tasks, as Markdown's tools write it; "" for any other control."""
    if attributes.get("type") != "checkbox" or "disabled" not in attributes:
        return ""
    return "☑ " if "checked" in attributes else "☐ "


def reading_opens(node: LexborNode) -> str:
    """What stands before the reading of a character: a bracket, where the page brings none."""
    return "" if _has_brackets(node) else "("


def reading_closes(node: LexborNode) -> str:
    """What stands behind it."""
    return "" if _has_brackets(node) else ")"


def _has_brackets(node: LexborNode) -> bool:
    return node.parent is not None and any(child.tag == "rp" for child in node.parent.iter())
