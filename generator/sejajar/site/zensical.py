"""What `mkdocs.yml` has to say for Zensical, which reads it too but runs no plugin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from sejajar.model import Location, Problem, Severity

NEEDED = ("attr_list", "md_in_html")
"""The extensions that our Markdown is written in; Zensical has them where none are named."""


class _Loader(yaml.SafeLoader):
    """Tags that only MkDocs and Zensical understand (`!ENV`, `!!python/name`) stand for nothing here."""


_Loader.add_multi_constructor("", lambda *_: None)


def zensical_problems(config_file: Path) -> tuple[Problem, ...]:
    """What Zensical would build in another way than the guide shows; nothing of a file it cannot read."""
    try:
        options = yaml.load(config_file.read_bytes(), Loader=_Loader)
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return ()
    if not isinstance(options, dict) or "INHERIT" in options:
        return ()
    return tuple(
        Problem(Location(config_file.name), Severity.WARNING, "zensical", message, hint)
        for message, hint in _lacking(options)
    )


def _lacking(options: dict[Any, Any]) -> Iterator[tuple[str, str]]:
    theme = options.get("theme")
    if not isinstance(theme, dict) or theme.get("variant") != "classic":
        yield (
            "Zensical builds its modern theme, for which our style sheets are not made",
            "write `variant: classic` below `theme:`; Material for MkDocs takes no notice of it",
        )
    if not options.get("nav"):
        yield (
            "without `nav` Zensical puts every article into the menu of every page",
            "write `nav:` with the pages that the menu is to have, such as `id/index.md` and `en/index.md`",
        )
    extensions = options.get("markdown_extensions")
    if extensions:
        named = {name for one in extensions for name in ([one] if isinstance(one, str) else one or ())}
        missing = [name for name in NEEDED if name not in named]
        if missing:
            names = " and ".join(f"`{name}`" for name in missing)
            yield f"the pages need {names}", "add what is missing below `markdown_extensions:`"
