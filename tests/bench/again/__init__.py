"""Measuring how well passages are found again in texts that were edited."""
