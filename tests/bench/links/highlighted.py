"""What Chromium has highlighted, read off its picture of the page.

No script may ask a page for it: the specification forbids that, for whoever follows a link would tell the
page what is looked for. But the page is drawn, and in a colour of our choice: a character is highlighted
where its middle has that colour.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tests.bench.links.browser import HEIGHT, WIDTH, Browser

STYLE: Final = """
addEventListener("DOMContentLoaded", () => {
  const style = document.createElement("style");
  style.textContent = "::target-text { background-color: #ff00fe !important; color: #ff00fe !important }"
    + " * { transition: none !important; animation: none !important }"
    // Long names in this menu lie over the text.
    + " .sphinxsidebar { transform: translateX(-9999px) !important }";
  document.documentElement.append(style);
});
"""
"""A script to be run in every page: what is highlighted is drawn in one colour that nothing else has."""

# Each character that is not white space, in the order of the page, and for each whether it is lit.
_READ: Final = """
(async (picture) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d", {willReadFrequently: true});
  context.drawImage(image, 0, 0);
  const {data} = context.getImageData(0, 0, image.width, image.height);
  const width = innerWidth, height = innerHeight, scale = image.width / width;
  const isLit = (x, y) => {
    const at = 4 * (Math.floor(y * scale) * image.width + Math.floor(x * scale));
    return data[at] > 250 && data[at + 1] < 5 && data[at + 2] > 249;
  };
  // Where one element lies over another, the colour says nothing of the words of either.
  const isAlone = ([own, x, y]) =>
    document.elementsFromPoint(x, y).every(one => one.contains(own) || own.contains(one));
  const known = new Map();
  // What a box cuts off on its sides is not in the picture.
  const clips = new Map();
  const clipOf = (own) => {
    if (!own || own == document.body) return [0, width];
    if (!clips.has(own)) {
      let [left, right] = clipOf(own.parentElement);
      if (getComputedStyle(own).overflowX != "visible") {
        const box = own.getBoundingClientRect();
        left = Math.max(left, box.left); right = Math.min(right, box.right);
      }
      clips.set(own, [left, right]);
    }
    return clips.get(own);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let text = "", lit = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const style = getComputedStyle(node.parentElement);
    if (style.visibility != "visible" || !node.parentElement.checkVisibility()) continue;
    if (["SCRIPT", "STYLE", "NOSCRIPT", "TEXTAREA"].includes(node.parentElement.tagName)) continue;
    range.selectNodeContents(node);
    const all = range.getBoundingClientRect();
    const seen = all.bottom > 0 && all.top < height && all.width > 0;
    const [left, right] = seen ? clipOf(node.parentElement) : [];
    let at = 0;
    for (const character of node.data) {
      if (/\\S/u.test(character)) {
        let is = ".";
        if (seen) {
          range.setStart(node, at);
          range.setEnd(node, at + character.length);
          const box = range.getBoundingClientRect();
          const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
          if (x < left || x >= right) is = left > 0 || right < width ? "?" : "-";
          else if (box.width && y >= 0 && y < height) {
            is = isLit(x, y) ? "x" : "-";
            known.set(text.length, [node.parentElement, x, y]);
          }
        }
        text += character;
        lit += is.repeat(character.length);
      }
      at += character.length;
    }
  }
  const signs = lit.split("");
  for (const edge of [lit.indexOf("x"), lit.lastIndexOf("x")])
    for (let at = edge - %d; edge >= 0 && at < edge + %d; at += 1)
      if (known.has(at) && !isAlone(known.get(at))) signs[at] = "?";
  return [text, signs.join("")];
})("%s")
"""
# A face that comes late moves all words.
_SETTLED: Final = """
document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50))))
"""
_TRIES: Final = 8
_EDGE: Final = 40
"""Characters around the first and the last that is lit of which is asked whether others lie there, too."""


class Highlighted(NamedTuple):
    """What is highlighted in a page: its characters without white space, and what stands around it.

    `times` is how often the page has these very characters. The last of `covered_before` and the first of
    `covered_behind`, next to them, may be highlighted, too: they lie over others, below, or are cut off.
    """

    words: str
    before: str
    behind: str
    times: int
    covered_before: str = ""
    covered_behind: str = ""


def _clip(browser: Browser) -> dict[str, float]:
    """What is seen of the page, at half its size: a quarter of the picture tells as much."""
    left, top = browser.run("[scrollX, scrollY]")
    return {"x": left, "y": top, "width": WIDTH, "height": HEIGHT, "scale": 0.5}


def highlighted(browser: Browser) -> Highlighted | None:
    """The words that the browser highlights in the page it has open; None for none."""
    for _ in range(_TRIES):
        browser.run(_SETTLED)
        clip = _clip(browser)
        picture = browser.ask("Page.captureScreenshot", format="png", optimizeForSpeed=True, clip=clip)
        text, lit = browser.run(_READ % (_EDGE, _EDGE, picture["data"]))
        if "x" in lit:
            start, end = lit.index("x"), lit.rindex("x") + 1
            # A character outside of the picture may be of it; one inside that is not lit is none of it.
            words = "".join(
                one for one, is_lit in zip(text[start:end], lit[start:end], strict=True) if is_lit != "-"
            )
            first = len(lit[:start].rstrip("?"))
            last = len(lit) - len(lit[end:].lstrip("?"))
            covered = text[first:start], text[end:last]
            return Highlighted(words, text[:start][-200:], text[end:][:200], text.count(words), *covered)
    return None
