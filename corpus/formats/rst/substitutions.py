"""Substitutions (reStructuredText, § Substitution Definitions) that would be made without end.

What stands in a definition is made wherever the definition is used, and docutils makes it in the definition
itself, too: of a circle it sees only that a name comes again, after copying what it has so far each time.
"""

from __future__ import annotations

from typing import Final

from docutils import nodes

MOST_SUBSTITUTED: Final = 5_000
"""Some eighty times as many as in the most laborious manual that was seen."""


def keep_circles_as_written(tree: nodes.document) -> None:
    """Let references of definitions that lead back to themselves, or to such ones, be text."""
    inside: dict[str, list[nodes.substitution_reference]] = {}
    for ref, within in _references(tree):
        if within is not None:
            inside.setdefault(within, []).append(ref)
    used_in: dict[str, list[str]] = {}
    open_refs = {name: len(refs) for name, refs in inside.items()}
    ended = []
    for name, refs in inside.items():
        for ref in refs:
            used = _used(ref)
            used_in.setdefault(used, []).append(name)
            if used not in inside:
                ended.append(used)
    # What leads to an end is taken away, end by end: only what goes round stays.
    done = set(ended)
    waiting = list(done)
    while waiting:
        for name in used_in.get(waiting.pop(), ()):
            open_refs[name] -= 1
            if not open_refs[name]:
                done.add(name)
                waiting.append(name)
    for name, refs in inside.items():
        for ref in refs if name not in done else ():
            if _used(ref) not in done:
                ref.parent.replace(ref, nodes.Text(ref.rawsource or ref.astext()))


def substituted(tree: nodes.document) -> int:
    """How many substitutions there are to make, up to more than `MOST_SUBSTITUTED`; there are no circles."""
    inside: dict[str, list[str]] = {}
    waiting: list[str] = []
    for ref, within in _references(tree):
        waiting.append(_used(ref))
        if within is not None:
            inside.setdefault(within, []).append(_used(ref))
    count = 0
    while waiting and count <= MOST_SUBSTITUTED:
        count += 1
        waiting.extend(inside.get(waiting.pop(), ()))
    return count


def _references(tree: nodes.document) -> list[tuple[nodes.substitution_reference, str | None]]:
    """The references to substitutions, each with the name of the definition that it stands in."""
    found: list[tuple[nodes.substitution_reference, str | None]] = []
    for ref in tree.findall(nodes.substitution_reference):
        within = ref.parent
        while within is not None and not isinstance(within, nodes.substitution_definition):
            within = within.parent
        names = within["names"] if within is not None else ()
        found.append((ref, None if within is None else str(names[0]).lower() if names else ""))
    return found


def _used(ref: nodes.substitution_reference) -> str:
    return str(ref["refname"]).lower()
