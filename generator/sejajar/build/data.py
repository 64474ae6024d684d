"""What machines take away of a built site: each article's data beside its page, and the corpus by year.

Both are put together from the articles' records: what has not changed is not read, and of the corpus only the
years are written in which an article has changed, each article by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sejajar import storage
from sejajar.build import codec
from sejajar.build.beside import add, missing
from sejajar.build.records import Summary
from sejajar.build.whole import Whole
from sejajar.rendering.machine.article_data import DATA, data_path, published_schema, schema_path
from sejajar.rendering.machine.corpus import TMX_END, tmx, tmx_start
from sejajar.site.workspace import Site

CORPUS = "corpus"
"""Below the built site."""


def publish_data(site: Site, whole: Whole, built: storage.Built, *, corpus: bool) -> None:
    """Adds to the built site the data of what is out; a file of the same name in `docs` wins."""
    found = [one for one in whole.shown if one.data]
    if found:
        add(built, site, schema_path(site.places), published_schema(site.publication).encode())
    for one in found:
        _add_article(site, whole, built, one)
    if corpus:
        _add_corpus(site, whole, built, [one for one in found if one.licence])


def _add_article(site: Site, whole: Whole, built: storage.Built, one: Summary) -> None:
    paths = {name: data_path(site.places, one.below, name) for name in DATA}
    wanted = {name: path for name, path in paths.items() if missing(built, site, path, one.data)}
    if wanted:
        made = whole.reading.data(one.path)
        texts = {"article.json": made.json, "article.tmx": tmx(made.units)}
        for name, path in wanted.items():
            built.put(path, one.data, texts[name].encode())


def _add_corpus(site: Site, whole: Whole, built: storage.Built, found: Sequence[Summary]) -> None:
    """All pairs of a year as JSON Lines and as a translation memory, and what there is of them."""
    years: dict[int, list[Summary]] = {}
    for one in found:
        years.setdefault(one.date.year, []).append(one)
    for year, of in years.items():
        key = codec.digest([one.data for one in of])
        for suffix, parts in (("jsonl", _lines(whole, of)), ("tmx", _memory(whole, of))):
            path = f"{CORPUS}/{year}.{suffix}"
            if missing(built, site, path, key):
                built.put_parts(path, key, parts)
    if years:
        add(built, site, f"{CORPUS}/index.json", _index(site, years).encode())


def _lines(whole: Whole, of: Sequence[Summary]) -> Iterator[bytes]:
    return (whole.reading.data(one.path).lines.encode() for one in of)


def _memory(whole: Whole, of: Sequence[Summary]) -> Iterator[bytes]:
    yield tmx_start().encode()
    for one in of:
        yield whole.reading.data(one.path).units.encode()
    yield TMX_END.encode()


def _index(site: Site, years: dict[int, list[Summary]]) -> str:
    told = site.publication
    listed = [
        {
            "year": year,
            "articles": len(years[year]),
            "segments": sum(number for one in years[year] for _, number in one.states),
            "licenses": sorted({one.licence for one in years[year]}),
            "jsonl": told.absolute(f"{CORPUS}/{year}.jsonl"),
            "tmx": told.absolute(f"{CORPUS}/{year}.tmx"),
        }
        for year in sorted(years, reverse=True)
    ]
    data = {"name": told.name, "url": told.url, "license": site.settings.license, "years": listed}
    return (
        json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False, indent=1) + "\n"
    )
