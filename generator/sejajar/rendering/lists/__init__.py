"""The pages around the articles: home, archive, facet pages, glossary, and the editors' page."""
