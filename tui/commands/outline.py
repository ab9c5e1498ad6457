"""`pincite outline`: the sections of an article, those that its author wrote and those inferred."""

from __future__ import annotations

import click

from corpus.outline.section import Section
from tui.commands.articles import article_named
from tui.commands.printing import as_json as json_option
from tui.commands.printing import print_json, print_lines


@click.command(name="outline")
@click.argument("article", metavar="PATH|ARTICLE")
@json_option
def command(article: str, as_json: bool) -> None:
    """Print the outline of an article.

    “~” marks what the author did not write.
    """
    sections = article_named(article).outline.sections
    if as_json:
        print_json([_as_json(section) for section in sections])
    else:
        _print(sections)


def _as_json(section: Section) -> dict[str, object]:
    return {
        "title": section.title,
        "level": section.level,
        "start": section.start,
        "paragraph": section.paragraph,
        "inferred": section.inferred,
        "note": section.note,
    }


def _print(sections: tuple[Section, ...]) -> None:
    from rich.text import Text

    lines = []
    for section in sections:
        line = Text("  " * (section.level - 1))
        line.append("~ " if section.inferred else "", style="dim")
        line.append(section.title)
        if section.number:
            line.append(f"  ¶ {section.number}", style="dim")
        if section.note:
            line.append(f"  {section.note}", style="dim")
        lines.append(line)
    print_lines(lines)
