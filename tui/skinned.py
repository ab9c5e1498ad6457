"""A widget that paints its lines itself, in the colours of the theme that is used now."""

from __future__ import annotations

from textual.widget import Widget

from tui.skin import Skin


class Skinned(Widget):
    """Has the skin of the theme, made anew when another theme is used."""

    _skin: Skin | None = None

    @property
    def skin(self) -> Skin:
        """The styles to paint in."""
        if self._skin is None:
            self._skin = Skin.of(self.app)
        return self._skin

    def notify_style_update(self) -> None:
        """Forget the styles of the theme that was."""
        self._skin = None
        super().notify_style_update()
