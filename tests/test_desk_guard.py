"""Who is let in to the desk: forty requests that are not, and what every answer forbids the browser."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desks import Browser, Running, article_of, pair_of, running
from sejajar.commands import Site
from sejajar.desk.guard import HEADERS, LARGE, SMALL
from sejajar.desk.people import LASTS, Keys, Person, Presence, Seals
from sejajar.desk.serving import Serving, hosts_of, is_loopback
from sejajar.desk.static import versioned
from sites import FOLDER, make_site

CATALOG = f"{FOLDER}/article.en.po"
TITLE = ("title", "Panen raya dimulai di Jawa Barat")
ARTICLE = article_of(FOLDER)
PAIR = pair_of(FOLDER, TITLE)
SECRET = "rahasia di luar folder"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    root = tmp_path_factory.mktemp("meja")
    make_site(root)
    (root / "rahasia.txt").write_text(SECRET, "utf-8")
    (root.parent / "rahasia.txt").write_text(SECRET, "utf-8")
    with running(Site(root, root / "docs")) as found:
        yield found


@pytest.fixture(scope="module")
def ana(desk: Running) -> Browser:
    return desk.browser()


def decision(browser: Browser, **more: str) -> dict[str, str]:
    """What would sign the title."""
    seen = browser.get(PAIR).told
    return {"decision": "accept", "revision": seen["revision"], **more}


Hostile = Callable[[Running, Browser], int]


def asked(method: str, path: str, body: bytes | None = None, **headers: str | None) -> Hostile:
    return lambda _, ana: ana.ask(method, path, body, **headers).status


def posted(path: str, told: object, **headers: str | None) -> Hostile:
    return lambda _, ana: ana.post(path, told, **headers).status


def signing(**headers: str | None) -> Hostile:
    return lambda _, ana: ana.post(f"{PAIR}/decide", decision(ana), **headers).status


def stranger(path: str, cookie: str = "") -> Hostile:
    return lambda desk, _: Browser(desk.port, cookie).get(path).status


def declared(path: str, length: int) -> Hostile:
    """A body that says how large it is; none of it needs to be sent."""
    return lambda _, ana: (
        ana.ask("POST", path, origin=f"http://{ana.host}", content_length=str(length)).status
    )


def twice(desk: Running, _: Browser) -> int:
    token = desk.office.entrance.keys.new()
    assert Browser(desk.port).enter(token).status == 200
    return Browser(desk.port).enter(token).status


def forged(seal: Callable[[str], str]) -> Hostile:
    return lambda desk, ana: Browser(desk.port, seal(ana.cookie)).get("/").status


def outdated(desk: Running, _: Browser) -> int:
    entrance = desk.office.entrance
    old = Seals(entrance.seals._secret, lambda: 1_000_000_000.0)
    return Browser(desk.port, f"{entrance.cookie}={old.sealed(Person('a', 'Ana'))}").get("/").status


def chunked(desk: Running, ana: Browser) -> int:
    """A body that does not say how large it is."""
    with socket.create_connection(("127.0.0.1", desk.port)) as wire:
        head = f"POST /here HTTP/1.1\r\nHost: {ana.host}\r\nOrigin: http://{ana.host}\r\n"
        wire.sendall(f"{head}Cookie: {ana.cookie}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        part = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
        try:
            for _ in range(SMALL // 0x4000 + 2):
                wire.sendall(part)
            wire.sendall(b"0\r\n\r\n")
        except OSError:
            pass  # it was refused meanwhile
        return int(wire.makefile("rb").readline().split()[1])


def two_hosts(desk: Running, ana: Browser) -> int:
    with socket.create_connection(("127.0.0.1", desk.port)) as wire:
        head = f"GET / HTTP/1.1\r\nHost: {ana.host}\r\nHost: evil.example\r\nCookie: {ana.cookie}\r\n\r\n"
        wire.sendall(head.encode())
        return int(wire.makefile("rb").readline().split()[1])


HOSTILE: dict[str, tuple[Hostile, int]] = {
    # another name that leads here, or none
    "foreign host": (asked("GET", "/", host="evil.example"), 421),
    "foreign host with our port": (lambda d, a: a.get("/", host=f"evil.example:{d.port}").status, 421),
    "our host with another port": (asked("GET", "/", host="127.0.0.1:1"), 421),
    "our host without its port": (asked("GET", "/", host="127.0.0.1"), 421),
    "a name that begins like ours": (
        lambda d, a: a.get("/", host=f"localhost:{d.port}.evil.example").status,
        421,
    ),
    "every address": (lambda d, a: a.get("/", host=f"0.0.0.0:{d.port}").status, 421),
    "no host": (asked("GET", "/", host=None), 400),
    "two hosts": (two_hosts, 400),
    "a foreign host for an entrance": (
        lambda d, _: Browser(d.port).get("/enter?token=x", host="evil.example").status,
        421,
    ),
    # another site's page
    "foreign origin": (signing(origin="http://evil.example"), 403),
    "origin null": (signing(origin="null"), 403),
    "no origin": (signing(origin=None), 403),
    "our origin by https": (
        lambda _, a: a.post(f"{PAIR}/decide", decision(a), origin=f"https://{a.host}").status,
        403,
    ),
    "our host at another port": (signing(origin="http://127.0.0.1:1"), 403),
    "foreign origin that reads": (asked("GET", "/", origin="http://evil.example"), 403),
    "cross-site by the browser's word": (signing(sec_fetch_site="cross-site"), 403),
    "same-site by the browser's word": (signing(sec_fetch_site="same-site"), 403),
    "a picture of ours on another site": (
        asked("GET", "/static/desk.svg", sec_fetch_site="cross-site", sec_fetch_mode="no-cors"),
        403,
    ),
    "a form of another site": (
        lambda _, a: (
            a.ask(
                "POST",
                "/name",
                b"name=Eve",
                origin="http://evil.example",
                content_type="application/x-www-form-urlencoded",
            ).status
        ),
        403,
    ),
    "a form where JSON belongs": (signing(content_type="text/plain"), 415),
    # nobody we know
    "no token": (stranger("/"), 401),
    "no token for an article": (stranger(ARTICLE), 401),
    "no token for a picture": (stranger("/media/panen-raya/foto.jpg"), 401),
    "no token for a decision": (lambda d, a: Browser(d.port).post(f"{PAIR}/decide", decision(a)).status, 401),
    "an invented token": (stranger("/enter?token=invented"), 401),
    "an empty token": (stranger("/enter?token="), 401),
    "a token twice": (twice, 401),
    "a token by POST": (lambda d, _: Browser(d.port).post("/enter?token=x", {}).status, 405),
    "an invented cookie": (stranger("/", "sejajar_desk=x.y"), 401),
    "a cookie with another seal": (forged(lambda cookie: cookie[:-4] + "0000"), 401),
    "a cookie with another name in it": (forged(lambda cookie: cookie.replace("=", "=W", 1)), 401),
    "a cookie without a seal": (forged(lambda cookie: cookie.partition(".")[0]), 401),
    "a cookie from long ago": (outdated, 401),
    # files that are no article's
    "a path upwards": (asked("GET", "/article/../../rahasia.txt/"), 404),
    "an encoded path upwards": (asked("GET", "/article/%2e%2e%2f%2e%2e%2frahasia.txt/"), 404),
    "a path as an article": (asked("GET", "/article/%2Fetc%2Fpasswd/"), 404),
    "a NUL": (asked("GET", "/article/x%00.md/"), 404),
    "a picture upwards": (asked("GET", "/media/panen-raya/..%2f..%2f..%2frahasia.txt"), 404),
    "an article's own file as a picture": (asked("GET", "/media/panen-raya/article.id.md"), 404),
    "a file of the program": (asked("GET", "/static/0/../guard.py"), 404),
    "an encoded file of the program": (asked("GET", "/static/0/%2e%2e/guard.py"), 404),
    "an absolute file": (asked("GET", "/static/0//etc/passwd"), 404),
    "a decision about a path": (posted("/article/..%2f..%2fx/pair/0/decide", {"decision": "accept"}), 404),
    # too large, too slow, of no kind that we know
    "an oversized body": (declared("/here", SMALL + 1), 413),
    "an oversized import": (declared("/import", LARGE + 1), 413),
    "an endless body": (chunked, 413),
    "a length that is no number": (declared("/here", -1), 400),
    "PUT": (asked("PUT", f"{PAIR}/decide"), 405),
    "DELETE": (asked("DELETE", ARTICLE), 405),
    "OPTIONS": (asked("OPTIONS", "/", access_control_request_method="POST"), 405),
    "TRACE": (asked("TRACE", "/"), 405),
    "a decision by GET": (asked("GET", f"{PAIR}/decide"), 405),
    "JSON that is none": (
        lambda _, a: (
            a.ask(
                "POST", f"{PAIR}/decide", b"{", origin=f"http://{a.host}", content_type="application/json"
            ).status
        ),
        400,
    ),
    "JSON without end": (
        lambda _, a: (
            a.ask(
                "POST",
                f"{PAIR}/decide",
                b"[" * 60_000,
                origin=f"http://{a.host}",
                content_type="application/json",
            ).status
        ),
        400,
    ),
    "a list for an object": (posted(f"{PAIR}/decide", []), 400),
    "a number for a text": (
        posted(f"{PAIR}/decide", {"text": 1, "decision": "accept", "revision": "x"}),
        400,
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_request_gets_nothing(desk: Running, ana: Browser, name: str) -> None:
    """It is refused with the status that says why, and the files stay as they are."""
    before = (desk.office.root / CATALOG).read_bytes()
    hostile, status = HOSTILE[name]
    assert hostile(desk, ana) == status
    assert (desk.office.root / CATALOG).read_bytes() == before


def test_a_body_that_does_not_arrive_is_waited_for_no_longer(tmp_path: Path) -> None:
    """Who sends a byte and then nothing holds nobody up: the request ends, and the next one is answered."""
    with running(Site(make_site(tmp_path), tmp_path / "docs"), patience=0.05) as desk:
        ana = desk.browser()
        with socket.create_connection(("127.0.0.1", desk.port)) as wire:
            head = f"POST /here HTTP/1.1\r\nHost: {ana.host}\r\nOrigin: http://{ana.host}\r\n"
            wire.sendall(f"{head}Cookie: {ana.cookie}\r\nContent-Length: 90\r\n\r\n{{".encode())
            assert int(wire.makefile("rb").readline().split()[1]) == 408
        assert ana.get("/").status == 200


@pytest.mark.parametrize("begun", ["", "GET / HTTP/1.1\r\nHost: 127."])
def test_a_connection_without_a_request_is_closed(tmp_path: Path, begun: str) -> None:
    """Nothing, or half a head, and then silence: after a while the desk has forgotten it."""
    with running(Site(make_site(tmp_path), tmp_path / "docs"), patience=0.05) as desk:
        with socket.create_connection(("127.0.0.1", desk.port)) as wire:
            wire.sendall(begun.encode())
            assert wire.recv(1) == b""
        assert desk.browser().get("/").status == 200


def test_every_answer_says_what_a_browser_may_do_with_it(desk: Running, ana: Browser) -> None:
    """Pages, JSON, styles, refusals: nothing inline runs, nothing comes from elsewhere, none is framed."""
    answers = [
        ana.get("/"),
        ana.get(ARTICLE),
        ana.get(PAIR),
        ana.get(versioned("desk.css")),
        ana.get("/nowhere"),
        Browser(desk.port).get("/"),
        ana.get("/", host="evil.example"),
    ]
    assert [answer.status for answer in answers] == [200, 200, 200, 200, 404, 401, 421]
    for answer in answers:
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert HEADERS["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    for answer in answers[:3]:
        assert answer.headers["cache-control"] == "no-store"
    kept = [
        ana.get(path).headers["cache-control"] for path in (versioned("article.js"), "/static/0/article.js")
    ]
    assert kept == ["public, max-age=31536000, immutable", "no-cache"]


def test_the_entrance_gives_a_cookie_that_scripts_and_other_sites_never_see(desk: Running) -> None:
    """HttpOnly and SameSite=Strict; behind https Secure too. The page that follows has no token in it."""
    browser = Browser(desk.port)
    answer = browser.enter(desk.office.entrance.keys.new())
    cookie = answer.headers["set-cookie"]
    assert cookie.partition(";")[2] == " HttpOnly; SameSite=Strict; Path=/; Max-Age=2592000"
    assert 'content="0;url=/"' in answer.text
    first = browser.get("/")
    assert (first.status, first.headers["location"]) == (303, "/name"), "who comes says first who they are"


def test_a_name_is_asked_for_before_anything_is_signed(desk: Running) -> None:
    """A browser without a name sees everything and decides nothing."""
    nameless = desk.browser(name="")
    assert nameless.get(ARTICLE).status == 200
    answer = nameless.post(f"{PAIR}/decide", decision(nameless))
    assert (answer.status, answer.told["why"]) == (409, "name")
    assert nameless.send("/name", "name=%20%0a").status == 400


def test_a_language_is_chosen_and_leads_back_within_the_desk(desk: Running) -> None:
    """By the browser's word or by the switch; never to another site."""
    browser = desk.browser()
    assert '<html lang="id"' in browser.get("/", accept_language="id-ID,id;q=0.9,en;q=0.8").text
    assert '<html lang="en"' in browser.get("/", accept_language="de,en;q=0.5,id;q=0.2").text
    answer = browser.send("/language", "language=id&back=/?state=all")
    assert (answer.status, answer.headers["location"]) == (303, "/?state=all")
    browser.cookie += f"; {answer.headers['set-cookie'].partition(';')[0]}"
    assert '<html lang="id"' in browser.get("/", accept_language="en").text
    for back in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        assert browser.send("/language", f"language=en&back={back}").headers["location"] == "/"


