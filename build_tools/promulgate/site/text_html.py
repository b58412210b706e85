"""The HTML of a policy's text, fitted to a page.

Links lead to site addresses, tables scroll by themselves, every paragraph carries its permanent link. No word of the
text is added, taken away or changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import lxml.html
from lxml.html import HtmlElement as Element
from markupsafe import Markup, escape

from promulgate.model import PREAMBLE, Section
from promulgate.one_language import Stub
from promulgate.site.model import Heading

_CITED = {"p", "li", "dd", "dt"}
_BLOCKS = {"ul", "ol", "dl", "table", "blockquote", "pre", "div", "p", "h2", "h3", "h4", "h5", "h6"}
_ALIGNMENT = re.compile(r"text-align:\s*(left|right|center)")


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a text is fitted to its page."""

    resolve: Callable[[str], str]
    """From a link as written to the `href` on this page."""
    permanent: str = ""
    """`href` of the version's permanent page; empty on that page itself."""
    cited: bool = False
    """Whether paragraphs and list items carry their permanent link."""
    table_label: str = ""
    """What a screen reader calls a table that scrolls."""
    cite_label: str = ""
    """What a screen reader calls the link of a paragraph; `{place}` is its number in the section."""
    id_suffix: str = ""
    """Added to every id, on a page that shows two texts with the same ids."""


@dataclass(frozen=True, slots=True)
class FittedSection:
    """A section ready for its page; `level` is 0 for the preamble."""

    id: str
    level: int
    title: Markup
    html: Markup


def fitted_section(section: Section, fitting: Fitting) -> FittedSection:
    """A section of a text, fitted."""
    return FittedSection(
        section.id + fitting.id_suffix,
        section.level,
        fitted(section.title_html, fitting),
        fitted(section.html, fitting),
    )


def fitted(html: str, fitting: Fitting) -> Markup:
    """A piece of a text's HTML, fitted."""
    if not html:
        return Markup("")
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    _fit(root, fitting)
    return _inner(root)


def rows(section: Section, fitting: Fitting) -> tuple[Markup, ...]:
    """The parts of a section that stand beside their translation: paragraphs, tables, and each item of a list."""
    if not section.html:
        return ()
    root = lxml.html.fragment_fromstring(section.html, create_parent="div")
    parts = [part for element in root for part in _parts(element)]
    fitted_parts = []
    for part in parts:
        holder = lxml.html.fragment_fromstring("<div></div>")
        holder.append(part)
        _fit(holder, fitting)
        fitted_parts.append(_inner(holder))
    return tuple(fitted_parts)


def contents(shown: Sequence[Section | Stub]) -> tuple[Heading, ...]:
    """The table of contents of the sections of a text."""
    titled = [
        (each.section, stub_title(each)) if isinstance(each, Stub) else (each, escape(each.title)) for each in shown
    ]
    named = [(section, title) for section, title in titled if section.id != PREAMBLE]
    top = min((section.level for section, _ in named), default=2)
    return tuple(Heading(section.id, title, section.level - top + 1) for section, title in named)


def stub_title(stub: Stub) -> Markup:
    """The title of a section only other languages have, marked as being in the language it is in."""
    return Markup('<span lang="{}">{}</span>').format(stub.languages[0], stub.section.title)


def _parts(element: Element) -> Iterator[Element]:
    if element.tag not in ("ul", "ol"):
        yield element
        return
    number = int(element.get("start", "1"))
    for position, item in enumerate(list(element)):
        single = lxml.html.fragment_fromstring(f"<{element.tag}></{element.tag}>")
        if element.tag == "ol":
            single.set("start", str(number + position))
        single.append(item)
        yield single


def _fit(root: Element, fitting: Fitting) -> None:
    for element in list(root.iter()):
        if element.tag == "a" and element.get("href"):
            target = element.get("href")
            own = fitting.id_suffix if target.startswith("#") else ""
            element.set("href", fitting.resolve(target) + own)
        alignment = _ALIGNMENT.search(element.attrib.pop("style", "")) if element.get("style") else None
        if alignment:
            element.set("class", f"align-{alignment[1]}")
        if element.tag == "table" and element.getparent() is not None:
            _let_scroll(element, fitting)
        if element.get("id"):
            _identify(element, fitting)


def _let_scroll(table: Element, fitting: Fitting) -> None:
    """A table wider than the page scrolls within itself, by keyboard too."""
    region = lxml.html.fragment_fromstring('<div class="table" role="group" tabindex="0"></div>')
    region.set("aria-label", fitting.table_label)
    region.tail, table.tail = table.tail, None
    parent = table.getparent()
    if parent is not None:
        parent.replace(table, region)
    region.append(table)


def _identify(element: Element, fitting: Fitting) -> None:
    identifier = element.get("id") or ""
    element.set("id", identifier + fitting.id_suffix)
    if not fitting.cited or element.tag not in _CITED or ":" in identifier:
        return
    link = lxml.html.fragment_fromstring("<a></a>")
    link.set("class", "cite")
    link.set("href", f"{fitting.permanent}#{identifier}")
    link.set("aria-label", fitting.cite_label.replace("{place}", identifier.rpartition(".")[2]))
    first_block = next((child for child in element if child.tag in _BLOCKS), None)
    if first_block is None:
        element.append(link)
    elif first_block.tag == "p":
        first_block.append(link)
    else:
        first_block.addprevious(link)


def _inner(root: Element) -> Markup:
    opening, closing = len("<div>"), len("</div>")
    return Markup(lxml.html.tostring(root, encoding="unicode", with_tail=False)[opening:-closing])  # noqa: S704 - from our renderer
