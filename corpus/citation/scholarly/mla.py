"""The MLA Handbook, 9th edition."""

from __future__ import annotations

from typing import Final

from corpus.calendar import day_first
from corpus.citation import pinpoint as at
from corpus.citation.casing import headline_case
from corpus.citation.editions import edition
from corpus.citation.name_lists import NameList, family, inverted, listed
from corpus.citation.phrase import Phrase, italic, phrase, strung
from corpus.citation.pinpoint import Pinpoints, pinpoint
from corpus.citation.quoting import Quotation
from corpus.citation.ranges import ranged, two_digits
from corpus.citation.remarks import Remarks
from corpus.citation.scholarly import laws
from corpus.citation.scholarly.publication import address, doi, is_own_site, publisher
from corpus.citation.stops import capitalised, sentences
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.template import Template, template
from corpus.citation.tidying import tidied
from corpus.citation.titles import ask_for_latin, described, in_another_script, shortened, titles
from corpus.citation.work import in_quotes, is_edited, joined
from corpus.metadata import Metadata, Name
from corpus.people import full_name

_IN_TEXT: Final = NameList(family, family, at_most=2)
_IN_LIST: Final = NameList(inverted, full_name, at_most=2)
_IN_ORDER: Final = NameList(full_name, full_name, at_most=2)

_PUBLISHED: Final[tuple[Template, ...]] = ("book", "report", "chapter", "page")
"""The works of which the publisher is named."""

_OWN_PARTS: Final = (
    at.section("sec. {}"),
    at.division("the name of an article or a rule", abbreviated=True),
)
_PRINTED: Final = (at.pages("{}", "{}", "-", two_digits), at.numbers("par. {}", "pars. {}", "-"))
_WITHHELD: Final[dict[at.Basis, str]] = {
    "counted": "no ¶ (MLA doesn’t count unnumbered paragraphs)",
    "heading": "no heading (MLA names only sections with a number)",
}
_PINPOINTS: Final = Pinpoints(
    (*_PRINTED, *_OWN_PARTS), _WITHHELD, in_law=Pinpoints((*_OWN_PARTS, *_PRINTED), _WITHHELD)
)


def _cite(cited: Cited) -> Reference:
    """The parenthesis: family names, or the short title where there is no author, and the place.

    MLA has paragraph numbers only where the source prints them, so a counted one is withheld. A page
    follows without a comma, what has a label with one.
    """
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    place, basis = pinpoint(cited, _PINPOINTS, remarks)
    people = listed(_named(work, kind), _IN_TEXT)
    called = people or _title_in_text(work, kind, remarks)
    remarks.unknown(work)
    ask_for_latin(work, "MLA", remarks)
    words = strung((called, place), " ") if basis == "pages" else joined((called, place), called)
    return remarks.reference("(" + words + ")", place)


def _named(work: Metadata, kind: Template) -> tuple[Name, ...]:
    """Those who stand first in the entry: not a body whose site the work is on, and no maker of laws."""
    if kind == "law" or (is_own_site(work) and kind == "page"):
        return ()
    return work.authors or (work.editors if is_edited(work) else ())


def _title_in_text(work: Metadata, kind: Template, remarks: Remarks) -> Phrase:
    if kind == "law":
        remarks.memory("the form of a law")
        called = laws.called(work) or laws.code(work)
        return italic(called) if laws.is_case(work) else phrase(called)
    if is_own_site(work) and kind == "page":
        remarks.memory("the title first where the author is the site")
    short = shortened(work)
    if not short:
        remarks.memory("a work without a title")
        return phrase(described(work, opens=True))
    return _set(headline_case(short, work.lang), kind)


