"""What an article is, and everything one can ask of it. Nothing here knows of a terminal."""

from __future__ import annotations
