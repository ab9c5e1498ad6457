from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.citation import STYLES as ALL_STYLES
from corpus.errors import PinciteError
from corpus.home import Home
from tui.settings import STYLES, Settings, _plainly_written, load, save


@pytest.fixture
def mine(home: Path) -> Home:
    """A home with a directory for the settings."""
    (home / "config").mkdir(parents=True)
    return Home.here()


def write(mine: Home, toml: str) -> None:
    mine.settings.write_text(toml, encoding="utf-8")


def test_without_a_file_the_defaults_hold(mine: Home) -> None:
    assert load(mine) == (Settings(), ())


def test_what_the_reader_wrote_holds(mine: Home) -> None:
    write(mine, 'theme = "nord"\nmeasure = 60\nremember = false\n[keys]\n"page.down" = "j,down"\n')
    settings, faults = load(mine)
    assert faults == ()
    assert settings == Settings(theme="nord", measure=60, remember=False, keys={"page.down": "j,down"})


@pytest.mark.parametrize(
    "line",
    [
        "measure = 39",
        "measure = 121",
        'measure = "72"',
        "measure = true",
        "measure = 72.0",
        "theme = 3",
        'theme = ""',
        'theme = "a\\u001bb"',
        'style = "no such style"',
        "style = [1]",
        'remember = "yes"',
        "hints_shown = 1",
        "keys = 1",
        'keys = {"page.down" = 3}',
        "thme = 1",
        '"\\u001b[2J" = 1',
    ],
)
def test_a_fault_is_one_harmless_sentence_and_the_rest_holds(line: str, mine: Home) -> None:
    write(mine, f"outline = false\n{line}\n")
    settings, faults = load(mine)
    assert settings == Settings(outline=False)
    (fault,) = faults
    assert fault.endswith(".")
    assert fault.isprintable()


@pytest.mark.parametrize(
    "data", [b"measure = ", b"\xff\xfe", b"\x00", b"a = 1\na = 2", b"a = " + b"[" * 5000]
)
def test_a_file_that_is_no_toml_is_one_sentence_and_is_never_overwritten(data: bytes, mine: Home) -> None:
    mine.settings.write_bytes(data)
    settings, (fault,) = load(mine)
    assert settings == Settings()
    assert fault.isprintable()
    with pytest.raises(PinciteError):
        save(mine, measure=60)
    assert mine.settings.read_bytes() == data


def test_a_file_that_cannot_be_read_is_one_sentence(mine: Home) -> None:
    mine.settings.mkdir()
    settings, faults = load(mine)
    assert settings == Settings()
    assert len(faults) == 1


def test_saving_makes_the_file() -> None:
    here = Home.here()
    save(here, theme='a "quoted\\ name', outline=False)
    assert load(here)[0] == Settings(theme='a "quoted\\ name', outline=False)
    assert here.settings.stat().st_mode & 0o777 == 0o600


def test_saving_changes_its_line_and_leaves_the_rest_as_the_reader_wrote_it(mine: Home) -> None:
    write(mine, '# Mine.\nmeasure = 60 # narrow\n"theme"  =  \'ink\'\n\n[keys]\nmeasure = "x" # a key\n')
    save(mine, measure=80, theme="paper", outline=False)
    assert mine.settings.read_text() == (
        '# Mine.\nmeasure = 80 # narrow\n"theme"  = "paper"\noutline = false\n\n'
        '[keys]\nmeasure = "x" # a key\n'
    )


def test_what_is_as_it_should_be_is_not_written(mine: Home) -> None:
    write(mine, "measure=60")
    before = mine.settings.stat()
    save(mine, measure=60)
    assert mine.settings.stat().st_ino == before.st_ino


def test_a_line_is_added_after_a_last_line_without_an_end(mine: Home) -> None:
    write(mine, "measure = 60")
    save(mine, outline=False)
    assert tomllib.loads(mine.settings.read_text()) == {"measure": 60, "outline": False}


def test_what_cannot_be_changed_by_line_is_left_alone(mine: Home) -> None:
    before = 'theme = """\nmeasure = 60\n"""\n'
    write(mine, before)
    with pytest.raises(PinciteError, match="by hand"):
        save(mine, measure=80)
    assert mine.settings.read_text() == before


def test_a_value_that_is_not_allowed_is_refused(mine: Home) -> None:
    with pytest.raises(PinciteError):
        save(mine, measure=3)
    assert not mine.settings.exists()


def test_a_home_that_cannot_be_written_is_a_sentence(home: Path) -> None:
    home.write_text("a file where a directory should be")
    with pytest.raises(PinciteError, match="not saved"):
        save(Home.here(), measure=60)


def test_a_link_to_settings_kept_elsewhere_stays_a_link(mine: Home, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles.toml"
    elsewhere.write_text("measure = 60\n")
    mine.settings.symlink_to(elsewhere)
    save(mine, measure=80)
    assert mine.settings.is_symlink()
    assert elsewhere.read_text() == "measure = 80\n"


def test_the_names_of_the_styles_are_those_of_the_styles() -> None:
    assert set(STYLES) <= set(ALL_STYLES)


def test_every_style_may_be_set_and_a_file_with_one(mine: Home) -> None:
    for style in (*ALL_STYLES, "/home/ana/my styles/[bold].csl", "nature.csl"):
        save(mine, style=style)
        assert load(mine) == (Settings(style=style), ())


def test_what_the_program_writes_is_read_without_a_parser(mine: Home) -> None:
    save(mine, theme="paper", measure=80, outline=False, hints_shown=True, style="mla")
    assert _plainly_written(mine.settings.read_text()) == {
        "theme": "paper",
        "measure": 80,
        "outline": False,
        "hints_shown": True,
        "style": "mla",
    }


LINES = st.one_of(
    st.builds(
        "{} = {}".format,
        st.sampled_from(["theme", "measure", "a-b", "a.b", "é", "1", "'q'", '"q"', "true"]),
        st.sampled_from(
            [
                "true",
                "false",
                "1",
                "07",
                "0",
                "1_0",
                "+1",
                "1.0",
                '"a"',
                '"a-b"',
                "'a'",
                '""',
                '"',
                '"\\u0041"',
            ]
        ),
    ),
    st.text("ab= \"'#[]\n\r\t", max_size=8),
)


@given(st.lists(LINES, max_size=4).map("\n".join))
@example("a = 1\x0cb = 2")
@example("a = 1\u2028b = 2")
@example('a = "b" # c')
def test_where_no_parser_is_asked_it_would_have_said_the_same(text: str) -> None:
    plain = _plainly_written(text)
    if plain is not None:
        assert plain == tomllib.loads(text)
