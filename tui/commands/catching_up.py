"""Indexing what is not yet indexed, once an answer is there."""

from __future__ import annotations

import sys

from corpus.index import Index, IndexBusy, IndexUnavailable
from corpus.library import Library
from tui.commands.interruption import interruptible
from tui.commands.printing import progress
from tui.saying import say


def catch_up(index: Index, library: Library) -> None:
    """Index what is not yet indexed, now that the answer is there: it was read through meanwhile."""
    sys.stdout.flush()
    try:
        with interruptible() as stopped, progress("Indexing for the next search") as step:
            index.catch_up(library, progress=step, stop=stopped)
    except IndexBusy:
        pass  # then it is being done
    except IndexUnavailable as fault:
        # The search does without: what is not indexed is read.
        say(str(fault))
