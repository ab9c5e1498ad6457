"""How well formats are read: commands that are given folders of real files."""
