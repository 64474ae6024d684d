"""One article's page: its head, its pairs, what stands below them."""
