"""Outlines measured: where sections begin, which lines are headings, what labels say, and what it costs."""
