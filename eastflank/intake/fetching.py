"""Fetches an article from its address, if the person who runs the dashboard has switched this on.

Private networks cannot be reached: the host is looked up once, each of its addresses must be public, and the
connection goes to exactly an address that was checked. The same applies to each redirect.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from eastflank.intake.documents.opening import LARGEST
from eastflank.words.chosen import incoming as words

VARIABLE = "EASTFLANK_FETCH"
SECONDS = 20.0
"""How long all steps together may take."""
_MOST_STEPS = 5
_LONGEST = 2_000
"""The most characters of an address."""
_PORTS = {"http": 80, "https": 443}
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}
"""Content types of articles, and the file suffix with which each is read."""
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_BLOCK = 64 * 1024


class NotFetched(Exception):  # noqa: N818 - it says what cannot be done
    """Why an article could not be fetched: a sentence for the person who gave the address."""


class Answer(NamedTuple):
    """A server's response."""

    status: int
    headers: Mapping[str, str]
    """Headers by name, in lower case."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file from an address."""

    name: str
    content: bytes = field(repr=False)
    address: str
    """The address that answered, after all redirections."""
    charset: str
    """The encoding that the server states; empty if it states none."""


Resolve = Callable[[str, int], Sequence[str]]
"""The addresses (IP) of a host. Raises OSError."""
Ask = Callable[[SplitResult, str, float], Answer]
"""Ask for a page at one of these addresses, within some seconds. Raises OSError or HTTPException."""


def is_on(environment: Mapping[str, str]) -> bool:
    """Whether fetching is switched on: only by `EASTFLANK_FETCH=1`."""
    return environment.get(VARIABLE) == "1"


def addresses_of(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host's name. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def fetched(
    address: str,
    resolve: Resolve = addresses_of,
    ask: Ask | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Fetched:
    """The article at an address, http or https. Raises NotFetched with what is wrong, and what to do."""
    ends = clock() + SECONDS
    asked = address.strip()
    for _ in range(_MOST_STEPS):
        split = _checked(asked)
        at = _public(split, resolve)
        left = ends - clock()
        if left <= 0:
            raise NotFetched(words.TOO_SLOW)
        try:
            answer = (ask or _ask)(split, at, left)
        except TimeoutError as error:
            raise NotFetched(words.TOO_SLOW) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NotFetched(words.no_answer(split.hostname or "", _short(error))) from error
        if answer.status in _REDIRECTIONS:
            asked = urljoin(asked, answer.headers.get("location", ""))
            continue
        return _file(asked, split, answer)
    raise NotFetched(words.TOO_MANY_STEPS)


def _checked(address: str) -> SplitResult:
    if len(address) > _LONGEST or any(letter <= " " or letter == "\x7f" for letter in address):
        raise NotFetched(words.NO_ADDRESS)
    try:
        split = urlsplit(address)
        port = split.port
    except ValueError as error:
        raise NotFetched(words.NO_ADDRESS) from error
    if split.scheme not in _PORTS or not split.hostname:
        raise NotFetched(words.NO_ADDRESS)
    if split.username is not None or split.password is not None:
        raise NotFetched(words.NAMES_A_USER)
    if port not in (None, _PORTS[split.scheme]):
        raise NotFetched(words.ANOTHER_PORT)
    return split


def _public(split: SplitResult, resolve: Resolve) -> str:
    """The address to connect to: one that is public, as all others of the host must be."""
    host = split.hostname or ""
    try:
        found = resolve(host, _PORTS[split.scheme])
    except (OSError, UnicodeError) as error:
        raise NotFetched(words.no_such_host(host)) from error
    if not found:
        raise NotFetched(words.no_such_host(host))
    if not all(_is_public(one) for one in found):
        raise NotFetched(words.private_host(host))
    return found[0]


def _is_public(address: str) -> bool:
    try:
        one = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
        if inner is not None and not inner.is_global:
            return False
        if one in _TRANSLATED:
            return False
    return one.is_global and not one.is_multicast


_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that may contain any IPv4 address (RFC 6052)."""


def _file(address: str, split: SplitResult, answer: Answer) -> Fetched:
    if answer.status != http.client.OK:
        raise NotFetched(words.answered(split.hostname or "", answer.status))
    told = answer.headers.get("content-type", "")
    kind, _, rest = told.partition(";")
    suffix = _KINDS.get(kind.strip().lower())
    if suffix is None:
        raise NotFetched(words.another_kind(kind.strip()[:100] or "?"))
    if answer.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise NotFetched(words.PACKED)
    charset = next((part.partition("=")[2] for part in rest.split(";") if "charset=" in part.lower()), "")
    stem = PurePosixPath(unquote(split.path)).stem or (split.hostname or "page")
    name = "".join(letter for letter in stem if letter.isalnum() or letter in "-_ ")[:80] or "page"
    return Fetched(f"{name}{suffix}", answer.content, address, charset.strip().strip("\"'"))


def _ask(split: SplitResult, at: str, seconds: float) -> Answer:
    """Ask the server at an address for a page, as `split` names it."""
    ends = time.monotonic() + seconds
    host, port = split.hostname or "", _PORTS[split.scheme]
    connection = http.client.HTTPConnection(host, port, timeout=seconds)
    connection.default_port = port  # so that the Host header has no default port
    stream = socket.create_connection((at, port), timeout=seconds)
    try:
        if split.scheme == "https":
            stream = ssl.create_default_context().wrap_socket(stream, server_hostname=host)
        connection.sock = stream
        path = f"{split.path or '/'}{f'?{split.query}' if split.query else ''}"
        sent = {"Accept-Encoding": "identity", "User-Agent": "Eastflank", "Connection": "close"}
        connection.request("GET", path, headers=sent)
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        content = b""
        if response.status == http.client.OK:
            content = _content(response, stream, ends)
        return Answer(response.status, headers, content)
    finally:
        connection.close()
        stream.close()


def _content(response: http.client.HTTPResponse, stream: socket.socket, ends: float) -> bytes:
    """The response body, limited in size and by the time that is left."""
    parts: list[bytes] = []
    total = 0
    while True:
        left = ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        stream.settimeout(left)
        part = response.read1(_BLOCK)
        if not part:
            return b"".join(parts)
        total += len(part)
        if total > LARGEST:
            raise NotFetched(words.too_large(LARGEST // 1_000_000))
        parts.append(part)


def _short(error: Exception) -> str:
    return (str(getattr(error, "strerror", None) or "") or str(error) or type(error).__name__)[:120]
