"""Where the blocks of two languages do not correspond: one difference per defect, for the rules to name.

A run of neighbouring blocks that have no counterpart, or one of another kind, is one defect: a list that is missing is
one finding, not five.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from promulgate.model import PREAMBLE, Block, BlockKind, Container, Section, Text
from promulgate.rules.alignment import Pair, SectionPair, aligned_sections, shape_of_block
from promulgate.rules.caching import once_per_pair
from promulgate.rules.misreadings import misread_sections
from promulgate.rules.section_empty import is_empty


class Part(Enum):
    """What a difference is about, and so which rule speaks of it."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    COLUMN = "column"
    QUOTE = "quote"
    CODE = "code"
    IMAGE = "image"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Difference:
    """One defect: blocks of one or both languages, in a row, that do not correspond.

    Where both sides have blocks, they are of another kind or nested otherwise. `first_line` and `second_line` are where
    to look, in the language that lacks a block the line it should stand on.
    """

    part: Part
    pair: SectionPair
    first: tuple[Block, ...]
    second: tuple[Block, ...]
    first_line: int
    second_line: int


@once_per_pair
def differences(first: Text, second: Text) -> tuple[Difference, ...]:
    """Every structural difference inside the sections found in both texts.

    Sections that are read otherwise than they were meant, or are empty on one side, are left to the rules about that.
    """
    unclear = misread_sections(first) | misread_sections(second)
    found: list[Difference] = []
    for pair in aligned_sections(first, second):
        if pair.same_structure or pair.first.id in unclear or pair.second.id in unclear:
            continue
        if _is_told_as_empty(first, pair.first) or _is_told_as_empty(second, pair.second):
            continue
        found += _of_section(pair)
    return tuple(found)


def _is_told_as_empty(text: Text, section: Section) -> bool:
    """Whether the rule about empty sections speaks of it: of no preamble, and of no section with subsections."""
    return section.id != PREAMBLE and is_empty(text, section)


def _of_section(pair: SectionPair) -> Iterator[Difference]:
    columns: set[int] = set()
    for start, end in _runs(pair.blocks):
        first = tuple(ours for ours, _ in pair.blocks[start:end] if ours is not None)
        second = tuple(theirs for _, theirs in pair.blocks[start:end] if theirs is not None)
        part = _part(pair, start, end, first, second)
        if part is Part.COLUMN:
            group = next(block.group for block in (*first, *second))
            if group in columns:
                continue
            columns.add(group)
        find = _line_of_the_row if part is Part.COLUMN else _line_where_it_belongs
        yield Difference(
            part,
            pair,
            first,
            second,
            first[0].line if first else find(pair, 0, start, end),
            second[0].line if second else find(pair, 1, start, end),
        )


def _runs(pairs: tuple[Pair, ...]) -> Iterator[tuple[int, int]]:
    """The stretches of `pairs` that do not correspond. Footnotes are told apart by their labels elsewhere."""
    start: int | None = None
    for index, (ours, theirs) in enumerate(pairs):
        fits = ours is not None and theirs is not None and shape_of_block(ours) == shape_of_block(theirs)
        note = any(block is not None and Container.FOOTNOTES in block.containers for block in (ours, theirs))
        if fits or note:
            if start is not None:
                yield start, index
            start = None
        elif start is None:
            start = index
    if start is not None:
        yield start, len(pairs)


def _part(pair: SectionPair, start: int, end: int, first: tuple[Block, ...], second: tuple[Block, ...]) -> Part:
    more = first if len(first) >= len(second) else second
    block = more[0]
    if block.kind is BlockKind.TABLE_CELL:
        whole_row = _row_is_missing(pair, start, end)
        return Part.TABLE if whole_row or (first and second) else Part.COLUMN
    return _PARTS.get(block.kind) or _part_of_paragraph(more, first, second)


_PARTS = {
    BlockKind.LIST_ITEM: Part.LIST,
    BlockKind.CODE: Part.CODE,
    BlockKind.TERM: Part.DEFINITION,
    BlockKind.DEFINITION: Part.DEFINITION,
    BlockKind.FOOTNOTE: Part.FOOTNOTE,
}


def _part_of_paragraph(more: tuple[Block, ...], first: tuple[Block, ...], second: tuple[Block, ...]) -> Part:
    other = second if more is first else first
    kinds = {part for block in other if (part := _PARTS.get(block.kind))}
    if kinds:
        return min(kinds, key=lambda part: part.value)
    if any(block.kind is BlockKind.TABLE_CELL for block in other):
        return Part.TABLE
    if Container.QUOTE in more[0].containers or any(Container.QUOTE in block.containers for block in other):
        return Part.QUOTE
    if all(block.images and not block.text for block in more):
        return Part.IMAGE
    return Part.PARAGRAPH


def _row_is_missing(pair: SectionPair, start: int, end: int) -> bool:
    """Whether a run of cells without counterpart makes up whole rows: no cell of those rows has one."""
    run = pair.blocks[start:end]
    for side in (0, 1):
        rows = {(block.group, block.row) for block in (cells[side] for cells in run) if block is not None}
        for cells in (*pair.blocks[:start], *pair.blocks[end:]):
            block = cells[side]
            if block is not None and block.kind is BlockKind.TABLE_CELL and (block.group, block.row) in rows:
                return False
    return True


def _line_of_the_row(pair: SectionPair, side: int, start: int, end: int) -> int:
    """The line of the row that has a cell less: that of the cell before, or of the one after in the first column."""
    rows = {
        (block.group, block.row): cells[side]
        for cells in (*pair.blocks[:start], *pair.blocks[end:])
        if (block := cells[1 - side]) is not None and cells[side] is not None
    }
    lacking = pair.blocks[start][1 - side]
    partner = rows.get((lacking.group, lacking.row)) if lacking is not None else None
    return partner.line if partner is not None else _line_where_it_belongs(pair, side, start, end)


def _line_where_it_belongs(pair: SectionPair, side: int, start: int, end: int) -> int:
    """The line of the block that follows, where the missing one would push it down; else the one after the last."""
    following = next((block for block in (cells[side] for cells in pair.blocks[end:]) if _placed(block)), None)
    if following is not None:
        return following.line
    before = next((block for block in (cells[side] for cells in pair.blocks[:start][::-1]) if _placed(block)), None)
    section = (pair.first, pair.second)[side]
    return (before.end_line if before is not None else section.line) + 1


def _placed(block: Block | None) -> bool:
    return block is not None and Container.FOOTNOTES not in block.containers
