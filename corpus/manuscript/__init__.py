"""Reading manuscripts: their quotations, and the citations beside them."""

from corpus.manuscript.reading import quotation_in, read_manuscript

__all__ = ["quotation_in", "read_manuscript"]
