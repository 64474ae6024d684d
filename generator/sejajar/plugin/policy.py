"""Which policy a build's pages carry: what the theme runs and what mkdocs.yml fetches is allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from sejajar import rendering
from sejajar.rendering.html.policy import GOOGLE, GOOGLE_FONT_FILES, GOOGLE_FONTS, GOOGLE_TAGS
from sejajar.site.settings import Settings

_FOLDER = "partials/javascripts/"
"""Of Material's templates of scripts that stand in the page."""
_ANALYTICS = "partials/integrations/analytics.html"


def policy_of(env: Environment, config: MkDocsConfig, urls: Iterable[str], settings: Settings) -> str:
    """One policy for all pages of a build, at `urls`; empty where the site wants none.

    One, since instant navigation would add the next page's to that of the first, and a host may send it as a
    header. Scripts are allowed by what the theme's own templates say, never by what a page holds.
    """
    if settings.policy is False:
        return ""
    own = {} if settings.policy is True else settings.policy
    scripts = {"script-src": [rendering.hash_of(text) for text in _scripts(env, config, urls)]}
    return rendering.policy(scripts, _from_elsewhere(config), own)


def _scripts(env: Environment, config: MkDocsConfig, urls: Iterable[str]) -> Iterator[str]:
    """Material's inline scripts, as they are on a page at each depth of the site."""
    bases = {get_relative_url(".", url) for url in urls}
    bases.add(urlsplit(config.site_url or "/").path)  # of 404.html, which is served at any depth
    extra, features = config.extra, config.theme.get("features") or []
    names = {
        f"{_FOLDER}base.html": True,
        f"{_FOLDER}content.html": True,
        f"{_FOLDER}palette.html": True,
        f"{_FOLDER}announce.html": "announce.dismiss" in features,
        f"{_FOLDER}consent.html": extra.get("consent"),
        f"{_FOLDER}outdated.html": extra.get("version"),
        _ANALYTICS: extra.get("analytics"),
    }
    for name in (name for name, used in names.items() if used):
        with suppress(TemplateNotFound):
            template = env.get_template(name)
            for base in sorted(bases):
                context = {"config": config, "base_url": base, "features": features}
                yield from rendering.inline_scripts(template.render(context))


def _from_elsewhere(config: MkDocsConfig) -> dict[str, list[str]]:
    """What mkdocs.yml has pages fetch from other hosts."""
    scripts = _hosts(str(getattr(script, "path", script)) for script in config.extra_javascript)
    styles = _hosts(config.extra_css)
    fonts = list(styles)
    pictures = _hosts(str(config.theme.get(name) or "") for name in ("logo", "favicon"))
    asked: list[str] = []
    if config.theme.get("font", True) is not False:
        styles.append(GOOGLE_FONTS)
        fonts.append(GOOGLE_FONT_FILES)
    if (config.extra.get("analytics") or {}).get("provider") == "google":
        scripts.append(GOOGLE_TAGS)
        asked += [GOOGLE_TAGS, GOOGLE]
        pictures.append(GOOGLE)
    if _draws_diagrams(config) and not any("mermaid" in str(script) for script in config.extra_javascript):
        scripts.append("https://unpkg.com")  # from where Material takes Mermaid
    return {
        "script-src": scripts,
        "style-src": styles,
        "font-src": fonts,
        "img-src": pictures,
        "connect-src": asked,
    }


def _hosts(addresses: Iterable[str]) -> list[str]:
    return [host for address in addresses if (host := rendering.origin(address))]


def _draws_diagrams(config: MkDocsConfig) -> bool:
    fences: Any = config.mdx_configs.get("pymdownx.superfences", {}).get("custom_fences") or []
    return any(isinstance(fence, dict) and fence.get("name") == "mermaid" for fence in fences)
