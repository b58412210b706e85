"""The words of a text apart from its code: what looks like a reference in code is none."""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Block, Text


def words_outside_code(text: Text) -> Iterator[tuple[Block, str]]:
    """Every block with its words, without those that are code."""
    for section in text.sections:
        for block in section.blocks:
            words = block.text
            for code in block.code:
                words = words.replace(code, "")
            yield block, words
