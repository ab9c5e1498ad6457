"""What Sphinx adds to reStructuredText: its directives and roles, read as the words that they print.

Source: the chapters "Directives", "Roles" and "Domains" of the Sphinx manual. A directive that nobody knows
is taken for the description of an object: its argument, and what is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeAlias

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles
from docutils.parsers.rst.directives.tables import ListTable
from docutils.utils import unescape

_Found: TypeAlias = "tuple[type[Directive], list[nodes.system_message]]"

_SILENT: Final = frozenset(
    "toctree index module currentmodule highlight tabularcolumns sectionauthor codeauthor "
    "moduleauthor program default-domain restructuredtext-test-directive namespace namespace-push "
    "namespace-pop autosummary automodule autoclass autofunction automethod autoattribute "
    "autoexception autodata plot raw py-module cssclass contents meta".split()
)
_CODE: Final = frozenset(
    "code-block sourcecode code productionlist doctest testcode testsetup testoutput testcleanup "
    "prompt ipython graphviz digraph graph uml mermaid math parsed-literal-block highlight-block "
    "console kernel-render kernel-figure-source".split()
)
_ASIDE: Final = frozenset(
    "only ifconfig cssclass rst-class centered hlist container tabs tab grid card sidebar-like "
    "glossary".split()
)
_TAKING_IN: Final = frozenset("include literalinclude kernel-include kernel-doc kernel-abi mdinclude".split())
_TITLED: Final = {"seealso": "See also", "todo": "Todo", "impl-detail": "CPython implementation detail"}
_VERSIONS: Final = {
    "versionadded": "New in version {}",
    "versionchanged": "Changed in version {}",
    "deprecated": "Deprecated since version {}",
    "versionremoved": "Removed in version {}",
    "deprecated-removed": "Deprecated since version {}, will be removed in version {}",
}
_LINKED: Final = re.compile(r"(?s)(.+?)\s*<([^<>]*)>")
_PLAIN: Final = frozenset(
    "abbr dfn term doc ref numref any download guilabel menuselection eq pep rfc".split()
)
_AS_WRITTEN: Final = frozenset(
    "file samp kbd command option program envvar regexp mailheader mimetype newsgroup makevar manpage".split()
)
_NAMES: Final = re.compile(r"[a-z0-9_ -]+")
_EMPHASIS: Final = frozenset("dfn file samp".split())
_MOST_WORDS: Final = 2_000


class NotRead(nodes.Invisible, nodes.Element):  # type: ignore[misc] # docutils ships no types
    """Stands where a file would be taken in; its words are the file's name."""


class _AnyOptions(dict[str, Callable[[str], str]]):
    """Options of every name are allowed."""

    def __missing__(self, _name: str) -> Callable[[str], str]:
        return directives.unchanged  # type: ignore[no-any-return]

    def __bool__(self) -> bool:
        return True


class _Any(Directive):  # type: ignore[misc]
    """A directive that docutils does not know, by its name without the domain ("c:function")."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = _AnyOptions()

    def run(self) -> list[nodes.Node]:
        name = self.name.lower().rpartition(":")[2]
        argument = self.arguments[0] if self.arguments else ""
        if name == "class" and _NAMES.fullmatch(argument):  # docutils' own: how something is to look
            return self._inner()
        if name in _SILENT or name.startswith("auto"):
            return []
        if name in _TAKING_IN:
            return [NotRead("", nodes.Text(argument.split()[0] if argument.strip() else name))]
        if name in _CODE:
            return self._code(name, argument)
        if name in _VERSIONS:
            return self._version(_VERSIONS[name], argument)
        if name == "availability":
            return [self._paragraph(f"Availability: {argument}"), *self._inner()]
        if name in _TITLED:
            return self._admonition(_TITLED[name], argument)
        if name in _ASIDE:
            title = [self._paragraph(argument)] if name == "centered" else []
            return [*title, *self._inner()]
        return self._description(argument)

    def _inner(self, *before: nodes.Node) -> list[nodes.Node]:
        inside = nodes.container("", *before)
        self.state.nested_parse(self.content, self.content_offset, inside)
        return [inside]

    def _paragraph(self, words: str) -> nodes.paragraph:
        parsed, _messages = self.state.inline_text(words, self.lineno)
        return nodes.paragraph(words, "", *parsed)

    def _code(self, name: str, argument: str) -> list[nodes.Node]:
        lines = "\n".join(self.content)
        if name in ("productionlist", "math") and argument:
            lines = f"{argument}\n\n{lines}".strip()
        caption = self.options.get("caption", "")
        block = nodes.literal_block(lines, lines)
        return [nodes.container("", nodes.caption("", caption)), block] if caption else [block]

    def _version(self, words: str, argument: str) -> list[nodes.Node]:
        """What Sphinx writes before the words: "Changed in version 3.5: …"."""
        wanted = words.count("{}")
        first, *more = argument.split(None, wanted)[: wanted + 1] or [""]
        numbers = [first, *more[: wanted - 1], "", ""]
        rest = " ".join(more[wanted - 1 :]) if len(more) >= wanted else ""
        start = words.format(*numbers)
        inner = self._inner()
        content = inner[0]
        assert isinstance(content, nodes.container)
        if rest:
            return [self._paragraph(f"{start}: {rest}"), *inner]
        if content.children and isinstance(content[0], nodes.paragraph):
            content[0].insert(0, nodes.Text(f"{start}: "))
            return inner
        return [self._paragraph(f"{start}."), *inner]

    def _admonition(self, title: str, argument: str) -> list[nodes.Node]:
        before = [self._paragraph(argument)] if argument.strip() else []
        (inner,) = self._inner(*before)
        return [nodes.admonition("", nodes.title(title, title), *inner.children)]

    def _description(self, argument: str) -> list[nodes.Node]:
        if not argument.strip():
            return self._inner()
        signatures = [line.strip() for line in re.sub(r"\\\n\s*", "", argument).split("\n")]
        terms = [nodes.term(one, "", nodes.literal(one, one)) for one in signatures if one]
        body = nodes.definition("", *self._inner())
        return [nodes.definition_list("", nodes.definition_list_item("", *terms, body))]


class _FlatTable(ListTable):  # type: ignore[misc] # docutils ships no types
    """The kernel's table of lists, whose rows need not be equally long: then they stay lists."""

    option_spec = _AnyOptions()

    def run(self) -> list[nodes.Node]:
        for name in ("header-rows", "stub-columns"):
            value = self.options.get(name, "0")
            self.options[name] = int(value) if value.isdecimal() else 0
        self.options.pop("widths", None)
        made: list[nodes.Node] = super().run()
        if any(isinstance(node, nodes.table) for node in made):
            return made
        inside = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, inside)
        title = [nodes.paragraph("", self.arguments[0])] if self.arguments else []
        return [*title, inside]


