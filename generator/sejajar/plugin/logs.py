"""What MkDocs prints of our pages and files: their names and words come from whoever wrote them."""

from __future__ import annotations

import logging

from sejajar.i18n import translated
from sejajar.visible import visible_lines


class _Visible(logging.Filter):
    """Lets every record pass, with what a terminal or a runner would obey written out."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        if record.name == "mkdocs.plugins.sejajar":  # our own, which begin with our name
            name, _, rest = text.partition(": ")
            text = f"{name}: {translated(rest)}"
        record.msg, record.args = visible_lines(text), ()
        if record.exc_info:
            text = record.exc_text or logging.Formatter().formatException(record.exc_info)
            record.exc_text = visible_lines(text)
        return True


def make_log_visible() -> None:
    """At the handlers, since filters of a logger do not see what its children log."""
    for handler in logging.getLogger("mkdocs").handlers:
        if not any(isinstance(one, _Visible) for one in handler.filters):
            handler.addFilter(_Visible())
