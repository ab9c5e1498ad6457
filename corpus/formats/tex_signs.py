"""Commands of TeX that are one sign or one name: LaTeX's and amssymb's, as far as they are common."""

from __future__ import annotations

from typing import Final


def _table(pairs: str) -> dict[str, str]:
    """A table from "name sign name sign …"."""
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


SIGNS: Final = _table(
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ"
    " lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ"
    " varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ"
    " Omega Ω aleph ℵ hbar ℏ ell ℓ imath ı jmath ȷ wp ℘ Re ℜ Im ℑ partial ∂ nabla ∇ infty ∞ emptyset ∅"
    " varnothing ∅ angle ∠ triangle △ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ perp ⊥ degree °"
    " sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigwedge ⋀"
    " bigvee ⋁ pm ± mp ∓ times × div ÷ ast ∗ star ⋆ circ ∘ bullet • cdot ⋅ cap ∩ cup ∪ wedge ∧ land ∧ vee ∨"
    " lor ∨ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ setminus ∖ dagger † ddagger ‡ leq ≤ le ≤ leqslant ⩽ geq ≥ ge ≥"
    " geqslant ⩾ ll ≪ gg ≫ neq ≠ ne ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ prec ≺ succ ≻ preceq ⪯"
    " succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ in ∈ ni ∋ notin ∉ vdash ⊢ models ⊨ mid ∣ nmid ∤"
    " parallel ∥ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒"
    " Longrightarrow ⟹ implies ⟹ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ Longleftrightarrow ⟺ mapsto ↦"
    " longmapsto ⟼ hookrightarrow ↪ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘ rightleftharpoons ⇌ ldots …"
    " dots … cdots ⋯ dotsc … dotsb ⋯ vdots ⋮ ddots ⋱ prime ′ colon : lt < gt > coloneqq ≔ therefore ∴"
    " because ∵ square □ Box □ blacksquare ■ diamond ⋄ checkmark ✓ S § P ¶ copyright © pounds £ backslash \\"
    " surd √ triangleq ≜ doteq ≐ asymp ≍ ltimes ⋉ rtimes ⋊ mho ℧ complement ∁ lesssim ≲ gtrsim ≳"
)
"""Commands and the sign that each is."""
DELIMITERS: Final = _table(
    "langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] lvert | rvert |"
    " vert | lVert ‖ rVert ‖ Vert ‖"
)
"""Commands that are brackets."""
BLACKBOARD: Final = _table("R ℝ N ℕ Z ℤ Q ℚ C ℂ P ℙ H ℍ E 𝔼 F 𝔽 K 𝕂 D 𝔻 1 𝟙")
"""Letters of \\mathbb."""
FUNCTIONS: Final = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln"
    " log max min Pr sec sin sinh sup tan tanh mod bmod".split()
)
"""Commands that are the names of functions."""
BETWEEN: Final = frozenset("=≠≈≡≅≃∼<>≤≥≪≫⩽⩾∝∈∉⊂⊆⊃⊇→⟶←↦⇒⟹⇔⟺+−±∓×÷∪∩∧∨⊕⊗≔↔⇐⟼≺≻⪯⪰≲≳∖⊢⊨≜∣:")
"""Signs that stand between two things, with a space on either side."""
ACCENTS: Final = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0304", "vec": "\u20d7",
    "overrightarrow": "\u20d7", "tilde": "\u0303", "widetilde": "\u0303", "dot": "\u0307", "ddot": "\u0308",
    "check": "\u030c", "underline": "\u0332",
}  # fmt: skip
"""Commands that set a sign over a letter, and that sign as Unicode combines it."""
FACES: Final = frozenset(
    "mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak boldsymbol bm mathop mathrel mathbin mathord"
    " emph textsf texttt pmb mathnormal".split()
)
"""Commands that only tell of a face, or of a role."""
NOTHING: Final = frozenset(
    "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag rm bf it sf tt cal"
    " mathstrut strut allowbreak hfill hline".split()
)
"""Commands that say nothing."""
SPACES: Final = frozenset("quad qquad thinspace enspace medspace thickspace space".split())
"""Commands that are a space to be seen."""
