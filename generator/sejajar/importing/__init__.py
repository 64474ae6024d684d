"""Importing: pasted text becomes an article, and what was unsure becomes problems with their lines.

- `text`: bytes to text, text to clean lines, slugs
- `words`: the vocabulary of Indonesian news that the rest asks
- `dates`, `dateline`: when, where and for whom it was written
- `people`, `quotes`: who says what, and through which outlet
- `oddities`: what an editor should look at
- `outline`: title, key points, lead and sections, as lines
- `pasted`: the whole
- `english`: an English that exists already, sorted by its form
- `dictionary`, `evidence`, `aligned`: what speaks for two texts belonging together, and all of it weighed
"""

from sejajar.importing.pasted import Recognised, read_pasted
from sejajar.importing.text import decode

__all__ = ["Recognised", "decode", "read_pasted"]
