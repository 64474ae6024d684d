"""The life of an article, told by real builds: who can read it when, and where."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from photos import photo
from sejajar import commands
from sejajar.cli import main
from sejajar.commands import Site
from sejajar.language.wording import long_moment
from sejajar.site.readiness import addressed
from sites import ARTICLE, ENGLISH, FOLDER, MKDOCS, add_article, make_site

CATALOG = f"{FOLDER}/article.en.po"
NOW = dt.datetime(2025, 3, 10, 12, 0, tzinfo=dt.UTC)
PLACES = ("page", "home", "archive", "latest", "search", "sitemap")
Build = Callable[..., "Built"]


class Built:
    """A built site, and where in it an article is to be found."""

    def __init__(self, site: Path) -> None:
        self.site = site

    def read(self, path: str) -> str:
        file = self.site / path
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def text(self, path: str) -> str:
        text = BeautifulSoup(self.read(path), "html.parser").get_text(" ", strip=True)
        return text.replace("\u00a0", " ")

    def searched(self) -> str:
        """All that a search index of the site holds: the addresses of its pages and their texts."""
        fragments = self.site.glob("pagefind/**/*.pf_fragment")
        held = (gzip.decompress(fragment.read_bytes()).decode() for fragment in fragments)
        return "".join([self.read("search/search_index.json"), *held])

    def places(self, slug: str = "panen-raya") -> dict[str, str]:
        """Where an article is in each edition: `id`, `en`, both, or nothing; `page` is where its text is."""
        archive = {"id": "id/arsip/2025/index.html", "en": "en/archive/2025/index.html"}
        found: dict[str, list[str]] = {place: [] for place in PLACES}
        for edition in ("id", "en"):
            address = f"{edition}/2025/03/{slug}/"
            texts = {
                "page": ("2 juta ton", self.text(f"{address}index.html")),
                "home": (f"03/{slug}/", self.read(f"{edition}/index.html")),
                "archive": (f"03/{slug}/", self.read(archive[edition])),
                "latest": (address, self.read("index.html")),
                "search": (address, self.searched()),
                "sitemap": (address, self.read("sitemap.xml")),
            }
            for place, (words, text) in texts.items():
                found[place] += [edition] if words in text else []
        return {place: " ".join(editions) for place, editions in found.items()}


EVERYWHERE = dict.fromkeys(PLACES, "id en")
NOWHERE = dict.fromkeys(PLACES, "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_site(tmp_path / "meja")


@pytest.fixture
def build(root: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds the site as `mkdocs build` or the first round of `mkdocs serve` does, at a given moment."""

    def run(
        command: Literal["build", "serve"] = "build", now: dt.datetime = NOW, folder: str = "site"
    ) -> Built:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / folder))
        config.plugins.on_startup(command=command, dirty=False)
        build_site(config)
        return Built(root / folder)

    return run


