"""Who says what in a text: direct speech, its speakers with their roles, and the outlets it came through."""
