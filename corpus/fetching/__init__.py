"""Fetching pages of the web: `page` is the way in, the other modules are its steps."""

from __future__ import annotations
