"""A quotation that is checked while one reads: what is asked, and what is said of it. No Textual in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.errors import NoSuchPlace
from corpus.quotation.checked import Match, Verdict
from corpus.sanitiser import clean_text
from tui.pasted import MOST
from tui.references import BOTH, HERE
from tui.traced import Arrival, changed_since, named, opened

if TYPE_CHECKING:
    from corpus.quotation.checked import Checked, Searched
    from corpus.tracing.traced import Agreed
    from tui.article import OpenArticle
    from tui.services import Services

CALLED: Final = {
    Verdict.VERBATIM: "verbatim",
    Verdict.ALTERED: "altered",
    Verdict.PARTIAL: "in part",
    Verdict.ABSENT: "absent",
}
"""What the verdicts are called."""


class CheckResult(NamedTuple):
    """What became of a quotation.

    `agreed` tells for each match whether the citation beside the quotation names it, None where there is
    no citation; `here` is the article that was being read.
    """

    checked: Checked
    here: OpenArticle
    citation: str = ""
    agreed: tuple[Agreed | None, ...] = ()

    @property
    def sentence(self) -> str:
        """The verdict, always with what was looked through."""
        checked = self.checked
        if checked.faults and not checked.matches:
            return checked.faults[0]
        where = searched_words(checked.searched)
        said = {
            Verdict.VERBATIM: f"word for word {_times(checked)}",
            Verdict.ALTERED: f"nowhere word for word {where}",
            Verdict.PARTIAL: f"only some of its words stand {where}",
            Verdict.ABSENT: f"not {where}",
        }[checked.verdict]
        return " · ".join((CALLED[checked.verdict].capitalize(), said, *checked.faults))


def _times(checked: Checked) -> str:
    count = sum(match.verdict is Verdict.VERBATIM for match in checked.matches)
    return "in this place" if count == 1 else f"in these {count} places"


def searched_words(searched: Searched) -> str:
    """What was looked through: "in this article", "in the 412 articles of the library (3 unreadable)"."""
    unread = f" ({searched.unreadable:,} unreadable)" if searched.unreadable else ""
    if searched.where == HERE:
        return f"in {HERE}{unread}"
    others = searched.articles - 1 if searched.where == BOTH else searched.articles
    count = f"the {others:,} article{'' if others == 1 else 's'} of the library"
    return f"in {f'{HERE} or ' if searched.where == BOTH else ''}{count}{unread}"


def check_quotation(
    pasted: str, services: Services, here: OpenArticle, *, within: bool, cancelled: Callable[[], bool]
) -> CheckResult:
    """Check a quotation, with the citation beside it; `within` is in the article that is read alone.

    `cancelled` tells when to give up: then less was looked through than there is.

    For a thread; raises PinciteError.
    """
    if len(pasted) > MOST:
        raise NoSuchPlace(f"This is longer than {MOST:,} characters: check a part of it.")
    from corpus.tracing.pasted import taken_apart  # see `Services.references`

    quotation, citation, _ = taken_apart(pasted)
    if not quotation:
        quotation, citation = pasted, ""  # all of it may be either
    references = services.references
    checked = references.checked(quotation, here, within=within, cancelled=cancelled)
    agreed = tuple(
        references.agreed(citation, match, here) if citation else None for match in checked.matches
    )
    return CheckResult(checked, here, citation, agreed)


def agreed_words(agreed: Agreed, match: Match) -> str:
    """Whether the citation names the article and the place, in a sentence."""
    if agreed.work == "wrong":
        said = "The citation names another work"
    elif agreed.place == "wrong":
        ought = agreed.ought or match.place
        said = f"The citation says {agreed.says}; the words stand in {ought}"
    elif agreed.work == "right" and agreed.place == "right":
        said = "The citation is right"
    elif agreed.place == "unsaid" and agreed.work == "right":
        ought = agreed.ought or match.place
        said = (
            f"The citation names this work, and no place in it: {ought}" if ought else "The citation is right"
        )
    elif agreed.work == "right":
        said = "The citation names this work; whether it names the place cannot be told"
    else:
        said = "Whether the citation names this work cannot be told"
    return " · ".join((said, *agreed.notes))


def words_offered(match: Match) -> str:
    """The words of the source, to be quoted instead; harmless."""
    return clean_text(match.offered).strip()


def place_of(result: CheckResult, match: Match, services: Services) -> Arrival:
    """The article of a match, opened where the words stand. For a thread; raises PinciteError."""
    here = result.here
    if match.article in (HERE, here.id):
        return Arrival(here, match.spans, _receipt(result, match))
    article = opened(services, int(match.article))
    if changed_since(services, article):
        # Its file is another than the library has: the words are looked for in the file.
        found = services.references.checked(result.checked.quotation, article, within=True).matches
        if not found:
            return Arrival(article, (), "The file has changed: these words are not in it any more.")
        match = found[0]._replace(title=match.title)
    return Arrival(article, match.spans, _receipt(result, match, match.title))


def _receipt(result: CheckResult, match: Match, title: str = "") -> str:
    parts = (CALLED[match.verdict].capitalize(), title, match.place, "< goes back")
    return " · ".join((f"“{named(result.checked.quotation)}”", *filter(None, parts)))


def is_wrong(agreed: Agreed | None) -> bool:
    """Whether a citation names something else."""
    return agreed is not None and "wrong" in (agreed.work, agreed.place)
