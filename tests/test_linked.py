"""A link behind a citation, in every language."""

from __future__ import annotations

import pytest

from corpus.citation.linked import address, around, behind
from corpus.citation.markup import HTML, LATEX, MARKDOWN, ORG, PLAIN, TYPST, Markup

LINK = 'https://example.org/a_b?q="x"&y#:~:text=100%25%20of,-%5Bit%5D'


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        (None, LINK),
        (PLAIN, LINK),
        (MARKDOWN, "<https://example.org/a_b?q=%22x%22&y#:~:text=100%25%20of,-%5Bit%5D>"),
        (TYPST, '#link("https://example.org/a_b?q=%22x%22&y#:~:text=100%25%20of,-%5Bit%5D")'),
        (ORG, "[[https://example.org/a_b?q=%22x%22&y#:~:text=100%25%20of,-%5Bit%5D]]"),
        (
            HTML,
            '<a href="https://example.org/a_b?q=&quot;x&quot;&amp;y#:~:text=100%25%20of,-%5Bit%5D">'
            "https://example.org/a_b?q=&quot;x&quot;&amp;y#:~:text=100%25%20of,-%5Bit%5D</a>",
        ),
    ],
)
def test_each_language_writes_an_address_its_own_way(markup: Markup | None, written: str) -> None:
    assert address(LINK, markup) == written


def test_in_latex_no_sign_of_an_address_has_a_meaning() -> None:
    written = address(LINK, LATEX)
    assert r"100\%25\%20of" in written
    assert r"a\_b" in written
    assert "&" not in written.replace(r"\&", "")


def test_a_link_stands_behind_a_line_and_below_a_block() -> None:
    assert behind("words (Ruiz)", "pincite:a") == "words (Ruiz) pincite:a"
    assert behind("words\n(Ruiz)", "pincite:a") == "words\n(Ruiz) pincite:a"
    assert behind("#+begin_quote\nwords\n#+end_quote", "pincite:a", ORG).endswith(
        "end_quote\n\n[[pincite:a]]"
    )
    assert behind("words", "", ORG) == "words"


def test_an_attribute_cannot_be_left() -> None:
    assert around("words", '"><script>') == '<a href="&quot;&gt;&lt;script&gt;">words</a>'
