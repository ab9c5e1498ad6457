from __future__ import annotations

import gzip
import re
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address, IPv6Address, ip_network
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CannotOpen
from corpus.fetching import connecting, exchange, web_page
from corpus.fetching.address import address_of, is_address
from corpus.fetching.fetched import Fetched
from corpus.fetching.reach import is_public
from corpus.fetching.web_page import REDIRECTS, fetch
from tests import certificates
from tests.serving import PUBLIC, Internet, Reply, Server

SOME = "page.example"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server().running() as server:
        yield server


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Internet:
    internet = Internet(monkeypatch)
    internet.names[SOME] = [PUBLIC]
    return internet


def refused(words: str, *, local: bool = False) -> str:
    with pytest.raises(CannotOpen) as told:
        fetch(words, local=local)
    return str(told.value)


# Addresses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://Example.ORG", "https://example.org/"),
        (" http://example.org:80/a b?q=ä#x ", "http://example.org/a%20b?q=%C3%A4"),
        ("https://user:secret@example.org/%41", "https://example.org/%41"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("https://example.org:8443/a?b#c?d", "https://example.org:8443/a?b"),
    ],
)
def test_an_address_is_written_as_it_is_asked_for(words: str, address: str) -> None:
    assert str(address_of(words)) == address


@pytest.mark.parametrize(
    "words",
    [
        *(
            "ftp://example.org/",
            "file:///etc/passwd",
            "javascript://x/",
            "http://",
            "http:///a",
            "http://a b/",
        ),
        *("http://example.org:99999/", "http://[::1/", "http://a\r\nX: y/", "https://" + "a" * 9000),
    ],
)
def test_what_is_no_address_of_the_web_is_a_sentence(words: str) -> None:
    assert refused(words).endswith(".")


def test_a_file_is_not_taken_for_an_address() -> None:
    assert [
        name for name in ("notes.md", "a/b", "C:\\x", "http", "https.txt", "re: x") if is_address(name)
    ] == []
    assert all(map(is_address, ("HTTPS://example.org", "file:///etc/passwd")))


@given(st.text("aB0ä中./:@%?#[]\\ \n\x1b\u202e-_~", max_size=60))
def test_any_words_are_an_address_or_a_sentence(words: str) -> None:
    try:
        address = address_of("http://" + words)
    except CannotOpen:
        return
    assert address_of(str(address)) == address._replace(fragment="")
    assert all("!" <= sign <= "~" for sign in str(address))


# What may be reached ------------------------------------------------------------------------------

LOCAL = (
    "127.0.0.1 127.8.9.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 0.1.2.3 224.0.0.1"
    " 240.0.0.1 255.255.255.255 198.18.0.1 192.0.2.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254"
    " ff02::1 ff0e::1 fec0::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe"
    " 2002:7f00:1:: 2001:0:7f00:1::1 2001:db8::1 nothing"
).split()
OUTSIDE = "8.8.8.8 93.184.216.34 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1".split()


def test_what_is_public_is_told_from_what_is_not() -> None:
    assert [address for address in LOCAL if is_public(address)] == []
    assert [address for address in OUTSIDE if not is_public(address)] == []


@given(
    st.sampled_from(["127.0.0.0/8", "10.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10"]), st.integers(0, 65_535)
)
def test_whatever_carries_a_local_address_is_not_public(network: str, number: int) -> None:
    inner = ip_network(network)[number]
    assert isinstance(inner, IPv4Address)
    for carrier in (0xFFFF << 32, 0x64FF9B << 96, 0):
        assert not is_public(str(IPv6Address(carrier | int(inner))))


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:{port}/", "http://localhost:{port}/", "//rebound:{port}/"]
)
def test_no_redirect_leads_to_this_machine(server: Server, internet: Internet, target: str) -> None:
    internet.names |= {"localhost": ["127.0.0.1"], "rebound": [PUBLIC, "169.254.169.254"]}
    with Server().running() as canary:
        server.replies["/"] = Reply(302, {"Location": target.format(port=canary.port)})
        assert "on this computer or its own network" in refused(server.url(host=SOME))
        assert canary.connected == 0
    assert internet.dialled == [PUBLIC]


def test_what_was_checked_is_what_is_connected_to(server: Server, internet: Internet) -> None:
    server.replies["/"] = Reply(body=b"The river.")
    assert fetch(server.url(host=SOME)).data == b"The river."
    assert internet.looked_up == [SOME]  # asked again, a name server may say something else
    assert internet.dialled == [PUBLIC]


def test_without_the_switch_nothing_local_is_fetched(server: Server) -> None:
    server.replies["/"] = Reply(body=b"The river.")
    assert "--local" in refused(server.url())
    assert server.connected == 0
    assert fetch(server.url(), local=True).data == b"The river."


# Asking -------------------------------------------------------------------------------------------


