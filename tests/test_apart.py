"""What reads an article apart: how it ends, what is believed of it, and that nothing of it stays behind."""

from __future__ import annotations

import os
import re
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from corpus import progress, waiting
from corpus.apart import Apart, child, server, serving, starting, walls
from corpus.apart.frames import FAILED, MOST, WHOLE, Ended, Frames, Late, TooMuch, write_frame
from corpus.apart.limits import Limits
from corpus.apart.started import Started
from corpus.apart.wanted import Wanted
from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.file_bytes import FileBytes, open_file
from corpus.opening import open_bytes
from corpus.packed.document import pack
from corpus.source import Source

PAGE = b"<h1>On Rivers</h1><p>The river had risen in the night, and the keeper wrote it into his book.</p>"
READ = open_bytes(PAGE, "page.html")


@pytest.fixture
def page(tmp_path: Path) -> Source:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    return Source(open_file(path), path.name)


def forked_doing(monkeypatch: pytest.MonkeyPatch, read: Callable[[Source], Iterator[Document]]) -> None:
    """Let what is forked off this process read so."""
    monkeypatch.setattr(child, "documents_of", read)
    monkeypatch.setattr("corpus.apart.start", starting.forked)


def why(source: Source, limits: Limits | None = None) -> str:
    with Apart(source, limits) as apart, pytest.raises(CannotOpen) as fault:
        list(apart.documents())
    sentence = str(fault.value)
    assert sentence.startswith("page.html ")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("way", [starting.forked, server.served])
