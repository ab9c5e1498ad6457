"""Words and block quotations in the languages of markup, written so that they come out as they stand.

A run of spaces comes out as one, as in all of these languages; spaces that indent a line are kept.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final, Protocol

from corpus.citation.phrase import Face, Phrase, Run, pieces
from corpus.exchange.latex_encoding import encoded


class Markup(Protocol):
    """A language that quotations and citations are written in."""

    def words(self, words: Phrase) -> str:
        """The words with their faces, as they are written to come out as they stand, at any place of a line.

        Line breaks stay as they are: only `block` gives them a meaning.
        """
        ...

    def block(self, words: str, citation: str) -> str:
        """A block quotation of words that are in the language already, and its citation, in it too or empty.

        An empty line parts two paragraphs, a line break is kept.
        """
        ...


def _escaped(signs: str, written: str | Callable[[re.Match[str]], str], run: Run, before: str) -> str:
    """The words of a run with its signs written otherwise; `before` is what stands before them.

    The signs see a line's start where one is, and a space where words stand before on the line.
    """
    inside = bool(before) and not before.endswith("\n")
    return re.sub(signs, written, f" {run.text}" if inside else run.text)[inside:]


def _block(opening: str, lines: str, citation: str, closing: str) -> str:
    return "\n".join(part for part in (opening, lines, citation, closing) if part)


def _paragraphs(words: str) -> list[list[str]]:
    """The lines of each paragraph."""
    return [paragraph.split("\n") for paragraph in re.split(r"\n{2,}", words.strip("\n"))]


def _with_breaks(words: str, line_break: str, indent: str) -> str:
    """The words with a sign at each line break inside a paragraph, and signs for the spaces before a line."""
    paragraphs = (
        f"{line_break}\n".join(_indented(line, indent) for line in lines) for lines in _paragraphs(words)
    )
    return "\n\n".join(paragraphs)


def _indented(line: str, indent: str) -> str:
    bare = line.lstrip(" ")
    return indent * (len(line) - len(bare)) + bare.rstrip()


# Kept by `re` once compiled: none is compiled at import.
_MARKDOWN: Final = (
    r"""[\\`*_\[\]<>@$~^#|{}'"&]|(?m:^)[-+=:%](?=\s|-|=|\Z)|(?m:^)%|(?<=-)-|(?<=\.)\.(?=\.|\Z)|\.(?=\.\.)"""
    r"""|(?m:^)\((?=[A-Za-z0-9@]{1,9}\)(?:\s|\Z))|[.)](?=\s|\Z)(?m:(?<=^\w.)"""
    # Lists are numbered with up to nine digits (CommonMark), and in Roman numerals (Pandoc).
    + "".join(rf"|(?<=^\d{{{digits}}}.)" for digits in range(2, 10))
    + "".join(rf"|(?<=^[IVXLCDMivxlcdm]{{{letters}}}.)" for letters in range(2, 10))
    + ")"
)
_HTML_FACES: Final = {
    Face.ROMAN: "{}",
    Face.ITALIC: "<em>{}</em>",
    Face.STRONG: "<strong>{}</strong>",
    Face.SMALL_CAPITALS: '<span style="font-variant: small-caps">{}</span>',
    Face.RAISED: "<sup>{}</sup>",
    Face.CODE: "<code>{}</code>",
}


class Markdown:
    """Markdown as Pandoc reads it; all but small capitals and raised words are CommonMark too."""

    _faces: Final = {
        Face.ITALIC: "*{}*",
        Face.STRONG: "**{}**",
        Face.SMALL_CAPITALS: "[{}]{{.smallcaps}}",
        Face.RAISED: "^{}^",
    }

    def words(self, words: Phrase) -> str:
        """See `Markup`. Quotation marks are escaped too, or Pandoc would make others of them."""
        text = ""
        marked = False
        runs = list(pieces(words))
        for run, following in zip(runs, [*runs[1:], Run("")], strict=False):
            if run.tex and not following.text[:1].isdecimal():  # else Pandoc takes the dollars for money
                text += f"${run.tex}$"
                marked = False
                continue
            if marked and run.face is not Face.ROMAN:
                text += "<!-- -->"  # or the signs of the two would be read as one
            text += self._run(run, text)
            marked = run.face is not Face.ROMAN
        return text

    def within_a_line(self, text: str) -> str:
        """The text as it is written where something stands before it, so that it begins no list."""
        return _escaped(_MARKDOWN, r"\\\g<0>", Run(text), "(")

    def _run(self, run: Run, before: str) -> str:
        if run.face is Face.CODE:
            longest = max((len(ticks) for ticks in re.findall("`+", run.text)), default=0)
            edge = " " if longest else ""
            return f"{'`' * (longest + 1)}{edge}{run.text}{edge}{'`' * (longest + 1)}"
        escaped = _escaped(_MARKDOWN, r"\\\g<0>", run, before)
        if run.face is Face.RAISED:
            escaped = escaped.replace(" ", "\\ ")
        return self._faces.get(run.face, "{}").format(escaped)

    def block(self, words: str, citation: str) -> str:
        """See `Markup`."""
        lines = _with_breaks(words, "\\", "\N{NO-BREAK SPACE}").split("\n")
        return "\n".join(f"> {line}".rstrip() for line in [*lines, *([citation] if citation else [])])


class Html:
    """HTML 5."""

    def words(self, words: Phrase) -> str:
        """See `Markup`. Fit for the value of an attribute, too, where there are no faces."""
        return "".join(_HTML_FACES[run.face].format(html.escape(run.text)) for run in pieces(words))

    def block(self, words: str, citation: str) -> str:
        """See `Markup`. The citation is a paragraph of its own."""
        lines = _with_breaks(words, "<br>", "&nbsp;").split("\n\n")
        paragraphs = (f"<p>{part}</p>" for part in [*lines, citation] if part)
        return _block("<blockquote>", "\n".join(paragraphs), "", "</blockquote>")


class Latex:
    """LaTeX for an engine that reads UTF-8, without packages; formulas may need amsmath, as they did."""

    _faces: Final = {
        Face.ROMAN: "{}",
        Face.ITALIC: r"\emph{{{}}}",
        Face.STRONG: r"\textbf{{{}}}",
        Face.SMALL_CAPITALS: r"\textsc{{{}}}",
        Face.RAISED: r"\textsuperscript{{{}}}",
        Face.CODE: r"\texttt{{{}}}",
    }

    def words(self, words: Phrase) -> str:
        """See `Markup`. A straight apostrophe is printed as LaTeX prints all, curved."""
        return "".join(
            f"\\({run.tex}\\)" if run.tex else self._faces[run.face].format(encoded(run.text))
            for run in pieces(words)
        )

    def block(self, words: str, citation: str) -> str:
        """See `Markup`. Behind `\\\\` a bracket would be an option: braces part them."""
        return _block(r"\begin{quote}", _with_breaks(words, r"\\{}", "~"), citation, r"\end{quote}")


class Typst:
    """Typst's markup mode."""

    _signs: Final = (
        r"""[\\*_`$#@<>\[\]~'"]|-(?=[-?\d])|(?<=-)-|\.(?=\.)|(?<=\.)\.|/(?=[/*])|(?<=/)/"""
        r"""|(?m:^)[-+/=]|(?m:(?<=^\d)|(?<=^\d\d)|(?<=^\d\d\d))\."""
    )
    _faces: Final = {
        Face.ITALIC: "#emph[{}]",
        Face.STRONG: "#strong[{}]",
        Face.SMALL_CAPITALS: "#smallcaps[{}]",
        Face.RAISED: "#super[{}]",
    }

    def words(self, words: Phrase) -> str:
        """See `Markup`. A semicolon ends a call where what follows would be taken for its arguments."""
        text = ""
        called = False
        for run in pieces(words):
            text += (";" if called and run.text[0] in "([.;" else "") + self._run(run, text)
            called = run.face is not Face.ROMAN
        return text

    def _run(self, run: Run, before: str) -> str:
        if run.face is Face.CODE:
            inside = run.text.replace("\\", "\\\\").replace('"', '\\"')
            return f'#raw("{inside}")'
        return self._faces.get(run.face, "{}").format(_escaped(self._signs, r"\\\g<0>", run, before))

    def block(self, words: str, citation: str) -> str:
        """See `Markup`."""
        return _block("#quote(block: true)[", _with_breaks(words, " \\", "~"), citation, "]")


class Org:
    """Org as Emacs reads it, and Pandoc; it has no small capitals.

    A zero width space parts the signs that would have a meaning side by side: it is what Org's manual has
    in place of an escape character (https://orgmode.org/manual/Escape-Character.html).
    """

    _gap: Final = "\N{ZERO WIDTH SPACE}"
    _signs: Final = (
        r"""(?P<link>https?://[^\s<>()[\]]+)|(?P<entity>[<$|])|(?P<around>[_^]|(?<![^\s\-–—('"{])[*/=~+]+(?=\S))|(?P<behind>[\\\[])"""
        r"""|(?P<before>(?m:^)(?:[-+:](?=\s|\w|\Z)|\*+(?=\s|\Z)|(?:\d+|\w)[.)](?=\s|\Z)|#|%%)"""
        r"""|(?<=-)-|(?<=\.)\.|(?<=@)@|(?<={){)"""
    )
    _within: Final = _signs.partition("|")[2]
    _entities: Final = {"<": r"\lt{}", "$": r"\dollar{}", "|": r"\vert{}"}
    _faces: Final = {Face.ITALIC: "/{}/", Face.STRONG: "*{}*", Face.CODE: "~{}~"}
    _before: Final = " \n-–—('\""
    _behind: Final = " \n-–—.,;:!?')[\"\\"

    def words(self, words: Phrase) -> str:
        """See `Markup`. A face whose signs Org would not know at their place is parted by a gap."""
        text = ""
        ended = False
        for run in pieces(words):
            written, marked = self._run(run, text)
            if (ended and written[0] not in self._behind) or (
                marked and text and text[-1] not in self._before
            ):
                text += self._gap
            text += written
            ended = marked
        return text

    def _run(self, run: Run, before: str) -> tuple[str, bool]:
        """The run, and whether there are signs around it."""
        if run.face is Face.CODE and "~" not in run.text:
            return f"~{run.text}~", True
        marked = run.face in (Face.ITALIC, Face.STRONG)
        # Between signs that end at the next of their kind, an address is no link: its signs are parted too.
        text = _escaped(self._within if marked else self._signs, self._written, run, before)
        if run.face is Face.RAISED:
            return f"{self._gap}^{{{text}}}", False
        if not marked:
            return text, False
        parted = re.sub(f"(?<!{self._gap})[*/=~+](?!{self._gap})", rf"{self._gap}\g<0>{self._gap}", text)
        return self._faces[run.face].format(parted), True

    def _written(self, match: re.Match[str]) -> str:
        sign, kind = match[0], match.lastgroup
        if kind == "link":
            return sign  # nothing in one has another meaning
        if kind == "entity":
            following = match.string[match.end() : match.end() + 1]
            # Pandoc would take a bracket for an argument.
            return self._entities[sign] + (self._gap if following and following in "{[" else "")
        if kind == "around":
            return self._gap + "".join(character + self._gap for character in sign)
        return sign + self._gap if kind == "behind" else self._gap + sign

    def block(self, words: str, citation: str) -> str:
        """See `Markup`."""
        lines = _with_breaks(words, r" \\", "\N{NO-BREAK SPACE}")
        return _block("#+begin_quote", lines, citation, "#+end_quote")


class Plain:
    """Words without markup: faces are lost."""

    def words(self, words: Phrase) -> str:
        """See `Markup`."""
        return words.plain

    def block(self, words: str, citation: str) -> str:
        """See `Markup`. The citation stands on the next line."""
        return _block("", words, citation, "")


MARKDOWN: Final = Markdown()
HTML: Final = Html()
LATEX: Final = Latex()
TYPST: Final = Typst()
ORG: Final = Org()
PLAIN: Final = Plain()
