"""What a link or a picture of an article comes to, once it is looked up. No Textual in it."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from corpus.document import FILLER, Kind, Readable
from corpus.leads import Lead
from corpus.links.fragment import Aim, aim_of
from corpus.sanitiser import clean_line, clean_name
from corpus.targets import Inside, Mail, Nowhere, OnTheWeb, read_target
from corpus.web_address import WebAddress
from tui import cells
from tui.article import OpenArticle

if TYPE_CHECKING:
    from corpus.library import Article, Library

_CARRIED: Final = frozenset(("epub", "docx", "odt", "fb2", "mhtml", "mail"))
"""Formats whose pictures lie in the article's own file."""
_SAID: Final = 48
"""Cells that a place takes where it is said where a link leads."""
_SEEN: Final = 240
"""Characters of a place that are looked at for that."""
_SIGN: Final = 6
_MOST: Final = 24
"""Articles that are looked at for an address."""
_TOP: Final = ("", "top")
_STARTS: Final = ("index.html", "index.htm")


class Known(NamedTuple):
    """An article of the library, and a place in it."""

    article: Article
    anchor: str


class Beside(NamedTuple):
    """A file below the folder of the article, which the library does not have, and a place in it."""

    path: Path
    anchor: str


class Outside(NamedTuple):
    """An address of the web."""

    web: WebAddress


class PictureFile(NamedTuple):
    """A picture that lies below the folder of the article."""

    path: Path


class PictureInside(NamedTuple):
    """A picture that lies in the file of the article, by its name there."""

    path: Path
    target: str


Destination: TypeAlias = Aim | Known | Beside | Outside | PictureFile | PictureInside | Mail | Nowhere


def destination_of(
    lead: Lead, article: OpenArticle, library: Library | None, own: Path | None = None
) -> Destination:
    """Where a lead of an article leads; whether the library has an address of the web is not asked here.

    `own` is where Pincite keeps what it keeps: links in a page that lies there go by the page's address.
    """
    if lead.is_picture and (inside := _in_its_file(lead.target, article)):
        return inside
    path, url = _base(article, own)
    target = read_target(lead.target, path=path, url=url)
    if isinstance(target, Inside):
        return _inside(target.anchor, article)
    if isinstance(target, OnTheWeb):
        return Outside(target.web)
    if isinstance(target, Mail | Nowhere):
        return target
    if not lead.is_picture and library is not None and (known := library.by_source(str(target.path))):
        return Known(known, target.anchor)
    found = _below(target.path, path)
    if isinstance(found, Path):
        return PictureFile(found) if lead.is_picture else Beside(found, target.anchor)
    if target.address:
        web = read_target(target.address)
        return Outside(web.web) if isinstance(web, OnTheWeb) else found
    return found


def _base(article: OpenArticle, own: Path | None) -> tuple[Path | None, str]:
    """What the targets of an article go by: its file, and its address."""
    path, url = _file_of(article), clean_line(article.document.metadata.url or "")
    if path is not None and own is not None and path.is_relative_to(own):
        path = None
    return path, url


def _in_its_file(target: str, article: OpenArticle) -> PictureInside | Nowhere | None:
    """A picture that lies in the article's own file; None for any other."""
    scheme = target.partition(":")[0].lower()
    if scheme in ("http", "https") or not (article.document.format in _CARRIED or scheme in ("data", "cid")):
        return None
    path = _file_of(article)
    if path is None:
        return Nowhere("This picture lies in the article, whose file is not there.")
    return PictureInside(path, target)


def _file_of(article: OpenArticle) -> Path | None:
    """The file of an article; all of a web page has that of the article in it."""
    return article.alone.path if article.alone else article.path


def _inside(anchor: str, article: OpenArticle) -> Aim | Nowhere:
    document = article.document
    if found := place_called(document, anchor):
        return found
    if article.begun:
        return Nowhere("The rest of this article is still being read: follow this in a moment.")
    return Nowhere(f"This link leads to “#{_cut(anchor)}”, a place that this article does not have.")


def place_called(document: Readable, anchor: str) -> Aim | None:
    """The place of a document with that name, as it stands behind # in a link; None where it has none."""
    if found := aim_of(document, anchor):
        return found
    return Aim(0) if anchor.partition(":~:")[0] in _TOP else None


def _below(path: Path, article: Path | None) -> Path | Nowhere:
    """A regular file below the folder of an article, links of the file system followed; else why not."""
    shown = clean_name(path.name) or "the folder itself"
    missing = Nowhere(f"This link leads to the file {shown}, which is not there.")
    if article is None:
        return missing
    try:
        folder = article.parent.resolve(strict=True)
        real = path.resolve(strict=True)
        if not real.is_relative_to(folder):
            return Nowhere(f"This link leads to {shown}, outside this article’s folder: it is not followed.")
        if real.is_dir():
            starts = [real / name for name in _STARTS if (real / name).is_file()]
            real = starts[0].resolve(strict=True) if starts else real
        if not real.is_relative_to(folder) or not stat.S_ISREG(os.stat(real).st_mode):
            return Nowhere(f"This link leads to {shown}, which is no file that can be read.")
    except (OSError, ValueError, RuntimeError):
        return missing
    return real


def known_by_address(library: Library, address: str) -> Article | None:
    """The article of the library that was read at an address of the web, or says that it stands there.

    May take a tenth of a second. Raises LibraryUnavailable.
    """
    from corpus.tracing.naming import plain_address  # not above: most links lead elsewhere

    page = address.partition("#")[0]
    for source in (address, page):
        if known := library.by_source(source):
            return known
    plain = plain_address(page)
    for kept in library.kept(library.works.saying({plain})[:_MOST]):
        if plain_address(kept.document.metadata.url or "") == plain:
            return library.article(kept.id)
    return None


def told(destination: Destination, document: Readable) -> str:
    """Where it leads, in few words: "“Copying the text”", "https://example.org/", "notes.md, beside this"."""
    if isinstance(destination, Aim):
        block = document.block_near(destination.offset)
        start = max(block.start, destination.offset)
        # The sign of a note may stand alone; what it says is in the next block.
        is_told = block.kind is Kind.HEADING or block.end - start > _SIGN
        end = block.end if is_told else start + _SEEN
        words = document.text[start : min(end, start + _SEEN)].replace(FILLER, " ")
        return f"“{_cut(clean_line(words))}”"
    if isinstance(destination, Known):
        return f"“{_cut(destination.article.title)}”, in your library"
    if isinstance(destination, Beside | PictureFile):
        return f"{_cut(clean_name(destination.path.name))}, beside this article"
    if isinstance(destination, PictureInside):
        return "the picture, in this article’s file"
    if isinstance(destination, Outside):
        return destination.web.address
    if isinstance(destination, Mail):
        return f"the e-mail address {destination.address}"
    return destination.sentence


def _cut(words: str) -> str:
    return cells.cut_at_word(words, _SAID)
