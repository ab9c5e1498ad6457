"""tantivy, a library written in Rust, through its binding for Python."""

from __future__ import annotations

import re
import time
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from corpus.library import Library
from tests.bench.search.engines import MOST
from tests.bench.search.paragraphs import documents, paragraphs

_CUT: Final = "words"
_HEAP: Final = 128_000_000
_WORD: Final = re.compile(r"\w+")

# Installed for the run alone, so that nothing can be known of its types.
tantivy: Any = import_module("tantivy")


class Tantivy:
    """A document a paragraph, ranked by BM25."""

    name = "tantivy"

    def __init__(self, directory: Path) -> None:
        self._index = _open(directory)
        self._searcher = self._index.searcher()

    def typed(self, query: str) -> int:
        """All words, and any word that begins like the last; the parser knows beginnings in phrases alone."""
        words = _WORD.findall(query.lower())
        parts = [self._term(word) for word in words[:-1]]
        last = words[-1] if words else ""
        if query.endswith(" "):
            parts.append(self._term(last))
        else:
            parts.append(tantivy.Query.regex_query(self._index.schema, "body", f"{re.escape(last)}.*"))
        return self._ask(tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts]))

    def words(self, query: str) -> int:
        """All of them."""
        return self._ask(self._index.parse_query(query, ["body"], conjunction_by_default=True))

    def phrase(self, phrase: str) -> int:
        """In quotation marks."""
        return self._ask(self._index.parse_query('"' + phrase.replace('"', " ") + '"', ["body"]))

    def first(self, query: str) -> int:
        """There is but one answer."""
        return self.words(query)

    def close(self) -> None:
        """Nothing is held that ends before the process."""

    def _term(self, word: str) -> Any:
        return tantivy.Query.term_query(self._index.schema, "body", word)

    def _ask(self, query: Any) -> int:
        searcher = self._searcher
        snippets = tantivy.SnippetGenerator.create(searcher, query, self._index.schema, "body")
        found = [searcher.doc(address) for _, address in searcher.search(query, MOST, count=False).hits]
        return len([(one["article"], snippets.snippet_from_doc(one).fragment()) for one in found])


def write(library: Path, directory: Path) -> float:
    """Index it with one commit; the time of reading the library does not count."""
    directory.mkdir()
    writer = _open(directory).writer(_HEAP)
    reading = 0.0
    with Library(library) as source:
        # Of this thread: it reads while those of tantivy write.
        before = time.thread_time()
        for id, document in documents(source):
            bodies = paragraphs(document)
            reading += time.thread_time() - before
            _add(writer, id, bodies)
            before = time.thread_time()
    writer.commit()
    writer.wait_merging_threads()
    return reading


def opened(library: Path, directory: Path) -> Tantivy:  # noqa: ARG001 - it keeps the texts itself
    """tantivy, asking that directory."""
    return Tantivy(directory)


def renewed(library: Path, directory: Path, article: int, word: str) -> bool:
    """Index an article that was changed; whether the word is found."""
    with Library(library) as source:
        bodies = paragraphs(source.document(article))
    writer = _open(directory).writer(_HEAP)
    writer.delete_documents("article", article)
    _add(writer, article, bodies)
    writer.commit()
    return Tantivy(directory).words(word) == 1


def _add(writer: Any, article: int, bodies: list[str]) -> None:
    for body in bodies:
        writer.add_document(tantivy.Document(body=[body], article=article))


def _open(directory: Path) -> Any:
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("body", stored=True, tokenizer_name=_CUT)
    schema.add_integer_field("article", stored=True, indexed=True)
    index = tantivy.Index(schema.build(), path=str(directory))
    cutting = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for change in (tantivy.Filter.lowercase(), tantivy.Filter.ascii_fold()):
        cutting = cutting.filter(change)
    index.register_tokenizer(_CUT, cutting.build())
    return index
