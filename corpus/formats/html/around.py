"""What stands around the article of a web page: navigation, banners, forms, what others wrote below it.

Only what its markup calls so is taken for it, and only where it reads so: most of it links, or hardly a
sentence. Where that is in doubt it is read with the article: a paragraph must never be lost.

Sources: the roles of WAI-ARIA 1.2 (§ 5.3.4, landmarks), the scope of `header` and `footer` in HTML (§ 4.3),
and the names that the themes of WordPress, MediaWiki, Sphinx, DocBook and of newspapers give to such parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.expression import expression
from corpus.formats.html.beside import NOTES, SENTENCE, beside_prose, is_prose, linking, says_a_sentence, up
from corpus.sanitiser import clean_line

ALWAYS: Final = frozenset("navigation search menu menubar toolbar tablist".split())
"""Roles of what is never read as a part of the article."""
SECTIONS: Final = frozenset("article section blockquote figure main td details".split())
"""Elements whose headers and footers are their own, and no page's."""

_PARTS: Final = frozenset(
    "header footer aside form div section ul ol dl table p span center details dialog".split()
)
_ROLES: Final = {
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "dialog": "asking",
    "alertdialog": "asking",
}
_NAMED: Final = expression(
    r"(?<![a-z0-9])(?:"
    r"(?P<asking>cookies?|cookie[a-z]*|consent|gdpr|onetrust|didomi|cmp|newsletter|subscribe|subscription"
    r"|sign-?up|popup|modal|ambox)"
    r"|(?P<contents>toc|toctree-wrapper|table-?of-?contents)"
    r"|(?P<links>(?:top|side|sub|main|site|post|page|foot)?-?nav(?:bar|box|igation|header|footer|bits|links)?"
    r"|(?:top|side|main|site)?-?menu(?:bar)?|breadcrumbs?|path|pag(?:er|ination|inator)|prev-?next|next-?prev"
    r"|skip-?(?:link|nav|to)[a-z-]*|jump-?(?:link|to-nav)"
    r"|side-?bar[a-z]*|sphinxsidebar|widgets?|footer|header|masthead|page-(?:header|footer)"
    r"|site-(?:header|footer)|tag-?(?:list|cloud|links)|tags|categories|catlinks"
    r"|related[a-z-]*|recommend[a-z]*|trending|popular|most-?(?:read|popular|viewed)|outbrain|taboola"
    r"|more-?(?:stories|from|news|posts)|read-?next|also-?(?:read|like)|recirc[a-z]*"
    r"|relacionad[oa]s?|verwandte?s?|mehr-zum-thema|a-lire-aussi|correlat[ie])"
    r"|(?P<sharing>(?:top|bottom)lang|lang(?:uage)?s?-?(?:list|switcher|selector|links)|mw-portlet|noprint"
    r"|printfooter|shar(?:e|ing|edaddy)|share-?(?:bar|tools|buttons|links)|social[a-z-]*|addtoany|addthis"
    r"|advert[a-z]*|ads?|ad-?(?:slot|unit|container|wrapper)|sponsor(?:ed)?|promo[a-z]*|print-?(?:link|button)"
    r"|compartir|teilen|partage[rs]?|condividi|publicidad|publicite|werbung|valora(?:r|cion)?"
    r"|kicker|eyebrow|editsection|edit-this-page|jump-link|search-?(?:form|box)|login|comment-?(?:form|respond)|respond|leave-?(?:comment|reply))"
    r"|(?P<player>video-(?:playlist|resource|carousel|inline-carousel)[a-z-]*|gallery-?(?:slide|nav)[a-z-]*)"
    r"|(?P<comments>comments|comments?-?(?:area|list|section|thread)|commentlist|disqus[a-z_]*)"
    r")(?![a-z0-9])"
)
# Words of the text that a page is filed under, and no part of a page.
_FILED: Final = expression(r"(?:^|\s)(?:tag|category|post|type|format|topic|has|is|no|with)-\S+")
_HUMP: Final = expression(r"(?<=[a-z])(?=[A-Z])")
# Of names with humps these alone are plain: a "functionHeader" is the head of what follows it.
_HUMPED: Final = expression(
    r"(?<![a-z])(?:nav|menu|crumb|cookie|recirc|gallery-slide|gallery-nav)(?!-?header)"
)
_TITLES: Final = "h1, main, [role=main]"
_PROSE: Final = "p, blockquote, li, pre"
_BOXES: Final = "div, section, td, dd"
"""Elements that are not meant for prose, and hold some at times."""
_LISTS: Final = '[class*="toc"], [class*="contents"], [id*="toc"], [id*="contents"]'
_MOST_LISTS: Final = 500
_FEW: Final = 300
_SOME: Final = 1_500
_WRITTEN: Final = 1_000
"""Characters of the article that stand before what others wrote of it."""
_WORK: Final = 16
"""So many times the length of a page is looked at, to tell what stands around: no page takes longer."""
_MOST: Final = 5_000


