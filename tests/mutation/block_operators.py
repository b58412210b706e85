"""Defects in paragraphs and list items: dropped, doubled, exchanged, merged, flattened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from promulgate.model import Block, BlockKind, Container
from tests.mutation.mutant import Change, Pair, around, blocks_of, each_block, is_simple, operator


def _neighbours(pair: Pair, kind: BlockKind) -> Iterator[tuple[Block, Block]]:
    """Blocks of one kind that follow each other in one place."""
    for section in pair.text.sections:
        for one, two in pairwise(section.blocks):
            alike = one.kind is two.kind is kind and one.containers == two.containers and one.group == two.group
            if alike and Container.FOOTNOTES not in one.containers and two.line > one.end_line:
                yield one, two


def _without(lines: list[str], first: int, last: int) -> list[str]:
    """The lines without those, and without the empty line that would be left over."""
    rest = lines[last:]
    if rest and not rest[0].strip() and first >= 2 and not lines[first - 2].strip():
        rest = rest[1:]
    return [*lines[: first - 1], *rest]


@operator("structure")
def drop_paragraph(pair: Pair) -> Iterator[Change]:
    for section, block in blocks_of(pair, BlockKind.PARAGRAPH):
        if is_simple(pair, block) and sum(each.kind is not BlockKind.FOOTNOTE for each in section.blocks) > 1:
            lines = _without(pair.text.source_lines, block.line, block.end_line)
            yield lines, (block.line - 2, block.line + 1), pair.line_of_partner(block)


@operator("structure")
def duplicate_paragraph(pair: Pair) -> Iterator[Change]:
    for block in each_block(pair, BlockKind.PARAGRAPH):
        if is_simple(pair, block):
            lines = pair.text.source_lines
            piece = lines[block.line - 1 : block.end_line]
            lines[block.end_line : block.end_line] = ["", *piece]
            yield lines, (block.line, block.end_line + 1 + len(piece)), around(pair, block)


@operator("structure")
def swap_paragraphs(pair: Pair) -> Iterator[Change]:
    for one, two in _neighbours(pair, BlockKind.PARAGRAPH):
        if is_simple(pair, one) and is_simple(pair, two):
            yield _swapped(pair, one, two)


def _swapped(pair: Pair, one: Block, two: Block) -> Change:
    lines = pair.text.source_lines
    first, between, second = (
        lines[one.line - 1 : one.end_line],
        lines[one.end_line : two.line - 1],
        lines[two.line - 1 : two.end_line],
    )
    if one.kind is BlockKind.LIST_ITEM and re.match(r"\s*\d+\.", first[0]) and re.match(r"\s*\d+\.", second[0]):
        first[0], second[0] = (
            re.sub(r"\d+", re.search(r"\d+", other)[0], mine, count=1)  # type: ignore[index]
            for mine, other in ((first[0], second[0]), (second[0], first[0]))
        )
    lines[one.line - 1 : two.end_line] = [*second, *between, *first]
    return lines, (one.line, two.end_line), pair.line_of_partner(one) + pair.line_of_partner(two)


@operator("structure")
def merge_paragraphs(pair: Pair) -> Iterator[Change]:
    for one, two in _neighbours(pair, BlockKind.PARAGRAPH):
        if is_simple(pair, one) and is_simple(pair, two):
            lines = pair.text.source_lines
            del lines[one.end_line : two.line - 1]
            yield lines, (one.line, two.line + 1), pair.line_of_partner(one) + pair.line_of_partner(two)


@operator("structure")
def drop_item(pair: Pair) -> Iterator[Change]:
    for section, block in blocks_of(pair, BlockKind.LIST_ITEM):
        index = section.blocks.index(block)
        following = section.blocks[index + 1] if index + 1 < len(section.blocks) else None
        alone = sum(each.group == block.group and each.kind is block.kind for each in section.blocks) == 1
        if alone or (following is not None and following.depth > block.depth):
            continue
        lines = _without(pair.text.source_lines, block.line, block.end_line)
        if block.marker != "-":
            lines = _renumbered(lines, block.line - 1)
        yield lines, (block.line - 2, block.line + 2), pair.line_of_partner(block)


def _renumbered(lines: list[str], start: int) -> list[str]:
    """Later items of the same list count on without the one that was taken out."""
    margin: str | None = None
    for index in range(start, len(lines)):
        match = re.match(r"(\s*)(\d+)(\.\s)", lines[index])
        if lines[index].startswith("#"):
            break
        if match and (margin is None or match[1] == margin):
            margin = match[1]
            if match[2] == "1":
                break
            lines[index] = f"{match[1]}{int(match[2]) - 1}{lines[index][match.end(2) :]}"
    return lines


@operator("structure")
def duplicate_item(pair: Pair) -> Iterator[Change]:
    for block in each_block(pair, BlockKind.LIST_ITEM):
        lines = pair.text.source_lines
        piece = lines[block.line - 1 : block.end_line]
        if block.marker != "-":
            continue
        lines[block.end_line : block.end_line] = piece
        yield lines, (block.line, block.end_line + len(piece)), around(pair, block)


@operator("structure")
def swap_items(pair: Pair) -> Iterator[Change]:
    for one, two in _neighbours(pair, BlockKind.LIST_ITEM):
        yield _swapped(pair, one, two)


@operator("structure")
def flatten_item(pair: Pair) -> Iterator[Change]:
    for block in each_block(pair, BlockKind.LIST_ITEM):
        lines = pair.text.source_lines
        if block.depth > 1 and lines[block.line - 1].startswith("    ") and Container.QUOTE not in block.containers:
            lines[block.line - 1] = lines[block.line - 1][4:]
            yield lines, (block.line - 1, block.line + 3), pair.line_of_partner(block)


@operator("structure")
def unbullet_item(pair: Pair) -> Iterator[Change]:
    for block in each_block(pair, BlockKind.LIST_ITEM):
        lines = pair.text.source_lines
        if lines[block.line - 1].startswith("- "):
            lines[block.line - 1] = "*" + lines[block.line - 1][2:]
            yield lines, (block.line - 1, block.line + 1), pair.line_of_partner(block)
