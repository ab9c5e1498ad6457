"""Articles of Debian's manuals without their headings: to train on, and others that nothing is tuned on.

They are parted by package, so that no manual and no translation of one is on both sides. All are fetched
with apt (see `tests.bench.search.manuals`); none is kept here.

`python -m tests.bench.outline.manuals CACHE` writes them as `CACHE/outline/manuals-training.jsonl` and
`…/manuals-unseen.jsonl`, in the form that `tests.bench.outline.data` reads.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Final, NamedTuple

from corpus.document import Document, Kind
from tests.bench.outline import data, pages
from tests.bench.outline.data import Headless
from tests.bench.outline.keeping import Keeping
from tests.bench.outline.pages import is_prose, pieces

TRAINING: Final = {
    "anarchism": r"sec[A-J].*|append.*",
    "apache2-doc": r"/(?:en|de|fr|es|zh-cn)/(?:howto|developer|misc|vhosts|ssl|programs|\w+\.html)",
    "borgbackup-doc": r"/html/",
    "debian-faq": r"\.en\.",
    "debian-reference-de": "",
    "debian-reference-en": "",
    "debian-reference-es": "",
    "debian-reference-fr": "",
    "debian-reference-zh-cn": "",
    "developers-reference": "",
    "exim4-doc-html": r"spec_html/(?:filter_)?ch-",
    "git-doc": r"howto|technical|user-manual|tutorial|faq|workflow",
    "installation-guide-amd64": r"/(?:en|de|fr|es|zh_CN)/",
    "mypy-doc": "",
    "postgresql-doc-15": r"html/(?!sql-|infoschema|app-|catalog|view-|spi-|release)",
    "python-django-doc": r"html/(?:faq|intro|topics|howto|internals|misc)",
    "python3.11-doc": r"html/(?:howto|tutorial|faq|using|extending)/",
    "rust-doc": r"html/(?:book|embedded-book|rustc|edition-guide|nomicon)/",
    "twisted-doc": r"html/(?:core|web|conch|words|names|mail|pair|historic|development)/(?!.*api)",
}
"""The packages to train on, and which of their pages: a pattern that is sought in the path."""

UNSEEN: Final = {
    "aptitude-doc-es": "",
    "aptitude-doc-fr": "",
    "debian-edu-doc-de": "bookworm",
    "debian-edu-doc-en": "bookworm",
    "debian-edu-doc-es": "bookworm",
    "debian-edu-doc-fr": "bookworm",
    "debian-handbook": r"/(?:en-US|zh-CN|de-DE|fr-FR|es-ES)/",
    "debian-history": r"\.(?:en|de|fr|es)\.",
    "debian-kernel-handbook": "",
    "docutils-doc": r"docs/(?:dev|howto|ref|user)",
    "fai-doc": "",
    "ganeti-doc": "",
    "harden-doc": r"/en-US/",
    "live-manual-html": r"manual\.(?:en|de|fr|es)\.|/(?:en|de|fr|es)/",
    "maint-guide": "",
    "ntpsec-doc": "",
    "privoxy": "",
    "python-scrapy-doc": r"html/(?:intro|topics)",
}
"""The packages that nothing is tuned on, and which of their pages."""

_FEWEST: Final = 10
_MOST: Final = 120
_FEWEST_SECTIONS: Final = 3
# With fewer paragraphs to a section it is a list of terms, and no article.
_PARAGRAPHS_EACH: Final = 1.5
_MOST_OF_ONE: Final = 40
_CONTENTS: Final = frozenset(
    ("table of contents", "contents", "inhaltsverzeichnis", "sommaire", "índice", "目录")
)


class _Part(NamedTuple):
    """A heading, its level, and the paragraphs directly under it."""

    title: str
    level: int
    paragraphs: tuple[str, ...]


def main() -> None:
    """Fetch the packages, and write their articles."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.outline.manuals")
    parser.add_argument("cache", type=Path, help="where packages are kept, and the articles are written")
    cache: Path = parser.parse_args().cache.absolute()
    for articles, missing in (training(cache), unseen(cache)):
        print("\n".join([f"{len(articles)} articles", *missing]))


def training(cache: Path) -> tuple[list[Headless], list[str]]:
    """The articles to train on, and a sentence for each package that is missing."""
    return _kept(cache, "training", TRAINING)


