"""Files that a program, a merge or malice has spoilt: sound ones, cut, doubled, swapped, sown with marks."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator, Mapping

from sejajar import catalogs as catalog
from sejajar.bounds import clean
from sejajar.commands import spreadsheet
from sejajar.formats import article, glossary
from sejajar.importing import read_pasted
from sejajar.model import Catalog, Entry, Problem

ARTICLE = """\
---
date: 2025-07-20
status: draft
place: Jakarta
authors: [Ana Contoh, 'Budi: dua']
source: {outlet: Warta Uji, url: 'https://example.org/a', rights: dengan izin}
references:
- {outlet: UNN, url: 'https://example.org/b'}
tags: [Korea Utara, Rusia]
corrections:
- {date: 2025-07-21, text: Angka diperbaiki.}
---

# Beras masuk *toko*

- Poin pertama, Rp1,5 triliun.
- Poin kedua.

Pembuka dengan [taut](https://example.org/c_(d)) dan 2.000 ton.

## 1. Perdagangan

> “Kami siap,” tutur Ana.
>
> — Ana Contoh, juru bicara (via UNN)

1. Satu.
2. Dua.

![Karung beras](foto.jpg "Karung. Foto: Ana")
"""
CATALOG = """\
# Terjemahan
msgid ""
msgstr ""
"Project-Id-Version: Sejajar\\n"
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# id: beras-masuk-toko
# reviewed: Ana Contoh 2025-07-21 1a2b3c4d
msgctxt "title"
msgid "Beras masuk *toko*"
msgstr "Rice reaches *shops*"

# catatan: tanya Budi
# silence: numbers dibulatkan
# machine: google 2025-07-20 5e6f7a8b
#, fuzzy, c-format
#| msgid "Poin lama, Rp1 triliun."
msgctxt "point"
msgid "Poin pertama, Rp1,5 triliun."
msgstr "First point, \\"1.5\\" trillion "
"rupiah."

#~ msgctxt "paragraph"
#~ msgid "Yang lama."
#~ msgstr "The old one."
"""
GLOSSARY = """\
indonesian,english,also,case,kind,note_id,note_en
Korea Utara,North Korea,DPRK; the North,,place,,
AS,United States,US;U.S.,exact,place,"Negara, bukan mata angin",
"(tanda) terima",receipt,,,,"dua
baris",
"""
SPREADSHEET = """\
article,key,kind,state,indonesian,english,decision,remark\r
content/2025/a,beras 1a2b3c4d,title,machine,Beras masuk toko,Rice reaches shops,accept,\r
content/2025/a,poin 5e6f7a8b,point,reviewed,"Poin, satu","Point, \"\"one\"\"",,'=1+1\r
"""
PASTE = """\
Beras Korea Utara Masuk Toko di Rusia

JAKARTA, Minggu (20/7/2025) - Sebanyak 2.000 ton beras masuk toko.

Baca juga: Harga naik

1. Perdagangan
“Kami siap,” kata Ana Contoh, juru bicara kementerian, dilansir UNN.

• Satu
• Dua

Penulis: Budi
"""
PATHS = {"article": "content/2025/2025-07-20-beras/article.id.md", "catalog": "content/2025/a/article.en.po"}
_SOWN: tuple[str, ...] = (
    *"\n\r\t \"'\\#~|,:;-–—>*_[](){}<>&!%?@`=+.0123456789aAé🙂",
    *"\u0301\u00a0\u2028\u202e\u200b\x00\x1b\x85\ufeff\uffff",
    *(
        "---",
        "\n\n",
        "```",
        "<!--",
        "![",
        "](",
        '"\n"',
        "#~ ",
        "#| ",
        "# id: a\n",
        "# previous: ",
        "msgid ",
        "&lt;",
    ),
    *(
        "\\ud800",
        "\\U7fffffff",
        "&a ",
        "*a",
        "? ",
        "- ",
        "9" * 5000,
        "[" * 300,
        "5/1.2.3",
        "Rp5.000/2 jam",
        "(via",
    ),
    *("“", "”", "kata ", "\\n", "\\", "msgstr[0] ", "fuzzy", "date:", "~~", "0001-01-01", "\x0c", "’"),
)


def mutated(text: str, chance: random.Random) -> str:
    """The text after one to six accidents, most of them small."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 6))):
        text = chance.choice(_ACCIDENTS)(text, chance)
    return text


def _sown(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_SOWN) * chance.choice((1, 1, 1, 2, 9)) + text[at:]


def _cut(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.choice((1, 1, 3, 20, 200)) :]


def _replaced(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_SOWN) + text[at + 1 :]


def _lines(text: str, chance: random.Random) -> str:
    """Lines doubled, dropped or moved."""
    lines = text.split("\n")
    line = lines.pop(chance.randrange(len(lines)))
    for _ in range(chance.choice((0, 1, 2))):
        lines.insert(chance.randint(0, len(lines)), line)
    return "\n".join(lines)


def _spliced(text: str, chance: random.Random) -> str:
    """A piece of another file, as a wrong merge puts it."""
    other = chance.choice((ARTICLE, CATALOG, GLOSSARY, SPREADSHEET, PASTE, text))
    start = chance.randint(0, len(other))
    at = chance.randint(0, len(text))
    return text[:at] + other[start : start + chance.choice((5, 40, 200))] + text[at:]


_ACCIDENTS: tuple[Callable[[str, random.Random], str], ...] = (
    _sown,
    _sown,
    _cut,
    _replaced,
    _lines,
    _spliced,
)


def check_article(text: str) -> None:
    """Read, written and read again it is the same, and no word is gone where nothing was wrong."""
    value, problems = article.loads(text, PATHS["article"], {"foto.jpg"})
    _said(problems)
    if value is None:
        assert problems
        return
    if not any(problem.severity == "error" for problem in problems):
        written = article.dumps(value)
        assert article.loads(written, PATHS["article"]).article == value
        assert article.dumps(value) == written
        words = " ".join(segment.text for segment in value.segments)
        for word in ("Perdagangan", "Pembuka", "Karung beras", "juru bicara"):
            if text.count(word) > ARTICLE.count(word) - 1 and word in _body(text):
                assert word in words, word
    catalog.briefing(value, catalog.empty(PATHS["catalog"]))


def _body(text: str) -> str:
    return text.partition("\n---\n")[2]


def check_catalog(text: str) -> None:
    """What was read survives its file, and every English text is in it."""
    value, problems = catalog.loads(text, PATHS["catalog"])
    _said(problems)
    if value is None:
        assert problems
        return
    again, _ = catalog.loads(catalog.dumps(value), PATHS["catalog"])
    assert again is not None
    assert (again.entries, again.obsolete) == (value.entries, value.obsolete)
    synced = catalog.sync(value, _ONE)
    kept = [entry.msgstr for entry in (*synced.entries, *synced.obsolete)]
    comments = [line for entry in (*synced.entries, *synced.obsolete) for line in entry.comments]
    for entry in _with_english(value):
        assert entry.msgstr in kept or any(entry.msgstr in line for line in comments), entry.msgstr


def _with_english(value: Catalog) -> Iterator[Entry]:
    return (entry for entry in (*value.entries, *value.obsolete) if entry.msgstr)


_loaded = article.loads(ARTICLE, PATHS["article"]).article
assert _loaded
_ONE = _loaded


def check_glossary(text: str) -> None:
    """The terms survive their file, and are found in a text that has them."""
    value, problems = glossary.loads(text, "glossary.csv")
    _said(problems)
    assert glossary.loads(glossary.dumps(value)).glossary.terms == value.terms
    for term in value.terms:
        assert [*value.find(f"Di {term.indonesian} itu.")] or not term.indonesian.isprintable(), term
    list(value.find(text))


def check_spreadsheet(text: str) -> None:
    """Rows or problems; no row without its line."""
    rows, problems = spreadsheet.loads(text.encode("utf-8", "surrogatepass"), "tinjauan.csv")
    _said(problems)
    assert all(row.line > 1 for row in rows)


def check_paste(text: str) -> None:
    """An article or problems, and an article that its own file gives back."""
    read = read_pasted(text, path="a.txt", content="content", today=dt.date(2026, 1, 1))
    _said(read.problems)
    if read.article is None:
        assert read.problems
        return
    article.loads(article.dumps(read.article), read.article.path)


def check_front_matter(text: str) -> None:
    """As an article, with nothing sound below it but a title and a paragraph."""
    check_article(f"---\n{text}\n---\n\n# Judul\n\nTeks.\n")


def _said(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        line = str(problem)
        assert "\n" not in line
        assert clean(line) == line or "\u0301" in line


KINDS: Mapping[str, tuple[str, Callable[[str], None]]] = {
    "articles": (ARTICLE, check_article),
    "front matters": (ARTICLE.split("---\n")[1], check_front_matter),
    "catalogs": (CATALOG, check_catalog),
    "glossaries": (GLOSSARY, check_glossary),
    "spreadsheets": (SPREADSHEET, check_spreadsheet),
    "pastes": (PASTE, check_paste),
}


def run(kind: str, count: int, seed: int) -> Iterator[tuple[str, Exception]]:
    """The spoilt files that were not borne, with what came of them."""
    sound, check = KINDS[kind]
    chance = random.Random(f"{kind} {seed}")  # the same files at every run
    check(sound)
    for _ in range(count):
        text = mutated(sound, chance)
        try:
            check(text)
        except Exception as error:  # whatever it is, it is what is looked for
            yield text, error