def _entry(cited: Cited) -> Reference:
    """The entry in the list of works cited: people, title, and the containers, parted by commas."""
    cited, remarks = tidied(cited), Remarks()
    work, kind = cited.work, template(cited.work)
    remarks.unknown(work)
    ask_for_latin(work, "MLA", remarks)
    entry = sentences(
        (
            _people(work, kind, remarks),
            _title(work, kind, remarks),
            _container(work, kind, remarks),
            _read(work, remarks),
        )
    )
    return remarks.reference(entry)


def _people(work: Metadata, kind: Template, remarks: Remarks) -> Phrase:
    if kind == "law":
        remarks.memory("the form of a law")
        return listed(work.authors, _IN_LIST)
    names = _named(work, kind)
    if names and names[0].order == "family-first" and names[0].given:
        remarks.memory("names that begin with the family’s without a comma: some guides print one")
    whole = listed(names, _IN_LIST)
    if is_edited(work) and whole:
        remarks.memory("a book with editors only")
        return whole + (", editors" if len(names) > 1 else ", editor")
    return whole


def _title(work: Metadata, kind: Template, remarks: Remarks) -> Phrase:
    """The title; in its own script before the transcription, and the translation in brackets behind."""
    if is_own_site(work) and kind == "page":
        remarks.memory("the title first where the author is the site")
    if kind == "law":
        return phrase(laws.called(work) or laws.code(work))
    latin, own, translated = titles(work)
    if not latin:
        remarks.memory("a work without a title")
        return phrase(described(work, opens=True))
    if own or translated:
        remarks.memory("a title beside its transcription and translation")
    bracketed = f"[{headline_case(translated, 'en')}]" if translated else ""
    return strung((own, _set(headline_case(latin, work.lang), kind), bracketed), " ")


def _set(words: str, kind: Template) -> Phrase:
    return italic(words) if kind in ("book", "report") else phrase(in_quotes(words))


def _container(work: Metadata, kind: Template, remarks: Remarks) -> Phrase:
    whole = kind in ("book", "report")
    name = work.container or ("" if whole or kind == "chapter" else work.publisher)
    if work.container_romanised and in_another_script(name):
        name = work.container_romanised
    number = _report(work) if kind == "report" else work.number if laws.is_case(work) else ""
    if number and kind == "report":
        remarks.memory("the number of a report")
    version = edition(work.edition, "ed.")
    if version:
        remarks.memory("where the edition stands")
    by = "edited by " + listed(work.editors, _IN_ORDER) if work.editors and not is_edited(work) else ""
    volume, issue = work.volume and f"vol. {work.volume}", work.issue and f"no. {work.issue}"
    details = joined((by, version, volume, issue, number))
    parts = (
        italic(name),
        details if name else capitalised(details),
        publisher(work) if kind in _PUBLISHED and name != work.publisher else "",
        day_first(work.date, short=True) if work.date and kind != "law" else "",
        _pages(work),
        _address(work, remarks),
    )
    return joined(parts)


def _report(work: Metadata) -> str:
    return " ".join(part for part in (work.genre, work.number and f"no. {work.number}") if part)


def _pages(work: Metadata) -> str:
    pages = ranged(work.pages, "-", two_digits)
    if not pages:
        return ""
    return f"pp. {pages}" if "-" in pages or "," in pages else f"p. {pages}"


def _address(work: Metadata, remarks: Remarks) -> str:
    if doi(work) or not work.url:
        return address(work)
    bare = work.url.removeprefix("https://").removeprefix("http://")
    if bare != work.url:
        remarks.memory("the address without “https://”")
    return bare


def _read(work: Metadata, remarks: Remarks) -> str:
    if not (work.accessed and work.url and not work.date):
        return ""
    remarks.memory("the day of access of a page without a date")
    return f"Accessed {day_first(work.accessed, short=True)}"


MLA: Final = Style(
    "mla",
    "MLA",
    "MLA, 9th edition, in the text",
    "text",
    # More than four lines.
    Quotation("parenthesis", block_lines=5),
    cite=_cite,
    short=_cite,
    entry=_entry,
)
