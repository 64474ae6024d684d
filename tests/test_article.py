"""The article file: what is written is read back, and whatever is wrong is said with its line."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sejajar import article as article_format
from sejajar.article import dumps, flaws, from_plain, loads, normal
from sejajar.model import Article, Kind

import strategies

PATH = "content/2025/2025-07-20-beras/article.id.md"


@given(strategies.articles())
def test_what_is_written_is_read_back(article: Article) -> None:
    """`loads(dumps(a)) == a`, without an error, and `dumps` then writes the same bytes."""
    text = dumps(article)
    loaded = loads(text, article.path)
    assert [str(problem) for problem in loaded.problems if problem.severity == "error"] == []
    assert loaded.article == article
    assert dumps(loaded.article) == text
