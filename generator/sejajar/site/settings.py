"""What `mkdocs.yml` may say of the plugin, validated once, with all mistakes reported together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

OnIncomplete = Literal["ignore", "warn", "error"]
PublishEnglish = Literal["any", "reviewed"]
Dress = Literal["site", "pages"]
Engine = Literal["google", "mymemory", "libretranslate", "deepl", "openai"]
People = Literal["public", "all", "credits", "none"]
Policy = bool | Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TranslateSettings:
    engine: Engine = "google"
    url: str = ""
    """The address of a self-hosted engine; empty for the engine's own."""
    urls: Mapping[str, str] = field(default_factory=dict)
    """The same for the engines that `fallback` and `second` name."""
    model: str = ""
    """What a server of several models is asked for; of the engine `openai`."""
    fallback: tuple[Engine, ...] = ()
    """Asked, in this order, where a check finds an error in the first one's answer."""
    second: Engine | Literal[""] = ""
    """Asked for everything too, and compared: where two engines differ, a person should look first."""
    requests_per_second: float = 1.0
    private: tuple[Engine, ...] = ()
    """The only engines that get an article marked `confidential: true`."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folder of each edition's pages, below `docs` and so below the site's address."""

    id: str = "id"
    en: str = "en"


@dataclass(frozen=True, slots=True)
class PeopleSettings:
    pages: People = "public"
    """Who has a page: those whom front matters name, and with `public` those who have signed where the site
    names its repository, since they can be read there; `all`, `credits` alone, or `none`."""
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How else a person's name is written, by the name."""
    hidden: tuple[str, ...] = ()
    """Those who are to have no page."""


@dataclass(frozen=True, slots=True)
class Settings:
    content: str = "content"
    """The folder of the articles, relative to `mkdocs.yml`."""
    dress: Dress = "pages"
    """`site`: every page has our look, search, languages and menu; `pages`: the generated ones alone."""
    paths: Paths = field(default_factory=Paths)
    on_incomplete: OnIncomplete = "warn"
    """What a build does about an article with untranslated or stale segments."""
    publish_english: PublishEnglish = "any"
    """`reviewed`: English that no person has reviewed is shown as pending."""
    translate: TranslateSettings = field(default_factory=TranslateSettings)
    checks: Mapping[str, bool] = field(default_factory=dict)
    """The rules switched on or off by hand, by their codes."""
    policy: Policy = True
    """The Content-Security-Policy of the pages: false for none, or what it allows besides, by directive."""
    offline: bool = True
    """Whether browsers keep what has been read, for reading without a network. Not for the dress `pages`."""
    suggest: str = ""
    """Where readers suggest a better translation: an address, with `{path}` for the catalog and `{line}` for
    the line in it. Empty: the edit form of the repository's host."""
    cite: bool = True
    """Below each article stands how to cite it."""
    data: bool = True
    """Beside each article lie its pairs as JSON and as a translation memory."""
    license: str = ""
    """Under which the site's own texts may be passed on; with one all pairs are in `corpus/`, by year."""
    people: PeopleSettings = field(default_factory=PeopleSettings)
    words: bool = True
    """A double click or long press on an Indonesian word says what it is and where else it stands."""
    cluster: str = ""
    """The address of a Dask scheduler whose workers read, check and draw; empty for this machine's."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong setting: its name with dots (`translate.engine`), and what is wrong with it."""

    name: str
    message: str


