"""The dialect policies are written in, and its one renderer.

Python-Markdown with tables, footnotes, definition lists, fenced code and explicit heading ids. Raw HTML is not part of
it: `<amount>` means those eight characters, as a lawyer would read them. Whatever the engine makes of a source passes
an allow-list before anyone sees it, so a flaw in the engine is no way in.
"""

from __future__ import annotations

import functools
import re
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.treeprocessors import Treeprocessor

_HEADING_ID = re.compile(r"[ \t]*\{#([^\s{}#]+)\}[ \t]*$")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tr", "th", "td", "pre", "code", "em", "strong", "a", "img", "sup", "div"),
}
_ATTRIBUTES = {
    "a": {"href", "title", "class"},
    "img": {"src", "alt", "title"},
    "ol": {"start", "class"},
    "th": {"style"},
    "td": {"style"},
    "div": {"class"},
    "li": {"id"},
    "sup": {"id"},
    "code": {"class"},
    **{heading: {"id"} for heading in _HEADINGS},
}
THAI_DIGITS = "thai-digits"
"""The class of a numbered list whose numbers are written in Thai digits."""
_THAI_NUMBER = re.compile("[ ]{0,3}[๐-๙]+\\.[ ]")
SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead, besides addresses of the same site."""


class _HeadingIds(Treeprocessor):
    """Takes `{#id}` off the end of a heading and makes it the id. Nothing else can carry attributes."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag not in _HEADINGS:
                continue
            match = _HEADING_ID.search(element.text or "")
            if match and not len(element):
                element.set("id", match[1])
                element.text = (element.text or "")[: match.start()]


class _NumberedLists(SaneOListProcessor):
    """Marks a list written with Thai digits, so that the page shows its numbers in the digits they were written in."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        thai = _THAI_NUMBER.match(blocks[0])
        super().run(parent, blocks)
        if not len(parent) or parent[-1].tag != "ol":
            return
        if parent[-1].get("start"):
            parent[-1].set("start", str(int(parent[-1].get("start", ""))))  # browsers read no other digits
        if thai:
            parent[-1].set("class", THAI_DIGITS)


class _Dialect(Extension):
    """Takes raw HTML out of the engine and adds heading ids before inline patterns see the braces."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the engine's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.parser.blockprocessors.register(_NumberedLists(md.parser), "olist", 40)
        md.treeprocessors.register(_HeadingIds(md), "policy_heading_ids", 25)


@functools.cache
def _engine() -> markdown.Markdown:
    return markdown.Markdown(
        # sane_lists: a numbered list that starts at 5 shows 5, and bullets never continue a numbered list.
        extensions=["tables", "footnotes", "def_list", "fenced_code", "sane_lists", _Dialect()],
        extension_configs={"footnotes": {"BACKLINK_TITLE": ""}},
        output_format="html",
    )


def render(body: str) -> str:
    """The engine's HTML of a body, before the allow-list. Deterministic: depends on nothing but the body."""
    engine = _engine()
    engine.reset()
    try:
        return engine.convert(body)
    except BaseException:
        _engine.cache_clear()  # an engine that stopped half-way stays in the middle of a list for ever
        raise


def sanitise(html: str) -> str:
    """The same HTML with only what the allow-list knows. Words are never lost: there is no raw HTML to strip.

    A control character, which only a code like `&#1;` can have brought here, becomes the sign for what can't be shown.
    """
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=False,
        filter_style_properties={"text-align"},
    )
    return _CONTROL.sub("\ufffd", clean)
