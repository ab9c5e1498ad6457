"""What the reader says of an article: kept in the library, or for as long as it is read. No Textual in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from corpus.citation.style import Cited
from corpus.document import Document, Readable
from corpus.editing import FIELDS, Edit, value_of
from corpus.format import FORMATS
from corpus.library import Library
from corpus.metadata import Metadata
from corpus.sources import READER
from tui.article import OpenArticle
from tui.choosing import Choice
from tui.metadata_rows import FormRow
from tui.services import Services
from tui.style_samples import cited_here


class Correcting:
    """The metadata of the article that is read, and the one way to change them."""

    def __init__(
        self,
        services: Services,
        article: Callable[[], OpenArticle],
        place: tuple[Sequence[Choice], int],
        changed: Callable[[OpenArticle], None],
        read_again: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Correct what `article` gives; `place` is what is chosen, and the cursor.

        `changed` hears of every change; `read_again` reads the article in the encoding of that name.
        """
        self._services = services
        self._current = article
        self._place = place
        self._changed = changed
        self.read_again = read_again

    @property
    def _article(self) -> OpenArticle:
        # Asked anew each time: it may be read to its end, or be kept, while the form is open.
        return self._current()

    @property
    def metadata(self) -> Metadata:
        """What is known now."""
        return self._article.document.metadata

    @property
    def encoding_row(self) -> FormRow | None:
        """The row of the encoding that the article is read in; None where it is in none."""
        from tui.encoding_row import encoding_row  # not above: it may look into the file

        return encoding_row(self._article)

    @property
    def edits(self) -> Mapping[str, Edit]:
        """What stands above what the source says, by field."""
        return edits_in(self._article.document)

    @property
    def for_the_session(self) -> str:
        """Why nothing is kept; "" where it is."""
        if self._services.private:
            return "reading privately, this is kept until you leave"
        if self._services.library is None or self._article.path is None:
            return "outside of the library, this is kept until you leave"
        return ""

    @property
    def format_and_fault(self) -> tuple[str, str]:
        """The format that the article is in, and what of it could not be read: "" where all was."""
        document = self._article.document
        fault = document.fault if isinstance(document, Document) else ""
        format = FORMATS.get(document.format)
        return format.said if format else document.format, fault

    def cited(self, metadata: Metadata) -> Cited:
        """The passage at hand, as a style is asked to cite it with these metadata."""
        return cited_here(self._article, *self._place, metadata)

    def keep(self, field: str, text: str | None) -> None:
        """Keep what the reader says of a field; None goes back to what the source says.

        Raises BadValue, and LibraryUnavailable.
        """
        services, article = self._services, self._article
        if services.library is not None and not services.private and article.id is not None:
            services.library.edit(article.id, field, text)
            edits = services.library.edits(article.id)
        else:
            edits = edits_in(article.document)
            edits.pop(field, None)
            if text is not None:
                edits[field] = Edit(value_of(field, text), READER)
        self._changed(article.corrected(edits))


def edits_in(document: Readable) -> dict[str, Edit]:
    """What stands above what the source says, by field."""
    said, metadata = document.uncorrected, document.metadata
    if said is None:
        return {}
    return {
        name: Edit(getattr(metadata, name), metadata.sources[name])
        for name in FIELDS
        if metadata.sources.get(name) != said.sources.get(name)
        or getattr(metadata, name) != getattr(said, name)
    }


def keep_late(library: Library, id: int, document: Readable) -> None:
    """Keep what the reader said of an article before the library had it. Raises LibraryUnavailable."""
    from corpus.editing import shown

    kept = library.edits(id)
    for name, edit in edits_in(document).items():
        if edit.source == READER and kept.get(name) != edit:
            library.edit(id, name, shown(document.metadata, name))
