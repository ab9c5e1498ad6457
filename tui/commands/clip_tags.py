"""The clips that a command is about: all of them, or those that have a tag."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import click

from corpus.clip import Clip, tags_of
from corpus.library.clips import Listed
from tui.saying import say

tag_option = click.option("--tag", metavar="TAG", help="Only clips that have this tag.")
"""The option that leaves those with a tag."""

_NONE: Final = "Nothing is kept yet: in the reader, a keeps a passage."


def tagged(clips: Iterable[Clip], tag: str | None) -> tuple[Clip, ...]:
    """Those of the clips that have a tag, whatever its capitals; all of them where none is asked for."""
    wanted = {one.casefold() for one in tags_of([tag or ""])}
    return tuple(clip for clip in clips if wanted <= {one.casefold() for one in clip.tags})


def none_tagged(tag: str | None) -> str:
    """The sentence where there are none."""
    return f"No clip has the tag “{tag}”." if tag else _NONE


def say_damaged(listed: Listed) -> None:
    """Say how many clips could not be read, if any."""
    if listed.damaged:
        say(f"{listed.damaged} of the clips cannot be read: damaged in the library, and left out here.")
