"""Whether quotations are told from altered and made-up ones, and how long it takes."""
