"""Pages made of their parts: the theme renders one page of each kind, and ours go where its texts were.

Pages that stand in the navigation stay MkDocs's own. So does everything where another plugin wants to see
each page, or where the theme makes of a page what cannot be told from its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
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
        tried: set[str],
    ) -> None:
        """`linked`: the hidden pages that templates link to. `tried`: shells that have passed their trial.

        `stand_in`: told of each page that is rendered for all that are like the one at a path.
        """
        self.config, self.nav, self.files, self.env, self.stand_in = config, nav, files, env, stand_in
        self._shells: dict[object, Shell] = {}
        self._tried = tried
        self._doc_files = files.documentation_pages()
        named = [file.url for file in files if file.src_uri not in files.hidden or file.src_uri in linked]
        self._folders = _folders(named)

    def write(
        self, pages: Iterable[SitePage], stand_of: Callable[[SitePage], Stand], built: storage.Built
    ) -> None:
        """Brings `pages` into the built site. Raises UnfitError."""
        for page in pages:
            file = self.files.src_uris[page.path]
            stand = stand_of(page)
            shell = self._shell(page, file, stand)
            canonical = canonical_of(file, self.config)
            own = (page.meta["title"], page.meta["description"], canonical, stand.counterpart_url)
            key = codec.digest((shell.digest, page.digest, own, stand.alternates))
            if built.keep(file.dest_uri, key):
                continue
            html = shell.filled(self._own(page, canonical, stand))
            built.put(file.dest_uri, key, html.encode("utf-8", errors="xmlcharrefreplace"))

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

    def _shell(self, page: SitePage, file: File, stand: Stand) -> Shell:
        steps = _steps(file.url)
        common = shared(steps, self._folders)
        rest = {name: value for name, value in page.meta.items() if name not in _OWN}
        title, words = str(page.meta["title"]), str(page.meta["description"])
        kind = (title == self.config.site_name, bool(words), bool(stand.counterpart_url))
        hreflangs = tuple(language for language, _ in stand.alternates)
        key = repr(
            (steps[:common], len(steps), file.name == "index", rest, kind, hreflangs, shape(page.levels))
        )
        if key not in self._shells:
            self._shells[key] = self._rendered(page, file, stand, steps, common)
        return self._shells[key]

    def _rendered(
        self, page: SitePage, file: File, stand: Stand, steps: tuple[str, ...], common: int
    ) -> Shell:
        """The shell of a kind of page, tried on a page that is like none. Raises UnfitError."""
        of = _Like(page, file, stand, [*steps[:common]], len(steps) - common)
        own = marks(page.levels)
        shell = cut(self._render(of, own, STEP, "1900-01-01"), page.levels)
        if shell.digest in self._tried:
            return shell
        odd = strange(page.levels)
        if self._render(of, odd, "lain{}", "2011-11-11") != shell.filled(of.fitted(odd, self.config)):
            raise UnfitError("the theme makes of a page's texts more than it shows of them")
        self._tried.add(shell.digest)
        return shell

    def _render(self, like: _Like, own: Own, step: str, day: str) -> str:
        """As MkDocs builds a page, from its context to what its plugins make of the output."""
        own = like.fitted(own, self.config)
        page = Page(None, like.file(step, self.config), self.config)
        page.markdown, page.content = "", own.content
        page.meta = {**like.page.meta, "date": date.fromisoformat(day)}
        page.meta |= {"title": own.title, "description": own.description}
        page.toc = contents(own.headings)
        page.canonical_url = own.canonical
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
        alternates = own.alternates[: len(self.stand.alternates)]
        return Own(title, words, own.canonical, counterpart, alternates, own.head, own.content, own.headings)


def canonical_of(file: File, config: MkDocsConfig) -> str:
    """A page's address as MkDocs makes it; empty where the site has none."""
    if not config.site_url:
        return ""
    base, url = f"{config.site_url.rstrip('/')}/", file.url.removeprefix("./")
    return f"{base}{url}" if _PLAIN.fullmatch(url) else urljoin(base, url)


def _steps(url: str) -> tuple[str, ...]:
    """The folders on the way to an address, the outermost first."""
    return tuple(step for step in url.split("/")[:-1] if step)


def _folders(urls: Iterable[str]) -> set[tuple[str, ...]]:
    """All folders on the way to some addresses."""
    return {steps[:size] for steps in map(_steps, urls) for size in range(1, len(steps) + 1)}