def article_of(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the article: the page's main part, where it says so; else its body."""
    body = tree.body
    mains = tree.css("main, [role=main]")
    if len(mains) == 1:
        held = sum(len(node.text()) for node in mains[0].css("p")) + len(mains[0].text().strip())
        around = sum(len(node.text()) for node in tree.css("p"))
        if held * 4 < around:
            return body
        body = mains[0]
    articles = body.css("article") if body is not None else []
    if len(articles) == 1 and body is not None and _holds_all(articles[0], body):
        return articles[0]
    return body


def _holds_all(article: LexborNode, body: LexborNode) -> bool:
    """Whether titles and prose stand in the article alone."""
    titles = body.css("h1")
    if titles and article.css_first("h1") is None:
        return False
    prose = body.css(_PROSE)
    if len(prose) > _MOST or (body.css_first(NOTES) is not None and article.css_first(NOTES) is None):
        return False
    within = {node.mem_id for node in article.css(_PROSE)}
    outside = [node for node in prose if node.mem_id not in within]
    if not within or any(is_prose(node, SENTENCE) for node in outside):
        return False
    within = {node.mem_id for node in article.css(_BOXES)}
    boxes = (node for node in body.css(_BOXES) if node.mem_id not in within)
    return not any(len(clean_line(node.text(deep=False))) >= SENTENCE for node in boxes)


class Around:
    """Tells what stands around an article."""

    def __init__(self, tree: LexborHTMLParser, article: LexborNode | None, size: int) -> None:
        """Take a page, the element that holds its article, and how many characters its source has."""
        self._left = _WORK * size
        self._titles = len(tree.css("h1"))
        self._article = article if article is not None else tree.body
        self._beside = beside_prose(tree, article, size)

    def holds(
        self, node: LexborNode, attributes: Mapping[str, str | None], within: int, written: int
    ) -> bool:
        """Whether a node with these attributes is no part of the article.

        `within` is how many sections stand around it, `written` how many characters were read before.
        """
        tag = node.tag or ""
        role = attributes.get("role") or ""
        if role in ALWAYS or tag == "nav" or node.mem_id in self._beside:
            return True
        if tag not in _PARTS:
            return False
        what, by_id = _called(tag, role, attributes, within)
        if not what or self._left <= 0:
            return False
        words = clean_line(node.text())
        self._left -= 4 * len(words) + 100
        if node.css_first(NOTES) is not None or (by_id and _is_section(attributes, node)):
            return False
        titles = node.css(_TITLES)
        if titles and (what != "header" or any(title.tag != "h1" for title in titles)):
            return False
        if titles and len(titles) >= self._titles:
            return False  # else it is the site's name, in a page that has a title of its own
        return self._reads_so(what, node, len(words), written)

    @cached_property
    def _length(self) -> int:
        """How many characters the element that holds the article says."""
        return len(clean_line(self._article.text())) if self._article else 0

    @cached_property
    def _listed(self) -> int:
        """How many of those are in its lists of contents: a manual's first page may have one a part."""
        lists = self._article.css(_LISTS) if self._article else []
        if self._article is None or len(lists) > _MOST_LISTS:
            return 0
        known: dict[int, str] = {}

        def named(node: LexborNode) -> str:
            if node.mem_id not in known:  # many lists stand in the same part, which is looked through once
                known[node.mem_id] = _named(node)
            return known[node.mem_id]

        outermost = (
            node
            for node in lists
            if named(node) == "contents" and not any(map(named, islice(up(node, self._article), 1, None)))
        )
        return sum(len(clean_line(node.text())) for node in outermost)

    def _reads_so(self, what: str, node: LexborNode, length: int, written: int) -> bool:
        if what == "contents" and (2 * length > self._length or 2 * self._listed > self._length):
            return False  # it is what the page is for
        if what == "comments":
            return written >= _WRITTEN
        linked = linking(node)
        prose = sum(is_prose(paragraph, SENTENCE) for paragraph in node.css("p"))
        if what == "asking":
            return length < _SOME or 2 * linked > length or length < written
        if what in ("header", "form"):
            return not prose and length < _SOME and node.css_first("h2, h3, h4, pre") is None
        if what == "footer":
            return prose <= 2 and (length < _SOME or 2 * linked > length)
        if what == "player":
            return not says_a_sentence(node)
        if what == "sharing":
            return not prose and (length < _FEW or 2 * linked > length)
        return 2 * linked > length or (what == "aside" and 3 * linked > length)


def _named(node: LexborNode) -> str:
    """What an element is called that may stand around the article: one with a title in it does not."""
    called = "links" if node.tag == "nav" else _called(node.tag or "", "", node.attributes, 1)[0]
    return called if called and node.css_first(_TITLES) is None else ""


def _called(tag: str, role: str, attributes: Mapping[str, str | None], within: int) -> tuple[str, bool]:
    """What the markup calls a part, and whether its id alone does; "" for what stands around no article."""
    for name in ("class", "id"):
        words = (attributes.get(name) or "").replace("_", "-")
        match = _NAMED.search(_FILED.sub(" ", words.lower())) if words else None
        if match is None and words and (apart := _HUMP.sub("-", words)) != words:
            match = _HUMPED.search(apart.lower()) and _NAMED.search(_FILED.sub(" ", apart.lower()))
        if match and match.lastgroup:
            return match.lastgroup, name == "id"
    if tag == "form":
        return tag, False
    part = _ROLES.get(role, tag if tag in ("header", "footer", "aside") else "")
    return (part if not within or part == "asking" else ""), False


def _is_section(attributes: Mapping[str, str | None], node: LexborNode) -> bool:
    """Whether an element has its id from the title of the section that it is: "disable-cookies"."""
    if node.tag == "section" or "section" in (attributes.get("class") or "").split():
        return True
    title = node.css_first("h1, h2, h3, h4, h5, h6")
    return title is not None and _letters(title.text()).startswith(_letters(attributes.get("id") or ""))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def is_permalink(node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """Whether a link is the sign that is hung on a heading to link to it."""
    name = attributes.get("class") or ""
    if "headerlink" in name:
        return True
    if not _PERMALINK.search(name):
        return False
    words = node.text().strip()
    return len(words) <= 2 and not any(map(str.isalnum, words))


_PERMALINK: Final = expression(
    r"\b(?:anchor|anchorjs|permalink|hash-link|self-?link|heading-link)", re.IGNORECASE
)