def edit(root: Path, old: str, new: str, path: str = f"{FOLDER}/article.id.md") -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_article_from_draft_to_retraction(root: Path, build: Build) -> None:
    """Seven days of one article; at each step, where readers of each edition find it."""
    edit(root, "status: published", "status: draft")
    assert build().places() == NOWHERE, "a draft"

    moment = "2025-03-10T20:00:00+07:00"
    edit(root, "status: draft", f"status: published\npublish_at: {moment}")
    assert build(now=dt.datetime(2025, 3, 10, 12, 59, 59, tzinfo=dt.UTC)).places() == NOWHERE, "scheduled"
    due = build(now=dt.datetime(2025, 3, 10, 13, 0, tzinfo=dt.UTC))
    assert due.places() == EVERYWHERE, "its moment has come"

    edit(root, f"publish_at: {moment}\n", "")
    assert build().places() == EVERYWHERE, "published"

    note = "Versi awal menyebut 3 juta ton."
    edit(root, "place:", f"updated: 2025-03-09\ncorrections:\n- {{date: 2025-03-09, text: {note}}}\nplace:")
    english = {"Versi awal menyebut 3 juta ton.": "An earlier version said 3 million tonnes."}
    text = (root / FOLDER / "article.id.md").read_text(encoding="utf-8")
    add_article(root, FOLDER, text, ENGLISH | english)
    corrected = build()
    assert corrected.places() == EVERYWHERE, "corrected"
    for edition, words in (("id", "Diperbarui 9 Maret 2025"), ("en", "Updated 9 March 2025")):
        said = corrected.text(f"{edition}/2025/03/panen-raya/index.html")
        assert all(part in said for part in (words, *english, *english.values())), edition

    renamed = FOLDER.replace("panen-raya", "panen-padi")
    (root / FOLDER).rename(root / renamed)
    edit(root, "place:", "aliases: [2025/03/panen-raya]\nplace:", f"{renamed}/article.id.md")
    moved = build()
    assert moved.places() == NOWHERE, "the old address"
    assert moved.places("panen-padi") == EVERYWHERE, "the new address"
    for edition in ("id", "en"):
        assert leads_to(moved, f"{edition}/2025/03/panen-raya/index.html") == (
            edition,
            "../panen-padi/",
            f"https://example.org/sejajar/{edition}/2025/03/panen-padi/",
        )

    edit(root, "status: published", "status: retracted", f"{renamed}/article.id.md")
    retracted = build()
    assert retracted.places("panen-padi") == NOWHERE, "retracted"
    pages = {edition: retracted.text(f"{edition}/2025/03/panen-padi/index.html") for edition in ("id", "en")}
    assert "Artikel yang pernah terbit di alamat ini telah ditarik." in pages["id"]
    assert "The briefing once published at this address has been retracted." in pages["en"]
    assert "Main harvest begins in West Java" in pages["en"]
    assert "Why it was retracted" in pages["en"]
    assert "Alasan penarikan" in pages["id"]
    assert note in pages["id"]
    assert 'content="noindex"' in retracted.read("en/2025/03/panen-padi/index.html")
    assert leads_to(retracted, "id/2025/03/panen-raya/index.html")[1] == "../panen-padi/"
    everything = "".join(path.read_text("utf-8") for path in retracted.site.rglob("*.html"))
    assert "Harga gabah" not in everything + retracted.searched()
    assert "Farmers are harvesting" not in everything + retracted.searched()


def test_a_correction_is_dated_in_the_head_also_without_a_date_of_revision(root: Path, build: Build) -> None:
    """Readers see at the top that a text has changed: by the later of `updated` and the last correction."""
    edit(root, "place:", "corrections:\n- {date: 2025-03-09, text: Versi awal keliru.}\nplace:")
    for updated in ("", "updated: 2025-03-08\n"):
        edit(root, "corrections:", f"{updated}corrections:")
        built = build()
        for edition, words in (("id", "Diperbarui 9 Maret 2025"), ("en", "Updated 9 March 2025")):
            assert words in built.text(f"{edition}/2025/03/panen-raya/index.html"), (edition, updated)


def leads_to(built: Built, path: str) -> tuple[str, str, str]:
    """Language, target and canonical address of a redirecting page, which is not to be indexed."""
    soup = BeautifulSoup(built.read(path), "html.parser")
    found = {meta.get("name") or meta.get("http-equiv"): str(meta["content"]) for meta in soup("meta")[1:]}
    assert found["Content-Security-Policy"] == "default-src 'none'; script-src 'self'"
    assert found["robots"] == "noindex"
    (link,) = soup("a")
    (script,) = soup("script")
    target = str(link["href"])
    assert found["refresh"] == f"0; url={target}"
    assert (script["data-to"], script.string) == (target, None)
    here = Path(built.site / path).parent
    assert (here / str(script["src"])).resolve() == built.site.resolve() / "assets/sejajar-moved.js"
    assert (here / str(script["src"])).is_file()
    assert (here / target / "index.html").resolve().is_file()
    (canonical,) = soup("link", rel="canonical")
    return str(soup.html["lang"]) if soup.html else "", target, str(canonical["href"])


