"""What comes from elsewhere and is printed: no terminal and no runner obeys it, whichever way it takes."""

from __future__ import annotations

import ast
import json
import logging
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from photos import photo
from sejajar.cli import main
from sejajar.cli.printing import say, show, styled
from sejajar.model import Location, Problem, Severity
from sejajar.plugin.logs import make_log_visible
from sejajar.visible import inert, visible, visible_json, visible_lines
from sites import FOLDER, make_site

ROOT = Path(__file__).parent.parent
EVIL = "\x1b]52;c;aGFp\x07\x9b8m\u202ex\u200b\u2028::stop-commands::t ##[add-mask]s"
"""OSC 52, BEL, a C1 that hides, a direction override, what has no width, a line's end, runners' commands."""
YAML_EVIL = json.dumps(f"{EVIL}\n::stop-commands::t").replace("\x9b", "\\x9b")

REVIEWED = "a\ns\nn\nkurang tepat\nb\nq\n"
PASTED = f"Judul {EVIL}\n\nIsi {EVIL} teks.\n"
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
    r"|\x1b(?!\[[\d;]+m)|\x1b\[[\d;]*8m|##\[|(?m:^\s*::(?!error |warning |notice ))"
)
"""What must not be printed; of escapes only colours pass."""


def article(root: Path, old: str, new: str) -> None:
    path = root / FOLDER / "article.id.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def catalog(root: Path, old: str, new: str) -> None:
    path = root / FOLDER / "article.en.po"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def in_updated(root: Path) -> None:
    article(root, "status: published", f"status: published\nupdated: {YAML_EVIL}")


def in_a_key(root: Path) -> None:
    article(root, "status: published", f"status: published\n{YAML_EVIL}: 1")


def in_a_tag(root: Path) -> None:
    article(root, "tags: [Pangan]", f"tags: [{YAML_EVIL}]")


def in_an_outlet(root: Path) -> None:
    article(root, "outlet: Warta Uji, url", f"outlet: {YAML_EVIL}, url")


def in_a_headline(root: Path) -> None:
    article(root, "# Panen raya", f"# Panen {EVIL} raya")


def in_a_paragraph(root: Path) -> None:
    article(root, "2 juta ton", f"2 juta <b{EVIL}> ton")


def in_an_english(root: Path) -> None:
    catalog(
        root, "1,200 hectares of", f"1,400 hectares {EVIL}".replace("\u2028", "").replace("\x1b", "\\x1b")
    )


def in_a_remark(root: Path) -> None:
    catalog(root, 'msgctxt "point"', f'# {EVIL}\n# reviewed: {EVIL} 2026-01-01 12345678\nmsgctxt "point"')


def in_a_context(root: Path) -> None:
    catalog(root, 'msgctxt "point"', f'msgctxt "po{EVIL}int"')


def in_the_glossary(root: Path) -> None:
    path = root / "content" / "glossary.csv"
    path.write_text(
        path.read_text("utf-8") + f"Karawang,{EVIL}\nKarawang,Karawang {EVIL}\n,{EVIL}\n", "utf-8"
    )


def in_a_folder(root: Path) -> None:
    (root / FOLDER).rename(root / f"content/2025/2025-03-06-{EVIL.replace('/', '')}\n::stop-commands::t")


def in_a_pictures_name(root: Path) -> None:
    name = f"{EVIL}.jpg"
    (root / FOLDER / name).write_bytes(photo())
    article(root, "## 1. Harga", f"![a](<{name}>)\n\n![b](b\u202e.jpg)\n\n## 1. Harga")


def in_the_settings(root: Path) -> None:
    path = root / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("on_incomplete: ignore", f"on_incomplete: {YAML_EVIL}"))


def in_a_decision(root: Path) -> None:
    (root / "back.csv").write_text(
        "article,key,kind,state,indonesian,english,decision,remark\r\n"
        f'"{FOLDER}","x 1","point","machine","a","b","{EVIL}","{EVIL}"\r\n'
        f'"{EVIL}","{EVIL}","","","","","setuju",""\r\n',
        "utf-8",
    )


SOURCES: tuple[Callable[[Path], None], ...] = (
    in_updated,
    in_a_key,
    in_a_tag,
    in_an_outlet,
    in_a_headline,
    in_a_paragraph,
    in_an_english,
    in_a_remark,
    in_a_context,
    in_the_glossary,
    in_a_folder,
    in_a_pictures_name,
    in_the_settings,
    in_a_decision,
)
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("check", "--github"),
    ("check", "--json"),
    ("sync",),
    ("status",),
    ("review", "--as", EVIL),
    ("generate",),
    ("export", f"out-{EVIL.replace('/', '')}.csv"),
    ("export", "--format", "jsonl", "-"),
    ("translate", "--dry-run"),
    ("apply", "--as", "Ana", "back.csv"),
    ("import", "--date", "2025-03-06", "--outlet", EVIL, "--english", EVIL.replace("/", ""), "-"),
    ("import", "--date", "2025-03-06", "--place", EVIL, "-"),
)