def test_a_server_hears_who_asks_and_no_more(server: Server) -> None:
    server.replies["/a?b=1"] = Reply(body=b"x")
    fetch(f"http://me:secret@127.0.0.1:{server.port}/a?b=1#part", local=True)
    ((path, fields),) = server.asked
    assert path == "/a?b=1"
    assert fields.pop("User-Agent").startswith("Pincite")
    assert fields.pop("Host") == f"127.0.0.1:{server.port}"
    assert sorted(fields) == ["Accept", "Accept-Encoding", "Connection"]
    assert "secret" not in str(fields)


def test_redirects_are_followed_to_where_the_page_is(server: Server) -> None:
    server.replies |= {"/": Reply(301, {"Location": "a/b"}), "/a/b": Reply(body=b"here")}
    assert fetch(server.url() + "#x", local=True)[:2] == (server.url("/a/b"), b"here")


def test_a_redirect_may_be_written_in_utf8(server: Server) -> None:
    written = "/Straße/漢字".encode().decode("latin-1")  # as the header goes out
    found = "/Stra%C3%9Fe/%E6%BC%A2%E5%AD%97"
    server.replies |= {"/": Reply(302, {"Location": written}), found: Reply(body=b"here")}
    assert fetch(server.url(), local=True)[:2] == (server.url(found), b"here")


def test_redirects_end(server: Server) -> None:
    server.replies["/"] = Reply(302, {"Location": "/"})
    assert "leads from page to page" in refused(server.url(), local=True)
    for number in range(10):
        server.replies[f"/{number}"] = Reply(302, {"Location": f"/{number + 1}"})
    server.asked.clear()
    assert "leads from page to page" in refused(server.url("/0"), local=True)
    assert len(server.asked) == REDIRECTS + 1


def test_no_redirect_leads_to_a_file(server: Server, tmp_path: Path) -> None:
    (tmp_path / "canary").write_text("secret")
    server.replies["/"] = Reply(302, {"Location": (tmp_path / "canary").as_uri()})
    assert "http and https alone" in refused(server.url(), local=True)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "There is no page"),
        (403, "not shown to everybody"),
        (503, "try again later"),
        (500, "failed (500)"),
    ],
)
def test_what_a_server_refuses_is_a_sentence(server: Server, status: int, said: str) -> None:
    server.replies["/"] = Reply(status)
    assert said in refused(server.url(), local=True)


@pytest.mark.usefixtures("internet")
def test_a_host_that_is_not_there_is_a_sentence() -> None:
    assert "is no host that is known" in refused("https://nowhere.example/")
    with Server().running() as gone:
        port = gone.port
    assert "takes no connection" in refused(f"http://127.0.0.1:{port}/", local=True)


