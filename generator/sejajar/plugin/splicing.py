"""Pages made of their parts: the theme renders one page of each kind, and ours go where its texts were.

Pages that stand in the navigation stay MkDocs's own. So does everything where another plugin wants to see
each page, or where the theme makes of a page what cannot be told from its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urljoin

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from sejajar import storage
from sejajar.build import codec
from sejajar.build.shells import STEP, Own, Shell, UnfitError, cut, marks, shape, shared, strange
from sejajar.build.whole import SitePage
from sejajar.plugin.converting import contents
from sejajar.plugin.generated import OwnFiles
from sejajar.plugin.other_plugins import BY_HISTORY

_PLAIN = re.compile(r"(?:[\w%~-][\w%~.-]*/)*(?:[\w%~-][\w%~.-]*)?", re.A)
"""An address below a folder that `urljoin` adds to the folder's as it is: without steps up or a scheme."""
_PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
_OWN = frozenset({"title", "description", "counterpart", "date"})
"""Of a page's front matter what its shell does not depend on."""


def nobody_else_looks(config: MkDocsConfig, ours: object, *, whole: bool) -> bool:
    """Whether no other plugin or hook has a part in each page."""
    silent = {id(plugin) for name in BY_HISTORY if (plugin := config.plugins.get(name))}
    if not whole:  # then our pages are left out of the theme's search
        silent |= {
            id(plugin) for name in ("search", "material/search") if (plugin := config.plugins.get(name))
        }
    silent.add(id(ours))
    return all(
        id(getattr(method, "__self__", None)) in silent
        for event in _PAGE_EVENTS
        for method in config.plugins.events[event]
    )


@dataclass(frozen=True, slots=True)
class Stand:
    """What our templates know of a page: `sejajar`, apart from what all pages of its edition have."""

    counterpart_url: str | None
    alternates: Sequence[tuple[str, str]]
    head: str


class Placed(NamedTuple):
    """Where a page stood when it was last written, and what followed from that."""

    of: tuple[object, ...]
    """Everything that it followed from but for what holds for all pages of a build."""
    stand: Stand
    kind: str
    """The key of its shell."""
    canonical: str
    shell: str
    page: str
    key: str
    """Of the whole page, by the digests of its shell and its parts."""


@dataclass
class Remembered:
    """What one build leaves to the next of the same process: what is the same need not be found out again."""

    again: bool = False
    """Another build is to be expected: the rest is kept for it."""
    tried: set[str] = field(default_factory=set)
    """The shells that have passed their trial."""
    common: object = None
    """What `placed` depends on for all pages."""
    placed: dict[str, Placed] = field(default_factory=dict)
    """By the page's path."""