def unseen(cache: Path) -> tuple[list[Headless], list[str]]:
    """The articles that nothing is tuned on, and a sentence for each package that is missing."""
    return _kept(cache, "unseen", UNSEEN)


def language(article: Headless) -> str:
    """The language of an article of theirs: two letters."""
    return pages.language_of(article.source.partition("#")[0]) or "en"


def articles_of(document: Document, source: str) -> list[Headless]:
    """The articles of a page, or none: a long page is divided at its highest headings."""
    return [
        Headless(f"{source}#{number}" if number else source, *found)
        for number, some in enumerate(_divided(list(_parts(document))))
        if (found := _without_headings(some))
    ]


def _kept(cache: Path, name: str, packages: Mapping[str, str]) -> tuple[list[Headless], list[str]]:
    keeping = Keeping(cache, f"manuals-{name}", Path(__file__), Path(pages.__file__))
    if keeping.is_there:
        return data.headless(keeping.path), []
    articles, missing = _articles(cache, packages)
    if not missing:
        keeping.write(map(data.headless_row, articles))
    return articles, missing


def _articles(cache: Path, packages: Mapping[str, str]) -> tuple[list[Headless], list[str]]:
    folders, missing = pages.fetched(cache, packages)
    articles: list[Headless] = []
    for folder in folders:
        found: dict[str, list[Headless]] = {}
        for page in pages.pages(folder, packages[folder.name]):
            some = found.setdefault(page.language, [])
            if len(some) < _MOST_OF_ONE:
                some += articles_of(page.document, page.source)
        articles += [one for some in found.values() for one in some[:_MOST_OF_ONE]]
    return _once(articles), missing


def _once(articles: list[Headless]) -> list[Headless]:
    """Without those whose first paragraphs another one has: a page may stand in a package twice."""
    seen: set[tuple[str, ...]] = set()
    kept = []
    for one in articles:
        beginning = one.paragraphs[:3]
        if beginning not in seen:
            seen.add(beginning)
            kept.append(one)
    return kept


def _parts(document: Document) -> Iterator[_Part]:
    title, level = "", 1
    wanted = [piece for piece in pieces(document) if piece.block.kind is not Kind.CODE]
    for is_heading, group in groupby(wanted, key=lambda piece: piece.is_heading):
        some = list(group)
        if is_heading:
            # Of headings with nothing between them the last names what follows, the highest ranks it.
            title = some[-1].words
            level = min(piece.block.level for piece in some)
        elif title.casefold().strip("0123456789. ") not in _CONTENTS:
            yield _Part(title, level, tuple(piece.words for piece in some))


def _divided(parts: Sequence[_Part]) -> Iterator[Sequence[_Part]]:
    """The parts of a page as runs of few enough paragraphs, each divided at its highest headings."""
    levels = [part.level for part in parts[1:]]
    if sum(len(part.paragraphs) for part in parts) <= _MOST or not levels:
        yield parts
        return
    highest = min(levels)
    starts = [0, *(at for at, level in enumerate(levels, 1) if level == highest), len(parts)]
    for start, end in pairwise(starts):
        yield from _divided(parts[start:end])


def _without_headings(
    parts: Sequence[_Part],
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]] | None:
    """The paragraphs, breaks and titles of an article, None for what is not one."""
    parts = _trimmed(parts)
    paragraphs = [paragraph for part in parts for paragraph in part.paragraphs]
    prose = [paragraph for paragraph in paragraphs if is_prose(paragraph)]
    if len(prose) < _FEWEST or len(paragraphs) > _MOST or 2 * len(prose) < len(paragraphs):
        return None
    if len(parts) < _FEWEST_SECTIONS or len(paragraphs) < _PARAGRAPHS_EACH * len(parts):
        return None
    breaks, at = [], 0
    for part in parts[:-1]:
        at += len(part.paragraphs)
        breaks.append(at)
    return tuple(paragraphs), tuple(breaks), tuple(part.title for part in parts)


def _trimmed(parts: Sequence[_Part]) -> list[_Part]:
    """Without what stands on a page around its article: links to the next page, dates, names."""
    kept = list(parts)
    if kept and not any(map(is_prose, kept[0].paragraphs)):
        del kept[0]
    while kept and not is_prose(kept[-1].paragraphs[-1]):
        kept[-1] = kept[-1]._replace(paragraphs=kept[-1].paragraphs[:-1])
        if not kept[-1].paragraphs:
            kept.pop()
    return kept


if __name__ == "__main__":
    main()
