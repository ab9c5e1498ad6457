"""Finding a place again after the text changed."""

from corpus.finding_again.finder import Finder, find_again

__all__ = ["Finder", "find_again"]
