"""What a citation costs, and how soon a copy is answered."""
