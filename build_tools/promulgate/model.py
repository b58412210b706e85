"""The values everything is made of: text, section, block, finding. No behaviour but what a value knows of itself."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from promulgate.dates import LocalTime
from promulgate.errors import Bilingual

PREAMBLE = "_preamble"
SUMMARY = "_summary"
"""The summary counts as a section where one-sided changes are concerned."""


class BlockKind(StrEnum):
    """What a block is, as the reader sees it."""

    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    FOOTNOTE = "footnote"
    TERM = "term"
    DEFINITION = "definition"
    CODE = "code"
    HEADING = "heading"
    """Only a heading inside a list, quote or table; a heading at the top of the page opens a section."""


class Container(StrEnum):
    """What a block can stand in."""

    QUOTE = "quote"
    BULLETED_LIST = "bulleted-list"
    NUMBERED_LIST = "numbered-list"
    DEFINITION_LIST = "definition-list"
    TABLE = "table"
    FOOTNOTES = "footnotes"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the reader meets it: its words and where it leads."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its alternative text and its source."""

    alternative: str
    source: str


@dataclass(frozen=True, slots=True)
class Block:
    """What a reader cites and what is compared: one paragraph, list item, table cell, footnote, term, definition.

    `text` is what the page shows, white space collapsed, without the numbers of footnote references.
    `html` is the safe HTML of the same words, without blocks nested in it.
    `line` and `end_line` are 1-based lines of the source file.
    """

    kind: BlockKind
    containers: tuple[Container, ...]
    text: str
    html: str
    line: int
    end_line: int
    anchor: str
    """Fragment of the permanent address, the same in every language: `collection.3`."""
    marker: str = ""
    """The number a numbered list or footnote shows (`3.`), a dash for a bullet."""
    group: int = 0
    """Which list or table of the section the block belongs to, counted from 1; 0 outside lists and tables."""
    row: int = 0
    """Row of a table cell, 0 for the header row."""
    column: int = 0
    """Column of a table cell, from 0."""
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    code: tuple[str, ...] = ()
    """Contents of code spans, or of the code block."""
    footnotes: tuple[str, ...] = ()
    """Labels of the footnotes the block refers to."""

    @property
    def depth(self) -> int:
        """How many containers the block stands in."""
        return len(self.containers)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a stable id and its own blocks, not those of its subsections.

    `parent` is the id of the section it is a subsection of ("" at the top).
    """

    id: str
    title: str
    level: int
    line: int
    blocks: tuple[Block, ...]
    html: str
    """Safe HTML of the blocks as the page shows them, without the heading."""
    title_html: str = ""
    parent: str = ""
    has_id: bool = True
    """False when the source gives no id and one was made up to be able to go on."""


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A human decision that a one-sided change needs no translation, bound to the changed text by its fingerprint."""

    section: str
    changed: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class RuleException:
    """A human decision that one rule does not apply to one section, for exactly these values."""

    rule: str
    section: str
    values: tuple[str, ...]
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """The front matter of one text. `lines` gives the 1-based source line of every key."""

    version: str
    effective: LocalTime
    material: bool
    summary: str
    acknowledged: tuple[Acknowledgement, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    imported: str = ""
    urgent: str = ""
    withdrawn: str = ""
    ends: bool = False
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def line(self, key: str) -> int:
        """Source line of `key`; the first line of the file if the key is not there."""
        return self.lines.get(key, 1)


@dataclass(frozen=True, slots=True)
class Text:
    """One language of one version of a policy, read from its source bytes."""

    policy: str
    language: str
    path: str
    source: bytes = field(repr=False)
    metadata: Metadata
    title: str
    title_line: int
    sections: tuple[Section, ...] = field(repr=False)
    """In the order of the source; the first is always the preamble."""
    footnotes_html: str = field(default="", repr=False)
    visible: str = field(default="", repr=False)
    """All words of the page in reading order, one block a line: what the visible-text hash is taken over."""

    def section(self, identifier: str) -> Section | None:
        """The first section with this id, or None."""
        return next((section for section in self.sections if section.id == identifier), None)

    @property
    def source_lines(self) -> list[str]:
        """The lines of the source, decoded, without line ends."""
        return list(_lines(self.source))


@functools.lru_cache(maxsize=16)
def _lines(source: bytes) -> tuple[str, ...]:
    """Rules ask for the lines at each finding, and a text may have thousands."""
    return tuple(source.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n"))


class Severity(IntEnum):
    """How much a finding weighs; only errors block the merge."""

    OFF = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """As it is written in settings and reports: off, warning, error."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Place:
    """A 1-based line and column of a file in one language."""

    language: str
    path: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect in one place, by one rule, with both sides' place and how to mend it."""

    rule: str
    severity: Severity
    policy: str
    section: str
    place: Place
    message: Bilingual
    hint: Bilingual
    counterpart: Place | None = None
    values: tuple[str, ...] = ()
    """What was found, in its own words: what an exception has to name."""
