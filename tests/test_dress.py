"""A built page is changed at places: what stands elsewhere keeps its bytes, whatever it is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sejajar.rendering.dress.page import Dress, UnknownThemeError, bare, dressed, region
from sejajar.rendering.dress.tags import Edit, edited, elements

PIECES = [
    *(
        "<p>",
        "</p>",
        "<a href='x'>",
        "</a>",
        "<br>",
        "<input checked>",
        '<li class="a > b">',
        "</li>",
        "</div>",
    ),
    *("<!-- <p> -->", "<script>if (a<b) '</p>'</script>", "<title>a<b></title>", "<svg><path d='M0'/></svg>"),
    *("<", "&amp;", "kata", "\n", '<li class="a > b">'),
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_elements_stand_where_they_are_said_to(html: str) -> None:
    """Of any text, however broken: each begins at its tag, and two are one in the other or apart."""
    found = list(elements(html))
    for one in found:
        assert html.startswith(f"<{one.name}", one.start)
        assert one.start < one.inside <= one.after <= one.end <= len(html)
        for other in found:
            apart = one.end <= other.start or other.end <= one.start
            assert apart or one is other or one.holds(other) or other.holds(one)
    assert edited(html, []) == html


@pytest.mark.parametrize(
    ("tag", "name", "value", "expected"),
    [
        ('<a class="x" href="y">', "href", 'a&b"', '<a class="x" href="a&amp;b&quot;">'),
        ("<a href=y>", "href", "z", '<a href="z">'),
        ("<a data-href='1' href='y' >", "href", "z", "<a data-href='1' href=\"z\" >"),
        ("<a>", "href", "z", '<a href="z">'),
        ('<a title="href=1" HREF="y">', "href", "z", '<a title="href=1" href="z">'),
        ('<a href="a&amp;b">', "href", "a&b", '<a href="a&amp;b">'),
    ],
)
def test_one_attribute_is_changed(tag: str, name: str, value: str, expected: str) -> None:
    """In its place, however it is quoted; a value that is the same stays as it is written."""
    (one,) = elements(f"{tag}kata</a>")
    assert edited(f"{tag}kata</a>", [one.with_attribute(name, value)]) == f"{expected}kata</a>"


def test_an_edit_within_another_is_lost_with_it() -> None:
    """What is removed is removed with all that was to change in it; what is put before it stays."""
    edits = [Edit(2, 3, "x"), Edit(1, 4, ""), Edit(1, 1, "+")]
    assert edited("abcdef", edits) == "a+ef"


PAGE = """\
<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>Judul</title></head><body>
<header><nav class="md-header__inner"><a class="md-logo" href=".">x</a>
<label class="md-header__button" for="__search"></label><div class="md-search">builder</div></nav></header>
<nav class="md-tabs"><ul><li><a href="id/">Beranda</a></li><li><a href="en/">Home</a></li></ul></nav>
<article class="md-content__inner"><p>Kata &eacute; <b class=x>tebal</p></article>
<div class="md-copyright">Made with <a href="#">it</a></div></body></html>
"""


def dress(**changes: str) -> Dress:
    texts: dict[str, Any] = {
        "head": "<meta>",
        "icons": "",
        "header": "<i>search</i>",
        "above": "",
        "footer": "",
        "scripts": "<script src=a></script>",
        "home": "",
        "logo": "",
    }
    return Dress("id", **{**texts, **changes}, belongs=lambda href: href != "en/", words=None)


def test_a_page_is_dressed_and_bare_again() -> None:
    """What is ours stands between marks; twice is as once, and of another dress nothing is left."""
    once = dressed(PAGE, dress())
    assert dressed(once, dress()) == once
    other = dress(head="<link>", scripts="")
    assert dressed(once, other) == dressed(PAGE, other)
    assert region("header", "<i>search</i>") in once
    assert "builder" not in once
    assert "en/" not in once
    assert "<p>Kata &eacute; <b class=x>tebal</p>" in once
    assert "search" not in bare(once)


def test_a_page_of_no_known_theme_is_not_dressed() -> None:
    """Neither without its header, nor without the place of its content."""
    for missing in ("md-header__inner", "md-content__inner"):
        with pytest.raises(UnknownThemeError):
            dressed(PAGE.replace(missing, "lain"), dress())
