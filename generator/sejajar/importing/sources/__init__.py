"""Where a text comes from: bytes become blocks. Knows nothing of articles."""
