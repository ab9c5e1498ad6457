"""Links to a passage."""
