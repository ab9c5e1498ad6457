"""Figures on formats: how well each is read."""
