"""Golden citations: each is named by its rule, and says whether the rule was seen in a source.

`seen` names the source: the manual or its editors, a library’s guide, the code of a citation engine.
`from_memory` is for forms that nobody has looked up: such a citation has to say so itself.

The guides: ACU, BRCC, Chow, Curtin, Divinity, FortLewisC, HKBU, LoneStar, Rockhurst, Simmons, TRU, UQ
and USNWC for Chicago; APAtable, APAblog and APAnames (the association’s own), Conestoga, Endeavour,
FortLewis, Htuse, LCCC, Lynn, NotreDame and PoleParis for APA; BVU, CCA, DukeCh, Franklin, Frederick,
MLA9p, PenPad, ScholarG and SouthernCT for MLA; Birm, DMU, RGU, Scribbr, SGUL, UCL, and CTRCSL, a style
of the Citation Style Language, for Cite Them Right. CMOSqa are questions that Chicago’s editors
answered.

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
    """A form of a citation, with its faces marked.

    `uncapitalised` are words of the title that stand in the work without a capital; `recalled` are words
    of the rule that it takes from memory, where it takes one.
    """

    form: Form
    work: Metadata
    marked: str
    place: Place
    uncapitalised: str
    was_seen: bool
    recalled: str = ""


def seen(
    rule: str,
    source: str,
    form: Form,
    work: Metadata,
    marked: str,
    place: Place = NOWHERE,
    uncapitalised: str = "",
) -> ParameterSet:
    """A citation of which every rule was seen in a source."""
    golden = Golden(form, work, marked, place, uncapitalised, was_seen=True)
    return pytest.param(golden, id=f"{form}: {rule} (seen: {source})")


def from_memory(
    rule: str,
    form: Form,
    work: Metadata,
    marked: str,
    place: Place = NOWHERE,
    uncapitalised: str = "",
    recalled: str = "",
) -> ParameterSet:
    """A citation of which a rule is known from memory only; `recalled` are words that the reader is told."""
    golden = Golden(form, work, marked, place, uncapitalised, was_seen=False, recalled=recalled)
    return pytest.param(golden, id=f"{form}: {rule} (from memory)")


def check(style: str, golden: Golden) -> None:
    """The citation is the expected one, face by face, and says whether it should be looked up.

    The work is one that note 3 cited first.
    """
    form, work, marked, place, uncapitalised, was_seen, recalled = golden
    reference = written(style, form, work, place, first=3, uncapitalised=uncapitalised)
    assert reference.phrase.marked == marked
    # A comma may stand inside the marks of a heading.
    assert reference.locator.rstrip("”") in reference.phrase.plain
    assert (reference.unchecked == ()) is was_seen, reference.unchecked
    assert not recalled or any(recalled in rule for rule in reference.unchecked), reference.unchecked
