"""The command line: `pincite` reads an article, or does one of the headless commands."""

from __future__ import annotations

import os
import sys
from importlib import import_module, metadata
from typing import Final

import click

from corpus.errors import PinciteError
from tui.commands.printing import say

# Imported when they are asked for, each alone: Textual, Rich and Whoosh are slow to load.
_COMMANDS: Final = ("add", "list", "outline", "search", "cite", "doctor")


class ReadingGroup(click.Group):
    """A group of commands in which anything that is no command is something to read."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """The names of the commands, in the order in which a reader meets them."""
        return list(_COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command of that name."""
        if name not in _COMMANDS:
            return None
        command = import_module(f"tui.commands.{name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that these arguments call, and what is left for it."""
        if args[0] in _COMMANDS:
            return super().resolve_command(context, args)
        # What begins with a dash here stood after “--”, and is no option for the reader either.
        return _read.name, _read, ["--", *args] if args[0] != "-" and args[0].startswith("-") else args

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is called: reading first."""
        formatter.write_usage(context.command_path, "[--private] [PATH | - | ARTICLE]")
        formatter.write_usage(context.command_path, "COMMAND …", prefix="       ")


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        print(f"pincite {version()}")
        context.exit()


@click.command(name="read", hidden=True)
@click.argument("target", nargs=-1)
@click.option("--private", is_flag=True)
@click.pass_obj
def _read(private_before: bool, target: tuple[str, ...], private: bool) -> None:
    """Read an article."""
    if len(target) > 1:
        raise click.UsageError(
            f"“{target[0]}” is not a command; to read, give one path, or a title in quotation marks."
        )
    _start_reading(target[0], private=private or private_before)


@click.group(
    cls=ReadingGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option("--private", is_flag=True, help="Keep nothing of what is read: no library, no place.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def pincite(context: click.Context, private: bool) -> None:
    """Read an article, find any phrase in it, and copy passages with a citation to the exact place.

    PATH is a file of plain text, Markdown or HTML (“./list” where its name is that of a command),
    “-” is standard input, ARTICLE is the number or the title of an article in the library. Without
    any of them the reader opens where one left off.
    """
    context.obj = private
    if context.invoked_subcommand is None:
        _start_reading(None, private=private)


def _start_reading(target: str | None, *, private: bool) -> None:
    if target == "-" and sys.stdin.isatty():
        raise PinciteError("Nothing is piped in: write “some-program | pincite -”, or give a file’s name.")
    if not sys.stdout.isatty():
        raise PinciteError(
            "Reading needs a terminal: for a file or another program there are"
            " “pincite outline”, “pincite search” and “pincite cite”."
        )
    from tui.start import run

    run(target, private=private)


def version() -> str:
    """The version of Pincite that is installed."""
    try:
        return metadata.version("pincite")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def _prepare_streams() -> None:
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        # A shell may close them (“>&-”), and Python then has None in their place.
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 shows “?” for what it cannot show.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def main(args: list[str] | None = None) -> int:
    """Do what the command line says; the exit status: 0 done, 1 failed, 2 wrongly called, 130 stopped."""
    _prepare_streams()
    try:
        with pincite.make_context("pincite", sys.argv[1:] if args is None else args) as context:
            pincite.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as fault:
        # A reader who never wrote “read” is not told of it.
        path = fault.ctx.command_path.removesuffix(f" {_read.name}") if fault.ctx else "pincite"
        say(f"{fault.format_message()} See “{path} --help”.")
        return 2
    except PinciteError as fault:
        say(str(fault))
        return 1
    except BrokenPipeError:
        # Whoever read us has had enough. The interpreter must not trip over it again as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (KeyboardInterrupt, click.Abort):
        return 130
    except OSError as fault:
        what = fault.strerror or str(fault)
        say(f"{fault.filename}: {what}." if fault.filename else f"The system said: {what}.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