def read(options: Mapping[str, Any]) -> tuple[Settings, tuple[Mistake, ...]]:
    """Settings from the plugin's options; where one is wrong its default stands, and a Mistake says so."""
    mistakes: list[Mistake] = []
    reader = _Reader(options, "", mistakes)
    translate = _Reader(reader.mapping("translate"), "translate.", mistakes)
    settings = Settings(
        content=reader.folder("content", "content"),
        dress=reader.choice("dress", get_args(Dress), "pages"),
        paths=_paths(reader.mapping("paths", "{id: berita, en: news}"), mistakes),
        on_incomplete=reader.choice("on_incomplete", get_args(OnIncomplete), "warn"),
        publish_english=reader.choice("publish_english", get_args(PublishEnglish), "any"),
        policy=reader.policy("policy"),
        offline=reader.switch("offline") is not False,
        suggest=reader.suggestion("suggest"),
        cite=reader.switch("cite") is not False,
        data=reader.switch("data") is not False,
        license=reader.text("license"),
        people=_people(reader.take("people"), mistakes),
        words=reader.switch("words") is not False,
        cluster=reader.text("cluster"),
        translate=TranslateSettings(
            engine=translate.choice("engine", get_args(Engine), "google"),
            url=translate.url("url"),
            urls=_urls(translate.mapping("urls", "{libretranslate: http://127.0.0.1:5000/}"), mistakes),
            model=translate.text("model"),
            fallback=translate.choices("fallback", get_args(Engine)),
            second=translate.choice("second", ("", *get_args(Engine)), ""),
            requests_per_second=translate.positive("requests_per_second", 1.0),
            private=translate.choices("private", get_args(Engine)),
        ),
        checks=_checks(reader.mapping("checks", "{hedge: false}"), mistakes),
    )
    reader.unknown()
    translate.unknown()
    return settings, tuple(mistakes)


def _urls(options: Mapping[str, Any], mistakes: list[Mistake]) -> dict[str, str]:
    reader = _Reader(options, "translate.urls.", mistakes)
    urls = {name: url for name in get_args(Engine) if (url := reader.url(name))}
    reader.unknown()
    return urls


def _people(value: Any, mistakes: list[Mistake]) -> PeopleSettings:
    """`false` is short for no pages, `true` for those of all."""
    if isinstance(value, bool):
        return PeopleSettings("all" if value else "none")
    if value is not None and not isinstance(value, Mapping):
        message = f"must be true, false or a mapping, such as `people: {{pages: credits}}`, not {value!r}"
        mistakes.append(Mistake("people", message))
        return PeopleSettings("none")  # nobody is named by mistake
    before = len(mistakes)
    reader = _Reader(value or {}, "people.", mistakes)
    pages = reader.choice("pages", get_args(People), "public")
    names = reader.mapping("spellings", "{Budi Santoso: [Budi S., budi@example.org]}")
    each = _Reader(names, "people.spellings.", mistakes)
    spellings = {str(name): each.texts(name) for name in names}
    hidden = reader.texts("hidden")
    reader.unknown()
    return PeopleSettings("none") if len(mistakes) > before else PeopleSettings(pages, spellings, hidden)


RESERVED = ("assets", "cards", "corpus", "media", "pagefind", "schema")
"""Folders of the built site that hold what is no page."""


def _paths(options: Mapping[str, Any], mistakes: list[Mistake]) -> Paths:
    reader = _Reader(options, "paths.", mistakes)
    paths = Paths(*(reader.folder(name, name, "docs_dir") for name in ("id", "en")))
    reader.unknown()
    for name, path in (("id", paths.id), ("en", paths.en)):
        if path.partition("/")[0] in RESERVED:
            reader.wrong(name, f"must not be in a folder that holds other things ({', '.join(RESERVED)})")
            return Paths()
    if f"{paths.en}/".startswith(f"{paths.id}/") or f"{paths.id}/".startswith(f"{paths.en}/"):
        reader.wrong("en", f"must be a folder of its own, not in that of paths.id or around it: {paths.en!r}")
        return Paths()
    return paths


def _checks(options: Mapping[str, Any], mistakes: list[Mistake]) -> dict[str, bool]:
    """`checks: {opposites: true, quotes: false}`."""
    if not options:
        return {}
    from sejajar.checking import CODES  # not at start: it loads every table of words

    reader = _Reader(options, "checks.", mistakes)
    switched = {code: reader.switch(code) for code in CODES}
    reader.unknown()
    return {code: on for code, on in switched.items() if on is not None}


