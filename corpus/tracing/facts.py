"""What a citation says without being understood: addresses, keys, years, and the words that may be names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus import words
from corpus.expression import expression
from corpus.identifiers import doi_of
from corpus.tracing.locators import labelled

_LONGEST: Final = 4_000
"""Characters of a citation that are looked through."""
_ADDRESS: Final = expression(r"https?://[^\s<>\"“”{}|\\^`]{3,1000}", re.IGNORECASE)
_DOI: Final = expression(r"\b10\.\d{4,9}(?:\.\d{1,9}){0,4}/[^\s<>\"“”{}]{1,300}")
# Without a scheme, as MLA prints it.
_BARE_ADDRESS: Final = expression(r"(?<![\w@/.])(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}/[^\s<>\"“”{}|\\^`]{1,900}")
_KEY: Final = r"[^\s\[\]{}(),;@\"“”]{1,200}"
_KEYS: Final = expression(
    rf"@[A-Za-z]{{3,30}}\{{(?P<entry>[^\s,{{}}]{{1,200}}),"
    rf"|(?<![\w.@])@\{{?(?P<marked>{_KEY})\}}?"
    rf"|\\[A-Za-z]{{0,20}}[Cc]ite[A-Za-z]{{0,20}}\*?(?P<notes>(?:\[[^\[\]\\]{{0,300}}\]|\[\{{[^{{}}]{{0,300}}\}}\]){{0,2}})"
    rf"\{{(?P<braced>[^{{}}]{{1,500}})\}}"
    rf"|#cite\(label\(\"(?P<label>[^\"]{{1,200}})\"\)|#cite\(<(?P<angled>[^<>]{{1,200}})>"
)
_LONE: Final = expression(r"\s*(?P<key>[^\W\d_][^\s\[\]{}(),;@]{0,100}\d{4}[a-z]?)\s*")
_YEAR: Final = expression(
    r"(?<![A-Za-z\d_.])(?P<year>1[4-9]\d\d|20\d\d)[a-z]?(?![A-Za-z\d_])(?![.:]\d|/\d{1,2}(?!\d))"
)
# A year behind one of these is that of a visit, or stands for a law or a page.
_NOT_OF_THE_WORK: Final = expression(
    r"(?:accessed|retrieved|visited|viewed|cited|consulté|abgerufen|访问|引用|检索)\W{0,3}(?:\w{1,12}\W{1,3}){0,4}\Z"
    r"|[\d–—-]\Z",
    re.IGNORECASE,
)
_REPORT: Final = expression(
    r"[\[(]\d{4}[\])]\s{1,2}(?:\d{1,3}\s{1,2})?[A-Z][A-Za-z]{1,11}\s{1,2}\d{1,5}(?!\w)"
)
_FEW: Final = 12
"""Words of a citation in which names may stand without their capitals."""
_VISITED: Final = expression(r"\[\d{4}-\d\d?-\d\d?\]")
_AGAIN: Final = expression(
    r"\W{0,4}(?:(?:see|see also|cf|in)\b\.?\s)?"
    r"(?:ib[ií]d(?:em)?|id|idem|ebd|ebenda|a\.\s?a\.\s?O|op\.?\s?cit|loc\.?\s?cit|同上|前引书?)(?![^\W_])",
    re.IGNORECASE,
)
_NUMBER_ALONE: Final = expression(r"\s*(?:\(\d{1,3}(?=[,)])|\[\d{1,3}(?=[,\]])|\d{1,3}\s*\Z)")
_TITLE: Final = expression(r"[“\"‘«„](?P<title>[^“”\"«»„]{3,400}?)[”\"’»](?!\w)")
_WORD: Final = expression(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_CONNECTING: Final = frozenset(
    "and et al und y e in of the de la le del di da dos van von der den ten ter zu bin ibn al el see also cf"
    " eg ie quoted cited as by eds ed trans para paras p pp at n note supra infra op cit loc pars par".split()
)
_NO_NAMES: Final = frozenset(
    "ibid ibidem id idem supra infra see cf also but accord contra quoted quoting citing cited emphasis"
    " added omitted internal quotations marks footnote footnotes citation citations original translated"
    " translation my our untitled article text page in the a an at note notes para paras par pars"
    " paragraph paragraphs pages pp section sec art chapter ch vol no ed eds edn trans under on of and or"
    " by to from online internet available accessed retrieved last visited january february march april"
    " may june july august september october november december jan feb mar apr jun jul aug sep sept oct"
    " nov dec doi https http www hereinafter hereafter spring summer autumn fall winter compare e.g i.e eg"
    " ie generally said says writes wrote according similarly thus here this that these those his her"
    " their its it she they we us".split()
)


class Key(NamedTuple):
    """A key that a bibliography knows a work by, and what stands beside it as the place."""

    key: str
    note: str


class Facts(NamedTuple):
    """What stands in a citation.

    `text` is the citation with spaces for addresses, `forms` its folded words. `reports` are numbers of
    judgments ("[2019] EXHC 42"), `years` those in which the work may have appeared. `names` are words with a
    capital that stand before year, title and place, folded; `only_names` tells that nothing else stands
    there; `capitals` are all words that may be names. `titles` stand between quotation marks. `again` tells
    that it points at the citation before ("ibid."), `numbered` that it is a number of a list.
    """

    text: str
    forms: tuple[str, ...]
    addresses: tuple[str, ...]
    dois: tuple[str, ...]
    keys: tuple[Key, ...]
    reports: tuple[str, ...]
    years: tuple[int, ...]
    names: tuple[str, ...]
    only_names: bool
    capitals: frozenset[str]
    titles: tuple[str, ...]
    again: bool
    numbered: bool


def facts_of(citation: str) -> Facts:
    """What a citation says. Bounded: of one without end the beginning is read."""
    citation = citation[:_LONGEST]
    dois = tuple(doi_of(match[0].rstrip(".,;)>]")) for match in _DOI.finditer(citation))
    addresses = tuple(
        match[0].rstrip(".,;)>]") for find in (_ADDRESS, _BARE_ADDRESS) for match in find.finditer(citation)
    )
    keys = tuple(_keys(citation))
    text = citation
    for find in (_ADDRESS, _DOI, _BARE_ADDRESS, _KEYS, _VISITED):
        text = find.sub(_blank, text)
    placeless = text
    for one in labelled(text):
        placeless = placeless[: one.start] + " " * (one.end - one.start) + placeless[one.end :]
    years = tuple(_years(placeless))
    names, only = _names(placeless)
    return Facts(
        text,
        tuple(words.columns(text)[2]),
        addresses,
        tuple(filter(None, dois)),
        keys,
        tuple(" ".join(match[0].split()) for match in _REPORT.finditer(text)),
        tuple(year for year, _ in years),
        names,
        only,
        _capitals(text),
        tuple(match["title"] for match in _TITLE.finditer(text)),
        _AGAIN.match(text) is not None,
        _NUMBER_ALONE.match(text) is not None,
    )


def _capitals(text: str) -> frozenset[str]:
    """The words that may be names: those with a capital, or all where there are few."""
    found = [match[0] for match in _WORD.finditer(text)]
    if len(found) > _FEW:
        found = [word for word in found if not word[0].islower()]
    return frozenset(form for word in found for form in words.columns(word)[2])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _keys(citation: str) -> Iterator[Key]:
    if lone := _LONE.fullmatch(citation):
        yield Key(lone["key"], "")
    found = list(_KEYS.finditer(citation))
    for number, match in enumerate(found):
        following = found[number + 1].start() if number + 1 < len(found) else len(citation)
        behind = citation[match.end() : following]
        if match["braced"]:
            note = match["notes"].removesuffix("]").rpartition("[")[2].strip("{}")
            if match["notes"].endswith("}]"):
                note = match["notes"].rpartition("[{")[2].removesuffix("}]")
            for key in match["braced"].split(","):
                yield Key(key.strip(), note)
        else:
            key = match["entry"] or match["marked"] or match["label"] or match["angled"]
            yield Key(key.rstrip(".:/!?’'"), behind)


def _years(text: str) -> Iterator[tuple[int, int]]:
    """The years that may be a work’s, with the offsets where they stand."""
    for match in _YEAR.finditer(text):
        if not _NOT_OF_THE_WORK.search(text, max(0, match.start() - 60), match.start()):
            yield int(match["year"]), match.start()


def _names(text: str) -> tuple[tuple[str, ...], bool]:
    """The words with a capital before the first year, title or number, and whether no other stands there."""
    ends = [match.start() for match in (re.search(r"[“\"‘«„\d]", text),) if match]
    zone = text[: min(ends, default=len(text))]
    names: list[str] = []
    others = False
    for match in _WORD.finditer(zone):
        forms = words.columns(match[0])[2]
        if all(form in _NO_NAMES or form in _CONNECTING for form in forms):
            continue
        if match[0][0].islower():
            others = True
        else:
            names += [form for form in forms if len(form) > 1 or words.is_unspaced(form)]
    return tuple(dict.fromkeys(names)), bool(names) and not others
