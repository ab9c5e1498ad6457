"""The terminal user interface, and the command line."""

from __future__ import annotations
