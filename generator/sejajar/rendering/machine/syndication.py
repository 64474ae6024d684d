"""A feed as Atom and as RSS: the only file that imports `feedgenerator`."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any

from feedgenerator import Atom1Feed, Rss201rev2Feed  # type: ignore[import-untyped]
from feedgenerator.django.utils.feedgenerator import SyndicationFeed  # type: ignore[import-untyped]

from sejajar.rendering.machine.feeds import Feed


def atom(feed: Feed, address: str) -> str:
    """RFC 4287. `address` is the feed's own."""
    return _xml(_Atom, feed, address)


def rss(feed: Feed, address: str) -> str:
    """RSS 2.0. `address` is the feed's own."""
    return _xml(_Rss, feed, address)


class _Dated(SyndicationFeed):  # type: ignore[misc]
    """The library's feeds take the clock where a feed has no items."""

    def latest_post_date(self) -> dt.datetime:
        updated: dt.datetime = self.feed["updated"]
        return updated


class _Atom(_Dated, Atom1Feed):  # type: ignore[misc]
    pass


class _Rss(_Dated, Rss201rev2Feed):  # type: ignore[misc]
    """With the whole text, as https://www.rssboard.org/rss-profile#namespace-elements-content has it."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


def _xml(library: type[_Dated], feed: Feed, address: str) -> str:
    made = library(
        title=feed.title,
        link=feed.home,
        description=feed.description,
        language=feed.language,
        feed_url=address,
        feed_guid=address,
        updated=feed.updated,
    )
    for item in feed.items:
        made.add_item(
            title=item.title,
            link=item.url,
            unique_id=item.url,
            unique_id_is_permalink=True,
            description=escape(item.summary, quote=False),
            content=item.html,
            author_name=", ".join(item.authors),
            pubdate=item.published,
            updateddate=item.updated,
            categories=item.tags,
        )
    text: str = made.writeString("utf-8")
    return text + "\n"