class _Reader:
    """Takes known names out of a mapping, so that what is left is unknown."""

    def __init__(self, options: Mapping[str, Any], prefix: str, mistakes: list[Mistake]) -> None:
        self.left = dict(options)
        self.names: list[str] = []
        self.prefix = prefix
        self.mistakes = mistakes

    def take(self, name: str) -> Any:
        self.names.append(name)
        return self.left.pop(name, None)

    def wrong(self, name: str, message: str) -> None:
        self.mistakes.append(Mistake(self.prefix + name, message))

    def mapping(self, name: str, example: str = "{engine: google}") -> Mapping[str, Any]:
        value = self.take(name)
        if value is None or isinstance(value, Mapping):
            return value or {}
        self.wrong(name, f"must be a mapping, such as `{name}: {example}`, not {value!r}")
        return {}

    def switch(self, name: str) -> bool | None:
        value = self.take(name)
        if value is None or isinstance(value, bool):
            return value
        self.wrong(name, f"must be true or false, not {value!r}")
        return None

    def folder(self, name: str, default: str, above: str = "that of mkdocs.yml") -> str:
        value = self.take(name)
        if value is None:
            return default
        if isinstance(value, str) and not value.startswith("/"):
            parts = [part for part in value.split("/") if part not in ("", ".")]
            if parts and ".." not in parts:
                return "/".join(parts)
        self.wrong(name, f"must be a folder below {above}, not {value!r}")
        return default

    def choice(self, name: str, choices: tuple[Any, ...], default: Any) -> Any:
        value = self.take(name)
        if value is None:
            return default
        if value in choices:
            return value
        self.wrong(name, f"must be one of {', '.join(choices)}, not {value!r}")
        return default

    def choices(self, name: str, choices: tuple[Any, ...]) -> tuple[Any, ...]:
        value = self.take(name)
        if value is None:
            return ()
        if isinstance(value, list) and all(item in choices for item in value):
            return tuple(value)
        self.wrong(name, f"must be a list of any of {', '.join(choices)}, not {value!r}")
        return ()

    def url(self, name: str) -> str:
        value = self.take(name)
        if value is None or value == "":
            return ""
        if isinstance(value, str) and urlsplit(value).scheme in ("http", "https") and urlsplit(value).netloc:
            return value
        self.wrong(name, f"must be an address such as http://127.0.0.1:5000/, not {value!r}")
        return ""

    def policy(self, name: str) -> Policy:
        value = self.take(name)
        if value is None or isinstance(value, bool):
            return True if value is None else value
        if isinstance(value, Mapping):
            found = {str(key): sources for key, sources in value.items() if _is_sources(key, sources)}
            if len(found) == len(value):
                return {key: tuple(sources) for key, sources in found.items()}
        example = "`{img-src: [https://img.example.org]}`"
        self.wrong(name, f"must be true, false, or lists of sources such as {example}, not {value!r}")
        return True

    def text(self, name: str) -> str:
        value = self.take(name)
        if value is None or isinstance(value, str):
            return (value or "").strip()
        self.wrong(name, f"must be a text, not {value!r}")
        return ""

    def suggestion(self, name: str) -> str:
        value = self.take(name)
        if value is None or value == "":
            return ""
        if isinstance(value, str):
            parts = urlsplit(value)
            if (parts.scheme in ("http", "https") and parts.netloc) or (
                parts.scheme == "mailto" and parts.path
            ):
                return value
        self.wrong(
            name, f"must be an address such as https://example.org/edit/{{path}}#L{{line}}, not {value!r}"
        )
        return ""

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.take(name)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.wrong(name, f"must be a list of names, not {value!r}")
        return ()

    def positive(self, name: str, default: float) -> float:
        value = self.take(name)
        if value is None:
            return default
        if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
            return float(value)
        self.wrong(name, f"must be a number above 0, not {value!r}")
        return default

    def unknown(self) -> None:
        for name in self.left:
            near = get_close_matches(str(name), self.names, n=1, cutoff=0.75)
            known = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(self.names)}"
            self.wrong(str(name), f"is not a setting; {known}")


_DIRECTIVE = re.compile(
    r"(?:script|style|img|font|media|frame|connect|worker|manifest|object)-src|form-action"
)


def _is_sources(name: object, sources: object) -> bool:
    """Whether a directive allows these, each a single word that cannot end it."""
    return (
        isinstance(name, str)
        and bool(_DIRECTIVE.fullmatch(name))
        and isinstance(sources, list)
        and all(isinstance(source, str) and re.fullmatch(r"[^\s;,\"<>]+", source) for source in sources)
    )
