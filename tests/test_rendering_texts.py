"""No text can do anything to a page: it is the same in both forms, and it is only text."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings import (
    brief,
    converted,
    with_metadata,
)
from sejajar import rendering
from sejajar.language import inline as module
from sejajar.language.inline import attribute, inline, link, literal, plain
from sejajar.model import (
    Article,
    Status,
)
from strategies import articles, texts

HOSTILE = (
    "a < b & c > d",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></div><h1>x</h1>",
    "<!-- x",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "&lt;b&gt; &amp; &amp;lt; &#60;i&#62;",
    "text {: .x onclick=alert(1) }",
    "{: #y }",
    "{{ page.title }} {% raw %}",
    "*[HTML]: x",
    "[^1]: note",
    "[x]: https://x.id",
    "1. satu",
    "12) dua",
    "- item",
    "# judul",
    "judul #",
    "> kutipan",
    "    code",
    "```",
    "--8<-- 'mkdocs.yml'",
    "!!! note",
    "??? x",
    ": definisi",
    "| a | b |",
    "===",
    "---",
    "two\n\nparagraphs\n# and more",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03",
    "https://contoh.id/a_b_c <https://contoh.id>",
    "`x` ``y``",
    "a__b__c *d **e* f**",
    "![x](y.png) [a [b](c)](d)",
    "\\ \\\\ \\* \\",
    "++Ctrl++ ==x== ~~y~~ ^^z^^ :smile: $x$ $$y$$",
    "[x](javascript:alert(1)) [y](JAVASCRIPT:alert(1)) [z](data:text/html,x)",
    "[w](  java\tscript:alert(1)) [v](//evil.example) [u](vbscript:x)",
    '[t](https://a.id/"onmouseover="alert(1) "b" onclick="x")',
)
ALLOWED = {"em", "strong", "a"}


@given(st.one_of(st.sampled_from(HOSTILE), st.text(), texts()))
def test_a_text_brings_no_element_but_emphasis_strong_and_links(text: str) -> None:
    """No text, however hostile, makes another element or attribute, leaves its paragraph, or loses words."""
    made = BeautifulSoup(
        converted(f'<div id="in" markdown="1">\n\n{inline(text)}\n\n</div>\n\n<p>after</p>'), "html.parser"
    )
    inside = made.find(id="in")
    assert isinstance(inside, Tag)
    assert [tag.name for tag in made.find_all(recursive=False)] == ["div", "p"]
    expected = plain(text)
    assert inside.get_text().strip("\n").replace("\u00a0", " ") == expected.replace("\u00a0", " ")
    children = [child for child in inside.children if isinstance(child, Tag)]
    assert [child.name for child in children] == (["p"] if expected else [])
    for tag in children[0].find_all() if children else ():
        assert tag.name in ALLOWED
        assert set(tag.attrs) <= {"href", "rel"}
        assert re.match(r"(?i)https?://|mailto:", str(tag.get("href", "https://")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rusia mengekspor 2.000 ton.", "Rusia mengekspor 2.000\u00a0ton."),
        ("*miring* dan **tebal**", "<em>miring</em> dan <strong>tebal</strong>"),
        (
            "[taut](https://a.id/?b=1&c=2)",
            '<a href="https://a.id/?b&#61;1&amp;c&#61;2" rel="noopener">taut</a>',
        ),
        ("[klik](javascript:alert(1))", "&#91;klik&#93;(javascript:alert(1))"),
        ("[klik](berkas.md)", "klik"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("1. satu", "&#49;. satu"),
        ("- item", "&#45; item"),
        ("a &amp; b", "a &amp; b"),
        ("x {: .y }", "x &#123;: .y &#125;"),
    ],
)
def test_how_texts_are_written(text: str, expected: str) -> None:
    """Markup that we know becomes HTML; all the rest is text in both forms."""
    assert inline(text) == expected


def test_links_of_the_front_matter_lead_to_the_web_or_nowhere() -> None:
    """An outlet's name is a link only where its address is one."""
    assert link("https://unn.ua/x", "UNN") == '<a href="https://unn.ua/x" rel="noopener">UNN</a>'
    assert link("javascript:alert(1)", "UNN") == "UNN"
    assert link("", "UNN") == "UNN"
    assert link("http://[", "UNN") == "UNN"
    assert literal("<b>") == "&lt;b&gt;"


@settings(max_examples=30)
@given(articles())
def test_the_pages_around_an_article_hold_whatever_its_title_is(article: Article) -> None:
    """A hostile title is one link in a list: it makes no other element and leads nowhere else."""
    article = with_metadata(article, status=Status.PUBLISHED)
    briefing = brief(article, {segment.text: segment.text for segment in article.segments})
    made = BeautifulSoup(rendering.latest([briefing], "id"), "html.parser")
    address = f"{article.metadata.date:%Y/%m}/{article.slug}/"
    assert [tag["href"] for tag in made.find_all("a")] == [f"id/{address}", f"en/{address}"]
    assert [tag.get_text() for tag in made.find_all("a")] == [plain(article.title.text)] * 2
    assert {tag.name for tag in made.find_all()} <= {"a", "div", "p", "span", "time"}


NEVER = re.compile(r"(?!)")
MARKS = st.text(st.sampled_from("aZé 1.,;:'\"-/*_[]()\\&<>#|~\u00a0\u2028\x00"), max_size=20)


@given(st.text(max_size=40) | MARKS | texts())
def test_a_text_without_marks_comes_to_the_same_by_the_short_way(text: str) -> None:
    """What the parser need not look at is written as it would write it; so are names and attributes."""
    text = " ".join(text.split())
    short = inline.__wrapped__(text), plain(text), literal(text), attribute(text)
    with (
        patch.object(module, "_PLAIN", NEVER),
        patch.object(module, "_UNMARKED", NEVER),
        patch.object(module, "_WORD", NEVER),
    ):
        assert short == (inline.__wrapped__(text), plain(text), literal(text), attribute(text))
