"""The article file, `article.id.md`: Markdown with front matter, in and out (`loads`, `dumps`)."""
