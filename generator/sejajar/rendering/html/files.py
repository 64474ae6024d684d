"""A generated file: its path, its front matter, and the comment by which it is known to be ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from sejajar.rendering.html.markup import Form, Node, Place, headings, without_tags, write
from sejajar.site.addresses import PLACES, Places

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # a sixth of the time, where libyaml is there
LATEST = "<!-- sejajar/latest -->"
"""In a page written by hand: the newest briefings come here."""


class Heading(NamedTuple):
    """An entry in a page's table of contents."""

    level: int
    id: str
    title: str
    """HTML."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What MkDocs makes of a generated page's Markdown."""

    markdown: str
    """That of which the rest is made: the file without its front matter."""
    html: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page, to be written as a Markdown file or as the content of a built page."""

    path: str
    """Below `docs/`, with forward slashes."""
    source: str
    """The file that it is made from, relative to the site's root."""
    meta: Mapping[str, object]
    """The front matter; it begins with `title`, `description` and `lang`."""
    body: tuple[Node, ...]
    places: Places = PLACES

    @property
    def text(self) -> str:
        """Markdown with YAML front matter."""
        front = yaml.dump(dict(self.meta), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
        place = Place(self.path, places=self.places)
        body = "\n\n".join(write(node, Form.MARKDOWN, place) for node in self.body)
        return f"---\n{front}---\n\n{header(self.path, self.source)}\n{body.strip()}\n"

    def content(self, directory_urls: bool) -> str:
        """HTML, byte for byte what MkDocs makes of `text`."""
        place = Place(self.path, directory_urls, self.places)
        return with_header(self.path, self.source, *(write(node, Form.HTML, place) for node in self.body))

    @property
    def headings(self) -> tuple[Heading, ...]:
        return headings_of(self.body)

    def converted(self, text: str, directory_urls: bool) -> Converted:
        """`text`: the page's own, which the caller has written already."""
        return converted(text, self.content(directory_urls), self.headings)


def converted(text: str, html: str, headings: tuple[Heading, ...]) -> Converted:
    """`text`: a page's file, of whose body MkDocs makes the rest."""
    return Converted(text.split("\n---\n", 1)[1].lstrip("\n"), html, headings)


def with_header(path: str, source: str, *parts: str) -> str:
    """The HTML of a page of which the parts are written."""
    return "\n".join((header(path, source), *parts))


def headings_of(body: Iterable[Node]) -> tuple[Heading, ...]:
    found = (one for node in body for one in headings(node))
    return tuple(Heading(int(one.name[1:]), one.attributes["id"], without_tags(one)) for one in found)


def header(path: str, source: str) -> str:
    """The comment that says what made a file and from what; one line, with its end."""
    return f"<!-- Made by sejajar from {source} as {path}. Edit the source, not this file. -->\n"


def is_product(text: str, path: str) -> bool:
    """Whether `text` carries our header for this very path, as the first line after its front matter."""
    parts = text.split("\n---\n", 1)
    body = parts[1] if text.startswith("---\n") and len(parts) == 2 else text
    line = body.lstrip("\n").partition("\n")[0] + "\n"
    before, mark, source = line.partition("<!-- Made by sejajar from ")
    return not before and bool(mark) and source.endswith(header(path, "")[len(mark) :])
