"""From a citation, a link or a quotation back to the passage."""
