"""Documents and outlines as bytes, to be kept in the library, and back."""
