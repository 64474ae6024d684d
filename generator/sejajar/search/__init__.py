"""The search index: Pagefind over one edition's documents, and the word forms that its stemmer misses."""

from sejajar.search.bundle import unpacked
from sejajar.search.forms import forms
from sejajar.search.indexing import LEASH, Indexing, SearchError, Text

__all__ = ["LEASH", "Indexing", "SearchError", "Text", "forms", "unpacked"]
