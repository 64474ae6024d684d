"""Hostile and broken article files, each with all that is said about it."""
# ruff: noqa: E501

PATH = "content/2025/2025-07-20-beras/article.id.md"
FILES = {"foto.jpg"}
"""What lies in the folder beside the article."""
BEGINNING = "---\ndate: 2025-07-20\n---\n\n# Judul\n\n"
"""Six lines without a fault: what is written after it begins in line 7."""

CASES: list[tuple[str, str, str, list[str]]] = [
    (
        "an empty file",
        PATH,
        "",
        [
            ": error empty-file: the file is empty; write at least front matter, title and a paragraph",
        ],
    ),
    (
        "nothing but white space",
        PATH,
        "\ufeff \n\t\n\xa0\n",
        [
            ": error empty-file: the file is empty; write at least front matter, title and a paragraph",
        ],
    ),
    (
        "no front matter",
        PATH,
        "# Judul\n\nTeks.\n",
        [
            ":1: error no-front-matter: there is no front matter; begin the file with three lines such as ---, date: 2025-07-20, ---",
        ],
    ),
    (
        "front matter without an end",
        PATH,
        "---\ndate: 2025-07-20\nplace: Jakarta\n\n# Judul\n\nTeks.\n",
        [
            ":1: error open-front-matter: the front matter has no end; write --- on a line after it",
        ],
    ),
    (
        "a YAML error",
        PATH,
        "---\ndate: 2025-07-20\nplace: Jakarta: Pusat\n---\n\n# Judul\n\nTeks.\n",
        [
            ":3: error yaml: the front matter is not YAML: mapping values are not allowed here; put quotes around a text with a colon, a bracket or another mark of YAML's in it",
        ],
    ),
    (
        "a tab in YAML",
        PATH,
        "---\ndate: 2025-07-20\n\tplace: Jakarta\n---\n\n# Judul\n\nTeks.\n",
        [
            ":3: error yaml: the front matter is not YAML: found character '\\t' that cannot start any token; put quotes around a text with a colon, a bracket or another mark of YAML's in it",
        ],
    ),
    (
        "front matter that is a list",
        PATH,
        "---\n- date\n---\n\n# Judul\n\nTeks.\n",
        [
            ":2: error front-matter: the front matter is a list, not keys with values; write lines such as date: 2025-07-20",
        ],
    ),
    (
        "misspelt keys",
        PATH,
        "---\ndate: 2025-07-20\ntgas: [Rusia]\nTags: [Rusia]\nxyzzy: 1\nsource: {outlet: IDN Times, ulr: 'https://idn.id/'}\nreferences:\n- {outlet: UNN, titel: x}\ncorrections:\n- {date: 2025-07-21, txt: Ralat.}\n---\n\n# Judul\n\nTeks.\n",
        [
            ":3: error unknown-key: the front matter has no key tgas; did you mean tags?",
            ":4: error unknown-key: the front matter has no key Tags; did you mean tags?",
            ":5: error unknown-key: the front matter has no key xyzzy; the keys are date, status, publish_at, updated, place, authors, translators, editors, source, references, tags, aliases, corrections, confidential",
            ":6: error unknown-key: the front matter has no key source.ulr; did you mean url?",
            ":8: error unknown-key: the front matter has no key references.titel; did you mean title?",
            ":10: error unknown-key: the front matter has no key corrections.txt; did you mean text?",
            ":10: error missing-key: corrections has no text; write text: … into it",
        ],
    ),
    (
        "YAML's surprises",
        PATH,
        '---\ndate: 2025-07-20\nplace: 22:30\nauthors: Ana\ntags: [no, 1, 2025-07-20, [x], ""]\nconfidential: ya\nsource: IDN Times\nreferences: {outlet: UNN}\nplace: Jakarta\neditors: !!python/name:os.system [x]\n---\n\n# Judul\n\nTeks.\n',
        [
            ":3: error wrong-type: place is a number (22:30), not a text; put it in quotes: '22:30'",
            ":4: error wrong-type: authors is a text (Ana), not a list; write authors: [Ana]",
            ":5: error wrong-type: tags is a truth value (no), not a text; put it in quotes: 'no'",
            ":5: error wrong-type: tags is a number (1), not a text; put it in quotes: '1'",
            ":5: error wrong-type: tags is a date (2025-07-20), not a text; put it in quotes: '2025-07-20'",
            ":5: error wrong-type: tags is a list, not a text; write one text without brackets",
            ":5: error wrong-type: tags has an empty text in it; write or delete it",
            ":6: error wrong-type: confidential is a text (ya), not true or false; write confidential: true",
            ":7: error wrong-type: source is a text (IDN Times), not a group of keys; write {outlet: …, url: …, author: …, rights: …}",
            ":8: error wrong-type: references is a group of keys, not a list; write references as a list, with - before each item",
            ":9: error duplicate-key: place is set twice; keep one of the two",
            ":10: error wrong-type: editors is of the unknown type tag:yaml.org,2002:python/name:os.system, not a list; write editors as a list, with - before each item",
        ],
    ),
    (
        "no date",
        PATH,
        "---\nplace: Jakarta\n---\n\n# Judul\n\nTeks.\n",
        [
            ":1: error no-date: the front matter has no date; write date: 2025-07-20 into it",
        ],
    ),
    (
        "an impossible date",
        PATH,
        "---\ndate: 2025-02-30\nupdated: 20/7/2025\n---\n\n# Judul\n\nTeks.\n",
        [
            ":2: error date: date is 2025-02-30, a day that no calendar has; correct the date",
            ":3: error date: updated is a text (20/7/2025), not a date; write year, month and day: 2025-07-20",
        ],
    ),
    (
        "a date with a time",
        PATH,
        "---\ndate: 2025-07-20\nupdated: 2025-07-21 10:00:00\n---\n\n# Judul\n\nTeks.\n",
        [
            ":3: error date: updated is 2025-07-21 10:00:00, which is not a date of the form YYYY-MM-DD; "
            "write year, month and day: 2025-07-20",
        ],
    ),
    (
        "another date than the folder's",
        PATH,
        "---\nplace: Jakarta\ndate: '2025-07-21'\n---\n\n# Judul\n\nTeks.\n",
        [
            ":3: error folder-date: date is 2025-07-21, and the folder's name says 2025-07-20; change the one that is wrong",
        ],
    ),
    (
        "moments, statuses, addresses",
        PATH,
        "---\ndate: 2025-07-20\npublish_at: 2025-07-20 08:00\nstatus: publised\nsource: {outlet: X, url: 'javascript:alert(1)'}\naliases: [../../etc/passwd, 2025/07/lama]\nreferences: [{url: 'https://a.id/'}]\n---\n\n# Judul\n\nTeks.\n",
        [
            ":3: error publish-at: publish_at is 2025-07-20 08:00, which lacks its time zone; write day, time and zone: 2025-07-20T08:00:00+07:00",
            ":4: error status: there is no status publised; did you mean published?",
            ":5: error url: source.url is javascript:alert(1), not a web address; write it in full, from https:// on",
            ":6: error alias: ../../etc/passwd cannot be an address on this site; write the path of an old page, such as 2025/07/slug-lama",
            ":7: error missing-key: references has no outlet; write outlet: … into it",
        ],
    ),
    (
        "no title",
        PATH,
        "---\ndate: 2025-07-20\n---\n\nTeks.\n",
        [
            ":5: error no-title: the article has no title; begin the text with a line # Judul",
        ],
    ),
    (
        "two titles",
        PATH,
        BEGINNING + "Teks.\n\n# Judul lagi\n\nTeks.\n",
        [
            ":9: error second-title: there is a second title; the first is in line 5; write ## before a section's heading",
        ],
    ),
    (
        "text before the title",
        PATH,
        "---\ndate: 2025-07-20\n---\n\nTeks.\n\n# Judul\n\nTeks.\n",
        [
            ":5: error text-before-title: there is text before the title in line 7; move it below the title",
        ],
    ),
    (
        "a section before the title",
        PATH,
        "---\ndate: 2025-07-20\n---\n\n## Bagian\n\nTeks.\n\n# Judul\n\nTeks.\n",
        [
            ":5: error heading-order: a section stands before the title in line 9; begin with the title, # Judul",
        ],
    ),
    (
        "headings of other kinds",
        PATH,
        BEGINNING
        + "### Kecil\n\nTeks.\n\nGaris bawah\n---\n\nTeks.\n\n##Rapat\n\nTeks.\n\n##\n\n#hastag saja.\n",
        [
            ":7: error heading-level: headings with ### are not part of the article format; write ##, or a paragraph in **bold**",
            ":12: error heading-underlined: a text underlined with --- is a heading in Markdown, which the article format lacks; write ## before the heading; a text needs an empty line after it",
            ":16: error heading-space: there is no space after ##, so this is not a heading; write ## Rapat",
            ":20: error empty-heading: the heading has no text; write it after the #, or delete it",
        ],
    ),
    (
        "empty sections",
        PATH,
        BEGINNING + "Teks.\n\n## 1. Kosong\n\n## 3. Nomor\n\nTeks.\n\n## Akhir\n",
        [
            ":9: error empty-section: the section “Kosong” is empty; write a paragraph under it, or delete it",
            ":11: warning section-number: the section's number is 3, and 2 comes next; write ## 2.",
            ":15: error empty-section: the section “Akhir” is empty; write a paragraph under it, or delete it",
        ],
    ),
    (
        "raw HTML",
        PATH,
        BEGINNING
        + '<div onclick="x()">\nTeks\n</div>\n\nTeks <b>tebal</b> dan a < b.\n\n<!-- catatan\n\npanjang -->\n\n<script>\n\nalert(1)\n</script>\nTeks \\<b>.\n',
        [
            ":7: error html: HTML is not part of the article format; write it in Markdown; a plain < before a letter is written &lt;",
            ":11: error html: HTML is not part of the article format; write it in Markdown; a plain < before a letter is written &lt;",
            ":13: error html: comments are not part of the article format; delete the comment",
            ":17: error html: HTML is not part of the article format; write it in Markdown; a plain < before a letter is written &lt;",
        ],
    ),
    (
        "a comment without an end",
        PATH,
        BEGINNING + "<!-- catatan\n\nTeks.\n",
        [
            ":7: error html: comments are not part of the article format; delete the comment",
        ],
    ),
    (
        "HTML on the second line of a paragraph",
        PATH,
        BEGINNING + "Satu\ndua <img\nsrc=x> tiga.\n",
        [
            ":8: error html: HTML is not part of the article format; write it in Markdown; a plain < before a letter is written &lt;",
        ],
    ),
    (
        "a table",
        PATH,
        BEGINNING + "Teks.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\na | b\n--|--\n1 | 2\n\nTabel: Beras\n",
        [
            ":9: warning table-caption: nothing says what the table shows; write below it, after an empty line: Tabel: Keterangan. Sumber: …",
            ":17: warning table-source: nothing says where the figures of the table come from; end its caption with “Sumber: …”",
        ],
    ),
    (
        "rows of another length",
        PATH,
        BEGINNING
        + "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| satu \\| dua | 2 |\n\nTabel: x. Sumber: y\n",
        [
            ":9: error table-cells: cells in the table's header: 2; in this row: 1; put | between cells, and write \\| for one in a text",
            ":10: error table-cells: cells in the table's header: 2; in this row: 3; put | between cells, and write \\| for one in a text",
        ],
    ),
    (
        "no table, no rows, no header, a text right below",
        PATH,
        BEGINNING
        + "| a | b |\n| 1 | 2 |\n\n| a | b |\n|---|---|\n\n|  |  |\n|---|---|\n| 1 | 2 |\n"
        + "Tabel: langsung\n\nTeks.\n",
        [
            ":7: error table: this is not the beginning of a table; a table is | Tahun | Ton |, below it |---|--:|, then a row a line",
            ":10: error table-empty: the table has a header and no rows; write them below it, one a line",
            ":13: error table-header: the table's header is empty; say what its columns are",
            ":13: warning table-caption: nothing says what the table shows; write below it, after an empty line: Tabel: Keterangan. Sumber: …",
            ":16: error table-end: a line directly under a table would belong to the table; put an empty line above it",
        ],
    ),
    (
        "a chart of nothing, an unknown one, and what a cell must not hold",
        PATH,
        BEGINNING
        + "| a | b |\n|---|---|\n| satu | dua |\n\nTabel: x. Sumber: y {.chart-bar}\n\n"
        + "| a | b |\n|---|---|\n| <b> | 2 |\n\nTabel: x. Sumber: y {.chart-pie}\n",
        [
            ":11: error table-chart: there is no column of figures that a chart could show; write figures as Indonesian does, such as 1.234,5, one a cell, or delete the braces",
            ":15: error html: HTML is not part of the article format; write it in Markdown; a plain < before a letter is written &lt;",
            ":17: error table-chart: “.chart-pie” in braces says nothing about a table; write {.chart-bar} or {.chart-line}, or delete it",
        ],
    ),
    (
        "code",
        PATH,
        BEGINNING
        + "```python\nprint()\n\n```\n\n    empat spasi\n\nTeks `kode` dan Jum`at.\n\n~~~\nterbuka\n\nTeks.\n",
        [
            ":7: error code: code blocks are not part of the article format; write it as a paragraph",
            ":12: error code: a line that begins with four spaces is a code block, which the article format does not know; take the spaces away",
            ":14: error code: code is not part of the article format; take the backticks away, or write \\` for a plain one",
            ":16: error code: code blocks are not part of the article format; write it as a paragraph",
        ],
    ),
    (
        "nested lists",
        PATH,
        BEGINNING + "Teks.\n\n- satu\n  - dua\n    1. tiga\n- - empat\n- > lima\n\n  enam\n-\n",
        [
            ":10: error nested-list: lists inside lists are not part of the article format; make it one list, or write paragraphs",
            ":11: error nested-list: lists inside lists are not part of the article format; make it one list, or write paragraphs",
            ":12: error nested-list: lists inside lists are not part of the article format; make it one list, or write paragraphs",
            ":13: error list-content: a list item is one paragraph and nothing else in the article format; write the item's text only",
            ":15: error list-content: a list item is one paragraph and nothing else in the article format; take the spaces away to make this a block of its own",
            ":16: error empty-item: the list item has no text; write or delete it",
        ],
    ),
    (
        "footnotes and definitions",
        PATH,
        BEGINNING + "Teks[^1] dan [taut][a].\n\n[^1]: Catatan.\n    lanjutan\n[a]: https://a.id/\n",
        [
            ":7: error footnote: footnotes are not part of the article format; put the note into the text",
            ":7: error reference-link: links by reference are not part of the article format; write [text](address), or \\[ and \\] for plain brackets",
            ":9: error footnote: footnotes are not part of the article format; put the note into the text",
            ":11: error reference-link: links by reference are not part of the article format; write [text](address) where the link stands, or \\[ for a plain bracket",
        ],
    ),
    (
        "a rule",
        PATH,
        BEGINNING + "Teks.\n\n***\n\n- - -\n",
        [
            ":9: error rule: horizontal rules are not part of the article format; begin a section with ## instead, or delete it",
            ":11: error rule: horizontal rules are not part of the article format; begin a section with ## instead, or delete it",
        ],
    ),
    (
        "quotes",
        PATH,
        BEGINNING
        + "> “Tanpa nama.”\n\n> “Kosong.”\n>\n> —\n\n> “Media kosong.”\n>\n> — Ana (via )\n\n> — Ana\n\n>\n\n> “Tanda hubung.”\n>\n> - Ana\n\n> “Malas.”\n> — Ana\nTeks.\n",
        [
            ":7: warning quote-attribution: the quote does not say who speaks; end the quote with a line such as > — Nama, jabatan (via Media)",
            ":11: error empty-attribution: the attribution names nobody; end the quote with a line such as > — Nama, jabatan (via Media)",
            ":15: error empty-attribution: there is no outlet after via in the attribution; end the quote with a line such as > — Nama, jabatan (via Media)",
            ":17: error empty-quote: the quote has no text; write it after >, or delete it",
            ":19: error empty-quote: the quote has no text; write it after >, or delete it",
            ":21: warning quote-attribution: the quote does not say who speaks; end the quote with a line such as > — Nama, jabatan (via Media)",
            ":23: error quote-content: a quote holds paragraphs and nothing else in the article format; end the quote with a line such as > — Nama, jabatan (via Media)",
            ":27: error quote-end: a line without > directly under a quote would belong to the quote; put > before it, or an empty line above it",
        ],
    ),
    (
        "an attribution in the middle",
        PATH,
        BEGINNING + "> “Satu.”\n>\n> — Ana\n>\n> “Dua.”\n>\n> — Budi\n",
        [
            ":9: error attribution-place: the attribution is the last line of a quote, and this one has more text after it; end the quote here with an empty line, or write &mdash; for a dash of the text",
        ],
    ),
    (
        "other blocks in a quote",
        PATH,
        BEGINNING + "> # Judul\n>\n> > dalam\n>\n> Teks\n> ---\n>\n> — Ana\n",
        [
            ":7: error quote-content: a quote holds paragraphs and nothing else in the article format; write plain paragraphs after >",
            ":9: error quote-content: a quote holds paragraphs and nothing else in the article format; write plain paragraphs after >",
            ":12: error quote-content: a quote holds paragraphs and nothing else in the article format; write plain paragraphs after >",
        ],
    ),
    (
        "images",
        PATH,
        BEGINNING
        + '![Alt](tidak-ada.jpg)\n\n![](foto.jpg)\n\n![Alt](../foto.jpg)\n\n![Alt](https://a.id/foto.jpg)\n\nTeks ![Alt](foto.jpg) teks.\n\n![Alt](foto.jpg "Kata "x" itu")\n\n![Alt](%2e%2e%2ffoto.jpg)\n',
        [
            ":7: error image-missing: there is no file tidak-ada.jpg in the article's folder; add it, or correct the name",
            ":9: warning image-alt: the image foto.jpg has no alternative text; say between the brackets what it shows, for those who do not see it",
            ":11: error image-path: ../foto.jpg lies outside the article's folder; put the file beside the article and write its name only",
            ":13: error image-remote: https://a.id/foto.jpg is not a file in the article's folder; put the file beside the article and write its name only",
            ':15: error image-syntax: this is not an image on a line of its own; write ![alternative text](file.jpg "Caption") and nothing else; a " in the caption is written \\"',
            ':17: error image-syntax: this is not an image on a line of its own; write ![alternative text](file.jpg "Caption") and nothing else; a " in the caption is written \\"',
            ":19: error image-path: ../foto.jpg lies outside the article's folder; put the file beside the article and write its name only",
        ],
    ),
    (
        "numbered key points",
        PATH,
        BEGINNING + "1. Satu.\n2. Dua.\n\nTeks.\n",
        [
            ":7: error numbered-points: the list right after the title holds the key points, and this one is numbered; write - before each, or a paragraph before the list",
        ],
    ),
    (
        "a paragraph that becomes a list",
        PATH,
        BEGINNING + "Teks.\n\n2025. Tahun yang sulit.\n",
        [
            ":9: warning list-number: a numbered list begins with 1, and this one with 2025; a paragraph that begins so is written 2025\\.",
        ],
    ),
    (
        "bullets that are none",
        PATH,
        BEGINNING + "Teks:\n• satu\n• dua\n",
        [
            ":8: warning bullet: • begins no list in Markdown; write - before each item",
        ],
    ),
    (
        "a type of Python's",
        PATH,
        "---\ndate: 2025-07-20\nplace: !!python/name:os.system x\neditors: !!python/tuple [x]\n---\n\n# Judul\n\nTeks.\n",
        [
            ":3: error wrong-type: place is of the unknown type tag:yaml.org,2002:python/name:os.system, not a text; put it in quotes: 'x'",
            ":4: error wrong-type: editors is of the unknown type tag:yaml.org,2002:python/tuple, not a list; write editors as a list, with - before each item",
        ],
    ),
    (
        "links",
        PATH,
        BEGINNING
        + "[a](javascript:alert(1)) [b](<JavaScript:x>) [c](java&#115;cript:x) [d]() [e](../lain.md) [f](https://a.id/) [g](mailto:a@b.id) [h](#x)\n\n<https://a.id/> dan ~~salah~~.\n",
        [
            ":7: error autolink: addresses in angle brackets are not part of the article format; write [text](address)",
            ":7: error link: a link cannot lead to “javascript:alert(1)”; write an address that begins with https://, mailto: or #",
            ":7: error link: a link leads nowhere; write an address that begins with https://, mailto: or #",
            ":7: error link: a link cannot lead to “java&#115;cript:x”; write an address that begins with https://, mailto: or #",
            ":7: error link: a link cannot lead to “../lain.md”; write an address that begins with https://, mailto: or #",
            ":9: error autolink: addresses in angle brackets are not part of the article format; write [text](address)",
            ":9: error strikethrough: struck-out text is not part of the article format; leave the text out, or write &#126; for a plain tilde",
        ],
    ),
    (
        "control characters",
        PATH,
        BEGINNING + "Bel\x07 dan \x1b[0m.\n\nArah \u202e terbalik.\n\nBaris\u2028baru, spasi\xa0keras.\n",
        [
            ":7: error control-character: there is an invisible control character, U+0007; delete it; it is in column 4",
            ":7: error control-character: there is an invisible control character, U+001B; delete it; it is in column 10",
            ":9: error control-character: there is an invisible control character, U+202E; delete it; it is in column 6",
        ],
    ),
    (
        "line breaks",
        PATH,
        BEGINNING + "Satu\\\ndua  \ntiga\\\n",
        [
            ":7: warning line-break: line breaks inside a paragraph are not part of the article format; take the backslash away",
        ],
    ),
    (
        "a title and nothing else",
        PATH,
        BEGINNING,
        [
            ":5: warning no-text: the article has a title and no text; write a paragraph under it",
        ],
    ),
    (
        "a deep nest in YAML",
        PATH,
        "---\ndate: 2025-07-20\ntags: " + "[" * 200_000 + "\n---\n\n# Judul\n\nTeks.\n",
        [
            ":1: error too-long: the front matter has 200,024 characters, and 100,000 are the most; move what is text into the article",
        ],
    ),
    (
        "an alias in YAML that holds itself",
        PATH,
        "---\ndate: 2025-07-20\ntags: &a [*a]\n---\n\n# Judul\n\nTeks.\n",
        [
            ":3: error yaml-alias: the front matter repeats a value by its name, with *; write the value out, or put quotes around a text that begins with *",
        ],
    ),
    (
        "many faults at once",
        PATH,
        "---\ndate: 2025-07-21\ntgas: [x]\n---\n\nTeks.\n\n# Judul\n\n## 2. Kosong\n\n### Kecil\n\n<b>\n\n| a |\n\n![x](y.jpg)\n",
        [
            ":2: error folder-date: date is 2025-07-21, and the folder's name says 2025-07-20; change the one that is wrong",
            ":3: error unknown-key: the front matter has no key tgas; did you mean tags?",
            ":6: error text-before-title: there is text before the title in line 8; move it below the title",
            ":10: warning section-number: the section's number is 2, and 1 comes next; write ## 1.",
            ":12: error heading-level: headings with ### are not part of the article format; write ##, or a paragraph in **bold**",
            ":14: error html: HTML is not part of the article format; write it in Markdown; a plain < before a letter is written &lt;",
            ":16: error table: this is not the beginning of a table; a table is | Tahun | Ton |, below it |---|--:|, then a row a line",
            ":18: error image-missing: there is no file y.jpg in the article's folder; add it, or correct the name",
        ],
    ),
    (
        "a folder of the wrong year",
        "content/2024/2025-07-20-beras/article.id.md",
        BEGINNING + "Teks.\n",
        [
            ": error folder-year: the folder 2025-07-20-beras lies in the folder of another year, 2024; move it to content/2025/2025-07-20-beras",
        ],
    ),
    (
        "a folder without a slug",
        "content/2025-07-20/article.id.md",
        BEGINNING + "Teks.\n",
        [
            ": error folder-name: 2025-07-20 is not the name of an article's folder; name it YYYY-MM-DD-slug; the slug has small letters a to z, digits and hyphens",
        ],
    ),
    (
        "a folder with capitals",
        "content/2025/2025-07-20-Beras_Baru/article.id.md",
        BEGINNING + "Teks.\n",
        [
            ": error folder-name: 2025-07-20-Beras_Baru is not the name of an article's folder; name it YYYY-MM-DD-slug; the slug has small letters a to z, digits and hyphens",
        ],
    ),
    (
        "a folder with an impossible date",
        "content/2025-02-30-beras/article.id.md",
        BEGINNING + "Teks.\n",
        [
            ": error folder-name: 2025-02-30-beras is not the name of an article's folder; name it YYYY-MM-DD-slug; the slug has small letters a to z, digits and hyphens",
        ],
    ),
    (
        "no title and no date",
        "content/beras/article.id.md",
        "---\nplace: Jakarta\n---\n\nTeks.\n",
        [
            ": error folder-name: beras is not the name of an article's folder; name it YYYY-MM-DD-slug; the slug has small letters a to z, digits and hyphens",
            ":1: error no-date: the front matter has no date; write date: 2025-07-20 into it",
            ":5: error no-title: the article has no title; begin the text with a line # Judul",
        ],
    ),
    (
        "a folder whose name no disk can take with our endings",
        f"content/2025/2025-07-20-{'a' * 244}/article.id.md",
        BEGINNING + "Teks.\n",
        [
            f": error folder-name: the name “{'a' * 59}…” cannot be an address, since it is longer than 150 bytes; give the folder a shorter or another name",
        ],
    ),
    (
        "a folder whose name Windows keeps for itself",
        "content/2025/2025-07-20-con/article.id.md",
        BEGINNING + "Teks.\n",
        [
            ": error folder-name: the name “con” cannot be an address, since it is reserved on Windows; give the folder a shorter or another name",
        ],
    ),
    (
        "pictures that cannot lie everywhere",
        PATH,
        BEGINNING
        + f"![A]({'é' * 126}.jpg)\n\n![A](.foto.png)\n\n![A](aux.png)\n\n![A](foto.)\n\n![A](a%E2%80%AEgnp.jpg)\n",
        [
            f":7: error image-name: the name “{'é' * 59}…” is longer than 150 bytes; rename the picture, and write its new name here",
            ":9: error image-name: the name “.foto.png” begins with a dot, and such files are left out of the site; rename the picture, and write its new name here",
            ":11: error image-name: the name “aux.png” is reserved on Windows; rename the picture, and write its new name here",
            ":13: error image-name: the name “foto.” ends in a dot or a space, which Windows takes away; rename the picture, and write its new name here",
            ":15: error image-name: the name “a\\u202egnp.jpg” has an invisible control character, U+202E; rename the picture, and write its new name here",
        ],
    ),
    (
        "a paragraph without end",
        PATH,
        BEGINNING + "kata " * 2000 + "kata\n",
        [
            ":7: error too-long: the paragraph has 10,004 characters, and 10,000 are the most; divide it, with an empty line between",
        ],
    ),
    (
        "a file without end",
        PATH,
        BEGINNING + "kata\n\n" * 60_000,
        [
            ": error too-long: the file has 360,035 characters, and an article may have 300,000; divide it into several articles",
        ],
    ),
]
"""(what it is, path, text, the problems as they are printed, without the path)"""
