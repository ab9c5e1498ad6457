"""The parts of a citation that all of Chicago’s forms share: titles, periodicals, imprints, addresses."""

from __future__ import annotations

from corpus.calendar import month_first
from corpus.citation.casing import headline_case
from corpus.citation.name_lists import NameList, listed
from corpus.citation.phrase import Phrase, italic, phrase, strung
from corpus.citation.ranges import chicago as shortened_range
from corpus.citation.ranges import ranged
from corpus.citation.remarks import Remarks
from corpus.citation.scholarly import laws
from corpus.citation.scholarly.chicago_editions import EDITORS, Edition
from corpus.citation.scholarly.publication import is_own_site, publisher
from corpus.citation.template import Template, is_periodical
from corpus.citation.titles import beside, described, in_another_script, shortened, titles
from corpus.citation.work import in_quotes, is_edited
from corpus.metadata import Metadata
from corpus.people import outlet

_WHOLE: tuple[Template, ...] = ("book", "report")


def title(work: Metadata, kind: Template, edition: Edition, remarks: Remarks, *, opens: bool) -> Phrase:
    """The title as notes and lists have it: “article”, *book*; a description where there is none.

    `opens` tells whether a sentence begins with it.
    """
    latin, own, translated = titles(work)
    if not latin:
        remarks.memory("a work without a title")
        return phrase(described(work, opens=opens))
    if own or translated:
        remarks.memory("a title beside its translation")
    return beside(_set(_cased(latin, work, edition), kind), own, translated)


def short_title(work: Metadata, kind: Template, edition: Edition, remarks: Remarks, *, opens: bool) -> Phrase:
    """The title as a short note has it."""
    latin, short = titles(work).latin, shortened(work)
    if not short:
        remarks.memory("a work without a title")
        return phrase(described(work, opens=opens))
    if short != latin and not work.title_short:
        remarks.memory("how a long title was shortened")
    return _set(_cased(short, work, edition), kind)


def container(work: Metadata, kind: Template, remarks: Remarks) -> Phrase:
    """The journal or newspaper in italics, a site in roman; empty where it is the work’s author."""
    if not (name := work.container if kind == "chapter" else outlet(work)):
        if is_own_site(work):
            remarks.memory("leaving out a site that is the work’s own author")
        return Phrase()
    if kind == "article" and work.container_romanised and in_another_script(name):
        return italic(work.container_romanised) + f" {name}"
    is_italic = kind in ("article", "chapter") or (kind == "news" and is_periodical(work))
    return italic(name) if is_italic and work.container else phrase(name)


def journal(work: Metadata, remarks: Remarks, *, with_year: bool) -> Phrase:
    """A journal with volume and issue: *Journal* 12, no. 3 (2019); without a year, *Journal* 12 (3)."""
    name = container(work, "article", remarks)
    if not work.volume:
        remarks.note("volume unknown")
    issue = f"no. {work.issue}" if work.issue else ""
    if not with_year:
        return strung((name, work.volume, f"({work.issue})" if work.volume and work.issue else issue), " ")
    numbered = strung((strung((name, work.volume), " "), issue), ", ")
    if not work.date:
        return numbered
    if work.volume or work.issue:
        return numbered + f" ({work.date.year})"
    return strung((numbered, str(work.date.year)), ", ")


def imprint(work: Metadata, edition: Edition, year: str) -> str:
    """Place, publisher and year, as far as the edition has them and they are known."""
    name = publisher(work)
    if edition.prints_place and work.place:
        name = f"{work.place}: {name}" if name else work.place
    return ", ".join(part for part in (name, year) if part)


def report(work: Metadata, remarks: Remarks) -> str:
    """What a report is called and its number: "Report no. 7"."""
    if not (work.genre or work.number):
        return ""
    remarks.memory("the number of a report")
    number = f"no. {work.number}" if work.number else ""
    return " ".join(part for part in (work.genre, number) if part)


def people(work: Metadata, rule: NameList, remarks: Remarks) -> Phrase:
    """The authors, or the editors with what they are where there are no authors."""
    if any(name.native for name in work.authors):
        remarks.memory("a name beside its characters")
    if not is_edited(work):
        return listed(work.authors, rule)
    return listed(work.editors, rule) + (", eds." if len(work.editors) > 1 else ", ed.")


def within(work: Metadata, kind: Template, manual: Edition, remarks: Remarks) -> Phrase:
    """The book that a chapter stands in, as lists have it; of another work the editors beside its author."""
    if kind != "chapter":
        return edited_by(work, "Edited by")
    name = container(work, kind, remarks)
    own = ranged(work.pages, "–", shortened_range) if manual.chapter_pages else ""
    return strung(("In " + name if name else "", edited_by(work, "edited by"), own), ", ")


def edited_by(work: Metadata, by: str) -> Phrase:
    """The editors of the book that the work stands in, or of the work itself beside its author."""
    return f"{by} " + listed(work.editors, EDITORS) if work.editors and not is_edited(work) else Phrase()


def read(work: Metadata, word: str) -> str:
    """The day on which an undated work was read (Q&A on access dates: only there)."""
    known = work.url and work.accessed and not work.date
    return f"{word} {month_first(work.accessed)}" if known and work.accessed else ""


def statute(work: Metadata, place: str) -> Phrase:
    """A law with its code, and the section: Copyright Act, 17 U.S.C. § 107; a judgment with its citation."""
    if laws.is_case(work):
        return strung((laws.called(work), laws.code(work), place), ", ")
    return strung((laws.called(work), strung((laws.code(work), place), " ")), ", ")


def _set(words: str, kind: Template) -> Phrase:
    return italic(words) if kind in _WHOLE else phrase(in_quotes(words))


def _cased(words: str, work: Metadata, edition: Edition) -> str:
    return headline_case(words, work.lang, lowered=edition.small)
