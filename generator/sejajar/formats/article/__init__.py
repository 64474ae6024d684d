"""The article file, `article.id.md`: Markdown with front matter, in (`loads`) and out (`dumps`)."""

from sejajar.formats.article.inline import flaws, from_plain, normal, with_start_escape
from sejajar.formats.article.reading import Loaded, loads
from sejajar.formats.article.writing import dumps

__all__ = ["Loaded", "dumps", "flaws", "from_plain", "loads", "normal", "with_start_escape"]
