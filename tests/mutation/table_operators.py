"""Defects in tables, footnotes and images."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from promulgate.model import Block, BlockKind
from tests.mutation.mutant import Change, Pair, around, blocks_of, operator


def rows_of_tables(pair: Pair) -> Iterator[list[Block]]:
    """The rows of each table but its header."""
    rows: dict[tuple[str, int, int], list[Block]] = {}
    for section, block in blocks_of(pair, BlockKind.TABLE_CELL):
        if block.row:
            rows.setdefault((section.id, block.group, block.row), []).append(block)
    yield from rows.values()


def _partner_of_row(pair: Pair, row: list[Block]) -> tuple[int, ...]:
    return tuple({line for cell in row for line in pair.line_of_partner(cell)})


@operator("structure")
def drop_row(pair: Pair) -> Iterator[Change]:
    for row in rows_of_tables(pair):
        lines = pair.text.source_lines
        del lines[row[0].line - 1]
        yield lines, (row[0].line - 1, row[0].line + 1), _partner_of_row(pair, row)


@operator("structure")
def duplicate_row(pair: Pair) -> Iterator[Change]:
    for row in rows_of_tables(pair):
        lines = pair.text.source_lines
        lines.insert(row[0].line, lines[row[0].line - 1])
        yield (
            lines,
            (row[0].line, row[0].line + 1),
            tuple(range(row[0].line - 2, row[0].line + 3)) and around(pair, row[0]),
        )


@operator("structure")
def swap_rows(pair: Pair) -> Iterator[Change]:
    rows = list(rows_of_tables(pair))
    for one, two in pairwise(rows):
        if two[0].line == one[0].line + 1:
            lines = pair.text.source_lines
            index = one[0].line - 1
            lines[index], lines[index + 1] = lines[index + 1], lines[index]
            yield lines, (index + 1, index + 2), _partner_of_row(pair, one) + _partner_of_row(pair, two)


def split_row(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip().strip("|"))


@operator("structure")
def swap_cells(pair: Pair) -> Iterator[Change]:
    for row in rows_of_tables(pair):
        for column in range(len(row) - 1):
            if row[column].text == row[column + 1].text:
                continue
            lines = pair.text.source_lines
            cells = split_row(lines[row[0].line - 1])
            cells[column], cells[column + 1] = cells[column + 1], cells[column]
            lines[row[0].line - 1] = "|" + "|".join(cells) + "|"
            yield lines, (row[0].line, row[0].line), _partner_of_row(pair, row)


@operator("structure")
def drop_cell(pair: Pair) -> Iterator[Change]:
    for row in rows_of_tables(pair):
        for column in range(len(row)):
            lines = pair.text.source_lines
            cells = split_row(lines[row[0].line - 1])
            del cells[column]
            lines[row[0].line - 1] = "|" + "|".join(cells) + "|"
            yield lines, (row[0].line, row[0].line), ()


@operator("structure")
def blank_cell(pair: Pair) -> Iterator[Change]:
    for row in rows_of_tables(pair):
        for column, cell in enumerate(row):
            if not cell.text.strip("-–— "):
                continue
            lines = pair.text.source_lines
            cells = split_row(lines[row[0].line - 1])
            cells[column] = " "
            lines[row[0].line - 1] = "|" + "|".join(cells) + "|"
            yield lines, (row[0].line, row[0].line), _partner_of_row(pair, row)


@operator("structure")
def drop_column(pair: Pair) -> Iterator[Change]:
    tables: dict[tuple[str, int], list[Block]] = {}
    for section, block in blocks_of(pair, BlockKind.TABLE_CELL):
        tables.setdefault((section.id, block.group), []).append(block)
    for cells in tables.values():
        first, last = cells[0].line, max(cell.line for cell in cells)
        for column in range(max(cell.column for cell in cells) + 1):
            lines = pair.text.source_lines
            for index in range(first - 1, last):
                parts = split_row(lines[index])
                del parts[column]
                lines[index] = "|" + "|".join(parts) + "|"
            other = tuple({line for cell in cells for line in pair.line_of_partner(cell)})
            yield lines, (first, last), other


@operator("structure")
def drop_footnote(pair: Pair) -> Iterator[Change]:
    lines = pair.text.source_lines
    for number, line in enumerate(lines, 1):
        if re.match(r"\[\^[^\]]+\]:", line):
            changed = pair.text.source_lines
            changed[number - 1] = ""
            yield changed, (1, len(lines)), ()
        elif re.search(r"\[\^[^\]]+\]", line):
            changed = pair.text.source_lines
            changed[number - 1] = re.sub(r"\[\^[^\]]+\]", "", line)
            yield changed, (1, len(lines)), ()


@operator("structure")
def drop_image(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections:
        for block in section.blocks:
            if block.images:
                lines = pair.text.source_lines
                lines[block.line - 1] = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", lines[block.line - 1])
                yield lines, (block.line - 2, block.line + 2), pair.line_of_partner(block)
