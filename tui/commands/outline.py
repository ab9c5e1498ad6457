"""`pincite outline`: the sections of an article, those that its author wrote and those inferred."""

from __future__ import annotations

import click

from corpus.home import Home
from corpus.outline.authored import authored
from corpus.outline.section import Outline, Section
from tui.commands.articles import Article, article_named
from tui.commands.asking_for import encoding as encoding_option
from tui.commands.asking_for import local as local_option
from tui.commands.printing import as_json as json_option
from tui.commands.printing import print_json, print_lines
from tui.outline_signs import sign_of
from tui.saying import say


@click.command(name="outline")
@click.argument("article", metavar="PATH|URL|ARTICLE")
@click.option("--authored", "only_authored", is_flag=True, help="Leave out what is marked “~”.")
@local_option
@encoding_option
@json_option
def command(article: str, only_authored: bool, local: bool, encoding: str, as_json: bool) -> None:
    """Print the outline of an article.

    “~” marks what the author did not write, “▪” what stands before or behind the article, “*” what the
    reader named or placed.
    """
    outline = _as_edited(article_named(article, local=local, encoding=encoding))
    sections = (authored(outline) if only_authored else outline).sections
    if as_json:
        print_json([_as_json(section) for section in sections])
    else:
        _print(sections)


def _as_edited(article: Article) -> Outline:
    """The outline of an article as its reader has it; says what cannot be made of it any more."""
    if article.id is None:
        return article.outline
    from corpus.library import Library

    with Library(Home.here().library) as library:
        if not library.article(article.id).has_outline_edits:
            return article.outline
        from corpus.edited_outline import edited  # not above: most outlines are left as they are

        found = library.outline_edits.found(article.id, article.document)
    if found.lost:
        say(found.said_of_lost)
    return edited(article.document, article.outline, found.edits)


def _as_json(section: Section) -> dict[str, object]:
    return {
        "title": section.title,
        "level": section.level,
        "start": section.start,
        "paragraph": section.paragraph,
        "inferred": section.inferred,
        "note": section.note,
        "phrase": section.phrase,
        "why": section.why,
        "matter": section.matter,
        "by_reader": section.by_reader,
    }


def _print(sections: tuple[Section, ...]) -> None:
    from rich.text import Text

    lines = []
    for section in sections:
        line = Text("  " * (section.level - 1))
        sign = sign_of(section)
        line.append(f"{sign} " if sign else "", style="dim")
        line.append(section.title)
        if section.phrase:
            line.append(f" · {section.phrase}", style="dim")
        if section.number:
            line.append(f"  ¶ {section.number}", style="dim")
        if section.note:
            line.append(f"  {section.note}", style="dim")
        lines.append(line)
    print_lines(lines)
