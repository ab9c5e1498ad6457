"""What a paragraph of a Word file is: a heading, an item with its number, a quotation, code.

Source: ECMA-376 Part 1, §§ 17.3.1 and 17.9.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.formats.docx.numbering import Numbering
from corpus.formats.docx.styles import Styles, numbering_in
from corpus.formats.office.elements import child, is_on, value
from corpus.formats.office.roles import Role

_NO_LIST: Final = "0"
_LONGEST_HEADING: Final = 240
"""Letters of a paragraph that is a heading only by its level in the outline, at the most."""
_BODY: Final = "9"


class Placed(NamedTuple):
    """What a paragraph is.

    `heading` is a level from 1, or 0; `marker` what is printed before it, None where it stands in no list;
    `level` its depth in the list, from 0. Where the end of a paragraph `is_deleted`, or it
    `goes_on` (a large first letter does), what follows belongs to it.
    """

    heading: int = 0
    role: Role | None = None
    marker: str | None = None
    level: int = 0
    is_tight: bool = False
    is_deleted: bool = False
    goes_on: bool = False


def placed(paragraph: Element, styles: Styles, numbering: Numbering | None) -> Placed:
    """What a paragraph is. Without `numbering` nothing is counted: the marker is then "" for any."""
    properties = child(paragraph, "pPr")
    name = value(child(properties, "pStyle")) or styles.usual
    style = styles.of(name)
    heading = style.heading
    if (said := value(child(properties, "outlineLvl"))) is not None:
        if said == _BODY:
            heading = 0
        elif said in set("012345678") and sum(map(len, paragraph.itertext())) <= _LONGEST_HEADING:
            heading = int(said) + 1
    tight = child(properties, "contextualSpacing")
    marks = child(properties, "rPr")
    is_deleted = child(marks, "del") is not None or child(marks, "moveFrom") is not None
    frame = value(child(properties, "framePr"), "dropCap")
    here = Placed(
        heading,
        style.role,
        is_tight=style.is_tight if tight is None else is_on(tight),
        is_deleted=is_deleted,
        goes_on=frame in ("drop", "margin"),
    )
    list_id, level = _list(properties, style.list_id, style.list_level, name, numbering)
    if list_id == _NO_LIST and here.role is None and _is_indented(properties):
        return here._replace(role=Role.GOES_ON)  # so LibreOffice writes what follows in an item
    if list_id in ("", _NO_LIST) or is_deleted:
        return here
    if numbering is None:
        return here._replace(marker="", level=level)
    return here._replace(marker=numbering.next(list_id, level), level=level)


def _list(
    properties: Element | None, styled: str, styled_level: int, name: str, numbering: Numbering | None
) -> tuple[str, int]:
    """The list that a paragraph stands in, and its level there."""
    list_id, level = numbering_in(said) if (said := child(properties, "numPr")) is not None else (None, None)
    if list_id is None:
        list_id = styled
    if level is None:
        level = styled_level
        if numbering is not None and (own := numbering.level_of_style(list_id, name)) is not None:
            level = own
    return list_id, level


def _is_indented(properties: Element | None) -> bool:
    indent = child(properties, "ind")
    said = value(indent, "left") or value(indent, "start") or ""
    return said.isdecimal() and said.strip("0") != ""
