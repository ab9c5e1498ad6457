"""Pages, paragraphs and sections as OSCOLA and McGill print them alike: "42", "para 12", "s 4"."""

from __future__ import annotations

from corpus.citation.legal.kinds import Kind
from corpus.citation.legal.matter import Matter
from corpus.citation.legal.statutes import is_by_code
from corpus.citation.ranges import spanned, two_digits


def page(matter: Matter) -> str:
    """Without "p"; a range keeps two digits of its end."""
    first, last = matter.place.pages or ("", "")
    if first != last:
        matter.recall("digits of a range of pages")
    return spanned((first, last), "–", two_digits)


def paragraph(matter: Matter) -> str:
    """The number that the source prints."""
    first, last = matter.place.numbers or ("", "")
    return _labelled(matter, first, last)


def counted(matter: Matter) -> str:
    """The paragraph as it was counted."""
    matter.recall("“para” for a paragraph that was only counted")
    first, last = matter.place.counted or (0, 0)
    return _labelled(matter, str(first), str(last))


def section(matter: Matter) -> str:
    """The section, by the letter that statutes have for it; in a code of the United States, by its sign.

    AGLC prints it so, too.
    """
    if matter.kind is not Kind.STATUTE:
        matter.recall("“s” for a section of another work than a statute")
    elif is_by_code(matter.work):
        return f"§ {matter.place.section}"
    return f"s {matter.place.section}"


def _labelled(matter: Matter, first: str, last: str) -> str:
    if first == last:
        return f"para {first}"
    matter.recall("“paras” for several paragraphs")
    return f"paras {first}–{last}"
