from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation.emphasis import emphasised
from corpus.citation.markup import HTML, LATEX, MARKDOWN
from corpus.document import Document, Inline
from corpus.formats import html, markdown, tex
from corpus.formats.tex_text import formula_at, formulas_in
from corpus.outline import outline_of
from corpus.passages.passage import Passage

LINES = [
    (r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}", "x = (−b ± √(b² − 4ac))/(2a)"),
    (r"\frac12 + \sqrt[3]{x}", "1/2 + ∛x"),
    (r"\sum_{k=0}^{n} A_k \overline{B_k}", "∑_(k=0)ⁿ A_k B̄_k"),
    (r"\int_0^\infty e^{-x^2}\,dx", "∫₀^∞ e^(−x²) dx"),
    (r"f'(x)=\lim_{h\to0} f(x+h)", "f′(x) = lim_(h→0) f(x + h)"),
    (r"\left\{ x \in \mathbb{R} : x^2 < 2 \right\}", "{x ∈ ℝ : x² < 2}"),
    (r"2\cos\theta+\sin^2 x", "2 cos θ + sin² x"),
    (r"\operatorname{diag}(E) \quad \text{if } x_{\text{max}} > 0", "diag(E) if x_max > 0"),
    (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a, b; c, d)"),
    (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "a = b; = c"),
    (r"\binom{n}{k} \|A\|_2 \log_2 n", "(n choose k)‖A‖₂ log₂ n"),
    (r"\hat{\beta}_1 \mathcal{L} 5\%", "β̂₁L5%"),
]


@pytest.mark.parametrize(("written", "line"), LINES)
def test_a_formula_is_a_line(written: str, line: str) -> None:
    assert tex.line(written) == line


@pytest.mark.parametrize(
    "written",
    [
        *(r"\foo", "{a", "a}", "a^", r"\frac{a}", "a & b", "a $ b", r"a % b", r"\left\input x"),
        *(r"\input{/etc/passwd}", r"\begin{document}x\end{document}", r"\begin{cases}a", r"\end{cases}"),
        "x" * (tex.LONGEST + 1),
    ],
)
def test_what_is_not_understood_is_none(written: str) -> None:
    assert tex.line(written) == ""


def test_dollars_without_end_are_no_formulas_and_cost_no_more_than_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def line(written: str) -> str:
        asked.append(written)
        return written

    monkeypatch.setattr(tex, "line", line)
    assert list(formulas_in("$" * 4_000 + " word " + "$ " * 4_000, dollars=True)) == []
    assert not asked
    assert formula_at("$" * 4_000, 0) is None


def test_two_formulas_that_touch_are_two() -> None:
    assert [found.written for found in formulas_in("$$a$$$$b$$ $$$$ $$c$$", dollars=True)] == ["a", "b", "c"]
    assert [found.written for found in formulas_in("$a$$b$", dollars=False)] == []


@given(st.text(alphabet=r"ab1 \{}^_&$%()[]'~frac", max_size=60))
def test_any_words_can_be_tried(written: str) -> None:
    line = tex.line(written)
    assert "\n" not in line
    assert tex.within_a_line(written) in ("", " ".join(written.split()))


def marks(document: Document) -> list[tuple[str, str]]:
    text = document.text
    spans = document.spans_in(0, len(text))
    return [(text[one.start : one.end], one.target) for one in spans if one.inline is Inline.FORMULA]


RENDERED = "<script src='MathJax.js'></script>"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (RENDERED + r"<p>Let \(x^2\) be.", "Let x² be."),
        (RENDERED + r"<p>Let $x^2$ cost $5.", r"Let $x^2$ cost $5."),
        (
            RENDERED + "<script>inlineMath: [['$', '$']]</script><p>Let $x^2$ cost $5 or $6.",
            "Let x² cost $5 or $6.",
        ),
        (RENDERED + r"<p>See <code>\(x^2\)</code> and \(\foo\).", r"See \(x^2\) and \(\foo\)."),
        (r"<p>Let \(x^2\) be.", r"Let \(x^2\) be."),
        (r"<p>Let <span class='math'>\(x^2\)</span> be.", "Let x² be."),
        (r"<p>Let <img class='math' alt='x^2'> be.", "Let x² be."),
        (RENDERED + r"<p>So \[ a = b \] it is.", "So\na = b\nit is."),
        (RENDERED + r"<p>So \begin{align}a &= b\end{align} is.", "So\na = b\nis."),
    ],
)
def test_tex_that_a_page_has_rendered_by_a_script(page: str, text: str) -> None:
    assert html.parse(page).text == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Let $x_i^2 + y_1$ and $z_i$ be.", "Let x_i² + y₁ and z_i be."),
        ("$$\na_k * b_k\n= c\n$$", "a_k*b_k = c"),
        (r"It is \(\frac{a}{b}\).", "It is a/b."),
        (r"Not \[a link\](x), nor \(one\).", "Not [a link](x), nor (one)."),
        ("It costs $5 for *some*, $10 for *all*.", "It costs $5 for some, $10 for all."),
        ("Between US$20 and A$30, or $HOME/$USER.", "Between US$20 and A$30, or $HOME/$USER."),
        ("From $5,000-$6,000 (or $x and $y).", "From $5,000-$6,000 (or $x and $y)."),
        ("The signs of $USD and EUR$ here.", "The signs of $USD and EUR$ here."),
        (r"As $\foo_a * b * c_d$ is.", r"As $\foo_a * b * c_d$ is."),
        ("See `$x^2$` and \\$x^2\\$.", "See $x^2$ and $x^2$."),
        (r"A $\text{</script>}$ b.", r"A $\text{</script>}$ b."),
    ],
)
def test_tex_in_markdown(written: str, text: str) -> None:
    assert markdown.parse(written).text == text


def test_the_tex_stays_under_the_line() -> None:
    document = markdown.parse(r"It is $\frac{a}{b}$, as $\begin{align}a\end{align}$ and $x$ are.")
    assert marks(document) == [("a/b", r"\frac{a}{b}"), ("x", "x")]


def test_a_quotation_has_the_tex_where_that_can_be_written() -> None:
    document = markdown.parse(r"It is $\frac{a}{b}$ & *so*.")
    whole = emphasised(Passage(document, outline_of(document), 0, len(document.text)))
    assert MARKDOWN.words(whole) == r"It is $\frac{a}{b}$ \& *so*."
    assert LATEX.words(whole) == r"It is \(\frac{a}{b}\) \& \emph{so}."
    assert HTML.words(whole) == "It is a/b &amp; <em>so</em>."
    cut = emphasised(Passage(document, outline_of(document), 0, document.text.index("/")))
    assert LATEX.words(cut) == "It is a"


def test_within_a_formula_none_begins() -> None:
    assert [found.written for found in formulas_in(r"\(a $x$ b\) $y$", dollars=True)] == ["a $x$ b", "y"]


@given(st.lists(st.sampled_from(["$", "$$", r"\(", r"\)", r"\[", r"\]", "a_1", " ", "x"]), max_size=30))
def test_formulas_stand_one_behind_another(pieces: list[str]) -> None:
    text = "".join(pieces)
    reached = 0
    for found in formulas_in(text, dollars=True):
        assert reached <= found.start < found.end <= len(text)
        reached = found.end
    one = formula_at(text, 0)
    assert one is None or one.end <= len(text)
