"""Pages of the web: kept as they were fetched, shown again, cited with their address and the day."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from corpus.clip import clip_of
from corpus.errors import CannotOpen
from corpus.finding_again.found import State
from corpus.home import Home
from corpus.library import Library
from corpus.library.taking_in import take_in
from corpus.links.fragment import aim_of
from corpus.metadata import Metadata
from corpus.opening import open_path
from corpus.sidecars import Beside, beside
from corpus.web_pages.kept import WebPages
from corpus.web_pages.record import RECORD, record_of
from corpus.web_pages.taking import take_web_page
from tests.calling import Call
from tests.clipping import passage, river
from tests.serving import Reply, Server
from tui import start
from tui.article import OpenArticle
from tui.opening import remember

RIVER = "The river had risen in the night.\n\nThe keeper wrote the level into his book.\n"
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@pytest.fixture
def server() -> Iterator[Server]:
    with Server().running() as server:
        server.replies["/river.txt"] = Reply(200, PLAIN, RIVER.encode())
        yield server


@pytest.fixture
def pages() -> WebPages:
    return WebPages(Home.here().web_pages)


def fetched(pages: WebPages, url: str, cited: Callable[[str], bool] = lambda _: False) -> Path:
    return take_web_page(pages, url, local=True, cited=cited).path


# Keeping ------------------------------------------------------------------------------------------


def test_a_page_is_kept_as_it_was_for_its_reader_alone(server: Server, pages: WebPages) -> None:
    path = fetched(pages, server.url("/river.txt#part"))
    assert path.read_bytes() == RIVER.encode()
    assert pages.path(server.url("/river.txt#other")) == path
    for made in (path, path.with_name(RECORD)):
        assert made.stat().st_mode & 0o777 == 0o600
    assert all(folder.stat().st_mode & 0o777 == 0o700 for folder in (path.parent, path.parent.parent))
    record = record_of(path)
    assert record is not None
    assert (record.address, record.charset) == (server.url("/river.txt"), "utf-8")


def test_an_address_that_leads_to_a_page_is_that_page(server: Server, pages: WebPages) -> None:
    server.replies["/short"] = Reply(302, {"Location": "/river.txt"})
    path = fetched(pages, server.url("/short"))
    assert path == fetched(pages, server.url("/river.txt")) == pages.path(server.url("/short"))
    assert beside(path).fetched.url == server.url("/river.txt")


@pytest.mark.parametrize(
    ("path", "type", "name"),
    [
        ("/a/essay", "text/html", "essay.html"),
        ("/read.md", "text/plain", "read.md"),
        ("/read.md", "text/html", "read.md.html"),
        ("/", "text/html", "page.html"),
        ("/..%2f..%2fetc%2fpasswd", "text/plain", "etc-passwd"),
        ("/Fetched.json", "application/json", "page-Fetched.json"),
        ("/%1b%5D0;x%07%e2%80%ae.html", "text/html", "0-x-.html"),
        ("/" + "long" * 200 + ".pdf", "application/pdf", ("long" * 19) + ".pdf"),
    ],
)
def test_a_pages_file_is_called_after_it(
    server: Server, pages: WebPages, path: str, type: str, name: str
) -> None:
    server.replies[path] = Reply(200, {"Content-Type": type}, b"x")
    kept = fetched(pages, server.url(path))
    assert kept.name == name
    assert kept.parent.parent == Home.here().web_pages


def test_where_it_cannot_be_fetched_it_is_shown_as_it_was_kept(pages: WebPages) -> None:
    with Server().running() as server:
        server.replies["/"] = Reply(200, PLAIN, b"The river.")
        path = fetched(pages, server.url())
    taken = take_web_page(pages, server.url(), local=True)
    assert taken.path == path
    assert "takes no connection" in taken.note
    assert "As it was fetched on 2" in taken.note
    with pytest.raises(CannotOpen):
        take_web_page(pages, server.url("/other"), local=True)


def test_what_has_not_changed_is_kept_with_the_new_day(server: Server, pages: WebPages) -> None:
    def reply(fields: object) -> Reply:
        return Reply(304) if "v1" in str(fields) else Reply(200, {"ETag": '"v1"'}, RIVER.encode())

    server.replies["/"] = reply
    path = fetched(pages, server.url())
    record = path.with_name(RECORD)
    told = json.loads(record.read_text())
    record.write_text(json.dumps(told | {"accessed": "2001-02-03T00:00:00+00:00"}))
    assert fetched(pages, server.url()) == path
    assert path.read_bytes() == RIVER.encode()
    assert json.loads(record.read_text())["accessed"] > "2020"


# What is known of it ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("https://www.example.org/essays/rivers", "https://www.example.org/essays/rivers"),
        ("https://bank.example/", "https://example.org/r?from=mail"),
        ("", "https://example.org/r?from=mail"),
    ],
)
def test_a_page_may_state_its_address_on_its_own_site_alone(stated: str, url: str) -> None:
    said = Metadata(title="On Rivers", url=stated, sources={"title": "OpenGraph", "url": "OpenGraph"})
    page = Metadata(url="https://example.org/r?from=mail", sources={"url": "the address it was fetched from"})
    assert Beside(fetched=page).above(said).url == url


def test_a_record_elsewhere_is_no_record(server: Server, pages: WebPages, tmp_path: Path) -> None:
    path = fetched(pages, server.url("/river.txt"))
    folder = tmp_path / "pages" / path.parent.name
    folder.mkdir(parents=True)
    for name in (path.name, RECORD):
        (folder / name).write_bytes(path.with_name(name).read_bytes())
    assert record_of(path) is not None
    assert record_of(folder / path.name) is None


@pytest.mark.parametrize(
    "record", ["[]", "{", '{"name": 3}', '{"name": "../x"}', '{"else": ""}', '{"accessed": "tomorrow"}']
)
def test_a_damaged_record_is_none(server: Server, pages: WebPages, record: str) -> None:
    path = fetched(pages, server.url("/river.txt"))
    path.with_name(RECORD).write_text(record)
    assert record_of(path) is None
    assert pages.path(server.url("/river.txt")) is None


def test_what_the_server_says_of_the_encoding_is_believed(server: Server, pages: WebPages) -> None:
    type = {"Content-Type": "text/plain; charset=ISO-8859-15"}
    server.replies["/"] = Reply(200, type, "Costs: 100 €\n".encode("iso8859-15"))
    path = fetched(pages, server.url())
    assert open_path(path).text == "Costs: 100 €"
    assert open_path(path, encoding="cp1252").text == "Costs: 100 ¤"


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        ("part%20two", 35),
        ("nothing", None),
        ("", None),
        (":~:text=Nobody%20had", "Nobody"),
        ("part%20two:~:text=He,wake", "He went"),
        ("part%20two:~:text=absent", 35),
    ],
)
def test_a_fragment_leads_to_a_name_or_to_words(fragment: str, place: int | str | None) -> None:
    document = river()._replace(anchors={"part two": 35})
    wanted = document.text.index(place) if isinstance(place, str) else place
    aim = aim_of(document, fragment)
    assert (aim and aim.offset) == wanted


# Reading ------------------------------------------------------------------------------------------


def _begin(begun: list[OpenArticle], _services: object, opened: Callable[[], OpenArticle]) -> int:
    begun.append(opened())
    return 0


def test_a_page_that_was_read_is_in_the_library(
    server: Server, monkeypatch: pytest.MonkeyPatch, pages: WebPages
) -> None:
    begun: list[OpenArticle] = []
    monkeypatch.setattr(start, "_begin", partial(_begin, begun))
    url = server.url("/river.txt#:~:text=wrote")
    assert start.run(url, private=False, local=True) == 0
    (article,) = begun
    assert article.path == pages.path(url)
    assert article.offset == RIVER.index("wrote")
    with Library(Home.here().library) as library:
        kept = library.article(remember(library, article).id or 0)
        assert (kept.source, kept.address) == (server.url("/river.txt"),) * 2
        assert library.find(url).id == kept.id


def test_a_page_that_is_read_privately_leaves_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[OpenArticle] = []
    monkeypatch.setattr(start, "_begin", partial(_begin, begun))
    assert start.run(server.url("/river.txt"), private=True, local=True) == 0
    (article,) = begun
    assert article.document.metadata.url == server.url("/river.txt")
    assert article.path is not None
    assert not article.path.parent.parent.parent.exists()
    assert not Home.here().web_pages.exists()


# Citing -------------------------------------------------------------------------------------------


def test_a_page_is_added_listed_and_cited_when_nobody_is_there_any_more(pincite: Call) -> None:
    with Server().running() as server:
        url = server.url("/river.txt")
        server.replies["/river.txt"] = Reply(200, PLAIN, RIVER.encode())
        assert pincite("add", url)[0] == 1
        assert server.connected == 0
        assert pincite("add", "--local", url)[:2] == (0, "1 added\n")
        assert pincite("add", "--local", url)[:2] == (0, "1 unchanged\n")
    (article,) = json.loads(pincite("list", "--json")[1])
    assert article["source"] == url
    status, out, _ = pincite("cite", url, "--paragraph", "2")
    assert (status, url.removeprefix("http://") in out) == (0, True)
    assert "keeper" in out
    assert pincite("outline", url + "#part")[0] == 0
    fields = json.loads(pincite("meta", url, "--json")[1])["fields"]
    told = {field["field"]: field["source"] for field in fields}
    assert told["url"] == told["accessed"] == "the address it was fetched from"


def test_a_page_that_is_not_kept_is_fetched_and_kept_to_be_cited(server: Server, pincite: Call) -> None:
    url = server.url("/river.txt")
    assert pincite("cite", "--local", url, "--paragraph", "1")[0] == 0
    assert pincite("cite", url, "--paragraph", "1")[0] == 0
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "words", ["--local outline", "outline --local", "meta --local", "meta --set title=Rivers --local"]
)
def test_whoever_may_be_given_an_address_may_be_told_to_fetch_it_from_here(
    server: Server, pincite: Call, words: str
) -> None:
    url = server.url("/river.txt")
    status, _, said = pincite(*(word for word in words.split() if word != "--local"), url)
    assert (status, "write --local" in said, server.asked) == (1, True, [])
    assert pincite(*words.split(), url)[0] == 0
    assert len(server.asked) == 1


def test_who_wants_nothing_remembered_cites_without_keeping(server: Server, pincite: Call) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True)
    settings.write_text("remember = false\n")
    status, out, _ = pincite("cite", "--local", server.url("/river.txt"), "--quote", "the level")
    assert (status, "the level" in out, "river.txt" in out) == (0, True, True)
    assert not Home.here().data.exists()


def test_what_was_cited_can_be_shown_after_the_page_has_changed(server: Server, pages: WebPages) -> None:
    url = server.url("/river.txt")
    with Library(Home.here().library) as library:
        first = take_in(library, fetched(pages, url)).article
        document = library.document(first.id)
        clip = clip_of([passage(document, "wrote the level")], article=first.id, source=str(first.path))
        library.clips.add(clip)
        server.replies["/river.txt"] = Reply(
            200, PLAIN, RIVER.replace("the level", "the great level").encode()
        )
        again = take_in(library, fetched(pages, url, library.origins.is_cited)).article
        assert again.path.with_name(f"{first.digest}.txt").read_bytes() == RIVER.encode()
        assert again.id == first.id
        assert "great" in library.text(again.id)
        rows = library._database.fetch("SELECT digest FROM earlier_texts")
        assert rows == [(first.digest,)]
        server.replies["/river.txt"] = Reply(200, PLAIN, b"Something else.")
        take_in(library, fetched(pages, url, library.origins.is_cited))
        assert len(list(first.path.parent.iterdir())) == 3  # nobody has cited what it was meanwhile
        server.replies["/river.txt"] = Reply(
            200, PLAIN, RIVER.replace("the level", "the great level").encode()
        )
        take_in(library, fetched(pages, url, library.origins.is_cited))
        (verified,) = library.clips.verified()
        assert verified.state is State.EDITED
