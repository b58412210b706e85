"""Defects in words: a “not” dropped, a block left untranslated."""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import BlockKind
from tests.mutation.mutant import Change, Pair, each_block, is_simple, operator, replace_each


@operator("words")
def drop_not(pair: Pair) -> Iterator[Change]:
    pattern = {"th": "(?<!หรือ)ไม่(?!เกิน|น้อย|ต่ำ|ว่า)", "en": r"\bnot (?!only|more|less|later)|(?<=can)not"}.get(
        pair.text.language
    )
    if pattern and pair.other.language in ("th", "en"):
        yield from replace_each(pair, pattern, lambda _: "")


@operator("words")
def leave_untranslated(pair: Pair) -> Iterator[Change]:
    for block in each_block(pair, BlockKind.PARAGRAPH):
        partner = pair.partners().get((block.line, block.row, block.column))
        if not is_simple(pair, block) or partner is None:
            continue
        lines = pair.text.source_lines
        theirs = pair.other.source_lines[partner.line - 1 : partner.end_line]
        if theirs == lines[block.line - 1 : block.end_line]:
            continue
        lines[block.line - 1 : block.end_line] = theirs
        yield lines, (block.line, block.line + len(theirs) - 1), pair.line_of_partner(block)
