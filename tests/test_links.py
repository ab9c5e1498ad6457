"""Links to a passage: written, read, and followed to the words."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clip import clip_of
from corpus.document import Document, Kind, Readable
from corpus.draft import Draft
from corpus.formats.html import parse
from corpus.labels import Printed
from corpus.large.document import LargeDocument
from corpus.large.stretches import Stretches
from corpus.links import Link, TextDirective, link_of, link_to, links_in, read_link, resolve
from corpus.links.surface import folded_term, surface_of
from corpus.links.word_bounds import is_bounded
from corpus.metadata import Metadata
from corpus.outline import outline_of
from corpus.passages.passage import Passage

PAGE = "https://example.org/flood"
RIVER = (
    "The river rose in the night. Nobody had seen it rise like that before.",
    "The keeper wrote the level down. Nobody had seen it rise like that before, he said.",
    "In the morning the water fell again, and the keeper’s book was dry.",
)


def article(*paragraphs: str, url: str = "", title: str = "The flood") -> Document:
    draft = Draft()
    for words in paragraphs or RIVER:
        draft.add(words)
    return draft.document(Metadata(title=title, url=url))._replace(digest="0123456789abcdef" * 4)


def place(document: Document, words: str, nth: int = 1) -> tuple[int, int]:
    at = -1
    for _ in range(nth):
        at = document.text.index(words, at + 1)
    return at, at + len(words)


def followed(document: Readable, link: str) -> tuple[tuple[int, int], ...]:
    read = read_link(link)
    assert read is not None
    return resolve(document, read)


# Writing -----------------------------------------------------------------------------------------


def test_a_link_of_the_web_names_the_words() -> None:
    document = article(url=PAGE)
    link = link_to(document, [place(document, "the water fell again")])
    assert link == f"{PAGE}#:~:text=the%20water%20fell%20again"


def test_an_article_without_an_address_has_a_link_of_our_own() -> None:
    document = article(title="The flood, & after")
    link = link_to(document, [place(document, "the water fell again")])
    assert link == (
        "pincite:The%20flood%2C%20%26%20after?sha256=0123456789abcdef#:~:text=the%20water%20fell%20again"
    )


def test_an_address_that_is_given_goes_before_that_of_the_article() -> None:
    document = article(url=PAGE)
    span = place(document, "the water fell again")
    assert link_to(document, [span], url="https://mirror.example/x").startswith(
        "https://mirror.example/x#:~:"
    )
    assert link_to(document, [span], url="").startswith("pincite:")


def test_the_name_of_an_element_stays_before_the_directive() -> None:
    document = article(url=f"{PAGE}#morning")
    link = link_to(document, [place(document, "the water fell again")])
    assert link == f"{PAGE}#morning:~:text=the%20water%20fell%20again"


def test_what_an_address_already_has_of_directives_is_replaced() -> None:
    document = article(url=f"{PAGE}#:~:text=old")
    link = link_to(document, [place(document, "the water fell again")])
    assert link == f"{PAGE}#:~:text=the%20water%20fell%20again"


def test_words_that_stand_twice_are_told_apart_by_those_around_them() -> None:
    document = article()
    words = "Nobody had seen it rise like that before"
    first, second = (
        link_to(document, [place(document, words, nth)], url=PAGE).partition("text=")[2] for nth in (1, 2)
    )
    assert unquote(first) == words
    assert unquote(second).endswith(f"-,{words}")


def test_a_long_passage_is_named_by_its_beginning_and_its_end() -> None:
    document = article(url=PAGE)
    link = link_to(document, [(0, len(document.text))])
    assert link == f"{PAGE}#:~:text=The%20river%20rose%20in,keeper%E2%80%99s%20book%20was%20dry."


def test_signs_of_the_grammar_are_encoded_in_words() -> None:
    document = article("He said well-known, dry & cold, things of it.", url=PAGE)
    link = link_to(document, [place(document, "well-known, dry & cold, things")])
    assert link == f"{PAGE}#:~:text=well%2Dknown%2C%20dry%20%26%20cold%2C%20things"


def test_one_or_two_words_are_sent_with_some_around_them() -> None:
    document = article(url=PAGE)
    link = link_to(document, [place(document, "water")])
    assert link == f"{PAGE}#:~:text=the%20morning%20the-,water"


def test_several_parts_are_several_directives() -> None:
    document = article(url=PAGE)
    spans = [place(document, "The river rose in the night."), place(document, "the water fell again")]
    link = link_to(document, spans)
    assert link.count("text=") == 2
    assert followed(document, link) == tuple(spans)


@pytest.mark.parametrize("span", [(0, 0), (28, 29)])
def test_without_words_the_link_leads_to_the_article(span: tuple[int, int]) -> None:
    assert link_to(article(url=PAGE), [span]) == PAGE


def test_a_term_does_not_reach_over_a_line_of_code_nor_a_cell() -> None:
    draft = Draft()
    draft.add("first line of code\n    second line of it", Kind.CODE)
    draft.add("name of it\tvalue of it\nother name here\tother value here", Kind.TABLE)
    document = draft.document(Metadata(url=PAGE))
    for span in (place(document, "line of code\n    second line"), place(document, "of it\nother name")):
        link = link_to(document, [span])
        assert "%0A" not in link
        assert "%09" not in link
        assert followed(document, link) == (span,)


def test_a_passage_that_ends_like_one_of_its_lines_is_named_by_its_parts() -> None:
    document = article("The night", "More of it", "The morning", "More of it", "The noon", url=PAGE)
    span = place(document, "The night")[0], place(document, "More", 2)[1]
    link = link_to(document, [span])
    assert unquote(link).endswith("#:~:text=The night,The morning&text=The morning-,More")
    assert followed(document, link) == (
        (span[0], place(document, "The morning")[1]),
        place(document, "More", 2),
    )


def test_a_passage_that_begins_like_an_earlier_one_is_named_by_its_parts_too() -> None:
    draft = Draft()
    for words in ("Night\twater", "Night\tdry", "Noon\tdry"):
        draft.add(words, Kind.TABLE)
    document = draft.document(Metadata(url=PAGE))
    span = place(document, "Night\tdry\n\nNoon")
    places = followed(document, link_to(document, [span]))
    assert (places[0][0], places[-1][1]) == span


def test_code_that_repeats_is_named_by_lines_with_their_breaks() -> None:
    draft = Draft()
    draft.add("{\n  open\n  ---\n}\n{\n  open\n  ---\n  shut\n}", Kind.CODE)
    document = draft.document(Metadata(url=PAGE))
    span = place(document, "open", 2)
    link = link_to(document, [span])
    assert link.endswith("#:~:text=open,%2D%2D%2D%0A%20%20shut") or "%0A" in link
    assert followed(document, link) == (span,)


def signed() -> Document:
    tables = (
        f"<table><caption>{name}s<a class=headerlink>¶</a></caption>"
        f"<tr><td>Day<td>{name}<tr><td>One<td>Two</table>"
        for name in ("Level", "Depth")
    )
    title = "<nav>The flood</nav><main><h1>The flood<a class=headerlink>¶</a></h1>"
    return parse(f"{title}<p>It rose.</p>{''.join(tables)}")


def test_where_a_page_may_show_a_sign_behind_a_heading_the_link_leads_there_with_it_and_without() -> None:
    document = signed()
    link = link_to(document, [place(document, "The flood")], url=PAGE)
    assert unquote(link).endswith("#:~:text=The flood,-¶&text=The flood,-It rose.")
    assert followed(document, link) == (place(document, "The flood"),) * 2


def test_a_sign_alone_tells_apart_where_nothing_before_it_is_alike() -> None:
    document = signed()
    tables = [place(document, words) for words in ("Day\tLevel\nOne\tTwo", "Day\tDepth\nOne\tTwo")]
    first, second = (link_to(document, [table], url=PAGE) for table in tables)
    assert unquote(first).endswith("#:~:text=¶-,Day,Two&text=Levels-,Day,Two")
    assert unquote(second).endswith("#:~:text=Depths¶-,Day,Two&text=Depths-,Day,Two")
    assert followed(document, first) == (tables[0],) * 2
    assert followed(document, second) == (tables[1],) * 2


def test_behind_a_title_words_that_are_a_link_are_none_that_a_menu_has_not() -> None:
    document = parse(
        "<h1>The flood<a class=headerlink>¶</a></h1><ul><li><a href=one>The night</a></ul><p>It rose."
    )
    link = link_to(document, [place(document, "The flood")], url=PAGE)
    assert unquote(link).endswith("#:~:text=The flood,-¶")
    assert followed(document, link) == (place(document, "The flood"),)


def test_between_characters_without_spaces_words_begin_where_a_sign_stands() -> None:
    document = article("河水夜里上涨，看守人记下水位。早晨水又退了，书是干的。", url=PAGE)
    span = place(document, "人记下水")
    link = link_to(document, [span])
    assert unquote(link).endswith("#:~:text=河水夜里上涨，看守-,人记下水,-位。早晨水又退了")
    assert followed(document, link) == (span,)


def test_a_heading_has_words_around_it_for_a_menu_has_it_too() -> None:
    draft = Draft()
    draft.add("How the river rose that night", Kind.HEADING, level=1)
    draft.add("It rose all night long, and more.")
    draft.add("How the river fell again later", Kind.HEADING, level=2)
    draft.add("It fell.")
    document = draft.document(Metadata(url=PAGE))
    title, section = (
        link_to(document, [place(document, words)])
        for words in ("How the river rose that night", "How the river fell again later")
    )
    assert title.endswith("How%20the%20river%20rose%20that%20night,-It%20rose%20all")
    # A page may have a sign behind a heading, so that what follows it does not stand right behind.
    assert section.endswith("and%20more.-,How%20the%20river%20fell%20again%20later")


def test_where_the_page_prints_a_number_that_the_text_has_not_no_words_are_next_to_each_other() -> None:
    draft = Draft()
    draft.add("It rose. It rose. It fell there.", pages=[(9, "12")])
    draft.add("It rose.")
    document = draft.document(Metadata(url=PAGE))
    document = document._replace(
        labels=document.labels._replace(numbers=Printed.of([(document.blocks.starts[1], "[2]")]))
    )
    for nth, context in ((2, "It%20rose.,-It%20fell%20there"), (3, "It%20rose.")):
        link = link_to(document, [place(document, "It rose.", nth)])
        assert link == f"{PAGE}#:~:text={context}"


def test_a_sign_at_the_edge_is_taken_in_where_it_parts_the_words_from_what_tells_them_apart() -> None:
    draft = Draft()
    draft.add("Of one kind is ‘rose’ here.")
    draft.add("Of the other")
    draft.add("‘rose’")
    document = draft.document(Metadata(url=PAGE))
    start, end = place(document, "rose", 2)
    assert followed(document, link_to(document, [(start, end)])) == ((start - 1, end + 1),)


WORDS = st.sampled_from(
    "the river rose Rose, “well-known” don’t 3.14 1,000 é ß ﬁn 河水 上涨， \u00ad a-b".split(" ")
)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=20).map(" ".join)


@given(st.lists(PARAGRAPH, min_size=1, max_size=5), st.data())
def test_a_link_leads_to_words_like_those_it_was_made_of(paragraphs: list[str], data: st.DataObject) -> None:
    document = article(*paragraphs)
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    found = followed(document, link_to(document, [(start, end)]))
    words = "".join(filter(str.isalnum, document.text[start:end]))
    if not words:
        assert found == ()
        return
    # A passage may be named by its parts, in their order.
    assert found == tuple(sorted(found))
    first, last = found[0][0], found[-1][1]
    assert 0 <= first < last <= len(document.text)
    found_words = "".join(filter(str.isalnum, document.text[first:last])).casefold()
    assert found_words[:1] == words[:1].casefold()[:1]
    assert found_words.endswith(words[-1].casefold())


# Reading -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (f"{PAGE}#:~:text=a%20b", Link(PAGE, (TextDirective("a b"),))),
        (f" <{PAGE}#:~:text=a>\n", Link(PAGE, (TextDirective("a"),))),
        (f"{PAGE}#top:~:text=a,b", Link(PAGE, (TextDirective("a", "b"),))),
        (f"{PAGE}#:~:text=p-,a,b,-s", Link(PAGE, (TextDirective("a", "b", "p", "s"),))),
        (
            f"{PAGE}#:~:text=p-,a&text=b,-s",
            Link(PAGE, (TextDirective("a", "", "p"), TextDirective("b", "", "", "s"))),
        ),
        (f"{PAGE}#:~:text=two words", Link(PAGE, (TextDirective("two words"),))),
        (f"{PAGE}#:~:unknown&text=a", Link(PAGE, (TextDirective("a"),))),
        (f"{PAGE}#:~:text=a,b,c,d,e", Link(PAGE)),
        (f"{PAGE}#:~:text=a,b,c", Link(PAGE)),
        (f"{PAGE}#:~:text=p-,", Link(PAGE)),
        (f"{PAGE}#:~:text=", Link(PAGE)),
        (f"{PAGE}#:~:text=%1b%5B31mred", Link(PAGE, (TextDirective("␛[31mred"),))),
        (f"{PAGE}?q=1#part", Link(f"{PAGE}?q=1")),
        (
            "pincite:The%20flood?sha256=0123456789ABCDEF#:~:text=a",
            Link("", (TextDirective("a"),), "0123456789abcdef", "The flood"),
        ),
        ("pincite:The%20flood", Link("", (), "", "The flood")),
        ("pincite:?sha256=0123456789abcdef", Link("", (), "0123456789abcdef")),
        ("pincite:", None),
        ("see https://example.org", None),
        ("https://example.org and more", None),
        ("", None),
        ("42", None),
        ("https://example.org/" + "a" * 30_000, None),
    ],
    ids=range(22),
)
def test_a_link_is_read(text: str, link: Link | None) -> None:
    assert read_link(text) == link


def test_links_among_words_are_found() -> None:
    text = f"“It rose” (Ruiz, 2020; {PAGE}#:~:text=it%20rose). Also pincite:The%20flood, and no xhttps://a.b."
    found = [(text[start:end], link.title or link.url) for start, end, link in links_in(text)]
    assert found == [(f"{PAGE}#:~:text=it%20rose", PAGE), ("pincite:The%20flood", "The flood")]


def test_what_is_too_long_to_be_a_link_is_none_in_no_time() -> None:
    brackets = "https://a.b/" + "(" * 100_000 + ")" * 100_000
    assert list(links_in(brackets * 5)) == []
    assert read_link("https://a.b" + " " * 100_000 + "more") is None
    assert read_link("(" * 5_000 + "https://a.b" + ")" * 5_000) is None


def test_brackets_of_an_address_are_of_it() -> None:
    ((start, end, link),) = links_in("(see https://example.org/River_(Ebro))")
    assert link.url == "https://example.org/River_(Ebro)"
    assert (start, end) == (5, 37)


# Of clips, and of large texts ---------------------------------------------------------------------


def test_a_clip_has_a_link_though_its_article_is_gone() -> None:
    document = article(url=PAGE)
    outline = outline_of(document)
    span = place(document, "Nobody had seen it rise like that before", 2)
    clip = clip_of([Passage(document, outline, *span)])
    assert followed(document, link_of(clip)) == (span,)
    assert link_of(clip).startswith(f"{PAGE}#:~:text=")
    unaddressed = clip._replace(metadata=clip.metadata._replace(url="", title=""), title="As it was called")
    assert link_of(unaddressed).startswith("pincite:As%20it%20was%20called?sha256=0123456789abcdef#:~:text=")


def test_the_link_of_a_clip_knows_of_the_signs_of_its_page() -> None:
    document = signed()
    start, end = place(document, "The flood\n\nIt rose.")
    outline = outline_of(document)
    clip = clip_of([Passage(document, outline, start, start + len("The flood"))])
    assert clip.extract.permalink == "¶"
    both = clip_of([Passage(document, outline, start, end)])
    assert unquote(link_of(both)).endswith("#:~:text=The flood,It rose.")


def test_a_place_in_a_large_text_is_found_by_the_words_around_it() -> None:
    lines = [f"The keeper wrote the level {number} into book {number % 7}.\n\n" for number in range(9_000)]
    data = "".join(lines).encode()
    stretches = Stretches(data, "utf-8")
    document = LargeDocument(stretches, encoding="utf-8")
    text = document.text
    start = text[:].index("wrote the level 8123 into")
    span = start, start + len("wrote the level 8123")
    link = link_to(document, [span])
    assert followed(document, link) == (span,)
    read = read_link(link)
    assert read is not None
    assert read.directives[0].prefix
    assert read.directives[0].suffix


# Following ---------------------------------------------------------------------------------------


@given(PARAGRAPH)
def test_what_is_found_leads_back_to_the_characters_it_was_folded_from(text: str) -> None:
    surface = surface_of(text)
    for number, character in enumerate(surface.folded):
        if character != " ":
            start, end = surface.span(number, number + 1)
            assert character in folded_term(text[start:end])


@pytest.mark.parametrize(
    ("text", "offset", "bounded"),
    [
        ("two words", 3, True),
        ("two words", 4, True),
        ("two words", 1, False),
        ("don’t", 3, False),
        ("don’t", 4, False),
        ("‘don’t’", 6, True),
        ("3.14", 2, False),
        ("1,000", 1, False),
        ("see 3.", 5, True),
        ("snake_case", 5, False),
        ("well-known", 4, True),
        ("河水", 1, False),
        ("河水，早晨", 2, True),
        ("e\u0301a", 1, False),
    ],
)
def test_words_begin_and_end_where_browsers_think_so(text: str, offset: int, bounded: bool) -> None:
    assert is_bounded(text, offset, unspaced=False) is bounded


@pytest.mark.parametrize(
    ("directive", "words", "nth"),
    [
        (TextDirective("NOBODY had"), "Nobody had", 1),
        (TextDirective("nobody had", "", "down."), "Nobody had", 2),
        (TextDirective("that before", "", "", ", he"), "that before", 2),
        (TextDirective("the keeper's book"), "the keeper’s book", 1),
        (TextDirective("the  keeper"), "The keeper", 1),
        (TextDirective("he said", "the  morning"), "he said.\n\nIn the morning", 1),
        (TextDirective("it", "", "seen"), "it", 1),
        (TextDirective("rise", "", "down. Nobody had seen it"), "rise", 2),
        (TextDirective("kéeper"), "keeper", 1),
    ],
)
def test_the_first_place_is_found_where_all_terms_stand(
    directive: TextDirective, words: str, nth: int
) -> None:
    document = article()
    assert resolve(document, Link(PAGE, (directive,))) == (place(document, words, nth),)


@pytest.mark.parametrize(
    "directive",
    [
        TextDirective("eeper"),
        TextDirective("ros"),
        TextDirective("before. The keeper"),
        TextDirective("Nobody had", "", "night. Nobody"),
        TextDirective("the river", "no such end"),
        TextDirective("he", "", "a"),
        TextDirective("\u00ad"),
        TextDirective("a" * 10_000),
    ],
    ids=range(8),
)
def test_what_does_not_stand_there_is_not_found(directive: TextDirective) -> None:
    assert resolve(article(), Link(PAGE, (directive,))) == ()


def test_what_is_gone_does_not_hide_what_is_there() -> None:
    document = article()
    link = Link(PAGE, (TextDirective("gone"), TextDirective("the water fell")))
    assert resolve(document, link) == (place(document, "the water fell"),)


@pytest.mark.parametrize(
    "text",
    ["a " * 50_000, "a" * 100_000, "\n" * 100_000 + "a", "“" * 100_000, "a.b" * 30_000],
    ids=["words", "a word", "lines", "marks", "stops"],
)
def test_repetition_without_end_takes_no_time_without_end(text: str) -> None:
    document = article(text)
    spans = [(len(document.text) // 2, len(document.text) // 2 + 40), (0, len(document.text))]
    followed(document, link_to(document, spans))
    read_link(text)
    assert list(links_in(text)) == []
    resolve(
        document, Link("", (TextDirective("a" * 5_000, "b", "a", "c"), TextDirective("a", "", "a a", "b")))
    )


def test_a_long_paragraph_is_gone_through_once_however_many_places_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    surface = surface_of("The moon pulls the sea, and the sea comes. " * 200)
    seen = 0

    def folded(character: str) -> str:
        nonlocal seen
        seen += 1
        return character.lower()

    monkeypatch.setattr("corpus.links.surface._folded", folded)
    for place in range(0, len(surface.folded), 100):
        surface.span(place, place + 1)
    assert 0 < seen <= len(surface.text)
