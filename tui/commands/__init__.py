"""The headless commands, one module each; none of them imports Textual."""

from __future__ import annotations
