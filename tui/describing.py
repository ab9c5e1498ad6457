"""The sheets about what is read: the style that it is cited in."""

from __future__ import annotations

from corpus.citation.catalogue import CSL
from tui.searching import SearchingScreen
from tui.style_list import label
from tui.style_samples import Samples, cited_here
from tui.style_sheet import StyleSheet


class DescribingScreen(SearchingScreen):
    """Chooses the citation style."""

    def action_style(self) -> None:
        """Choose the citation style; it is remembered."""
        samples = Samples(cited_here(self.article, self.choice, self.page.cursor))
        files = sorted(map(str, self.services.home.styles.glob(f"*{CSL}")))
        self.app.push_screen(StyleSheet(samples, self.services.settings.style, files), self._keep_style)

    def _keep_style(self, style: str | None) -> None:
        if style is not None:
            self.foot.receipt(self.services.change(style=style) or f"Citing in {label(style)}.")
