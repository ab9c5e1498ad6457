"""Styles from CSL files: what programs make of them, and files and programs that are not to be trusted."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from corpus.citation import STYLES, NoSuchStyle, refer
from corpus.citation.csl import engines
from corpus.citation.phrase import Phrase
from corpus.citation.place import Place
from corpus.citation.style import Cited, Form
from corpus.metadata import Metadata, Name
from tests.works import BOOK, CHINESE, COUNTED, NEWS, NOWHERE, PRINTED, SECTION, paged
from tui.command_line import call

ENGINES = [
    pytest.param("pandoc", marks=pytest.mark.skipif(not shutil.which("pandoc"), reason="no pandoc")),
    pytest.param("citeproc-py", marks=pytest.mark.skipif(not find_spec("citeproc"), reason="no citeproc-py")),
]

NOTES = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info><title>Lock Keepers’ Notes</title><id>lock</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <macro name="whole">
    <group delimiter=", ">
      <names variable="author"><name and="text" delimiter-precedes-last="never"/></names>
      <text variable="title" font-style="italic"/>
      <text variable="container-title" font-variant="small-caps"/>
    </group>
  </macro>
  <citation><layout suffix="." delimiter="; ">
    <group delimiter=", ">
      <choose>
        <if position="ibid ibid-with-locator" match="any"><text value="Again"/></if>
        <else-if position="subsequent">
          <names variable="author"><name form="short" and="text"/></names>
        </else-if>
        <else><text macro="whole"/></else>
      </choose>
      <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
    </group>
  </layout></citation>
  <bibliography><layout suffix="."><text macro="whole"/></layout></bibliography>
</style>
"""
NUMBERS = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Numbers</title><id>n</id><updated>2020-01-01T00:00:00+00:00</updated>
  <category citation-format="numeric"/></info>
  <citation><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>
</style>
"""
BOMB = f"""<!DOCTYPE style [<!ENTITY a "ha"><!ENTITY b "{"&a;" * 50}"><!ENTITY c "{"&b;" * 50}">]>
{NUMBERS.replace("Numbers", "&c;")}"""
OUTSIDE = (
    f"""<!DOCTYPE style [<!ENTITY a SYSTEM "file:///etc/hostname">]>{NUMBERS.replace("Numbers", "&a;")}"""
)
DEPENDENT = NUMBERS.replace(
    "<id>", '<link rel="independent-parent" href="http://example.org/styles/parent\x7f"/><id>'
)


@pytest.fixture
def style(tmp_path: Path) -> str:
    """The path of a style that writes notes."""
    return written(tmp_path, NOTES)


def written(folder: Path, xml: str, name: str = "lock.csl") -> str:
    (folder / name).write_text(xml, encoding="utf-8")
    return str(folder / name)


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Uses one of the programs, and nothing that was made before."""

    def chosen(program: str) -> None:
        monkeypatch.setattr("corpus.citation.csl.engine", lambda: program)

    engines.written.cache_clear()
    return chosen


