from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation.place import place_of
from corpus.document import Document, Kind
from corpus.draft import Draft, with_kinds
from corpus.finding_again import find_again
from corpus.large.document import LargeDocument
from corpus.large.reading_through import read_through
from corpus.large.stretches import STRETCH, Stretches
from corpus.matter.back_matter import with_back_matter
from corpus.opening import LARGE, open_bytes
from corpus.outline import authored_outline_of, outline_of
from corpus.passages.passage import Passage
from tests.finding import part

ARTICLE = (
    "The harbour is too small for the ships that come, and the town has known it for years [1].",
    "The pilots have asked for a longer quay, and the council has answered that there is no money¹.",
    "Nobody knows who will pay, but everybody agrees that the ships will not wait.",
)
BIO = "Ana Ruiz is a professor of law at the harbour of Vega."
DISCLAIMER = "The views expressed in this article are those of the author, not of Coast Radio."


def read(*blocks: str, name: str = "article.txt") -> Document:
    return open_bytes("\n\n".join((*ARTICLE, *blocks)).encode(), name)


def notes(document: Document) -> list[str]:
    return [
        document.text[one.start : one.end]
        for one in document.blocks
        if one.kind is Kind.NOTE and one.start > document.blocks.starts[0]
    ]


def behind(document: Document) -> list[str]:
    """The titles of what the outline has behind the article."""
    sections = outline_of(document).sections
    assert not any(one.paragraph for one in sections if one.matter == "back")
    return [one.title for one in sections if one.matter == "back"]


@pytest.mark.parametrize(
    ("blocks", "titles"),
    [
        (["Notes:", "1. See Vega.\n2. See Ruiz."], ["Notes"]),
        (["[1] See Vega.", "[2] See Ruiz."], ["Notes"]),
        (["¹ See Vega.", "² See Ruiz."], ["Notes"]),
        (["References", "Vega, A. (1990). The Sea.", "Ruiz, B. (2001). The Ship."], ["References"]),
        (["References: Vega, The Sea (1990)."], ["References"]),
        ([BIO], [f"About the author — {BIO[:-1]}"]),
        (["About the author: Ana Ruiz is a pilot."], ["About the author — Ana Ruiz is a pilot"]),
        (["The author is a lecturer at Vega."], ["About the author — The author is a lecturer at Vega"]),
        (["© 2020 Coast Radio"], ["Copyright — © 2020 Coast Radio"]),
        (["Disclaimer: this is no advice."], ["Disclaimer — this is no advice"]),
        (["Licensed under CC BY 4.0."], ["Licence — Licensed under CC BY 4.0"]),
        (["First published in Coast News."], ["First published — First published in Coast News"]),
        (["This essay was first published on The Talk. Read the original article."], ["First published"]),
        (["Tom Vega teaches law and is the author of The Sea. Follow him on the sea."], ["About the author"]),
        (["Correction: the quay has 90 metres."], ["Correction: the quay has 90 metres"]),
        (["Read more: The quay", "Share this article"], ["Read more: The quay"]),
        (["Literatur", "Vega, Das Meer, 1990."], ["Literatur"]),
        (["Die Autorin ist Anwältin."], ["About the author — Die Autorin ist Anwältin"]),
        (["Über den Autor: Tom Vega ist Lotse."], ["Über den Autor — Tom Vega ist Lotse"]),
        (["L’auteur est professeur de droit."], ["About the author — L’auteur est professeur de droit"]),
        (["El autor es profesor de derecho."], ["About the author — El autor es profesor de derecho"]),
        (["（作者系港口大学教授）"], ["About the author — （作者系港口大学教授）"]),
        (["参考文献：", "[1] 张伟：《海》，2010年。"], ["参考文献"]),
        (["责任编辑：李娜"], ["Credits — 责任编辑：李娜"]),
        (["###", "Press contact: Ana Ruiz"], ["End", "Contact — Press contact: Ana Ruiz"]),
    ],
)  # fmt: skip
def test_what_stands_behind_an_article_is_named_and_not_counted(blocks: list[str], titles: list[str]) -> None:
    document = read(*blocks)
    assert behind(document) == titles or [one.partition(" — ")[0] for one in behind(document)] == titles
    assert document.paragraph_count == len(ARTICLE)
    assert len(notes(document)) >= len(blocks)


