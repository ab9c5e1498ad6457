"""The script `pincite`: reading begins at once, anything else goes the way of the command line."""

from __future__ import annotations

import os
import sys

from corpus.errors import PinciteError
from tui.reading_call import COMMANDS, read
from tui.saying import say


def main(args: list[str] | None = None) -> int:
    """Do what the command line says; the exit status: 0 done, 1 failed, 2 wrongly called, 130 stopped."""
    _prepare_streams()
    try:
        return _call(sys.argv[1:] if args is None else args)
    except PinciteError as fault:
        say(str(fault))
        return 1
    except BrokenPipeError:
        # Whoever read us has had enough. The interpreter must not trip over it again as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as fault:
        what = fault.strerror or str(fault)
        say(f"{fault.filename}: {what}." if fault.filename else f"The system said: {what}.")
        return 1


def _call(args: list[str]) -> int:
    if not args or (len(args) == 1 and args[0] not in COMMANDS and (args[0] == "-" or args[0][:1] != "-")):
        return read(args[0] if args else None, private=False)
    # Not above: what parses options takes longer to import than a page takes to show.
    from tui.command_line import call

    return call(args)


def _prepare_streams() -> None:
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        # A shell may close them (“>&-”), and Python then has None in their place.
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 shows “?” for what it cannot show.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
