"""`pincite clips`: the passages that were kept; listed, written down for others, verified, removed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from corpus.citation import style_named
from corpus.clip import Clip
from corpus.errors import PinciteError
from corpus.excerpts import FORMATS, export
from corpus.excerpts.succession import Succession
from corpus.home import Home
from corpus.library import Library
from corpus.links import link_of
from tui.clip_rows import place_words
from tui.commands.clip_tags import none_tagged, say_damaged, tag_option, tagged
from tui.commands.clips_verify import command as verify_command
from tui.commands.files import write_whole
from tui.commands.printing import Column, print_json, print_table
from tui.commands.printing import as_json as json_option
from tui.commands.style_name import METAVAR, style_name
from tui.saying import say
from tui.settings import Settings, load

_WORDS: Final = 60
"""Characters of a clip that a line of the list shows."""
_COLUMNS: Final = (
    Column("id", number=True),
    Column("words"),
    Column("article"),
    Column("place"),
    Column("note"),
    Column("tags"),
)
_style = click.option(
    "--style", metavar=METAVAR, callback=style_name, help="In place of the style in the settings."
)


@click.group(name="clips", invoke_without_command=True)
@tag_option
@_style
@json_option
@click.pass_context
def command(context: click.Context, tag: str | None, style: str | None, as_json: bool) -> None:
    """List the passages that were kept, in the order of the tray.

    With --json each is an object: "id", "text" (its words, parts joined by […]), "article" (its number in
    the library, or null), "title", "source" and "digest" of the article it was taken from, "parts" (for
    each a list of the W3C’s TextQuoteSelector and TextPositionSelector), "link" (to the words, on the web
    where the article has an address there), "citation" (in the style, as it is exported), "note", "tags",
    "added".
    """
    if context.invoked_subcommand is not None:
        if tag or style or as_json:
            raise click.UsageError(f"Write options behind “{context.invoked_subcommand}”.")
        return
    clips = _clips(tag)
    if as_json:
        chosen = style_named(style or _settings().style)
        cited = [chosen.write(turn.form, turn.cited).phrase.plain for turn in Succession(clips, chosen)]
        print_json([_as_json(clip, words) for clip, words in zip(clips, cited, strict=True)])
    elif clips:
        print_table(_COLUMNS, [_row(clip) for clip in clips])
    else:
        say(none_tagged(tag))


@command.command(name="export")
@click.option(
    "--to", "format", type=click.Choice(list(FORMATS)), help="As which file; -o FILE may tell it too."
)
@_style
@tag_option
@click.option("-o", "--output", metavar="FILE", help="Into a file; without it, to standard output.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def export_command(
    format: str | None, style: str | None, tag: str | None, output: str | None, force: bool
) -> None:
    """Write the clips with their citations and one bibliography.

    md, html, tex, typ and org are documents, with the citations in the style; bib, csl.json and ris are
    lists of works for other programs, with the quotations as notes.
    """
    file = None if output in (None, "-") else Path(str(output))
    format = format or (_told_by(file) if file else None)
    if format is None:
        raise click.UsageError(f"Say as what: --to {', '.join(FORMATS)}.")
    clips = _clips(tag)
    if not clips:
        raise PinciteError(none_tagged(tag))
    bibliography = f"{file.stem}.bib" if file else "clips.bib"
    settings = _settings()
    exported = export(
        clips,
        style or settings.style,
        format,
        bibliography=bibliography,
        append_place=settings.append_place,
    )
    if file is None:
        sys.stdout.buffer.write(exported.text.encode())
        sys.stdout.buffer.flush()
    else:
        write_whole(file, exported.text, over=force)
    for remark in exported.remarks:
        say(remark)


@command.command(name="remove")
@click.argument("ids", metavar="ID…", nargs=-1, required=True, type=click.IntRange(1, 2**63 - 1))
def remove_command(ids: tuple[int, ...]) -> None:
    """Remove clips; in the reader’s tray, u brings them back."""
    with Library(Home.here().library) as library:
        library.clips.remove(*dict.fromkeys(ids))


command.add_command(verify_command)


def _told_by(file: Path) -> str | None:
    """The format that the ending of a file’s name stands for."""
    return next((name for name in FORMATS if file.name.casefold().endswith(f".{name}")), None)


def _clips(tag: str | None) -> tuple[Clip, ...]:
    """The clips that have the tag, or all; tells of those that cannot be read."""
    home = Home.here()
    if not home.library.exists():
        return ()
    with Library(home.library) as library:
        listed = library.clips.listed()
    say_damaged(listed)
    return tagged(listed.clips, tag)


def _settings() -> Settings:
    """The settings; what is wrong with them is said."""
    settings, faults = load(Home.here())
    for fault in faults:
        say(fault)
    return settings


def _as_json(clip: Clip, citation: str) -> dict[str, object]:
    return {
        "id": clip.id,
        "text": clip.words,
        "article": clip.article,
        "title": clip.called,
        "source": clip.source,
        "digest": clip.digest,
        "parts": [part.plain() for part in clip.parts],
        "link": link_of(clip),
        "citation": citation,
        "note": clip.note,
        "tags": list(clip.tags),
        "added": clip.added,
    }


def _row(clip: Clip) -> tuple[str, ...]:
    words = clip.words if len(clip.words) <= _WORDS else clip.words[: _WORDS - 1].rstrip() + "…"
    place, tags = place_words(clip.place), " ".join(f"#{tag}" for tag in clip.tags)
    return str(clip.id), words, clip.called, place, clip.note, tags
