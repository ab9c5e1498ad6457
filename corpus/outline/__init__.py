"""The outline of an article: the headings its author wrote, or what can be inferred, marked so."""

from __future__ import annotations
