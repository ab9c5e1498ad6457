"""Styles of scholars, who cite in notes or by author and date: Chicago, APA, MLA, Harvard."""
