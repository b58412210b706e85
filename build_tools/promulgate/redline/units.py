"""What is paired as one: a block, or a row of a table with its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from promulgate.canonical import normalise
from promulgate.model import Block, BlockKind
from promulgate.words import tokens

CLAUSE_NUMBER = re.compile(
    r"(?:(?:ข้อ|หมวด|ส่วนที่|มาตรา|บทที่|[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]art|[Cc]hapter)\s*)?"
    r"(?:[0-9๐-๙]{1,4}(?:\.[0-9๐-๙]{1,4})*[.):]?|\((?:[0-9๐-๙]{1,3}|[a-zA-Z]{1,4}|[ก-ฮ])\)|[a-zA-Zก-ฮ][.)])(?=\s)\s*"
)
"""What may be the number a clause begins with, if its author typed it: `4.2 `, `ข้อ ๕. `, `(a) `."""

CERTAIN_CLAUSE_NUMBER = re.compile(
    r"(?:(?:ข้อ|หมวด|ส่วนที่|มาตรา|บทที่|[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]art|[Cc]hapter)\s*)?"
    r"(?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})*[.):]|\((?:[0-9๐-๙]{1,3}|[a-zA-Z]{1,4}|[ก-ฮ])\)|[a-zA-Zก-ฮ][.)])\s+"
)
"""A number that can be nothing else: `30 วัน` and `มาตรา 24 กำหนด` begin with what a text says, not with its number."""


@dataclass(frozen=True)
class Unit:
    """A block alone, or the cells of a table row."""

    blocks: tuple[Block, ...]
    bare: str
    """Its words in one spelling without the number it begins with: what makes two units the same."""
    vocabulary: Vocabulary

    @cached_property
    def words(self) -> str:
        """Its words, one character of the vocabulary for each, without spaces: what likeness is measured on.

        Most units stay as they are and are never measured, so this waits until it is asked for.
        """
        return self.vocabulary.encode("\t".join(block.text for block in self.blocks))

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.blocks[0].kind is BlockKind.TABLE_CELL

    @property
    def shape(self) -> tuple[object, ...]:
        """What it is and where it stands."""
        return self.blocks[0].kind, self.blocks[0].containers

    @property
    def family(self) -> str:
        """Units of different families are never the same thing: rows, code, footnotes, and prose in any form."""
        kind = self.blocks[0].kind
        alone = kind in (BlockKind.TABLE_CELL, BlockKind.CODE, BlockKind.FOOTNOTE)
        return kind.value if alone else "prose"

    @property
    def letters(self) -> int:
        """How many letters and signs it has, spaces not counted."""
        return len(self.bare) - sum(map(str.isspace, self.bare))


def grouped(blocks: Iterable[Block]) -> list[tuple[Block, ...]]:
    """What is paired as one: a block alone, the cells of a table row together."""
    groups: list[list[Block]] = []
    for block in blocks:
        last = groups[-1][-1] if groups else None
        if (
            last
            and block.kind is BlockKind.TABLE_CELL
            and (last.kind, last.group, last.row) == (*(BlockKind.TABLE_CELL, block.group, block.row),)
        ):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [tuple(group) for group in groups]


class Vocabulary:
    """Gives every word one character, so that likeness can be measured by words at the speed of letters."""

    def __init__(self) -> None:
        self._by_word: dict[str, str] = {}
        self._by_token: dict[str, str] = {}

    def encode(self, text: str) -> str:
        """One character for each word of `text`."""
        return "".join(map(self._character, tokens(text)))

    def _character(self, token: str) -> str:
        if token not in self._by_token:
            word = normalise(token)
            # From U+10000 on there are no surrogates; a policy has no million different words.
            new = chr(0x10000 + len(self._by_word) % 0xFFFFF)
            self._by_token[token] = self._by_word.setdefault(word, new) if word else ""
        return self._by_token[token]

    def units(self, blocks: Iterable[Block]) -> list[Unit]:
        """The blocks as units, the cells of each table row together."""
        return [self._unit(group) for group in grouped(blocks)]

    def _unit(self, blocks: tuple[Block, ...]) -> Unit:
        pictures = "".join(f"\n{image.source}" for block in blocks for image in block.images)
        bare = "\t".join(normalise(block.text) for block in blocks)
        number = CLAUSE_NUMBER.match(bare)
        rest = bare[number.end() :] if number else bare
        return Unit(blocks, (rest or bare) + pictures, self)
