"""Articles of Debian's manuals without their headings: to train on, and others that nothing is tuned on.

They are parted by package, so that no manual and no translation of one is on both sides. All are fetched
with apt (see `tests.bench.search.manuals`); none is kept here.

`python -m tests.bench.outline.manuals CACHE` writes them as `CACHE/outline/manuals-training.jsonl` and
`…/manuals-unseen.jsonl`, in the form that `tests.bench.outline.data` reads.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby, islice, pairwise
from pathlib import Path
from typing import Final, NamedTuple

from corpus.document import Document, Kind
from corpus.errors import PinciteError
from corpus.opening import open_path
from tests.bench.outline import data
from tests.bench.outline.data import Headless
from tests.bench.search import manuals

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
    "harden-doc": r"/(?:en-US|de-DE|fr-FR|es-ES)/",
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
_NO_ARTICLE: Final = re.compile(r"(?:genindex.*|bookindex|search|print|.*changelog.*)\.html")
# The title of a box beside the text begins no section; one that is there again and again is taken for such.
_BOX: Final = frozenset(
    "note notes warning caution tip important hint see also hinweis achtung anmerkung warnung tipp"
    " wichtig remarque attention avertissement astuce nota aviso advertencia sugerencia importante"
    " 注意 警告 提示 说明 小心".split()
)
_FOOT: Final = re.compile(r"©|Copyright\b|Created using|Last updated")
# What a sentence of prose ends with, in any of the languages.
_SENTENCE: Final = re.compile(r"[.!?。！？…:：][”’\"'»)）」』\]]*$")
_PROSE: Final = 60
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")


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


def _kept(cache: Path, name: str, packages: dict[str, str]) -> tuple[list[Headless], list[str]]:
    """The articles that were written into the cache before by this program, or made now."""
    path = cache / "outline" / f"manuals-{name}.jsonl"
    made_by = path.with_suffix(".made-by")
    program = sha256(Path(__file__).read_bytes()).hexdigest()
    if path.exists() and made_by.exists() and made_by.read_text(encoding="utf-8") == program:
        return data.headless(path), []
    articles, missing = _articles(cache, packages)
    if not missing:
        path.parent.mkdir(parents=True, exist_ok=True)
        data.write_headless(path, articles)
        made_by.write_text(program, encoding="utf-8")
    return articles, missing


def articles_of(document: Document, source: str) -> list[Headless]:
    """The articles of a page, or none: a long page is divided at its highest headings."""
    parts = list(_parts(document))
    return [
        Headless(f"{source}#{number}" if number else source, *found)
        for number, some in enumerate(_divided(parts))
        if (found := _without_headings(some))
    ]


def _articles(cache: Path, packages: dict[str, str]) -> tuple[list[Headless], list[str]]:
    folders, missing = manuals.fetch(cache, dict.fromkeys(packages, ""))
    articles: list[Headless] = []
    for folder in folders:
        wanted = re.compile(packages[folder.name])
        found: dict[str, list[Headless]] = {}
        for path in _pages(folder):
            name = path.relative_to(folder.parent).as_posix()
            if wanted.search(name) and not _NO_ARTICLE.fullmatch(path.name):
                language = _language(path)
                some = found.setdefault(language, [])
                if len(some) < _MOST_OF_ONE:
                    some += _opened(path, name)
        articles += [one for some in found.values() for one in islice(some, _MOST_OF_ONE)]
    return _once(articles), missing


def _pages(folder: Path) -> list[Path]:
    """The pages of a package, mixed, in an order that stays: that of a hash of the path."""
    paths = [path for path in folder.rglob("*.html") if path.is_file() and not path.is_symlink()]
    return sorted(paths, key=lambda path: sha256(path.relative_to(folder).as_posix().encode()).digest())


def _language(path: Path) -> str:
    """The language that a page's name or folder tells, "" where it tells none."""
    told = re.search(r"[./](en|de|fr|es|zh)(?:[-_]\w\w)?[./]", path.as_posix())
    return told[1] if told else ""


def _opened(path: Path, name: str) -> list[Headless]:
    try:
        return articles_of(open_path(path), name)
    except PinciteError:
        return []


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
    blocks = [
        (block, " ".join(document.text[block.start : block.end].split()))
        for block in document.blocks
        if block.kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM)
    ]
    times = Counter(words for block, words in blocks if block.kind is Kind.HEADING)
    blocks = [
        (block, words)
        for block, words in blocks
        if block.kind is not Kind.HEADING or not _is_box(words, times[words])
    ]
    for is_heading, some in groupby(blocks, key=lambda one: one[0].kind is Kind.HEADING):
        if is_heading:
            # Of headings with nothing between them the last names what follows, the highest ranks it.
            headings = list(some)
            title = headings[-1][1]
            level = min(heading.level for heading, _ in headings)
        elif paragraphs := tuple(words for _, words in some if words and not _FOOT.match(words)):
            yield _Part(title, level, paragraphs)


def _is_box(title: str, times: int) -> bool:
    return times > 1 or all(word in _BOX for word in re.findall(r"\w+", title.casefold()))


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
    prose = [paragraph for paragraph in paragraphs if _is_prose(paragraph)]
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
    if kept and not any(map(_is_prose, kept[0].paragraphs)):
        del kept[0]
    while kept and not _is_prose(kept[-1].paragraphs[-1]):
        kept[-1] = kept[-1]._replace(paragraphs=kept[-1].paragraphs[:-1])
        if not kept[-1].paragraphs:
            kept.pop()
    return kept


def _is_prose(paragraph: str) -> bool:
    """Whether it is long enough for a sentence, and ends as one does."""
    # A Chinese character says as much as three letters.
    length = len(paragraph) + 2 * len(_CHINESE.findall(paragraph[:_PROSE]))
    return length >= _PROSE and _SENTENCE.search(paragraph) is not None


if __name__ == "__main__":
    main()
