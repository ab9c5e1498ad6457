"""What a packed document begins with: alone here, so that who opens a file need not load how it is packed."""

from __future__ import annotations

from typing import Final

MAGIC: Final = b"PNC\x06"
"""A document that begins so was read as files are read now; one that does not is to be read again."""
