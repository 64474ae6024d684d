"""What MkDocs is told to empty before it builds."""

from __future__ import annotations

import os


class NotThere(str):
    """The path of a folder that does not exist, said as that of the built site.

    MkDocs empties the folder that it is told of before it builds; the next thing that it does is to ask for
    files, and then it is told the right one.
    """

    __slots__ = ("_said",)
    _said: str

    def __new__(cls, built: str) -> NotThere:
        made = super().__new__(cls, os.path.join(built, ".sejajar-nothing"))  # noqa: PTH118
        made._said = built
        return made

    def __format__(self, spec: str) -> str:
        return format(self._said, spec)
