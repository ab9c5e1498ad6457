from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from corpus.document import Document, Kind
from corpus.formats.html import around as html_around
from corpus.formats.html import parse
from corpus.opening import open_bytes
from corpus.packed.document import pack
from corpus.reading import documents_of
from corpus.source import Source

PROSE = (
    "<p>The river had risen in the night, and the keeper of the lock wrote the new level into his book.</p>"
    "<p>He went to wake the others, as he had always done when the water came up to the oldest mark.</p>"
)
LINKS = "<ul>" + "".join(f"<li><a href='/{n}'>Another page {n}</a>" for n in range(5)) + "</ul>"


def texts(html: str) -> list[str]:
    document = parse(html)
    return [document.text[block.start : block.end] for block in document.blocks]


def read(html: str, *, whole: bool = False) -> Document:
    return list(documents_of(Source(html.encode(), "a.html", whole=whole)))[-1]


AROUND = [
    "<div class='video-playlist__items'><div>Now playing</div><span>00:57</span><div>Lock opens</div></div>",
    "<div id='gallerySlide'><div>The lock</div><div>2</div></div>",
    f"<div class='box relacionado'><h3>Relacionado</h3>{LINKS}</div>",
    "<div class='compartir'><span>Compartir</span><span>Valorar:</span></div>",
    f"<nav>{LINKS}</nav>",
    f"<div role='navigation'>{LINKS}</div>",
    "<form role='search'><label>Search</label><input></form>",
    f"<div class='sidebar'><h3>Most read</h3>{LINKS}</div>",
    f"<aside><h3>Related</h3>{LINKS}</aside>",
    f"<div class='related-posts'>{LINKS}</div>",
    "<div class='share-buttons'><a href='f'>Share</a> <a href='t'>Tweet</a></div>",
    "<div id='cookie-consent'><p>We use cookies to improve what you see here. Choose what you allow us to"
    " keep on your device, now and later, as long as you like.</p></div>",
    "<footer><p>© 2021 River News. All rights reserved.</p></footer>",
    "<div class='newsletter-signup'><h3>Our newsletter</h3><p>Every morning in your mailbox.</p></div>",
    "<div class='navheader'><table><tr><td><a href='a'>Prev</a><td><a href='b'>Next</a></table></div>",
    "<div class='toplang'><p><span>Available Languages: </span><a href='d'>de</a> | <a href='f'>fr</a></div>",
    f"<div id='primaryNav'>{LINKS}</div>",
    "<p class='kicker'>The North</p>",
    "<div class='main-menu'><a href='/'>Lock</a><button>Subscribe</button><button>Sign in</button></div>",
    "<div id='siteSub' class='noprint'>From the free encyclopedia</div>",
    "<table class='plainlinks ambox'><tr><td>This article needs more citations.</td></tr></table>",
    "<div id='p-lang' class='mw-portlet mw-portlet-lang'><label>36 languages</label></div>",
    "<p class='breadcrumbs'><a href='/'>Home</a> » <a href='/w'>World</a></p>",
]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("before", [True, False])
def test_what_stands_around_an_article_is_left_out(around: str, before: bool) -> None:
    body = around + f"<div>{PROSE}</div>" if before else f"<div>{PROSE}</div>" + around
    document = parse(body)
    assert document.text == parse(PROSE).text
    assert document.left_out


INSIDE = [
    "<header><h1>The flood</h1><p>What the keeper knew.</p></header>",
    "<div class='header'><h2>The flood</h2></div>",
    "<article><footer><p>Ana Ruiz wrote a book on the flood of 1953.</p></footer></article>",
    "<article><aside><p>The lock was built in 1870, and has been rebuilt twice.</p></aside></article>",
    "<section id='comments'><h2>Comments</h2><p>A chapter on what is said in the margin.</p></section>",
    "<div class='section' id='disable-cookies'><h2>Disable cookies</h2><p>Cookies are not needed.</p></div>",
    "<div id='cookies-in-the-flood'><h2>Cookies in the flood</h2><p>They were wet.</p></div>",
    "<div class='post tag-cookies category-social'><p>A short word on the lock.</p></div>",
    "<form id='aspnetForm'><h2>All of it</h2><p>Some pages stand in a form as a whole.</p></form>",
    "<aside class='note'><p>Mind the gate: it closes by itself.</p></aside>",
    "<div class='gallery-slide'><div>In the last picture of the row is seen how high"
    " the water stood, and who has come to look.</div></div>",
    "<div class='sidebar'><p>In this box is told what the keeper of the lock had seen in the years before,"
    " and why nobody had wanted to hear it from him then.</p></div>",
    "<div class='functionHeader'><a href='s'>calls: the list of them</a></div>",
    "<footer><section class='footnotes'><ol><li>Book of the lock, p. 12.</ol></section></footer>",
]


