"""What leads back and checks quotations: the library and the article that is read, asked together.

No Textual in it. Everything here is for a thread, and raises PinciteError.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.quotation.checked import Checked, Match, Searched, Verdict
from corpus.sanitiser import clean_line
from corpus.tracing.traced import Agreed, Certainty, Destination

if TYPE_CHECKING:
    from corpus.index import Index
    from corpus.library import Library
    from corpus.quotation.checking import Checker
    from tui.article import OpenArticle

HERE: Final = "this article"
"""What an article that is read is called, and named by, where it is looked through."""
LIBRARY: Final = "the library"
BOTH: Final = "this article and the library"

_FEWEST_CHARACTERS: Final = 12
"""Words that are shorter are found anywhere, and mean no passage."""


class References:
    """Leads back and checks, as one library and the article that is read have it."""

    def __init__(self, library: Library | None, index: Callable[[], Index]) -> None:
        """`index` gives the index of the library when it is first asked for."""
        self._library, self._index = library, index
        self._checker: Checker | None = None
        self._read: tuple[object, Checker] | None = None
        """The article that was looked through last, and what checks against it."""

    # Leading back --------------------------------------------------------------------------------

    def traced(self, reference: str, here: OpenArticle | None) -> tuple[Destination, ...]:
        """Where a citation, a link or a quotation may lead, the best first."""
        from corpus.links import read_link
        from corpus.tracing import trace
        from corpus.tracing.pasted import taken_apart

        reading = (here.document, here.outline, here.id) if here else None
        checker = self._of_library() if self._library else None
        found = trace(reference, library=self._library, checker=checker, here=reading)
        if any(one.certainty == "sure" and one.start is not None for one in found):
            return found
        if link := read_link(reference):
            # Its article may be kept from another address: what is certain are then the words alone.
            terms = (term for one in link.directives for term in (one.start, one.end) if term)
            return (*found, *self._by_words(" … ".join(terms), here, "likely"))
        if taken_apart(reference).quotation:
            return found
        # Words without marks may be a quotation as well as a citation.
        words = self._by_words(reference, here, "sure")
        known = {(one.article, one.start) for one in words}
        others = (one for one in found if (one.article, one.start) not in known)
        return (*words, *(one._replace(certainty="possible") for one in others)) if words else found

    def _by_words(
        self, quotation: str, here: OpenArticle | None, certainty: Certainty
    ) -> tuple[Destination, ...]:
        """Where all words of a quotation stand; `certainty` is that of the only place."""
        if len(quotation) < _FEWEST_CHARACTERS:
            return ()
        matches = self.checked(quotation, here, within=False).matches
        verbatim = [match for match in matches if match.verdict is Verdict.VERBATIM and match.spans]
        return tuple(
            Destination(
                None if here and match.article in (HERE, here.id) else int(match.article),
                match.title,
                min(start for start, _ in match.spans),
                max(end for _, end in match.spans),
                match.place,
                certainty if len(verbatim) == 1 else "likely",
                "the words stand there",
            )
            for match in verbatim
        )

    def linked_title(self, reference: str) -> str:
        """What a link names its article by: its title, else its address; "" for what is no link."""
        from corpus.links.reading import read_link

        link = read_link(reference)
        return clean_line(link.title or link.url or link.digest) if link else ""

    # Checking ------------------------------------------------------------------------------------

    def checked(
        self,
        quotation: str,
        here: OpenArticle | None,
        *,
        within: bool,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Checked:
        """Whether a quotation stands in the article that is read, alone or with the whole library."""
        if here and (within or self._library is None):
            return self._of_article(here).check(quotation, cancelled=cancelled)
        prefer = () if here is None or here.id is None else (here.id,)
        found = self._of_library().check(quotation, prefer=prefer, cancelled=cancelled)
        if here is None or here.id is not None:
            return found
        return _together(self._of_article(here).check(quotation, cancelled=cancelled), found)

    def agreed(self, citation: str, match: Match, here: OpenArticle) -> Agreed:
        """Whether a citation names the article and the place of a match."""
        from corpus.tracing import agreed

        if match.article in (HERE, here.id) or self._library is None:
            document = here.document
        else:
            document = self._library.document(int(match.article))
        return agreed(citation, work=document.metadata, passages=(document, match.spans))

    def _of_library(self) -> Checker:
        from corpus.quotation.checking import Checker

        if self._library is None:
            raise NoSuchPlace("There is no library: “pincite doctor” says why.")
        # Where two threads come here at once, one of the two is used by one question alone.
        self._checker = self._checker or Checker.of_library(self._library, self._index())
        return self._checker

    def _of_article(self, article: OpenArticle) -> Checker:
        from corpus.quotation.checking import Checker

        read = self._read
        if read is None or read[0] is not article.document:
            checker = Checker.of_documents([(HERE, whole(article))], where=HERE)
            self._read = read = article.document, checker
        return read[1]


def whole(article: OpenArticle) -> Document:
    """All of an article, of which the screen may have the beginning alone, or fetch the words."""
    if article.large:
        from corpus.large.reading_through import read_through

        large = article.large
        return read_through(large.stretches.source, large.encoding)._replace(metadata=large.metadata)
    document = article.document
    assert isinstance(document, Document)
    if article.begun and article.path is not None:
        from corpus.opening import open_path

        return open_path(article.path, encoding=article.encoding)
    return document


def _together(here: Checked, library: Checked) -> Checked:
    """What is said of a quotation when an article is looked through that the library does not have."""
    order = list(Verdict)
    matches = sorted((*here.matches, *library.matches), key=lambda match: order.index(match.verdict))
    searched = Searched(library.searched.articles + 1, BOTH, library.searched.unreadable)
    verdict = min(here.verdict, library.verdict, key=order.index)
    return Checked(here.quotation, verdict, tuple(matches), searched, here.faults)
