"""The theme's own partials, rendered without MkDocs, and what they know wherever they are rendered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context

from sejajar.language.wording import strings
from sejajar.model import EDITIONS
from sejajar.site.addresses import Places, page_url

DEFAULT_ICON = "assets/images/favicon.png"
"""Material's and Zensical's own."""
THEME = Path(__file__).parents[2] / "theme"
_DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
    ' stroke-width="2" stroke-linecap="round"><path d="{}"/></svg>'
)
_ICONS = {
    "magnify": "M16 10a6 6 0 1 1-12 0 6 6 0 0 1 12 0m-1.6 4.4L20 20",
    "arrow-left": "M20 12H5m6-6-6 6 6 6",
    "close": "M6 6l12 12M18 6 6 18",
}
"""What MkDocs takes from Material's icons, drawn anew: another builder has others, or none."""


@pass_context
def _url(context: Context, address: str) -> str:
    return f"{context['base']}{address}" or "."


def template_globals(places: Places, *, directory_urls: bool, whole: bool, offline: bool) -> dict[str, Any]:
    """What templates know whatever the page: for 404.html too, of which nobody knows the language.

    `whole`: every page is to look like ours; `offline`: it is kept for reading without a network.
    """
    return {
        "sejajar_site": whole,
        "sejajar_offline": offline,
        "sejajar_words": {edition: strings(edition) for edition in EDITIONS},
        "sejajar_doors": {
            edition: [page_url(path, directory_urls) for path in places.doors(edition)]
            for edition in EDITIONS
        },
    }


class Partials:
    """Those of one site. `whole`: every page is to look like ours; `offline`: it is kept for that."""

    def __init__(
        self, name: str, places: Places, *, directory_urls: bool, whole: bool, offline: bool
    ) -> None:
        self.name, self.places = name, places
        self.directory_urls, self.whole, self.offline = directory_urls, whole, offline

    @cached_property
    def _environment(self) -> Environment:
        drawn = {f".icons/material/{name}.svg": _DRAWN.format(path) for name, path in _ICONS.items()}
        environment = Environment(loader=ChoiceLoader([FileSystemLoader(THEME), DictLoader(drawn)]))
        environment.filters["url"] = _url
        environment.globals |= template_globals(
            self.places, directory_urls=self.directory_urls, whole=self.whole, offline=self.offline
        )
        environment.globals["config"] = {
            "site_name": self.name,
            "theme": {"icon": {}, "favicon": DEFAULT_ICON},
        }
        return environment

    def render(self, name: str, base: str, meta: Mapping[str, Any], sejajar: Mapping[str, Any] | None) -> str:
        """A partial for a page from which the site's root is at `base`, which ends in a slash or is empty.

        `sejajar`: what the plugin tells templates under that name; None for the page of which nobody knows
        the language.
        """
        context: dict[str, Any] = {"page": {"meta": meta}, "base": base}
        if sejajar is not None:
            context["sejajar"] = sejajar
        template = self._environment.get_template(f"partials/{name}.html")
        return template.render(context).strip()

    def sitemap(self, entries: list[dict[str, Any]]) -> str:
        return self._environment.get_template("sitemap.xml").render(sejajar_sitemap=entries)
