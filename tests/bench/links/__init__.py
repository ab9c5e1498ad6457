"""Measuring links to passages: whether a browser goes to the very words that a link was made of."""
