"""One module a format: what a file holds, made into a `Document`."""

from __future__ import annotations
