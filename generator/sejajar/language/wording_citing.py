"""What stands around the citation of an article, in both languages; in `wording` with the rest."""

CITING: dict[str, tuple[str, str]] = {
    "cite": ("Kutip artikel ini", "Cite this briefing"),
    "cite-edition": ("Edisi Indonesia", "English edition"),
    "cite-files": ("Untuk pengelola referensi", "For reference managers"),
    "cite-data": ("Data", "Data"),
    "cite-copy": ("Salin", "Copy"),
    "cite-copied": ("Kutipan telah disalin.", "The citation has been copied."),
    "cite-retrieved": ("Diakses pada {date}, dari", "Retrieved {date}, from"),
    "cite-accessed": ("Diakses pada {date}.", "Accessed {date}."),
    "cite-translator": ("{names}, Penerj.", "{names}, Trans."),
    "cite-translated-by": ("Diterjemahkan oleh {names}", "Translated by {names}"),
    "cite-others": ("dkk.", "et al."),
    "and": ("dan", "and"),
}
