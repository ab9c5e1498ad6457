from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from corpus.formats import formula
from corpus.formats.html import parse
from corpus.formats.mathml import words_of


def words(inner: str) -> str:
    math = LexborHTMLParser(f"<math>{inner}</math>").css_first("math")
    assert math is not None
    return words_of(math)


ROOT = "<msqrt><msup><mi>b</mi><mn>2</mn></msup><mo>-</mo><mn>4</mn><mo>&it;</mo><mi>a</mi><mi>c</mi></msqrt>"


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<mi>a</mi><mo>=</mo><mi>b</mi><mo>+</mo><mn>1</mn>", "a = b + 1"),
        ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "a/b"),
        ("<mfrac><mrow><mo>-</mo><mi>b</mi><mo>±</mo>" + ROOT + "</mrow><mn>2</mn></mfrac>",
         "(−b ± √(b² − 4ac))/2"),
        ("<msub><mi>x</mi><mn>1</mn></msub><mo>,</mo><msub><mi>x</mi><mi>n</mi></msub>", "x₁, x_n"),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i²"),
        ("<msup><mi>e</mi><mrow><mo>-</mo><mi>x</mi></mrow></msup>", "e^(−x)"),
        ("<msup><mi>f</mi><mo>′</mo></msup>", "f′"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot><mroot><mi>x</mi><mi>n</mi></mroot>", "∛xⁿ√x"),
        ("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>",
         "∑_(i=1)ⁿ"),
        ("<mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd>"
         "<mtd><mn>1</mn></mtd></mtr></mtable><mo>)</mo>", "(1, 0; 0, 1)"),
        ("<mi>sin</mi><mo>&af;</mo><mi>x</mi>", "sin x"),
        ("<mover><mi>v</mi><mo>→</mo></mover>", "v\u20d7"),
        ("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "₆¹⁴C"),
        ("<mfenced open='[' close=')'><mi>a</mi><mi>b</mi></mfenced>", "[a, b)"),
        ("<mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac>", "(n choose k)"),
        ("<mtext>if</mtext><mi>x</mi><mphantom><mi>y</mi></mphantom>", "if x"),
        ("<semantics><mi>x</mi><annotation encoding='application/x-tex'>y</annotation></semantics>", "x"),
        ("<semantics><apply><plus/><ci>x</ci></apply><annotation encoding='application/x-tex'>+x</annotation>"
         "</semantics>", "+x"),
        ("<msup><mi>x</mi></msup>", "x"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_formula_is_one_line(inner: str, said: str) -> None:
    assert words(inner) == said


def test_a_formula_that_is_deeper_than_the_stack_is_read() -> None:
    assert words("<mrow>" * 1_500 + "<mi>x</mi>" + "</mrow>" * 1_500) == "x"


def test_what_shows_nothing_says_its_alternative() -> None:
    assert parse("<p>So <math alttext='x^2'></math>.").text == "So x^2."


MATH = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"


@pytest.mark.parametrize(
    "html",
    [
        f"<span class=katex><span class=katex-mathml>{MATH}</span>"
        "<span class=katex-html aria-hidden=true>x2</span></span>",
        "<mjx-container><mjx-math><mjx-c></mjx-c></mjx-math>"
        f"<mjx-assistive-mml>{MATH}</mjx-assistive-mml></mjx-container>",
        f"<span class=MathJax_Preview>x2</span><span class=MathJax data-mathml='{MATH}'>x2</span>"
        "<script type='math/tex'>x^2</script>",
        f"<span class=mwe-math-element><span style='display: none'>{MATH}</span><img alt='x^2'"
        f" src=a.svg></span>",
    ],
)
def test_what_a_page_holds_twice_is_read_once(html: str) -> None:
    assert parse(f"<p>So {html} is.").text == "So x² is."


def test_tex_in_a_script_is_read_where_nothing_else_says_it() -> None:
    assert parse("<p>So <script type='math/tex'>x^2</script> is.").text == "So x² is."
    painted = "<span class=MathJax_SVG><svg></svg></span><script type='math/tex'>x^2</script>"
    assert parse(f"<p>So {painted} is.").text == "So x² is."


def test_a_formula_on_a_line_of_its_own_stays_in_its_paragraph() -> None:
    document = parse(f"<p>So {MATH.replace('<math', '<math display=block')} and on.")
    assert document.text == "So\nx²\nand on."
    assert document.paragraph_count == 1


def test_roots_and_fractions_have_brackets_where_one_would_doubt() -> None:
    assert formula.root("2gh") == "√(2gh)"
    assert formula.over("a + b", "2a") == "(a + b)/(2a)"
    assert formula.over("x_i", "x₁") == "x_i/x₁"
    assert formula.high("(a)(b)") == "^((a)(b))"