def test_an_editor_sees_what_readers_do_not_yet(root: Path, build: Build) -> None:
    """Under `mkdocs serve` drafts and scheduled articles are there, in lists too, and say what they are."""
    edit(root, "status: published", "status: draft\npublish_at: 2025-04-01T08:00:00+07:00")
    scheduled = "status: published\npublish_at: 2025-04-01T08:30:00+07:00"
    words = ARTICLE.replace("status: published", scheduled).replace("raya dimulai", "raya usai")
    add_article(root, FOLDER.replace("raya", "usai"), words, {})
    served = build("serve", folder="served")
    expected = {
        ("id", "panen-raya"): "Draf Artikel ini masih draf dan belum diterbitkan.",
        ("en", "panen-raya"): "Draft This briefing is a draft and not published yet.",
        (
            "id",
            "panen-usai",
        ): "Terjadwal Artikel ini akan terbit pada 1 April 2025 pukul 08.30 (UTC+7).",
        ("en", "panen-usai"): "Scheduled This briefing will be published on 1 April 2025 at 08:30 (UTC+7).",
    }
    for (edition, slug), said in expected.items():
        page = served.read(f"{edition}/2025/03/{slug}/index.html")
        assert said in BeautifulSoup(page, "html.parser").get_text(" ", strip=True)
        assert 'content="noindex"' in page
    for path, badges in (
        ("id/index.html", ["Draf", "Terjadwal"]),
        ("en/archive/2025/index.html", ["Draft", "Scheduled"]),
    ):
        soup = BeautifulSoup(served.read(path), "html.parser")
        assert sorted(badge.get_text() for badge in soup(class_="sj-badge")) == badges
    built = build()
    assert built.places() == built.places("panen-usai") == NOWHERE


@pytest.mark.parametrize(
    ("moment", "indonesian", "english"),
    [
        (
            "2025-07-20T08:05:00+07:00",
            "20 Juli 2025 pukul 08.05 (UTC+7)",
            "20 July 2025 at 08:05 (UTC+7)",
        ),
        ("2025-08-01T00:00:00+00:00", "1 Agustus 2025 pukul 00.00 (UTC)", "1 August 2025 at 00:00 (UTC)"),
        (
            "2025-03-06T23:59:59-03:30",
            "6 Maret 2025 pukul 23.59 (UTC−3:30)",
            "6 March 2025 at 23:59 (UTC−3:30)",
        ),
    ],
)
def test_a_moment_is_told_in_the_zone_it_was_written_in(moment: str, indonesian: str, english: str) -> None:
    """As each language writes it: with a full stop or a colon between hours and minutes."""
    read = dt.datetime.fromisoformat(moment)
    assert (long_moment(read, "id"), long_moment(read, "en")) == (indonesian, english)


def test_what_is_held_back_leaves_nothing_behind(root: Path, build: Build) -> None:
    """A draft that was shown under `serve` is in no page and no picture of the build that follows."""
    (root / FOLDER / "pasar.jpg").write_bytes(photo())
    picture = '\n\n![Pasar](pasar.jpg "Pasar pagi. Foto: Warta Uji")\n\n## 1.'
    edit(root, "\n\n## 1.", picture)
    edit(root, "status: published", "status: draft")
    assert (build("serve", folder="served").site / "media/panen-raya/pasar.jpg").is_file()
    built = build().site
    assert [path for path in built.rglob("*") if "panen-raya" in path.as_posix()] == []
    assert list((root / "docs").rglob("*panen-raya*")) == []