@pytest.mark.parametrize("plant", SOURCES, ids=lambda plant: plant.__name__)
def test_what_a_file_holds_is_never_obeyed(
    plant: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fourteen places of hostile content, thirteen commands each, with colours; JSON stays JSON."""
    monkeypatch.chdir(make_site(tmp_path))
    plant(tmp_path)
    log = logging.getLogger("mkdocs")
    monkeypatch.setattr(log, "handlers", [])
    for command in COMMANDS:
        typed = REVIEWED if command[0] == "review" else PASTED
        result = CliRunner().invoke(main, command, input=typed.encode(), color=True)
        assert isinstance(result.exception, SystemExit | None), (command, result.exception)
        printed = result.stdout + result.stderr
        assert not OBEYED.search(printed), (command, OBEYED.search(printed), printed)
        if "--json" in command and result.exit_code < 2 and "Config" not in result.stderr:
            json.loads(result.stdout)


@pytest.mark.parametrize(
    "command",
    [
        ("check", EVIL),
        ("check", f"--{EVIL}"),
        (EVIL,),
        ("translate", "--since", EVIL),
        ("translate", "--engine", EVIL),
        ("-f", EVIL, "check"),
        ("import", EVIL),
        ("export", EVIL),
        ("init", "baru", "--url", EVIL),
        ("apply", f"x{EVIL}.csv"),
        ("status", "a", f"-{EVIL}"),
        ("check", "\udc9b\udc80"),
    ],
)
def test_what_a_call_holds_is_never_obeyed(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong call is repeated to whoever typed it, or to whoever runs the script that did."""
    monkeypatch.chdir(make_site(tmp_path))
    result = CliRunner().invoke(main, command, color=True)
    assert result.exit_code == 2
    assert result.stderr
    assert not OBEYED.search(result.stdout + result.stderr), result.stderr


def test_mkdocs_log_obeys_nothing(tmp_path: Path) -> None:
    """What the plugin reports, and what MkDocs itself says of a page's name, link and title."""
    make_site(tmp_path)
    in_updated(tmp_path)
    name = "evil \x1b]0;x\x07\u202e.md"
    (tmp_path / "docs" / name).write_text("[x](fehlt\u202e\x9b.md) [y](<a ##[add-mask]b.md>)\n", "utf-8")
    (tmp_path / "docs" / "a\n::stop-commands::t.md").write_text("# x\n", "utf-8")
    broken = build(tmp_path)
    assert (
        f"ERROR   -  sejajar: {FOLDER}/article.id.md:4: error updated: " in broken
        or f"{FOLDER}/article.id.md:" in broken
    )
    text = (tmp_path / FOLDER / "article.id.md").read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("updated")]
    (tmp_path / FOLDER / "article.id.md").write_text("\n".join(kept) + "\n", "utf-8")
    for printed in (broken, build(tmp_path)):
        assert not OBEYED.search(printed), (OBEYED.search(printed), printed)


def build(root: Path) -> str:
    code = "import sys; from mkdocs.__main__ import cli; cli(['build', '-v'][:int(sys.argv[1])])"
    done = subprocess.run(
        [sys.executable, "-c", code, "1"], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout + done.stderr


def test_visible_text_is_one_line() -> None:
    """Controls become pictures, what has no look an escape; letters of every script stay."""
    assert visible("a\n\x1b[31m\x7f\x9b\u202e\ud800\U000e0041") == "a␊␛[31m␡\\x9b\\u202e\\ud800\\U000e0041"
    for same in ("Qur’an – “né” 大 ﷺ ☀️ e\u0301 a\u00a0b", ""):
        assert visible(same) == same
    assert str(Problem(Location("a\nb", 1), Severity.ERROR, "x", "y\nz", "w\r")) == "a␊b:1: error x: y␊z; w␍"


def test_a_line_is_no_command_of_a_runner() -> None:
    """In either form, at the beginning or behind spaces; what only looks like it stays."""
    assert inert("  ::set-env name=x::y") == "  \\x3a:set-env name=x::y"
    assert inert("a ##[group]b") == "a #\\x23[group]b"
    assert inert("a :: b") == "a :: b"
    assert visible_lines("a\n::b\x1b\n") == "a\n\\x3a:b␛\n"


def test_json_keeps_its_meaning() -> None:
    """What is escaped is the same string to whoever reads it."""
    value = {"a": f"{EVIL}\n\U000e0041", "b": ["\udc9b"]}
    text = visible_json(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(text) == value
    assert not OBEYED.search(text)


def test_only_our_own_colours_pass(capsys: pytest.CaptureFixture[str]) -> None:
    """A text that brings styles of its own shows them as text, also inside a styled one."""
    inner = styled("b\x1b[8mc", fg="red")
    show([f"a{inner}d\x1b[8me"], colour=True)
    say("::group::x\ny")
    assert capsys.readouterr().out == "a\x1b[31mb␛[8mc\x1b[0md␛[8me\n\\x3a:group::x␊y\n"


def test_one_place_prints() -> None:
    """No other file of the command line writes to the screen, and no other room at all."""
    found = []
    for path in sorted((ROOT / "generator" / "sejajar").rglob("*.py")):
        if path.name == "printing.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if re.fullmatch(r"print|click\.(echo|secho|style)|sys\.std(out|err)(\.buffer)?\.write", name):
                found.append(f"{path.name}:{getattr(node, 'lineno', 0)}: {name}")
    assert found == []


def test_every_handler_of_mkdocs_is_covered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once each, however often the plugin is loaded; a traceback's text too."""
    log = logging.getLogger("mkdocs")
    lines: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    monkeypatch.setattr(log, "handlers", [Kept()])
    make_log_visible()
    make_log_visible()
    assert len(log.handlers[0].filters) == 1
    try:
        raise ValueError("\x1b]0;x\x07\n::stop-commands::t")
    except ValueError:
        logging.getLogger("mkdocs.structure").exception("page %s", "a\u202e")
    assert lines[0].startswith("page a\\u202e\nTraceback")
    assert not OBEYED.search(lines[0])
