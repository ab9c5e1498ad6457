"""Citations that point to the exact place: one module a style."""

from __future__ import annotations
