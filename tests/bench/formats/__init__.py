"""How well formats are read, measured on real files."""
