"""One run on a set of texts: the indexes are written, then each part that was chosen is measured."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.search import asking, changing, completeness, indexes, lag
from tests.bench.search.drawing import Drawing
from tests.bench.search.engines import Engine, module
from tests.bench.search.measures import Amounts
from tests.bench.search.pincite import Counting, Pincite
from tests.bench.search.results import Results
from tests.bench.search.scan import FoldedTexts
from tests.bench.search.texts import Texts

_QUERY: Final = (2, 3)
"""Words of a query that is typed."""


@dataclass
class Run:
    """A run: the texts, the names of the engines, the folder for their indexes, how much is asked."""

    texts: Texts
    engines: Sequence[str]
    folder: Path
    amounts: Amounts
    seed: int
    results: Results

    def measure(self, parts: Collection[str]) -> None:
        """Take the measures of these parts."""
        texts = self.texts
        self.results.remarks.append(
            f"{texts.name}: {len(texts.articles):,} articles, {texts.size:,} bytes of text."
        )
        written = self.results if "writing" in parts else Results()
        indexes.write(texts, self.engines, self.folder, written)
        for part, take in _PARTS.items():
            if part in parts:
                print(f"  {texts.name}: {part}", file=sys.stderr, flush=True)
                # What is held here to draw from is no garbage of the engines'.
                gc.collect()
                gc.freeze()
                try:
                    # Each part draws by itself, so that one alone asks what it asks in a whole run.
                    take(self, Drawing(texts, f"{self.seed} {part}"))
                finally:
                    gc.unfreeze()

    def typing(self, drawing: Drawing) -> None:
        """Queries, letter by letter."""
        with ExitStack() as stack:
            queries = drawing.queries(self.amounts.queries, _QUERY)
            # Counting goes on only once nobody types.
            asking.typing(self.texts.name, self._opened(stack)[:-1], queries, self.results)

    def phrases(self, drawing: Drawing) -> None:
        """Phrases, beside a plain scan."""
        with ExitStack() as stack:
            asked = {length: drawing.plain_phrases(self.amounts.phrases, length) for length in (3, 5)}
            folded = FoldedTexts(self.texts)
            asking.phrases(self.texts.name, self._opened(stack), folded, asked, self.results)

    def words(self, drawing: Drawing) -> None:
        """A word, and two."""
        with ExitStack() as stack:
            asked = {length: drawing.queries(self.amounts.words, (length,)) for length in (1, 2)}
            asking.words(self.texts.name, self._opened(stack), asked, self.results)

    def starting(self, drawing: Drawing) -> None:
        """New processes."""
        queries = drawing.queries(self.amounts.starts, (2,))
        indexes.start(self.texts, self.engines, self.folder, queries, self.results)

    def changing(self, _: Drawing) -> None:
        """One article changed."""
        changing.change(self.texts, self.engines, self.folder, self.amounts.changes, self.seed, self.results)

    def lag(self, drawing: Drawing) -> None:
        """An event loop beside a search."""
        with closing(self._ours()) as ours:
            queries = drawing.queries(self.amounts.queries, _QUERY)
            lag.lag(self.texts.name, ours.search, queries, self.results)

    def complete(self, drawing: Drawing) -> None:
        """What is found, and what is not."""
        with closing(self._ours()) as ours:
            folded = FoldedTexts(self.texts)
            completeness.complete(self.texts.name, ours.search, folded, drawing, self.amounts, self.results)

    def _ours(self) -> Pincite:
        return Pincite(self.texts.library, self.folder / "pincite")

    def _opened(self, stack: ExitStack) -> list[Engine]:
        every = [module(name).opened(self.texts.library, self.folder / name) for name in self.engines]
        every.append(Counting(self.texts.library, self.folder / "pincite"))
        for engine in every:
            stack.callback(engine.close)
        return every


_PARTS: Final[dict[str, Callable[[Run, Drawing], None]]] = {
    "typing": Run.typing,
    "phrases": Run.phrases,
    "words": Run.words,
    "starting": Run.starting,
    "changing": Run.changing,
    "lag": Run.lag,
    "complete": Run.complete,
}
