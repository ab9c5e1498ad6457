"""The engines that are compared, and what each is asked."""

from __future__ import annotations

import subprocess
import sys
import venv
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

ENGINES: Final = {"pincite": "pincite", "FTS5": "fts5", "tantivy": "tantivy_engine"}
"""What each is called, and the module here that asks it."""

MOST: Final = 20
"""How many hits are asked for, of every engine."""

DIFFERENCES: Final = (
    "Pincite has an entry an article, and finds other forms of a word (in a phrase: none); FTS5 and tantivy "
    "have a row a paragraph, find no other forms, and keep the texts in their files.",
    "All give the best 20 hits with snippets; Pincite's have sections and paragraph numbers besides, and "
    "“all counted” goes on to count every passage, as the panel does behind the first hits. "
    "The plain scan gives nothing but how many there are, in the order of the articles.",
)
"""What has to be known to compare their figures."""

_TANTIVY: Final = "tantivy==0.27.*"
_PATIENCE: Final = 300.0


class Engine(Protocol):
    """An engine with its index open; each answer is how many hits with snippets it gave, 20 at most."""

    name: str

    def typed(self, query: str) -> int:
        """Hits for words of which the last may be the beginning of one, unless space follows it."""

    def words(self, query: str) -> int:
        """Hits for all of these words."""

    def phrase(self, phrase: str) -> int:
        """Hits for these words, one after another."""

    def first(self, query: str) -> int:
        """Those of the first answer to words that has any."""

    def close(self) -> None:
        """Close the files."""


class EngineModule(Protocol):
    """A module that asks an engine: libraries and directories are given as paths."""

    def write(self, library: Path, directory: Path) -> float:
        """Index a library into a new directory; the processor seconds of it that do not count."""

    def opened(self, library: Path, directory: Path) -> Engine:
        """The engine, asking that index."""

    def renewed(self, library: Path, directory: Path, article: int, word: str) -> bool:
        """Index an article that was changed; whether a word that it has now is found."""


def module(name: str) -> EngineModule:
    """The module of an engine; raises ImportError where it is not installed."""
    return cast("EngineModule", import_module(f"tests.bench.search.{ENGINES[name]}"))


def install_tantivy(folder: Path) -> str:
    """Install tantivy below a folder, for this process and those it starts; why not, where it cannot be."""
    packages = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    if not (packages / "tantivy").exists():
        print("installing tantivy", file=sys.stderr, flush=True)
        try:
            venv.create(folder, with_pip=True)
            subprocess.run(
                [folder / "bin" / "python", "-m", "pip", "install", "--quiet", _TANTIVY],
                check=True,
                capture_output=True,
                timeout=_PATIENCE,
            )
        except (subprocess.SubprocessError, OSError) as fault:
            return f"tantivy is left out: it could not be installed ({fault})."
    sys.path.append(str(packages))
    return ""
