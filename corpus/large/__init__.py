"""Plain texts too large to be read at once: in stretches of the file, each of which can be read alone."""
