from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exchange.csl_reading import metadata_of, stated_by
from corpus.exchange.zotero_reading import csl_item
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sources import CSL_SIDECAR

RUIZ = Name("Ruiz", "Ana")


def read(**item: object) -> Metadata:
    return metadata_of(item)._replace(sources={})


def test_every_variable_that_we_keep_is_read() -> None:
    item: dict[str, Any] = {
        "id": "ruiz2019",
        "type": "article-journal",
        "title": "Rivers &amp; Rules of <i>Salmo</i>",
        "title-short": "Rivers",
        "author": [{"family": "Ruiz", "given": "Ana"}, {"literal": "River Office"}],
        "editor": [{"family": "Stone", "given": "Maria"}],
        "container-title": "Journal of Water Law",
        "container-title-short": "J. Water L.",
        "volume": 12,
        "issue": "3",
        "page": "145-170",
        "issued": {"date-parts": [["2019", 2, 5]]},
        "accessed": {"date-parts": [[2026, 1]]},
        "publisher": "Northgate",
        "publisher-place": "London",
        "edition": 2,
        "number": "7",
        "genre": "Report",
        "jurisdiction": "Cth",
        "DOI": "10.5555/jwl.3",
        "ISBN": "9780306406157",
        "URL": "https://example.org/rivers",
        "language": "en-GB",
    }
    assert metadata_of(item) == Metadata(
        title="Rivers &amp; Rules of Salmo",
        authors=(RUIZ, Name(literal="River Office")),
        date=PartialDate(2019, 2, 5),
        publisher="Northgate",
        container="Journal of Water Law",
        url="https://example.org/rivers",
        accessed=PartialDate(2026, 1),
        lang="en-GB",
        type="article-journal",
        title_short="Rivers",
        container_short="J. Water L.",
        editors=(Name("Stone", "Maria"),),
        edition="2",
        volume="12",
        issue="3",
        pages="145–170",
        place="London",
        number="7",
        genre="Report",
        jurisdiction="Cth",
        doi="10.5555/jwl.3",
        isbn="9780306406157",
        sources=dict.fromkeys(
            (name for name in Metadata._fields if "romanised" not in name and name not in _OURS), CSL_SIDECAR
        ),
    )


_OURS = ("title_translated", "sources")


def test_what_csl_has_no_variable_for_stands_under_custom() -> None:
    found = read(
        title="知识产权保护的新阶段",
        author=[{"family": "Zhang", "given": "Wei", "static-ordering": True}, {"literal": "River Office"}],
        custom={
            "title-romanised": "Zhishi chanquan",
            "title-translated": "A new stage",
            "container-title-romanised": "Faxue yanjiu",
            "author-native": ["张伟", ""],
        },
    )
    assert found.authors == (
        Name("Zhang", "Wei", "family-first", native="张伟"),
        Name(literal="River Office"),
    )
    assert (found.title_romanised, found.title_translated) == ("Zhishi chanquan", "A new stage")
    assert found.container_romanised == "Faxue yanjiu"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"family": "He", "given": "Jing", "static-ordering": True}, Name("He", "Jing", "family-first")),
        ({"family": "He", "given": "Jing"}, Name("He", "Jing")),
        ({"family": "张", "given": "伟"}, Name("张", "伟", "family-first")),
        ({"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}, Name("van Gogh", "Vincent")),
        (
            {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"},
            Name("Beethoven", "Ludwig van"),
        ),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, Name("King Jr.", "Martin")),
        ({"family": "World Health Organization"}, Name(literal="World Health Organization")),
        ({"family": "Plato"}, Name("Plato")),
        ({"literal": "Rivers and Sons"}, Name(literal="Rivers and Sons")),
        ("Ana Ruiz", RUIZ),
    ],
)
def test_names(name: object, expected: Name) -> None:
    assert read(author=[name]).authors == (expected,)


@pytest.mark.parametrize(
    "name", [{"family": "☃"}, {"literal": "—"}, {"given": "1"}, "?", 3, None, [], {}, {"family": {}}]
)
def test_a_symbol_is_no_name(name: object) -> None:
    assert read(author=[name, "Ana Ruiz"]).authors == (RUIZ,)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"date-parts": [[2021]]}, PartialDate(2021)),
        ({"date-parts": [[2021, 2, 5], [2021, 2, 7]]}, PartialDate(2021, 2, 5)),
        ({"date-parts": [["2021", "02", ""]]}, PartialDate(2021, 2)),
        ({"date-parts": [[2021, 21]]}, PartialDate(2021)),
        ({"date-parts": [[850]]}, PartialDate(850)),
        ({"raw": "5 Feb 2021"}, PartialDate(2021, 2, 5)),
        ({"literal": "Spring 2021"}, PartialDate(2021)),
        ({"year": 2021, "month": 2}, PartialDate(2021, 2)),
        ("2021-02-05/2021-02-07", PartialDate(2021, 2, 5)),
        (2021, PartialDate(2021)),
        ({"date-parts": [[]]}, None),
        ({"date-parts": [None]}, None),
        ({"date-parts": [[{}]]}, None),
        ([], None),
    ],
)
def test_dates(date: object, expected: PartialDate | None) -> None:
    assert read(issued=date).date == expected


def test_nesting_however_deep_does_no_harm() -> None:
    deep: list[Any] = []
    for _ in range(50_000):
        deep = [deep]
    item = dict.fromkeys(("title", "author", "issued", "accessed", "custom", "volume"), deep)
    assert (
        read(**item)
        == read(issued={"date-parts": deep, "raw": deep}, author=[{"family": deep}])
        == Metadata()
    )


@pytest.mark.parametrize("date", [{"date-parts": [[2021, 2, 31]]}, {"raw": "31 February 2021"}, "2021-02-31"])
def test_a_day_that_the_calendar_has_not_is_left_out_and_said(date: object) -> None:
    metadata, faults = stated_by({"title": "Rivers", "issued": date})
    assert metadata == Metadata(title="Rivers", sources={"title": CSL_SIDECAR})
    assert len(faults) == 1
    assert "is no date" in faults[0]


def test_values_are_harmless_and_of_bounded_length() -> None:
    found = read(title="a\x1b[31mb\u202ec", publisher="x" * 100_000, volume=10**5_000, issue=float("nan"))
    assert found == Metadata(title="a␛[31mb⟨RLO⟩c", publisher="x" * 1_000)


_KEYS = st.sampled_from(
    """
    title author editor issued accessed family given literal date-parts raw page custom order native
    author-native volume DOI URL type language suffix year
    """.split()
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(_KEYS | st.text(max_size=4), inner, max_size=5)
    ),
    max_leaves=20,
)


@given(st.dictionaries(_KEYS, _JSON))
def test_no_json_makes_it_raise(item: dict[str, Any]) -> None:
    native = csl_item({"itemType": "book", "creators": [item], "title": item.get("title"), "date": item})
    assert stated_by(native).metadata.type == "book"
    metadata, faults = stated_by(item)
    assert all(fault.endswith(".") and len(fault) < 1_000 for fault in faults)
    assert set(metadata.sources) == {
        name for name, value in metadata._asdict().items() if value and name != "sources"
    }
