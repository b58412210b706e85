"""From the safe HTML of a page to its sections and blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape

import lxml.html
from lxml.html import HtmlElement as Element

from promulgate.markdown.line_marks import read_marks
from promulgate.model import PREAMBLE, Block, BlockKind, Container, Image, Link, Section

_HEADING = re.compile(r"h([1-6])")
_KINDS = {
    "p": BlockKind.PARAGRAPH,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "dt": BlockKind.TERM,
    "dd": BlockKind.DEFINITION,
    "pre": BlockKind.CODE,
}
_CONTAINERS = {
    "blockquote": Container.QUOTE,
    "ul": Container.BULLETED_LIST,
    "ol": Container.NUMBERED_LIST,
    "dl": Container.DEFINITION_LIST,
    "table": Container.TABLE,
}
_BLOCK_TAGS = {*_KINDS, *_CONTAINERS, "h1", "h2", "h3", "h4", "h5", "h6", "div", "hr", "tr", "thead", "tbody"}
_LINES = "data-lines"


@dataclass(slots=True)
class Page:
    """What was read off the HTML of one text."""

    title: str = ""
    title_line: int = 0
    titles: int = 0
    sections: list[Section] = field(default_factory=list)
    footnotes_html: str = ""


def read_page(html: str, first_line: int) -> Page:
    """Divide safe HTML, with line marks in it, into sections and blocks.

    Every block gets an anchor `<section>.<number>`, written into the HTML as its id, so that the address of a paragraph
    is the same in every language whose structure is the same.
    """
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    _take_marks_out(root)
    page = Page()
    footnotes = _footnote_blocks(root, page)
    parts = list(_parts(root))
    referenced: set[str] = set()
    open_sections: list[tuple[int, str]] = []
    made_up = 0
    line = first_line
    for heading, elements in parts:
        level, identifier, has_id, title, title_html = 0, PREAMBLE, True, "", ""
        if heading is not None:
            level = int(heading.tag[1])
            line = _first_line(heading, line)
            title, title_html = _words(heading), _inner_html(heading)
            has_id = bool(heading.get("id"))
            made_up += not has_id
            identifier = heading.get("id") or f"_heading-{made_up}"
            while open_sections and open_sections[-1][0] >= level:
                open_sections.pop()
        parent = open_sections[-1][1] if open_sections else ""
        if heading is not None:
            open_sections.append((level, identifier))
        blocks = _Reader(identifier, line).read(elements)
        for label in [label for block in blocks for label in block.footnotes]:
            if label in footnotes and label not in referenced:
                referenced.add(label)
                blocks += footnotes[label]
        section_html = "\n".join(_html(element) for element in elements)
        page.sections.append(
            Section(identifier, title, level, line, tuple(blocks), section_html, title_html, parent, has_id)
        )
        line = max([line, *(block.end_line for block in blocks if block.kind is not BlockKind.FOOTNOTE)])
    orphans = [block for label, blocks in footnotes.items() if label not in referenced for block in blocks]
    if orphans:
        last = page.sections[-1]
        page.sections[-1] = replace(last, blocks=(*last.blocks, *orphans))
    return page


def _take_marks_out(root: Element) -> None:
    """Turn the marks in all text of the tree into a `data-lines` attribute of the element whose own text it is."""
    for element in root.iter():
        lines: list[int] = []
        if element.text:
            element.text, found = read_marks(element.text)
            lines += found
        for name, value in element.attrib.items():
            clean, found = read_marks(value)
            if found:
                element.set(name, clean)
                lines += found
        for child in element:
            if child.tail:
                child.tail, found = read_marks(child.tail)
                lines += found
        if lines:
            element.set(_LINES, " ".join(map(str, lines)))


def _parts(root: Element) -> Iterator[tuple[Element | None, list[Element]]]:
    """The top-level elements, divided at headings; H1 is left out, it is the title and belongs to the preamble."""
    heading: Element | None = None
    elements: list[Element] = []
    for element in root:
        if _HEADING.fullmatch(element.tag) and element.tag != "h1":
            yield heading, elements
            heading, elements = element, []
        else:
            elements.append(element)
    yield heading, elements


def _footnote_blocks(root: Element, page: Page) -> dict[str, list[Block]]:
    """Take the title and the footnotes out of the tree, into `page` and into blocks by label."""
    for title in root.findall("h1"):
        page.titles += 1
        if page.titles == 1:
            page.title, page.title_line = _words(title), _first_line(title, 0)
            root.remove(title)
    blocks: dict[str, list[Block]] = {}
    for division in root.findall("div[@class='footnote']"):
        for item in division.iter("li"):
            label = (item.get("id") or "").removeprefix("fn:")
            number = str(len(blocks) + 1)
            blocks[label] = _Reader(f"note-{number}", 0).footnote(item, number)
        page.footnotes_html = "\n".join(_html(element) for element in division if element.tag != "hr")
        root.remove(division)
    return blocks


class _Reader:
    """Walks the elements of one section and lists its blocks."""

    def __init__(self, section: str, line: int) -> None:
        self.section = section
        self.line = line
        self.blocks: list[Block] = []
        self.groups = 0

    def read(self, elements: list[Element]) -> list[Block]:
        for element in elements:
            self.visit(element, (), 0, "")
        return self.blocks

    def footnote(self, item: Element, number: str) -> list[Block]:
        for child in item:
            self.visit(child, (Container.FOOTNOTES,), 0, "")
        return [
            replace(block, kind=BlockKind.FOOTNOTE, marker=number) if index == 0 else block
            for index, block in enumerate(self.blocks)
        ]

    def visit(self, element: Element, containers: tuple[Container, ...], group: int, marker: str) -> None:
        tag = str(element.tag)
        if tag in _CONTAINERS:
            self.container(element, (*containers, _CONTAINERS[tag]), group)
        elif tag in ("li", "dd"):
            self.item(element, _KINDS[tag], containers, group, marker)
        elif tag in _KINDS:
            self.add(element, _KINDS[tag], containers, group)
            self.children(element, containers, group)
        elif _HEADING.fullmatch(tag):
            self.add(element, BlockKind.HEADING, containers, group)
        elif tag != "hr":
            self.children(element, containers, group)

    def children(self, element: Element, containers: tuple[Container, ...], group: int) -> None:
        for child in element:
            if child.tag in _BLOCK_TAGS:
                self.visit(child, containers, group, "")

    def container(self, element: Element, containers: tuple[Container, ...], group: int) -> None:
        if containers[-1] is not Container.QUOTE:
            self.groups += 1
            group = self.groups
        if containers[-1] is Container.TABLE:
            self.table(element, containers, group)
            return
        numbered = containers[-1] is Container.NUMBERED_LIST
        number = int(element.get("start", "1")) if numbered else 0
        for child in element:
            if child.tag == "li":
                self.visit(child, containers, group, f"{number}." if numbered else "-")
                number += 1
            else:
                self.visit(child, containers, group, "")

    def table(self, element: Element, containers: tuple[Container, ...], group: int) -> None:
        for row, line_of_cells in enumerate(element.iter("tr")):
            cells = [cell for cell in line_of_cells if cell.tag in ("td", "th")]
            lines = [number for cell in cells for number in _lines(cell)]
            self.line = min(lines, default=self.line + 1)
            for column, cell in enumerate(cells):
                self.add(cell, BlockKind.TABLE_CELL, containers, group, row=row, column=column)

    def item(
        self, element: Element, kind: BlockKind, containers: tuple[Container, ...], group: int, marker: str
    ) -> None:
        """An item and its first paragraph are one block, whether or not blank lines make the engine write `<p>`."""
        first = next(iter(element), None)
        rest = list(element)
        if first is not None and first.tag == "p" and not _words(_without_blocks(element)):
            self.add(first, kind, containers, group, marker=marker, identified=element)
            rest = rest[1:]
        else:
            self.add(element, kind, containers, group, marker=marker)
        for child in rest:
            if child.tag in _BLOCK_TAGS:
                self.visit(child, containers, group, "")

    def add(
        self,
        element: Element,
        kind: BlockKind,
        containers: tuple[Container, ...],
        group: int,
        *,
        marker: str = "",
        row: int = 0,
        column: int = 0,
        identified: Element | None = None,
    ) -> None:
        inner = _without_blocks(element)
        text = _code_words(inner) if kind is BlockKind.CODE else _words(inner)
        links, images, code, footnotes = _inline(inner)
        if not text and not images and kind in (BlockKind.PARAGRAPH, BlockKind.TERM):
            return
        lines = _lines(inner) or [self.line]
        anchor = f"{self.section}.{len(self.blocks) + 1}"
        (element if identified is None else identified).set("id", anchor)
        self.line = max(lines)
        self.blocks.append(
            Block(
                *(kind, containers, text, _inner_html(inner), min(lines), max(lines), anchor, marker, group, row),
                *(column, links, images, code, footnotes),
            )
        )


def _without_blocks(element: Element) -> Element:
    """The element with only its own words (a copy if need be): nested blocks are blocks of their own."""
    if element.tag == "pre" or not any(child.tag in _BLOCK_TAGS for child in element):
        return element
    copy = lxml.html.fragment_fromstring(f"<{element.tag}></{element.tag}>")
    for name, value in element.attrib.items():
        copy.set(name, value)
    copy.text = element.text
    for child in element:
        if child.tag in _BLOCK_TAGS:
            last = copy[-1] if len(copy) else None
            if last is not None:
                last.tail = (last.tail or "") + (child.tail or "")
            else:
                copy.text = (copy.text or "") + (child.tail or "")
        else:
            copy.append(lxml.html.fromstring(lxml.html.tostring(child, encoding="unicode", with_tail=False)))
            copy[-1].tail = child.tail
    return copy


def _words(element: Element) -> str:
    """The words the page shows, white space collapsed; footnote numbers are references, not words.

    The engine puts a no-break space before the arrow at the end of a footnote, so such spaces go at both ends.
    """
    return re.sub(" {2,}", " ", "".join(_pieces(element))).strip(" \u00a0")


def _pieces(element: Element) -> Iterator[str]:
    if element.tag == "sup" and (element.get("id") or "").startswith("fnref"):
        return
    if element.tag == "a" and element.get("class") == "footnote-backref":
        return
    if element.tag == "br":
        yield " "
    yield re.sub(r"[ \t\n]+", " ", element.text or "")
    for child in element:
        yield from _pieces(child)
        yield re.sub(r"[ \t\n]+", " ", child.tail or "")


def _code_words(element: Element) -> str:
    return (element.text_content() or "").strip("\n")


def _inline(element: Element) -> tuple[tuple[Link, ...], tuple[Image, ...], tuple[str, ...], tuple[str, ...]]:
    anchors = [a for a in element.iter("a") if a.get("class") not in ("footnote-ref", "footnote-backref")]
    return (
        tuple(Link(_words(a), a.get("href", "")) for a in anchors),
        tuple(Image(image.get("alt", ""), image.get("src", "")) for image in element.iter("img")),
        tuple(_code_words(code) for code in element.iter("code")),
        tuple(re.sub(r"^#fn:", "", a.get("href", "")) for a in element.iter("a") if a.get("class") == "footnote-ref"),
    )


def _lines(element: Element) -> list[int]:
    return [int(number) for part in element.iter() for number in part.get(_LINES, "").split()]


def _first_line(element: Element, otherwise: int) -> int:
    return min(_lines(element), default=otherwise)


def _html(element: Element) -> str:
    return re.sub(rf' {_LINES}="[0-9 ]*"', "", lxml.html.tostring(element, encoding="unicode", with_tail=False))


def _inner_html(element: Element) -> str:
    inner = escape(element.text or "", quote=False)
    for child in element:
        inner += _html(child) + escape(child.tail or "", quote=False)
    return inner.strip("\n")
