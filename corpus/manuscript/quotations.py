"""The quotations in the paragraphs of a manuscript, each with its citation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from corpus import words
from corpus.manuscript.beside import NOTHING, Beside, Surroundings, ending
from corpus.manuscript.citing_words import cites, refers_back, refers_by_name
from corpus.manuscript.marks import Pair, Pairs, pairs_of
from corpus.manuscript.mentions import Mention, mentions_in, with_names
from corpus.manuscript.paragraphs import Paragraph, Slip
from corpus.manuscript.placed import Lines
from corpus.manuscript.quoted import PassedOver, Quoted, Spot
from corpus.manuscript.run_in import citation_alone
from corpus.manuscript.running_on import joined, runs_on
from corpus.manuscript.succession import Succession
from corpus.manuscript.titles import is_title
from corpus.manuscript.within_notes import around_of, in_note, note_words
from corpus.sanitiser import clean_line, clean_text

_SHORT: Final = 2
"""Words that are set off by marks rather than quoted, where nothing is cited for them."""

_FAULTS: Final = 20
"""Marks of each kind without a fellow that are told of a paragraph."""

_SHORT_MOST: Final = 80
"""Characters that they have at most."""

_PARAGRAPHS: Final = 20
"""Paragraphs over which a quotation runs at most that each of them opens again."""

_SHORT_UNSPACED: Final = 4
"""The same in characters of a script without spaces between words."""


class Found(NamedTuple):
    """The quotations in order, what is wrong in the manuscript, and what was no quotation."""

    quotations: list[Quoted]
    slips: list[Slip]
    passed_over: PassedOver


class Finder:
    """Finds the quotations of one manuscript."""

    def __init__(self, paragraphs: Sequence[Paragraph], lines: Lines) -> None:
        """Take all that stands in the manuscript, and its lines."""
        self._paragraphs = paragraphs
        self._lines = lines
        self._notes: dict[str, str] = {}
        entries: dict[str, str] = {}
        for one in paragraphs:
            if one.label and one.kind in ("note", "entry"):
                kept = self._notes if one.kind == "note" else entries
                kept.setdefault(one.label, note_words(one))
        self._succession = Succession(self._notes, entries)
        self._before_note: dict[str, tuple[str, str]] = {}
        self._quotations: list[tuple[int, Quoted]] = []
        self._slips: list[Slip] = []
        self._short = self._titles = 0

    def find(self) -> Found:
        """Look through everything once: the text first, because the notes follow one another as called."""
        texts = [one for one in self._paragraphs if one.kind != "note"]
        at = 0
        while at < len(texts):
            one = texts[at]
            if one.kind in ("block", "maybe"):
                at += self._block(texts, at)
            else:
                at += self._prose(texts, at)
        for one in self._paragraphs:
            if one.kind == "note":
                self._look_through(one, pairs_of(one.words.text, one.signs))
        self._quotations.sort(key=lambda found: found[0])
        quotations = [quoted for _, quoted in self._quotations]
        return Found(quotations, sorted(self._slips), PassedOver(self._short, self._titles))

    def _prose(self, texts: Sequence[Paragraph], at: int) -> int:
        """Look through a paragraph; how many were looked through, where a quotation runs over several."""
        one, taken = texts[at], 1
        pairs = pairs_of(one.words.text, one.signs)
        # By old custom each paragraph of a long quotation opens it again, and the last alone closes it.
        while (
            taken < _PARAGRAPHS
            and at + taken < len(texts)
            and runs_on(pairs, one, texts[at + taken])
            and texts[at + taken].kind == texts[at].kind
        ):
            one = joined(one, texts[at + taken], pairs.unclosed[-1])
            pairs = pairs_of(one.words.text, one.signs)
            taken += 1
        self._look_through(one, pairs)
        return taken

    def _look_through(self, one: Paragraph, pairs: Pairs) -> None:
        mentions = mentions_in(one, self._notes)
        if one.kind != "entry":
            self._tell_slips(one, pairs)
        surroundings = Surroundings(one, pairs.pairs, mentions)
        parentheses = [mention for mention in mentions if mention.kind == "parentheses"]
        told = until = 0
        for pair in pairs.pairs:
            while told < len(mentions) and mentions[told].start < pair.opens:
                self._cite_on(one, mentions[told])
                told += 1
            said = one.words.text[pair.start : pair.end]
            if not any(map(str.isalnum, said)):
                continue
            short = len(said) <= _SHORT_MOST and _is_short(said)
            citation = surroundings.beside(pair, close=short)
            around = around_of(parentheses, pair)
            if pair.opens < until or is_title(one, pair, citation, around):
                self._titles += 1
                continue
            until = max(until, citation.until)
            if one.kind == "note" or (around and not citation.words):
                citation = in_note(one, pair, around) or citation
            if short and not citation.close:
                self._short += 1
                continue
            while told < len(mentions) and mentions[told].start < citation.mention:
                self._cite_on(one, mentions[told])
                told += 1
            self._keep(one, pair.start, pair.end, citation, "inline")
            told = self._cite_whole(one, citation, mentions, told)
        for mention in mentions[told:]:
            self._cite_on(one, mention)

    def _block(self, texts: Sequence[Paragraph], at: int) -> int:
        """Look through a quotation that is set off; how many paragraphs it took."""
        one, taken = texts[at], 1
        mentions = mentions_in(one, self._notes)
        citation, end = ending(one, mentions)
        if one.citation and (citation is NOTHING or "://" not in one.citation):
            citation = Beside(one.citation, one.cited_at, close=True)
        if citation is NOTHING and at + 1 < len(texts) and (behind := self._attribution(texts[at + 1])):
            citation, taken = behind, 2
        if citation is NOTHING and at and texts[at - 1].kind == "prose":
            citation = self._introduction(texts[at - 1])
        introduced = at > 0 and texts[at - 1].words.text.rstrip().endswith((":", "："))
        if one.kind == "maybe" and citation is NOTHING and not introduced:
            return self._prose(texts, at)
        text = one.words.text
        start = len(text[:end]) - len(text[:end].lstrip())
        whole = pairs_of(text[:end], one.signs).pairs
        if len(whole) == 1 and whole[0].opens <= start and not text[whole[0].closes : end].strip(" \n.,"):
            start, end = whole[0].start, whole[0].end
        self._keep(one, start, end, citation, "block")
        if taken == 1:
            is_whole = citation.close and citation.mention >= end and not citation.label
            citation = citation._replace(until=len(text) if is_whole else 0)
            inside = [
                mention for mention in mentions if mention.start < citation.mention or not citation.until
            ]
            for mention in inside:
                self._cite_on(one, mention)
            self._cite_whole(one, citation, mentions, len(inside))
        else:
            for mention in mentions:
                self._cite_on(one, mention)
            self._succession.add(self._notes.get(citation.label, "") if citation.label else citation.words)
        return taken

    def _attribution(self, one: Paragraph) -> Beside | None:
        """The citation in a paragraph behind a quotation that is set off, if that is all it holds."""
        text = one.words.text.strip()
        if one.kind not in ("prose", "maybe") or len(text) > 400:
            return None
        mentions = mentions_in(one, self._notes)
        if text.startswith(("—", "–", "―", "-- ")) and (cites(text.lstrip("—–―- ")) or mentions):
            words = text.lstrip("—–―- ")
        elif alone := citation_alone(text):
            words = alone
        elif (
            mentions
            and not one.words.text[: mentions[0].start].strip()
            and not text[mentions[0].end :].strip(" .")
            and (mentions[0].kind != "parentheses" or cites(mentions[0].words[1:-1]))
        ):
            words = mentions[0].words if mentions[0].kind == "markup" else text
        else:
            return None
        if label := next((mention.words for mention in mentions if mention.kind == "note"), ""):
            return Beside("", one.words.origin(0), label, close=True)
        markup = [mention.words for mention in mentions if mention.kind == "markup"]
        words = words if not markup or markup[0] == words else f"{words} {' '.join(markup)}"
        start = one.words.text.find(words.split(" ")[0])
        return Beside(words, mentions[0].origin if markup else one.words.origin(max(0, start)), close=True)

    def _introduction(self, one: Paragraph) -> Beside:
        """The citation in the sentence that introduces a quotation which is set off."""
        text = one.words.text.rstrip()
        if not text.endswith((":", "：", ",")):
            return NOTHING
        pairs = pairs_of(one.words.text, one.signs).pairs
        end = len(text)
        behind = Pair(end, end, end, end, "", sure=True)
        return Surroundings(one, [*pairs, behind], mentions_in(one, self._notes)).beside(behind)

    def _keep(
        self, one: Paragraph, start: int, end: int, citation: Beside, kind: Literal["inline", "block"]
    ) -> None:
        text = one.words.text
        while start < end and text[start].isspace():
            start += 1
        said = clean_text(text[start:end]).strip()
        if not any(map(str.isalnum, said)):
            return
        cited = self._notes.get(citation.label, "") if citation.label else citation.words
        before, repeated = self._meant(one, citation, cited)
        spot = self._spot(one.words.origin(start))
        at = self._spot(citation.origin) if cited and citation.origin is not None else None
        quoted = Quoted(said, spot, clean_line(cited), at, clean_line(before), kind, clean_line(repeated))
        self._quotations.append((one.words.origin(start), quoted))

    def _meant(self, one: Paragraph, citation: Beside, cited: str) -> tuple[str, str]:
        """The citation that one means which refers back, and the one that it repeats."""
        if citation.label:
            return self._note_meant(citation.label)
        if not cited:
            return "", ""
        if one.kind == "note" and (refers_back(cited) or refers_by_name(cited)):
            # In a note it means the work at its beginning, if there is one.
            own = self._notes.get(one.label, "") if citation.mention else ""
            if cites(own, beside=False) and not refers_back(own):
                return own, ""
            return self._before_note.get(one.label, ("", ""))
        return self._succession.before(cited), self._succession.stands_for(cited)

    def _note_meant(self, label: str) -> tuple[str, str]:
        """The same of a note that is called now."""
        if label not in self._before_note:
            words = self._notes.get(label, "")
            self._before_note[label] = self._succession.before(words), self._succession.stands_for(words)
        return self._before_note[label]

    def _cite_on(self, one: Paragraph, mention: Mention) -> None:
        """Count a mention among what was cited, if it is a citation; in notes nothing is called."""
        if one.kind == "note":
            return
        if mention.kind == "note":
            cited = self._notes.get(mention.words, "")
            if mention.words not in self._notes:
                what = (
                    f"The note “{clean_line(mention.words)}” is called here, but it is not in the manuscript."
                )
                self._slips.append(Slip(mention.origin, what))
            self._note_meant(mention.words)
            self._succession.add(cited)
        elif mention.kind == "markup" or cites(mention.words[1:-1], beside=False):
            self._succession.add(with_names(one.words.text, mention)[0])

    def _cite_whole(self, one: Paragraph, citation: Beside, mentions: Sequence[Mention], told: int) -> int:
        """Count a citation without parentheses as one, with all in it; how many mentions are told then."""
        if not citation.until or citation.label or one.kind == "note":
            return told
        while told < len(mentions) and mentions[told].start < citation.until:
            told += 1
        self._succession.add(citation.words)
        return told

    def _tell_slips(self, one: Paragraph, pairs: Pairs) -> None:
        for offset, mark in pairs.unclosed[:_FAULTS]:
            what = f"The quotation that {mark} opens is never closed in its paragraph: it was not checked."
            self._slips.append(Slip(one.words.origin(offset), what))
        for offset, mark in pairs.unopened[:_FAULTS]:
            what = f"The mark {mark} closes a quotation that was never opened in its paragraph."
            self._slips.append(Slip(one.words.origin(offset), what))

    def _spot(self, origin: int) -> Spot:
        return Spot(*self._lines.spot(origin))


def _is_short(said: str) -> bool:
    if said.isascii() and len(said.split()) > 2 * _SHORT:
        return False
    forms = words.columns(said)[2]
    unspaced = sum(words.is_unspaced(form[0]) for form in forms)
    return len(forms) - unspaced + unspaced * _SHORT / _SHORT_UNSPACED <= _SHORT
