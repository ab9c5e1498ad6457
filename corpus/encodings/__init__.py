"""Bytes to text: the names of encodings, what a file says of its own, and the guess where it says nothing."""
