"""Defects in words: a “not”, a duty, an exception or a bound changed, a block left untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from promulgate.model import BlockKind
from tests.mutation.mutant import Change, Pair, each_block, is_simple, operator, replace_each
from tests.mutation.number_operators import replace_words


def _in_both_known(pair: Pair) -> bool:
    """Of other languages than Thai and English the gate knows no words of denial, duty or measure."""
    return {pair.text.language, pair.other.language} == {"th", "en"}


@operator("denials")
def drop_not(pair: Pair) -> Iterator[Change]:
    pattern = {"th": "(?<!หรือ)ไม่(?!เกิน|น้อย|ต่ำ|ว่า)", "en": r"\bnot (?!only|more|less|later)|(?<=can)not"}
    if _in_both_known(pair):
        yield from replace_each(pair, pattern[pair.text.language], lambda _: "")


def _exchange(pair: Pair, words: Mapping[str, Mapping[str, str]]) -> Iterator[Change]:
    """Each of the patterns by what it stands for, one place at a time."""
    if not _in_both_known(pair):
        return
    patterns = words[pair.text.language]
    flags = re.IGNORECASE if pair.text.language == "en" else 0
    compiled = [(re.compile(pattern, flags), other) for pattern, other in patterns.items()]

    def other(match: re.Match[str]) -> str | None:
        return next(
            (new for pattern, new in compiled if pattern.fullmatch(match.string, match.start(), match.end())), None
        )

    every = "|".join(f"(?:{pattern})" for pattern in patterns)
    yield from replace_each(pair, f"(?i:{every})" if flags else every, other)


@operator("denials")
def allow_what_is_forbidden(pair: Pair) -> Iterator[Change]:
    yield from _exchange(
        pair,
        {
            "th": {
                "ห้าม(?!ปราม)": "อาจ",
                "ต้องไม่": "อาจ",
                "มิได้(?= |$)": "ได้",
                "มิให้": "ให้",
                "ไม่อาจ": "อาจ",
                "ไม่มีสิทธิ": "มีสิทธิ",
            },
            "en": {
                r"\b(?:must|may|shall) not\b": "may",
                r"\b(?:prohibited|forbidden)\b": "permitted",
                r"\bcannot\b": "can",
                r"\bnever\b": "always",
                r"\bno(?= (?:pets|refunds|right|obligation|effect|duty|interest|support|cameras|access))\b": "a",
                r"\bwithout\b": "with",
            },
        },
    )


@operator("denials")
def exception_into_condition(pair: Pair) -> Iterator[Change]:
    yield from _exchange(
        pair,
        {
            "th": {"เว้นแต่": "หาก", "(?<!ข้อ)ยกเว้น": "รวมถึง", "นอกจาก(?!นี้|นั้น)": "รวมถึง"},
            "en": {r"\bunless\b": "if", r"\bexcept\b": "including", r"\bother than\b": "including"},
        },
    )


@operator("denials")
def include_for_exclude(pair: Pair) -> Iterator[Change]:
    yield from _exchange(
        pair,
        {
            "th": {"(?<!ไม่)รวม(?=ถึง|ภาษี|ค่า)": "ไม่รวม"},
            "en": {r"\bincluding\b": "excluding", r"(?<!not )\binclud(?:es|e)\b": "excludes"},
        },
    )


@operator("duties")
def may_for_must(pair: Pair) -> Iterator[Change]:
    yield from _exchange(
        pair,
        {"th": {"(?<!ไม่)(?<!ความ)ต้อง(?!การ|ไม่|หา|ห้าม)": "อาจ"}, "en": {r"\b(?:must|shall)\b(?! not)": "may"}},
    )


@operator("duties")
def must_for_may(pair: Pair) -> Iterator[Change]:
    yield from _exchange(
        pair,
        {"th": {"(?<!ไม่)อาจ(?!ารย์|ไม่)": "ต้อง"}, "en": {r"\bmay\b(?! not| \d)": "must"}},
    )


@operator("bounds")
def turn_bound(pair: Pair) -> Iterator[Change]:
    yield from _exchange(
        pair,
        {
            "th": {
                "ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย": "ไม่เกิน",
                "ไม่เกิน(?:กว่า)?": "ไม่น้อยกว่า",
                "(?<!ไม่)เกินกว่า|มากกว่า|สูงกว่า": "น้อยกว่า",
                "(?<!ไม่)(?:น้อย|ต่ำ)กว่า": "มากกว่า",
                r"ภายใน(?= ?\d| ?วันที่)": "หลังจาก",
            },
            "en": {
                r"\b(?:at least|not less than|no less than)\b": "not more than",
                r"\b(?:at most|not more than|no more than|up to)\b": "at least",
                r"(?<!not )(?<!no )\bmore than\b": "less than",
                r"\b(?:under(?= \d)|below)": "over",
                r"\babove\b|\bover(?= \d)": "under",
                r"\bwithin(?= \d)": "after",
            },
        },
    )


@operator("bounds")
def before_for_after(pair: Pair) -> Iterator[Change]:
    yield from _exchange(
        pair,
        {
            "th": {"ก่อน(?!หน้า|กำหนด)": "หลัง", "(?:ภาย)?หลังจาก|(?<!ภาย)หลัง(?!จาก|คา)": "ก่อน"},
            "en": {r"\bbefore\b": "after", r"\bafter\b": "before"},
        },
    )


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


@operator("parties")
def other_party(pair: Pair) -> Iterator[Change]:
    """A third party becomes a fourth."""
    yield from replace_words(
        pair,
        {
            "th": {"บุคคลที่สาม": "บุคคลที่สี่", "บุคคลภายนอก": "บุคคลภายใน"},
            "en": {"third party": "fourth party", "Third-party": "First-party", "third parties": "second parties"},
        },
    )
