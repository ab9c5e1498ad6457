"""The title of a work: shortened, described where it has none, and what stands beside it in other scripts."""

from __future__ import annotations

from typing import Final, NamedTuple

from corpus.citation.casing import doubtful_capitals, sentence_case
from corpus.citation.marks import without_stop
from corpus.citation.phrase import Phrase, phrase, strung
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited
from corpus.citation.template import Template, is_online, template
from corpus.expression import expression
from corpus.metadata import Metadata
from corpus.people import in_characters

_NOUNS: Final[dict[Template, str]] = {
    "article": "article",
    "news": "article",
    "page": "page",
    "book": "book",
    "report": "report",
    "chapter": "chapter",
    "law": "law",
}
_UNCALLED: Final = "text"
"""What that is called of which nothing says what it is."""
_LATIN: Final = expression(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHER: Final = expression(r"[\u0370-\u1dff\u2c00-\ua71f\ua800-\ud7ff\uf900-\ufdff]")
_SUBTITLE: Final = expression(r"(?<=\w)(?::\s|\s?[—–]\s)")
_ARTICLE: Final = expression(r"(?:An?|The)\s(?=\S)")
_LINKS: Final = frozenset(
    "about after against among and as at before between by during for from in into of on or over through to"
    " toward towards under upon with within without".split()
)
_KEPT: Final = 4
"""Words; Chicago (18th edition, 13.33) seldom shortens titles that have no more."""


class Titles(NamedTuple):
    """A title in Latin letters (as published if it has no others), in its own script, and translated."""

    latin: str
    own: str
    translated: str


def titles(work: Metadata) -> Titles:
    """The titles of a work, without a final stop; what is in Latin letters already needs no transcription."""
    if work.title_romanised and in_another_script(work.title):
        return Titles(without_stop(work.title_romanised), work.title, work.title_translated)
    return Titles(without_stop(work.title or work.title_romanised), "", work.title_translated)


def described(work: Metadata, *, opens: bool) -> str:
    """What stands for a title that nobody gave: "untitled article", with a capital where a sentence opens.

    To describe the work better is the writer’s part.
    """
    kind = template(work)
    noun = _UNCALLED if kind == "page" and not is_online(work) else _NOUNS[kind]
    return f"{'Untitled' if opens else 'untitled'} {noun}"


def shortened(work: Metadata) -> str:
    """The title for a short citation: the short one that is known, else the beginning of the main title.

    As Chicago (18th edition, 13.33) and MLA have it: without the article at its beginning, cut before a
    preposition where it has more than four words; words are never changed or moved. Where its language is
    not known to be English, only a subtitle is cut off.
    """
    if work.title_short:
        return work.title_short
    title = titles(work).latin
    main = _SUBTITLE.split(title)[0]
    if not work.lang.lower().startswith("en"):
        return main
    main = _ARTICLE.sub("", main, count=1) if _ARTICLE.match(main) else main
    words = main.split(" ")
    if len(words) <= _KEPT:
        return main
    cut = next((at for at, word in enumerate(words) if at > 1 and word.lower() in _LINKS), len(words))
    return " ".join(words[:cut]).rstrip(",;")


def in_sentence_case(title: str, cited: Cited, remarks: Remarks) -> str:
    """The title in sentence case; which capitals were left, though they may belong to no name, is remarked.

    In languages other than English the capitals of a title are as they should be.
    """
    lang = cited.work.lang
    if lang and not lang.lower().startswith("en"):
        return title
    cased = sentence_case(title, cited.uncapitalised)
    if doubtful := doubtful_capitals(cased, lang):
        words = ", ".join(f"“{word}”" for word in dict.fromkeys(doubtful))
        remarks.memory(f"the capitals of {words}: only those of names stay")
    return cased


def in_another_script(words: str) -> bool:
    """Whether most letters are not Latin ones."""
    return not words.isascii() and len(_OTHER.findall(words)) > len(_LATIN.findall(words))


def ask_for_latin(work: Metadata, style: str, remarks: Remarks) -> None:
    """Note what the style asks for where names or a title are known in another script only."""
    foreign = in_another_script(work.title)
    names = in_characters(work.authors) or any(in_another_script(name.short()) for name in work.authors)
    latin = ["names"] if names else []
    latin += ["the title"] if foreign and not work.title_romanised else []
    asked = [f"{' and '.join(latin)} in Latin letters"] if latin else []
    asked += ["a translation of the title"] if foreign and not work.title_translated else []
    if asked:
        remarks.note(f"{style} asks for {', and '.join(asked)}")


def beside(title: Phrase | str, own: str, translated: str) -> Phrase:
    """A title with what it is in its own script, and its translation in brackets, behind it."""
    return strung((phrase(title), own, f"[{translated}]" if translated else ""), " ")
