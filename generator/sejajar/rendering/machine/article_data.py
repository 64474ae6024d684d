"""An article as data, beside its page: `article.json`, which is JSON-LD with a schema, and `article.tmx`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from sejajar.language.inline import plain
from sejajar.rendering.citing.formats import csl
from sejajar.rendering.citing.work import works
from sejajar.rendering.machine.corpus import Row, pair_facts
from sejajar.rendering.machine.linked_data import news_article
from sejajar.site.addresses import Places, below_edition
from sejajar.site.publication import Publication
from sejajar.site.view import View
from sejajar.visible import visible_json

DATA = {"article.json": "application/ld+json", "article.tmx": "application/x-tmx+xml"}
"""The files beside an article, with their media types."""


def data_path(places: Places, below: str, name: str) -> str:
    """Where an article's file lies in the built site: once for both editions, beside its Indonesian page."""
    return f"{places.root('id')}/{below}/{name}"


def data_addresses(view: View, publication: Publication) -> dict[str, str]:
    """The absolute address of each file beside an article, by its name."""
    below = below_edition(view.briefing.article)
    return {name: publication.absolute(data_path(view.places, below, name)) for name in DATA}


def schema_path(places: Places) -> str:
    """Where the schema lies in the built site: it stays, for what releases add needs no other number."""
    return f"{places.root('id')}/schema/article-1.json"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `article.json`, without its address."""
    text = files("sejajar.rendering.machine").joinpath("article.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def published_schema(publication: Publication) -> str:
    """The schema as a site publishes it, with the address at which it does."""
    said = {"$schema": schema()["$schema"], "$id": publication.absolute(schema_path(publication.places))}
    return json.dumps(said | schema(), ensure_ascii=False, indent=1) + "\n"


def article_json(view: View, rows: Sequence[Row], publication: Publication, licence: str) -> str:
    """`view`: of the Indonesian edition. The `@id` of the article is that of its page's linked data."""
    address = publication.absolute(schema_path(publication.places))
    told = news_article(view, publication, _abstract(view), None)
    told.pop("@context")
    data: dict[str, Any] = {
        "$schema": address,
        "@context": ["https://schema.org", _terms(address)],
        **told,
        "license": licence,
        "states": Counter(row.state for row in rows),
        "segments": [_segment(row, told["url"]) for row in rows],
        "csl": [csl(work) for work in works(view, publication)],
    }
    known = {key: value for key, value in data.items() if value or key in ("states", "segments")}
    return visible_json(json.dumps(known, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _terms(address: str) -> dict[str, Any]:
    """What JSON-LD is to know of the keys that are not schema.org's."""
    own = ("kind", "state", "states", "made_for", "engine", "reviewer", "reviewed")
    return {
        "sejajar": f"{address}#",
        **{name: f"sejajar:{name}" for name in own},
        "segments": {"@id": "hasPart", "@container": "@list"},
        "indonesian": {"@id": "text", "@language": "id"},
        "english": {"@id": "sejajar:english", "@language": "en"},
        "csl": {"@id": "sejajar:csl", "@type": "@json"},
        "$schema": None,
    }


def _abstract(view: View) -> str:
    """The key points, in Indonesian."""
    return " ".join(plain(point.text) for point in view.briefing.article.points)


def _segment(row: Row, url: str) -> dict[str, str]:
    """Texts are Markdown. `made_for`: the Indonesian that a stale English was made for."""
    said = {"@id": f"{url}#{row.pair.entry.anchor}", **pair_facts(row)}
    if said["made_for"] == said["indonesian"]:
        del said["made_for"]
    return {key: value for key, value in said.items() if value}
