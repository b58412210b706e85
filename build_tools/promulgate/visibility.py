"""Is every word of the source on the page? Asked of the source and of the page's HTML, without asking the engine.

Both sides are reduced to their letters, digits and signs other than Markdown's own; what the source has must be on the
page in the same order. A link's or picture's target counts as seen where the link stands. What a source needs only to
be written (a heading's id, the label of a footnote) is left out, and only where the page
shows that it was understood as such.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from html.parser import HTMLParser
from urllib.parse import unquote

from rapidfuzz.distance import LCSseq

from promulgate.model import Block, BlockKind, Container, Text

_MARKUP = frozenset("*_`#>-+.|:[](){}<>!&;~=\\\"'")
_HEADING_ID = re.compile(r"[ \t]*\{#([^\s{}#]+)\}[ \t]*#*[ \t]*$")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_ITEM = re.compile(r"(?P<before>[ \t>]*(?:[-+*][ \t]+)*)(?P<number>\d+)\.(?=[ \t])")
_THAI_NUMBER = re.compile("[๐-๙]+")
"""Numbers of list items that the page shows in the digits they are written in."""
_FOOTNOTE = re.compile(r"[ \t>]*\[\^([^\]]+)\]:")
_FOOTNOTE_USE = re.compile(r"\[\^([^\]]+)\](?!:)")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)([^\[\]]+)\]:[ \t]*")
_REFERENCE = re.compile(r"(?<=\])[ ]?\[([^\[\]^]+)\]")
_WINDOW = 4000
_ANCHOR = 24
"""So many letters in a row that agree show that both sides are at the same place again."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Words of the source that are nowhere on the page: their 1-based line, and the words as far as they are lost."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class _Letters:
    """Letters in order, each with the line it stands on."""

    letters: str
    lines: tuple[int, ...]


def lost_words(text: Text) -> tuple[Lost, ...]:
    """The words of the source the page does not show, one entry a line, in order."""
    flow, notes = _source(text)
    shown, shown_notes = _page(text)
    lost = _missing(flow, shown)
    remaining = list(shown_notes)
    for note in notes:
        nearest = max(remaining, key=lambda one: LCSseq.similarity(note.letters, one), default="")
        if nearest:
            remaining.remove(nearest)
        lost += _missing(note, nearest)
    by_line: dict[int, str] = {}
    for line, letter in sorted(lost, key=lambda item: item[0]):
        by_line[line] = by_line.get(line, "") + letter
    return tuple(Lost(line, letters) for line, letters in by_line.items())


def _source(text: Text) -> tuple[_Letters, list[_Letters]]:
    """The letters of the text, and those of each footnote."""
    used = {label for section in text.sections for block in section.blocks for label in block.footnotes}
    headings = {section.line for section in text.sections if section.has_id} | {text.title_line}
    blocks = [block for section in text.sections for block in section.blocks]
    numbers = {block.line: int(block.marker[:-1]) for block in blocks if block.marker[:-1].isdecimal()}
    headings |= {block.line for block in blocks if block.kind is BlockKind.HEADING}
    targets = _targets(text)
    definitions = {_label(label) for _, label, target in _definitions(text) if target in targets}
    reached = {number for number, _, target in _definitions(text) if target in targets}
    flow: list[tuple[str, int]] = []
    notes: list[list[tuple[str, int]]] = []
    note: list[tuple[str, int]] | None = None
    blank = False
    for number, line in _body(text):
        started = _FOOTNOTE.match(line)
        if started is not None:
            note = []
            notes.append(note)
        elif note is not None and blank and line.strip() and not line.startswith(("    ", "\t")):
            note = None
        blank = not line.strip()
        if number in reached:
            continue
        words = _unmarked(line, used, definitions, heading=number in headings, shown=numbers.get(number))
        (flow if note is None else note).extend((letter, number) for letter in _letters(words))
    return _joined(flow), [_joined(one) for one in notes]


def _body(text: Text) -> Iterator[tuple[int, str]]:
    """The lines after the lines at the top."""
    lines = text.source_lines
    start = next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == "---"), 0)
    return ((number, line) for number, line in enumerate(lines, 1) if number > start)


def _unmarked(line: str, used: set[str], definitions: set[str], *, heading: bool, shown: int | None) -> str:
    """The line without what only the writer needs; `shown` is the number the page shows before it."""
    if heading:
        line = _HEADING_ID.sub("", line)
    item = _ITEM.match(line)
    if item is not None and (item["number"].isascii() or _shown_as(item["number"], shown)):
        line = line[item.end() :]
    note = _FOOTNOTE.match(line)
    line = line[note.end() :] if note is not None else line
    line = _FOOTNOTE_USE.sub(lambda use: "" if use[1] in used else use[0], line)
    line = _REFERENCE.sub(lambda use: "" if _label(use[1]) in definitions else use[0], line)
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]) if _is_entity(entity[0]) else entity[0], line)


