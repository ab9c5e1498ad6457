"""What can go wrong, said in one plain sentence."""

from __future__ import annotations


class PinciteError(Exception):
    """A failure a reader can act on: one sentence that says what to do, ready to print."""


class CannotOpen(PinciteError):
    """An article could not be read."""


class NoSuchPlace(PinciteError):
    """A paragraph, section or article was asked for that is not there."""


class LibraryUnavailable(PinciteError):
    """The library cannot be opened, or cannot be written to."""


class BadValue(PinciteError):
    """What was written into a field cannot be its value."""
