"""The tests of Pincite: flat, and in any order."""
