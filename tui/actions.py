"""Everything a key can do while reading: one table, from which the bindings and the help are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from textual.binding import Binding


class Action(NamedTuple):
    """What a key does: an id for the key map, the keys, what it is called, and what is run."""

    id: str
    keys: str
    label: str
    run: str

    def binding(self) -> Binding:
        """The binding that Textual wants."""
        from textual.binding import Binding  # not above: keys are answered before Textual is there

        return Binding(self.keys, self.run, self.label, id=self.id, tooltip=self.label, show=False)


OUTLINE: Final = (
    Action("outline.next", "j,down", "next entry", "choose(1)"),
    Action("outline.previous", "k,up", "previous entry", "choose(-1)"),
    Action("outline.page_down", "space,pagedown", "a page on", "choose_page(1)"),
    Action("outline.page_up", "b,pageup", "a page back", "choose_page(-1)"),
    Action("outline.first", "g,home", "first entry", "choose_end(-1)"),
    Action("outline.last", "G,end", "last entry", "choose_end(1)"),
    Action("outline.enter", "enter", "go to the section", "enter"),
    Action("outline.collapse", "left,h", "collapse; again, the entry above", "collapse"),
    Action("outline.expand", "right,l", "expand", "expand"),
    Action("outline.collapse_all", "minus", "collapse all", "collapse_all"),
    Action("outline.expand_all", "plus,equals_sign", "expand all", "expand_all"),
    Action("outline.filter", "slash", "only titles with these words, as you type", "screen.filter_outline"),
    Action(
        "outline.rename",
        "r",
        "call it otherwise; empty, as before",
        "screen.rename_entry",
    ),
    Action("outline.insert", "i", "an entry of your own, at the paragraph you read", "screen.insert_entry"),
    Action("outline.remove", "x,delete", "take the entry away; the text stays", "screen.remove_entry"),
    Action("outline.join", "J", "join the next entry of its level to it", "screen.join_entry"),
    Action("outline.split", "|,vertical_line", "divide it at the paragraph you read", "screen.split_entry"),
    Action("outline.undo", "u", "undo what you made of the outline last", "screen.undo_entry"),
    Action("outline.redo", "U", "make it again", "screen.redo_entry"),
    Action("outline.why", "question_mark", "why this entry stands there; again, this help", "why"),
)
"""What keys do while the outline has them."""

FILTER: Final = (
    Action("filter.next", "down", "while typing: next match", "step(1)"),
    Action("filter.previous", "up", "while typing: previous match", "step(-1)"),
    Action("filter.page_down", "pagedown", "while typing: ten matches on", "step(10)"),
    Action("filter.page_up", "pageup", "while typing: ten matches back", "step(-10)"),
)
"""What keys do at a prompt that leads to one of several things."""

SEARCHING: Final = (
    Action("search.next", "down", "next hit", "choose(1)"),
    Action("search.previous", "up", "previous hit", "choose(-1)"),
    Action("search.page_down", "pagedown", "five hits on", "choose(5)"),
    Action("search.page_up", "pageup", "five hits back", "choose(-5)"),
    Action("search.enter", "enter", "stay at the hit; then n N go on through the hits", "enter"),
    Action("search.exact", "tab", "the exact word, where it was corrected; back", "exact"),
    Action("search.group", "ctrl+g", "hits under their article, or in one ranking", "group"),
)
"""What keys do while the library is searched."""

CLIPS: Final = (
    Action("clips.next", "j,down", "next clip", "choose(1)"),
    Action("clips.previous", "k,up", "previous clip", "choose(-1)"),
    Action("clips.page_down", "space,pagedown,ctrl+f", "a page of clips on", "choose_page(1)"),
    Action("clips.page_up", "b,pageup,ctrl+b", "a page of clips back", "choose_page(-1)"),
    Action("clips.first", "g,home", "first clip", "choose_end(-1)"),
    Action("clips.last", "G,end", "last clip", "choose_end(1)"),
    Action("clips.jump", "enter", "go to where the clip was taken from", "screen.jump"),
    Action("clips.move_down", "J,alt+down", "let it change places with the next", "screen.move(1)"),
    Action("clips.move_up", "K,alt+up", "let it change places with the one before", "screen.move(-1)"),
    Action("clips.note", "n", "its note", "screen.note"),
    Action("clips.tags", "t", "its tags", "screen.tags"),
    Action("clips.style", "e", "the style in which all of them are cited", "screen.style"),
    Action("clips.remove", "x,delete", "remove it", "screen.remove"),
    Action("clips.undo", "u", "bring back what was removed", "screen.undo"),
    Action("clips.copy", "y", "copy it with its citation", "screen.copy"),
    Action("clips.copy_all", "Y", "copy all of them with one bibliography, as Markdown", "screen.copy_all"),
)
"""What keys do in the tray of clips."""

PLACES: Final = (
    Action("places.next", "j,down", "next place", "choose(1)"),
    Action("places.previous", "k,up", "previous place", "choose(-1)"),
    Action("places.page_down", "space,pagedown,ctrl+f", "a page of places on", "choose_page(1)"),
    Action("places.page_up", "b,pageup,ctrl+b", "a page of places back", "choose_page(-1)"),
    Action("places.first", "g,home", "first place", "choose_end(-1)"),
    Action("places.last", "G,end", "last place", "choose_end(1)"),
    Action("places.jump", "enter", "go there; where it is in doubt, choose first", "screen.jump"),
    Action("places.accept", "y", "from now on it is what was found of it", "screen.accept"),
    Action("places.accept_all", "Y", "the same for all that were found", "screen.accept_all"),
    Action("places.remove", "x,delete", "remove it", "screen.remove"),
    Action("places.undo", "u", "bring back what was removed", "screen.undo"),
)
"""What keys do in the list of marks and highlights."""

FORM: Final = (
    Action("form.next", "j,down", "next field", "choose(1)"),
    Action("form.previous", "k,up", "previous field", "choose(-1)"),
    Action("form.page_down", "space,pagedown", "a page on", "choose(10)"),
    Action("form.page_up", "b,pageup", "a page back", "choose(-10)"),
    Action("form.edit", "enter", "edit the field; Enter keeps, Esc leaves it as it was", "edit"),
    Action("form.edit_line", "a", "edit all names of the field on one line", "edit_line"),
    Action("form.swap", "s", "the other part of the name is the family name", "swap"),
    Action("form.undo", "u", "back to what the source says", "undo"),
    Action("form.unfold", "plus,equals_sign", "all fields, or only the usual ones", "unfold"),
    Action("form.style", "e", "choose the citation style", "style"),
)
"""What keys do in the form of what is known of an article."""

MATCHES: Final = (
    Action("match.next", "j,down", "next place", "choose(1)"),
    Action("match.previous", "k,up", "previous place", "choose(-1)"),
    Action("match.page_down", "space,pagedown,ctrl+f", "a page on", "choose_page(1)"),
    Action("match.page_up", "b,pageup,ctrl+b", "a page back", "choose_page(-1)"),
    Action("match.jump", "enter", "go to where the words stand", "screen.jump"),
    Action("match.copy", "y", "copy the words of the source", "screen.copy"),
    Action("match.again", "Q,e", "edit the quotation, or paste another", "screen.again"),
    Action("match.within", "tab", "look in this article alone, or in the library", "screen.within"),
)
"""What keys do while a quotation is checked."""

GROUPS: Final[dict[str, tuple[Action, ...]]] = {
    "Moving": (
        Action("move.down", "j,down", "a line on; in a choice, one sentence more", "line(1)"),
        Action("move.up", "k,up", "a line back; in a choice, one sentence less", "line(-1)"),
        Action("move.page_down", "space,pagedown,ctrl+f", "a page on", "page(1)"),
        Action("move.page_up", "pageup,ctrl+b", "a page back", "page(-1)"),
        Action("move.half_down", "d,ctrl+d", "half a page on", "page(0.5)"),
        Action("move.half_up", "u,ctrl+u", "half a page back", "page(-0.5)"),
        Action("move.start", "g,home", "to the beginning", "start"),
        Action("move.end", "G,end", "to the end", "end"),
        Action("paragraph.next", "},right_curly_bracket", "next paragraph", "paragraph(1)"),
        Action("paragraph.previous", "{,left_curly_bracket", "previous paragraph", "paragraph(-1)"),
        Action("section.next", "],right_square_bracket", "next section", "section(1)"),
        Action("section.previous", "[,left_square_bracket", "previous section", "section(-1)"),
        Action("go", "colon", "go to 42, p42, 50%, or a pasted citation, link or quotation", "ask_place"),
        Action("follow", "enter", "follow the link of the paragraph, or choose one of several", "follow"),
        Action("leads", "f", "all links of this article", "leads"),
        Action("lead.previous", "shift+tab", "in a choice of links: the one before", "lead(-1)"),
        Action("back", "less_than_sign", "back to where you were", "back"),
        Action("forward", "greater_than_sign", "forward again", "forward"),
    ),
    "Finding": (
        Action("find", "slash", "find in this article, as you type", "find"),
        Action("find.next", "n", "next hit", "hit(1)"),
        Action("find.previous", "N", "previous hit", "hit(-1)"),
        Action("search", "s", "search the whole library, as you type", "search"),
        Action("search.again", "S", "the last search again, as you left it", "search_again"),
        Action("check", "Q", "check a quotation: does it stand there, word for word?", "check"),
    ),
    "While searching the library": SEARCHING,
    "Choosing and copying": (
        Action("choose.sentence", "v", "choose the sentence; again, one more", "choose('sentence')"),
        Action("choose.paragraph", "V", "choose the paragraph; again, one more", "choose('paragraph')"),
        Action("choose.word_next", "w", "in a choice: its end a word on", "word(1)"),
        Action("choose.word_previous", "b", "a page back; in a choice, its end a word back", "word(-1)"),
        Action("choose.part", "plus", "in a choice: keep this part, and add another with v", "keep_part"),
        Action(
            "choose.next",
            "right,l",
            "in a choice: the next sentence instead; a wide table, right",
            "shift(1)",
        ),
        Action(
            "choose.previous", "left,h", "in a choice: the previous sentence instead; else left", "shift(-1)"
        ),
        Action("copy.cited", "y", "copy the passage with its citation", "copy('text')"),
        Action("copy.words", "Y", "copy the words alone", "copy('words')"),
        Action("copy.citation", "c", "copy the citation alone", "copy('citation')"),
        Action("copy.short", "i", "copy the short form, to cite the work again", "copy('short')"),
        Action("copy.entry", "r", "copy the entry in the bibliography", "copy('entry')"),
        Action("copy.link", "C", "copy a link to the passage", "copy('link')"),
        Action("copy.show", "K", "show the last copy, for the terminal’s own mouse", "show_copy"),
        Action("style", "e", "choose the citation style", "style"),
        Action("clip", "a", "keep the passage with a note, among the clips", "clip"),
        Action("clips", "A", "the clips that were kept", "clips"),
    ),
    "Marking": (
        Action("mark", "apostrophe", "then a letter: go to that mark; a capital: set; ': list", "mark"),
        Action("highlight", "H", "highlight the choice or the paragraph; again, take it back", "highlight"),
    ),
    "In the clips": CLIPS,
    "In marks and highlights": PLACES,
    "While a quotation is checked": MATCHES,
    "In what is known of an article": FORM,
    "In the outline": (*OUTLINE, *FILTER),
    "Around": (
        Action(
            "pane.switch", "tab", "between outline and page; in a choice of links, the next", "switch_pane"
        ),
        Action("outline.toggle", "o", "show or hide the outline; in a choice, the other end", "outline"),
        Action("outline.inferred", "tilde", "show or hide entries that the author did not write", "inferred"),
        Action("library", "L", "the library", "library"),
        Action("page.whole", "W", "all of a web page, its navigation too; the article alone", "web_page"),
        Action("metadata", "m", "what is known of this article: see it, correct it", "metadata"),
        Action("cancel", "escape", "leave what was begun; back to where you were", "cancel"),
        Action("help", "question_mark,f1", "this help", "help"),
        Action("interrupt", "ctrl+c", "how to leave", "interrupt"),
        Action("quit", "q", "quit; the place is kept", "app.quit"),
    ),
}
"""The actions by what one wants, in the order in which help shows them."""

ACTIONS: Final = tuple(
    action
    for group in GROUPS.values()
    for action in group
    if action not in (*OUTLINE, *FILTER, *SEARCHING, *CLIPS, *PLACES, *MATCHES, *FORM)
)
"""The actions of the reading screen."""


def sentence(label: str) -> str:
    """A label as the command palette shows it: with a capital."""
    return label[:1].upper() + label[1:]
