"""From a host's name to a connection with it: looked up once, checked, and connected to what was checked."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Final

from corpus.errors import CannotOpen
from corpus.fetching.address import Address
from corpus.fetching.reach import is_public

CONNECTING: Final = 10.0
"""Seconds after which no connection is waited for any more."""
READING: Final = 15.0
"""Seconds after which a server that sends nothing is not waited for any more."""
_ANOTHER: Final = 4.0
"""The same, where the host has another address."""


class Deadline:
    """When a fetch ends, whatever it is waiting for; a context, in which the connection is cut then."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    @property
    def left(self) -> float:
        """The seconds that are left; never less than a little."""
        return max(0.05, self._ends - time.monotonic())

    @property
    def is_over(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() >= self._ends

    def watch(self, connection: socket.socket) -> None:
        """Cut this connection when the time is over: one byte now and then must not keep us for ever."""
        with self._lock:
            self._socket = connection
            if self.is_over:
                self._shut()

    def _cut(self) -> None:
        with self._lock:
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            # It may be closed already, and then there is nothing to cut.
            with suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def connect(address: Address, deadline: Deadline, *, local: bool) -> socket.socket:
    """A connection with the host of an address, encrypted for https. Raises CannotOpen, and OSError.

    With `local` the host may be this machine, or one of its network.
    """
    hosts = _checked(address, deadline, local=local)
    fault: OSError | None = None
    for number, host in enumerate(hosts):
        most = CONNECTING if number == len(hosts) - 1 else _ANOTHER
        try:
            connection = dial(host, address.port, min(most, deadline.left))
        except OSError as said:
            fault = said
            if deadline.is_over:
                break
            continue
        deadline.watch(connection)
        connection.settimeout(min(READING, deadline.left))
        return _encrypted(connection, address, deadline) if address.scheme == "https" else connection
    assert fault is not None
    raise fault


def dial(host: str, port: int, seconds: float) -> socket.socket:
    """A connection with an address of the internet, not with a name. Raises OSError."""
    return socket.create_connection((host, port), seconds)


def resolve(host: str, port: int) -> list[str]:
    """The addresses that a host has. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def _checked(address: Address, deadline: Deadline, *, local: bool) -> list[str]:
    """The addresses of a host, each of which may be connected to. Raises CannotOpen."""
    hosts = _resolved(address, deadline)
    # One that is not public is enough: who mixes them is trying to get somewhere.
    if not local and (not hosts or not all(map(is_public, hosts))):
        raise CannotOpen(
            f"{address.host} is on this computer or its own network, and not fetched from there:"
            " to fetch it all the same, write --local."
        )
    return hosts


def _resolved(address: Address, deadline: Deadline) -> list[str]:
    answers: SimpleQueue[list[str] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(address.host, address.port))
        except (OSError, UnicodeError) as fault:
            answers.put(fault if isinstance(fault, OSError) else OSError(str(fault)))

    # In a thread: the system's own patience cannot be limited.
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=min(CONNECTING, deadline.left))
    except Empty as fault:
        raise CannotOpen(
            f"No name server told where {address.host} is: check the connection, and try again."
        ) from fault
    if isinstance(answer, socket.gaierror):
        again = answer.errno == socket.EAI_AGAIN
        what = "cannot be looked up now" if again else "is no host that is known"
        raise CannotOpen(f"{address.host} {what}: check the address, and the connection.") from answer
    if isinstance(answer, OSError):
        raise answer
    return answer


def _encrypted(connection: socket.socket, address: Address, deadline: Deadline) -> socket.socket:
    """The connection, after the server has shown a certificate for its name."""
    import ssl  # a large library, and http needs none

    context = ssl.create_default_context()
    encrypted = context.wrap_socket(connection, server_hostname=address.host, do_handshake_on_connect=False)
    try:
        deadline.watch(encrypted)
        encrypted.do_handshake()
    except BaseException:
        encrypted.close()
        raise
    return encrypted