def test_either_way_the_same_is_read(page: Source, way: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.apart.start", way)
    for _ in range(2):
        with Apart(page) as apart:
            (read,) = apart.documents()
        assert pack(read) == pack(READ)


def endless(_: Source) -> Iterator[Document]:
    while True:
        pass
    yield READ


def greedy(_: Source) -> Iterator[Document]:
    yield READ._replace(text=str(b"x" * 200_000_000))


def broken(_: Source) -> Iterator[Document]:
    os.abort()
    yield READ


def surprised(_: Source) -> Iterator[Document]:
    raise KeyError("\x1b]52;c;x\x07")
    yield READ


def deep(source: Source) -> Iterator[Document]:
    yield from deep(source)


@pytest.mark.parametrize(
    ("read", "limits", "said"),
    [
        (endless, Limits(1), "takes too long"),
        (greedy, Limits(20, memory=64 * 1024**2), "takes more memory"),
        (broken, None, "where a file is broken"),
        (surprised, None, r"damaged, or unlike others \(KeyError\)"),
        (deep, None, "nested more deeply"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_each_end_has_its_sentence(
    page: Source,
    read: Callable[[Source], Iterator[Document]],
    limits: Limits | None,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forked_doing(monkeypatch, read)
    sentence = why(page, limits)
    assert re.search(said, sentence)
    assert "\x1b" not in sentence


def test_one_that_the_system_ended_is_said_to_be_so(page: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended:
        def __init__(self, *_: object) -> None:
            self.output, written = os.pipe()
            os.close(written)

        def kill(self) -> None: ...

        def forget(self) -> None: ...

        def end(self) -> int:
            return -signal.SIGKILL

    monkeypatch.setattr("corpus.apart.start", Ended)
    assert "where memory runs out" in why(page)


def test_one_that_waits_for_ever_is_not_waited_for(page: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def waits(_: Source) -> Iterator[Document]:
        while True:
            signal.pause()
        yield READ

    forked_doing(monkeypatch, waits)
    assert "takes too long" in why(page, Limits(0))


def test_what_had_come_is_offered_where_the_rest_fails(page: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def begins(_: Source) -> Iterator[Document]:
        yield READ._replace(digest="")
        raise CannotOpen("page.html ends in the middle.")

    forked_doing(monkeypatch, begins)
    with Apart(page) as apart:
        first, last = apart.documents()
    assert first.fault == ""
    assert last == first._replace(fault="Only the beginning could be read. page.html ends in the middle.")


def test_it_is_heard_how_far_it_is(page: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def tells(_: Source) -> Iterator[Document]:
        for share in (0.25, 0.5, 7):
            progress.tell(share)
        yield READ

    forked_doing(monkeypatch, tells)
    heard: list[int | None] = []
    with Apart(page) as apart:
        apart.told = lambda: heard.append(apart.share)
        list(apart.documents())
    assert heard == [25, 50, 100]


def test_nothing_of_this_process_is_open_in_it(page: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def looks(_: Source) -> Iterator[Document]:
        for descriptor in range(64):
            try:
                os.fstat(descriptor)
            except OSError:
                continue
            if descriptor > child.OUTPUT + 1:  # the article, once more
                raise CannotOpen(f"page.html has {descriptor} open.")
        if sys.stdout is not None:
            raise CannotOpen("page.html may print.")
        yield READ

    forked_doing(monkeypatch, looks)
    with Apart(page) as apart:
        assert list(apart.documents())


@pytest.mark.parametrize("way", [starting.forked, server.served])
def test_one_that_is_stopped_ends_and_may_be_read_again(
    page: Source, way: Callable[[Wanted, int], Started], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.apart.start", way)
    with Apart(page) as apart:
        apart.stop()
        assert list(apart.documents()) == []
        with apart.again() as again:
            assert again is not apart
            assert len(list(again.documents())) == 1


@pytest.mark.parametrize("way", [starting.forked, server.served])
def test_one_that_has_more_to_say_is_ended(tmp_path: Path, way: Callable[[Wanted, int], Started]) -> None:
    path = tmp_path / "long.html"
    path.write_bytes(b"<p>" + b"water " * 300_000)  # more than fits into the pipe
    file = open_file(path)
    started = way(Wanted.of(Source(file, path.name), Limits(60)), file.descriptor)
    assert len(os.read(started.output, 5)) == 5
    started.kill()
    assert started.end() == started.end() == -signal.SIGKILL
    started.kill()
    os.close(started.output)


def test_a_hang_is_ended_by_another_thread(page: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    forked_doing(monkeypatch, endless)
    with Apart(page) as apart:
        other = threading.Timer(0.05, apart.stop)
        other.start()
        assert list(apart.documents()) == []
        other.join()


# The server --------------------------------------------------------------------------------------


def test_the_server_ends_with_its_process_and_all_that_it_began(tmp_path: Path) -> None:
    """Though that is killed, and what it reads never ends."""
    fifo = tmp_path / "end"
    os.mkfifo(fifo)
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from corpus.apart import server\n"
        "from corpus.apart.limits import Limits\n"
        "from corpus.apart.wanted import Wanted\n"
        "from corpus.file_bytes import open_file\n"
        "from corpus.source import Source\n"
        f"held = os.open({str(fifo)!r}, os.O_WRONLY)\n"
        f"source = Source(open_file(Path({str(path)!r})), 'page.html')\n"
        # Whoever inherits the FIFO holds it as long as it lives: the server does.
        "os.set_inheritable(held, True)\n"
        "started = server.served(Wanted.of(source, Limits(60)), source.data.descriptor)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    program = subprocess.Popen([sys.executable, "-P", "-c", code], env=os.environ | {"TMPDIR": str(tmp_path)})
    end = os.open(fifo, os.O_RDONLY)
    try:
        assert os.read(end, 1) == b""
    finally:
        os.close(end)
    assert program.wait() == -signal.SIGKILL


def test_the_server_compiles_once_what_every_article_would_have_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only for somebody who has several read, and nobody waits for it."""
    left = [1, 1, 1]
    monkeypatch.setattr(serving, "compile_one", lambda: bool(left and left.pop()))
    served = object.__new__(serving._Serving)  # what it is made with is for a process of its own
    served._watched = watched = Patient()
    for served._begun in (1, 2, 2, 2, 2):
        assert served.answer()
    assert watched.waits == [None, 0, 0, 0, None]


class Patient(selectors.DefaultSelector):
    """Nothing ever happens; how long it was to be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float | None] = []

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.waits.append(timeout)
        return []


def test_a_server_that_was_killed_is_begun_again(page: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    own = server._Server()
    monkeypatch.setattr("corpus.apart.start", own.fork)
    for _ in range(2):
        with Apart(page) as apart:
            assert len(list(apart.documents())) == 1
        assert own._control
        own._control.shutdown(socket.SHUT_RDWR)  # as if it had ended
    own._forget()


def test_what_is_asked_too_much_of_a_server_does_not_end_it(page: Source) -> None:
    own, limits = server._Server(), Limits(10)
    assert isinstance(page.data, FileBytes)
    wanted = Wanted.of(page, limits)
    before = own.fork(wanted, page.data.descriptor)
    with pytest.raises(OSError, match="more is asked"):
        own.fork(wanted._replace(picture="x" * server.MOST), page.data.descriptor)
    # As much as may be asked comes whole.
    most = server.MOST - len(wanted.plain())
    after = own.fork(wanted._replace(served="x" * most), page.data.descriptor)
    for process in (before, after):
        frames = Frames(process.output, time.monotonic() + 60)
        assert frames.next()[0] == WHOLE
        process.forget()
        frames.close()
    own._forget()


def test_one_whose_parent_ended_before_it_could_ask_ends() -> None:
    child_pid = os.fork()
    if not child_pid:
        child._end_with_parent(os.getpid())  # its parent is another
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child_pid, 0)[1]) == child._UNHEARD


def test_where_no_process_can_be_had_it_is_said(page: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> NoReturn:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(starting, "_is_alone", lambda: False)
    monkeypatch.setattr(server._Server, "fork", none)
    with pytest.raises(CannotOpen, match=r"page.html cannot be read now: .*temporarily unavailable"):
        Apart(page)


# Frames ------------------------------------------------------------------------------------------


def frames_of(*parts: bytes, until: float = 60) -> Frames:
    output, written = os.pipe()
    for part in parts:
        os.write(written, part)
    os.close(written)
    return Frames(output, time.monotonic() + until)


def test_frames_come_as_they_were_written() -> None:
    output, written = os.pipe()
    frames = Frames(output, time.monotonic() + 60)
    write_frame(written, FAILED, b"no")
    write_frame(written, WHOLE, b"")
    os.close(written)
    assert (frames.next(), frames.next()) == ((FAILED, b"no"), (WHOLE, b""))
    with pytest.raises(Ended):
        frames.next()
    frames.close()


@pytest.mark.parametrize(
    ("sent", "fault"),
    [(b"\x01", Ended), (b"\x01\xff\xff\xff\xff", TooMuch), (b"\x01\x05\x00\x00\x00abc", Ended), (b"", Ended)],
)
def test_what_is_no_frame_is_none(sent: bytes, fault: type[Exception]) -> None:
    frames = frames_of(sent)
    with pytest.raises(fault):
        frames.next()
    frames.close()


def test_beginnings_without_end_are_too_much() -> None:
    frames = frames_of(b"\x00\x00\x00\x00\x00" * 2)
    frames.next()
    frames._came = 2 * MOST + 1
    with pytest.raises(TooMuch):
        frames.next()
    frames.close()


def test_nothing_is_waited_for_beyond_its_time() -> None:
    output, written = os.pipe()
    frames = Frames(output, time.monotonic() - 1)
    with pytest.raises(Late):
        frames.next()
    frames.close()
    os.close(written)


def test_what_is_wanted_is_read_as_it_was_written(page: Source) -> None:
    assert isinstance(page.data, FileBytes)
    wanted = Wanted.of(page._replace(encoding="cp1252", whole=True, served="koi8-r"), Limits(3, 4))
    wanted = wanted._replace(picture="gate.png")
    assert Wanted.read(wanted.plain()) == wanted
    source = wanted.source(page.data.descriptor)
    assert source._replace(data=b"") == page._replace(
        data=b"", encoding="cp1252", whole=True, served="koi8-r"
    )
    assert source.all() == PAGE


def test_a_longer_article_may_take_longer_but_not_without_end() -> None:
    assert Limits.of(0).seconds < Limits.of(10_000_000).seconds < Limits.of(1 << 40).seconds == 300


def test_who_waits_may_give_up(page: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def gives_up() -> None:
        raise SystemExit(0)

    forked_doing(monkeypatch, endless)
    with Apart(page) as apart, waiting.looking(gives_up), pytest.raises(SystemExit):
        next(apart.documents())
    assert not waiting.look()


def test_what_reads_such_files_is_loaded_before_the_walls_stand(
    page: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind them nothing that was compiled can be kept, and each opening would compile it anew."""
    forked_doing(monkeypatch, lambda _: iter([READ]))
    monkeypatch.delitem(sys.modules, "corpus.formats.html")
    stand = walls.shut

    def shut(limits: Limits) -> None:
        assert "corpus.formats.html" in sys.modules
        stand(limits)

    monkeypatch.setattr(walls, "shut", shut)
    with Apart(page) as apart:
        assert [*map(pack, apart.documents())] == [pack(READ)]
