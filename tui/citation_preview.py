"""What a style makes of metadata while they are being corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual import work
from textual.message import Message
from textual.timer import Timer

from corpus.citation.style import Form
from tui.style_forms import StyleForms
from tui.style_samples import Samples

_PAUSE: Final = 0.3
"""Seconds without a change after which a slow style is asked for a new citation."""


class CitationPreview(StyleForms):
    """Shows the newest; a slow style is asked when the reader pauses, and its words before stay till then."""

    @dataclass
    class Made(Message):
        """A slow style has answered."""

    def __init__(self, forms: Sequence[Form], *, id: str | None = None) -> None:
        super().__init__(forms, id=id)
        self.notes: tuple[str, ...] = ()
        """What the style says is missing."""
        self._timer: Timer | None = None
        self._wanted: Samples | None = None
        self._noted = ""
        """The style that `notes` are of."""

    def preview(self, samples: Samples, style: str) -> None:
        """Show the citations of some metadata in a style, as soon as they are there."""
        self._wanted = samples
        if self._timer:
            self._timer.stop()
        if style != self._noted:
            self.notes = ()
        if samples.ready(style) is None:
            self._timer = self.set_timer(_PAUSE, lambda: self._make(samples, style))
        else:
            self._take(samples, style)

    @work(thread=True, group="samples", exclusive=True, exit_on_error=False)
    def _make(self, samples: Samples, style: str) -> None:
        for form in self.forms:
            samples.make(style, form)
        self.app.call_from_thread(self._answered, samples, style)

    def _answered(self, samples: Samples, style: str) -> None:
        if samples is self._wanted:
            self._take(samples, style)
            self.post_message(self.Made())

    def _take(self, samples: Samples, style: str) -> None:
        found = [samples.ready(style, form) for form in self.forms]
        self.notes = tuple(note for sample in found if sample for note in sample.notes)
        self._noted = style
        self.show(samples, style)
