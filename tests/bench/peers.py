"""Readers written in Python, installed for one run of the benchmark, each in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

PACKAGES: Final = ("hike", "frogmouth", "epy-reader")

_PATIENCE: Final = 300.0


def install(folder: Path) -> list[str]:
    """Install them below a folder; the names of those that could not be."""
    missing: list[str] = []
    for package in PACKAGES:
        place = folder / package
        print(f"installing {package}", file=sys.stderr, flush=True)
        try:
            venv.create(place, with_pip=True)
            subprocess.run(
                [place / "bin" / "python", "-m", "pip", "install", "--quiet", package],
                check=True,
                capture_output=True,
                timeout=_PATIENCE,
            )
        except (subprocess.SubprocessError, OSError):
            missing.append(package)
    return missing
