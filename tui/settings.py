"""The reader's settings: a small TOML file that people write by hand and the program changes line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from corpus.errors import PinciteError
from corpus.expression import expression
from corpus.home import Home
from corpus.sanitiser import clean_line
from tui.private_file import write_privately


class Settings(NamedTuple):
    """How a reader wants to read.

    `theme` is "auto", "paper", "ink" or a theme of Textual; `measure` the width of the page in
    columns; `style` the name of the citation style; `append_place` whether the counted paragraph stands in
    brackets behind a citation that may not hold it; `append_link` whether a link to the passage stands
    behind its citation; `remember` whether an opened file is kept in the library; `hints_shown` whether the
    first hints have been seen; `outline` whether it is shown, `inferred` whether with what the author did
    not write; `grouped` whether the hits of a search stand under their article; `keys` maps the id of a
    binding to its keys ("j,down"), in place of those it has otherwise.
    """

    theme: str = "auto"
    measure: int = 72
    style: str = "chicago"
    append_place: bool = False
    append_link: bool = False
    remember: bool = True
    hints_shown: bool = False
    outline: bool = True
    inferred: bool = True
    grouped: bool = True
    keys: Mapping[str, str] = MappingProxyType({})


MEASURES: Final = range(40, 121)
"""The widths a page may have, in columns."""

STYLES: Final = (
    *("chicago", "chicago17", "chicago-date", "chicago17-date", "apa", "mla", "harvard"),
    *("bluebook", "bluebook-review", "oscola", "mcgill", "aglc"),
    *("ieee", "vancouver", "gb7714", "gb7714-2015"),
    *("pandoc", "latex", "typst", "org", "markdown", "plain"),
)
"""Names of citation styles that need not be looked up: it takes long to import the styles themselves."""

_DEFAULTS: Final = Settings()
_TABLE: Final = expression(r"\s*\[")
_KEY: Final = r"\s*(?:{0}|\"{0}\"|'{0}')\s*="
_VALUE: Final = expression(r"""(?s)(?P<value>"(?:[^"\\]|\\.)*"|'[^']*'|[^#\s]+)(?P<rest>.*)""")


def load(home: Home) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and one sentence for each fault in the file; for what is at fault the default holds."""
    name = _name(home)
    try:
        text = home.settings.read_text(encoding="utf-8")
    except FileNotFoundError:
        return _DEFAULTS, ()
    except OSError as fault:
        return _DEFAULTS, (f"{name} cannot be read ({fault.strerror}): the defaults are used.",)
    except UnicodeDecodeError:
        return _DEFAULTS, (f"{name} is not UTF-8: save it as UTF-8; until then the defaults are used.",)
    values = _plainly_written(text)
    if values is None:
        import tomllib  # takes longer to import than a page takes to show

        try:
            values = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as fault:
            said = clean_line(str(fault))
            return _DEFAULTS, (f"{name} is not valid TOML ({said}): the defaults are used.",)
    good: dict[str, Any] = {}
    faults: list[str] = []
    for key, value in values.items():
        if wrong := _fault(key, value):
            faults.append(f"{name}: {wrong}.")
        else:
            good[key] = value
    return _DEFAULTS._replace(**good), tuple(faults)


def _plainly_written(text: str) -> dict[str, Any] | None:
    """What TOML says where it is written as plainly as this program writes it, else None."""
    values: dict[str, Any] = {}
    for line in text.removesuffix("\n").split("\n"):
        key, _, value = line.partition(" = ")
        if not key.isidentifier() or not key.isascii() or key in values:
            return None
        if value in ("true", "false"):
            values[key] = value == "true"
        elif value.isascii() and value.isdigit() and value[0] != "0":
            values[key] = int(value)
        elif value.isascii() and value[:1] == value[-1:] == '"' and value[1:-1].replace("-", "").isalnum():
            values[key] = value[1:-1]
        else:
            return None
    return values


def save(home: Home, **changes: str | int | bool) -> None:
    """Change these settings in the file, and leave everything else in it as the reader wrote it.

    Raises PinciteError where a value is not allowed, where the file is not valid TOML (it is not
    touched then), and where it cannot be written.
    """
    import tomllib

    name = _name(home)
    for key, value in changes.items():
        if wrong := _fault(key, value):
            raise PinciteError(f"The setting was not saved: {wrong}.")
    try:
        old = home.settings.read_text(encoding="utf-8") if home.settings.exists() else ""
        before = tomllib.loads(old)
        new = old
        for key, value in changes.items():
            if before.get(key) != value:
                new = _with(new, key, _toml(value))
        if tomllib.loads(new) != before | changes:
            raise PinciteError(f"The setting was not saved: change it in {name} by hand.")
        if new != old:
            write_privately(home.settings, new)
    except (ValueError, RecursionError) as fault:
        raise PinciteError(
            f"The setting was not saved: {name} is not valid TOML; correct it first."
        ) from fault
    except OSError as fault:
        raise PinciteError(
            f"The setting was not saved: {name} cannot be written ({fault.strerror}); check its permissions."
        ) from fault


def _name(home: Home) -> str:
    return clean_line(str(home.settings))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value == clean_line(value)


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_measure(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in MEASURES


def _is_style(value: object) -> bool:
    if not isinstance(value, str) or not _is_text(value):
        return False
    if value in STYLES:
        return True
    from corpus.citation.catalogue import STYLES as ALL  # the styles of files, and what is new, are there

    return value in ALL


def _is_key_table(value: object) -> bool:
    return isinstance(value, dict) and all(_is_text(keys) for keys in value.values())


_RULES: Final = MappingProxyType[str, tuple[Callable[[object], bool], str]](
    {
        "theme": (_is_text, "must be “auto”, “paper”, “ink” or the name of another theme"),
        "measure": (_is_measure, f"must be a number of columns from {MEASURES[0]} to {MEASURES[-1]}"),
        "style": (_is_style, "must be the name of a style; “pincite cite --help” lists them"),
        "append_place": (_is_switch, "must be true or false"),
        "append_link": (_is_switch, "must be true or false"),
        "remember": (_is_switch, "must be true or false"),
        "hints_shown": (_is_switch, "must be true or false"),
        "outline": (_is_switch, "must be true or false"),
        "inferred": (_is_switch, "must be true or false"),
        "grouped": (_is_switch, "must be true or false"),
        "keys": (_is_key_table, 'must be a table from the id of a binding to keys, such as "j,down"'),
    }
)


def _fault(key: str, value: object) -> str:
    """What is wrong with this value of this setting; empty where nothing is."""
    if key not in _RULES:
        return f"“{clean_line(key)}” is not a setting; there are {', '.join(_RULES)}"
    allowed, wanted = _RULES[key]
    return "" if allowed(value) else f"“{key}” {wanted}"


def _with(text: str, key: str, value: str) -> str:
    """The TOML with that value for a key that stands before any table; its comment stays."""
    lines = text.splitlines(keepends=True)
    head = next((index for index, line in enumerate(lines) if _TABLE.match(line)), len(lines))
    wanted = expression(_KEY.format(key))
    for index, line in enumerate(lines[:head]):
        if match := wanted.match(line):
            old = _VALUE.search(line, match.end())
            rest = old["rest"] if old else "\n"
            lines[index] = f"{line[: match.end()]} {value}{rest}"
            return "".join(lines)
    while head and not lines[head - 1].strip():
        head -= 1
    if head and not lines[head - 1].endswith("\n"):
        lines[head - 1] += "\n"
    lines.insert(head, f"{key} = {value}\n")
    return "".join(lines)


def _toml(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
