"""How many frames pass from the key to the receipt, and for how long nothing answers meanwhile."""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from pathlib import Path

from textual.pilot import Pilot

from tests.reading import HEADLESS, press, reading, screen, settled, write


def frames_to_receipt(keys: int) -> str:
    """Press `y` so many times while the clipboard's tool takes a quarter of a second; a line of figures."""
    with tempfile.TemporaryDirectory(prefix="pincite-bench-") as name:
        folder = Path(name)
        tool = folder / "bin" / "pbcopy"
        tool.parent.mkdir()
        tool.write_text("#!/bin/sh\n/bin/cat > /dev/null\n/bin/sleep 0.25\n")
        tool.chmod(0o700)
        os.environ |= {"PINCITE_HOME": str(folder / "home"), "PATH": str(tool.parent)}
        for variable in ("TMUX", "SSH_CONNECTION", "SSH_TTY"):
            os.environ.pop(variable, None)
        return asyncio.run(_measured(write(folder, "lock.txt", HEADLESS), keys))


async def _measured(article: Path, keys: int) -> str:
    answered: list[float] = []
    alone: list[float] = []
    meanwhile: list[float] = []
    async with reading(article) as pilot:
        await press(pilot, "}", "}")
        for _ in range(keys):
            alone.append(await _moved(pilot))
            begun = time.perf_counter()
            screen(pilot).action_copy("text")
            answered.append((time.perf_counter() - begun) * 1_000)
            meanwhile.append(await _moved(pilot))
            await settled(pilot)
    return (
        f"y until its receipt stands in the next frame, the tool taking 250 ms: {_shown(answered)} ms;"
        f" j meanwhile {_shown(meanwhile)}, j alone {_shown(alone)} ms ({keys} times, median and longest)"
    )


async def _moved(pilot: Pilot[None]) -> float:
    """Press `j`, and wait until nothing is left to do; milliseconds."""
    begun = time.perf_counter()
    await pilot.press("j")
    return (time.perf_counter() - begun) * 1_000


def _shown(times: list[float]) -> str:
    return f"{statistics.median(times):.1f} ({max(times):.1f})"
