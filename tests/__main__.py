"""Everything that must hold, in one command: format, lint, layers, types, tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("layers", ("lint-imports",)),
    ("types", ("mypy",)),
    # As many at once as there are processors: most of them wait for a screen, or for another program.
    ("tests", ("pytest", "-q", "--numprocesses=auto", "--dist=worksteal")),
)


def main() -> int:
    """Run every check, even after one failed; the exit status is that of the worst."""
    tools = Path(sys.executable).parent
    root = Path(__file__).parent.parent
    worst = 0
    for name, (tool, *arguments) in CHECKS:
        print(f"── {name}", flush=True)
        worst = max(worst, subprocess.run([str(tools / tool), *arguments], cwd=root, check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
