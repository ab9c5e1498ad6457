"""Where Pincite keeps what it keeps."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final


class Home:
    """The three directories that belong to Pincite, and the files in them. Nothing is made here."""

    WEB_PAGES: Final = "pages"

    def __init__(self, data: Path, config: Path, state: Path) -> None:
        self.data = data
        self.config = config
        self.state = state

    @classmethod
    def here(cls) -> Home:
        """The home of this reader: `PINCITE_HOME`, or where the platform wants such things."""
        if chosen := os.environ.get("PINCITE_HOME"):
            root = Path(chosen).expanduser().absolute()
            return cls(root / "data", root / "config", root / "state")
        from platformdirs import PlatformDirs

        system = PlatformDirs("pincite", appauthor=False)
        return cls(system.user_data_path, system.user_config_path, system.user_state_path)

    @property
    def library(self) -> Path:
        """The library: articles, places; the truth."""
        return self.data / "library.sqlite"

    @property
    def web_pages(self) -> Path:
        """The directory of the web pages that were fetched, as they were."""
        return self.data / self.WEB_PAGES

    @property
    def index(self) -> Path:
        """The directory of the full-text index, which is derived from the library."""
        return self.data / "index"

    @property
    def settings(self) -> Path:
        """The reader's settings and keys."""
        return self.config / "settings.toml"

    @property
    def styles(self) -> Path:
        """The directory of citation styles that the reader adds: .csl files."""
        return self.config / "styles"

    @property
    def last_clip(self) -> Path:
        """What was copied last, for terminals that keep it from the clipboard."""
        return self.state / "last-clip.txt"

    @property
    def pictures(self) -> Path:
        """The directory of pictures that other programs show while one reads."""
        return self.state / "pictures"

    @property
    def log(self) -> Path:
        """The log."""
        return self.state / "pincite.log"


def make_private(directory: Path) -> None:
    """Make the directory, and those above it, where they are missing: mode 0700. Raises OSError."""
    missing = [directory]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for path in reversed(missing):
        # Not `parents=True`: that gives the mode to the last directory alone.
        path.mkdir(mode=0o700, exist_ok=True)


def why_not_private(directory: Path) -> str | None:
    """Why somebody else could have written into the directory; None where nobody could.

    The reason is the end of a sentence that begins with the directory's name.
    """
    import stat

    status = directory.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return "is not a directory"
    if os.name == "nt":
        return None  # a profile's directories are kept private by their access lists, not by modes
    if status.st_uid != os.geteuid():
        return "belongs to another user"
    mode = stat.S_IMODE(status.st_mode)
    if mode != 0o700:
        return f"has mode {mode:04o} instead of 0700"
    return None
