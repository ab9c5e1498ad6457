"""Servers on loopback for tests that fetch: what they are asked is noted, nothing leaves this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest

from corpus.fetching import connecting

PUBLIC = "93.184.216.34"
"""An address that is public; in a test a server of ours answers there."""

# Made for these tests alone, by nobody who is trusted.
CERTIFICATE = """
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2JLX7y+GTLS4kiQN
Kx+UYQKTt69SUbcnQbMvE9S9b/mhRANCAAQDB1pFWZJ2yGEysTSb03Cm0SFKSC8T
vRkSIJ1VYK+hPqNRdjs8mhm/OSKuA6tRQAwo056KbkBkmFhlVpqBPY+w
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBnzCCAUSgAwIBAgIUItEBa1uZpS38ccDAFvilAQQ7NJ8wCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMcGFnZS5leGFtcGxlMCAXDTI2MTEzMDIxMDg1OVoYDzIxMjYx
MTA2MjEwODU5WjAXMRUwEwYDVQQDDAxwYWdlLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAQDB1pFWZJ2yGEysTSb03Cm0SFKSC8TvRkSIJ1VYK+hPqNR
djs8mhm/OSKuA6tRQAwo056KbkBkmFhlVpqBPY+wo2wwajAdBgNVHQ4EFgQU1IW9
xLmOtGlwPDFYvycWlGchtGowHwYDVR0jBBgwFoAU1IW9xLmOtGlwPDFYvycWlGch
tGowDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxwYWdlLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSQAwRgIhAPWDbJC5b7AjuZCLcEX6NQFqO76eYPM1rE8iyJngclj4
AiEAz+ydtrBes/cWTZdnNZWr54km/Z2V0PyGfYKXVnh6XXw=
-----END CERTIFICATE-----
"""


class Reply(NamedTuple):
    """What a server answers: a status, fields, and bytes; pieces are sent one after another."""

    status: int = 200
    fields: Mapping[str, str] = {}
    body: bytes | Iterator[bytes] = b""


class Server:
    """A server on loopback that answers by path, and notes the requests it has had."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Callable[[Mapping[str, str]], Reply]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.connected = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def setup(self) -> None:
                server.connected += 1
                super().setup()

            def do_GET(self) -> None:
                server.asked.append((self.path, dict(self.headers)))
                reply = server.replies.get(self.path, Reply(404))
                if callable(reply):
                    reply = reply(dict(self.headers))
                self.send_response(reply.status)
                for name, value in reply.fields.items():
                    self.send_header(name, value)
                if isinstance(reply.body, bytes) and "Content-Length" not in reply.fields:
                    self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                try:
                    for piece in [reply.body] if isinstance(reply.body, bytes) else reply.body:
                        self.wfile.write(piece)
                        self.wfile.flush()
                except OSError:
                    pass  # who fetches has had enough

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler

    @contextmanager
    def running(self) -> Iterator[Server]:
        """Answer for as long as the context lasts."""
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            thread.join()
            self._server.server_close()


class Internet:
    """Name servers and the way to public addresses, as a test has them; the rest is as it is.

    `names` has the addresses of hosts; `looked_up` the hosts that were asked for, `dialled` the addresses
    that were connected to. Whatever is public leads to the server on loopback whose port is asked for.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: dict[str, list[str]] = {}
        self.looked_up: list[str] = []
        self.dialled: list[str] = []
        monkeypatch.setattr(connecting, "resolve", self._resolve)
        monkeypatch.setattr(connecting, "dial", self._dial)

    def _resolve(self, host: str, _port: int) -> list[str]:
        self.looked_up.append(host)
        if host in self.names:
            return self.names[host]
        if host.replace(".", "").isdigit() or ":" in host:
            return [host]
        raise socket.gaierror(socket.EAI_NONAME, "no such host")

    def _dial(self, host: str, port: int, seconds: float) -> socket.socket:
        self.dialled.append(host)
        return socket.create_connection(("127.0.0.1", port), seconds)
