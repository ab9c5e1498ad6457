"""Citations that claim no style: a work described in plain words, or in Markdown with a link."""
