"""Closes the network to a Python process: an attempt to reach another machine is reported, and fails.

An audit hook sees what every library does, however it was imported, and cannot be removed.
"""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Callable


class LeftTheMachineError(OSError):
    """Something tried to reach another machine. For the caller, the network seems to be down."""


def close_network(told: Callable[[str], None]) -> None:
    """From now on each attempt of this process to leave the machine calls `told` and raises.

    `told` gets one line: the event and the address, such as `socket.connect ('192.0.2.1', 80)`.
    """

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event not in _ADDRESS_AT:
            return
        address = arguments[_ADDRESS_AT[event]]
        if not _is_here(address):
            told(f"{event} {address!r}")
            raise LeftTheMachineError(f"{event} {address!r}: nothing here may reach another machine")

    sys.addaudithook(watch)


_ADDRESS_AT = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
    "socket.getnameinfo": 0,
}
"""Which argument of an audit event names the other side."""


def _is_here(address: object) -> bool:
    """Whether an address, or the host of a (host, port, …) tuple, is this machine or a file of it."""
    host = address[0] if isinstance(address, tuple) else address
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or (not isinstance(address, tuple) and str(host).startswith(("/", "\0"))):
        return True  # a listening socket's own address, a connected socket's peer, a Unix socket
    if str(host) in {"", "localhost"}:
        return True
    try:
        ip = ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False  # a name: to look it up is to ask another machine
    return ip.is_loopback or ip.is_unspecified