@pytest.mark.parametrize("inside", INSIDE)
def test_what_may_be_the_article_is_never_left_out(inside: str) -> None:
    whole = texts(f"<div>{PROSE}{inside}{PROSE}</div>")
    assert [text for text in texts(inside) if text not in whole] == []
    assert len(texts(inside)) > 0
    assert not parse(f"<div>{PROSE}{inside}{PROSE}</div>").left_out


def test_what_others_wrote_is_left_out_below_an_article_and_not_where_it_is_all_there_is() -> None:
    comments = f"<div class='comments-area'>{PROSE}</div>"
    assert parse(f"<div>{PROSE * 6}</div>{comments}").text == parse(PROSE * 6).text
    assert parse(comments).paragraph_count == 2


def test_a_page_that_is_all_links_is_read() -> None:
    assert len(texts(f"<div class='menu'>{LINKS}</div>")) == 5
    assert len(texts(f"<h1>Contents</h1><div class='toc'>{LINKS}</div>")) == 6


def test_an_article_that_has_all_prose_is_alone_and_one_that_has_not_is_not() -> None:
    assert texts(f"<div>Stray words</div><article><h1>A</h1>{PROSE}</article>")[0] == "A"
    assert texts(f"<h1>A</h1><article>{PROSE}</article>")[0] == "A"
    long = PROSE.replace("<p>", "<p>Long before the war. ", 1)
    assert texts(f"<div>{long}</div><article>{PROSE}</article>")[0].startswith("Long before")


def test_of_a_main_part_the_article_is_read_alone_where_it_has_all_that_is_prose() -> None:
    aside = "<h1>acme/river</h1><div><h2>About</h2><p>A small river</p></div>"
    alone = f"<article><h1>River</h1>{PROSE}</article>"
    assert parse(f"<main>{aside}{alone}</main>").text == parse(alone).text
    for outside in (PROSE, "<div>" + PROSE.replace("<p>", "").replace("</p>", " ") + "</div>"):
        assert (
            "He went to wake" in parse(f"<main>{outside}<article><h1>R</h1><p>Wet.</p></article></main>").text
        )


def test_a_main_part_without_the_words_is_not_believed() -> None:
    assert parse(f"<main><p>Loading</p></main><div>{PROSE * 3}</div>").paragraph_count == 7


def test_the_whole_page_has_what_was_left_out_as_notes_and_numbers_the_same_paragraphs() -> None:
    html = f"<nav>{LINKS}</nav><h1>Title</h1>{PROSE}<div class='related'>{LINKS}</div><p>And on.</p>"
    article, page = read(html), read(html, whole=True)
    assert article.left_out
    numbered = [
        [(block.number, document.text[block.start : block.end]) for block in document.blocks if block.number]
        for document in (article, page)
    ]
    assert numbered[0] == numbered[1] != []
    around = [block for block in page.blocks if "Another" in page.text[block.start : block.end]]
    assert len(around) == 10
    assert {block.kind for block in around} == {Kind.NOTE}


def test_the_whole_of_a_page_that_is_all_article_is_that() -> None:
    assert pack(read(PROSE, whole=True)) == pack(read(PROSE))


def test_what_hides_is_not_read_and_what_is_shown_is() -> None:
    hidden = (
        "<p hidden>a</p><p style='display: none'>b</p><template><p>c</p></template><noscript>d</noscript>"
        "<span aria-hidden=true>e</span><span class=sr-only>f</span><dialog>g</dialog>"
        "<span class='mw-cite-backlink'><a href='#r'>^</a></span>"
        "<iframe srcdoc='<p>h</p>'></iframe><script>i</script><select><option>j</select>"
    )
    assert texts(hidden + PROSE) == texts(PROSE)
    shown = "<details><summary>More</summary><p>Folded.</p></details><p hidden=until-found>Found.</p>"
    assert texts(shown + "<div aria-hidden=true><p>Behind.</p></div>") == [
        "More",
        "Folded.",
        "Found.",
        "Behind.",
    ]


def test_the_numbers_beside_lines_of_code_are_left_out() -> None:
    table = "<table><tr><td class=linenos><pre>1\n2</pre><td class=code><pre>a\nb</pre></table>"
    assert texts(table) == ["a\nb"]


def test_a_long_page_begins_as_it_goes_on() -> None:
    html = f"<nav>{LINKS}</nav>" + "".join(
        f"<p id=p{n}>{n}. The river runs on. " + "Word " * 60 for n in range(1200)
    )
    source = Source(html.encode(), "a.html", at_once=False)
    beginning, whole = documents_of(source)
    assert 0 < len(beginning.text) < len(whole.text)
    assert whole.text.startswith(beginning.text)
    count = len(beginning.blocks)
    assert list(beginning.blocks) == list(whole.blocks)[:count]
    assert beginning.anchors.items() <= whole.anchors.items()
    assert pack(whole) == pack(open_bytes(html.encode(), "a.html"))


