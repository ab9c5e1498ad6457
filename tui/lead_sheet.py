"""The sheet that is shown before something is opened outside the reader, or a file beside the article."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from corpus.targets import Mail
from corpus.web_address import WebAddress
from tui.sheet import Sheet


class LeadSheet(Sheet[str]):
    """Shows all of where something leads; gives "open" or "copy", or None where the reader stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer('open')", "open", show=False),
        Binding("y,c,Y,C", "answer('copy')", "copy", show=False),
    ]

    def __init__(self, title: str, words: Content, *, opens: bool, does: str = "opens it") -> None:
        """`opens` tells whether it can be opened here; else Enter copies it."""
        super().__init__()
        self._title, self._words, self._opens = title, words, opens
        enter = f"Enter {does} · y copies it" if opens else "Enter copies it"
        self.FOOT_WORDS = f"{enter} · Esc stays here"  # type: ignore[misc] # of this sheet alone

    def title_words(self) -> str:
        """What is asked."""
        return self._title

    def contents(self) -> Widget:
        """All of it, however long."""
        return VerticalScroll(Static(self._words, id="lead-words"))

    def action_answer(self, answer: str) -> None:
        """Close with what is to be done."""
        self.dismiss(answer if self._opens else "copy")


def sheet_for_web(web: WebAddress, words: str, *, browser: str, thing: str = "link") -> LeadSheet:
    """The sheet for an address; `browser` is the program that opens it, "" where there is none."""
    host = web.address.index(web.host, web.address.index("//"))
    behind = host + len(web.host)
    pieces: list[str | tuple[str, str]] = [
        (f"“{words}”\n\n" if words and words != web.address else "", "$page-dim"),
        web.address[:host],
        (web.host, "bold $page-accent"),
        web.address[behind:],
    ]
    if web.reads_as:
        pieces.append((f"\n\nA browser may show this host as “{web.reads_as}”.", "$page-dim"))
    if web.left_out:
        pieces.append((f"\n\n“{web.left_out}” stood before the host; it is left out.", "$page-dim"))
    if not browser:
        pieces.append(("\n\nThere is no browser here: over SSH, or without a desktop.", "$page-dim"))
    title = f"This {thing} leads out of the library"
    return LeadSheet(title, Content.assemble(*pieces), opens=bool(browser), does="opens it in the browser")


def sheet_for_mail(mail: Mail) -> LeadSheet:
    """The sheet for somebody's address, which can only be copied."""
    return LeadSheet("This link is an e-mail address", Content(mail.address), opens=False)


def sheet_for_picture(words: str, where: str, *, viewer: str) -> LeadSheet:
    """The sheet for a picture here; `where` says where it lies, `viewer` is what shows it, "" for nothing."""
    said = f"{words}\n\n" if words else ""
    none = "" if viewer else "\n\nNothing here can show it: over SSH, or without a desktop."
    content = Content.assemble(said, where, (none, "$page-dim"))
    return LeadSheet("This stands for a picture", content, opens=bool(viewer), does="shows it")


def sheet_for_file(shown: str) -> LeadSheet:
    """The sheet for a file that is not in the library; `shown` is its name, harmless."""
    words = Content.assemble(shown, ("\n\nIt lies in this article’s folder.", "$page-dim"))
    return LeadSheet("Read this file, and keep it in the library?", words, opens=True, does="reads it")
