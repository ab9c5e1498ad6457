"""What the styles of lawyers share: kinds of works, lists of names, titles, places, the four forms."""
