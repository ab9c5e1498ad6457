"""Each wall around what reads an article, tried from inside: all of them, and each kind alone."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from corpus.apart import hook, seccomp

LINUX: Final = sys.platform == "linux"

TRIES: Final = {
    # What is tried, and what it would leave behind. `canary`, `folder`, `port` and `victim` are known.
    "read a file": "open(canary).read()",
    "read a file by its descriptor's name": "open('/proc/self/environ').read()",
    "write a file": "open(folder + '/written', 'w')",
    "append to a file": "open(canary, 'a')",
    "make a file": "os.open(folder + '/made', os.O_CREAT | os.O_RDONLY)",
    "make a nameless file": "os.open(folder, 0o20000000 | os.O_RDWR)",
    "cut a file short": "os.truncate(canary, 0)",
    "remove a file": "os.unlink(canary)",
    "move a file": "os.rename(canary, canary + '2')",
    "link a file": "os.link(canary, canary + '2')",
    "link to a file": "os.symlink(canary, canary + '3')",
    "make a folder": "os.mkdir(folder + '/made')",
    "change a mode": "os.chmod(canary, 0)",
    "set a time": "os.utime(canary, (1, 1))",
    "list a folder": "os.listdir(folder)",
    "make a socket": "socket.socket()",
    "make a pair of sockets": "socket.socketpair()",
    "connect": "socket.create_connection(('127.0.0.1', port), 1)",
    "look up a host": "socket.getaddrinfo('localhost', 80)",
    "run a program": "os.execv('/bin/true', ['true'])",
    "run a shell": "os.system('true') and os.stat(folder + '/none')",
    "spawn a program": "os.posix_spawn('/bin/true', ['true'], {})",
    "fork": "os.fork() or os._exit(0)",
    "signal another": "os.kill(victim, 0)",
    "raise its limits": "resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))",
}
# What is open already, under any other name.
OF_SYSTEM_ALONE: Final = {
    "make a FIFO": "os.mkfifo(folder + '/fifo')",
    "make a file in memory": "os.memfd_create('x')",
    "a thread of another process": "os.pidfd_open(victim)",
    "change its root": "os.chroot(folder)",
    "see another's memory": "os.preadv(os.open(f'/proc/{victim}/mem', os.O_RDONLY), [bytearray(1)], 0)",
}
PROGRAM: Final = """
import json, os, resource, socket, sys
from corpus.apart import walls
from corpus.apart.limits import Limits
canary, folder, port, victim, tries, system, python = json.loads(sys.argv[1])
stand = walls.shut(Limits(20), system=system, python=python)
got = []
for name, code in tries.items():
    try:
        exec(code)
    except OSError:
        pass
    else:
        got.append(name)
import wave  # a module that nobody has loaded yet
print(json.dumps([got, *stand, wave.__name__]))
"""


def got_through(tmp_path: Path, tries: dict[str, str], *, system: bool, python: bool) -> list[str]:
    """What a process behind walls could do all the same; nothing of it reaches a canary."""
    canary = tmp_path / "canary"
    canary.write_text("sings")
    before = canary.stat()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        asked = [str(canary), str(tmp_path), server.getsockname()[1], os.getpid(), tries, system, python]
        done = subprocess.run(
            [sys.executable, "-P", "-c", PROGRAM, json.dumps(asked)],
            capture_output=True,
            timeout=60,
            check=False,
        )
        with pytest.raises(BlockingIOError):
            server.accept()
    assert done.returncode == 0, done.stderr.decode()
    assert (canary.read_text(), canary.stat().st_mtime_ns) == ("sings", before.st_mtime_ns)
    assert os.listdir(tmp_path) == ["canary"]
    got, calls, files, _ = json.loads(done.stdout)
    assert (calls, files) == (system and has_filter(), system and LINUX)
    return list(got)


def has_filter() -> bool:
    return LINUX and os.uname().machine in ("x86_64", "aarch64")


def test_nothing_gets_through_all_walls(tmp_path: Path) -> None:
    tries = TRIES | OF_SYSTEM_ALONE if LINUX else TRIES
    assert got_through(tmp_path, tries, system=True, python=True) == []


@pytest.mark.skipif(not LINUX, reason="other systems have no such walls")
def test_nothing_gets_through_the_walls_of_the_system_alone(tmp_path: Path) -> None:
    assert got_through(tmp_path, TRIES | OF_SYSTEM_ALONE, system=True, python=False) == []


def test_nothing_gets_through_the_wall_of_python_alone(tmp_path: Path) -> None:
    assert got_through(tmp_path, TRIES, system=False, python=True) == []


def test_without_walls_all_of_it_is_possible(tmp_path: Path) -> None:
    """Else the tests above would prove nothing."""
    harmless = {
        name: TRIES[name] for name in ("read a file", "make a socket", "list a folder", "signal another")
    }
    assert got_through(tmp_path, harmless, system=False, python=False) == list(harmless)


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_a_filter_ends_in_an_answer_on_every_way(machine: str) -> None:
    """No jump leads past its end, and the last step gives an answer: the kernel would refuse it else."""
    program = seccomp._program(seccomp._MACHINES[machine])
    steps = [seccomp._INSTRUCTION.unpack_from(program, at) for at in range(0, len(program), 8)]
    for at, (code, if_so, if_not, _) in enumerate(steps):
        if code in (seccomp._IF_EQUAL, seccomp._IF_AT_LEAST, seccomp._IF_ANY_BIT):
            assert at + 1 + max(if_so, if_not) < len(steps)
    assert steps[-1][0] == seccomp._RETURN


def test_no_system_call_that_is_looked_into_is_let_through_unseen() -> None:
    for machine in seccomp._MACHINES.values():
        assert not set(machine.calls.values()) & set(machine.allowed)
        assert len(set(machine.allowed)) == len(machine.allowed)


def test_a_link_out_of_the_folders_is_seen_through(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "outside").write_text("x")
    (inside / "link").symlink_to(tmp_path / "outside")
    below = (str(inside) + os.sep,)
    hook._refuse_outside(str(inside / "module.py"), below)
    hook._refuse_outside(3, below)
    for path in (
        str(inside / "link"),
        str(inside / ".." / "outside"),
        str(tmp_path / "inside2"),
        b"/",
        object(),
    ):
        with pytest.raises(PermissionError):
            hook._refuse_outside(path, below)
