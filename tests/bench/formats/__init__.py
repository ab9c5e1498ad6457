"""How well formats are read, measured on real files: each module is a command that takes a folder."""
