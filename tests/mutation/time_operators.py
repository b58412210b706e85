"""Edits made in one language only: the other one still says what it said before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.model import BlockKind
from promulgate.words import tokens
from tests.mutation.mutant import SINCE_THE_BASE, Change, Pair, operator

_WORD = re.compile(r"[^\W\d_]{3,}|[\u0e01-\u0e4e]{3,}")


@operator(SINCE_THE_BASE)
def one_word_left_out(pair: Pair) -> Iterator[Change]:
    """The word in the middle of each block goes."""
    for section in pair.text.sections:
        for block in section.blocks:
            if block.kind is BlockKind.CODE or not block.line:
                continue
            lines = pair.text.source_lines
            line = lines[block.line - 1]
            words = tokens(line)
            places = [number for number, word in enumerate(words) if _WORD.fullmatch(word) and word in block.text]
            if not places:
                continue
            middle = places[len(places) // 2]
            lines[block.line - 1] = "".join(words[:middle] + words[middle + 1 :])
            yield lines, (block.line, block.line), pair.line_of_partner(block)


@operator(SINCE_THE_BASE)
def heading_reworded(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections[1:]:
        other = pair.other.section(section.id)
        lines = pair.text.source_lines
        addition = {"th": "เพิ่มเติม"}.get(pair.text.language, " (2)")
        lines[section.line - 1] = lines[section.line - 1].replace(section.title, section.title + addition)
        yield lines, (section.line, section.line), () if other is None else (other.line,)


@operator(SINCE_THE_BASE)
def sentence_added(pair: Pair) -> Iterator[Change]:
    sentence = {"th": " และส่วนอื่นที่เกี่ยวข้อง"}.get(pair.text.language, " and related parts")
    for section in pair.text.sections:
        for block in section.blocks:
            if block.kind is BlockKind.PARAGRAPH and not block.containers and block.text:
                lines = pair.text.source_lines
                lines[block.end_line - 1] += sentence
                yield lines, (block.line, block.end_line), pair.line_of_partner(block)