def _shown_as(written: str, shown: int | None) -> bool:
    """Whether a list number in other digits is what the page shows: it shows Thai digits, and its own numbers."""
    return _THAI_NUMBER.fullmatch(written) is not None and int(written) == shown


def _is_entity(written: str) -> bool:
    """Whether it is written out as HTML knows it; `&notice;` is no `&not`."""
    return written.startswith("&#") or written[1:] in html5


def _targets(text: Text) -> set[str]:
    """Where the links and pictures of the page lead."""
    blocks = [block for section in text.sections for block in section.blocks]
    targets = {unquote(link.target) for block in blocks for link in block.links}
    return targets | {unquote(image.source) for block in blocks for image in block.images}


def _definitions(text: Text) -> Iterator[tuple[int, str, str]]:
    """Lines that define where a link leads, with their label and target."""
    for number, line in _body(text):
        match = _DEFINITION.match(line)
        if match is not None:
            yield number, match[1], unquote(line[match.end() :].strip().strip("<>"))


def _label(words: str) -> str:
    return " ".join(words.split()).lower()


def _page(text: Text) -> tuple[str, list[str]]:
    """The letters the page shows, and those of each footnote."""
    flow = [text.title]
    notes: list[list[str]] = []
    for section in text.sections:
        flow += _shown(section.title_html)
        for block in section.blocks:
            if _is_note(block):
                if block.kind is BlockKind.FOOTNOTE:
                    notes.append([])
                notes[-1] += _shown(block.html)
            else:
                flow += _shown(block.html)
    return _joined_words(flow), [_joined_words(note) for note in notes]


def _is_note(block: Block) -> bool:
    return block.kind is BlockKind.FOOTNOTE or Container.FOOTNOTES in block.containers


class _Shown(HTMLParser):
    """Collects the words of a piece of the page, and where its links and pictures lead, in the order of the source."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            hidden = values.get("class") in ("footnote-ref", "footnote-backref")
            self.targets.append("" if hidden else values.get("href") or "")
        elif tag == "img":
            self.words += [values.get("alt") or "", values.get("src") or ""]

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.targets:
            self.words.append(self.targets.pop())

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _shown(piece: str) -> list[str]:
    parser = _Shown()
    parser.feed(re.sub(r'<sup id="fnref[^"]*">.*?</sup>', "", piece))
    parser.close()
    return parser.words


def _letters(words: str) -> str:
    """Letters, digits and signs in one spelling, without spaces and Markdown's own signs."""
    spelt = unicodedata.normalize("NFC", unquote(words))
    return "".join(letter for letter in spelt if not letter.isspace() and letter not in _MARKUP)


def _joined_words(words: list[str]) -> str:
    return "".join(map(_letters, words))


def _joined(pairs: list[tuple[str, int]]) -> _Letters:
    return _Letters("".join(letter for letter, _ in pairs), tuple(line for _, line in pairs))


def _missing(source: _Letters, shown: str) -> list[tuple[int, str]]:
    """Lines and letters of `source` that are not in `shown` in order; more in `shown` is no loss."""
    lost: list[tuple[int, str]] = []
    here = there = 0
    while here < len(source.letters):
        same = _common(source.letters, here, shown, there)
        here, there = here + same, there + same
        if here >= len(source.letters):
            break
        mine, theirs = source.letters[here : here + _WINDOW], shown[there : there + _WINDOW]
        operations = list(LCSseq.opcodes(mine, theirs))
        for number, operation in enumerate(operations):
            length = operation.src_end - operation.src_start
            if operation.tag == "equal" and length >= _ANCHOR and number:
                here, there = here + operation.src_start, there + operation.dest_start
                break
            if operation.tag in ("delete", "replace"):
                places = range(here + operation.src_start, here + operation.src_end)
                lost += [(source.lines[place], source.letters[place]) for place in places]
        else:
            here, there = here + len(mine), there + len(theirs)
    return lost


def _common(one: str, start: int, other: str, beginning: int) -> int:
    """How many letters agree from the two places on."""
    length = min(len(one) - start, len(other) - beginning)
    if one[start : start + length] == other[beginning : beginning + length]:
        return length
    low, high = 0, length
    while low < high:
        middle = (low + high + 1) // 2
        if one[start : start + middle] == other[beginning : beginning + middle]:
            low = middle
        else:
            high = middle - 1
    return low
