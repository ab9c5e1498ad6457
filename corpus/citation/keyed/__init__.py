"""Languages of markup that cite by a key of a bibliography file: Pandoc, LaTeX, Typst, Org."""
