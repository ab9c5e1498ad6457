"""The tree that docutils makes, written as HTML: what stands in it, and nothing of how it is to look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from docutils import nodes

from corpus.formats.as_html import escaped
from corpus.scripts import is_wide

_TAGS: Final = {
    "paragraph": "p",
    "bullet_list": "ul",
    "list_item": "li",
    "definition_list": "dl",
    "term": "dt",
    "definition": "dd",
    "field_list": "dl",
    "field_name": "dt",
    "field_body": "dd",
    "option_list": "dl",
    "option_group": "dt",
    "description": "dd",
    "block_quote": "blockquote",
    "epigraph": "blockquote",
    "literal_block": "pre",
    "doctest_block": "pre",
    "math_block": "pre",
    "attribution": "p",
    "rubric": "p",
    "subtitle": "p",
    "thead": "thead",
    "tbody": "tbody",
    "table": "table",
    "row": "tr",
    "figure": "figure",
    "caption": "figcaption",
    "legend": "div",
    "emphasis": "em",
    "title_reference": "cite",
    "strong": "strong",
    "literal": "code",
    "math": "code",
    "subscript": "sub",
    "superscript": "sup",
    "container": "div",
    "compound": "div",
    "topic": "div",
    "sidebar": "aside",
    "section": "section",
    "line_block": "p",
}
_ADMONITIONS: Final = frozenset(
    "attention caution danger error hint important note tip warning admonition".split()
)
_LEFT_OUT: Final = frozenset(
    "comment substitution_definition pending system_message raw meta docinfo decoration colspec"
    " NotRead".split()
)
_VERBATIM: Final = frozenset(("literal_block", "doctest_block", "math_block"))
_LISTS: Final = {"loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}
_BREAK: Final = re.compile(r"(\S)\s*\n\s*(\S)")


class _Labelled(NamedTuple):
    id: str
    title: str


def html_of(tree: nodes.document, noted: nodes.Element | None = None) -> Iterator[str]:
    """The pieces of HTML that the tree is; `noted` is the element that stands outside of the article."""
    labels = _labels(tree)
    stack: list[nodes.Node | str] = list(reversed(tree.children))
    while stack:
        node = stack.pop()
        if isinstance(node, nodes.Text):  # a string, too
            yield _words(node)
        elif isinstance(node, str):
            yield node
        elif node.tagname not in _LEFT_OUT and isinstance(node, nodes.Element):
            start, end, inside = _written(node, tree, labels)
            if node is noted:
                start, end = f'<section role="doc-endnotes">{start}', f"{end}</section>"
            yield start
            stack.append(end)
            if inside:
                stack.extend(reversed(node.children))


def _labels(tree: nodes.document) -> dict[str, _Labelled]:
    """The title of each section and figure, by the names that lead there."""
    found: dict[str, _Labelled] = {}
    for node in tree.findall(nodes.Element):
        if isinstance(node, nodes.section | nodes.figure | nodes.table) and node.get("names"):
            title = next((one for one in node.children if one.tagname in ("title", "caption")), None)
            if title is not None:
                for name in node["names"]:
                    found.setdefault(name, _Labelled(node["ids"][0], title.astext()))
    return found


def _words(text: nodes.Text) -> str:
    words = text.astext()
    if "\n" in words and text.parent is not None and text.parent.tagname not in _VERBATIM:
        words = _BREAK.sub(_joined, words)
    return escaped(words)


def _joined(match: re.Match[str]) -> str:
    before, after = match.groups()
    return f"{before}{after}" if is_wide(before) and is_wide(after) else match[0]


def _written(
    node: nodes.Element, tree: nodes.document, labels: dict[str, _Labelled]
) -> tuple[str, str, bool]:
    """What stands before an element and after it, and whether what it holds is written."""
    name = node.tagname
    ids = "".join(f'<a id="{escaped(one)}"></a>' for one in node.get("ids", ())[1:])
    identified = f' id="{escaped(node["ids"][0])}"' if node.get("ids") else ""
    if name == "title":
        return _title(node)
    if name == "topic" and "contents" in node.get("classes", ()):
        return "", "", False
    if name in _ADMONITIONS:
        title = "" if name == "admonition" else f"<legend>{name.capitalize()}</legend>"
        return f"<fieldset{identified}>{title}{ids}", "</fieldset>", True
    if name in ("footnote", "citation"):
        return f'<aside role="doc-footnote"{identified}>{ids}', "</aside>", True
    if name == "label":
        return f"<p>[{escaped(node.astext())}] ", "", False
    if name == "paragraph" and node.parent is not None and _is_note(node.parent) and node.parent[1] is node:
        return "", "</p>", True
    if name in ("footnote_reference", "citation_reference"):
        where = node.get("refid") or tree.nameids.get(node.get("refname", "")) or ""
        return f'<a href="#{escaped(where)}">[', "]</a>", True
    if name == "reference":
        return _reference(node, tree)
    if name == "inline" and node.get("label"):
        return _labelled(node, labels)
    if name == "image":
        alt = node.get("alt", "")
        return f'<img src="{escaped(node.get("uri", ""))}" alt="{escaped(alt)}"{identified}>', "", False
    if name == "enumerated_list":
        kind = _LISTS.get(node.get("enumtype", ""), "1")
        return f'<ol type="{kind}" start="{node.get("start", 1)}"{identified}>', "</ol>", True
    return _plain(node, name, identified, ids)


def _plain(node: nodes.Element, name: str, identified: str, ids: str) -> tuple[str, str, bool]:
    if name == "entry":
        tag = "th" if node.parent is not None and node.parent.parent.tagname == "thead" else "td"
        spans = ""
        for attribute, said in (("morecols", "colspan"), ("morerows", "rowspan")):
            if more := node.get(attribute):
                spans += f' {said}="{int(more) + 1}"'
        return f"<{tag}{spans}>", f"</{tag}>", True
    if name == "transition":
        return "<hr>", "", False
    if name == "line":
        return "", "<br>", True
    if name == "line_block" and node.parent is not None and node.parent.tagname == "line_block":
        return "", "", True
    if name == "classifier":
        return " : <em>", "</em>", True
    if name == "option_argument":
        return node.get("delimiter", " "), "", True
    if name == "option" and node.parent is not None and node.parent.index(node):
        return ", ", "", True
    if name == "attribution":
        return "<p>— ", "</p>", True
    if name == "rubric":
        return "<p><strong>", "</strong></p>", True
    if name == "target" and not node.children:
        return f"<a{identified}></a>{ids}" if identified else "", "", False
    tag = _TAGS.get(name, "")
    if not tag:
        return f"<a{identified}></a>{ids}" if identified else "", "", True
    if tag == "table":
        return f"<table{identified}>", "</table>", True
    return f"<{tag}{identified}>{ids}", f"</{tag}>", True


def _is_note(node: nodes.Element) -> bool:
    return node.tagname in ("footnote", "citation") and node.children[0].tagname == "label"


def _title(node: nodes.Element) -> tuple[str, str, bool]:
    around = node.parent
    if around is not None and around.tagname == "table":
        return "<caption>", "</caption>", True
    if around is None or around.tagname != "section":
        return "<legend>", "</legend>", True
    level = 0
    while around is not None:
        level += around.tagname == "section"
        around = around.parent
    tag = f"h{min(level, 6)}"
    return f"<{tag}>", f"</{tag}>", True


def _reference(node: nodes.Element, tree: nodes.document) -> tuple[str, str, bool]:
    if address := node.get("refuri"):
        return f'<a href="{escaped(address)}">', "</a>", True
    if where := node.get("refid") or tree.nameids.get(node.get("refname", "")):
        return f'<a href="#{escaped(where)}">', "</a>", True
    # It leads nowhere: a word that ends in "_", most likely.
    raw = node.rawsource
    return (escaped(raw), "", False) if raw.endswith("_") and "`" not in raw else ("", "", True)


def _labelled(node: nodes.Element, labels: dict[str, _Labelled]) -> tuple[str, str, bool]:
    found = labels.get(node["label"])
    if found is None:
        return "", "", True
    start = f'<a href="#{escaped(found.id)}">'
    return (start, "</a>", True) if node["titled"] else (f"{start}{escaped(found.title)}</a>", "", False)
