"""A built site, and a browser that must not complain about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError

import waiting
from forking import mkdocs
from waiting import PATIENCE


def build(root: Path, built: Path, *, strict: bool = True) -> None:
    """`mkdocs build --strict` of the site in `root`."""
    done = mkdocs("build", *["--strict"][:strict], "-d", str(built), cwd=root)
    assert done.returncode == 0, done.stderr


LASTING = """{
  const real = setTimeout
  window.setTimeout = (act, pause, ...more) => (pause >= 5000 ? 0 : real(act, pause, ...more))
}"""
"""What a page takes away after seconds it leaves, so that a test on a busy machine sees it."""
READY = "document.querySelector('.sj-reveal') || !document.querySelector('.sj-article')"


def until(page: Page, expression: str) -> None:
    """Waits until a JavaScript expression is true, be it on the next page.

    Playwright's `wait_for_function` asks with `eval` from within the page, which our pages' policy forbids.
    """

    def holds() -> bool:
        with suppress(PlaywrightError):  # the page that was asked has gone
            return bool(page.evaluate(f"Boolean({expression})"))
        return False

    waiting.until(holds, lambda: f"never true: {expression}", pause=lambda: page.wait_for_timeout(20))


def fresh(browser: Browser, **options: Any) -> BrowserContext:
    """A profile in which nothing was stored, and which waits as long as a busy machine needs.

    Without a worker, unless one is asked for: it would outlive the page, and answer for the next one's test.
    """
    context = browser.new_context(**{"service_workers": "block", **options})
    context.set_default_timeout(1000 * PATIENCE)
    context.add_init_script(LASTING)
    return context


_LEFT: WeakKeyDictionary[Browser, dict[str, Page]] = WeakKeyDictionary()
_MOST_LEFT = 4
EMULATED = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}
LASTING_OPTIONS = {"has_touch", "is_mobile", "locale"}
"""Those of a profile that leave nothing behind."""


@contextmanager
def page_of(browser: Browser, width: int, height: int, **options: Any) -> Iterator[Page]:
    """A page in a profile that holds nothing.

    A new profile costs a second of the processor. Who asks for none of its options, or for what others have
    asked for too, gets the page that was used before, emptied; what a failed test leaves is thrown away.
    """
    viewport = {"width": width, "height": height}
    emulated = {name: options.get(name, usual) for name, usual in EMULATED.items()}
    lasting = {name: value for name, value in options.items() if name not in EMULATED}
    if lasting.keys() - LASTING_OPTIONS:
        context = fresh(browser, viewport=viewport, **options)
        try:
            yield context.new_page()
        finally:
            context.close()
        return
    left, name = _LEFT.setdefault(browser, {}), repr(sorted(lasting.items()))
    page = left.pop(name, None) or fresh(browser, viewport=viewport, **lasting).new_page()
    try:
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        page.emulate_media(media="null", contrast="no-preference", **emulated)
        yield page
        page.unroute_all()
        page.mouse.move(0, 0)
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
        page.goto("about:blank")
        page.context.clear_cookies()
    except BaseException:
        page.context.close()
        raise
    left[name] = page
    if len(left) > _MOST_LEFT:
        left.pop(next(iter(left))).context.close()


@contextmanager
def listening(page: Page, **listeners: Callable[[Any], None]) -> Iterator[None]:
    """Has functions hear of a page's events, and no longer than this lasts: the page is used again."""
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    try:
        yield
    finally:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)


@contextmanager
def watched(page: Page, address: str) -> Iterator[list[str]]:
    """What the page complains of, and what it asks of other hosts than that of `address`."""
    faults: list[str] = []
    near = ("/".join(address.split("/")[:3]), "data:")

    def said(message: Any) -> None:
        if message.type == "error":
            faults.append(message.text)

    def failed(error: Any) -> None:
        faults.append(str(error))

    def asked(request: Any) -> None:
        if not request.url.startswith(near):
            faults.append(request.url)

    with listening(page, console=said, pageerror=failed, request=asked):
        yield faults


@contextmanager
def opened(browser: Browser, address: str, width: int, **options: Any) -> Iterator[Page]:
    """A page at this width in a fresh profile, that must not complain or ask another host for anything."""
    with page_of(browser, width, 900, **options) as page, watched(page, address) as faults:
        page.goto(address)
        if options.get("java_script_enabled", True):
            until(page, READY)
        yield page
        # Material asks for a sitemap at the configured address of the site, which is not that of the test.
        assert [fault for fault in faults if "sitemap.xml" not in fault] == []
