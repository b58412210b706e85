"""The values a comparison consists of. Every kind of change has a name.

What is shown is what was compared: the old text and the new text can be put together again from the pieces alone
(`promulgate.redline.restore`), so no view can lose a word the comparison had.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from promulgate.model import PREAMBLE, Block, Link, Section


class PieceKind(StrEnum):
    """What happened to a run of words."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    RESPELLED = "respelled"
    """The reader sees the same words; the characters, quotation marks or spaces they are typed with differ."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a changed block. In those of a split or merged block a line feed stands between two blocks."""

    kind: PieceKind
    text: str
    """The words; of RESPELLED the new ones."""
    before: str = ""
    """Only of RESPELLED: as the old text typed them."""

    @property
    def old(self) -> str:
        """What the old text has here."""
        if self.kind is PieceKind.RESPELLED:
            return self.before
        return "" if self.kind is PieceKind.INSERT else self.text

    @property
    def new(self) -> str:
        """What the new text has here."""
        return "" if self.kind is PieceKind.DELETE else self.text


class BlockChangeKind(StrEnum):
    """What happened to a block, or to a row of a table. The most important thing first, if several happened."""

    UNCHANGED = "unchanged"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """Words differ."""
    SPLIT = "split"
    """One block became several; words may differ too."""
    MERGED = "merged"
    MOVED_HERE = "moved-here"
    """It stood elsewhere before; words may differ too."""
    MOVED_AWAY = "moved-away"
    """It stands elsewhere now, where its words are compared."""
    RENUMBERED = "renumbered"
    """Nothing but the clause number typed at its beginning differs."""
    LINK_TARGET = "link-target"
    """The same words lead elsewhere."""
    PICTURE = "picture"
    NOTE_REFERENCE = "note-reference"
    """The same words refer to other footnotes."""
    RESHAPED = "reshaped"
    """The same words in another form: a paragraph became a list item, an item moved to another level."""
    FORMATTING = "formatting"
    """Emphasis, quotation marks or spaces differ; nothing a reader could cite."""
    ENCODING = "encoding"
    """Looks the same, typed with other characters."""


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link of a compared block that leads elsewhere, came or went. None where there is no link."""

    old: Link | None
    new: Link | None


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What became of one block.

    `old` and `new` hold one block each, or none (added, removed, moved away), or several (merged, split).
    """

    kind: BlockChangeKind
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    links: tuple[LinkChange, ...] = ()
    too_different: bool = False
    """The pieces are the whole old and the whole new words: comparing them word by word would cost too much."""
    other_section: str = ""
    """Of a moved block: the section it came from or went to."""
    other_anchor: str = ""
    """Of a moved block: the anchor of the block it came from (in the old text) or went to (in the new text)."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """What became of a table row: cell by cell, an added or removed row as one change."""

    kind: BlockChangeKind
    cells: tuple[BlockChange, ...]
    other_section: str = ""
    other_anchor: str = ""

    @property
    def old(self) -> tuple[Block, ...]:
        """The cells of the row in the old text."""
        return tuple(block for cell in self.cells for block in cell.old)

    @property
    def new(self) -> tuple[Block, ...]:
        """The cells of the row in the new text."""
        return tuple(block for cell in self.cells for block in cell.new)


Change = BlockChange | RowChange


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Numbers of one list, or typed before clauses, that differ although their items stayed. Said once."""

    anchor: str
    """The first item concerned, in the new text."""
    old: tuple[str, ...]
    new: tuple[str, ...]


class SectionChangeKind(StrEnum):
    """What happened to a section; several may have happened at once."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """Its own blocks differ in what they say."""
    MOVED = "moved"
    """Stands elsewhere among the sections that stayed. Subsections that came along are not said to have moved."""
    RENAMED = "renamed"
    RELEVELLED = "re-levelled"
    RENUMBERED = "renumbered"
    """The number in its title, of its list items or of its clauses differ, and nothing else does."""
    FORMATTING = "formatting"
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What became of one section. `kinds` is empty if nothing did."""

    id: str
    kinds: tuple[SectionChangeKind, ...]
    old: Section | None
    new: Section | None
    title: tuple[Piece, ...]
    """The words of its title; of the preamble, those of the text's title."""
    changes: tuple[Change, ...]
    """In reading order, blocks of both texts: what was removed or moved away stands where it stood."""
    renumbered: tuple[Renumbering, ...] = ()
    old_position: int = -1
    """Its place among the sections of the old text, from 0; -1 if it was not there."""
    old_parent: str = ""
    """Title of the section it was under, if that is another one now."""
    new_parent: str = ""

    @property
    def unchanged(self) -> bool:
        """Whether nothing at all differs, not even how it is typed."""
        return not self.kinds

    @property
    def name(self) -> str:
        """The title a reader knows it by: the new one, or the old one of a removed section."""
        new = "".join(piece.new for piece in self.title)
        return new or "".join(piece.old for piece in self.title)


@dataclass(frozen=True, slots=True)
class Redline:
    """The readable difference of two texts of one language.

    The versions are empty for texts that have none: the old one when there was nothing before, both for plain files.
    """

    policy: str
    language: str
    old_version: str
    new_version: str
    sections: tuple[SectionChange, ...]
    """In the order of the new text; removed sections after the section they followed."""
    first: bool = False
    """Whether there was nothing to compare with."""

    @property
    def title(self) -> tuple[Piece, ...]:
        """The words of the policy's title."""
        preamble = self.section(PREAMBLE)
        return preamble.title if preamble else ()

    @property
    def changed_sections(self) -> Iterator[SectionChange]:
        """The sections in which anything differs."""
        return (section for section in self.sections if not section.unchanged)

    def section(self, identifier: str) -> SectionChange | None:
        """What became of the section of this id, or None if neither text has it."""
        return next((section for section in self.sections if section.id == identifier), None)


def change_kind(section: SectionChange) -> str:
    """One stable word for what became of a section, as records keep it: the weightiest of its kinds, or `unchanged`."""
    return next((kind.value for kind in SectionChangeKind if kind in section.kinds), "unchanged")
