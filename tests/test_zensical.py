"""Sites that Zensical builds, and MkDocs without our plugin: finished, they are what the plugin makes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import test_article_page
from other_builders import finished_by
from served import served
from test_article_page import HOME, Site, make_pages

# Every test of an article's page in a browser, over the page that Zensical has built.
globals().update({name: test for name, test in vars(test_article_page).items() if name.startswith("test_")})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of `test_article_page.py`, built by Zensical and finished."""
    root = make_pages(tmp_path_factory.mktemp("zensical"))
    with served(finished_by("zensical", root), HOME) as address:
        yield Site(address, root, most=150_000)
