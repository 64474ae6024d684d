"""What the builds of one process hand on to each other: what was read, what stands, who else must wait."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import get_build_datetime

from sejajar import commands, rendering, storage
from sejajar.commands import Site, Whole
from sejajar.model import Problem, errors, has_errors
from sejajar.plugin.afterwards import Afterwards, making_searchable, publish
from sejajar.plugin.build_lock import BuildLock
from sejajar.plugin.building import Build, Given
from sejajar.plugin.reporting import Said, log, report, report_findings, tell
from sejajar.plugin.sites import site_of
from sejajar.plugin.splicing import Remembered, nobody_else_looks
from sejajar.plugin.theming import Theming
from sejajar.site.settings import Settings


@contextmanager
def _cluster_said() -> Iterator[None]:
    try:
        yield
    except commands.ClusterError as error:
        log.error(str(error))
        raise Abort("Nothing was built.") from None


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is made here is many small things that all stay: nothing is gained by looking through them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


class AtWork:
    def __init__(self) -> None:
        self._lock = BuildLock()
        self._index: commands.Index | None = None
        """As last read."""
        self._shown: Whole | None = None
        """What readers see: of the content as it last was without errors."""
        self._pictures: dict[str, storage.Picture] = {}
        """Of these."""
        self._said: Said = ()
        self._found: Mapping[str, bytes] = {}
        """The findings that were said last, by the article's path."""
        self._own: storage.RunFolder | None = None
        """Where this process has pages and pictures."""
        self._built: storage.Built | None = None
        self._remembered = Remembered()
        self._afterwards: Afterwards | None = None
        self._pools = ExitStack()
        self._pool: Executor | None = None
        """Where records are made and cards drawn, where they are many."""
        self.build: Build

    def begin(
        self, config: MkDocsConfig, settings: Settings, theming: Theming, plugin: object, command: str
    ) -> None:
        """Reads the content. Raises Abort where nothing can be built of it."""
        self._stop()
        self._command = command
        serving = command == "serve"
        site = site_of(config, settings)
        if self._own and self._own.root != site.root:
            self._forget()
        if not serving:
            self._lock.take(site.root, Path(config.site_dir))
        with _cluster_said():
            address = commands.chosen(settings.cluster)
            self._pool = self._pool or self._pools.enter_context(commands.executor(address))
            with _uncollected():
                now = commands.now(
                    site,
                    get_build_datetime(),
                    drafts=serving,
                    before=self._index,
                    pool=self._pool,
                    save_later=serving and self._index is not None,
                )
        if self._shown:
            now.whole.take_over(self._shown)
        self._reading, self._index = now.whole.reading, now.whole.reading.index
        problems = now.problems
        # with errors `serve` shows what it showed before; it would not even begin if it had nothing to show
        if not has_errors(problems) or (serving and not self._shown):
            problems += self._take(site, now.whole)
        self._said = report(problems, self._said)
        if self._shown is now.whole:
            self._found = report_findings(now.whole.shown, self._found, again=serving)
        broken = errors(problems)
        if broken and not serving:
            raise Abort("The content has errors; nothing was built.")
        if broken:
            log.error("The content has errors; the pages stay as they were.")
        own = self._own = self._own or storage.run_folder(site.root)
        if self._built is None or self._built.folder != Path(config.site_dir):
            self._built = storage.Built(
                Path(config.site_dir), storage.cache(site.root, "records"), commands.release()
            )
        whole = self._shown or Whole(now.whole.reading, ())
        splice = nobody_else_looks(config, plugin, whole=theming.whole)
        self._remembered.again = serving
        given = Given(
            site,
            whole,
            self._pictures,
            own,
            self._built,
            theming,
            serving,
            splice,
            self._remembered,
            self._pool,
        )
        self.build = Build(config, given, broken, self._report)

    def _forget(self) -> None:
        """Another site is built."""
        self.release()
        self._index, self._shown, self._built = None, None, None
        self._pictures, self._said, self._found, self._remembered = {}, (), {}, Remembered()

    def _take(self, site: Site, whole: Whole) -> tuple[Problem, ...]:
        """What is shown from now on; returns what is to be said. With an error nothing changes."""
        found = commands.pictures(whole)
        name = storage.relative(site.docs, site.root)
        foreign = storage.foreign_files(site.docs, name, site.folders, found, rendering.is_product)
        if not has_errors(foreign):
            self._shown, self._pictures = whole, found
        return foreign

    def _report(self, problems: tuple[Problem, ...]) -> None:
        self._said += report(problems, self._said)

    def end(self) -> None:
        """When MkDocs has written what it writes."""
        storage.write_built(self.build.given.built.folder, self.build.redirects.pages)
        if self._command == "serve":
            if not getattr(self._pool, "elsewhere", False):
                self._free()  # a cluster is only found again; processes of this machine take its memory
            self._afterwards = Afterwards(self.build, self._reading, tell)
        else:
            with _cluster_said():
                publish(self.build)
                finding = making_searchable(self.build)
            self._free()
            tell(finding.finish())
            self.build.given.built.finish()
        gc.unfreeze()
        if self._command != "gh-deploy":  # which takes the built site from there
            self._lock.end()

    def _free(self) -> None:
        """Ends the other processes: the next build may need none."""
        self._pools.close()
        self._pool = None

    def give_up(self) -> None:
        gc.unfreeze()
        self._stop()
        self._free()
        self._lock.end()

    def _stop(self) -> None:
        """What the last build of `serve` has still to do."""
        if self._afterwards:
            self._afterwards.stop()
            self._afterwards = None

    def release(self) -> None:
        if self._own:
            self._own.release()
            self._own = None
