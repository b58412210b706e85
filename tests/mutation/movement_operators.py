"""Defects of things that stand in the wrong place, and sentences that are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from promulgate.model import Block, BlockKind
from tests.mutation.mutant import Change, Pair, around, blocks_of, each_block, is_simple, operator
from tests.mutation.table_operators import rows_of_tables, split_row


@operator("structure")
def move_item(pair: Pair) -> Iterator[Change]:
    """An item taken to the next list."""
    items = [block for _, block in blocks_of(pair, BlockKind.LIST_ITEM) if block.marker == "-" and block.depth == 1]
    for item in items:
        target = next((each for each in items if each.line > item.end_line and not _same_list(pair, item, each)), None)
        siblings = [each for each in items if _same_list(pair, item, each)]
        if target is None or len(siblings) < 2 or item.end_line != item.line:
            continue
        lines = pair.text.source_lines
        lines.insert(target.line - 1, lines[item.line - 1])
        del lines[item.line - 1]
        yield lines, (item.line - 2, target.line + 2), ()


def _same_list(pair: Pair, one: Block, two: Block) -> bool:
    return one.group == two.group and _section_line(pair, one) == _section_line(pair, two)


def _section_line(pair: Pair, block: Block) -> int:
    return max((section.line for section in pair.text.sections if section.line <= block.line), default=0)


@operator("structure")
def move_paragraph(pair: Pair) -> Iterator[Change]:
    """A paragraph taken to the end of the next section."""
    sections = pair.text.sections
    for index, section in enumerate(sections[1:-1], 1):
        for block in section.blocks:
            alone = len([each for each in section.blocks if each.kind is not BlockKind.FOOTNOTE]) == 1
            if block.kind is not BlockKind.PARAGRAPH or not is_simple(pair, block) or alone:
                continue
            lines = pair.text.source_lines
            following = sections[index + 1]
            piece = lines[block.line - 1 : block.end_line]
            lines[following.line : following.line] = ["", *piece]
            del lines[block.line - 1 : block.end_line]
            yield lines, (block.line - 2, following.line + 3), ()


@operator("structure")
def split_paragraph(pair: Pair) -> Iterator[Change]:
    for block in each_block(pair, BlockKind.PARAGRAPH):
        line = pair.text.source_lines[block.line - 1]
        if not is_simple(pair, block) or block.end_line != block.line:
            continue
        for match in re.finditer(
            r"(?<=[a-z]\.) (?=[A-Z])" if pair.text.language == "en" else r"(?<=[ก-๙]) (?=[ก-๙])", line
        ):
            if 30 < match.start() < len(line) - 30:
                lines = pair.text.source_lines
                lines[block.line - 1 : block.line] = [line[: match.start()], "", line[match.end() :]]
                yield lines, (block.line, block.line + 2), around(pair, block)
                break


@operator("structure")
def nest_item(pair: Pair) -> Iterator[Change]:
    items = list(each_block(pair, BlockKind.LIST_ITEM))
    for before, item in pairwise(items):
        if item.depth == before.depth == 1 and item.line == before.line + 1 and item.marker == "-":
            lines = pair.text.source_lines
            lines[item.line - 1] = "    " + lines[item.line - 1]
            yield lines, (before.line, item.line + 1), pair.line_of_partner(item) + pair.line_of_partner(before)


@operator("structure")
def drop_term(pair: Pair) -> Iterator[Change]:
    """A term with its definition."""
    for _, block in blocks_of(pair, BlockKind.TERM):
        lines = pair.text.source_lines
        if block.line < len(lines) and lines[block.line].startswith(":"):
            del lines[block.line - 1 : block.line + 2]
            yield lines, (block.line - 3, block.line + 2), ()


@operator("structure")
def swap_columns(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections:
        for first, last in _tables(section.blocks):
            lines = pair.text.source_lines
            width = len(split_row(lines[first - 1]))
            for column in range(1, width - 1):
                changed = list(lines)
                for index in range(first - 1, last):
                    cells = split_row(changed[index])
                    cells[column], cells[column + 1] = cells[column + 1], cells[column]
                    changed[index] = "|" + "|".join(cells) + "|"
                yield changed, (first, last), ()


def _tables(blocks: tuple[Block, ...]) -> Iterator[tuple[int, int]]:
    groups: dict[int, list[int]] = {}
    for block in blocks:
        if block.kind is BlockKind.TABLE_CELL:
            groups.setdefault(block.group, []).append(block.line)
    yield from ((min(found), max(found)) for found in groups.values())


@operator("structure")
def exchange_cells_of_rows(pair: Pair) -> Iterator[Change]:
    """One cell with the cell below it."""
    rows = list(rows_of_tables(pair))
    for one, two in pairwise(rows):
        if two[0].line != one[0].line + 1 or len(one) != len(two):
            continue
        for column, (above, below) in enumerate(zip(one, two, strict=True)):
            if not re.search(r"\d", above.text + below.text) or above.text == below.text:
                continue
            lines = pair.text.source_lines
            cells, others = split_row(lines[one[0].line - 1]), split_row(lines[two[0].line - 1])
            cells[column], others[column] = others[column], cells[column]
            lines[one[0].line - 1], lines[two[0].line - 1] = "|" + "|".join(cells) + "|", "|" + "|".join(others) + "|"
            yield lines, (one[0].line, two[0].line), ()


_VALUE = r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|thirty)\b|(?:สอง|สาม(?!ารถ)|สี่|ห้า(?!ม)|สิบ)"


@operator("numbers")
def drop_sentence(pair: Pair) -> Iterator[Change]:
    """The last sentence of a paragraph, where it holds a value."""
    for block in each_block(pair, BlockKind.PARAGRAPH):
        line = pair.text.source_lines[block.line - 1]
        if not is_simple(pair, block) or block.end_line != block.line:
            continue
        if pair.text.language == "en":
            parts = re.split(r"(?<=[a-z0-9)]\.) (?=[A-Z])", line)
        else:
            parts = re.split(r"(?<=[ก-๙]) (?=(?:หาก|เมื่อ|ทั้งนี้|โดย|และ|เว้นแต่|ส่วน|ใน|ผู้|บริษัท|ธนาคาร|กรณี))", line)
        if len(parts) > 1 and re.search(_VALUE, parts[-1]):
            lines = pair.text.source_lines
            lines[block.line - 1] = " ".join(parts[:-1])
            yield lines, (block.line, block.line), pair.line_of_partner(block)