def test_lists_of_contents_that_a_page_is_there_for_are_all_read() -> None:
    parts = "".join(
        f"<section><h2>Part {n}</h2><div class='toctree-wrapper'>{LINKS}</div></section>" for n in "12"
    )
    page = f"<div class='nav'><div role='main'><h1>A manual</h1><p>It has parts.</p>{parts}</div></div>"
    around = f"<nav><div class='toc'>{LINKS * 2}</div></nav>"
    assert texts(around + page).count("Another page 4") == 2
    assert "Another page 4" not in texts(f"{around}<h1>A manual</h1>{PROSE * 4}{parts}")


def test_a_page_is_not_read_through_before_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    page = LexborHTMLParser(f'<h1>On rivers</h1><p>{"It rose. " * 30}</p><div class="toc">Rivers</div>')
    read: list[str] = []

    def clean(text: str) -> str:
        read.append(text)
        return text

    monkeypatch.setattr(html_around, "clean_line", clean)
    around = html_around.Around(page, page.body, 1_000)
    assert read == []
    contents = page.css_first(".toc")
    assert contents is not None
    assert not around.holds(contents, contents.attributes, 0, 0)
    assert any("It rose." in text for text in read)


def test_contents_in_several_lists_are_what_a_page_is_for() -> None:
    long, short = (
        "<div class='toctree-wrapper'>"
        + "".join(f"<p><a href=x>{at}. Of rivers</a></p>" for at in range(of))
        + "</div>"
        for of in (20, 4)
    )
    for lists in (long + short, short + long):
        read = " ".join(texts(f"<h1>On rivers</h1><p>All of them.</p>{lists}"))
        assert read.count("Of rivers") == 24
    assert not any("Of rivers" in text for text in texts(f"<h1>On rivers</h1>{PROSE * 4}{short}"))


# Beside the prose ---------------------------------------------------------------------------------

STORY = f"<div class='x1y'><h1>The lock</h1><div>{PROSE * 4}</div></div>"
BESIDE = [
    f"<div class='b7'><h3>Latest</h3>{LINKS}</div>",
    "<div><a href='/'>Home</a> | <a href='/w'>World</a></div>",
    "<table><tr><td><a href='1'>Prev</a></td><td><a href='2'>Next</a></td></tr></table>",
    "<div class='z'><span>Your edition</span><select><option>Here</select><button>Go</button></div>",
]
KEPT = [
    "<div><p>Read before the court on the third of May by the keeper himself, who signed it with his own"
    f" name.</p>{LINKS}</div>",
    f"<div><li id='n1'>Ibid., p. 3. <a href='/a'>Where the book is kept by the keeper</a>{LINKS}</div>",
    "<div>The keeper, in his own hand</div>",
    f"<div class='list-of-tables'><p>List of tables</p>{LINKS}</div>",
    "<p>© 2021 the keeper</p>",
]


@pytest.mark.parametrize(
    "part", [*BESIDE, "<div><p>Copyright 2021 River News. All rights reserved.</p></div>"]
)
def test_lists_of_links_beside_the_prose_are_left_out_whatever_they_are_called(part: str) -> None:
    document = parse(f"<div><section>{STORY}</section>{part}</div>")
    assert document.text == parse(STORY).text
    assert document.left_out


@pytest.mark.parametrize("part", BESIDE)
def test_they_are_left_out_before_it_too(part: str) -> None:
    assert parse(f"<div>{part}<section>{STORY}</section></div>").text == parse(STORY).text


@pytest.mark.parametrize("part", KEPT)
def test_what_says_something_beside_the_prose_stays(part: str) -> None:
    story = STORY.replace("lock wrote", "lock<a href='#n1'>1</a> wrote")
    document = parse(f"<div><section>{story}</section>{part}</div>")
    words = LexborHTMLParser(part).css_first("p, li, div")
    assert words is not None
    assert words.text()[:12].strip() in document.text


def test_without_one_title_nothing_is_told_by_its_place() -> None:
    assert "Another page 3" in parse(f"<div>{STORY}{STORY}<div>{LINKS}</div></div>").text


def test_a_script_without_spaces_says_a_sentence_in_fewer_characters() -> None:
    said = "河水在夜里上涨了，看守水闸的人把新的水位写进了他的书里，然后叫醒了其他人。"
    part = f"<div>{said}<a href='/'>{said}</a></div>"
    assert said in parse(f"<div>{STORY}{part}</div>").text


def test_a_paragraph_behind_a_paywall_is_one() -> None:
    assert parse(PROSE.replace("<p>", "<p class='paywall'>")).text == parse(PROSE).text
