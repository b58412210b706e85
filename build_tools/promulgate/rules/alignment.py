"""Which block of one language is which block of the other: section by section, then block by block.

The alignment names the block a finding speaks of; whether there is a finding is decided by counts and values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from promulgate.model import Block, BlockKind, Container, Section, Text
from promulgate.rules.caching import once_per_pair
from promulgate.rules.evidence import Scale, scale_of
from promulgate.rules.section_empty import is_empty
from promulgate.rules.section_matching import match_sections

Pair = tuple[Block | None, Block | None]
Unit = tuple[Block, ...]
"""What is aligned as one: a block, or all cells of a table row."""

LOST_HEADING = re.compile(r"\{#([^\s{}#]+)\}$")
"""The end of a paragraph that was meant as a heading."""

_GAP = -0.6
_SAME_SHAPE = 1.0
_OTHER_SHAPE = -0.4
_OTHER_KIND = -1.2
_REPEATED = -1.5
_BAND = 24


@dataclass(frozen=True, slots=True)
class SectionPair:
    """One section in both languages. A block in one language only stands beside None."""

    first: Section
    second: Section
    blocks: tuple[Pair, ...]
    same_structure: bool


@once_per_pair
def aligned_sections(first: Text, second: Text) -> tuple[SectionPair, ...]:
    """The sections found in both texts, in the order of the first, with their blocks aligned.

    Sections in one text only are not in it: the rules about sections speak of them, as of those empty in one text.
    """
    scale = scale_of(first, second)
    pairs = []
    for match in match_sections(first, second).pairs:
        if is_empty(first, match.first) != is_empty(second, match.second):
            continue
        ours, theirs = _body_and_notes(match.first), _body_and_notes(match.second)
        body = _align_blocks(ours[0], theirs[0], scale)
        notes = _align_blocks(ours[1], theirs[1], scale)
        same = all(one is not None and other is not None for one, other in (*body, *notes))
        same = same and all(shape_of(ours[part]) == shape_of(theirs[part]) for part in (0, 1))
        pairs.append(SectionPair(match.first, match.second, (*body, *notes), same))
    return tuple(pairs)


def _body_and_notes(section: Section) -> tuple[list[Block], list[Block]]:
    """The blocks of a section, its footnotes apart. Headings that are none are left to the rules about them."""
    blocks = [
        block for block in section.blocks if block.kind is not BlockKind.HEADING and not LOST_HEADING.search(block.text)
    ]
    return (
        [block for block in blocks if Container.FOOTNOTES not in block.containers],
        [block for block in blocks if Container.FOOTNOTES in block.containers],
    )


def _align_blocks(first: Sequence[Block], second: Sequence[Block], scale: Scale) -> tuple[Pair, ...]:
    if shape_of(first) == shape_of(second):
        return tuple(zip(first, second, strict=True))
    return _cells(align_units(units_of(first), units_of(second), scale), scale)


def shape_of(blocks: Sequence[Block]) -> tuple[tuple[object, ...], ...]:
    """The structure of a section without its words: kinds, nesting, which list or table, rows and columns.

    Bulleted against numbered is a matter of markers, which have their own rule.
    """
    return tuple((*shape_of_block(block), block.group, block.row, block.column) for block in blocks)


def shape_of_block(block: Block) -> tuple[object, ...]:
    """Kind and nesting of one block; all lists are alike."""
    lists = {Container.NUMBERED_LIST: Container.BULLETED_LIST}
    return (block.kind, tuple(lists.get(container, container) for container in block.containers))


def units_of(blocks: Sequence[Block]) -> list[Unit]:
    """Blocks in order, the cells of one table row together."""
    units: list[list[Block]] = []
    for block in blocks:
        last = units[-1][-1] if units else None
        if last is not None and block.containers[-1:] == (Container.TABLE,) and _same_row(last, block):
            units[-1].append(block)
        else:
            units.append([block])
    return [tuple(unit) for unit in units]


def _same_row(one: Block, other: Block) -> bool:
    return (one.containers, one.group, one.row) == (other.containers, other.group, other.row)


def align_units(first: Sequence[Unit], second: Sequence[Unit], scale: Scale) -> list[tuple[Unit | None, Unit | None]]:
    """Pair two sequences in order so that most speaks for the pairs.

    Only pairs near the diagonal are looked at, so the cost is linear in the length where the counts are close.
    """
    ours = [scale.of_first(unit) for unit in first]
    theirs = [scale.of_second(unit) for unit in second]
    repeated = _repeats(first), _repeats(second)

    def score(row: int, column: int) -> float:
        doubled = _REPEATED if (row in repeated[0]) != (column in repeated[1]) else 0.0
        return doubled + _shape_score(first[row], second[column]) + scale.similarity(ours[row], theirs[column])

    return [
        (None if row is None else first[row], None if column is None else second[column])
        for row, column in _align(len(first), len(second), score)
    ]


def _repeats(units: Sequence[Unit]) -> set[int]:
    """The places of units that say word for word what one before them says: likely the one too many."""
    seen: set[tuple[str, ...]] = set()
    repeats = set()
    for index, unit in enumerate(units):
        words = tuple(block.text for block in unit)
        if words in seen:
            repeats.add(index)
        seen.add(words)
    return repeats


def _align(rows: int, columns: int, score: Callable[[int, int], float]) -> list[tuple[int | None, int | None]]:
    """Needleman and Wunsch, in a band around the diagonal."""
    low, high = min(0, columns - rows) - _BAND, max(0, columns - rows) + _BAND
    best: list[dict[int, float]] = [{} for _ in range(rows + 1)]
    step: list[dict[int, str]] = [{} for _ in range(rows + 1)]
    outside = float("-inf")
    for row in range(rows, -1, -1):
        for column in range(min(columns, row + high), max(0, row + low) - 1, -1):
            if row == rows and column == columns:
                best[row][column] = 0.0
                continue
            both = best[row + 1].get(column + 1, outside) if row < rows and column < columns else outside
            ways = (
                (both + score(row, column) if both > outside else outside, "both"),
                (best[row + 1].get(column, outside) + _GAP if row < rows else outside, "first"),
                (best[row].get(column + 1, outside) + _GAP if column < columns else outside, "second"),
            )
            best[row][column], step[row][column] = max(ways, key=lambda way: way[0])
    pairs: list[tuple[int | None, int | None]] = []
    row = column = 0
    while row < rows or column < columns:
        way = step[row][column]
        pairs.append((row if way != "second" else None, column if way != "first" else None))
        row += way != "second"
        column += way != "first"
    return pairs


def _shape_score(first: Unit, second: Unit) -> float:
    one, other = shape_of_block(first[0]), shape_of_block(second[0])
    if one == other:
        return _SAME_SHAPE + (0.2 if (first[0].row == 0) == (second[0].row == 0) else 0.0)
    return _OTHER_SHAPE if one[0] == other[0] else _OTHER_KIND


def _cells(pairs: Sequence[tuple[Unit | None, Unit | None]], scale: Scale) -> tuple[Pair, ...]:
    """Pairs of rows as pairs of cells; where the number of cells differs, the best pairing of them."""
    blocks: list[Pair] = []
    for first, second in pairs:
        if first is None or second is None:
            blocks += [(block, None) for block in first or ()] + [(None, block) for block in second or ()]
        elif len(first) == len(second):
            blocks += zip(first, second, strict=True)
        else:
            blocks += _align_cells(first, second, scale)
    return tuple(blocks)


def _align_cells(first: Unit, second: Unit, scale: Scale) -> list[Pair]:
    ours = [scale.of_first((cell,)) for cell in first]
    theirs = [scale.of_second((cell,)) for cell in second]
    pairs = _align(len(first), len(second), lambda row, column: 1.0 + scale.similarity(ours[row], theirs[column]))
    return [(None if row is None else first[row], None if column is None else second[column]) for row, column in pairs]
