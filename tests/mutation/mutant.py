"""What a mutant is: a faithful translation with one defect, and what every operator needs to make one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from promulgate.model import Block, BlockKind, Container, Section, Text
from promulgate.rules.alignment import aligned_sections
from promulgate.rules.caching import once_per_pair


@dataclass(frozen=True, slots=True)
class Mutant:
    """A text with one defect, where it is, and which lines of the other language it concerns."""

    operator: str
    language: str
    source: bytes
    lines: tuple[int, int]
    """First and last line of the changed text a reader may be sent to."""
    other_lines: tuple[int, ...]
    """Lines of the other language a reader may be sent to; empty where there is none."""


@once_per_pair
def _partners(text: Text, other: Text) -> dict[tuple[int, int, int], Block]:
    return {
        (ours.line, ours.row, ours.column): theirs
        for section in aligned_sections(text, other)
        for ours, theirs in section.blocks
        if ours is not None and theirs is not None
    }


@dataclass(frozen=True, slots=True)
class Pair:
    """The text that is changed, and its faithful translation."""

    text: Text
    other: Text

    def partners(self) -> dict[tuple[int, int, int], Block]:
        """The translation of each block, by the block's line, row and column."""
        return _partners(self.text, self.other)

    def line_of_partner(self, block: Block) -> tuple[int, ...]:
        partner = self.partners().get((block.line, block.row, block.column))
        return () if partner is None else tuple(range(partner.line, partner.end_line + 1))


Change = tuple[list[str], tuple[int, int], tuple[int, ...]]
"""Changed lines, where a reader may be sent to in them, and in the other language."""
Operator = Callable[[Pair], Iterator[Change]]
SINCE_THE_BASE = "time"
"""The family of edits that are seen only beside what was published before."""
OPERATORS: dict[str, tuple[str, Operator]] = {}
"""By name: the family, and the function that yields changed lines, where they are, and the other side's lines."""


def operator(family: str) -> Callable[[Operator], Operator]:
    def register(function: Operator) -> Operator:
        OPERATORS[function.__name__.replace("_", "-")] = (family, function)
        return function

    return register


def mutants(text: Text, other: Text, names: list[str] | None = None) -> Iterator[Mutant]:
    """Every defect every operator can make in `text`."""
    pair = Pair(text, other)
    for name, (_, function) in OPERATORS.items():
        if names is not None and name not in names:
            continue
        for lines, where, other_lines in function(pair):
            yield Mutant(name, text.language, "\n".join(lines).encode(), where, other_lines)


def blocks_of(pair: Pair, kind: BlockKind) -> Iterator[tuple[Section, Block]]:
    """Blocks of one kind with their section, footnotes left out."""
    for section in pair.text.sections:
        for block in section.blocks:
            if block.kind is kind and Container.FOOTNOTES not in block.containers:
                yield section, block


def each_block(pair: Pair, kind: BlockKind) -> Iterator[Block]:
    """Blocks of one kind, footnotes left out."""
    return (block for _, block in blocks_of(pair, kind))


def is_simple(pair: Pair, block: Block) -> bool:
    """A top-level paragraph that starts and ends with its own lines, no list hanging on it."""
    return not block.containers and bool(block.text)


def around(pair: Pair, block: Block) -> tuple[int, ...]:
    """The other side's lines where the translation of a doubled block would stand."""
    lines = pair.line_of_partner(block)
    return tuple(range(min(lines) - 2, max(lines) + 4)) if lines else ()


def _body_lines(pair: Pair) -> Iterator[tuple[int, Block]]:
    """Each block with its line, once a line and cell."""
    for section in pair.text.sections:
        for block in section.blocks:
            if block.kind is not BlockKind.CODE:
                yield block.line, block


def replace_each(pair: Pair, pattern: str, replacement: Callable[[re.Match[str]], str | None]) -> Iterator[Change]:
    """Every match in the words of the page, replaced one at a time."""
    done: set[tuple[int, int]] = set()
    for _, block in _body_lines(pair):
        for number in range(block.line, block.end_line + 1):
            lines = pair.text.source_lines
            line = lines[number - 1]
            start = re.match(r"\s*(?:[-*>]\s+|\d+\.\s+|\[\^[^\]]+\]:)*", line)
            for match in re.finditer(pattern, line):
                if (number, match.start()) in done or match.start() < (start.end() if start else 0):
                    continue
                if block.kind is BlockKind.TABLE_CELL and match[0].strip() not in line[: match.end()]:
                    continue
                done.add((number, match.start()))
                new = replacement(match)
                if new is None or new == match[0]:
                    continue
                changed = list(lines)
                changed[number - 1] = line[: match.start()] + new + line[match.end() :]
                yield changed, (number, number), _partner_of_line(pair, number)


def _partner_of_line(pair: Pair, line: int) -> tuple[int, ...]:
    return tuple(
        other
        for section in pair.text.sections
        for block in section.blocks
        if block.line <= line <= block.end_line
        for other in pair.line_of_partner(block)
    )
