"""What is said of an entry of the outline: who wrote it, and why it stands there. No Textual in it."""

from __future__ import annotations

from corpus.document import Kind, Readable
from corpus.outline import Section

_HELP = "? again shows all keys"


def said_of_entry(document: Readable, section: Section) -> str:
    """Who placed an entry, and why, and the key for more: a receipt, the gist of it first."""
    return " · ".join((*_reasons(document, section), _HELP))


def _reasons(document: Readable, section: Section) -> tuple[str, ...]:
    if section.by_reader:
        return (section.why.rstrip(".") or "Your own entry",)
    if section.inferred:
        why = section.why.rstrip(".")
        return ("Not the author’s", why) if why else ("Not the author’s: Pincite placed this entry",)
    if section.matter != "body":
        where = "before" if section.matter == "front" else "behind"
        return (f"Stands {where} the article itself",)
    if document.block_near(section.start).kind is Kind.HEADING:
        return ("The author’s own heading",)
    return ("The author’s own words, at the head of this paragraph",)


def said_of_inferred(shown: bool, count: int) -> str:
    """What the key did that shows or hides inferred entries, of which this outline has so many."""
    if not count:
        state = "are shown" if shown else "are hidden"
        return f"Inferred entries {state} from now on · this outline has none"
    entries = "1 inferred entry is" if count == 1 else f"{count:,} inferred entries are"
    return f"{entries} shown" if shown else f"{entries} hidden · ~ shows them again"
