"""What stands before and behind an article and is no part of it: its front matter and its back matter."""
