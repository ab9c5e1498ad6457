"""Whether clips still stand in their articles: each looked for in what its article is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from corpus.clip import Clip
from corpus.errors import NoSuchPlace
from corpus.finding_again.found import Found, State
from corpus.library.article_finder import ArticleFinder
from corpus.library.database import Database
from corpus.library.present_text import present_text

_WORSE: Final = (State.SAME, State.MOVED, State.EDITED, State.AMBIGUOUS, State.LOST)


class Verified(NamedTuple):
    """A clip, where each of its parts stands now, and the state of the worst of them.

    Where there is no text of its article to look in, `found` is empty, the state is LOST, and `reason` a
    sentence that says why.
    """

    clip: Clip
    found: tuple[Found, ...]
    state: State
    reason: str = ""


def verified(database: Database, clips: Iterable[Clip]) -> Iterator[Verified]:
    """The clips of one article after those of another, each looked for. Raises LibraryUnavailable."""
    of_article: dict[tuple[int | None, str], list[Clip]] = {}
    for clip in clips:
        of_article.setdefault((clip.article, "" if clip.article else clip.source), []).append(clip)
    for (article, source), taken in of_article.items():
        try:
            document = present_text(database, article, source)
        except NoSuchPlace as reason:
            yield from (Verified(clip, (), State.LOST, str(reason)) for clip in taken)
            continue
        finder = ArticleFinder(database, document, article)
        for clip in taken:
            found = tuple(finder.find(part, clip.digest) for part in clip.parts)
            yield Verified(clip, found, worst(one.state for one in found))


def worst(states: Iterable[State]) -> State:
    """The state of these that is worst for whoever cites."""
    return max(states, key=_WORSE.index, default=State.SAME)
