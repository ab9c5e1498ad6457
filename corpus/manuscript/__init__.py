"""Reading manuscripts: their quotations, and the citations beside them."""

from corpus.manuscript.reading import read_manuscript

__all__ = ["read_manuscript"]
