"""The workflows, ours and a new site's: valid, pinned, and with no more rights than they need."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
STARTED = ROOT / "generator" / "sejajar" / "start" / "github" / "workflows" / "pages.yml"
WORKFLOWS = (*sorted((ROOT / ".github" / "workflows").glob("*.yml")), STARTED)
PAGES = (ROOT / ".github" / "workflows" / "pages.yml", STARTED)

every_workflow = pytest.mark.parametrize(
    "path", WORKFLOWS, ids=lambda path: path.relative_to(ROOT).as_posix()
)
both_pages = pytest.mark.parametrize("path", PAGES, ids=["ours", "a new site's"])


def read(path: Path) -> dict[str, Any]:
    """The workflow; the loader that takes no `on` for a truth value."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def validated(*paths: Path) -> subprocess.CompletedProcess[str]:
    """By GitHub's schema of workflows, which check-jsonschema brings along."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    return subprocess.run([*command, *paths], capture_output=True, text=True, check=False)


def test_the_workflows_are_valid(tmp_path: Path) -> None:
    """By the schema; which does refuse one with a misspelt key."""
    assert validated(*WORKFLOWS).stdout == "ok -- validation done\n"
    wrong = tmp_path / "pages.yml"
    wrong.write_text(PAGES[0].read_text(encoding="utf-8").replace("needs: build", "need: build"), "utf-8")
    assert validated(wrong).returncode == 1


@every_workflow
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    """A tag can be moved to other code; a commit cannot. A comment says which release it is."""
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert uses
    assert [
        line for line in uses if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ] == []


def test_an_action_has_one_release() -> None:
    """The same in all workflows, so that none is forgotten when one is renewed."""
    uses = {
        line for path in WORKFLOWS for line in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    }
    assert len(uses) == len({line.partition("@")[0] for line in uses})


@every_workflow
def test_a_workflow_may_only_read(path: Path) -> None:
    """Only the jobs that deploy and that draft a release may do more; they run no code of ours."""
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        if name == "deploy":
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            assert [step["uses"].partition("@")[0] for step in job["steps"]] == ["actions/deploy-pages"]
        elif name == "draft":
            assert job["permissions"] == {"contents": "write"}
            assert [step.get("uses", "").partition("@")[0] for step in job["steps"]] == [
                "actions/download-artifact",
                "",
            ]
            assert job["steps"][1]["run"].startswith("gh release create ")
        else:
            assert "permissions" not in job
            checkouts = [
                step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")
            ]
            assert [step["with"]["persist-credentials"] for step in checkouts] == ["false"]


@both_pages
def test_a_pull_request_is_built_and_not_published(path: Path) -> None:
    """What publishes, and what prepares it, runs for main alone; a schedule brings out what has come due."""
    workflow = read(path)
    assert workflow["on"].keys() == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert workflow["on"]["push"] == {"branches": ["main"]}
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    condition = "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert (build.get("if"), deploy["if"], deploy["needs"]) == (None, condition, "build")
    conditions = [step.get("if") for step in build["steps"]]
    assert conditions == [None] * (len(conditions) - 1) + [condition]
    assert deploy["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


@both_pages
@pytest.mark.parametrize(("megabytes", "code"), [(2, 0), (1001, 1)])
def test_a_site_that_pages_would_refuse_fails_the_build(
    path: Path, megabytes: int, code: int, tmp_path: Path
) -> None:
    """The step itself, run over a site of two megabytes and over one of more than a thousand."""
    (tmp_path / "site").mkdir()
    with (tmp_path / "site" / "large.bin").open("wb") as file:
        file.truncate(megabytes * 1024 * 1024)  # a hole: it takes no room
    steps = read(path)["jobs"]["build"]["steps"]
    (check,) = (step["run"] for step in steps if "size" in step.get("name", ""))
    done = subprocess.run(
        ["bash", "-e", "-c", check], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (code, "")
    assert re.fullmatch(
        rf"The site takes {megabytes}\d? MB\.\n|The site takes {megabytes + 1} MB\.\n", done.stdout
    )
