"""Briefings as a book: an EPUB 3, or a PDF."""
