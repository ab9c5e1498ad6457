"""From a citation, a link or a quotation back to the passage.

`trace` finds where a reference leads, in a library and in the article that is being read; `agreed` tells
whether the citation beside a quotation names the article and the place where its words stand.
"""

from __future__ import annotations

from corpus.tracing.agreeing import agreed
from corpus.tracing.destinations import trace

__all__ = ["agreed", "trace"]
