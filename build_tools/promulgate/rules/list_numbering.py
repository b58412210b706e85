"""A list is numbered in one language and not, or from another number, in the other.

ไทย: การให้เลขลำดับของรายการไม่ตรงกัน

Why: items are cited by their number: “clause 5” must be the same clause in both languages.

PASS:
    th:
        1. หนึ่ง
        1. สอง
    en:
        1. one
        2. two
FAIL:
    th:
        5. หนึ่ง
        6. สอง
    en:
        1. one
        2. two
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Block, BlockKind, Finding, Place, Severity
from promulgate.rules.alignment import SectionPair, aligned_sections
from promulgate.rules.misreadings import misread_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt_of, language_name, title_of_pair


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at the first item of each list whose number or bullet differs."""
    for first, second in subject.pairs():
        unclear = misread_sections(first) | misread_sections(second)
        for pair in aligned_sections(first, second):
            if pair.first.id in unclear or pair.second.id in unclear:
                continue
            for ours, theirs in _starts(pair):
                if ours.marker == theirs.marker:
                    continue
                title = title_of_pair(first, pair.first, second, pair.second)
                names = language_name(first.language), language_name(second.language)
                one, other = _shown(ours), _shown(theirs)
                yield RULE.finding(
                    second,
                    Bilingual(
                        f"เลขลำดับของข้อย่อยไม่ตรงกันใน{title.th}: {names[0].th}{one.th} ({excerpt_of(ours)}) "
                        f"{names[1].th}{other.th} ({excerpt_of(theirs)})",
                        f"The numbering of a list differs in {title.en}: {names[0].en} {one.en} "
                        f"({excerpt_of(ours)}), {names[1].en} {other.en} ({excerpt_of(theirs)})",
                    ),
                    Bilingual(
                        "ใช้รูปแบบรายการและเลขเริ่มต้นเดียวกันทั้งสองภาษา",
                        "Use the same kind of list and the same first number in both languages.",
                    ),
                    section=pair.first.id,
                    line=theirs.line,
                    counterpart=Place(first.language, first.path, ours.line),
                    values=(_named(ours), _named(theirs)),
                )


def _named(block: Block) -> str:
    """The number of an item, its first words where it has none."""
    return excerpt_of(block)[1:-1] if block.marker == "-" else block.marker.rstrip(".")


def _shown(block: Block) -> Bilingual:
    if block.marker == "-":
        return Bilingual("ไม่มีเลข", "has no numbers")
    return Bilingual(f"เริ่มที่เลข {_named(block)}", f"starts at {_named(block)}")


def _starts(pair: SectionPair) -> Iterator[tuple[Block, Block]]:
    """Pairs of items that begin a list on both sides: the numbers of later ones follow from them."""
    seen: tuple[set[int], set[int]] = (set(), set())
    for ours, theirs in pair.blocks:
        starts = []
        for side, block in enumerate((ours, theirs)):
            if block is not None and block.kind is BlockKind.LIST_ITEM and block.group not in seen[side]:
                seen[side].add(block.group)
                starts.append(block)
        if ours is not None and theirs is not None and starts == [ours, theirs]:
            yield ours, theirs


RULE = Rule("list-numbering", Severity.ERROR, check, __doc__ or "")