def test_an_invitation_lets_one_browser_in_once(desk: Running, ana: Browser) -> None:
    """Who is in may let in another, by an address that works once."""
    page = ana.send("/invite", "").text
    token = page.partition("/enter?token=")[2].partition("<")[0]
    assert Browser(desk.port).enter(token).status == 200
    assert Browser(desk.port).enter(token).status == 401


# Several people in a network


def test_a_shared_word_lets_in_whoever_knows_it_and_asks_for_a_name(tmp_path: Path) -> None:
    """With `--token` the address works for everybody who has it; each says who they are."""
    serving = Serving(port=0, token="kata-bersama-yang-panjang", name="Ana")
    with running(Site(make_site(tmp_path), tmp_path / "docs"), serving) as desk:
        assert Browser(desk.port).enter("kata-bersama-yang-salah").status == 401
        budi, citra = Browser(desk.port), Browser(desk.port)
        assert (budi.enter(serving.token).status, citra.enter(serving.token).status) == (200, 200)
        assert budi.post(f"{PAIR}/decide", decision(budi)).told["why"] == "name"
        assert budi.send("/invite", "").status == 404


def test_behind_a_proxy_its_header_says_who_somebody_is(tmp_path: Path) -> None:
    """With `--user-header` who comes without it is not let in, and nobody chooses a name of their own."""
    serving = Serving(port=0, user_header="X-Remote-User", address="https://meja.example.org")
    with running(Site(make_site(tmp_path), tmp_path / "docs"), serving) as desk:
        by_proxy = {"Host": "meja.example.org", "X-Remote-User": "Budi"}
        assert Browser(desk.port).get("/").status == 401
        assert Browser(desk.port).enter(desk.office.entrance.keys.new()).status == 401
        budi = Browser(desk.port, headers=by_proxy)
        assert "Budi" in budi.get("/").text
        assert budi.get("/name").status == 200
        answer = budi.post(f"{PAIR}/decide", decision(budi), origin="https://meja.example.org")
        assert answer.told["pairs"][0]["said"] == "signed by Budi, 2026-11-24"
        assert budi.post(f"{PAIR}/decide", decision(budi), origin="http://meja.example.org").status == 403


