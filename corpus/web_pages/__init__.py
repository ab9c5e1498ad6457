"""Pages of the web that were fetched: taken, kept, known again. “Page” alone is a printed one."""
