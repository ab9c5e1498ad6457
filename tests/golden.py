"""Golden citations: each is named by its rule, and says whether the rule was seen in a source.

`seen` names the source: the manual or its editors, a library’s guide, the code of a citation engine.
`from_memory` is for forms that nobody has looked up: such a citation has to say so itself.

The guides: ACU, BRCC, Chow, Curtin, Divinity, FortLewisC, HKBU, LoneStar, Rockhurst, Simmons, TRU, UQ
and USNWC for Chicago; APAtable, APAblog and APAnames (the association’s own), Conestoga, Endeavour,
FortLewis, Htuse, LCCC, Lynn, NotreDame and PoleParis for APA; BVU, CCA, DukeCh, Franklin, Frederick,
MLA9p, PenPad, ScholarG and SouthernCT for MLA; Birm, DMU, RGU, Scribbr, SGUL, UCL, and CTRCSL, a style
of the Citation Style Language, for Cite Them Right. CMOSqa are questions that Chicago’s editors
answered.
"""

from __future__ import annotations

import pytest
from _pytest.mark.structures import ParameterSet

from corpus.citation.place import Place
from corpus.citation.style import Form
from corpus.metadata import Metadata
from tests.works import NOWHERE, written


def seen(
    rule: str,
    source: str,
    form: Form,
    work: Metadata,
    expected: str,
    place: Place = NOWHERE,
    uncapitalised: str = "",
) -> ParameterSet:
    """A citation of which every rule was seen in a source."""
    return pytest.param(form, work, place, uncapitalised, expected, True, id=f"{rule} (seen: {source})")


def from_memory(
    rule: str,
    form: Form,
    work: Metadata,
    expected: str,
    place: Place = NOWHERE,
    uncapitalised: str = "",
) -> ParameterSet:
    """A citation of which a rule is known from memory only."""
    return pytest.param(form, work, place, uncapitalised, expected, False, id=f"{rule} (from memory)")


GOLDEN = ("form", "work", "place", "uncapitalised", "expected", "was_seen")
"""The arguments of a test over golden citations."""


def check(
    style: str, form: Form, work: Metadata, place: Place, uncapitalised: str, expected: str, was_seen: bool
) -> None:
    """The citation is the expected one, and says whether it should be looked up."""
    reference = written(style, form, work, place, uncapitalised=uncapitalised)
    assert reference.phrase.marked == expected
    assert (reference.unchecked == ()) is was_seen, reference.unchecked
