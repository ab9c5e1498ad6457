"""Golden citations in the styles of lawyers: each named by its rule, and by where that was seen.

Indigo is The Indigo Book, a restatement of the Bluebook’s system under a free licence, OSCOLA the Oxford
manual itself; OscCSL and McGCSL are styles of the Citation Style Language, Slaw7 and Slaw8 columns of
Slaw on the 7th and 8th edition of McGill. The others are guides of libraries: UCDavis for the Bluebook;
GCU, GSM, IALS, Port, Port304, RGU, SOAS, StudyAR, Swansea and UWL for OSCOLA; Carleton, Emond (a
publisher), OntarioTech, Sheridan and STU for McGill; ANU, CDU, LaTrobe, Melb, MQ, NDA (Notre Dame,
Australia), PersBlog (a blog), QUT, SCU and UQ for AGLC.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from corpus.citation.place import Place
from corpus.citation.style import Form
from corpus.metadata import Metadata
from tests.works import NOWHERE, written


class Golden(NamedTuple):
    """A form of a citation; `recalled` are words of the rule that it takes from memory, if any."""

    form: Form
    work: Metadata
    place: Place
    marked: str
    recalled: str = ""


def seen(
    source: str, rule: str, form: Form, work: Metadata, marked: str, place: Place = NOWHERE
) -> ParameterSet:
    """A citation of which every rule was seen in the source."""
    return pytest.param(Golden(form, work, place, marked), id=f"{form}: {rule} (seen: {source})")


def from_memory(
    recalled: str, rule: str, form: Form, work: Metadata, marked: str, place: Place = NOWHERE
) -> ParameterSet:
    """A citation that rests on a rule from memory; `recalled` are words that the reader is told of it."""
    return pytest.param(Golden(form, work, place, marked, recalled), id=f"{form}: {rule} (from memory)")


def check(style: str, golden: Golden) -> None:
    """Letter by letter and face by face; what is from memory is said, and nothing else is."""
    reference = written(style, golden.form, golden.work, golden.place, first=3)
    assert reference.phrase.marked == golden.marked
    assert reference.locator in reference.phrase.plain
    if golden.recalled:
        assert any(golden.recalled in rule for rule in reference.unchecked), reference.unchecked
    else:
        assert reference.unchecked == ()
