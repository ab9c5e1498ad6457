"""Measuring the search: beside SQLite FTS5, tantivy and a plain scan, on the same texts in the same run."""
