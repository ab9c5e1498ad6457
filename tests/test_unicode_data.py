"""Clusters, widths and line breaks against Unicode's own data, which Debian's package unicode-data has.

What differs is counted to the case, with the reason: whatever else comes to differ is seen here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

import pytest
from unicode_segmentation_rs import line_break_units

from tui.cells import clusters, width, wrap

DATA: Final = Path("/usr/share/unicode")
WIDTHS: Final = DATA / "EastAsianWidth.txt"
COUNTED_IN: Final = "# EastAsianWidth-15.0.0.txt"


@pytest.fixture(autouse=True)
def package() -> None:
    """Skip where the data is missing, or of a version in which other cases differ."""
    if not WIDTHS.is_file():
        pytest.skip("Debian's package unicode-data is not installed here.")
    with WIDTHS.open(encoding="utf-8") as file:
        version = file.readline().strip()
    if version != COUNTED_IN:
        pytest.skip(f"What differs was counted in Unicode 15.0, and the data here is “{version}”.")


def fields(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if words := line.partition("#")[0].strip():
            yield [field.strip() for field in words.split(";")]


def characters(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())


def every(codes: str) -> Iterator[str]:
    """The characters of a range, or the one sequence."""
    first, dots, last = codes.partition("..")
    if dots:
        yield from map(chr, range(int(first, 16), int(last, 16) + 1))
    else:
        yield characters(codes)


def cases(name: str) -> list[tuple[str, list[int]]]:
    """The texts of a break test, and the indexes at which each may be broken; no lone surrogates."""
    found = []
    for (line,) in fields(name):
        pieces = [characters(piece.replace("×", " ")) for piece in line.strip("÷× ").split("÷")]
        text = "".join(pieces)
        if not any("\ud800" <= character <= "\udfff" for character in text):
            found.append((text, list(accumulate(map(len, pieces)))))
    return found


def test_clusters_are_unicodes() -> None:
    tests = cases("auxiliary/GraphemeBreakTest.txt")
    assert len(tests) == 602
    differing = [text for text, ends in tests if [last for _, last, _ in clusters(text)] != ends]
    # A line holds no line end. A rule that changed later: these scissors are no pictograph, so nothing
    # joins them.
    assert differing == ["\r\n", "\u2701\u200d\u2701"]


def test_lines_break_where_unicode_says() -> None:
    classes = {sign: name for codes, name in fields("LineBreak.txt") for sign in every(codes)}
    tests = cases("auxiliary/LineBreakTest.txt")
    assert len(tests) == 7_654
    differing: Counter[str] = Counter()
    for text, ends in tests:
        ours = set(accumulate(map(len, line_break_units(text))))
        differing.update(f"+{classes.get(text[end], 'XX')}" for end in ours - set(ends))
        differing.update(f"-{classes.get(text[end], 'XX')}" for end in set(ends) - ours)
    assert differing == {
        # Before an East Asian bracket, and before a bracket after $ or %: fewer breaks than might be,
        # so that a line is a little shorter. None starts with what it must not.
        "-OP": 34,
        # The same between , . / and a number, and between a bracket and % or $ (LB25, which the tests
        # apply by pairs of characters and the library by whole numbers).
        "-NU": 16,
        "-PO": 4,
        "-PR": 4,
        # Before a skin tone after a pictograph yet to be assigned: `wrap` tears no cluster, and does not.
        "+EM": 1,
    }


def test_wrapping_breaks_where_unicode_says_and_tears_no_cluster() -> None:
    for text, ends in cases("auxiliary/LineBreakTest.txt"):
        # Line ends part blocks before a line is wrapped; a hyphen that is not shown is no place to break.
        if text.isascii() or any(sign in text for sign in "\n\v\f\r\x85\u2028\u2029\u00ad"):
            continue
        borders = {last for _, last, _ in clusters(text)}
        possible = [0, *(end for end in ends if end in borders)]
        room = max(4, *(width(text[start:end]) for start, end in pairwise(possible)))
        assert set(wrap(text, room)) <= set(possible)


def test_a_character_is_as_wide_as_unicode_says() -> None:
    categories = {line[0]: line[2] for line in fields("UnicodeData.txt") if len(line) > 2}
    differing: Counter[tuple[str, int, int]] = Counter()
    counted = 0
    for codes, east_asian in fields("EastAsianWidth.txt"):
        for character in every(codes):
            category = categories.get(f"{ord(character):04X}", "Cn")
            if category in ("Cc", "Cn", "Co", "Cs", "Zl", "Zp"):
                continue
            counted += 1
            unicodes = 0 if category in ("Mn", "Me") else 2 if east_asian in ("W", "F") else 1
            if width(character) != unicodes:
                differing[category, unicodes, width(character)] += 1
    assert counted > 34_000
    assert differing == {
        # Format characters, which are not seen: joiners, tags, the soft hyphen.
        ("Cf", 1, 0): 157,
        # Vowels and finals of Hangul, drawn into the syllable; fillers.
        ("Lo", 1, 0): 233,
        ("Lo", 2, 0): 1,
        # Vowel signs of Indic scripts, drawn beside the letter and part of its cluster; tone marks.
        ("Mc", 1, 0): 448,
        ("Mc", 2, 0): 4,
        # Hexagrams and counting rods, wide since Unicode 16; and the 26 letters that flags are made of,
        # which wcwidth gives two cells and Rich one.
        ("No", 1, 2): 23,
        ("So", 1, 2): 191,
    }


@pytest.mark.parametrize(
    ("name", "sequences"),
    [("emoji-sequences", 2_314), ("emoji-zwj-sequences", 1_350)],
)
def test_an_emoji_is_one_cluster_of_two_cells(name: str, sequences: int) -> None:
    found = [sequence for codes, *_ in fields(f"emoji/{name}.txt") for sequence in every(codes)]
    assert len(found) == sequences
    differing = []
    for sequence in found:
        assert len(list(clusters(sequence))) == 1
        if width(sequence) != 2:
            differing.append(sequence)
    # Nine signs that are text until a skin tone follows, five tones each: wcwidth and Rich keep to one cell.
    narrow = "☝⛹✌✍🏋🏌🕴🕵🖐"
    assert {sequence[0] for sequence in differing} <= set(narrow)
    assert len(differing) == (45 if name == "emoji-sequences" else 0)


def test_a_sign_followed_by_a_variation_selector_fits_whichever_library_is_right() -> None:
    found: Counter[tuple[str, int]] = Counter()
    for codes, style, *_ in fields("emoji/emoji-variation-sequences.txt"):
        found[style, width(characters(codes))] += 1
    assert found == {
        ("emoji style", 2): 354,
        ("text style", 1): 213,
        # Wide by themselves: Rich leaves them so, wcwidth makes them narrow, and the wider counts.
        ("text style", 2): 141,
    }
