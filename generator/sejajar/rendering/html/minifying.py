"""Our styles and scripts without their comments and indents: a seventh of what a first visit weighs is ours.

The only file that imports `rcssmin` and `rjsmin`.
"""

from __future__ import annotations

from functools import cache


@cache  # `mkdocs serve` asks at every edit
def minified(text: str, name: str) -> str:
    if name.endswith(".css"):
        import rcssmin  # type: ignore[import-untyped]  # not at start: a command needs neither

        return str(rcssmin.cssmin(text))
    import rjsmin  # type: ignore[import-untyped]

    return str(rjsmin.jsmin(text))
