"""Blocks become an article. Knows nothing of HTML or of where they came from."""
