"""Measuring: what a reader waits for, beside other programs on the same machine in the same run."""
