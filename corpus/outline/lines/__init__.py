"""The headings of plain texts, told by how their lines look."""
