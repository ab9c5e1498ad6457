"""The command line: reading, or one of the headless commands, with its options and its help."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

import click

from tui.commands.asking_for import encoding, local
from tui.reading_call import COMMANDS, read
from tui.saying import say

# No module can be called after a keyword.
_MODULES: Final = {"import": "importing"}


class ReadingGroup(click.Group):
    """A group of commands in which anything that is no command is something to read."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """The names of the commands, in the order in which a reader meets them."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command of that name, imported when it is asked for: Rich and Whoosh are slow to load."""
        if name not in COMMANDS:
            return None
        command = import_module(f"tui.commands.{_MODULES.get(name, name)}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that these arguments call, and what is left for it."""
        if args[0] in COMMANDS:
            return super().resolve_command(context, args)
        # What begins with a dash here stood after “--”, and is no option for the reader either.
        return _read.name, _read, ["--", *args] if args[0] != "-" and args[0].startswith("-") else args

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is called: reading first."""
        formatter.write_usage(context.command_path, "[--private] [PATH | URL | - | ARTICLE]")
        formatter.write_usage(context.command_path, "COMMAND …", prefix="       ")


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        print(f"pincite {version()}")
        context.exit()


@click.command(name="read", hidden=True)
@click.argument("target", nargs=-1)
@click.option("--private", is_flag=True)
@local
@encoding
@click.pass_context
def _read(context: click.Context, target: tuple[str, ...], private: bool, local: bool, encoding: str) -> None:
    """Read an article."""
    if len(target) > 1:
        raise click.UsageError(
            f"“{target[0]}” is not a command; to read, give one path, or a title in quotation marks."
        )
    private = private or bool(context.obj)
    raise click.exceptions.Exit(read(target[0], private=private, local=local, encoding=encoding))


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
@local
@encoding
@click.pass_context
def pincite(context: click.Context, private: bool, local: bool, encoding: str) -> None:
    """Read an article, find any phrase in it, and copy passages with a citation to the exact place.

    PATH is a file: plain text, HTML, EPUB, PDF, Word, OpenDocument, Markdown, e-mail and others (“./list”
    where its name is that of a command), URL is a page of the web, “-” is standard input, ARTICLE is the
    number or the title of an article in the library. Without any of them the reader opens where one left off.
    """
    context.obj = private
    if context.invoked_subcommand is None:
        raise click.exceptions.Exit(read(None, private=private, local=local, encoding=encoding))


def version() -> str:
    """The version of Pincite that is installed."""
    from importlib import metadata  # 20 ms, for nothing but this

    try:
        return metadata.version("pincite")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def call(args: list[str]) -> int:
    """Do what the command line says; the exit status, 2 where it is wrongly called. Raises what is left."""
    try:
        with pincite.make_context("pincite", args) as context:
            pincite.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as fault:
        # A reader who never wrote “read” is not told of it.
        path = fault.ctx.command_path.removesuffix(f" {_read.name}") if fault.ctx else "pincite"
        say(f"{fault.format_message()} See “{path} --help”.")
        return 2
    except click.Abort:
        return 130
    return 0