def answering(program: str, monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Put a script in the place of pandoc."""
    path = folder / program
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    engines.written.cache_clear()


# What the programs make of a style ----------------------------------------------------------------


@pytest.mark.parametrize("program", ENGINES)
def test_each_form_and_names_in_the_order_of_the_source(
    style: str, use: Callable[[str], None], program: str
) -> None:
    use(program)
    forms: tuple[Form, ...] = ("cite", "short", "ibid", "entry")
    assert [refer(Cited(NEWS, COUNTED), style, form).phrase.marked for form in forms] == [
        "He Jing and Fang Yi, *China’s Roadmap for IPR Protection*, SC{CGTN}, para. 3.",
        "He Jing and Fang Yi, para. 3.",
        "Again, para. 3.",
        "He Jing and Fang Yi, *China’s Roadmap for IPR Protection*, SC{CGTN}.",
    ]


@pytest.mark.parametrize("program", ENGINES)
@pytest.mark.parametrize(
    ("work", "place", "ends"),
    [
        (BOOK, paged("42", "45"), "Maria Stone, *Paper Trails*, pp. 42–45."),
        (CHINESE, paged("18"), "SC{法学研究}, p. 18."),
        (NEWS._replace(authors=(Name("张", "伟"),)), PRINTED, "SC{CGTN}, para. 12."),
        (NEWS, SECTION, "SC{CGTN}, sec. 4.5."),
        (NEWS, NOWHERE, "SC{CGTN}."),
        (Metadata(title="[Bold]@x{y}\x1b[2J"), NOWHERE, "*[Bold]@x{y}␛[2J*."),
    ],
)
def test_places_and_odd_works(
    style: str, use: Callable[[str], None], program: str, work: Metadata, place: Place, ends: str
) -> None:
    use(program)
    marked = refer(Cited(work, place), style).phrase.marked
    assert marked.endswith(ends)
    assert work.authors != (Name("张", "伟"),) or marked.startswith("张伟,")


@pytest.mark.parametrize("program", ENGINES)
def test_a_numbered_list_has_the_number_and_a_place_that_is_dropped_is_told(
    tmp_path: Path, use: Callable[[str], None], program: str
) -> None:
    use(program)
    reference = refer(Cited(NEWS, COUNTED, number=3), written(tmp_path, NUMBERS))
    assert reference.phrase == Phrase(*reference.phrase.runs[:1])
    assert (reference.phrase.plain, reference.locator) == ("[3]", "")
    assert reference.notes == ("no ¶ 3: this style does not print it",)
    with pytest.raises(NoSuchStyle, match="has no bibliography"):
        refer(Cited(NEWS, COUNTED), written(tmp_path, NUMBERS), "entry")


@pytest.mark.parametrize("program", ENGINES)
def test_all_of_it_is_to_be_checked(style: str, use: Callable[[str], None], program: str) -> None:
    use(program)
    first, *others = refer(Cited(NEWS, COUNTED), style).unchecked
    assert first == f"written by {program} from lock.csl, not by Pincite"
    assert [words.split()[-1] for words in others] == ["counted", "whole"]


def test_a_style_is_asked_for_once_and_read_anew_when_its_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tmp_path / "calls"
    tree = '{"blocks": [{"t": "Cite", "c": [[], [{"t": "Str", "c": "it"}]]}]}'
    answering("pandoc", monkeypatch, tmp_path, f"echo >> {calls}\necho '{tree}'")
    path = written(tmp_path, NOTES)
    for _ in range(3):
        assert refer(Cited(BOOK), path).phrase.plain == "it"
    assert calls.read_text() == "\n"
    written(tmp_path, NOTES.replace("Lock", "Gate"))
    refer(Cited(BOOK), path)
    assert calls.read_text() == "\n\n"


def test_a_style_in_the_folder_of_styles_goes_by_its_name(home: Path) -> None:
    folder = home / "config" / "styles"
    folder.mkdir(parents=True)
    written(folder, NOTES, "mine.csl")
    assert STYLES["mine.csl"].label == "Lock Keepers’ Notes"
    assert STYLES["mine.csl"].family == "note"
    assert "mine.csl" in STYLES
    assert "mine.csl" not in list(STYLES)


def test_a_file_may_stand_for_a_style_on_the_command_line(
    style: str, home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tree = '{"blocks": [{"t": "Cite", "c": [[], [{"t": "Str", "c": "it"}]]}]}'
    answering("pandoc", monkeypatch, tmp_path, f"echo '{tree}'")
    article = tmp_path / "lock.md"
    article.write_text("# Lock\n\nThe gate is open.\n", encoding="utf-8")
    cite = ["cite", str(article), "--paragraph", "1", "--style"]
    assert call([*cite, style]) == 0
    folder = home / "config" / "styles"
    folder.mkdir(parents=True)
    written(folder, NOTES, "mine.csl")
    assert call([*cite, "mine"]) == 0
    assert capfd.readouterr().out == "“The gate is open.” it\n" * 2
    assert call([*cite, "yours"]) == 2
    assert "“yours” is no style: choose one of chicago, " in capfd.readouterr().err


# What is not to be trusted ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("", "is no CSL style"),
        ("@book{stone, title = {Paper Trails}}", "is no CSL style"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'><style/></html>", "is no CSL style"),
        (NOTES[:-20], "is no CSL style"),
        (NOTES.replace("<macro", "<a>" * 300 + "</a>" * 300 + "<macro"), "is no CSL style"),
        (BOMB, "declares a document type"),
        (OUTSIDE, "declares a document type"),
        (DEPENDENT, "only points to another style: get “parent␡”"),
        (NOTES + " " * 2_000_000, "is too large"),
    ],
    ids=["empty", "bib", "html", "cut short", "deep", "bomb", "outside", "dependent", "large"],
)
def test_what_is_no_style_is_said_before_any_program_is_given_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, xml: str, said: str
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(subprocess, "run", never)
    with pytest.raises(NoSuchStyle, match=said) as raised:
        refer(Cited(NEWS), written(tmp_path, xml, "odd\x1b[2J.csl"))
    assert "\x1b" not in str(raised.value)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NoSuchStyle, match="There is no style file"):
        refer(Cited(NEWS), str(tmp_path / "none.csl"))
    (tmp_path / "folder.csl").mkdir()
    with pytest.raises(NoSuchStyle, match="is no file"):
        refer(Cited(NEWS), str(tmp_path / "folder.csl"))


def test_without_a_program_it_is_said_what_to_install(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(NoSuchStyle, match=r"needs pandoc, or pip install 'pincite\[csl\]'"):
        refer(Cited(NEWS), style)


@pytest.mark.skipif(sys.platform == "win32", reason="scripts of a shell")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exec sleep 60", "did not finish “lock.csl” in 0.3 seconds"),
        (
            "printf 'first\\nit is \\033[31mbroken\\n' >&2; exit 3",
            "cannot use “lock.csl” .it is ␛.31mbroken.",
        ),
        ("exit 3", "it gives no reason"),
        ("echo no JSON", "its answer cannot be read"),
        ("""echo '{"blocks": [{"t": "Cite", "c": 5}]}'""", "its answer cannot be read"),
        ("""echo '{"blocks": []}'""", "its answer cannot be read"),
    ],
)
def test_a_program_that_hangs_or_fails_is_a_sentence(
    style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    monkeypatch.setattr(engines, "SECONDS", 0.3)
    answering("pandoc", monkeypatch, tmp_path, script)
    with pytest.raises(NoSuchStyle, match=said) as raised:
        refer(Cited(NEWS), style)
    assert "\x1b" not in str(raised.value)


def test_nothing_of_it_is_imported_before_it_is_asked_for() -> None:
    script = "import sys, corpus.citation, tui.settings; print([m for m in sys.modules if 'csl' in m])"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
