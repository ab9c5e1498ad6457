"""Words that a terminal or Textual would obey, and judges of whether anything was."""

from __future__ import annotations

import base64
import re
from typing import Final

from tests.emulator import pieces

HOSTILE: Final = {
    "window title": "\x1b]0;MARKwindow\x07",
    "clipboard": "\x1b]52;c;TUFSS2NsaXA=\x07",
    "link": "\x1b]8;;file:///MARKlink\x1b\\",
    "device control": "\x1bPMARKdevice\x1b\\",
    "application": "\x1b_MARKapplication\x1b\\",
    "concealed": "\x1b[5;8;53m",
    "cursor": "\x1b[777;888H",
    "scrolling region": "\x1b[777;888r",
    "mode": "\x1b[?6;777h",
    "reset": "\x1bc",
    "C1 sequence": "\x9b5;8;53m",
    "C1 string": "\x9d0;MARKstring\x9c",
    "delete": "MARKde\x7flete",
    "bell": "\x07",
    "backspace": "MARK\b\b\b\b",
    "shift out": "\x0e",
    "override": "\u202eMARKoverride",
    "isolate": "\u2066MARKisolate",
    "mark": "\u200fMARKmark",
}
"""What a terminal would obey, or show in another order."""
MARKUP: Final = "[@click=app.quit]MARKmarkup[/] and [/b] and [link=file:///x]there[/link]"
"""What Textual and Rich would obey."""
ALL: Final = (*HOSTILE.items(), ("markup", MARKUP))
"""All of these, each with what it is called."""

# All that the program itself, Textual and Rich have to say to a terminal.
_SEQUENCES: Final = re.compile(
    r"""(?:(?:[0-479]|3[0-7]|9[0-7]|[34]8;2;\d+;\d+;\d+)?(?:;(?=\d)|(?=m)))+m  # looks
    | \d{1,2};\d{1,3}H                                                         # the cursor’s place
    | \?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026)[hl]                   # modes
    | >\d+u | <u                                                               # kitty’s keys
    | \?(?:2026|2048)\$p | c                                                   # questions""",
    re.VERBOSE,
)
_STRINGS: Final = re.compile(r"\]11;\?|\]22;\w+")
_CLIPBOARD: Final = re.compile(r"\]52;c;([A-Za-z0-9+/]+=*)")


def obeyed(written: str, *, copied: tuple[str, ...] = ()) -> list[str]:
    """What a terminal obeys in what was written to it, and the program did not mean."""
    found = []
    for kind, characters in pieces(written):
        if kind == "csi":
            meant = bool(_SEQUENCES.fullmatch(characters))
        elif kind == "string":
            clip = _CLIPBOARD.fullmatch(characters)
            meant = bool(_STRINGS.fullmatch(characters)) or (
                clip is not None and base64.b64decode(clip[1]).decode() in copied
            )
        else:
            meant = kind == "words" or characters in "\r\n"
        if not meant:
            found.append(f"{kind} {characters!r}")
    return found + [name for name, it in HOSTILE.items() if len(it) > 1 and it in written]


def controls(text: str) -> list[str]:
    """The controls in a text that was kept: everything but words and line ends."""
    return [
        repr(piece.characters) for piece in pieces(text) if piece.kind != "words" and piece.characters != "\n"
    ]


def hostile_text() -> str:
    """A text with a paragraph for each of them: the n-th has the word Passagen."""
    return "\n\n".join(f"Passage{n} of {name} is {it} to its end." for n, (name, it) in enumerate(ALL, 1))
