"""Which addresses may be asked: none of this machine or of a private network, unless it is allowed."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

_SHARED = ipaddress.ip_network("100.64.0.0/10")


class NotFetchedError(Exception):
    """Why an address was not fetched: a problem's code, message and hint."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def refused(code: str, message: str, hint: str) -> NotFetchedError:
    return NotFetchedError(code, message, hint)


@dataclass(frozen=True, slots=True)
class Target:
    """An address with the number that it was resolved to: what is asked is what was checked."""

    url: str
    scheme: str
    host: str
    port: int
    number: str
    path: str
    """With the query, percent-encoded."""


def resolve(url: str, *, allow_private: bool) -> Target:
    """Raises NotFetchedError for what is no web address, has no number, or is of a private network."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise _no_address(url) from None
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
        raise _no_address(url)
    numbers = _numbers(host, port)
    if not allow_private and (private := next((one for one in numbers if not is_public(one)), None)):
        message = f"{host} is {private}, an address of this machine or of a private network"
        hint = "allow it with --allow-private if the server is your own, or save the page and import the file"
        raise refused("private-address", message, hint)
    return Target(url, parts.scheme, host, port, numbers[0], _path(parts))


def _no_address(url: str) -> NotFetchedError:
    message = f"{url} is no address that can be fetched"
    return refused("url", message, "give one that begins with https:// or http://, without a password")


def _path(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else path


def _numbers(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        hint = "check the address and the connection, or save the page and import the file"
        raise refused("unreachable", f"there is no server {host}", hint) from None
    return [str(address[0]).partition("%")[0] for *_, address in found]


def is_public(number: str) -> bool:
    """Whether an address is of the open network: not loopback, private, link-local, shared or reserved."""
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner and not is_public(str(inner)):
            return False
        if address in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    elif address in _SHARED:
        return False
    return address.is_global and not address.is_multicast
