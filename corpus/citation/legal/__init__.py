"""Styles of lawyers: the Bluebook, OSCOLA, McGill, AGLC, and what they share."""
