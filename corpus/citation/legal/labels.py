"""Pages, paragraphs and sections as OSCOLA and McGill print them alike: "42", "para 12", "s 4"."""

from __future__ import annotations

from corpus.citation.legal.kinds import Kind
from corpus.citation.legal.matter import Matter
from corpus.citation.legal.statutes import is_by_code
from corpus.citation.ranges import spanned, two_digits


def page(matter: Matter) -> str:
    """Without "p"; a range keeps two digits of its end."""
    return spanned(matter.place.pages or ("", ""), "–", two_digits)


def paragraph(matter: Matter) -> str:
    """The number that the source prints, with its label."""
    first, last = matter.place.numbers or ("", "")
    return _labelled(first, last)


def bracketed_paragraph(matter: Matter) -> str:
    """The number in brackets, both ends of a range in their own: "[5]–[6]"."""
    first, last = matter.place.numbers or ("", "")
    return f"[{first}]" if first == last else f"[{first}]–[{last}]"


def counted(matter: Matter) -> str:
    """The paragraph as it was counted."""
    matter.recall("“para” for a paragraph that was only counted")
    first, last = matter.place.counted or (0, 0)
    return _labelled(str(first), str(last))


def section(matter: Matter) -> str:
    """The section, by the letter that statutes have for it; in a code of the United States, by its sign."""
    by_sign = matter.kind is Kind.STATUTE and is_by_code(matter.work)
    return f"{'§' if by_sign else 's'} {matter.place.section}"


def section_as_of_a_statute(matter: Matter) -> str:
    """The same, in a style of which that was seen for statutes alone."""
    if matter.kind is not Kind.STATUTE:
        matter.recall("“s” for a section of another work than a statute")
    return section(matter)


def _labelled(first: str, last: str) -> str:
    return f"para {first}" if first == last else f"paras {first}–{last}"
