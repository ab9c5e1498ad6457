"""What the tray holds, and what is done to it. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpus.citation import STYLES, html, refer
from corpus.citation.linked import behind
from corpus.citation.style import Cited
from corpus.clip import Clip, tags_of
from corpus.errors import PinciteError
from corpus.excerpts.collection import quoted_in
from corpus.excerpts.succession import Succession
from corpus.sanitiser import clean_line
from tui import copying
from tui.style_list import label

if TYPE_CHECKING:
    from corpus.library.clips import Clips


class Tray:
    """The clips of a library, cited one after another in a style. Raises LibraryUnavailable, NoSuchPlace."""

    def __init__(
        self, kept: Clips, style: str, *, append_place: bool = False, append_link: bool = False
    ) -> None:
        """`append_place` puts the counted place behind a citation without one, `append_link` a link."""
        self._kept = kept
        self._append_link = append_link
        self._append_place = append_place
        self.style = style
        self.clips: tuple[Clip, ...] = ()
        self._damaged = 0
        self._succession: Succession | None = None
        self._read()

    def _read(self) -> None:
        self.clips, self._damaged = self._kept.listed()
        self._succession = None

    @property
    def about(self) -> str:
        """How many there are, and how they are cited: "12 · Chicago"; "" where there are none."""
        count, damaged = len(self.clips), self._damaged
        unread = f"{damaged} damaged and not shown" if damaged else ""
        parts = (f"{count:,}", unread, label(self.style)) if count else (unread,)
        return " · ".join(part for part in parts if part)

    def _in_turn(self) -> Succession:
        # Not asked twice: where a style takes long, another thread may change it meanwhile.
        succession = self._succession
        if succession is None:
            self._succession = succession = Succession(self.clips, STYLES[self.style])
        return succession

    def citation(self, index: int) -> str:
        """How a clip is cited at its place among the others, or why it is not; "" where there is none.

        May be called in any thread.
        """
        try:
            succession = self._in_turn()
            if not 0 <= index < len(succession.clips):
                return ""
            turn = succession.turn(index)
            return refer(turn.cited, self.style, turn.form).phrase.plain
        except PinciteError as fault:
            return str(fault)

    # Changing ------------------------------------------------------------------------------------

    def move(self, clip: Clip, by: int) -> bool:
        """Let a clip change places with the next one, or the one before it; tells whether there is one."""
        moved = self._kept.move(clip.id, by)
        here = self._place_of(clip)
        if moved and 0 <= here + by < len(self.clips):
            order = list(self.clips)
            order[here], order[here + by] = order[here + by], order[here]
            self._change(order)
        return moved

    def annotate(self, clip: Clip, *, note: str | None = None, tags: Iterable[str] | None = None) -> None:
        """Give a clip another note, or other tags; what is None stays."""
        self._kept.annotate(clip.id, note=note, tags=tags)
        changed = clip._replace(
            note=clip.note if note is None else clean_line(note),
            tags=clip.tags if tags is None else tags_of(tags),
        )
        self._change([changed if one.id == clip.id else one for one in self.clips])

    def remove(self, clip: Clip) -> None:
        """Take a clip out."""
        self._kept.remove(clip.id)
        self._change([one for one in self.clips if one.id != clip.id])

    def _change(self, clips: Iterable[Clip]) -> None:
        # To read hundreds of them anew takes longer than a key may.
        self.clips, self._succession = tuple(clips), None

    def _place_of(self, clip: Clip) -> int:
        return next((place for place, one in enumerate(self.clips) if one.id == clip.id), -1)

    def restore(self) -> int | None:
        """Bring back the clip that was removed last: where it stands now, None where none was removed."""
        id = self._kept.restore()
        self._read()
        return next((place for place, clip in enumerate(self.clips) if clip.id == id), None)

    def restyle(self, style: str) -> None:
        """Cite all of them in another style."""
        self.style, self._succession = style, None

    # Taking away ---------------------------------------------------------------------------------

    def copied(self, clip: Clip) -> copying.Clip:
        """A clip with its citation in full; one that was removed stands alone. Raises PinciteError."""
        style, succession = self.style, self._in_turn()
        places = [place for place, one in enumerate(succession.clips) if one.id == clip.id]
        cited = succession.turn(places[0]).cited if places else None
        return cited_in_full(
            clip, style, cited, append_place=self._append_place, append_link=self._append_link
        )

    def all_copied(self) -> copying.Clip:
        """All of them with one bibliography, as Markdown. Raises PinciteError."""
        from corpus.excerpts import export  # not above: few readers of a tray take all of it

        words = sum(passage.words for clip in self.clips for passage in clip.passages)
        text = export(self.clips, self.style, "md", append_place=self._append_place).text
        return copying.Clip(text, words, f"{len(self.clips)} clips as Markdown, {label(self.style)}")


def cited_in_full(
    clip: Clip,
    name: str,
    cited: Cited | None = None,
    *,
    append_place: bool = False,
    append_link: bool = False,
) -> copying.Clip:
    """A clip with its citation in the style of that name.

    `cited` is how it is cited among others; without it the clip stands alone. Raises PinciteError.
    """
    style = STYLES[name]
    cited = (cited or clip.cited)._replace(place=clip.place)
    whole, reference = quoted_in(style, clip, "cite", cited, append_place=append_place)
    link = ""
    if append_link:
        from corpus.links import link_of  # not above: most copies carry none

        link = link_of(clip)
    return copying.Clip(
        behind(whole.phrase.plain, link, whole.markup),
        sum(passage.words for passage in clip.passages),
        copying.described(
            label(name), reference.locator, ("link behind it",) * append_link + reference.notes
        ),
        "" if whole.markup else html.quotation(whole, link),
    )
