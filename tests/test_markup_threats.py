"""What must hold for every format that is markup or mail, whatever the file says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.errors import CannotOpen
from tests.block_reading import opened
from tests.test_asciidoc import ARTICLE as ASCIIDOC
from tests.test_mail import HEAD, PARTS, PLAIN
from tests.test_man import MAN, MDOC
from tests.test_org import ARTICLE as ORG
from tests.test_rst import ARTICLE as RST

SAMPLES = {
    "a.rst": RST,
    "a.org": ORG,
    "a.adoc": ASCIIDOC,
    "man.1": MAN,
    "mdoc.1": MDOC,
    "a.eml": HEAD + PLAIN,
    "parts.eml": PARTS,
}
HARMFUL = "\x1b]52;c;AAAA\x07\x9b31m\u202e\x7f"
SCRIPT = "<script>x</script><b onclick=x>"


def read_or_refused(text: str, name: str) -> Document:
    """The document, or one that has the sentence of the refusal as its text."""
    try:
        return opened(text, name)
    except CannotOpen as refused:
        sentence = str(refused)
    assert sentence.endswith(".")
    return opened(sentence, "a.txt")._replace(text=sentence)


def all_words(document: Document) -> list[str]:
    """Everything of a document that may reach a screen."""
    metadata = document.metadata
    said = [str(value) for value in metadata.plain().values()]
    return [
        document.text,
        document.fault,
        document.encoding,
        *said,
        *(block.marker for block in document.blocks),
        *(span.target for span in document.spans),
        *document.anchors,
        *(entry.title for entry in document.contents),
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_field_lets_an_escape_sequence_through(name: str) -> None:
    lines = SAMPLES[name].split("\n")
    # In turn in every seventh line, behind each of its words, so that every field has it once.
    for turn in range(7):
        text = "\n".join(
            line.replace(" ", f" {HARMFUL}") + HARMFUL if at % 7 == turn else line
            for at, line in enumerate(lines)
        )
        for words in all_words(read_or_refused(text, name)):
            assert not set(HARMFUL) & set(words) - set("]52;cA31m")


@pytest.mark.parametrize("name", SAMPLES)
def test_tags_in_the_words_are_words(name: str) -> None:
    if name == "parts.eml":
        return  # a part of it is HTML
    sample = SAMPLES[name].replace("on", f"on{SCRIPT}").replace("bytes", SCRIPT)
    document = opened(sample, name)
    assert "<script>" in document.text
    assert "x</script>" in document.text


@pytest.mark.parametrize("name", SAMPLES)
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_what_is_cut_doubled_or_mixed_up_is_read_or_refused_in_a_sentence(
    name: str, data: st.DataObject
) -> None:
    lines = SAMPLES[name].split("\n")
    first = data.draw(st.integers(0, len(lines)))
    again = data.draw(st.lists(st.sampled_from(lines), max_size=12))
    junk = data.draw(st.text("\\*[]{}().'\"`_|:=-+<>#@^~ \n\tab1é", max_size=40))
    text = "\n".join([*lines[:first], *again, junk, *lines[first + data.draw(st.integers(0, 3)) :]])
    document = read_or_refused(text, name)
    starts = [block.start for block in document.blocks]
    assert starts == sorted(starts)
    assert all(0 <= span.start < span.end <= len(document.text) for span in document.spans)