def test_a_desk_answers_to_its_own_addresses_alone() -> None:
    """By the number or the name of this machine; a proxy's name where it is told."""
    assert hosts_of(Serving(), 8010) == {"127.0.0.1:8010", "localhost:8010", "[::1]:8010"}
    assert "192.0.2.7:8010" in hosts_of(Serving(host="192.0.2.7"), 8010)
    assert "meja.example.org" in hosts_of(Serving(address="https://meja.example.org"), 8010)
    assert "127.0.0.1" in hosts_of(Serving(port=80), 80)
    assert [
        is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "192.0.2.7", "meja")
    ] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_seal_tells_who_came_when() -> None:
    """It holds for a month; what is changed in it, or sealed with another secret, is nobody's."""
    now = [1_800_000_000.0]
    seals = Seals(b"a" * 32, lambda: now[0])
    cookie = seals.sealed(Person("kunci", "Ana Pāṇini"))
    assert seals.opened(cookie) == Person("kunci", "Ana Pāṇini")
    now[0] += LASTS - 1
    assert seals.opened(cookie) is not None
    now[0] += 1
    assert seals.opened(cookie) is None
    assert Seals(b"b" * 32, lambda: 1_800_000_000.0).opened(cookie) is None
    for spoilt in ("", ".", "x", cookie.replace(".", ""), f"{cookie}0", "é.é"):
        assert seals.opened(spoilt) is None


def test_who_gives_no_sign_has_gone() -> None:
    """Presence is by browser and tab, for as long as signs come; one sees the others and not oneself."""
    now = [0.0]
    presence = Presence(clock=lambda: now[0])
    ana, budi = Person("a", "Ana"), Person("b", "Budi")
    here = "content/x/article.id.md"
    presence.sign(ana, here, "p1", "tab1")
    presence.sign(budi, here, "p2", "tab1")
    assert [(one.person.name, one.pair) for one in presence.others(ana, here)] == [("Budi", "p2")]
    assert presence.others(ana, "content/y/article.id.md") == ()
    now[0] = 19.0
    presence.sign(ana, here, "p1", "tab1")
    now[0] = 21.0
    assert presence.others(ana) == ()
    assert presence.somebody_in(here)
    presence.leave(ana, "tab1")
    assert not presence.somebody_in(here)


def test_an_address_works_once_and_a_shared_word_always() -> None:
    """What opens the door."""
    keys = Keys()
    first, second = keys.new(), keys.new()
    assert [keys.fits(one) for one in (first, first, second, "", "é")] == [True, False, True, False, False]
    assert [Keys("bersama").fits(one) for one in ("bersama", "bersama", "Bersama")] == [True, True, False]
