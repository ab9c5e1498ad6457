"""What the styles make of a passage, each made when it is first to be seen. No Textual in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.citation import STYLES, cited_at, refer
from corpus.citation.catalogue import CSL
from corpus.citation.phrase import Phrase
from corpus.citation.style import Cited, Form
from corpus.errors import NoSuchPlace, PinciteError
from corpus.metadata import Metadata
from tui.article import OpenArticle
from tui.choosing import Choice
from tui.copying import is_placed, passages_at

FORMS: Final[tuple[Form, ...]] = ("cite", "short", "ibid", "entry")


class Sample(NamedTuple):
    """A citation to look at, what is missing and unchecked in it; or why there is none, in one sentence."""

    phrase: Phrase = Phrase()
    notes: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    fault: str = ""


class Samples:
    """Citations of one place in every style; those of a slow style are made in a worker."""

    def __init__(self, cited: Cited) -> None:
        self._cited = cited
        self._made: dict[tuple[str, Form], Sample] = {}

    def ready(self, style: str, form: Form = "cite") -> Sample | None:
        """The citation, None where it takes long and was not made yet: then it is for `make`."""
        return self._made.get((style, form)) or (None if is_slow(style) else self.make(style, form))

    def make(self, style: str, form: Form = "cite") -> Sample:
        """The citation; may be called in any thread."""
        key = style, form
        if key not in self._made:
            try:
                reference = refer(self._cited, style, form)
            except PinciteError as fault:
                self._made[key] = Sample(fault=str(fault))
            else:
                self._made[key] = Sample(reference.phrase, reference.notes, reference.unchecked)
        return self._made[key]

    def forms(self, style: str, wanted: Sequence[Form] = FORMS) -> list[tuple[str, Sample]]:
        """Those of these forms that are ready and differ, each with what it is called."""
        found: list[tuple[str, Sample]] = []
        for form in wanted:
            sample = self.ready(style, form)
            if sample is None or (form == "ibid" and not is_slow(style) and not STYLES[style].ibid):
                continue
            if sample.fault and form == "cite":
                return [("", sample)]
            if sample.phrase and sample.phrase not in [known.phrase for _, known in found]:
                found.append(("citation" if form == "cite" else form, sample))
        return found

    def unchecked(self, style: str, wanted: Sequence[Form] = FORMS) -> tuple[str, ...]:
        """What is unchecked in any of these forms that are ready."""
        said = [part for _, sample in self.forms(style, wanted) for part in sample.unchecked]
        return tuple(dict.fromkeys(said))


def cited_here(article: OpenArticle, chosen: Sequence[Choice], cursor: int, metadata: Metadata) -> Cited:
    """What is chosen, or the paragraph at the cursor; the work alone where no place can be cited yet.

    `metadata` are those to cite it by.
    """
    try:
        passages = passages_at(article.document, article.outline, chosen, cursor)
    except NoSuchPlace:
        return Cited(metadata)
    return cited_at(metadata, passages[0], passages[-1]) if is_placed(passages[-1]) else Cited(metadata)


def is_slow(style: str) -> bool:
    """Whether a citation in that style takes so long that the page would have to wait."""
    return style.endswith(CSL)
