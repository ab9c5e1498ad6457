"""Bibliographies of other programs, read and written."""