@pytest.mark.parametrize(
    "last",
    [
        "Ana Ruiz is right to say that the harbour is lost.",
        "The author is right.",
        "Nobody is a professor of the sea.",
        "The views expressed that night were loud.",
        "Sources: the river has three of them.",
        "Notes: she hummed three of them on the quay.",
        "First published in 1859, the book changed the town. Nobody reads it now.",
        "Read more: that is what she told them. And they did, all winter.",
        "References to the sea are many.",
        "Follow the river to the sea.",
        "This essay was written from the heart.",
        "Share the sea with them, and they will share it with you.",
        "Copyright is a word that the pilots had not heard before.",
        "1. This is the only item of a list that ends the article.",
        "[7] is the number of the berth.",
        "All rights reserved to the crown were given to the town. It had asked for them.",
        "作者是对的。",
        "The pilots is a professor of nothing.",
    ],
)
def test_the_last_paragraph_of_an_article_is_never_lost(last: str) -> None:
    document = read(last)
    assert notes(document) == []
    assert behind(document) == []


def test_a_person_whom_the_article_speaks_of_is_not_its_author() -> None:
    spoken = read("“We cannot wait,” said Ana Ruiz.", BIO)
    assert behind(spoken) == []
    signed = open_bytes("\n\n".join(("By Tom Vega", *ARTICLE, BIO)).encode())
    assert behind(signed) == []
    own = open_bytes("\n\n".join(("By Ana Ruiz", *ARTICLE, "“No,” said Ana Ruiz.", BIO)).encode())
    assert len(behind(own)) == 1


def test_several_parts_stand_one_after_another() -> None:
    document = read(
        BIO, "[1] See Vega.", "[2] See Ruiz.", DISCLAIMER, "© 2020 Coast Radio", "Tags: sea, ships"
    )
    assert [title.partition(" — ")[0] for title in behind(document)] == [
        "About the author",
        "Notes",
        "Disclaimer",
        "Copyright",
        "Tags: sea, ships",
    ]
    assert document.paragraph_count == len(ARTICLE)


def test_headings_over_notes_stay_the_author_s_and_leave_the_article_to_be_inferred() -> None:
    document = read("## References", "- Vega, The Sea, 1990.\n- Ruiz, The Ship, 2001.", name="article.md")
    sections = outline_of(document).sections
    assert [(one.matter, one.inferred) for one in sections] == [("body", True)] * 3 + [("back", False)]
    assert sections[-1].title == "References"
    assert [one.title for one in authored_outline_of(document).sections] == ["References"]


def test_without_headings_the_author_s_outline_holds_nothing_of_the_article() -> None:
    document = open_bytes("\n\n".join(("By Ana Ruiz", *ARTICLE, "© 2020 Coast Radio")).encode())
    outline = authored_outline_of(document)
    assert [one.matter for one in outline.sections] == ["front", "back"]
    assert all(outline.at(document.paragraph(number).start) is None for number in (1, 2, 3))
    assert outline.path(document.text.index("©")) == ("Copyright — © 2020 Coast Radio",)


def test_an_appendix_behind_the_references_leaves_them_in_the_article() -> None:
    document = read("## References", "- Vega, 1990.", "## Appendix", "The quay is long.", name="article.md")
    assert notes(document) == []


def test_a_text_of_nothing_but_references_is_an_article() -> None:
    document = open_bytes(b"References\n\nVega, The Sea, 1990.\n\nRuiz, The Ship, 2001.\n")
    assert Kind.NOTE not in document.blocks.columns()[2]


def test_a_passage_from_the_notes_is_said_to_stand_there() -> None:
    document = read("[1] See Vega.", "[2] See Ruiz.", DISCLAIMER)
    outline = outline_of(document)
    at = document.text.index("See Ruiz")
    passage = Passage(document, outline, at, at + 8)
    place = place_of(passage, passage)
    assert (place.counted, place.notes) == (None, ("no paragraph number here (Notes)",))
    at = document.text.index("not of Coast")
    passage = Passage(document, outline, at, at + 3)
    assert place_of(passage, passage).notes == ("no paragraph number here (Disclaimer)",)


def test_a_passage_from_the_notes_is_found_again_among_them() -> None:
    old = read("[1] See Vega, The Sea, on the quays of the north.", "[2] See Ruiz.")
    new = read(
        "A paragraph has come in.", "[1] See Vega, The Sea, on the quays of the north.", "[2] See Ruiz."
    )
    kept = part(old, "See Vega, The Sea, on the quays")
    for before in (old, None):
        found = find_again(new, kept, before=before)
        assert found.span is not None
        assert new.text[slice(*found.span)] == "See Vega, The Sea, on the quays"
        assert new.paragraph_at(found.span[0]) is None


