"""What is pasted: how much of it is taken. No Textual in it."""

from __future__ import annotations

from typing import Final

MOST: Final = 100_000
"""Characters that a line takes: far more than anybody types, and as many as can be edited at once."""
