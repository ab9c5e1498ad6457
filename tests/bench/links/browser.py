"""Chromium without a screen, driven over its DevTools Protocol by a pipe: no port, no other program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Self

PROGRAMS: Final = ("chromium", "chromium-browser", "google-chrome")
"""What it may be called."""
WIDTH: Final = 1_400
"""Of the page, in pixels."""
HEIGHT: Final = 4_000
"""The same: so that passages are seen whole."""
_PATIENCE: Final = 30.0


class NoAnswer(Exception):
    """The browser said that something failed, or said nothing any more."""


class Browser:
    """One page of a browser. Used as a context."""

    def __init__(self, program: str) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="links-"))
        to_read, self._to_write = os.pipe()
        from_read, from_write = os.pipe()
        self._from = os.fdopen(from_read, "rb")
        options = (
            "--headless=new --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --mute-audio"
            " --disable-extensions --disable-background-networking --remote-debugging-pipe"
        )
        # It reads from the descriptor 3 and writes to 4.
        self._process = subprocess.Popen(
            [
                *("sh", "-c", f'exec "$0" "$@" 3<&{to_read} 4>&{from_write}'),
                *(program, *options.split(), f"--user-data-dir={self._folder}", "about:blank"),
            ],
            pass_fds=(to_read, from_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(from_write)
        self._number = 0
        self._session = ""
        self._buffer = b""

    def __enter__(self) -> Self:
        try:
            target = self.ask("Target.createTarget", url="about:blank")["targetId"]
            self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            self.ask("Page.enable")
            self.ask(
                "Emulation.setDeviceMetricsOverride",
                width=WIDTH,
                height=HEIGHT,
                deviceScaleFactor=1,
                mobile=False,
            )
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the browser, and take its folder away."""
        self._process.kill()
        self._process.wait()
        os.close(self._to_write)
        self._from.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the browser answers to a command. Raises NoAnswer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._send(message)
        while True:
            heard = self._hear()
            if heard.get("id") == self._number:
                if "error" in heard:
                    raise NoAnswer(f"{method}: {heard['error'].get('message')}")
                answer: dict[str, Any] = heard["result"]
                return answer

    def open(self, address: str) -> None:
        """Go to an address, as if it was typed, and wait until the page is loaded. Raises NoAnswer."""
        failed = self.ask("Page.navigate", url=address).get("errorText")
        if failed:
            raise NoAnswer(f"{address}: {failed}")
        while self._hear().get("method") != "Page.loadEventFired":
            pass

    def run(self, script: str) -> Any:
        """What a script in the page ends in; a promise is waited for. Raises NoAnswer."""
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise NoAnswer(str(answer["exceptionDetails"].get("exception", {}).get("description")))
        return answer["result"].get("value")

    def _send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._to_write, data) :]

    def _hear(self) -> dict[str, Any]:
        import select

        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._from], [], [], _PATIENCE)
            some = os.read(self._from.fileno(), 1 << 20) if ready else b""
            if not some:
                raise NoAnswer("the browser says nothing any more")
            self._buffer += some
        line, _, self._buffer = self._buffer.partition(b"\0")
        heard: dict[str, Any] = json.loads(line)
        return heard


def program() -> str | None:
    """The browser of this machine; None where there is none."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)
