"""Defects in words: a “not” dropped, a block left untranslated."""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import BlockKind
from tests.mutation.mutant import Change, Pair, each_block, is_simple, operator, replace_each
from tests.mutation.number_operators import replace_words


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


_BOUNDS = {
    "th": {"ไม่น้อยกว่า": "ไม่เกิน", "ไม่ต่ำกว่า": "ไม่เกิน", "ไม่เกิน": "ไม่น้อยกว่า", "อย่างน้อย": "อย่างมาก"},
    "en": {
        "not less than": "not more than",
        "no less than": "no more than",
        "not more than": "not less than",
        "no more than": "no less than",
        "at least": "at most",
    },
}


@operator("bounds")
def reverse_bound(pair: Pair) -> Iterator[Change]:
    """What was the least becomes the most."""
    yield from replace_words(pair, _BOUNDS)


_COMPARED = {
    "th": {"ต่ำกว่า": "สูงกว่า", "สูงกว่า": "ต่ำกว่า", "มากกว่า": "น้อยกว่า", "ก่อน": "หลัง", "หลังจาก": "ก่อน"},
    "en": {
        "below": "above",
        "above": "below",
        "greater": "less",
        "before": "after",
        "after": "before",
        "over": "under",
    },
}


@operator("bounds")
def reverse_comparison(pair: Pair) -> Iterator[Change]:
    yield from replace_words(pair, _COMPARED)


@operator("words")
def other_party(pair: Pair) -> Iterator[Change]:
    """A third party becomes a fourth."""
    yield from replace_words(
        pair,
        {
            "th": {"บุคคลที่สาม": "บุคคลที่สี่", "บุคคลภายนอก": "บุคคลภายใน"},
            "en": {"third party": "fourth party", "Third-party": "First-party", "third parties": "second parties"},
        },
    )


@operator("words")
def duty_for_choice(pair: Pair) -> Iterator[Change]:
    yield from replace_words(pair, {"th": {"ต้อง": "อาจ"}, "en": {"must": "may", "shall": "may"}})
