"""The marks by which a line of plain text may be known as a heading, a module a family."""
