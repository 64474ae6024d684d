"""The front matter as a form: what it shows, what it accepts, and what it changes in the file."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sejajar.formats.article import dumps
from sejajar.formats.article.form import filled_in, split_front, values_of, with_metadata
from sejajar.formats.article.frontmatter import KEYS
from sejajar.formats.article.writing import _Dumper, plain_of
from sejajar.model import Article, errors, numbered
from strategies import articles, metadata

PATH = "content/2025/2025-07-20-uji/article.id.md"


def commented(article: Article, chance: random.Random) -> str:
    """An article as a person may keep it: lists over many lines, comments between, empty lines."""
    _, inner, body = dumps(article).split("---\n", 2)
    if chance.random() < 0.6:
        values = {key: plain_of(getattr(article.metadata, key)) for key in KEYS}
        values = {key: value for key, value in values.items() if value}
        inner = yaml.dump(
            values, Dumper=_Dumper, default_flow_style=False, sort_keys=False, allow_unicode=True, width=9999
        )
    lines = []
    for number, line in enumerate(inner.splitlines()):
        lines.append(line)
        if chance.random() < 0.3:
            lines.append(chance.choice(["", f"# catatan {number}", f"  # menjorok {number}"]))
    text = "---\n" + "".join(f"{line}\n" for line in lines) + "---\n" + body
    return text.replace("\n", chance.choice(["\n", "\r\n"]))


@settings(deadline=None)
@given(articles(), st.data(), st.randoms(use_true_random=False))
def test_only_the_keys_that_change_are_written(
    article: Article, data: st.DataObject, chance: random.Random
) -> None:
    """For any two front matters: the new one is read, comments and the keys that stay are as they were."""
    raw = commented(article, chance)
    other = data.draw(metadata(article.metadata.date))
    keys = data.draw(st.sets(st.sampled_from(KEYS), max_size=4))
    new = replace(article.metadata, **{key: getattr(other, key) for key in keys})
    made = with_metadata(raw, article.path, new)
    assert made is not None
    assert errors(made.problems) == ()
    assert made.article == numbered(replace(article, metadata=new))
    before, after = split_front(raw), split_front(made.text)
    assert before is not None
    assert after is not None
    assert (after.head, after.rest) == (before.head, before.rest)
    assert set(re.findall("# (?:catatan|menjorok) [0-9]+", before.inner)) == set(
        re.findall("# (?:catatan|menjorok) [0-9]+", after.inner)
    )
    changed = [key for key in KEYS if getattr(new, key) != getattr(article.metadata, key)]
    if not changed:
        assert made.text == raw


@settings(deadline=None)
@given(articles(), st.randoms(use_true_random=False))
def test_a_form_left_as_it_is_changes_nothing(article: Article, chance: random.Random) -> None:
    """What a form shows of any article is read back as the same front matter, without a problem."""
    raw = commented(article, chance)
    values = values_of(raw)
    assert values is not None
    filled = filled_in(raw, article.path, values)
    assert errors(filled.problems) == ()
    assert filled.article == article
    made = with_metadata(raw, article.path, article.metadata)
    assert made is not None
    assert made.text == raw
