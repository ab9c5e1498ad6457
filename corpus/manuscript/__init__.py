"""Reading manuscripts: their quotations, and the citations beside them."""