# Who it is that answers ----------------------------------------------------------------------------


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The authority of `tests.certificates` is one that this system trusts."""
    (tmp_path / "authority").write_text(certificates.AUTHORITY)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority"))


@contextmanager
def encrypted(certificate: str, folder: Path) -> Iterator[Server]:
    (folder / "server").write_text(certificate)
    server = Server()
    server.encrypt(folder / "server")
    with server.running():
        yield server


@pytest.mark.usefixtures("internet", "authority")
def test_who_proves_his_name_is_asked(tmp_path: Path) -> None:
    with encrypted(certificates.RIGHT, tmp_path) as server:
        server.replies["/a"] = Reply(302, {"Location": "/b"})
        server.replies["/b"] = Reply(200, {"Content-Type": "text/plain"}, b"The river had risen.")
        fetched = fetch(f"https://{SOME}:{server.port}/a")
    assert fetched == Fetched(f"https://{SOME}:{server.port}/b", b"The river had risen.", "text/plain", "")
    assert [path for path, _ in server.asked] == ["/a", "/b"]


@pytest.mark.parametrize(
    ("certificate", "why"),
    [
        (certificates.ANOTHER_HOST, "not valid for 'page.example'"),
        (certificates.EXPIRED, "expired"),
        (certificates.UNKNOWN, "issuer"),
        (certificates.SELF_SIGNED, "self.signed"),
    ],
    ids=["another host", "expired", "unknown", "self-signed"],
)
@pytest.mark.usefixtures("internet", "authority")
def test_who_does_not_prove_his_name_is_sent_nothing(certificate: str, why: str, tmp_path: Path) -> None:
    with encrypted(certificate, tmp_path) as server:
        said = refused(f"https://{SOME}:{server.port}/")
    one = r"page\.example:\d+ does not prove that it is who it says \([^()]*{}[^()]*\): [^.]*\."
    assert re.fullmatch(one.format(why), said)
    assert server.asked == []


@pytest.mark.usefixtures("internet", "authority")
def test_who_trusts_nobody_asks_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none"))
    with encrypted(certificates.RIGHT, tmp_path) as server:
        assert "does not prove that it is who it says" in refused(f"https://{SOME}:{server.port}/")
    assert server.asked == []


@pytest.mark.usefixtures("internet")
def test_where_there_is_no_encryption_nothing_is_sent(server: Server) -> None:
    said = refused(f"https://{SOME}:{server.port}/")
    assert said == f"No safe connection with {SOME}:{server.port} could be made: check the address."
    assert server.asked == []


# What is asked ------------------------------------------------------------------------------------


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    def reply(fields: object) -> Reply:
        return Reply(
            304 if '"v1"' in str(fields) else 200, {"ETag": '"v1"'}, b"" if '"v1"' in str(fields) else b"x"
        )

    server.replies["/"] = reply
    first = fetch(server.url(), local=True)
    again = fetch(server.url(), local=True, known={first.address: first})
    assert again == first._replace(data=None)


def test_type_and_charset_are_told(server: Server) -> None:
    server.replies["/"] = Reply(200, {"Content-Type": 'Text/HTML; charset="Windows-1251"'}, b"x")
    assert fetch(server.url(), local=True) == Fetched(server.url(), b"x", "text/html", "windows-1251")


# How much, and how long ---------------------------------------------------------------------------


def raw_deflated(data: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(data) + stream.flush()


WORDS = b"The river had risen in the night. " * 5000


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("gzip", gzip.compress(WORDS, mtime=0)),
        ("deflate", zlib.compress(WORDS)),
        ("Deflate", raw_deflated(WORDS)),
    ],
)
def test_what_comes_compressed_is_unpacked(server: Server, coding: str, data: bytes) -> None:
    server.replies["/"] = Reply(200, {"Content-Encoding": coding}, data)
    assert fetch(server.url(), local=True).data == WORDS
    server.replies["/"] = Reply(200, {"Content-Encoding": coding}, data[:-9])
    assert "did not come whole" in refused(server.url(), local=True)
    server.replies["/"] = Reply(200, {"Content-Encoding": coding}, b"\x1f\x8b" + data[:40][::-1])
    assert "came damaged" in refused(server.url(), local=True)


def test_all_parts_of_what_comes_compressed_are_unpacked(server: Server) -> None:
    parts = [gzip.compress(part, mtime=0) for part in (WORDS, b"", WORDS)]
    server.replies["/"] = Reply(200, {"Content-Encoding": "gzip"}, b"".join(parts) + b"\0\0")
    assert fetch(server.url(), local=True).data == WORDS + WORDS
    server.replies["/"] = Reply(200, {"Content-Encoding": "gzip"}, b"".join(parts)[:-9])
    assert "did not come whole" in refused(server.url(), local=True)


def test_what_nobody_asked_for_is_not_unpacked(server: Server) -> None:
    server.replies["/"] = Reply(200, {"Content-Encoding": "br"}, b"x")
    assert "that nobody asked for" in refused(server.url(), local=True)


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"Content-Length": str(10**12)}, b""),
        ({}, iter([b"x" * 3000] * 10)),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 10_000_000, mtime=0)),
    ],
    ids=["said", "endless", "packed"],
)
def test_what_is_too_large_is_not_taken(
    server: Server, monkeypatch: pytest.MonkeyPatch, fields: dict[str, str], body: bytes
) -> None:
    monkeypatch.setattr(exchange, "MOST_BYTES", 20_000)
    monkeypatch.setattr(exchange, "_AT_ONCE", 512)
    server.replies["/"] = Reply(200, fields, body)
    assert "is larger than" in refused(server.url(), local=True)


def test_a_page_that_ends_early_is_not_taken_for_whole(server: Server) -> None:
    server.replies["/"] = Reply(200, {"Content-Length": "100"}, b"half")
    assert "did not come whole" in refused(server.url(), local=True)


def test_what_the_unpacking_holds_back_is_taken(server: Server) -> None:
    # What has no end of its own may be taken in whole, and some of it not be let out yet.
    data = bytes(1024 * 1024 + 9)
    server.replies["/"] = Reply(200, {"Content-Encoding": "deflate"}, raw_deflated(data))
    assert fetch(server.url(), local=True).data == data


def test_one_byte_now_and_then_keeps_nobody_for_ever(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_page, "SECONDS", 0.3)
    stop = threading.Event()

    def slowly() -> Iterator[bytes]:
        while not stop.wait(0.02):
            yield b"x"

    server.replies["/"] = Reply(body=slowly())
    said = refused(server.url(), local=True)
    stop.set()
    assert "did not come in time" in said


def test_a_name_server_that_says_nothing_keeps_nobody_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = threading.Event()
    monkeypatch.setattr(connecting, "CONNECTING", 0.05)
    monkeypatch.setattr(connecting, "resolve", lambda *_: asked.wait(5) and [])
    assert "No name server told" in refused("https://slow.example/")
    asked.set()


def test_who_waits_hears_how_far_it_is(server: Server) -> None:
    server.replies["/"] = Reply(body=WORDS)
    heard: list[tuple[int, int]] = []
    fetch(server.url(), local=True, progress=lambda came, total: heard.append((came, total)))
    assert heard[-1] == (len(WORDS), len(WORDS))
