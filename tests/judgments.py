"""Judgments and reports of our own making, numbered as such are: for the tests of locators."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable

_ENGLISH = (
    "This is an appeal against the order of Judge Hall, who refused to let the claimant amend her"
    " particulars of claim after the close of pleadings.",
    "The claimant keeps a lock on the river.",
    "On the night of 3 March 2030 the water rose by two metres, and the lower gate gave way; the"
    " defendants had been warned of it in writing.",
    "She says three things:",
    "I do not think that the judge asked himself the right question. He asked whether the amendment"
    " came late, and not whether it could be met.",
    "The defendants rely on Ruiz v Okoro [2019] EWCA Civ 7 at [31], where Lady Marsh said this:",
    "I turn to the second ground.",
    "The second ground is that the judge took no account of the cost of a new trial, which was put"
    " before him in a witness statement of 12 pages.",
    "In my judgment there is nothing in that ground. The cost was before him, and he said so.",
    "It follows that the appeal should be allowed on the first ground alone.",
    "I have had the advantage of seeing in draft what my Lord is to say about costs, and I agree with it.",
    "For these reasons I would allow the appeal.",
)
_QUOTED = (
    "A warning that nobody reads is no warning. Who sends one has to see to it that it is read, and by"
    " somebody who can act upon it in time."
)
_HAN = (
    "原告某某公司诉称，双方于2029年3月签订合同，约定被告分三期交付货物，被告至今未交付第二期货物。",
    "被告某某公司辩称，原告没有按照约定支付第一期货款，被告有权拒绝交付第二期货物。",
    "本院经审理认定事实如下：双方对合同的真实性没有异议，本院予以确认。",
    "本院认为，合同依法成立，对双方均有约束力。原告虽然迟延付款三日，但被告已经接受，没有提出异议。",
    "被告以此为由拒绝交付货物，缺乏依据，本院不予支持。",
    "综上，依照法律的规定，判决被告在判决生效之日起十日内交付第二期货物。",
)


def english(sign: str = "{}. ", *, wrapped: bool = True, indent: str = "") -> str:
    """A judgment of the Court of Appeal in plain text, thirteen numbered paragraphs before two judges."""
    write = _wrapped if wrapped else str.__add__
    parts = ["Stone v River Trust", "LADY JUSTICE HALE:"]
    for number, words in enumerate(_ENGLISH, 1):
        parts.append(_numbered(write, sign.format(number), words, indent))
        if words.endswith("things:"):
            parts += ["(a) that the gate was old;", "(b) that nobody had looked at it; and", "(c) no more."]
        if words.endswith("said this:"):
            parts.append(textwrap.indent(textwrap.fill(_QUOTED, 60), " " * 6))
        if number == 3:
            parts.append("So far there is no dispute between the parties about what happened that night.")
    parts += ["LORD JUSTICE BYRNE:", _numbered(write, sign.format(13), "I agree with all of that.", indent)]
    return "\n\n".join([*parts, "Solicitors: Gray & Co for the claimant."]) + "\n"


def canadian() -> str:
    """Reasons of a Canadian court in HTML, as such courts publish them: [1], headings, quotations."""
    paragraphs = "".join(
        ("<h2>Analysis</h2>" if number == 6 else "")
        + f'<div class="paragWrapper"><p><a class="paragAnchor" name="par{number}">[{number}]</a> {words}</p>'
        + (f"<blockquote><p>{_QUOTED}</p></blockquote>" if words.endswith("said this:") else "")
        + "</div>"
        for number, words in enumerate(_ENGLISH, 1)
    )
    return f"<html><head><title>R. v. Ito</title></head><body><h1>R. v. Ito</h1>{paragraphs}</body></html>"


def british() -> str:
    """The same as the archives of the United Kingdom set it: the number in an element of its own."""
    return "<html><body><h1>Stone v River Trust</h1>" + "".join(
        f'<section><span class="number">{number}.</span><div><p>{words}</p></div></section>'
        for number, words in enumerate(_ENGLISH, 1)
    )


def chinese(sign: str = "[{}] ") -> str:
    """A Chinese judgment with numbered paragraphs."""
    head = [
        "某某人民法院民事判决书",
        "原告某某公司与被告某某公司买卖合同纠纷一案，本院受理后依法公开开庭审理。",
    ]
    return "\n\n".join([*head, *(sign.format(number) + words for number, words in enumerate(_HAN, 1))]) + "\n"


def report(paragraphs: Iterable[str], start: int = 1) -> str:
    """A report whose paragraphs are numbered in brackets."""
    return "\n\n".join(f"[{number}] {words}" for number, words in enumerate(paragraphs, start)) + "\n"


def request_for_comments() -> str:
    """A request for comments of five pages with feet and heads; page 3 begins inside a sentence."""
    pages = []
    for page in range(1, 6):
        first = "   goes on until the gate is shut, and then it stops.\n\n" if page == 3 else ""
        last = "\n\n   The water of the river that comes down from the hills in spring" if page == 2 else ""
        body = (
            f"{page}.  Gates of the kind {page}\n\n   A gate keeps the water out. It is shut at night.{last}"
        )
        head = (
            ""
            if page == 1
            else "RFC 99999                     River Gates                    March 2031\n\n\n"
        )
        foot = f"\n\n\nRuiz                         Informational                    [Page {page}]\n"
        pages.append(f"{head}{first}{body}{foot}")
    return "\f\n".join(pages)


def _wrapped(sign: str, words: str) -> str:
    return textwrap.fill(sign + words, 72)


def _numbered(write: Callable[[str, str], str], sign: str, words: str, indent: str) -> str:
    return write(sign, words).replace("\n", f"\n{indent}")
