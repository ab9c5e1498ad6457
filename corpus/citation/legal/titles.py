"""Titles with their capitals, and those of works in another language or script."""

from __future__ import annotations

import re
from typing import Final

from corpus.citation.casing import headline_case
from corpus.citation.legal.kinds import ALONE, Kind
from corpus.citation.legal.matter import Matter
from corpus.citation.marks import Marks, without_stop
from corpus.citation.phrase import Phrase, italic, phrase, strung
from corpus.citation.titles import described
from corpus.citation.work import in_quotes
from corpus.scripts import CJK

_PINYIN_PARTICLES: Final = frozenset({"de", "he", "yu"})


def title_of(matter: Matter, *, short: bool = False, romanised: bool = False) -> str:
    """The title in headline capitals, where it is English; "" where it is not known.

    With `short` it is the short title, if the work has one; with `romanised` the transcription.
    """
    work = matter.work
    if romanised and work.title_romanised:
        return work.title_romanised
    published = (short and work.title_short) or work.title or work.title_romanised
    published = without_stop(published) if published.endswith(".") else published
    # The parties are called as they are called: "Smith v Northgate Press Ltd".
    title = published if matter.kind is Kind.CASE else headline_case(published, work.lang)
    if title != published:
        matter.recall("which words of the title have capitals")
    return title


def set_title(
    matter: Matter, marks: Marks, *, short: bool = False, romanised: bool = False, quotes_both: bool = False
) -> Phrase:
    """The title between the marks, of books and reports in italics, with its translation in brackets.

    Where `quotes_both`, the translation is set as the title is. The short form has no translation.
    """
    apart = matter.kind in ALONE or matter.kind is Kind.CASE

    def set_in(words: str) -> Phrase:
        return set_italic(words) if apart else phrase(in_quotes(words, marks))

    title = title_of(matter, short=short, romanised=romanised)
    if short:
        return set_in(title) if title else nameless(matter)
    translation = translation_of(matter)
    if not title:
        matter.recall("a work without a title")
    if not (title or translation):
        return nameless(matter)
    bracket = "[" + (set_in(translation) if quotes_both else phrase(translation)) + "]" if translation else ""
    return strung((set_in(title) if title else "", bracket), " ")


def site_of(matter: Matter) -> Phrase:
    """The periodical or site in italics, as it is called where neither an author nor a title is known."""
    return set_italic(matter.site) if matter.site else Phrase()


def nameless(matter: Matter) -> Phrase:
    """What stands for a title where no outlet is known either, since the citation would name no work.

    To describe the work better is the writer’s part.
    """
    work = matter.work
    outlet = "" if matter.kind in ALONE else work.container if matter.kind is Kind.CHAPTER else matter.site
    if outlet:
        return Phrase()
    return phrase(described(work, opens=not (work.authors or work.editors)))


def abbreviated(matter: Matter, *, stops: bool = False) -> str:
    """The name of the periodical or site, by its abbreviation where that is known; none is made up here."""
    work = matter.work
    if not work.container_short:
        if " " in matter.site:
            matter.tell("name of the periodical or site not abbreviated")
        return matter.site
    return work.container_short if stops else work.container_short.replace(".", "")


def translation_of(matter: Matter) -> str:
    """The translation of the title, in headline capitals."""
    return headline_case(matter.work.title_translated, "en")


def container_romanised(matter: Matter) -> str:
    """The transcription of the periodical's name: "Faxue Yanjiu"; "" where there is none."""
    return capitalised_pinyin(matter, matter.work.container_romanised)


def capitalised_pinyin(matter: Matter, words: str) -> str:
    """A transcription from Chinese with capitals at its words: "Faxue Yanjiu"; others stay as they are."""
    if not matter.work.lang.lower().startswith("zh"):
        return words
    first, *others = words.split(" ")
    raised = (word if word in _PINYIN_PARTICLES else word[:1].upper() + word[1:] for word in others)
    return " ".join([first[:1].upper() + first[1:], *raised])


def is_foreign(matter: Matter) -> bool:
    """Whether the work is known by a translation or a transcription, too, or is in Chinese or Japanese."""
    work = matter.work
    return bool(work.title_translated or work.title_romanised) or in_cjk(work.title)


def recall_foreign(matter: Matter) -> None:
    """Say of a foreign work that how it is cited was not seen."""
    if is_foreign(matter):
        matter.recall("a work in another language")


def in_cjk(words: str) -> bool:
    """Whether there are Chinese or Japanese characters among the words."""
    return not words.isascii() and bool(re.search(f"[{CJK}]", words))


def set_italic(words: str) -> Phrase:
    """The words in italics, save that Chinese and Japanese characters have none."""
    return phrase(words) if in_cjk(words) else italic(words)
