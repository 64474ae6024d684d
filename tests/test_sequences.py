"""Whatever happens to a site, and however it is built: what stands is what a build from nothing makes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from changes import Change, same
from clusters import Elsewhere
from sejajar.build.executors import executor
from sequences import EDITS, MATERIAL, WAYS, Life, files, options

EXAMPLES = 3 if settings().max_examples <= 100 else settings().max_examples // 20
"""`--hypothesis-profile=audit`, as `tests/audit/lives.py` has it, takes hundreds."""


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    """Two processes, which begin only where a sequence asks for them."""
    with executor(jobs=2, few=1) as running:
        yield running


STEPS = st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(WAYS)), min_size=5, max_size=9)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS, st.randoms(use_true_random=False))
def test_any_life_of_a_site_ends_in_the_bytes_of_a_build_from_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    pool: Executor,
    steps: list[tuple[Change, Callable[[Life], None]]],
    chance: random.Random,
) -> None:
    """After edits, renames, deletions, other settings, terms, templates, hours; cached, spliced, parallel, on
    a cluster, under `serve`, two at once, killed, by another release, from a cache of another day; and as
    MkDocs makes each page."""
    top: Path = tmp_path_factory.mktemp("hidup")
    life = Life(top, chance, pool)
    try:
        life.plain()
        for change, build in steps:
            life.change(change)
            build(life)
        life.compare()
    finally:
        life.end()
        shutil.rmtree(top)


REPOSITORY = {"repo_url": "https://github.com/contoh/meja"}
ADDRESSES = [
    {"site_url": ""},
    REPOSITORY,
    {
        "repo_url": "https://github.com/contoh/meja",
        "theme": {**MATERIAL, "features": ["content.action.edit"]},
    },
]


@pytest.mark.parametrize("known", ADDRESSES, ids=["no address", "repository", "edit button"])
def test_pages_of_a_site_with_other_addresses_are_the_same_spliced(
    tmp_path: Path, known: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """They name no canonical address where there is none, and nowhere a file to edit: they are products."""
    life = Life(tmp_path, random.Random(1), Elsewhere())
    options(life.root, lambda settings: settings.update(known))
    life.plain()
    life.build(tmp_path / "whole", spliced=False)
    same(files(life.site), files(tmp_path / "whole"))
    page = (life.site / "id/2025/03/panen-raya/index.html").read_text("utf-8")
    assert ('rel="canonical"' in page) is ("repo_url" in known)
    assert 'rel="edit"' not in page
    assert not [record for record in caplog.records if "rendered by itself" in record.getMessage()]