def test_generate_follows_the_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `--drafts` a draft's pages are removed again."""
    monkeypatch.chdir(root)
    edit(root, "status: published", "status: draft")
    page = root / "docs/id/2025/03/panen-raya.md"
    assert CliRunner().invoke(main, ["generate", "--drafts"]).exit_code == 0
    assert page.is_file()
    assert CliRunner().invoke(main, ["generate"]).exit_code == 0
    assert not page.exists()


def test_a_build_is_silent_about_what_it_leaves_out(root: Path) -> None:
    """A draft's gaps and warnings are no reason for `mkdocs build --strict` to fail; its errors are."""
    edit(root, "status: published", "status: draft")
    edit(root, ", rights: seizin Warta Uji", "")
    site = Site(root, root / "docs")
    workspace = commands.load(site)
    assert [problem.code for problem in workspace.problems] == ["rights"]
    assert commands.published(workspace, NOW).problems == ()
    assert commands.now(site, NOW, drafts=False).problems == ()
    shown = commands.published(workspace, NOW, drafts=True)
    assert [problem.code for problem in shown.problems] == ["rights"]
    told = commands.now(site, NOW, drafts=True).problems
    assert [problem.code for problem in told] == ["rights", "incomplete"]
    edit(root, "## 1. Harga", "### 1. Harga")
    broken = commands.published(commands.load(site, workspace), NOW)
    assert [problem.code for problem in broken.problems] == ["heading-level"]


RIGHTS = (
    f"{FOLDER}/article.id.md:5: {{}} rights: the text is that of Warta Uji, and nothing says that it may be "
    "published; write rights: … into source; where only the facts are theirs, name them in references instead"
)
CREDIT = (
    f"{FOLDER}/article.id.md:17: {{}} credit: nothing says whose picture pasar.jpg is; "
    "end its caption with “Foto: …”, “Ilustrasi: …” or “Infografik: …”"
)


@pytest.mark.parametrize(
    ("status", "severity"), [("draft", "warning"), ("published", "error"), ("retracted", "")]
)
def test_rights_and_credits_are_settled_before_publication(root: Path, status: str, severity: str) -> None:
    """A text of others without rights, a picture without credit: a draft may be looked at, and no more."""
    edit(root, ", rights: seizin Warta Uji", "")
    edit(root, "\n\n## 1.", '\n\n![Pasar](pasar.jpg "Pasar pagi")\n\n## 1.')
    edit(root, "status: published", f"status: {status}")
    (root / FOLDER / "pasar.jpg").write_bytes(photo())
    found = [str(problem) for problem in commands.load(Site(root, root / "docs")).problems]
    assert found == [message.format(severity) for message in (RIGHTS, CREDIT) if severity]


@pytest.mark.parametrize("credit", ["Foto: Ana", "Photo: Ana", "(Ilustrasi: Ana/Warta)", "*Infografik: Ana*"])
def test_a_credit_may_be_any_of_four(root: Path, credit: str) -> None:
    """A photograph, an illustration, a chart; in brackets or emphasised."""
    edit(root, "\n\n## 1.", f'\n\n![Pasar](pasar.jpg "Pasar pagi. {credit}")\n\n## 1.')
    (root / FOLDER / "pasar.jpg").write_bytes(photo())
    assert commands.load(Site(root, root / "docs")).problems == ()


def test_nothing_is_revised_before_its_day(root: Path) -> None:
    """Neither `updated` nor a correction may be dated before the article; each at its line."""
    corrections = "- {date: 2025-03-06, text: Tetap.}\n- {date: 2024-03-07, text: Keliru.}\n"
    early = f"updated: 2025-02-28\ncorrections:\n{corrections}"
    edit(root, "place:", f"{early}place:")
    found = [str(problem) for problem in commands.load(Site(root, root / "docs")).problems]
    before, hint = "is before the article's date, 2025-03-06", "correct the one that is wrong"
    assert found == [
        f"{FOLDER}/article.id.md:4: error updated: updated, 2025-02-28, {before}; {hint}",
        f"{FOLDER}/article.id.md:7: error updated: a correction, 2024-03-07, {before}; {hint}",
    ]