def _role(
    name: str,
    _raw: str,
    text: str,
    _line: int,
    _inliner: object,
    _options: object = None,
    _content: object = None,
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """The words of a role: `:func:`~os.path.join`` is "join()"."""
    name = name.lower().rpartition(":")[2]
    words = unescape(text)[:_MOST_WORDS]
    linked = _LINKED.fullmatch(words)
    if name in ("cspan", "rspan"):
        return [], []
    if name in ("ref", "numref", "any"):
        target = linked[2] if linked else words
        node = nodes.inline("", linked[1] if linked else words)
        node["label"], node["titled"] = " ".join(target.lower().split()), bool(linked)
        return [node], []
    if linked and name != "samp":
        words = linked[1]
    elif name in ("download", "doc"):
        pass
    elif name == "guilabel":
        words = re.sub(r"&(?=\w)", "", words)
    elif name == "menuselection":
        words = re.sub(r"\s*-->\s*", " ‣ ", words)
    elif name not in _PLAIN and name not in _AS_WRITTEN:
        words = words.removeprefix("!").removeprefix(".")
        words = words[1:].rpartition(".")[2] if words.startswith("~") else words
        if name in ("func", "meth", "function", "method") and not words.endswith(")"):
            words += "()"
    if name == "keyword":
        words = words.removeprefix("!")
    if name == "abbr" and not linked:
        return [nodes.Text(re.sub(r"\s*\([^()]*\)\s*$", "", words))], []
    if name in _EMPHASIS:
        return [nodes.emphasis(words, re.sub(r"[{}]", "", words))], []
    if name in _PLAIN:
        return [nodes.Text(words)], []
    return [nodes.literal(words, words)], []


def _proposal(
    name: str, raw: str, text: str, line: int, inliner: object, options: object = None, content: object = None
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """The number of a proposal for Python or of an RFC, with the address of it where that is plain."""
    if not text.isdecimal() or not text.isascii():
        return _role(name, raw, text, line, inliner, options, content)
    where = f"https://peps.python.org/pep-{int(text[:9]):04d}/"
    if name.lower() == "rfc":
        where = f"https://www.rfc-editor.org/rfc/rfc{int(text[:9])}"
    return [nodes.reference(raw, f"{name.upper()} {text}", refuri=where)], []


@contextmanager
def words_of_sphinx() -> Iterator[None]:
    """While this lasts, docutils reads what is Sphinx's, and includes nothing."""
    known_directive, known_role = directives.directive, roles.role
    local = dict(roles._roles)  # noqa: SLF001 # there is no other way to leave none behind

    def directive(name: str, language: object, document: nodes.document) -> _Found:
        plain = name.lower()
        if plain == "flat-table":
            return _FlatTable, []
        if plain == "class" or plain in _TAKING_IN or plain in _CODE or plain in _SILENT:
            return _Any, []
        found, messages = known_directive(name, language, document)
        return (found or _Any), ([] if found is None else messages)

    def role(name: str, language: object, line: int, reporter: object) -> tuple[Any, Any]:
        if name.lower() in ("pep", "rfc"):
            return _proposal, []
        found, messages = known_role(name, language, line, reporter)
        return (found or _role), ([] if found is None else messages)

    directives.directive, roles.role = directive, role
    try:
        yield
    finally:
        directives.directive, roles.role = known_directive, known_role
        known = roles._roles  # noqa: SLF001
        known.clear()
        known.update(local)
