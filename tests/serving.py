"""Servers on loopback for tests that fetch: what they are asked is noted, nothing leaves this machine."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.fetching import connecting

PUBLIC = "93.184.216.34"
"""An address that is public; in a test a server of ours answers there."""


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

    def encrypt(self, certificate: Path) -> None:
        """Speak https from now on, with the key and the certificate in a file."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign] # who refuses hangs up

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
