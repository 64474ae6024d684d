"""What a build makes of a site: checks, pages, what stands beside them, and the search index."""
