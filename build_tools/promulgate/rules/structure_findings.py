"""From a difference of structure to a finding, for the rules that each speak of one kind of block."""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Block, Finding, Place, Text
from promulgate.rules.structure import Difference, Part, differences
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt_of, kind_of, language_name, title_of_pair


def findings_about(rule: Rule, subject: Subject, *parts: Part) -> Iterator[Finding]:
    """One finding of `rule` for each difference about one of `parts`."""
    for first, second in subject.pairs():
        for difference in differences(first, second):
            if difference.part in parts:
                yield finding_for(rule, first, second, difference)


def finding_for(rule: Rule, first: Text, second: Text, difference: Difference) -> Finding:
    """The finding at the language that lacks something; at the one that does not prevail where both have something."""
    title = title_of_pair(first, difference.pair.first, second, difference.pair.second)
    places = (
        Place(first.language, first.path, difference.first_line),
        Place(second.language, second.path, difference.second_line),
    )
    if difference.first and difference.second:
        text, place, counterpart = second, places[1], places[0]
        message, hint = _of_another_kind(first, second, difference, title)
    else:
        lacking, having = (second, first) if difference.first else (first, second)
        text, place, counterpart = lacking, places[lacking is second], places[having is second]
        message, hint = _missing(lacking, having, difference.first or difference.second, title, difference.part)
    return rule.finding(
        text,
        message,
        hint,
        section=difference.pair.first.id,
        line=place.line,
        counterpart=counterpart,
        values=tuple(excerpt_of(block)[1:-1] for block in (difference.first[:1] + difference.second[:1])),
    )


def _missing(
    lacking: Text, having: Text, blocks: tuple[Block, ...], title: Bilingual, part: Part
) -> tuple[Bilingual, Bilingual]:
    here, there = language_name(lacking.language), language_name(having.language)
    kind = _COLUMN if part is Part.COLUMN else kind_of(blocks[0])
    words = excerpt_of(blocks[0])
    more = _more(blocks, part)
    return (
        Bilingual(
            f"ขาด{kind.th} ใน{title.th}: {here.th}ไม่มีส่วนที่ตรงกับ{there.th} {words}{more.th}",
            f"{kind.en.capitalize()} missing in {title.en}: {here.en} has nothing for the {there.en} {words}{more.en}",
        ),
        Bilingual(
            f"เพิ่ม{kind.th}นี้ใน{here.th} หรือลบออกจาก{there.th} และตรวจว่าไม่มี{kind.th}ที่ถูกรวมหรือแยกไว้ต่างกัน",
            f"Add it in {here.en} or delete it in {there.en}; check too whether two were merged into one.",
        ),
    )


_COLUMN = Bilingual("คอลัมน์ของตาราง", "table column")
"""What is missing where a row has a cell less: the header comes first, and all its column lacks it."""


def _more(blocks: tuple[Block, ...], part: Part) -> Bilingual:
    count = len({(block.group, block.row) for block in blocks} if part is Part.TABLE else blocks) - 1
    if not count or part is Part.COLUMN:
        return Bilingual("", "")
    return Bilingual(f" และอีก {count} รายการถัดไป", f" and {count} more after it")


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _of_another_kind(
    first: Text, second: Text, difference: Difference, title: Bilingual
) -> tuple[Bilingual, Bilingual]:
    one, other = difference.first[0], difference.second[0]
    ours, theirs = kind_of(one), kind_of(other)
    names = language_name(first.language), language_name(second.language)
    return (
        Bilingual(
            f"รูปแบบไม่ตรงกันใน{title.th}: {names[0].th}เป็น{ours.th} {excerpt_of(one)} "
            f"{names[1].th}เป็น{theirs.th} {excerpt_of(other)}",
            f"The structure differs in {title.en}: {excerpt_of(one)} is {_a(ours.en)} in {names[0].en}, "
            f"{excerpt_of(other)} is {_a(theirs.en)} in {names[1].en}",
        ),
        Bilingual(
            "จัดรูปแบบให้เหมือนกันทั้งสองภาษา ทั้งย่อหน้า ข้อย่อย ชั้นของข้อย่อย และตาราง",
            "Give both languages the same paragraphs, list items, levels of nesting and tables.",
        ),
    )
