"""Debian's manuals: some thousand articles that anybody with apt can fetch, and that are never kept here."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

PACKAGES: Final = {
    "debian-handbook": "",
    "debian-policy": "",
    "debian-faq": "",
    "debian-reference-en": "",
    "developers-reference": "",
    "postgresql-doc": r"postgresql-doc-\d+",
    "python3-doc": r"python3\.\d+-doc",
    "linux-doc": r"linux-doc-[\d.]+",
}
"""What is fetched; with it, where a package only depends on the one that has the texts, the name of that."""

_PATIENCE: Final = 600.0
_LANGUAGES: Final = ("en-US", "zh-CN", "de-DE", "fr-FR", "es-ES", "it-IT")
_CHINESE: Final = "zh-CN"
_HANDBOOK: Final = "debian-handbook"
_NO_ARTICLE: Final = re.compile(r"(?:genindex.*|bookindex|search)\.html")


def fetch(cache: Path, packages: Mapping[str, str] = PACKAGES) -> tuple[list[Path], list[str]]:
    """The folders of the unpacked packages below `cache`, and a sentence for each that is missing.

    What lies there already is not fetched again.
    """
    folders: list[Path] = []
    missing: list[str] = []
    for package, pattern in packages.items():
        try:
            folders.append(_unpacked(_real_name(package, pattern), cache))
        except (OSError, subprocess.SubprocessError, LookupError) as fault:
            missing.append(f"{package} is missing: {_reason(fault)}")
    return folders, missing


def articles(folders: list[Path]) -> tuple[list[Path], list[Path]]:
    """The files with an article in them, Chinese ones apart, in an order that mixes the manuals.

    It is always the same: that of a hash of the path.
    """
    known: list[tuple[str, Path]] = []
    for folder in folders:
        for path in folder.rglob("*.html"):
            # Links would bring the same article in twice.
            if path.is_file() and not path.is_symlink() and _is_wanted(path.relative_to(folder.parent)):
                name = path.relative_to(folder.parent).as_posix()
                known.append((hashlib.sha256(name.encode()).hexdigest(), path))
    paths = [path for _, path in sorted(known)]
    chinese = [path for path in paths if _CHINESE in path.parts]
    return chinese, [path for path in paths if _CHINESE not in path.parts]


def _is_wanted(path: Path) -> bool:
    if _NO_ARTICLE.fullmatch(path.name):
        return False
    return path.parts[0] != _HANDBOOK or any(language in path.parts for language in _LANGUAGES)


def _real_name(package: str, pattern: str) -> str:
    """The package that has the texts. Raises LookupError."""
    if not pattern:
        return package
    for name in _depends(package):
        if re.fullmatch(pattern, name):
            return name
    raise LookupError("apt does not know which package has its texts")


def _depends(package: str) -> Iterator[str]:
    said = subprocess.run(
        ["apt-cache", "depends", package],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"LC_ALL": "C"},
        timeout=_PATIENCE,
    )
    for line in said.stdout.splitlines():
        relation, _, name = line.strip().partition(": ")
        if relation == "Depends":
            yield name


def _unpacked(package: str, cache: Path) -> Path:
    folder = cache / "unpacked" / package
    if folder.exists():
        return folder
    packed = cache / "packages"
    packed.mkdir(parents=True, exist_ok=True)
    if not list(packed.glob(f"{package}_*.deb")):
        print(f"fetching {package}", file=sys.stderr, flush=True)
        _run("apt-get", "--quiet", "download", package, at=packed)
    file = max(packed.glob(f"{package}_*.deb"), key=lambda path: path.stat().st_mtime_ns)
    # Unpacked beside, so that a folder of the right name is a whole one.
    beside = folder.with_name(f"{package}.part")
    beside.mkdir(parents=True, exist_ok=True)
    _run("dpkg-deb", "--extract", str(file), str(beside), at=cache)
    return beside.rename(folder)


def _run(*command: str, at: Path) -> None:
    subprocess.run(command, cwd=at, check=True, capture_output=True, text=True, timeout=_PATIENCE)


def _reason(fault: Exception) -> str:
    """The last line of what the program said, or what happened to it."""
    if isinstance(fault, FileNotFoundError):
        return f"there is no {fault.filename} here"
    said = fault.stderr if isinstance(fault, subprocess.CalledProcessError) else ""
    lines = [line for line in (said or "").splitlines() if line.strip()]
    return lines[-1] if lines else str(fault)