def test_a_passage_under_a_heading_of_notes_is_cited_by_that() -> None:
    document = read("## Notes", "1. See Vega.\n2. See Ruiz.", name="article.md")
    at = document.text.index("See Ruiz")
    passage = Passage(document, outline_of(document), at, at + 8)
    place = place_of(passage, passage)
    assert (place.counted, place.heading) == (None, "Notes")


def test_markdown_footnotes_are_notes_and_no_word_of_theirs_is_lost() -> None:
    document = read("It is wide.[^1]", "[^1]: Ibid.\n[^2]: Vega, *The Sea*.", name="article.md")
    assert notes(document) == ["[^1]: Ibid.", "[^2]: Vega, The Sea."]
    assert behind(document) == ["Notes"]


def test_the_notes_of_a_page_are_what_its_markup_says() -> None:
    document = open_bytes(
        b"<p>It is wide.</p><p>It is deep.</p>"
        b"<section role='doc-endnotes'><ol><li><p>Vega.</p><p>More.</p></li><li>Ruiz.</li></ol></section>",
        "a.html",
    )
    assert notes(document) == ["Vega.", "More.", "Ruiz."]
    assert [document.blocks[at].marker for at in (2, 4)] == ["1.", "2."]
    assert behind(document) == ["Notes"]


PROSE = "\n\n".join(
    f"On day {number} this happened. " + "The river rose by a foot in the night, and the lock held. " * 10
    for number in range(500)
)


def test_a_large_text_has_the_same_notes_however_it_is_opened() -> None:
    data = f"By Ana Ruiz\n\n{PROSE}\n\n{BIO}\n\n[1] See Vega.\n\n© 2020 Coast Radio\n".replace(
        "On day 490 this happened.", "On day 490 this happened [1]."
    ).encode()
    assert len(data) > LARGE
    whole = read_through(data, "utf-8")
    assert notes(whole)[-3:] == [BIO, "[1] See Vega.", "© 2020 Coast Radio"]
    large = LargeDocument(Stretches(data, "utf-8"), encoding="utf-8")
    last = large.stretch(large.stretches.count - 1)
    assert [one.kind for one in last.blocks][-3:] == [Kind.NOTE] * 3
    assert whole.paragraph_count == 500
    assert [one.partition(" — ")[0] for one in behind(whole)] == ["About the author", "Notes", "Copyright"]


def test_notes_that_begin_in_an_earlier_stretch_are_left_in_the_article() -> None:
    count = 2 * STRETCH // 40
    listed = "\n\n".join(f"[{number}] Vega, The Sea, volume {number}, 1990." for number in range(1, count))
    document = read_through(f"{PROSE}\n\nReferences\n\n{listed}\n".encode(), "utf-8")
    assert notes(document) == []


PIECES = st.lists(
    st.sampled_from(
        (
            *("Notes", "[1] Vega.", "[2] Ruiz.", "References", "Vega, 1990.", BIO, DISCLAIMER, "© 2020"),
            *(*ARTICLE, "Summary: short.", "# A heading", "---", "- item", "> quoted", "By Ana Ruiz", "###"),
        )
    ),
    max_size=12,
)


@given(PIECES)
def test_what_is_marked_stays_what_it_is_and_the_article_is_kept(pieces: list[str]) -> None:
    document = read(*pieces, name="article.md")
    again = with_back_matter(document)
    assert again.blocks.columns() == document.blocks.columns()
    kinds = [one.kind for one in document.blocks]
    assert kinds[: len(ARTICLE)] == [Kind.PARAGRAPH] * len(ARTICLE)
    # Every note behind the article stands in a part that is named.
    outline = outline_of(document)
    last = max(at for at, kind in enumerate(kinds) if kind not in (Kind.NOTE, Kind.HEADING, Kind.RULE))
    for one in document.blocks[last + 1 :]:
        if one.kind is Kind.NOTE:
            index = outline.at(one.start)
            assert index is not None
            assert outline.sections[index].matter == "back"
            assert document.paragraph_at(one.start) is None


@given(st.text(max_size=200), st.text("[1]¹ Notes:©.AnaRuiz is professor—\n", max_size=120))
def test_no_text_makes_it_raise(some: str, other: str) -> None:
    draft = Draft()
    for block in (*ARTICLE, other or "x", some or "x"):
        draft.add(block)
    document = draft.document()
    assert len(with_back_matter(document).blocks) == len(document.blocks)
    outline_of(with_kinds(document, {len(document.blocks) - 1: Kind.NOTE}))
