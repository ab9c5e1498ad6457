"""roff, as far as manual pages need it: requests, strings and macros of theirs, characters, tables."""
