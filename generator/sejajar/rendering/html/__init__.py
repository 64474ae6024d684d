"""One tree of elements with two writers, and what every page has."""
