"""Works as other programs keep them: CSL-JSON, BibLaTeX, RIS."""
