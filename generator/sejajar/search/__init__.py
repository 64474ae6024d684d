"""The search index: Pagefind over one edition's documents, and the word forms that its stemmer misses."""

from sejajar.search.bundle import unpacked
from sejajar.search.forms import forms
from sejajar.search.indexing import Indexing, SearchError, Text
from sejajar.search.leashed import Leashed

__all__ = ["Indexing", "Leashed", "SearchError", "Text", "forms", "unpacked"]
