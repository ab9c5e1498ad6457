"""What is measured, in which unit, and what each figure is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple


class Row(NamedTuple):
    """One line of the table: a measure of a program on a text (by its name)."""

    measure: str
    text: str
    program: str


@dataclass(frozen=True)
class Measure:
    """A measure: `unit` is "ms" (its values are seconds) or "MB" (its values are bytes).

    Its median is divided by that of `measure` on `text` (None: the same text) by `program`; or by its
    own ("spread": the 95th percentile by the median; "file": by the bytes of the text).
    """

    name: str
    says: str
    unit: Literal["ms", "MB"] = "ms"
    against: tuple[str, str | None, str] | Literal["spread", "file"] = "spread"


MEASURES: Final = {
    measure.name: measure
    for measure in (
        Measure(
            "first frame",
            "from exec until page one is there, and with it outline and foot",
            against=("first frame", None, "hello"),
        ),
        Measure(
            "key at once",
            "from exec until page two is there, the key waiting since exec",
            against=("first frame", None, "hello"),
        ),
        Measure("page", "from the key to the last byte that changes the screen", against="spread"),
        Measure(
            "page, processor",
            "processor time of the whole process for a page on",
            against=("page, processor", None, "bare view"),
        ),
        Measure("end", "to the last words, all being at rest", against=("end", None, "less")),
        Measure(
            "end, after a find",
            "the same, with a hit marked on the first page",
            against=("end, after a find", None, "less"),
        ),
        Measure("end, early", "the same, asked with the first frame", against=("end", None, "less")),
        Measure("find", "from the last letter to the hit on the page", against=("find", None, "less")),
        Measure("find, count", "from the last letter to 1/1", against=("find", None, "less")),
        Measure("find, early", "to the hit, typed with the first frame", against=("find", None, "less")),
        Measure("find, early, count", "the same, to 1/1", against=("find", None, "less")),
        Measure(
            "resize",
            "120 to 80 columns in the middle, to the last byte that changes the screen",
            against=("resize", "10 KB", "pincite"),
        ),
        Measure("memory", "the most that the process held", "MB", "file"),
        Measure("memory, all", "the most that it and what it started held together", "MB", "file"),
    )
}
