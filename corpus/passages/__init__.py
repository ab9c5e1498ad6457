"""Spans of an article: the words, where they stand, and what they are called and found again by."""
