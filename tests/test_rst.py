from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Inline, Kind
from corpus.errors import CannotOpen
from tests.block_reading import blocks, marked, opened, words

ARTICLE = """
=======
 Title
=======

:Author: Ana Ruiz
:Date: 2021-02-05

Section one
===========

Some *words* and **more** with ``code`` and a `link <https://example.org/a>`_, see [#n]_.
A line that goes on.

1. one
2. two

   - deep

.. note:: Mind this.

::

    code  here

Sub
---

term
    What it is.

.. [#n] The note.

.. image:: cat.png
   :alt: A cat
"""


def test_sections_paragraphs_lists_notes_and_code_are_read() -> None:
    document = opened(ARTICLE, "a.rst")
    assert document.format == "rst"
    assert [(level, text) for kind, level, _, text in blocks(document) if kind is Kind.HEADING] == [
        (1, "Title"),
        (2, "Section one"),
        (3, "Sub"),
    ]
    assert words(document, Kind.PARAGRAPH)[0] == (
        "Some words and more with code and a link, see [1]. A line that goes on."
    )
    assert words(document, Kind.CODE) == ["code  here"]
    assert "[1] The note." in words(document, Kind.NOTE)
    assert ("link", "https://example.org/a") in marked(document, Inline.LINK)
    assert [(level, marker, text) for kind, level, marker, text in blocks(document) if marker] == [
        (1, "1.", "one"),
        (1, "2.", "two"),
        (2, "•", "deep"),
    ]
    assert "[A cat]" in document.text


def test_the_fields_at_its_head_are_metadata_and_not_counted() -> None:
    document = opened(ARTICLE, "a.rst")
    assert [author.family for author in document.metadata.authors] == ["Ruiz"]
    assert document.metadata.date is not None
    assert document.metadata.date.iso() == "2021-02-05"
    assert not any("Ana Ruiz" in text for text in words(document, Kind.PARAGRAPH))


def test_what_sphinx_adds_is_read_as_its_words() -> None:
    document = opened(
        ".. _here:\n\nThe part\n========\n\nSee :ref:`here` and :func:`~os.path.join` of :class:`!Path`.\n\n"
        ".. code-block:: python\n   :linenos:\n\n   x = 1\n\n"
        ".. function:: dump(obj, *, indent=None)\n\n   Write *obj*.\n\n   .. versionadded:: 3.2\n\n"
        ".. toctree::\n\n   other\n\n.. seealso:: Others.\n",
        "a.rst",
    )
    assert words(document, Kind.PARAGRAPH) == ["See The part and join() of Path.", "Others."]
    assert words(document, Kind.CODE) == ["x = 1"]
    assert words(document, Kind.ITEM) == [
        "dump(obj, *, indent=None)",
        "Write obj.",
        "New in version 3.2.",
        "See also",
    ]


def test_no_file_is_taken_in_and_raw_parts_are_dropped(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    document = opened(
        f"Words.\n\n.. include:: {secret}\n\n.. literalinclude:: {secret}\n\n"
        f".. csv-table::\n   :file: {secret}\n\n.. csv-table::\n   :url: file://{secret}\n\n"
        f".. raw:: html\n   :file: {secret}\n\n.. raw:: html\n\n   <script>canary</script>\n\n"
        "A <b>tag</b> & more.\n",
        "a.rst",
    )
    assert "canary" not in document.text
    assert words(document, Kind.PARAGRAPH) == ["Words.", "A <b>tag</b> & more."]
    assert str(tmp_path)[:12] in document.fault  # it is cut where it is long


def test_what_is_wrong_is_read_as_it_stands() -> None:
    document = opened(
        "A name_ of `nothing`_ and |none| :odd:`x`.\n\n.. odd-thing:: a b\n\n   Words.\n", "a.rst"
    )
    assert words(document, Kind.PARAGRAPH)[0].startswith("A name_ of nothing and |none| x")
    assert "Words." in words(document, Kind.ITEM)


def test_roles_that_a_text_defines_are_forgotten_after_it() -> None:
    opened(".. role:: mine(strong)\n.. default-role:: mine\n\n`a`", "a.rst")
    assert marked(opened("`a`", "b.rst"), Inline.STRONG) == []


@pytest.mark.parametrize(
    "text", ["\n".join(" " * depth + "- a\n" for depth in range(0, 400, 2)), "- " * 10_000 + "a"]
)
def test_endless_nesting_ends_in_a_sentence(text: str) -> None:
    with pytest.raises(CannotOpen, match="nested more than 80 deep"):
        opened(text, "a.rst")


def test_nesting_that_people_write_is_read() -> None:
    document = opened("\n".join(" " * depth + "- a\n" for depth in range(0, 40, 2)), "a.rst")
    assert max(block.level for block in document.blocks) == 20


def test_a_manual_is_told_by_its_signs_and_plain_text_is_not_taken_for_one() -> None:
    assert opened("Title\n=====\n\n.. note:: Mind ``this``.\n", "a.txt").format == "rst"
    assert opened("Title\n=====\n\nWords, and ... dots :: here.\n", "a.txt").format == "text"


def test_where_docutils_fails_the_text_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_text: str) -> None:
        raise AttributeError("a fault of docutils")

    monkeypatch.setattr("corpus.formats.rst._tree", fail)
    document = opened("Some words.\n", "a.rst")
    assert document.text == "Some words."
    assert "plain text" in document.fault


def test_a_note_that_two_places_have_the_name_of_leads_nowhere() -> None:
    document = opened("A [#n]_.\n\n.. [#n] One.\n\n.. [#n] Two.\n", "a.rst")
    assert words(document, Kind.NOTE)


@pytest.mark.parametrize(("sign", "times"), [("*a ", 8_000), ("``a ", 8_000), ("|a ", 8_000), ("-", 14_000)])
def test_signs_that_end_nowhere_are_not_looked_for_over_and_over(sign: str, times: int) -> None:
    document = opened(sign * times + " words", "a.rst")
    assert document.fault.endswith("it is shown as plain text.")
    assert document.format == "rst"
    assert document.paragraph_count == 1


def test_many_signs_in_short_paragraphs_are_read_as_such() -> None:
    document = opened("*a* ``b`` words that go on\n\n" * 2_000, "a.rst")
    assert (document.fault, document.paragraph_count) == ("", 2_000)
