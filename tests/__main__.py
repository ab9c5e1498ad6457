"""Everything that must hold, in one command: format, lint, layers, types, tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("layers", ("lint-imports",)),
)
# One processor has enough of them; they are told after the tests, which they run beside.
TYPES = ("types", ("mypy",))
# Half as many more at once as there are processors: a test waits nearly as long as it works, for a
# screen that comes to rest or for another program.
AT_ONCE = (os.cpu_count() or 1) * 3 // 2
TESTS = ("tests", ("pytest", "-q", f"--numprocesses={AT_ONCE}", "--dist=worksteal"))


def main() -> int:
    """Run every check, even after one failed; the exit status is that of the worst."""
    worst = max(_run(name, command) for name, command in CHECKS)
    name, command = TYPES
    with subprocess.Popen(
        _call(command), cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as types:
        worst = max(worst, _run(*TESTS))
        said, _ = types.communicate()
    print(f"── {name}\n{said.decode(errors='replace')}", end="", flush=True)
    return max(worst, types.returncode)


_ROOT = Path(__file__).parent.parent


def _call(command: tuple[str, ...]) -> list[str]:
    tool, *arguments = command
    return [str(Path(sys.executable).parent / tool), *arguments]


def _run(name: str, command: tuple[str, ...]) -> int:
    print(f"── {name}", flush=True)
    return subprocess.run(_call(command), cwd=_ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