def test_who_stands_behind_a_text_is_said_in_both_editions(root: Path, build: Build) -> None:
    """Authors, translators, editors; whose text it is and by what right; from whom the facts are."""
    edit(root, "place:", "authors: [Ana]\ntranslators: [Budi, Citra]\neditors: [Dewi]\nplace:")
    edit(
        root,
        "tags:",
        "references: [{outlet: Kabar Lain, url: https://example.org/lain, title: Panen}]\ntags:",
    )
    built = build()
    for edition, said in (
        ("id", ["Oleh Ana", "Terjemahan: Budi, Citra", "Penyunting: Dewi", "Teks asli", "Fakta dari"]),
        ("en", ["By Ana", "Translation: Budi, Citra", "Edited by Dewi", "Original text", "Facts from"]),
    ):
        text = built.text(f"{edition}/2025/03/panen-raya/index.html")
        text = text.replace(" ,", ",")  # names are links
        missing = [part for part in (*said, "seizin Warta Uji", "Kabar Lain", "Panen") if part not in text]
        assert missing == [], edition


def test_the_catalog_names_the_translators(
    root: Path, tool: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where gettext's tools look for them; whom such a tool has put there stays."""
    monkeypatch.chdir(root)
    edit(root, "place:", "translators: [Budi, Citra “Cici”]\nplace:")

    def sync() -> str:
        result = CliRunner().invoke(main, ["sync"])
        assert result.exit_code == 0, result.output
        return result.stdout.splitlines()[-1]

    assert sync() == "1 catalog written, 0 up to date"
    line = r'"Last-Translator: Budi, Citra “Cici”\n"'
    assert (root / CATALOG).read_text("utf-8").count(line) == 1
    assert sync() == "0 catalogs written, 1 up to date"
    checked = [tool("msgfmt"), "--check", "--output-file=-", CATALOG]
    done = subprocess.run(checked, capture_output=True, check=False)
    assert (done.returncode, b"Last-Translator" in done.stderr) == (0, False)
    edit(root, line, r'"Last-Translator: Eka <eka@example.org>\n"', CATALOG)
    assert sync() == "0 catalogs written, 1 up to date"


def test_an_old_address_belongs_to_one_article(root: Path) -> None:
    """An alias may be no article's address, no other's alias, and begin with no edition."""
    edit(root, "place:", "aliases:\n- 2025/03/Lama\n- en/2025/03/tua\n- 2025/03/PANEN-usai.html\nplace:")
    other = FOLDER.replace("raya", "usai")
    text = ARTICLE.replace("place:", "aliases: [2025/03/lama, 2025/03/panen-usai]\nplace:")
    add_article(root, other, text, {})
    assert [str(problem) for problem in commands.load(Site(root, root / "docs")).problems] == [
        f"{FOLDER}/article.id.md:6: error alias: the alias en/2025/03/tua begins with an edition; "
        "write 2025/03/tua, which is redirected in both",
        f"{FOLDER}/article.id.md:7: error alias: the alias 2025/03/PANEN-usai.html is the address of "
        f"{other}/article.id.md; delete it, or correct it",
        f"{other}/article.id.md:4: error alias: the alias 2025/03/lama is an alias of "
        f"{FOLDER}/article.id.md too; delete it, or correct it",
        f"{other}/article.id.md:4: error alias: the alias 2025/03/panen-usai is the address of "
        f"{other}/article.id.md; delete it, or correct it",
    ]


def test_an_old_address_never_replaces_a_page(
    root: Path, build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    """Where the site has another page, as the archive, nothing is built."""
    edit(root, "place:", "aliases: [arsip]\nplace:")
    with pytest.raises(Abort, match=re.escape("The content has errors; nothing was built.")):
        build()
    assert (
        f"{FOLDER}/article.id.md: error alias: the alias arsip is the address of another page, "
        "id/arsip/index.html; delete it, or correct it" in caplog.text
    )
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("directory_urls", "alias", "path", "target"),
    [
        (True, "lama", "id/lama/index.html", "../2025/03/panen-raya/"),
        (True, "berita/lama.html", "id/berita/lama.html", "../2025/03/panen-raya/"),
        (False, "berita/lama", "id/berita/lama.html", "../2025/03/panen-raya.html"),
    ],
)
def test_an_old_address_is_answered_by_a_file(
    root: Path, build: Build, directory_urls: bool, alias: str, path: str, target: str
) -> None:
    """Whatever addresses the site uses, and with none of its own too."""
    mkdocs = MKDOCS.replace("site_url: https://example.org/sejajar/", "")
    (root / "mkdocs.yml").write_text(
        f"{mkdocs}\nuse_directory_urls: {str(directory_urls).lower()}\n", "utf-8"
    )
    edit(root, "place:", f"aliases: [{alias}]\nplace:")
    soup = BeautifulSoup(build().read(path), "html.parser")
    assert [str(link["href"]) for link in soup("a")] == [target]
    assert [str(link["href"]) for link in soup("link")] == [target]


def test_old_addresses_need_no_page_that_somebody_has_deleted(root: Path) -> None:
    """`docs/id` is deleted and an alias broken while serving: the next round builds what it had before."""
    edit(root, "place:", "aliases: [lama]\nplace:")
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    commands.generate(Site(root, root / "docs"), commands.load(Site(root, root / "docs")))
    build_site(config)
    shutil.rmtree(root / "docs/id")
    edit(root, "aliases: [lama]", "aliases: [../lama, 7]")
    build_site(config)
    config.plugins.on_shutdown()
    assert 'href="../2025/03/panen-raya/"' in (root / "site/id/lama/index.html").read_text(encoding="utf-8")


def test_an_address_that_is_not_built_is_led_to_from_nowhere(root: Path) -> None:
    """Where the site leaves out a page (`exclude_docs`), its old address is no error and no page."""
    edit(root, "place:", "aliases: [lama]\nplace:")
    (parsed,) = commands.load(Site(root, root / "docs")).parsed.values()
    assert parsed.briefing
    moved = addressed(parsed.briefing.article, parsed.source.text)
    assert [alias for alias, _ in moved.aliases] == ["lama"]
    made = commands.redirects([moved], {}, (), site_url="", directory_urls=True)
    assert made == commands.Redirects({})


def test_only_reviewed_english_is_published_where_that_is_the_rule(root: Path, build: Build) -> None:
    """With `publish_english: reviewed` no word of other English is anywhere: text, lists, search, source."""
    edit(
        root, "on_incomplete: ignore", "on_incomplete: ignore\n      publish_english: reviewed", "mkdocs.yml"
    )
    unsaid = ["Main harvest begins in West Java", "Farmers are harvesting 1,200 hectares of paddy."]
    for text in unsaid:
        file = root / CATALOG
        po = re.sub(
            rf'(msgctxt "\w+"\nmsgid "[^"]*"\nmsgstr "{re.escape(text)}")',
            r"#, fuzzy\n\1",
            file.read_text("utf-8"),
        )
        assert po.count("#, fuzzy") == unsaid.index(text) + 1
        file.write_text(po, encoding="utf-8")
    built = build()
    files = [path for path in built.site.rglob("*") if path.suffix in (".html", ".xml", ".json", ".txt")]
    everything = "".join(path.read_text("utf-8") for path in files) + built.searched()
    assert "The price of paddy was set at" in everything
    assert [text for text in unsaid if text[:20] in everything] == []
    assert built.text("en/2025/03/panen-raya/index.html").count("Awaiting review") >= len(unsaid)
