"""What `mkdocs serve` lays over every page while a file is broken: the changes made since are not in it."""

from __future__ import annotations

from collections.abc import Sequence

from sejajar.language.inline import literal
from sejajar.language.wording import say
from sejajar.model import Edition, Problem

MOST = 5
"""Problems told on a page; the terminal has them all."""

# Its own, since it must be seen on pages that another theme dresses. As the last of the body it sticks to the
# window's foot: in sight wherever a reload has left the page, and with nothing hidden below it at the end.
_STYLE = """\
.sj-broken{position:sticky;bottom:0;z-index:100;max-height:50vh;overflow:auto;box-sizing:border-box;\
padding:.8rem 1.2rem;font:400 1rem/1.5 system-ui,sans-serif;color:#fff;background:#9b1c1c;\
border-top:3px solid #fff;color-scheme:only light}\
.sj-broken:focus-visible{outline:3px solid #fff;outline-offset:-6px}\
.sj-broken p,.sj-broken ul{margin:0 auto;max-width:70rem}\
.sj-broken ul{padding:.3rem 0 0 1.2rem}\
.sj-broken code{font:600 .95em ui-monospace,monospace;color:inherit;background:none;overflow-wrap:anywhere}\
@media print{.sj-broken{position:static}}"""


def with_banner(html: str, problems: Sequence[Problem], edition: Edition) -> str:
    """A page with the banner as the last of its body; as it is where nothing is wrong."""
    if not problems:
        return html
    before, end, after = html.rpartition("</body>")
    return f"{before}{banner(problems, edition)}{end}{after}" if end else html + banner(problems, edition)


def banner(problems: Sequence[Problem], edition: Edition) -> str:
    """Problems by file and line, in words of the page's language; what the checks say is English."""
    items = "".join(
        f"<li><code>{literal(str(problem.location))}</code> {_said(problem)}</li>"
        for problem in problems[:MOST]
    )
    rest = len(problems) - MOST
    more = f"<p>{literal(say(edition, 'broken-more', count=rest))}</p>" if rest > 0 else ""
    words = literal(say(edition, "broken"))
    return (
        f"<style>{_STYLE}</style>"
        f'<div class="sj-broken" role="alert" lang="{edition}" tabindex="0"><p><strong>{words}</strong></p>'
        f"<ul>{items}</ul>{more}</div>"
    )


def _said(problem: Problem) -> str:
    hint = f"; {problem.hint}" if problem.hint else ""
    return f'<span lang="en">{literal(problem.message + hint)}</span>'
