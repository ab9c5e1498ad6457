"""Styles that number their sources, and list them: IEEE, Vancouver, GB/T 7714."""