class Splicer:
    """Writes a build's pages from their shells."""

    def __init__(
        self,
        config: MkDocsConfig,
        nav: Navigation,
        files: OwnFiles,
        env: Any,
        stand_in: Callable[[Page, str, Stand], None],
        linked: Collection[str],
        remembered: Remembered,
    ) -> None:
        """`linked`: the hidden pages that templates link to. `remembered`: of the build before.

        `stand_in`: told of each page that is rendered for all that are like the one at a path.
        """
        self.config, self.nav, self.files, self.env, self.stand_in = config, nav, files, env, stand_in
        self._shells: dict[str, Shell] = {}
        self._remembered = remembered
        self._doc_files = files.documentation_pages()
        named = [file.url for file in files if file.src_uri not in files.hidden or file.src_uri in linked]
        self._folders = _folders(named)
        self._site_url, self._site_name = config.site_url or "", config.site_name

    def write(
        self, pages: Mapping[str, SitePage], stand_of: Callable[[SitePage], Stand], built: storage.Built
    ) -> None:
        """Brings `pages`, each by its path, into the built site. Raises UnfitError."""
        before, common = self._remembered.placed, (self._site_url, self._site_name, self._folders)
        if self._remembered.common != common:
            before = {}
        placed: dict[str, Placed] = {}
        for path, page in pages.items():
            file = self.files.src_uris[path]
            place = self._placed(page, file, pages, before.get(path), stand_of)
            if self._remembered.again:
                placed[path] = place
            if built.keep(file.dest_uri, place.key):
                continue
            html = self._shells[place.kind].filled(self._own(page, place.canonical, place.stand))
            built.put(file.dest_uri, place.key, html.encode("utf-8", errors="xmlcharrefreplace"))
        self._remembered.common, self._remembered.placed = common, placed

    def _placed(
        self,
        page: SitePage,
        file: File,
        pages: Mapping[str, SitePage],
        before: Placed | None,
        stand_of: Callable[[SitePage], Stand],
    ) -> Placed:
        """As `before` if nothing that it followed from is another: under `serve` the front matter of what has
        not changed is the very same object.
        """
        other = str(page.meta["counterpart"])
        there = self.files.src_uris.get(other)
        of = (file.url, page.levels, page.meta, there and there.url, other in pages and pages[other].meta)
        if before and of == before.of and (there is None or other in pages):
            stand, kind, canonical = before.stand, before.kind, before.canonical
        else:
            stand = stand_of(page)
            kind, canonical = self._kind(page, file, stand), canonical_of(file, self._site_url)
        shell = self._shell(kind, page, file, stand).digest
        if before and before.stand is stand and (before.shell, before.page) == (shell, page.digest):
            return before
        own = (page.meta["title"], page.meta["description"], canonical, stand.counterpart_url)
        key = codec.digest((shell, page.digest, own, stand.alternates))
        return Placed(of, stand, kind, canonical, shell, page.digest, key)

    def _own(self, page: SitePage, canonical: str, stand: Stand) -> Own:
        made = page.make()
        return Own(
            str(page.meta["title"]),
            str(page.meta["description"]),
            canonical,
            stand.counterpart_url or "",
            tuple(address for _, address in stand.alternates),
            made.head,
            made.html,
            made.headings,
        )

    def _kind(self, page: SitePage, file: File, stand: Stand) -> str:
        """All that a page's shell depends on, but for what holds for all pages."""
        steps = _steps(file.url)
        common = shared(steps, self._folders)
        rest = {name: value for name, value in page.meta.items() if name not in _OWN}
        title, words = str(page.meta["title"]), str(page.meta["description"])
        lacks = (title == self._site_name, bool(words), bool(stand.counterpart_url))
        hreflangs = tuple(language for language, _ in stand.alternates)
        is_index = file.name == "index"
        return repr((steps[:common], len(steps), is_index, rest, lacks, hreflangs, shape(page.levels)))

    def _shell(self, kind: str, page: SitePage, file: File, stand: Stand) -> Shell:
        if kind not in self._shells:
            steps = _steps(file.url)
            common = shared(steps, self._folders)
            self._shells[kind] = self._rendered(page, file, stand, steps, common)
        return self._shells[kind]

    def _rendered(
        self, page: SitePage, file: File, stand: Stand, steps: tuple[str, ...], common: int
    ) -> Shell:
        """The shell of a kind of page, tried on a page that is like none. Raises UnfitError."""
        of = _Like(page, file, stand, [*steps[:common]], len(steps) - common)
        own = marks(page.levels)
        shell = cut(self._render(of, own, STEP, "1900-01-01"), page.levels)
        if shell.digest in self._remembered.tried:
            return shell
        odd = strange(page.levels)
        if self._render(of, odd, "lain{}", "2011-11-11") != shell.filled(of.fitted(odd, self.config)):
            raise UnfitError("the theme makes of a page's texts more than it shows of them")
        self._remembered.tried.add(shell.digest)
        return shell

    def _render(self, like: _Like, own: Own, step: str, day: str) -> str:
        """As MkDocs builds a page, from its context to what its plugins make of the output."""
        own = like.fitted(own, self.config)
        page = Page(None, like.file(step, self.config), self.config)
        page.markdown, page.content = "", own.content
        page.meta = {**like.page.meta, "date": date.fromisoformat(day)}
        page.meta |= {"title": own.title, "description": own.description}
        page.toc = contents(own.headings)
        page.canonical_url = own.canonical or None  # as MkDocs has it for a site without an address
        page.edit_url = None  # as all of our pages have it
        alternates = [
            (language, address)
            for (language, _), address in zip(like.stand.alternates, own.alternates, strict=False)
        ]
        self.stand_in(page, like.page.path, Stand(own.counterpart, alternates, own.head))
        page.active = True
        context = get_context(self.nav, self._doc_files, self.config, page)
        template = self.env.get_template(page.meta.get("template", "main.html"))
        plugins = self.config.plugins
        context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        html: str = plugins.on_post_page(template.render(context), page=page, config=self.config)
        return html


@dataclass(frozen=True, slots=True)
class _Like:
    """A page that others of its kind are like."""

    page: SitePage
    of: File
    stand: Stand
    steps: list[str]
    """The first steps of its address, which links depend on."""
    more: int

    def file(self, step: str, config: MkDocsConfig) -> File:
        """A file of a page at the same depth, elsewhere."""
        steps = [*self.steps, *(step.format(at) for at in range(self.more))]
        if config.use_directory_urls and self.of.name != "index":
            path = "/".join(steps)
        else:
            path = "/".join([*steps, "index" if self.of.name == "index" else step.format("s")])
        return File(f"{path}.md", None, config.site_dir, config.use_directory_urls)

    def fitted(self, own: Own, config: MkDocsConfig) -> Own:
        """The same with what this kind of page lacks left out."""
        title = config.site_name if self.page.meta["title"] == config.site_name else own.title
        words = own.description if self.page.meta["description"] else ""
        counterpart = own.counterpart if self.stand.counterpart_url else ""
        canonical, head = (own.canonical, own.head) if config.site_url else ("", "")
        alternates = own.alternates[: len(self.stand.alternates)]
        return Own(title, words, canonical, counterpart, alternates, head, own.content, own.headings)


def canonical_of(file: File, site_url: str) -> str:
    """A page's address as MkDocs makes it; empty where the site has none."""
    if not site_url:
        return ""
    base, url = f"{site_url.rstrip('/')}/", file.url.removeprefix("./")
    return f"{base}{url}" if _PLAIN.fullmatch(url) else urljoin(base, url)


def _steps(url: str) -> tuple[str, ...]:
    """The folders on the way to an address, the outermost first."""
    return tuple(step for step in url.split("/")[:-1] if step)


def _folders(urls: Iterable[str]) -> set[tuple[str, ...]]:
    """All folders on the way to some addresses."""
    return {steps[:size] for steps in map(_steps, urls) for size in range(1, len(steps) + 1)}
