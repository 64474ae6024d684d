"""Starting the desk: where it listens, by what it is opened, and how it ends."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

import uvicorn

from sejajar import storage
from sejajar.checking import check_pair
from sejajar.commands import Site
from sejajar.desk.application import application
from sejajar.desk.guard import Entrance
from sejajar.desk.office import Office
from sejajar.desk.patience import Patient
from sejajar.desk.people import Keys, Seals

LOOPBACK = "127.0.0.1"
PORT = 8010


@dataclass(frozen=True, slots=True)
class Serving:
    """How a desk is to be served."""

    host: str = LOOPBACK
    port: int = PORT
    """0: any that is free."""
    token: str = ""
    """One word that lets in whoever knows it; empty: an address that works once."""
    user_header: str = ""
    """The header in which a reverse proxy names who it has let in."""
    address: str = ""
    """By which browsers reach the desk through a proxy: `https://desk.example.org`."""
    name: str = ""
    """What decisions are signed with."""
    paths: Sequence[str] = ()


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hosts_of(serving: Serving, port: int) -> frozenset[str]:
    """What a browser may say in `Host`: the addresses that this desk has, by number or by the machine's name.

    A name of somebody else's that leads here (DNS rebinding) is not among them.
    """
    names = {serving.host, LOOPBACK, "localhost", "[::1]"}
    if serving.host in ("0.0.0.0", "::"):
        names |= {socket.gethostname(), socket.getfqdn(), *_own_addresses()}
    if ":" in serving.host:
        names.add(f"[{serving.host}]")
    hosts = {f"{name.lower()}:{port}" for name in names}
    if serving.address:
        hosts.add(urlsplit(serving.address).netloc.lower())
    return frozenset(hosts | ({name.lower() for name in names} if port == 80 else set()))


def _own_addresses() -> set[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None)
    except OSError:
        return set()
    return {str(item[4][0]) for item in found}


def entrance_of(site: Site, serving: Serving, port: int) -> Entrance:
    mark = sha256(str(site.root.resolve()).encode()).hexdigest()[:8]
    return Entrance(
        hosts_of(serving, port),
        Keys(serving.token),
        Seals(storage.secret(site.root, "desk")),
        f"sejajar_desk_{mark}",
        serving.user_header,
        serving.address.startswith("https:"),
        serving.name,
    )


def bound(serving: Serving) -> socket.socket:
    """A socket that listens. Raises OSError: the port is taken, or none of ours to take."""
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((serving.host, serving.port))
    except OSError:
        made.close()
        raise
    return made


def address_of(serving: Serving, port: int, keys: Keys) -> str:
    """What a person opens."""
    host = f"[{serving.host}]" if ":" in serving.host else serving.host
    if serving.host in ("0.0.0.0", "::"):
        host = socket.gethostname()
    top = serving.address.rstrip("/") or f"http://{host}:{port}"
    if serving.user_header:
        return f"{top}/"
    return f"{top}/enter?token={serving.token or keys.new()}"


def serve(site: Site, serving: Serving, ready: Callable[[str], None]) -> None:
    """Serves the desk until it is stopped. `ready` is called with the address once it can be opened.

    Raises OSError where nothing can listen there.
    """
    listening = bound(serving)
    port = listening.getsockname()[1]
    entrance = entrance_of(site, serving, port)
    office = Office(site, entrance, serving.paths)
    config = uvicorn.Config(
        application(office),
        http=Patient,
        ws="none",
        lifespan="off",
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=200,
        timeout_graceful_shutdown=3,
    )
    threading.Thread(target=_warm, args=(office,), name="sejajar-desk-start", daemon=True).start()
    server = _Server(config, lambda: ready(address_of(serving, port, entrance.keys)))
    server.run(sockets=[listening])


def _warm(office: Office) -> None:
    """What the first answer would wait for: the articles' rows, and the tables of the checks."""
    check_pair("Satu hal.", "One thing.", office.glossary, office.codes)
    office.index.fill()


class _Server(uvicorn.Server):
    """Says when it can be opened."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._say = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._say()
