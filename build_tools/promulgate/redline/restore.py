"""The way back: the old and the new text, block by block, from nothing but what a redline says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from promulgate.model import Block, BlockKind, Container
from promulgate.redline.model import BlockChange, BlockChangeKind, Change, Piece, Redline, RowChange, SectionChange

_ONLY_OLD = {BlockChangeKind.REMOVED, BlockChangeKind.MOVED_AWAY}
_ONLY_NEW = {BlockChangeKind.ADDED, BlockChangeKind.MOVED_HERE}


@dataclass(frozen=True, slots=True)
class RestoredBlock:
    """A block's words as they follow from the pieces, with what it is and the number it shows."""

    kind: BlockKind
    containers: tuple[Container, ...]
    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class RestoredSection:
    """A section's title and blocks as they follow from the pieces."""

    title: str
    level: int
    blocks: tuple[RestoredBlock, ...]


def reject(redline: Redline) -> tuple[RestoredSection, ...]:
    """The old text: every change undone, the sections in their old order. Empty when there was none."""
    there = [section for section in redline.sections if section.old is not None]
    return tuple(
        RestoredSection(_old(section.title), section.old.level, tuple(_blocks(section, _ONLY_NEW, _old, _old_blocks)))
        for section in sorted(there, key=lambda section: section.old_position)
        if section.old is not None
    )


def accept(redline: Redline) -> tuple[RestoredSection, ...]:
    """The new text: every change made."""
    return tuple(
        RestoredSection(_new(section.title), section.new.level, tuple(_blocks(section, _ONLY_OLD, _new, _new_blocks)))
        for section in redline.sections
        if section.new is not None
    )


def _old(pieces: Iterable[Piece]) -> str:
    return "".join(piece.old for piece in pieces)


def _new(pieces: Iterable[Piece]) -> str:
    return "".join(piece.new for piece in pieces)


def _old_blocks(change: BlockChange) -> tuple[Block, ...]:
    return change.old


def _new_blocks(change: BlockChange) -> tuple[Block, ...]:
    return change.new


def _blocks(
    section: SectionChange,
    left_out: set[BlockChangeKind],
    words: Callable[[Iterable[Piece]], str],
    blocks: Callable[[BlockChange], tuple[Block, ...]],
) -> Iterator[RestoredBlock]:
    for change in section.changes:
        if change.kind in left_out:
            continue
        for part in _parts(change):
            whole = blocks(part)
            texts = words(part.pieces).split("\n") if len(whole) > 1 else [words(part.pieces)]
            for block, text in zip(whole, texts if whole else (), strict=True):
                yield RestoredBlock(block.kind, block.containers, block.marker, text)


def _parts(change: Change) -> tuple[BlockChange, ...]:
    return change.cells if isinstance(change, RowChange) else (change,)
