"""Finding a place again after the text changed."""
