"""Whether what a quotation leaves out turns its meaning round: a “not” that an ellipsis hides."""

from __future__ import annotations

from typing import Final

from corpus import words

NEGATIONS: Final = frozenset(
    "not no never nor neither cannot without none nicht kein keine keinen keinem keiner nie niemals ne pas"
    " non jamais nunca jamás mai ni 不 没 未 非 无 勿".split()
)
"""Words that deny, folded."""
_CONTRACTED: Final = frozenset(
    "ain aren can couldn didn doesn don hadn hasn haven isn mayn mightn mustn needn oughtn shan shouldn"
    " wasn weren won wouldn".split()
)
"""What stands before the “t” of “don’t”."""
_FEW: Final = 3
"""Words that leave nothing but a denial, if one of them is such."""
_SLIGHT: Final = frozenset(
    "a all am an any anyway at be been being by can could did do does ever had has have in is it longer may"
    " means might must need of on shall should so the to was way were will would whatsoever".split()
)
"""Words that may stand beside a denial without saying anything themselves."""
_MOST: Final = 8
_UNSPACED: Final = frozenset(
    "不 没 未 非 无 勿 莫 毋 别 不能 不会 不是 不得 不要 不可 不应 不必 不再 不许 不曾 没有 并不 并非"
    " 并没有 绝不 决不 从未 从不 未能 尚未 未曾 无法 不應 不會 沒 沒有 並不 並非 從未 無法 無"
    " ない なく ません".split()
)
"""Denials in scripts without spaces, where single characters are parts of words that deny nothing."""
_SET_OFF: Final = frozenset(",;:.!?()（）[]—–-，；：、。")


def negates(forms: list[str]) -> bool:
    """Whether one of these folded words denies something."""
    return any(
        form in NEGATIONS or (form == "t" and number > 0 and forms[number - 1] in _CONTRACTED)
        for number, form in enumerate(forms)
    )


def hides_negation(left_out: str, instead: str = "") -> bool:
    """Whether little but a denial is left out, and not said by what stands `instead`.

    What commas or parentheses set off (“, not surprisingly,”) may be left out like anything else.
    """
    said = left_out.strip()
    if said and said[0] in _SET_OFF and said[-1] in _SET_OFF:
        return False
    forms = words.columns(left_out)[2]
    if not forms or len(forms) > _MOST or negates(words.columns(instead)[2]):
        return False
    if all(words.is_unspaced(form[0]) for form in forms):
        return "".join(forms) in _UNSPACED
    if not negates(forms):
        return False
    if instead:  # “[refused]” says what “did not allow” says
        return all(form in NEGATIONS or form in _SLIGHT or _is_half(form) for form in forms)
    return len(forms) <= _FEW or all(form in NEGATIONS or form in _SLIGHT or _is_half(form) for form in forms)


def _is_half(form: str) -> bool:
    return form == "t" or form in _CONTRACTED
